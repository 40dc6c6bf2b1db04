"""A model beside its source text, as the rules look at the two."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.model import Article, Evidence
from briefing.references import Path
from briefing.source.quantities import Quantity, scan
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

    def occurrences(self, number: int, anchor: str) -> Iterator[tuple[int, int]]:
        """Where an anchor stands in a paragraph."""
        paragraph = self.source.paragraph(number)
        if paragraph:
            for match in re.finditer(re.escape(anchor), paragraph.text):
                yield match.span()

    def under(self, proof: Evidence) -> Iterator[Quantity]:
        """The quantities that an anchor touches where it stands."""
        for start, end in self.occurrences(proof.paragraph, proof.anchor):
            for quantity in self.quantities.get(proof.paragraph, ()):
                if quantity.offset < end and start < quantity.offset + len(quantity.text):
                    yield quantity
