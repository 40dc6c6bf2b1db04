"""What a command has to say, free of any format.

A view makes a :class:`Document`; an output turns it into text or bytes. ``blocks`` are for people,
in the language that they asked for; ``records`` are for programs, and the same in every language.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from briefing.document.blocks import (
    Block,
    Box,
    Column,
    Commands,
    Compass,
    Fields,
    Items,
    KeyFigures,
    Node,
    Outline,
    Passages,
    Prose,
    Role,
    Table,
    Tree,
    Verbatim,
)
from briefing.document.links import (
    ArticleLinks,
    Links,
    Ref,
)
from briefing.document.passages import Passage, Resting
from briefing.document.text import (
    Cell,
    Evidence,
    Line,
    Marked,
    Phrase,
    Proof,
    find_evidence,
    is_list,
    list_mark,
    marks,
    paragraphs,
    ranges,
    statements,
    texts,
    with_colon,
)

__all__ = [
    "ArticleLinks",
    "Block",
    "Box",
    "Cell",
    "Column",
    "Commands",
    "Compass",
    "Document",
    "Evidence",
    "Fields",
    "Items",
    "KeyFigures",
    "Lang",
    "Line",
    "Links",
    "Marked",
    "Node",
    "Outline",
    "Passage",
    "Passages",
    "Phrase",
    "Proof",
    "Prose",
    "Ref",
    "Resting",
    "Role",
    "Table",
    "Template",
    "Tree",
    "Verbatim",
    "find_evidence",
    "is_list",
    "list_mark",
    "marks",
    "paragraphs",
    "ranges",
    "statements",
    "texts",
    "with_colon",
]

Lang = Literal["en", "zh", "both"]


class Template(NamedTuple):
    """A file whose styles a document is to have: its name, and what is in it."""

    file: str
    content: bytes


class Document(NamedTuple):
    """The whole result of a command.

    ``records`` is a list of records or one object, made of plain data that JSON can hold.
    ``attribution`` names the articles, their publishers and reporters, in both languages.
    ``articles`` are the articles of the model that the records are of, and nothing where they are
    of a mere text; ``texts`` are their source texts, as far as they are at hand, by their ids.
    ``rights`` says what reuse asks for. ``lang`` is the language asked for; where the blocks have
    both, an output may let its reader switch. A list has a ``section``, which names its records
    for programs, and a ``name``, which is its title in exported files. ``holds`` is the type of the
    records where they are none of a section of the model, so that a table without any has its
    columns all the same. ``fields`` are those of the records that
    programs are to get, in that order; without any they get all. Whole models are in ``models`` as
    they are written, and JSON and YAML have them in the place of the records. ``links`` are what a
    format needs that links names and evidence, and ``citation`` is how the articles are cited. What
    fits one screen ``is_screen``, and an output keeps it as short. ``template`` is a file whose
    styles the document is to have.
    """

    blocks: tuple[Block, ...]
    records: list[dict[str, Any]] | dict[str, Any]
    attribution: Phrase
    source: Phrase
    lang: Lang
    title: Phrase | None = None
    subtitle: Phrase | None = None
    rights: Phrase = Phrase()
    section: str = "records"
    name: Phrase | None = None
    holds: type | None = None
    articles: tuple[Any, ...] | None = None
    texts: Mapping[str, Any] | None = None
    fields: tuple[str, ...] = ()
    models: tuple[dict[str, Any], ...] = ()
    links: Links | None = None
    citation: Phrase | None = None
    is_screen: bool = False
    template: Template | None = None

    def closing(self) -> list[tuple[Literal["zh", "en"] | None, str]]:
        """Return what reuse asks for and whose reporting it is, in the language asked for."""
        found = [*texts(self.rights), *texts(self.attribution)]
        return [(lang, text) for lang, text in found if self.lang in (lang, "both")]

    def attributed(self) -> tuple[str, ...]:
        """Return the attribution in the language asked for, or in both, one line each."""
        return tuple(line for lang, line in texts(self.attribution) if self.lang in (lang, "both"))
