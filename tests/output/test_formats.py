"""Every format can render every kind of block."""

import re

import pytest

from briefing.document import (
    Block,
    Box,
    Column,
    Commands,
    Compass,
    Document,
    Fields,
    Items,
    KeyFigures,
    Line,
    Node,
    Phrase,
    Prose,
    Table,
    Tree,
    Verbatim,
)
from briefing.model.parts import Evidence
from briefing.output import terminal
from briefing.output.formats import FORMATS
from briefing.output.renderer import Renderer

TITLE = Phrase("题", "Title")
EVIDENCE = (Evidence(paragraph=5, anchor="五"),)
FOR_PEOPLE = ("text", "md", "html")


def statement(word: str) -> Line:
    return Line(Phrase(en=word), EVIDENCE, Phrase(en="implied"))


BLOCKS: dict[str, Block] = {
    "prose": Prose(Phrase(en="prose-word"), EVIDENCE),
    "items": Items(TITLE, (statement("items-word"),)),
    "key-figures": KeyFigures(TITLE, ((Phrase(en="12.5%"), statement("key-figures-word")),)),
    "fields": Fields(TITLE, (("label", (statement("fields-word"), statement("second"))),)),
    "table": Table((Column(TITLE, "name"), Column(TITLE, "id")), (("table-word", "an-id"),)),
    "empty-table": Table((Column(TITLE, "name"),), (), empty=Phrase(en="empty-table-word")),
    "tree": Tree(TITLE, (Node("root", (), "a", (), (Node("tree-word", ("tag",), "b"),)),)),
    "empty-tree": Tree(TITLE, (), Phrase(en="empty-tree-word")),
    "compass": Compass(TITLE, centre=Box(Phrase(), Phrase(en="compass-word"), "c")),
    "verbatim": Verbatim(Phrase(en="verbatim-word")),
}


def document(*blocks: Block) -> Document:
    records = [{"article": "a", "id": "one"}]
    return Document(blocks, records, TITLE, TITLE, "en", TITLE, section="figures")


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_accepts_every_kind_of_block(form: str) -> None:
    commands = Commands(TITLE, (("briefing figures", TITLE),))
    assert FORMATS[form].render(document(*BLOCKS.values(), commands))


@pytest.mark.parametrize("form", [*FOR_PEOPLE, "terminal"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_the_text_of_a_block_is_shown(kind: str, form: str) -> None:
    whole = document(BLOCKS[kind])
    if form == "terminal":
        shown = terminal.render(whole, colour=False, cells=80)
    else:
        shown = FORMATS[form].render(whole).decode()
    assert f"{kind}-word" in shown


@pytest.mark.parametrize("kind", BLOCKS)
def test_colour_does_not_change_the_text(kind: str) -> None:
    whole = document(BLOCKS[kind])
    coloured = terminal.render(whole, colour=True, cells=80)
    assert "\x1b[" in coloured
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert without == terminal.render(whole, colour=False, cells=80)


def test_a_renderer_that_lacks_a_kind_of_block_cannot_be_created() -> None:
    class Unfinished(Renderer[str]):
        def prose(self, block: Prose) -> str:
            return str(block.text)

    with pytest.raises(TypeError, match="abstract"):
        Unfinished()  # type: ignore[abstract]  # mypy would report an unneeded ignore
