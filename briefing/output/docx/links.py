"""Links within a Word file: to the records that it has, and to the words that claims rest on."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.parts.story import StoryPart

from briefing import document as doc
from briefing.output.docx.element import Element, make
from briefing.output.fragments import link_marks, link_to_words

_MAX_NAME = 40  # characters that Word allows in the name of a bookmark

Place = str | tuple[int, str]
"""The id of a record, or a paragraph and words that stand in it."""
Target = tuple[str | None, Place]
"""The id of an article, and a place in it."""


class Bookmarks:
    """The places of a document that can be linked to.

    A record has one where the document tells of it, and words of the article where they are listed.
    """

    def __init__(self, part: StoryPart, document: doc.Document) -> None:
        self._part = part
        self._links = document.links
        self._numbers = count(1)
        self._set: set[str] = set()
        self._ids = (f"rId{number}" for number in count(1))
        self._addresses: dict[str, str] = {
            one.target_ref: id_
            for id_, one in reversed(part.rels.items())
            if one.is_external and one.reltype == RELATIONSHIP_TYPE.HYPERLINK
        }
        articles = list(document.links.articles) if document.links else []
        self._only = articles[0] if len(articles) == 1 else None
        self._names = dict(_name_targets(document, self))

    def home(self, evidence: doc.Evidence) -> str | None:
        """Return the id of the article that a claim with this evidence is from, if it is known."""
        if self._links is None or self._only or not evidence:
            return self._only
        return self._links.home(evidence[0])

    def mark(self, target: Target, content: list[Element]) -> list[Element]:
        """Return the content as what links to a place lead to."""
        name = self._names.get(target)
        if name is None or name in self._set:
            return content
        return self.set(name, content)

    def set(self, name: str, content: list[Element]) -> list[Element]:
        """Return the content within a bookmark of that name."""
        self._set.add(name)
        number = next(self._numbers)
        start = make("bookmarkStart", id=number, name=name)
        return [start, *content, make("bookmarkEnd", id=number)]

    def link(self, article: str | None, place: Place, content: list[Element]) -> list[Element]:
        """Return the content as a link to a place, if the document has it."""
        name = self._names.get((article, place))
        return [make("hyperlink", *content, anchor=name, history="1")] if name else content

    def link_name(self, article: str | None, name: str, content: list[Element]) -> list[Element]:
        """Return the content as a link to the record of that name, if there is just one."""
        known = self._links.articles.get(article or "") if self._links else None
        id_ = known.titles.get(name) if known else None
        return self.link(article, id_, content) if id_ else content

    def link_words(self, article: str, words: str, content: list[Element]) -> list[Element]:
        """Return the content as a link to these words on the page of an article, if it has one."""
        known = self._links.articles.get(article) if self._links else None
        address = link_to_words(known.address, words) if known else None
        return self.link_away(address, content) if address else content

    def link_away(self, address: str, content: list[Element]) -> list[Element]:
        """Return the content as a link to an address."""
        link = OxmlElement("w:hyperlink", {qn("r:id"): self._relate_to(address)})
        link.extend(content)
        return [link]

    def _relate_to(self, address: str) -> str:
        """Return the id of an address in the file; python-docx goes through all to find one."""
        if address not in self._addresses:
            relations = self._part.rels
            id_ = next(id_ for id_ in self._ids if id_ not in relations)
            relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, id_, is_external=True)
            self._addresses[address] = id_
        return self._addresses[address]

    def list_marks(self, evidence: doc.Evidence) -> Iterator[tuple[str, Place | None]]:
        """Yield the marks of some paragraphs, each with the words or the address it leads to.

        Where the document lists the words, the mark leads there, and else to the page of the
        article, if its address is known.
        """
        home = self.home(evidence)
        first = {one.paragraph: (one.paragraph, one.anchor) for one in reversed(evidence)}
        if any((home, place) in self._names for place in first.values()):
            for mark in doc.marks(doc.paragraphs(evidence)).split():
                yield mark, first[int(re.findall(r"\d+", mark)[0])]
        else:
            yield from link_marks(evidence, self._links)


def _name_targets(document: doc.Document, bookmarks: Bookmarks) -> Iterator[tuple[Target, str]]:
    """Yield the records and paragraphs that the document tells of, each with its bookmark."""
    articles = list(document.links.articles) if document.links else []
    numbers = {one: number for number, one in enumerate(articles, 1)}
    for number, (article, place) in enumerate(_find_targets(document.blocks, bookmarks), 1):
        name = f"r_{place}" if isinstance(place, str) else f"p_{place[0]}_{number}"
        if len(articles) > 1 and article in numbers:
            name = f"a{numbers[article]}_{name}"
        yield (article, place), _shorten(re.sub(r"\W", "_", name))


def _shorten(name: str) -> str:
    if len(name) <= _MAX_NAME:
        return name
    return f"{name[: _MAX_NAME - 9]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _find_targets(blocks: Sequence[doc.Block], bookmarks: Bookmarks) -> Iterator[Target]:
    for block in blocks:
        match block:
            case doc.Table():
                yield from (ref for row in block.rows if (ref := find_ref(block, row, bookmarks)))
            case doc.Tree():
                yield from _find_nodes(block.roots, bookmarks)
            case doc.Passages():
                yield from ((block.article, (one.paragraph, one.anchor)) for one in block.passages)


def _find_nodes(nodes: Sequence[doc.Node], bookmarks: Bookmarks) -> Iterator[Target]:
    for node in nodes:
        if node.id:
            yield bookmarks.home(node.evidence), node.id
        yield from _find_nodes(node.children, bookmarks)


def find_ref(
    table: doc.Table, row: Sequence[doc.Cell], bookmarks: Bookmarks
) -> tuple[str | None, str] | None:
    """Return the article and the id of the record that a row tells of, if it has an id."""
    for column, cell in zip(table.columns, row, strict=True):
        if column.key == "id" and isinstance(cell, str) and cell:
            evidence = next((one.evidence for one in row if isinstance(one, doc.Line)), ())
            return bookmarks.home(evidence), cell
    return None
