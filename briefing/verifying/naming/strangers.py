"""What stands in a Chinese text as a name does, and is none that is known."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model.records import Organisation, Person, Place, Project
from briefing.names.divisions import Candidate, find_candidates
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.wording import pattern

_LIST = re.compile(
    "[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,12}?(?=[、是为等的将，。和及以 ]"
    "|[0-9两二三四五六七八九十]+个?[县市区]))+"
)
_ITEM_BEHIND = re.compile("(?: and |和|以及|及)([\u4e00-\u9fff]{2,3}?)(?![\u4e00-\u9fff])")
_ITEM_END = re.compile("[是为等的将，。]|[0-9两二三四五六七八九十]+个?[县市区]")
_BODY = re.compile(
    "(?:(?![的与和及由在向对是为了下等])[\u4e00-\u9fff]){2,16}?(?<![该这家关各些类本业方大小子母总分市])(?<!项目)"
    "(?:有限(?:责任)?公司|公司|集团|研究院|大学|学院|银行|医院|机场)"
    "|(?:(?<=[，。、；：“《与和由向对同跟是及让])|^)(?![作成因认视改转变分名称定以])[\u4e00-\u9fff]为(?:公司|集团|银行|研究院)"
)


_COUNTS = re.compile("[0-9〇零一二三四五六七八九十百千万两几多余]$")


_COUNTED = re.compile("[一两几多某][家个所座]")
_AND = re.compile("市?[、和与同及]|以及|或")


class Near(NamedTuple):
    """What stands where a name should: ``like`` are the records whose name it nearly is, if any.

    ``stands`` tells whether the Chinese of the articles has it, though it is no record's name.
    """

    start: int
    end: int
    like: tuple[Entry, ...] = ()
    name: str = ""
    stands: bool = False


def unknown_items(text: str, mentions: list[Mention]) -> Iterator[Near]:
    """Yield what stands in a Chinese list of known names and is none."""
    kinds = (Place, Project, Organisation, Person)
    known = {
        (one.start, one.end)
        for one in mentions
        if any(isinstance(entry.record, kinds) for entry in one.entries)
    }
    for run in _LIST.finditer(text):
        items, at = [], run.start()
        for item in run[0].split("、"):
            items.append((at, at + len(item)))
            at += len(item) + 1
        last = items[-1]
        if after := _ITEM_BEHIND.match(text, last[1]):
            items.append(after.span(1))
            last = (0, 0)
        if sum(item in known for item in items) > 1:
            yield from (
                Near(*item)
                for item in items[1:]
                if not any(start <= item[0] < end for start, end in known)
                and (item != last or _ITEM_END.match(text, last[1]))
            )


def unknown_provinces(text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
    """Yield the provinces that stand in no known name."""
    for found in pattern("province-name", "zh").finditer(text):
        if not touches(*found.span(), taken):
            yield Near(*found.span())


def unknown_divisions(text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
    """Yield the prefectures and counties that stand in no known name.

    The short name of a county may be another word, and so may that of some prefectures, unless it
    stands right behind the name of what it lies in, or a prefecture beside another name.
    """
    for one in find_candidates(text):
        is_city = one.clear and one.places[0].level != "county"
        sure = (not one.word and (one.full or is_city)) or (
            is_city and _is_beside(one, text, taken)
        )
        if sure and not touches(one.start, one.end, taken):
            yield Near(one.start, one.end)


def _is_beside(one: Candidate, text: str, taken: list[tuple[int, int]]) -> bool:
    """Return whether a name is joined with a known one by a word such as and: 太原和大同."""
    return any(
        _AND.fullmatch(text, last, one.start) or _AND.fullmatch(text, one.end, first)
        for first, last in taken
    )


def unknown_bodies(text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
    """Yield what ends as a firm or an institute does, and is no known one."""
    for body in _BODY.finditer(text):
        start, end = body.span()
        if _COUNTS.search(text, 0, start) or _COUNTED.match(body[0]):
            continue  # 12所高水平大学 and 一家港务公司 are counted, and have no name
        if not any(first < end <= last for first, last in taken):
            named = [first for first, last in taken if start < first and last == end - 2]
            begins = named or [last for _, last in taken if start < last < end - 2]
            yield Near(max(begins, default=start), end)  # 丙泽半导体公司 is a name with its kind


def unknown_english_bodies(text: str, mentions: list[Mention]) -> Iterator[Near]:
    """Yield what is called as a newspaper, firm or school is in English, and is no known one."""
    for body in pattern("body", "en").finditer(text):
        if not body[0][-1:].isalpha() or not body[0].split()[-1][0].isupper():
            continue
        if not any(one.end >= body.end() > one.start for one in mentions):
            yield Near(*body.span())


def touches(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Return whether a span has something in common with others."""
    return any(first < end and start < last for first, last in taken)
