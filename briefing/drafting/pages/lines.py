"""An article as lines, with what is known of each before anything is read out of it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.drafting.pages.headlabels import find_time, read_labels
from briefing.drafting.pages.wording import head_words
from briefing.model.yamlfile import HIDDEN

_ESCAPE_SEQUENCE = re.compile(
    "\x1b\\[[0-?]*+[ -/]*+[@-~]|\x1b[]PX^_][^\x07\x1b]*+(?:\x07|\x1b\\\\)|\x1b[()][AB012]"
)
"""What tells a terminal a colour, a title, where a link leads or a set of characters, with all its
parameters."""
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE = re.compile("[。！？；]")
_CRUMBS = re.compile(r"\s*(?:>+|»|＞+|›|→)\s*")
_BLANKS = re.compile("[ \t\r\n\f\xa0]+")
_SHORT = 60
_BODY = 25
_COUNTED = re.compile(r"^\d[\d,，]*\s*人?(?:条?评论|参与|跟贴|阅读|浏览|次)(?:[\s\d]|$)|^[\d\W]*$")
_PAGE_OF_PAPER = re.compile("第?\\s*[A-Z]?\\d{1,3}\\s*版(?:\\s*[：:].{0,12})?")
"""A line that only tells the page of a paper: 第01版：要闻."""
_CAPTION = re.compile(
    "^(?:图为|图片|资料图|▲|△|↑|图\\d?[：:])|[（(]?[^。]{0,16}[摄攝][）)]?$|(?:供图|制图)[）)]?$"
)


class Line(NamedTuple):
    """One line of a text or a page, whether it is nothing but links, and its level as a heading.

    ``roles`` has what elements of a page in the line are called after what they hold: pairs of a
    role, as ``source``, and the text. ``in_cell`` is whether it stands in the cell of a table.
    """

    text: str
    is_link: bool = False
    level: int = 0
    roles: tuple[tuple[str, str], ...] = ()
    in_cell: bool = False


class Layout(NamedTuple):
    """The lines of an article, and from which up to which of them its body stands.

    Of a page, ``facts`` is what it says of itself where no reader sees it, and ``tab`` what stands
    on its tab in a browser.
    """

    lines: tuple[Line, ...]
    body: tuple[int, int]
    facts: Mapping[str, str] = {}
    tab: str = ""
    is_page: bool = False


def leave_out_hidden(text: str) -> str:
    """Return a text without the characters that no text of a model may hold.

    With a character that begins a sequence for terminals, all of that goes.
    """
    return re.sub(HIDDEN, "", _ESCAPE_SEQUENCE.sub("", text))


def as_shown(text: str) -> str:
    """Return a text as a browser shows it: blanks and line ends in its markup are one blank."""
    shown = leave_out_hidden(_BLANKS.sub(" ", text))
    return _BLANKS.sub(" ", shown).strip()


def squash(text: str) -> str:
    """Return a text without blanks and quotation marks, as titles and names are compared."""
    return re.sub(r"[\s“”\"'＂‘’]", "", text)


def count_han(text: str) -> int:
    """Return how many Chinese characters a text has."""
    return len(_HAN.findall(text))


def has_sentence(text: str, least: int = _BODY) -> bool:
    """Return whether a line is at least one sentence, and has so many Chinese characters."""
    return count_han(text) >= least and bool(_SENTENCE.search(text))


def is_crumbs(text: str) -> bool:
    """Return whether a line tells where on a site the page stands: 首页 > 要闻 > 正文."""
    return len(text) < _SHORT and len(split_crumbs(text)) > 1


def split_crumbs(text: str) -> list[str]:
    """Return the steps of a line that tells where on a site the page stands."""
    text = re.sub("^.{0,8}位置\\s*[:：]?", "", text)
    steps = _CRUMBS.split(text)
    return [step.strip() for step in steps if step.strip()] if len(steps) > 1 else []


def is_head(text: str) -> bool:
    """Return whether a line is one of the date, the source and the like."""
    if len(text) > 2 * _SHORT or _SENTENCE.search(text):
        return False
    return (find_time(text) is not None and len(text) < _SHORT) or any(read_labels(text))


def tells(text: str) -> bool:
    """Return whether a line tells when, where or by whom the article was brought out."""
    if not is_head(text):
        return False
    kinds = {said.kind for said in read_labels(text)}
    return find_time(text) is not None or not kinds <= {"other"}


def is_furniture(text: str) -> bool:
    """Return whether a line is no part of the article itself: its head, a button, a caption."""
    return is_head(text) or is_crumbs(text) or is_button(text) or is_caption(text)


def is_caption(text: str) -> bool:
    """Return whether a line tells what is on a picture and who took it."""
    is_short = len(text) < 2 * _SHORT and not has_sentence(text)
    return is_short and bool(_CAPTION.search(text)) and not _leads_on(text)


def _leads_on(text: str) -> bool:
    """Return whether the article itself follows the source of a picture in its line."""
    return text.startswith("图片来源") and len(text) >= _SHORT and has_sentence(text)


def is_button(text: str) -> bool:
    """Return whether a line is there to be clicked or to be signed, and not to be read."""
    bare = text.lstrip(" 　（(【[■●*+>")
    if len(text) > 4 * _SHORT:
        return False
    if _PAGE_OF_PAPER.fullmatch(bare):
        return True
    if bare.startswith(head_words("furniture")):
        is_labelled = bool(re.search("[：:]", bare[:8]))
        return not has_sentence(bare) or (is_labelled and not _leads_on(bare))
    word = next((one for one in head_words("button") if bare.startswith(one)), None)
    rest = bare[len(word) :] if word else ""
    return bool(word and not _HAN.match(rest) and not has_sentence(rest)) or bool(
        _COUNTED.match(bare)
    )


def is_number(line: Line) -> bool:
    """Return whether a line of a page is no more than a number, as the cell of a table is."""
    return not line.is_link and bool(re.search(r"\d", line.text)) and not _HAN.search(line.text)


def lay_out(texts: tuple[str, ...]) -> Layout:
    """Return the layout of a plain text: the body begins with its first sentence.

    A short sentence may be a heading, and begins the body only where no line is a long one.
    """
    starts = (
        at for least in (_BODY, 1) for at, text in enumerate(texts) if _begins_body(text, least)
    )
    start = next(starts, 0)
    end = len(texts)
    while end > start + 1 and is_furniture(texts[end - 1]):
        end -= 1
    return Layout(tuple(map(Line, texts)), (start, end))


def end_at_editor(layout: Layout) -> Layout:
    """Return a layout whose body ends with the line of its editor, if that is behind its middle.

    What follows an editor on a page is another article, or a list of them.
    """
    start, end = layout.body
    for at in range((start + end) // 2, end):
        if any(said.kind == "editor" for said in read_labels(layout.lines[at].text)):
            return layout._replace(body=(start, at + 1))
    return layout


def _begins_body(text: str, least: int) -> bool:
    return has_sentence(text, least) and bool(re.search("[。；]", text)) and not is_head(text)
