"""The table of contents of a Word file."""

from collections.abc import Sequence
from copy import copy
from functools import cache

from docx.oxml.ns import qn

from briefing.output.docx.blocks import Heading
from briefing.output.docx.element import Element, make, make_field, make_paragraph
from briefing.output.docx.text import TextWriter
from briefing.words.catalogue import heading

_LEVELS = 2
_MOST = 40  # entries that fill a page; where there are more, only the first level has entries


def write_contents(headings: Sequence[Heading], write: TextWriter, width: int) -> list[Element]:
    """Return the contents as a field that Word can renew, with an entry for each heading.

    Only a program that lays out pages knows their numbers. Until the field is renewed there, an
    entry leads to its heading and has no number. ``width`` is that of the page without margins.
    """
    levels = _LEVELS if sum(one.level <= _LEVELS for one in headings) <= _MOST else 1
    entries = [_entry(one, write, width) for one in headings if one.level <= levels]
    begin, end = _fields(levels)
    for run in reversed(begin):
        entries[0].insert(1, run)
    entries[-1].extend(end)
    title = write.cell(heading("contents", write.lang), separator="  ")
    return [make_paragraph(write.styles["Contents"], title), *entries]


def _fields(levels: int) -> tuple[list[Element], list[Element]]:
    """Return the runs that stand before and behind the entries."""
    *begin, _, end = make_field(f'TOC \\o "1-{levels}" \\h \\z \\u')
    return begin, [end]


def _entry(one: Heading, write: TextWriter, right: int) -> Element:
    """Return an entry that leads to its heading, with the number of the page at the right."""
    entry = copy(_empty_entry(write.styles[f"TOC {one.level}"], right))
    link = entry[-1]
    link.set(qn("w:anchor"), one.bookmark)
    link.find(f"{qn('w:r')}/{qn('w:instrText')}").text = f" PAGEREF {one.bookmark} \\h "
    for at, run in enumerate(write.cell(one.title, separator="  ")):
        link.insert(at, run)
    return entry


@cache
def _empty_entry(style: str, right: int) -> Element:
    """Return an entry without its words, whose field and link lead nowhere yet."""
    content = [make("r", make("tab")), *make_field("PAGEREF")]
    entry = make_paragraph(style, [make("hyperlink", *content, anchor="", history="1")])
    tabs = make("tabs", make("tab", val="right", pos=right))
    entry.find(qn("w:pPr")).find(qn("w:pStyle")).addnext(tabs)
    return entry
