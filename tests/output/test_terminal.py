"""Documents on terminals of any width, with any text."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Outline,
    Phrase,
    Prose,
    Role,
    Table,
    Tree,
)
from briefing.model.parts import Evidence
from briefing.output import markdown, plain, terminal
from briefing.output.cells import width
from briefing.output.terminal.lines import STYLES
from support import example
from texts import MIXED

SIDES = ("north", "west", "east", "south")
ROLES: tuple[Role, ...] = ("text", "number", "paragraph", "id")

words = st.text(st.sampled_from(MIXED + "  "), min_size=1, max_size=60).filter(str.strip)
phrases = st.builds(Phrase, words, words) | words.map(Phrase) | words.map(lambda en: Phrase(en=en))
proofs = st.integers(1, 99).map(lambda number: Evidence(paragraph=number, anchor="甲"))
evidence = st.lists(proofs, max_size=5).map(tuple)
lines = st.builds(Line, phrases, evidence, st.none() | phrases, st.just(()))
nested = st.builds(Line, phrases, evidence, st.none() | phrases, st.lists(lines).map(tuple))
several = st.lists(lines, min_size=1, max_size=3).map(tuple)
rows = st.tuples(phrases, st.lists(nested, min_size=1, max_size=3).map(tuple))
boxes = st.builds(Box, phrases, phrases, words, st.none() | phrases)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    roles = draw(st.lists(st.sampled_from(ROLES), max_size=4))
    columns = [Column(draw(phrases), role) for role in ("name", *roles)]
    rows = draw(st.lists(st.tuples(*[phrases for _ in columns]), min_size=1, max_size=3))
    return Table(tuple(columns), tuple(rows), draw(st.none() | phrases))


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> Node:
    children = draw(st.lists(nodes(depth - 1), max_size=2)) if depth else []
    tags = draw(st.lists(phrases, max_size=2))
    return Node(draw(phrases), tuple(tags), "an-id", draw(several), tuple(children), draw(evidence))


blocks: dict[str, st.SearchStrategy[Block]] = {
    "prose": st.builds(Prose, phrases, evidence, st.none() | phrases),
    "items": st.builds(Items, phrases, several),
    "key figures": st.builds(
        KeyFigures, phrases, st.lists(st.tuples(phrases, lines), min_size=1, max_size=3).map(tuple)
    ),
    "fields": st.builds(
        Fields,
        phrases,
        st.lists(st.tuples(phrases, several), min_size=1, max_size=3).map(tuple),
        st.integers(0, 200),
    ),
    "outline": st.builds(Outline, st.none(), st.lists(rows, min_size=1).map(tuple)),
    "table": tables(),
    "tree": st.builds(Tree, phrases, st.lists(nodes(), max_size=2).map(tuple), phrases),
    "compass": st.builds(Compass, phrases, *[st.none() | boxes for _ in range(5)]),
    "commands": st.builds(
        Commands, phrases, st.just((("briefing figures", Phrase("数字", "every figure")),))
    ),
}


def document(*contents: Block) -> Document:
    return Document(
        contents, [], Phrase("报", "Paper"), Phrase("报", "Paper"), "both", Phrase("题")
    )


@pytest.mark.parametrize("kind", blocks)
@given(data=st.data(), cells=st.integers(60, 140))
def test_no_line_is_wider_than_the_terminal(kind: str, data: st.DataObject, cells: int) -> None:
    shown = terminal.render(document(data.draw(blocks[kind])), colour=False, cells=cells)
    assert [line for line in shown.splitlines() if width(line) > cells] == []


@given(data=st.data(), cells=st.integers(20, 140))
def test_a_table_shows_every_character(data: st.DataObject, cells: int) -> None:
    table = data.draw(tables())
    shown = "".join(terminal.render(document(table), colour=False, cells=cells).split())
    for row in table.rows:
        for cell in row:
            assert isinstance(cell, Phrase)
            for text in filter(None, cell):
                assert all(
                    shown.count(one) >= text.count(one) for one in set("".join(text.split()))
                )


# A table as cards lacks the heading of the names, and a compass as a list shows a remark once.
@pytest.mark.parametrize("kind", sorted(blocks.keys() - {"table", "compass"}))
@given(data=st.data(), cells=st.integers(20, 140))
def test_a_narrow_terminal_shows_every_character_that_a_wide_one_does(
    kind: str, data: st.DataObject, cells: int
) -> None:
    whole = document(data.draw(blocks[kind]))
    wide, narrow = (
        Counter(filter(str.isalnum, terminal.render(whole, colour=False, cells=size)))
        for size in (1000, cells)
    )
    assert wide - narrow == Counter()


@pytest.mark.parametrize("kind", blocks)
@given(data=st.data())
def test_plain_text_and_markdown_accept_any_text(kind: str, data: st.DataObject) -> None:
    whole = document(data.draw(blocks[kind]))
    for shown in (plain.render(whole), markdown.render(whole)):
        assert shown.endswith("\n")
        assert "Paper" in shown


def test_a_deep_tree_is_no_wider_than_the_terminal() -> None:
    node = Node("deepest", (), "an-id")
    for _ in range(40):
        node = Node("above", (), "an-id", children=(node,))
    shown = terminal.render(document(Tree(None, (node,))), colour=False, cells=60)
    assert max(map(width, shown.splitlines())) <= 60
    assert shown.count("above") == 40
    assert "deepest" in shown


def test_text_that_looks_like_rich_markup_is_shown_unchanged() -> None:
    shown = terminal.render(document(Prose("[bold]x[/bold] :smile: [/]")), colour=True, cells=80)
    assert "[bold]x[/bold] :smile: [/]" in shown


def compass(cells: int, **boxes: Box) -> list[str]:
    """Return the lines of a compass that has a width of ``cells``."""
    shown = terminal.render(document(Compass(Phrase(), **boxes)), colour=False, cells=cells + 2)
    return [line for line in shown.splitlines() if re.search("[─-╿]", line)]


def place(name: str, part: Phrase | None = None) -> Box:
    return Box(part or Phrase(), Phrase(name), "an-id")


@given(
    sides=st.sets(st.sampled_from(SIDES)),
    parts=st.lists(st.sampled_from((Phrase(), Phrase("部"), Phrase("部", "part"))), min_size=5),
)
def test_a_compass_draws_every_place_that_it_has(sides: set[str], parts: list[Phrase]) -> None:
    names = (*SIDES, "centre")
    boxes = {one: place(one, part) for one, part in zip(names, parts, strict=False)}
    given = {name: box for name, box in boxes.items() if name in {*sides, "centre"}}
    text = "\n".join(compass(80, **given))
    assert all(name in text for name in given)
    assert [text.count(corner) for corner in "┌┐└┘"] == [len(given)] * 4
    assert text.count("├") == text.count("┤") == len({"west", "east"} & sides)
    assert text.count("┬") == text.count("┴") == len({"north", "south"} & sides)


@pytest.mark.parametrize("cells", [58, 60, 77, 78, 140])
def test_the_lines_of_a_compass_meet(cells: int) -> None:
    drawn = compass(cells, **{one: place(one) for one in (*SIDES, "centre")})
    (above,) = {line.index("┬") for line in drawn[:4] if "┬" in line}
    (below,) = {line.rindex("┴") for line in drawn[-4:] if "┴" in line}
    assert above == below
    joined = [line for line in drawn if "├" in line or "┤" in line]
    assert len(joined) == 1
    assert joined[0].count("├──┤") == 2


def test_a_remark_in_a_compass_is_below_its_part_and_not_broken() -> None:
    east = place("阳泉", Phrase("东翼"))._replace(remark=Phrase("推断；目标"))
    drawn = compass(58, centre=place("中部城市群"), east=east)
    assert any(re.search("[│┤] （推断；目标） │", line) for line in drawn)


def test_a_compass_without_a_centre_or_room_is_a_list() -> None:
    sides = Compass(Phrase("布局"), north=place("甲"), south=place("乙"))
    for block, cells in ((sides, 80), (sides._replace(centre=place("丙")), 40)):
        shown = terminal.render(document(block), colour=False, cells=cells)
        assert "甲" in shown
        assert "┌" not in shown


BACKGROUNDS = (
    *("#ffffff", "#fafafa", "#fdf6e3"),  # white, Windows Terminal and iTerm2, Solarized light
    *("#000000", "#0c0c0c", "#171421", "#181818"),  # black, Windows Terminal, GNOME, Alacritty
    *("#1e1e1e", "#232627", "#002b36", "#282c34"),  # VS Code, Konsole, Solarized dark, One Half
)


def luminance(red: int, green: int, blue: int) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    parts = (part / 255 for part in (red, green, blue))
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("style", STYLES)
def test_what_is_drawn_is_legible_on_light_and_on_dark(style: str) -> None:
    """No style is faint or of a colour that each palette has in its own way."""
    codes = re.findall(r"38;5;\d+|\d+", STYLES[style])
    assert {code for code in codes if len(code) < 3} <= {"1", "3", "7"}
    for code in (code for code in codes if len(code) > 2):
        number = int(code.removeprefix("38;5;"))
        cube, grey = number - 16, 8 + (number - 232) * 10
        steps = [(0, 95, 135, 175, 215, 255)[cube // part % 6] for part in (36, 6, 1)]
        own = luminance(grey, grey, grey) if number >= 232 else luminance(*steps)
        for name in BACKGROUNDS:
            other = luminance(*bytes.fromhex(name[1:]))
            assert (max(own, other) + 0.05) / (min(own, other) + 0.05) >= 3.5


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_list_that_would_break_dates_is_cards_in_both_languages(lang: str) -> None:
    shown = example("timeline", "--lang", lang, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="44").out
    assert "\u2500" not in shown
    assert ("2031年5月2日" if lang == "zh" else "2 May 2031") in shown


@pytest.mark.parametrize("cells", [60, 80, 140])
def test_a_value_is_not_broken_while_the_name_can_be(cells: int) -> None:
    columns = (
        Column(Phrase(en="Figure"), "name"),
        Column(Phrase(en="Value"), "number"),
        Column(Phrase(en="Para."), "paragraph"),
    )
    name = "What the county is to put into the roads of its villages and towns this year and next"
    rows = tuple((name, f"nearly CNY {at} billion", "¶3") for at in range(200, 203))
    table = Table(columns, rows)
    shown = terminal.render(
        Document((table,), [], Phrase(), Phrase(), "en"), colour=False, cells=cells
    )
    assert all(f"nearly CNY {at} billion" in shown for at in range(200, 203))
