"""A text that a model is drafted of: its paragraphs, its quantities, and anchors for its pieces."""

import datetime
import re
from collections.abc import Collection, Sequence
from functools import cached_property

from briefing.checks.unique import shortest_unique_at
from briefing.drafting.found import Span
from briefing.limits import ANCHOR_CHARACTERS
from briefing.quantities import Quantity, scan_paragraph

_SENTENCE_END = re.compile("[。！？!?]")
_SHORT_ANCHOR = 12
"""So short an anchor may as well begin where its clause does."""
_CLAUSE_END = re.compile(
    "(?<![0-9])[,，]|[,，](?![0-9])|[。；：、！？;:!?（）()“”‘’《》 \u3000]|—+"
)


class DraftText:
    """The paragraphs of a text, which are stripped and not blank, and the article's own date.

    ``names`` are those of places and firms, which may begin like numbers.
    """

    def __init__(
        self,
        paragraphs: Sequence[str],
        date: datetime.date | None,
        names: Collection[str] = (),
    ) -> None:
        self.paragraphs = tuple(paragraphs)
        self.date = date
        self._names = frozenset(names)
        self._whole = "\n".join(paragraphs)
        self._starts = [0]
        for paragraph in paragraphs:
            self._starts.append(self._starts[-1] + len(paragraph) + 1)

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The quantities by paragraph number; fixed terms, of kind ``name``, too."""
        return {
            number: scan_paragraph(text, number, self.date, self._names)
            for number, text in enumerate(self.paragraphs, 1)
        }

    def read(self, span: Span) -> str:
        """Return the words of a span."""
        return self.paragraphs[span.paragraph - 1][span.start : span.end]

    def anchor(self, span: Span) -> str:
        """Return the shortest anchor that holds a span and stands nowhere else in the text.

        Where no anchor is unique, it is the span itself; of a long one the beginning.
        """
        words = self.read(span)[:ANCHOR_CHARACTERS].strip()
        start, stop = self._starts[span.paragraph - 1], self._starts[span.paragraph] - 1
        at = self._whole.index(words, start + span.start)
        unique = shortest_unique_at(self._whole, words, at, start, stop)
        return self._from_clause(span, words, unique) or unique or words

    def _from_clause(self, span: Span, words: str, unique: str | None) -> str | None:
        """Return a unique anchor that begins earlier in the clause, instead of one that ends later.

        It is easier to read: 增加值增长6.8% instead of 6.8%，其.
        """
        if unique is None or unique.endswith(words):
            return unique
        clause, sentence = self.clause_of(span), self.sentence_of(span)
        starts = range(span.start - 1, max(sentence.start, span.start - ANCHOR_CHARACTERS) - 1, -1)
        longer = {
            start: self.read(Span(span.paragraph, start, span.start)) + words for start in starts
        }
        unique_at = [
            start
            for start, one in longer.items()
            if len(one) <= ANCHOR_CHARACTERS and one == one.strip() and self._whole.count(one) == 1
        ]
        if clause.start in unique_at and len(longer[clause.start]) <= _SHORT_ANCHOR:
            return longer[clause.start]
        return longer[unique_at[0]] if unique_at else None

    def sentence_of(self, span: Span) -> Span:
        """Return the sentence in which a span begins, without the mark at its end."""
        return self._between(_SENTENCE_END, span)

    def clause_of(self, span: Span) -> Span:
        """Return the clause in which a span begins: what stands between two marks."""
        return self._between(_CLAUSE_END, span)

    def _between(self, mark: re.Pattern[str], span: Span) -> Span:
        text = self.paragraphs[span.paragraph - 1]
        first = max((found.end() for found in mark.finditer(text, 0, span.start)), default=0)
        after = mark.search(text, span.end)
        return Span(span.paragraph, first, after.start() if after else len(text))


def span_of(quantity: Quantity) -> Span:
    """Return where a quantity stands."""
    return Span(quantity.paragraph, quantity.offset, quantity.offset + len(quantity.text))
