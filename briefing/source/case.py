"""A model beside its source text, as the rules look at the two."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from briefing.model import Article, Evidence
from briefing.quantities import Quantity, scan
from briefing.references import Path
from briefing.source.text import Paragraph, SourceText
from briefing.walk import parts


class Finding(NamedTuple):
    """What a rule found: at a path of the model, or at an offset of a paragraph of the source."""

    message: str
    path: Path | None = None
    paragraph: Paragraph | None = None
    offset: int = 0


class Case:
    """An article beside its source, and what several rules need to know of the two."""

    def __init__(self, article: Article, source: SourceText) -> None:
        self.article = article
        self.source = source
        self.date = article.source.published.date()
        self._occurrences: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self._under: dict[tuple[int, str], list[Quantity]] = {}

    @cached_property
    def quantities(self) -> dict[int, list[Quantity]]:
        """The quantities of the source by paragraph, lexicalised names among them."""
        found: dict[int, list[Quantity]] = {}
        texts = [paragraph.text for paragraph in self.source.paragraphs]
        for quantity in scan(texts, self.date):
            found.setdefault(quantity.paragraph, []).append(quantity)
        return found

    @cached_property
    def anchors(self) -> list[tuple[Path, Evidence]]:
        """Every piece of evidence in the model, with its path."""
        return [(path, part) for path, part in parts(self.article) if isinstance(part, Evidence)]

    @cached_property
    def covered(self) -> dict[int, list[tuple[int, int]]]:
        """The stretches of each paragraph that an anchor or a waiver speaks for."""
        spans: dict[int, list[tuple[int, int]]] = {}
        said = [(proof.paragraph, proof.anchor) for _, proof in self.anchors]
        said += [(waiver.paragraph, waiver.text) for waiver in self.article.waived]
        for number, anchor in set(said):
            spans.setdefault(number, []).extend(self.occurrences(number, anchor))
        return spans

    def occurrences(self, number: int, anchor: str) -> list[tuple[int, int]]:
        """Where an anchor stands in a paragraph."""
        known = self._occurrences.get((number, anchor))
        if known is None:
            paragraph = self.source.paragraph(number)
            matches = re.finditer(re.escape(anchor), paragraph.text) if paragraph else ()
            known = self._occurrences[number, anchor] = [match.span() for match in matches]
        return known

    def within(self, number: int, start: int, end: int) -> list[Quantity]:
        """The quantities of a paragraph that a stretch of it touches."""
        quantities = self.quantities.get(number, [])
        # None lies over another: their ends are in order as their beginnings are.
        first = bisect_right(quantities, start, key=lambda one: one.offset + len(one.text))
        return quantities[first : bisect_left(quantities, end, key=lambda one: one.offset)]

    def under(self, proof: Evidence) -> list[Quantity]:
        """The quantities that an anchor touches where it stands."""
        key = (proof.paragraph, proof.anchor)
        if key not in self._under:
            self._under[key] = [
                quantity
                for start, end in self.occurrences(*key)
                for quantity in self.within(proof.paragraph, start, end)
            ]
        return self._under[key]

    def covers(self, number: int, start: int, end: int) -> bool:
        """Whether one anchor or waiver speaks for a stretch of a paragraph, whole."""
        starts, ends = self._reach.get(number, ([], []))
        at = bisect_right(starts, start)
        return at > 0 and ends[at - 1] >= end

    def touches(self, number: int, start: int, end: int) -> bool:
        """Whether an anchor or waiver speaks for any part of a stretch of a paragraph."""
        starts, ends = self._reach.get(number, ([], []))
        at = bisect_left(starts, end)
        return at > 0 and ends[at - 1] > start

    @cached_property
    def _reach(self) -> dict[int, tuple[list[int], list[int]]]:
        """For each paragraph where its stretches begin, and how far those so far reach."""
        return {
            number: ([start for start, _ in spans], list(accumulate((e for _, e in spans), max)))
            for number, found in self.covered.items()
            for spans in [sorted(found)]
        }

    @cached_property
    def _whole(self) -> dict[bool, tuple[str, list[int]]]:
        """The text as it is and normalised, and where its paragraphs begin."""
        whole = {}
        for folded in (False, True):
            texts = [one.text for one in self.source.paragraphs]
            texts = [unicodedata.normalize("NFKC", one) for one in texts] if folded else texts
            begins = [0, *accumulate(len(text) + 1 for text in texts)]
            whole[folded] = ("\n".join(texts), begins)
        return whole

    def standing(self, wanted: str, most: int, *, folded: bool = False) -> list[int]:
        """The first paragraphs that hold a text, at most so many."""
        text, begins = self._whole[folded]
        numbers: list[int] = []
        at = text.find(wanted)
        while at >= 0 and len(numbers) < most and "\n" not in wanted:
            numbers.append(bisect_right(begins, at))
            at = text.find(wanted, begins[numbers[-1]])
        return numbers
