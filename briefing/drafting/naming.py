"""Labels for figures, made of the words around a number in its clause."""

import os
import re
from functools import cache
from typing import Any, NamedTuple

from briefing.drafting.found import Span
from briefing.drafting.text import DraftText, span_of
from briefing.quantities import Quantity, scan_paragraph

LONGEST_LABEL = 19
"""A label has fewer Chinese characters than a text may copy in a row."""
_LONGEST_NOUN = 10
_FARTHEST = 300
"""What stands further before a number does not name it."""
_FALLBACK = "数值"
"""The label of a figure around which nothing is named."""
_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_JOINT = re.compile("[的在对，、]")
_NOUN_END = re.compile("[，。；：、！？,;:!?（）()“”‘’《》\\s—]")
_CLAUSE_MARK = re.compile("[，。；：、！？,;:!?“”‘’《》\\s]|—+")
_GOES_ON = re.compile("[由从]")
_JOINTS = ("和", "与", "及", "、", "以及", "-", ".")
_COUNTED = ("count", "range", "ordinal")


class Named(NamedTuple):
    """The label of a figure, and what it is of, which the next figure of the sentence may be of."""

    label: str
    subject: str


@cache
def _words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind in ``naming.tsv``, the longest first."""
    loader: Any = __spec__.loader  # it reads from a zip file too
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), "naming.tsv"))
    rows = (line.split("\t") for line in content.decode().splitlines() if "\t" in line)
    found = {word for named, words in rows if named == kind for word in words.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def make_label(text: DraftText, quantity: Quantity, begin: int, subject: str) -> Named:
    """Return a label for a quantity that begins, with its qualifier, at an offset.

    ``subject`` is what the figure before it in the sentence is of. It stands before words that name
    nothing themselves, and alone where there are none.
    """
    head = _head(text, quantity, begin)
    noun = _noun_behind(text, quantity) if quantity.kind in _COUNTED else ""
    bare = _without_change(head)
    if not bare and not noun:  # 同比增长5%
        return Named(_shorten(subject + head) or _rest_of_clause(text, quantity), subject)
    if head.startswith("占") and subject and quantity.unit == "%":
        ends = "" if head.endswith(("占比", "比重")) else "的比重"
        share = f"{subject}{head}{ends}"
        return Named(_shorten(share.replace("的的", "的")), subject)
    if quantity.kind == "rank" and subject not in head:
        return Named(_shorten(f"{subject}{head}位次"), subject)
    label = _shorten(head, LONGEST_LABEL - len(noun)) + noun or _FALLBACK
    return Named(label, _strip_end(noun or bare, "trailing"))


def _without_change(head: str) -> str:
    """Return what words name, without those at their end that tell of a change."""
    return _strip_end(head, "change")


def _head(text: DraftText, quantity: Quantity, begin: int) -> str:
    """Return what the clause says before a quantity, without times and words that lead to it."""
    far = max(0, begin - _FARTHEST)
    near = text.paragraphs[quantity.paragraph - 1][far:begin]
    plain = _BRACKETS.sub(lambda found: "\0" * len(found[0]), near)
    first = max((found.end() for found in _CLAUSE_MARK.finditer(plain)), default=0)
    before = ""
    for other in text.starting(quantity.paragraph, far + first, begin):
        start, end = other.offset - far, other.offset - far + len(other.text)
        compared = plain.endswith(("比", "较"), 0, start)
        if first <= start and end <= len(plain) and other.kind != "name" and not compared:
            if other.unit == "date":  # 利润总额1至5月为19亿元
                before = _clean(plain[first:start])
                first = end + _behind_date(plain, end)
            else:
                before, first = "", end
    return _clean(plain[first:]) or before or _clause_before(text, quantity, far, plain)


def _clause_before(text: DraftText, quantity: Quantity, far: int, plain: str) -> str:
    """Return what the clause before says where that of a quantity only goes on: 比重，由9%升至."""
    marks = [found.span() for found in _CLAUSE_MARK.finditer(plain)]
    if not marks or not _GOES_ON.match(plain, marks[-1][1]) or plain[marks[-1][0]] not in "，,":
        return ""
    start, end = marks[-2][1] if len(marks) > 1 else 0, marks[-1][0]
    return (
        ""
        if text.starting(quantity.paragraph, far + start, far + end)
        else _clean(plain[start:end])
    )


def _clean(words: str) -> str:
    """Return words without those that lead to what they name, or from it to a number."""
    words = words.replace("\0", "").strip()
    words = re.sub("(?<=[省市县区州国])实现", "", words)
    words = _strip_end(_strip_begin(words), "trailing")
    return "" if words in _JOINTS else words


def _behind_date(text: str, at: int) -> int:
    """Return how many characters behind a time belong to it."""
    return next((len(word) for word in _words("behind-date") if text.startswith(word, at)), 0)


def _noun_behind(text: DraftText, quantity: Quantity) -> str:
    """Return the noun that a quantity counts, as far as the words behind it are one."""
    span = span_of(quantity)
    paragraph = text.paragraphs[span.paragraph - 1]
    _, following = text.neighbours(quantity)
    stop = following.offset if following else len(paragraph)
    behind = _NOUN_END.split(paragraph[span.end : min(stop, span.end + _LONGEST_NOUN + 4)])[0]
    for at in range(len(behind)):
        if behind.startswith(_words("verb"), at):
            behind = behind[:at]
            break
    return behind if len(behind) <= _LONGEST_NOUN else ""


def _rest_of_clause(text: DraftText, quantity: Quantity) -> str:
    """Return what else the clause of a quantity says, or its own words where that is nothing."""
    span = span_of(quantity)
    clause = text.clause_of(span)
    left, right = text.neighbours(quantity)
    start = max(clause.start, span_of(left).end) if left else clause.start
    end = min(clause.end, right.offset) if right else clause.end
    before = text.read(Span(span.paragraph, start, span.start))
    behind = text.read(Span(span.paragraph, span.end, end))
    return _shorten(_strip_begin((before + behind).strip())) or _FALLBACK


def _strip_begin(words: str) -> str:
    leading = _words("leading")
    while words.startswith(leading):
        words = words[len(next(one for one in leading if words.startswith(one))) :]
    return words


def _strip_end(words: str, kind: str) -> str:
    ends = _words(kind)
    while words.endswith(ends):
        words = words[: -len(next(one for one in ends if words.endswith(one)))]
    return words


def _shorten(label: str, most: int = LONGEST_LABEL) -> str:
    """Return the end of a label that is too long, from a word on that may begin one.

    What it begins with up to another number is left out, and so are times, since no anchor of the
    figure holds them.
    """
    for other in reversed([one for one in scan_paragraph(label) if one.kind != "name"]):
        before, behind = label[: other.offset], label[other.offset + len(other.text) :]
        if other.unit != "date":
            label = behind
            break
        label = before.rstrip("比较") + behind  # 降幅比1至4月收窄
    if len(label) <= most:
        return label
    cut = label[len(label) - most :].lstrip("0123456789.%")
    joint = _JOINT.search(cut)
    return cut[joint.end() :] if joint and joint.end() < len(cut) // 2 else cut
