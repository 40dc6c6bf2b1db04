"""Elements of WordprocessingML (ECMA-376), in the order that its schema wants.

Paragraphs, runs and tables are made here and not by python-docx, which looks through all styles for
each of them and takes three times as long. What most of them begin with is made once and copied.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from typing import Any, NamedTuple

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from briefing.output.office import replace_illegal

LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
_PRESERVE = qn("xml:space")
_SPACES = {"w": nsmap["w"]}
Element = Any
"""An element of lxml, which has no types."""


@cache
def _qualify(name: str) -> str:
    return qn(f"w:{name}")


def make(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element of Word's namespace, whose attributes are in that namespace, too."""
    made = copy(_empty(tag, *attributes))
    for name, value in attributes.items():
        made.set(_qualify(name), str(value))
    if children:
        made.extend(children)
    return made


@cache
def _empty(tag: str, *attributes: str) -> Element:
    """Return an element with empty attributes; to copy it is twice as fast as to make another."""
    return oxml_parser.makeelement(
        _qualify(tag), dict.fromkeys(map(_qualify, attributes), ""), _SPACES
    )


def one_line(text: str) -> str:
    """Return ``text`` on one line, without characters that XML does not allow."""
    return replace_illegal(" ".join(text.split()))


def make_run(text: str, lang: str | None = None, style: str | None = None) -> Element:
    """Return text in one language, with the id of a character style."""
    run = copy(_empty_run(lang, style))
    run[-1].text = replace_illegal(text)
    return run


@cache
def _empty_run(lang: str | None, style: str | None) -> Element:
    """Return a run whose text is empty."""
    properties = []
    if style:
        properties.append(make("rStyle", val=style))
    if lang == "zh":  # else quotation marks and dashes are set in the Latin font
        properties.append(make("rFonts", hint="eastAsia"))
    if lang:
        properties.append(make("lang", val=LANGUAGES[lang], eastAsia="zh-CN"))
    before = [make("rPr", *properties)] if properties else []
    return make("r", *before, make_text(""))


def make_text(text: str, tag: str = "t") -> Element:
    """Return the element that holds a text, whose blanks are kept."""
    made = make(tag)
    made.text = replace_illegal(text)
    made.set(_PRESERVE, "preserve")
    return made


def make_break() -> Element:
    """Return a run that breaks the line."""
    return make("r", make("br"))


def make_field(instruction: str, shown: str = "") -> list[Element]:
    """Return the runs of a field, which Word works out anew where a reader asks for it."""
    parts = [
        make("fldChar", fldCharType="begin"),
        make_text(f" {instruction} ", "instrText"),
        make("fldChar", fldCharType="separate"),
        make_text(shown),
        make("fldChar", fldCharType="end"),
    ]
    return [make("r", part) for part in parts]


class Layout(NamedTuple):
    """How a paragraph is set, beside what its style says; lengths are twentieths of a point."""

    keep_next: bool = False
    """It stays on the page of the paragraph behind it."""
    new_page: bool = False
    rule_above: str | None = None
    """The colour of a line above it."""
    before: int | None = None
    """The space above it."""
    indent: int | None = None
    """The space on its left."""
    hanging: int = 0
    """By how much less the first line is indented."""
    first_line: bool = False
    """The first line begins two characters in, as in Chinese prose; it has no other indent."""
    align: str | None = None


PLAIN = Layout()
"""Paragraphs are set as their style says."""


def make_paragraph(style: str, content: Iterable[Element] = (), layout: Layout = PLAIN) -> Element:
    """Return a paragraph in a style, given by its id."""
    made = copy(_empty_paragraph(style, layout))
    made.extend(content)
    return made


@cache
def _empty_paragraph(style: str, layout: Layout) -> Element:
    properties = [make("pStyle", val=style)]
    if layout.keep_next:
        properties.append(make("keepNext"))
    if layout.new_page:
        properties.append(make("pageBreakBefore"))
    if layout.rule_above:
        rule = make("top", val="single", sz=6, space=6, color=layout.rule_above)
        properties.append(make("pBdr", rule))
    if layout.before is not None:
        properties.append(make("spacing", before=layout.before))
    if layout.first_line:
        properties.append(make("ind", firstLineChars=200, firstLine=480))
    elif layout.indent is not None:
        hanging = {"hanging": layout.hanging} if layout.hanging else {}
        properties.append(make("ind", left=layout.indent, **hanging))
    if layout.align:
        properties.append(make("jc", val=layout.align))
    return make("p", make("pPr", *properties))


def make_edges(colour: str, width: int, *sides: str) -> list[Element]:
    """Return the lines at some sides of a table or cell, ``width`` eighths of a point wide."""
    return [make(side, val="single", sz=width, space=0, color=colour) for side in sides]


def make_cell(
    paragraphs: Sequence[Element],
    width: int,
    *,
    edges: Sequence[Element] = (),
    fill: str | None = None,
    centred: bool = False,
) -> Element:
    """Return a cell of a table, ``width`` twentieths of a point wide, with its paragraphs."""
    made = copy(_empty_cell(width, fill, centred))
    if edges:
        made[0].insert(1, make("tcBorders", *edges))
    made.extend(paragraphs)
    return made


@cache
def _empty_cell(width: int, fill: str | None, centred: bool) -> Element:
    properties = [make("tcW", w=width, type="dxa")]
    if fill:
        properties.append(make("shd", val="clear", color="auto", fill=fill))
    if centred:
        properties.append(make("vAlign", val="center"))
    return make("tc", make("tcPr", *properties))


def make_row(cells: Iterable[Element], *, whole: bool = False, header: bool = False) -> Element:
    """Return a row of a table; one that is ``whole`` is not split across pages."""
    made = copy(_empty_row(whole, header))
    made.extend(cells)
    return made


@cache
def _empty_row(whole: bool, header: bool) -> Element:
    properties = [make("cantSplit")] if whole else []
    properties += [make("tblHeader")] if header else []
    return make("tr", *([make("trPr", *properties)] if properties else []))


def make_table(widths: Sequence[int], edges: Sequence[Element] = (), padding: int = 45) -> Element:
    """Return a table, without rows, of columns of those widths, in twentieths of a point.

    ``padding`` is the space above and below what stands in a cell.
    """
    sides = {"top": padding, "left": 85, "bottom": padding, "right": 85}
    properties = [
        make("tblW", w=sum(widths), type="dxa"),
        *([make("tblBorders", *edges)] if edges else []),
        make("tblLayout", type="fixed"),
        make("tblCellMar", *(make(side, w=size, type="dxa") for side, size in sides.items())),
    ]
    grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    return make("tbl", make("tblPr", *properties), grid)
