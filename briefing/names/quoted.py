"""What stands in quotation marks in a Chinese text and is a term there."""

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.tables import alternatives

_SHORT = 20
_TERM = re.compile(f"“([^”]{{1,{_SHORT}}})”|‘([^’]{{1,{_SHORT}}})’")
_INNER = re.compile("‘([^‘’“”]{1,20})’")
"""A term inside words that somebody says: “‘一网通办’好，快。”"""
_CLAUSE_MARK = re.compile("[，。；！？：,;!?:]")
_SLOGAN = re.compile("“((?!要|必须)[^“”‘’。！？：…,:!?0-9０-９%％您他她吗呢吧]{4,40}(?<![，；]))”")
"""Clauses between marks, of which none ends a sentence or is spoken, without a figure in them."""
_TIMES = re.compile("第[一二三四五六七八九十百\\d]{1,4}[届季期次]$")
"""What stands before the name of an event that comes again: 第十四届“…”."""
_PERSONS = re.compile("[我你]")
_WITHIN = re.compile("[\u4e00-\u9fff][ \u3000]*$")
_SAID = re.compile("[说道问喊答称讲](?:了?一?句)?$")
_PART = 3
"""Clauses that are as long as one another, and no shorter, make a slogan in a sentence."""
_NEAR = 12
_SAYS = re.compile("(?:说|道|问|喊|答|称|讲|告诉[^，。；：“”]{0,8}|(?P<weak>[\u4e00-\u9fff]))：$")
_SPOKEN = re.compile("[我你您他她咱吧吗呢啊呀嘛]|了$")
"""What words have that somebody says, and hardly a term."""
_WRITTEN = re.compile(
    "(?:[、…]|“[^“”]{1,40}”){0,8}(?:等|这|那)[^，。；：“”]{0,24}?(?:文字|标语|字样|横幅|条幅|大字|口号)"
)
"""What behind clauses tells that they are written somewhere: “…”“…”……这些墙上的文字."""


class Quoted(NamedTuple):
    """A term in quotation marks: the offsets of the marks, and the words between them."""

    start: int
    end: int
    text: str


def find_quoted(text: str) -> Iterator[Quoted]:
    """Yield the terms in quotation marks: up to 20 characters without a mark of a clause.

    Clauses and longer words are a term, too, where the words beside them say what they are, and
    they are nobody's words: a slogan, an aim, a pattern.

    >>> [one.text for one in find_quoted("他说：“好，就这样。”要“一网通办”。")]
    ['一网通办']
    >>> [one.text for one in find_quoted("形成“村里出题，镇里答题”的格局。他说“路通了，好”。")]
    ['村里出题，镇里答题']
    >>> [one.text for one in find_quoted("“高级人员帮一乡、中级人员帮一村、初级人员帮一户”的办法")]
    ['高级人员帮一乡、中级人员帮一村、初级人员帮一户']
    """
    slogans = [
        Quoted(*match.span(), match[1])
        for match in _SLOGAN.finditer(text)
        if (_CLAUSE_MARK.search(match[1]) or len(match[1]) > _SHORT)
        and _is_named(text, *match.span())
    ]
    yield from sorted([*slogans, *_find_short(text, {one.start for one in slogans})])


def _find_short(text: str, taken: Container[int]) -> Iterator[Quoted]:
    """Yield the terms without a mark of a clause, but for those that begin where one is taken."""
    for match in _TERM.finditer(text):
        term = match[1] or match[2]
        if not (_CLAUSE_MARK.search(term) or _is_spoken(text, match.start(), term)):
            yield Quoted(*match.span(), term)
        elif match.start() not in taken:
            for inner in _INNER.finditer(text, *match.span()):
                if not _CLAUSE_MARK.search(inner[1]):
                    yield Quoted(*inner.span(), inner[1])


def _is_spoken(text: str, start: int, words: str) -> bool:
    """Return whether somebody says the words that stand in quotation marks: 他说：“好啊”."""
    says = _SAYS.search(text, max(0, start - _NEAR), start)
    return bool(says and (not says["weak"] or _SPOKEN.search(words)))


def _is_named(text: str, start: int, end: int) -> bool:
    """Return whether the words beside a quotation say what it is: 提出“…”, “…”的格局.

    Clauses of one length in the middle of a sentence say it themselves: “晴天一身灰，雨天一脚泥”.
    """
    before = text[max(0, start - _NEAR) : start]
    if _WRITTEN.match(text, end) or _called().match(text, end) or _TIMES.search(before):
        return True
    words = text[start + 1 : end - 1]
    if _PERSONS.search(words):
        return False
    return bool(_calls().search(before)) or (_is_parallel(words) and _goes_on(before))


def _is_parallel(words: str) -> bool:
    """Return whether clauses have the same length."""
    sizes = {len(clause) for clause in words.split("，")}
    return "，" in words and len(sizes) == 1 and min(sizes) >= _PART


def _goes_on(before: str) -> bool:
    """Return whether a quotation stands within a clause, and behind no verb of speech."""
    return bool(_WITHIN.search(before)) and not _SAID.search(before)


@cache
def _called() -> re.Pattern[str]:
    between = "(?:的[\u4e00-\u9fff]{0,8}?|(?:这一|这个|为)?[\u4e00-\u9fff]{0,2}?)"
    return re.compile(f"{between}(?:{alternatives('slogan')})")


@cache
def _calls() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('slogan-lead')}|(?:{alternatives('slogan')})[是为])了?$")
