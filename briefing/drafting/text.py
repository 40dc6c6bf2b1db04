"""A text that a model is drafted of: its paragraphs, its quantities, and anchors for its pieces."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec.structs import replace

from briefing.checks.evidence import period_of_months
from briefing.checks.marks import find_marks
from briefing.checks.unique import UniquePieces
from briefing.drafting.finding.meetings import SPEAKS
from briefing.drafting.found import Span
from briefing.limits import ANCHOR_CHARACTERS, COPIED_CHARACTERS
from briefing.quantities import Quantity, scan_paragraph

_SENTENCE_END = re.compile(f"[。！？!?]|[，；](?={SPEAKS.pattern})")
_FARTHEST = 600
"""No word of a sentence that tells of a number stands further before it."""
LONGEST_ANCHOR = min(ANCHOR_CHARACTERS, COPIED_CHARACTERS - 1)
"""An anchor is no copy of the text either."""
_SHORT_ANCHOR = 12
"""So short an anchor may as well begin where its clause does."""
_CLAUSE_END = re.compile(
    "(?<![0-9])[,，]|[,，](?![0-9])|[。；：、！？;:!?（）()“”‘’《》 \u3000]|—{2,}|—(?![0-9一-鿿])"
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
            number: [
                self._with_months(one)
                for one in scan_paragraph(text, number, self.date, self._names)
            ]
            for number, text in enumerate(self.paragraphs, 1)
        }

    def starting(self, paragraph: int, first: int, last: int) -> list[Quantity]:
        """Return the quantities of a paragraph that begin from one offset up to another."""
        held = self.quantities[paragraph]
        begin = bisect_left(held, first, key=_offset)
        return held[begin : bisect_left(held, last, lo=begin, key=_offset)]

    def neighbours(self, quantity: Quantity) -> tuple[Quantity | None, Quantity | None]:
        """Return the quantities before and behind another one in its paragraph."""
        held = self.quantities[quantity.paragraph]
        at = bisect_left(held, quantity.offset, key=_offset)
        return (held[at - 1] if at else None), (held[at + 1] if at + 1 < len(held) else None)

    @cached_property
    def _pieces(self) -> UniquePieces:
        return UniquePieces(self._whole)

    def _with_months(self, quantity: Quantity) -> Quantity:
        """Return a quantity, as the period that it is where it counts the first months: 前4个月."""
        text = self.paragraphs[quantity.paragraph - 1]
        period = self.date and period_of_months(text, quantity, self.date.year)
        if not period:
            return quantity
        return replace(quantity, value=list(period.split("/")), unit="date", kind="range")

    def read(self, span: Span) -> str:
        """Return the words of a span."""
        return self.paragraphs[span.paragraph - 1][span.start : span.end]

    def has(self, words: str) -> bool:
        """Return whether words stand anywhere in the text."""
        return words in self._whole

    def anchor(self, span: Span) -> str:
        """Return the shortest anchor that holds a span and stands nowhere else in the text.

        Where no anchor is unique, it is the span itself; of a long one the beginning.
        """
        words = self.read(span)[:LONGEST_ANCHOR].strip()
        start, stop = self._starts[span.paragraph - 1], self._starts[span.paragraph] - 1
        at = self._whole.index(words, start + span.start)
        if self._pieces.is_unique(at, at + len(words)):
            return words
        longer = self._from_clause(span, at, len(words))
        unique = longer or self._pieces.widen(at, len(words), start, stop)
        return unique if unique and len(unique) <= LONGEST_ANCHOR else words

    def cut(self, span: Span) -> Span:
        """Return a span without the quantity at its end of which a part stands behind it."""
        for one in self.starting(span.paragraph, span.start + 1, span.end)[-1:]:
            if span.end < one.offset + len(one.text):
                return span._replace(end=one.offset)
        return span

    def _from_clause(self, span: Span, at: int, length: int) -> str | None:
        """Return a unique anchor that begins before a span in its sentence, and ends with it.

        It is easier to read than one that goes on behind it: 增加值增长6.8% instead of 6.8%，其.
        ``at`` is where the words of the span, so many characters, stand in the whole text.
        """
        begin = self._starts[span.paragraph - 1]
        lead = at - begin - span.start  # the blanks before the words are no part of an anchor
        clause, sentence = self.clause_of(span).start, self.sentence_of(span).start
        first = max(sentence, span.start - LONGEST_ANCHOR + length)
        starts = [
            start
            for start in range(span.start - 1, first - 1, -1)
            if self._whole[begin + start].isalnum() and not lead
        ]
        # What holds a unique anchor is unique, too.
        nearest = bisect_left(
            starts,
            True,
            key=lambda start: self._pieces.is_unique(begin + start, at + length),
        )
        unique_at = starts[nearest:]
        if clause in unique_at and span.start - clause + length <= _SHORT_ANCHOR:
            return self._whole[begin + clause : at + length]
        if not unique_at or unique_at[0] < clause:  # the words behind are nearer than that clause
            last = min(at + LONGEST_ANCHOR, self._starts[span.paragraph] - 1)
            ends = range(at + length + 1, last + 1)
            one = bisect_left(ends, True, key=lambda end: self._pieces.is_unique(at, end))
            if one < len(ends):
                return self._whole[at : ends[one]].rstrip()
        return self._whole[begin + unique_at[0] : at + length] if unique_at else None

    def sentence_of(self, span: Span) -> Span:
        """Return the sentence in which a span begins, without the mark at its end.

        Where a meeting begins to speak, as in …在甲市举行，会议指出，…, another one begins: what is
        said is neither of the time nor of the place of the meeting.
        """
        return self._between(_SENTENCE_END, span)

    def words_before(self, around: Span, span: Span) -> str:
        """Return the words before a span in its clause or sentence that may tell of it."""
        return self.read(
            span._replace(start=max(around.start, span.start - _FARTHEST), end=span.start)
        )

    def clause_of(self, span: Span) -> Span:
        """Return the clause in which a span begins: what stands between two marks."""
        return self._between(_CLAUSE_END, span)

    def _between(self, mark: re.Pattern[str], span: Span) -> Span:
        marks = find_marks(mark, self.paragraphs[span.paragraph - 1])
        return Span(span.paragraph, marks.behind(span.start), marks.before(span.end))


def _offset(quantity: Quantity) -> int:
    return quantity.offset


def span_of(quantity: Quantity) -> Span:
    """Return where a quantity stands."""
    return Span(quantity.paragraph, quantity.offset, quantity.offset + len(quantity.text))
