"""A model beside its source text, with what several rules need to know of the two."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import accumulate, islice

from briefing.checks.coordinated import find_qualifiers
from briefing.checks.copies import restore
from briefing.checks.once import once
from briefing.checks.owntexts import OwnTexts, list_own_texts
from briefing.checks.pairs import Pairs
from briefing.checks.spans import Occurrences, Spans
from briefing.checks.spelling import fold
from briefing.checks.times import Time, find_ahead, find_times
from briefing.model.article import Article
from briefing.model.parts import Evidence
from briefing.model.records import Organisation, Place
from briefing.model.text import Paragraph, SourceText
from briefing.problem import Path
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.data import WordTable

ANOTHER_TEXT = "anchor-not-found.another-text"
"""The message that the text is that of another article."""
_FEWEST_ANCHORS = 5
"""With fewer anchors it is not told whether the text is another one."""
_MOST_CITED = 10
"""A text that is cited of an unknown paragraph is looked for in so many."""


class ProofContext:
    """An article beside its source text; a rule that needs the text is given one of these.

    Places in a paragraph are offsets in characters; a span is a start and an end. ``unread`` are
    paragraphs (or 0) and texts that a model with mistakes cites, besides those in the article, and
    ``date`` is given where such a model does not tell the article's.
    """

    def __init__(
        self,
        article: Article,
        source: SourceText,
        unread: Iterable[tuple[int, str]] = (),
        date: datetime.date | None = None,
    ) -> None:
        self.article = article
        cited = [(proof.paragraph, proof.anchor) for _, proof in self.anchors]
        self.source, self.changes = restore(source, article.source.paragraphs, cited)
        self._unread = frozenset(unread)
        self.date = date or article.source.day
        self.day = date or (None if article.source.is_undated else article.source.day)
        """The day of the article, by which a time is to come; none where it is not told yet."""

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The quantities of the source by paragraph number; fixed terms, of kind `name`, too."""
        return _scan(self.source.paragraphs, self.date, self.given_names)

    @cached_property
    def governed(self) -> dict[int, dict[int, str]]:
        """The qualifiers of what a verb governs from afar, by paragraph and offset."""
        return {
            one.number: find_qualifiers(one.text, self.quantities[one.number])
            for one in self.source.paragraphs
        }

    @cached_property
    def times(self) -> dict[int, list[Time]]:
        """The times that the source tells, by paragraph number."""
        return _find_times(self.source.paragraphs, self.date, self.given_names)

    @cached_property
    def times_ahead(self) -> dict[int, list[tuple[int, int]]]:
        """The spans of the times that are still to come on the article's day, by paragraph."""
        return {
            one.number: find_ahead(one.text, self.times[one.number], self.day)
            for one in self.source.paragraphs
        }

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The Chinese names of the model's places and organisations."""
        named: tuple[Place | Organisation, ...] = self.article.of(Place)
        named += self.article.of(Organisation)
        said = (one for record in named for one in (record.name, record.short))
        aliases = (alias for place in self.article.of(Place) for alias in place.aliases)
        return frozenset([*aliases, *(one.zh for one in said if one)])

    @cached_property
    def _texts(self) -> dict[int, Occurrences]:
        return {one.number: Occurrences(one.text) for one in self.source.paragraphs}

    @cached_property
    def _table_of_names(self) -> WordTable:
        return WordTable(one for one in self.given_names if one)

    def hide_names(self, text: str) -> str:
        """Return a text of the same length without the names of the model's places and bodies."""
        hidden = list(text)
        for start, name in self._table_of_names.find_all(text):
            hidden[start : start + len(name)] = "〇" * len(name)
        return "".join(hidden)

    @cached_property
    def anchors(self) -> list[tuple[Path, Evidence]]:
        """Every piece of evidence in the model, with its path."""
        return [(path, part) for path, part in self.article.all_parts if isinstance(part, Evidence)]

    @cached_property
    def own_texts(self) -> list[OwnTexts]:
        """Every part of the model that has evidence, with its texts; many rules go through them."""
        return list(list_own_texts(self.article))

    @cached_property
    def own_texts_at(self) -> dict[Path, OwnTexts]:
        """The parts of the model that have evidence, by their paths."""
        return {one.path: one for one in self.own_texts}

    @cached_property
    def is_another_text(self) -> bool:
        """Whether not one of several anchors stands in the text, in whatever spelling."""
        anchors = {proof.anchor for _, proof in self.anchors}
        if any(self.occurrences(one.paragraph, one.anchor) for _, one in self.anchors):
            return False  # of most texts the first one does, and none is spelled otherwise
        return len(anchors) >= _FEWEST_ANCHORS and not any(
            self.paragraphs_spelling(fold(anchor)[0], 1) for anchor in anchors
        )

    def forget(self) -> None:
        """Let go of all that was worked out, and of the texts: nothing can be asked any more."""
        self.__dict__.clear()

    def text_of(self, number: int) -> str:
        """Return the text of the paragraph of a number, or "" where there is none."""
        return self.source.text_of(number)

    def locate(self, quantity: Quantity) -> tuple[str, int, int]:
        """Return the text of a quantity's paragraph, and where it begins and ends there."""
        return (
            self.text_of(quantity.paragraph),
            quantity.offset,
            quantity.offset + len(quantity.text),
        )

    def locate_anchor(self, proof: Evidence) -> tuple[str, int, int] | None:
        """Return the text of a paragraph, and where an anchor first stands in it, if it does."""
        spans = self.occurrences(proof.paragraph, proof.anchor)
        return (self.text_of(proof.paragraph), *spans[0]) if spans else None

    @once
    def occurrences(self, number: int, anchor: str) -> list[tuple[int, int]]:
        """Return the spans at which a text stands in the paragraph of that number."""
        text = self._texts.get(number)
        return text.find(anchor) if text else []

    def quantities_overlapping(self, number: int, start: int, end: int) -> list[Quantity]:
        """Return the quantities of a paragraph that a span of it touches."""
        quantities = self.quantities.get(number, [])
        # No quantity overlaps another, so their ends are in the same order as their beginnings.
        first = bisect_right(quantities, start, key=lambda one: one.offset + len(one.text))
        return quantities[first : bisect_left(quantities, end, key=lambda one: one.offset)]

    @once
    def quantities_at(self, number: int, anchor: str) -> list[Quantity]:
        """Return the quantities that an anchor touches wherever it stands in a paragraph."""
        return [
            quantity
            for span in self.occurrences(number, anchor)
            for quantity in self.quantities_overlapping(number, *span)
        ]

    def dates_in_anchor(self, proof: Evidence) -> list[Quantity]:
        """Return the dates that an anchor touches wherever it stands in its paragraph."""
        return [
            one for one in self.quantities_at(proof.paragraph, proof.anchor) if one.kind == "date"
        ]

    def codes_in_anchor(self, proof: Evidence) -> set[str]:
        """Return the codes of the times that an anchor touches wherever it stands."""
        codes = self._codes_of(proof.paragraph)
        spans = self.occurrences(proof.paragraph, proof.anchor)
        return {code for span in spans for _, code in codes.touching(span)}

    @once
    def _codes_of(self, number: int) -> Spans[str]:
        """Return the codes of the times of a paragraph, by where they stand."""
        return Spans(((one.start, one.end), one.code) for one in self.times.get(number, ()))

    def is_partly_covered(self, number: int, start: int, end: int) -> bool:
        """Return whether an anchor covers any part of a span of a paragraph."""
        starts, ends = self._covered.get(number, ([], []))
        at = bisect_left(starts, end)
        return at > 0 and ends[at - 1] > start

    def unread_spans(self, number: int) -> list[tuple[int, int]]:
        """Return the spans of a paragraph that the unread parts of a model with mistakes cite."""
        texts = self._unread_texts.get(number, ())
        return [span for text in texts for span in self.occurrences(number, text)]

    @cached_property
    def _unread_texts(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for number, text in sorted(self._unread):
            numbers = [number] if number else self.paragraphs_containing(text, _MOST_CITED)
            for one in numbers:
                found.setdefault(one, []).append(text)
        return found

    @cached_property
    def _covered(self) -> dict[int, tuple[list[int], list[int]]]:
        """The spans that anchors cover, as two lists for each paragraph number.

        The first list has the starts of the spans, in order. The second has, for each of them, the
        furthest end of all spans that start there or before.
        """
        spans: dict[int, list[tuple[int, int]]] = {}
        said = {(proof.paragraph, proof.anchor) for _, proof in self.anchors}
        said |= {(one, text) for one, texts in self._unread_texts.items() for text in texts}
        for number, anchor in said:
            spans.setdefault(number, []).extend(self.occurrences(number, anchor))
        covered = {}
        for number, found in spans.items():
            found.sort()
            starts = [start for start, _ in found]
            covered[number] = starts, list(accumulate((end for _, end in found), max))
        return covered

    @once
    def paragraphs_containing(self, text: str, most: int) -> list[int]:
        """Return the numbers of the first paragraphs that hold a text, ``most`` at most."""
        return _find_paragraphs(self._pairs, text, most)

    @once
    def paragraphs_spelling(self, text: str, most: int) -> list[int]:
        """Return the numbers of the first paragraphs that hold a folded text in any spelling."""
        return _find_paragraphs(self._folded, text, most)

    @property
    def whole_text(self) -> str:
        """The text of all paragraphs, each on a line of its own."""
        return self._whole[0]

    def number_at(self, offset: int) -> int:
        """Return the number of the paragraph that stands at an offset of the whole text."""
        return bisect_right(self._whole[1], offset)

    def place_in_whole(self, number: int) -> tuple[str, int, int]:
        """Return the whole text, a paragraph a line, and where one begins and ends in it."""
        whole, begins = self._whole
        return whole, begins[number - 1], begins[number] - 1

    @cached_property
    def _whole(self) -> tuple[str, list[int]]:
        return _join([one.text for one in self.source.paragraphs])

    @cached_property
    def _pairs(self) -> Pairs:
        return _pair(self.source.paragraphs)

    @cached_property
    def _folded(self) -> Pairs:
        return _fold(self.source.paragraphs)


# A model that is mended is checked again after each round of edits, beside the same text.
@lru_cache(maxsize=1)
def _scan(
    paragraphs: tuple[Paragraph, ...], date: datetime.date, names: frozenset[str]
) -> dict[int, list[Quantity]]:
    """Return the quantities of some paragraphs by their numbers."""
    return {one.number: scan_paragraph(one.text, one.number, date, names) for one in paragraphs}


@lru_cache(maxsize=1)
def _find_times(
    paragraphs: tuple[Paragraph, ...], date: datetime.date, names: frozenset[str]
) -> dict[int, list[Time]]:
    """Return the times that some paragraphs tell, by their numbers."""
    quantities = _scan(paragraphs, date, names)
    return {
        one.number: list(find_times(one.text, quantities[one.number], date)) for one in paragraphs
    }


@lru_cache(maxsize=1)
def _pair(paragraphs: tuple[Paragraph, ...]) -> Pairs:
    """Return in which of some paragraphs two characters stand side by side."""
    return Pairs([one.text for one in paragraphs])


@lru_cache(maxsize=1)
def _fold(paragraphs: tuple[Paragraph, ...]) -> Pairs:
    """Return the same of the paragraphs without what is of their spelling."""
    return Pairs([fold(one.text)[0] for one in paragraphs])


def _join(texts: list[str]) -> tuple[str, list[int]]:
    """Return the texts as one, a line each, and the offsets at which they begin."""
    return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts)]


def _find_paragraphs(pairs: Pairs, text: str, most: int) -> list[int]:
    """Return the numbers of the first paragraphs that hold a text."""
    return list(islice(pairs.find(text), most)) if text and "\n" not in text else []
