"""A web page as the lines that a reader sees, with what its markup tells of each.

Only this module knows trafilatura, which finds where the body of an article stands, and lxml. The
lines of the body are our own reading of the page, because trafilatura leaves out short ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import lxml.html  # type: ignore[import-untyped]
import trafilatura
from lxml.etree import ParserError, iterwalk  # type: ignore[import-untyped]

from briefing.drafting.pages.lines import Layout, Line, as_shown, count_han, is_number
from briefing.drafting.pages.metadata import find_facts
from briefing.files.webpages import UNREAD_OF_RUBY, is_hidden
from briefing.limits import PAGE_ELEMENTS, PAGE_LEVELS
from briefing.problem import Message, message

_UNSEEN = re.compile(
    "script|style|noscript|template|select|textarea|svg|iframe|head|object|button|title"
    "|del|s|strike"  # what is struck out is not said
)
_BLOCK = re.compile(
    "p|div|br|li|[uod]l|d[td]|h[1-6]|t[rdh]|table|section|article|header|footer|center|blockquote"
    "|form|aside|nav|main|figure|figcaption|body|hr|fieldset|pre|founder-content"
)
_ROLES = {
    "title": re.compile(r"(?i)title|biaoti|headline"),
    "source": re.compile(r"(?i)source|laiyuan|copyfrom|js_name|profile_nickname"),
    "author": re.compile(r"(?i)author|zuozhe|reporter|writer"),
    "editor": re.compile(r"(?i)editor|bianji"),
    "time": re.compile(r"(?i)time|date|shijian|riqi"),
}
"""What the class or the id of an element says that it holds."""
_LONGEST_ROLE = 60
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile("<[a-zA-Z][^\\s<>/\"'=]*")
_ATTRIBUTE = re.compile(
    "[\\s/]++[^\\s=<>\"'/]++(?:\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]*+))?"
)
_MOST_ATTRIBUTES = 500
_BROKEN = re.compile(
    "(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])\\s*\n\\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_NOTE = re.compile(r"\[?\d{1,3}\]?|[①-⑳*†]")
_RAISES = re.compile("[A-Za-z]$|(?<![0-9])10$")
"""What stands before a power: 10 and units."""
_ENDS = re.compile("[。！？…][”’」』）)]*$")
"""How a paragraph ends that is a sentence."""
_SENTENCE = 20
"""A line of more Chinese characters, with a mark, is a sentence and no name of a link."""
_NAME = 3
"""Any other line counts for so few: it may be a heading, or the name of a link."""
_COST = 15
"""So many Chinese characters of the body outweigh one line that is none of it."""
_MOST = 0.6
"""An element that has so much of the body has all of it."""


class Markup(NamedTuple):
    """A web page laid out, whether it asks for a password, and how many scripts it has.

    One that is over a limit is not read, and ``refused`` says why.
    """

    layout: Layout
    asks: bool = False
    scripts: int = 0
    refused: Message | None = None


def read_markup(text: str) -> Markup:
    """Return what the text of a web page holds; a page without an article has an empty body."""
    text = _cut_attributes(text)
    parser = lxml.html.HTMLParser(huge_tree=True)  # else what is nested deep is left out
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (ParserError, ValueError):  # nothing but comments, or characters that no page may have
        return Markup(Layout((), (0, 0)))
    if refused := _refuse(tree):
        return Markup(Layout((), (0, 0)), refused=refused)
    walker = _Walker()
    walker.walk(tree)
    found = trafilatura.extract(text, include_comments=False, include_tables=True) or ""
    layout = Layout(
        tuple(walker.lines),
        _locate(walker, found),
        dict(find_facts(tree, text)),
        " ".join(as_shown(tree.findtext(".//title") or "").split()),
        is_page=True,
    )
    return Markup(
        layout,
        asks=bool(tree.xpath("//input[@type='password']")),
        scripts=len(tree.xpath("//script")),
    )


def _cut_attributes(text: str) -> str:
    """Return a page whose elements have no more attributes than anything writes.

    The time that libxml2 takes grows with the square of their number.
    """
    kept: list[str] = []
    at = done = 0
    while tag := _TAG.search(text, at):
        at, count = tag.end(), 0
        while attribute := _ATTRIBUTE.match(text, at):
            count += 1
            if count == _MOST_ATTRIBUTES:
                kept.append(text[done : attribute.start()])
            at = attribute.end()
        if count >= _MOST_ATTRIBUTES:
            done = at
    return "".join([*kept, text[done:]]) if done else text


def _refuse(tree: Any) -> Message | None:
    """Return why a page is not read: it has too many elements, or they stand too deep."""
    depth = count = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        depth += 1 if begins else -1
        count += begins
        if depth > PAGE_LEVELS:
            return message("too-deep.page")
        if count > PAGE_ELEMENTS:
            return message("too-large.elements")
    return None


class _Walker:
    """Reads the lines of a page; ``elements`` has the element that each line stands in."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.elements: list[Any] = []
        self._pieces: list[tuple[str, bool]] = []
        self._roles: list[tuple[str, str]] = []

    def walk(
        self, element: Any, level: int = 0, *, in_link: bool = False, keeps_lines: bool = False
    ) -> None:
        """Read an element and all in it; ``level`` is that of the heading that it is part of.

        A browser ends a line at each line end of what is inside ``pre``, which ``keeps_lines``.
        """
        tag = element.tag
        if not isinstance(tag, str) or _UNSEEN.fullmatch(tag) or tag in UNREAD_OF_RUBY:
            return
        if is_hidden(element.get("style"), hidden=element.get("hidden") is not None):
            return
        if tag == "sup" and _is_note(element, self._pieces):
            return
        is_block = _BLOCK.fullmatch(tag) is not None
        if is_block:
            self._end_line(element.getparent() if tag == "br" else element, level)
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
        in_link = in_link or tag == "a"
        keeps_lines = keeps_lines or tag == "pre"
        self._note_roles(element)

        def add(text: str) -> None:
            first, *lines = text.split("\n") if keeps_lines else [text]
            self._add(first, in_link=in_link)
            for line in lines:
                self._end_line(element, level)
                self._add(line, in_link=in_link)

        add(_mark_power(element, self._pieces) + (element.text or ""))
        for child in element:
            self.walk(child, level, in_link=in_link, keeps_lines=keeps_lines)
            add(child.tail or "")
        if is_block:
            self._end_line(element, level)

    def _add(self, text: str, *, in_link: bool) -> None:
        if text:
            self._pieces.append((_BROKEN.sub("", text), in_link))

    def _note_roles(self, element: Any) -> None:
        called = " ".join(filter(None, map(element.get, ("class", "id", "itemprop"))))
        if not called:
            return
        for role, pattern in _ROLES.items():
            if pattern.search(called):
                content = as_shown(_read_short(element))
                if 0 < len(content) <= _LONGEST_ROLE:
                    self._roles.append((role, content))

    def _end_line(self, element: Any, level: int) -> None:
        text = as_shown("".join(piece for piece, _ in self._pieces))
        if text:
            plain = "".join(piece for piece, in_link in self._pieces if not in_link)
            is_link = not re.search(r"\w", plain)
            in_cell = any(one.tag in ("td", "th") for one in (element, *element.iterancestors()))
            self.lines.append(Line(text, is_link, level, tuple(self._roles), in_cell))
            self.elements.append(element)
            self._roles.clear()
        self._pieces.clear()


