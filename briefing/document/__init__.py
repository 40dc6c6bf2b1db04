"""What a command has to say, free of any format.

A view makes a :class:`Document`; an output turns it into text or bytes. ``blocks`` are for people,
in the language that they asked for; ``records`` are for programs, and the same in every language.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from briefing.document.blocks import (
    Block as Block,
)
from briefing.document.blocks import (
    Box as Box,
)
from briefing.document.blocks import (
    Column as Column,
)
from briefing.document.blocks import (
    Commands as Commands,
)
from briefing.document.blocks import (
    Compass as Compass,
)
from briefing.document.blocks import (
    Fields as Fields,
)
from briefing.document.blocks import (
    Items as Items,
)
from briefing.document.blocks import (
    KeyFigures as KeyFigures,
)
from briefing.document.blocks import (
    Node as Node,
)
from briefing.document.blocks import (
    Outline as Outline,
)
from briefing.document.blocks import (
    Prose as Prose,
)
from briefing.document.blocks import (
    Role as Role,
)
from briefing.document.blocks import (
    Table as Table,
)
from briefing.document.blocks import (
    Tree as Tree,
)
from briefing.document.blocks import (
    Verbatim as Verbatim,
)
from briefing.document.text import (
    Cell as Cell,
)
from briefing.document.text import (
    Evidence as Evidence,
)
from briefing.document.text import (
    Line as Line,
)
from briefing.document.text import (
    Marked as Marked,
)
from briefing.document.text import (
    Phrase as Phrase,
)
from briefing.document.text import (
    Proof as Proof,
)
from briefing.document.text import (
    is_list as is_list,
)
from briefing.document.text import (
    marks as marks,
)
from briefing.document.text import (
    paragraphs as paragraphs,
)
from briefing.document.text import (
    statements as statements,
)
from briefing.document.text import (
    texts as texts,
)
from briefing.document.text import (
    with_colon as with_colon,
)

Lang = Literal["en", "zh", "both"]


class Document(NamedTuple):
    """The whole result of a command.

    ``records`` is a list of records or one object, made of plain data that JSON can hold.
    ``attribution`` names the articles, their publishers and reporters, in both languages;
    ``rights`` says what reuse asks for. ``lang`` is the language asked for; where the blocks have
    both, an output may let its reader switch. A list has a ``section``, which names its records
    for programs, and a ``name``, which is its title in exported files. Where it has no records,
    ``shape`` is one without values, so that a table has its columns all the same; the records of a
    section of the model have a shape of their own. ``fields`` are those of the records that
    programs are to get, in that order; without any they get all.
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
    shape: Mapping[str, Any] | None = None
    fields: tuple[str, ...] = ()

    def attributed(self) -> tuple[str, ...]:
        """Return the attribution in the language asked for, or in both, one line each."""
        return tuple(line for lang, line in texts(self.attribution) if self.lang in (lang, "both"))
