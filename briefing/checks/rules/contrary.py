"""What the words right beside a number tell of it that the label of its figure cannot mean."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.labels import words_of_labels

_SHARE = re.compile("(?:占比|比重|比例)(?:目标)?$")
_GROWTH = re.compile("(?:增速|增幅|增长率|涨幅|降幅|同比增长|同比下降)(?:目标)?$")
_CHANGES = re.compile("[增升涨长降减跌落多少高低快慢缩扩翻回变]|提[高升前]")
_RISE = re.compile("(?:增幅|涨幅|升幅|同比增长|同比上升)$")
_FALL = re.compile("(?:降幅|跌幅|减幅|同比下降|同比减少)$")
_ROSE = re.compile("(?:增长|上升|上涨|提高|增加)(?:了|约|近|超过?|逾)?$")
_FELL = re.compile("(?:下降|下跌|降低|减少|回落)(?:了|约|近|超过?|逾)?$")
_GROWS = re.compile("(?:增长|下降|上升|上涨|下跌)(?:了|约|近|超过?|逾)?$")
_IS_SHARE = re.compile("占[^，；。]{0,20}$|比重(?:为|达到?|约|近|超过?)?$")
_WORDS = 8
"""So many characters before a number tell what it is."""
_NOUN_NEAR = 10
"""What is counted stands so near to its number."""
_SHORTEST = 2


class Around(NamedTuple):
    """What stands around a number: its sentence before the clause, and the clause on both sides."""

    sentence: str
    before: str
    behind: str


class _Counted(NamedTuple):
    """The words for a thing that is counted, and those of them that tell it from others alone.

    What is wider may be told of many other things.
    """

    words: tuple[str, ...]
    long: tuple[str, ...]
    is_wider: bool


def tell_contrary(label: str, around: Around, kind: str) -> str:
    """Return the words beside a number that tell another thing of it than a label, or nothing.

    They tell that it is a growth where the label tells a share, or the other way round; that it
    fell where the label tells a rise; or no change of an amount of which the label tells one. Or
    they name what is counted, and the label names another thing that the sentence does not have.

    >>> tell_contrary("合格率占比", Around("", "产量同比增长", ""), "percent")
    '增长'
    >>> tell_contrary("签约企业", Around("", "签约", "项目"), "count")
    '项目'
    """
    if turned := _tell_turned(label, around.before):
        return turned
    if kind == "percent":
        return _tell_other_percentage(label, around)
    if _GROWTH.search(label) and not _CHANGES.search(around.before + around.behind):
        return around.before[-_WORDS:]
    return _tell_other_counted(label, around) if kind in ("count", "range") else ""


def _tell_turned(label: str, before: str) -> str:
    """Return the word for a fall before a number where a label tells a rise, or the other way."""
    fell, rose = _FELL.search(before), _ROSE.search(before)
    if fell and _RISE.search(label):
        return fell[0]
    return rose[0] if rose and _FALL.search(label) else ""


def _tell_other_percentage(label: str, around: Around) -> str:
    clause = around.before + around.behind
    grows, share = _GROWS.search(around.before), _IS_SHARE.search(around.before)
    if grows and _SHARE.search(label) and not re.search("占|比重|比例|率", clause):
        return grows[0]
    if share and _GROWTH.search(label) and not re.search("[增升涨长降减]|提高", clause):
        return share[0]
    return ""


def _tell_other_counted(label: str, around: Around) -> str:
    said = next((one for one in _list_counted() if label.endswith(one.long)), None)
    whole = "".join(around)
    if said is None or any(word in whole for word in said.words):
        return ""
    for word, other in _find_beside(around):
        if said.is_wider and not other.is_wider:
            continue
        if other is not said and not any(one in label for one in other.words):
            return word
    return ""


def _find_beside(around: Around) -> Iterator[tuple[str, _Counted]]:
    """Yield the nouns that end right before a number or stand soon behind it."""
    near = re.match(f"[\u4e00-\u9fff]{{0,{_NOUN_NEAR}}}", around.behind)
    for one in _list_counted():
        for word in one.long:
            if around.before.endswith(word) or (near and word in near[0]):
                yield word, one


@cache
def _list_counted() -> tuple[_Counted, ...]:
    found = []
    for kind in ("counted", "counted-wider"):
        for words in (tuple(listed.split("/")) for listed in words_of_labels(kind)):
            long = tuple(word for word in words if len(word) >= _SHORTEST)
            found.append(_Counted(words, long, kind == "counted-wider"))
    return tuple(found)