def _is_note(element: Any, before: Sequence[tuple[str, bool]]) -> bool:
    """Return whether what is raised is the mark of a note, and no power: 24项 with a raised 1."""
    if not _NOTE.fullmatch(as_shown(_read_short(element))):
        return False
    words = before[-1][0] if before else ""
    return not _RAISES.search(words)


def _mark_power(element: Any, before: Sequence[tuple[str, bool]]) -> str:
    """Return a mark for digits that are raised behind others, which are no more digits of these."""
    raised = element.tag == "sup" and re.match(r"[\d\[]", element.text or "")
    return "^" if raised and before and before[-1][0][-1:].isdigit() else ""


def _read_short(element: Any) -> str:
    """Return the text of an element, or nothing where it is longer than that of a role."""
    pieces: list[str] = []
    size = 0
    for piece in _texts(element):
        pieces.append(piece)
        size += len(as_shown(piece))
        if size > _LONGEST_ROLE:
            return ""
    return "".join(pieces)


def _texts(element: Any) -> Iterator[str]:
    """Yield the texts in an element, in order."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def _locate(walker: _Walker, found: str) -> tuple[int, int]:
    """Return from which line up to which the body stands, given what trafilatura found of it.

    It is the element that holds most of that with the fewest other lines, or where the body has no
    element of its own, the run of lines that does.
    """
    weights = _weigh(walker.lines, found)
    gains = [
        weights.get(at, 0 if is_number(line) else -_COST) for at, line in enumerate(walker.lines)
    ]
    inside: Counter[Any] = Counter()
    for element, gain in zip(walker.elements, gains, strict=True):
        for one in (element, *element.iterancestors()):
            inside[one] += gain
    if not inside or max(gains) <= 0:
        return 0, 0
    # Of elements that are as good, the one that encloses the others comes first.
    best = max(inside, key=lambda one: (inside[one], -sum(1 for _ in one.iterancestors())))
    within = [
        at
        for at, element in enumerate(walker.elements)
        if element is best or best in element.iterancestors()
    ]
    start, end = _find_run(gains)
    held = sum(weights.get(at, 0) for at in within)
    wanted = sum(weights.get(at, 0) for at in range(start, end))
    whole = (within[0], within[-1] + 1) if held >= _MOST * wanted else (start, end)
    return _add_paragraphs(walker, *whole)


def _add_paragraphs(walker: _Walker, start: int, end: int) -> tuple[int, int]:
    """Return a body with the short paragraphs right behind its last one, beside that in the page.

    Trafilatura leaves them out where the page is short.
    """
    lines, elements = walker.lines, walker.elements
    while (
        end < len(lines)
        and not lines[end].is_link
        and _ENDS.search(lines[end].text)
        and elements[end].getparent() is elements[end - 1].getparent()
    ):
        end += 1
    return start, end


def _find_run(gains: Sequence[int]) -> tuple[int, int]:
    """Return from which place up to which the numbers of a list have the largest sum."""
    best, total, start, run = 0, 0, 0, (0, 0)
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0, at
        total += gain
        if total > best:
            best, run = total, (start, at + 1)
    return run


def _weigh(lines: Sequence[Line], found: str) -> dict[int, int]:
    """Return how many Chinese characters each line of the body has.

    Where trafilatura found next to nothing, as in the pages of messengers, every line that is a
    sentence counts.
    """
    flat = _squash(found)
    hits: dict[int, int] = {}
    sentences: dict[int, int] = {}
    for at, line in enumerate(lines):
        size = 0 if line.is_link else count_han(line.text)
        is_sentence = size > _SENTENCE and re.search("[，。！？；：]", line.text)
        if size and _squash(line.text) in flat:
            hits[at] = size if is_sentence else min(size, _NAME)
        if is_sentence:
            sentences[at] = size
    return hits if sum(hits.values()) * 3 > sum(sentences.values()) else sentences


def _squash(text: str) -> str:
    return re.sub(r"[\s|-]", "", text)
