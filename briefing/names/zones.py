"""Development zones, new areas and regions of China in a Chinese text."""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.divisions import AIRPORTS, Candidate
from briefing.names.gazetteer import id_of, places_by_name, spell_plainly, spell_stem
from briefing.names.tables import read_lines, toponyms, words

_LONGEST_OWN = 4
_NEEDS_NO_OWN = ("新区", "开发区", "工业园区", "产业园区", "一体化示范区")
_NEW_AREA = "新区"
_BEFORE_NEW_AREA = re.compile(
    "(?:^|[，。；：、“（\\s]|[在于到至往赴由对是和与及从向将]|[省市州县区])$"
)
"""What stands before the name of a new area that no city stands before: 在临湖新区."""
_NO_NEW_AREA = re.compile(
    "国家|省级|市级|城市|城镇|高新|现代|科技|产业|工业|农业|经济|生态|文化|旅游|创新|开发|示范|智慧|老|[新该本这个]"
)
"""Words before 新区 that only tell of what kind it is."""
_NUMERALS = "一二三四五六七八九"
_SHORT = {"经济技术开发区": "经开区", "高新技术产业开发区": "高新区"}
_SHORTENED = re.compile("|".join(_SHORT))
_NATIONAL = re.compile("国家级?$")
_LONGEST_OF_STATE = 8
_LONGEST_SPELT = 5
"""A longer name is hardly a mere name, which pinyin would tell in English."""
_OF_PROVINCE = re.compile("^[\u4e00-\u9fff]{1,3}[省市县](?=..)")
_TRADE = re.compile("中国[（(]([\u4e00-\u9fff]{2,5})[）)](自由贸易(?:试验区|港))")


_OF_FIRM = re.compile(
    "(?:国有资[产本]|建设|投资|开发|城市|控股|发展|经营|运营|管理|金融|产业)+(?:集团|总|股份|有限|责任)*公司"
)
"""What behind the name of a zone makes it that of the zone's own firm."""


class Zone(NamedTuple):
    """A zone or region: its kind, names and English, and the code of what it lies in, if known."""

    id: str
    kind: str
    name: str
    english: str
    code: str
    aliases: tuple[str, ...] = ()


class ZoneMention(NamedTuple):
    """A zone in a text, with the offsets of its start and end."""

    start: int
    end: int
    zone: Zone


@cache
def listed_zones() -> dict[str, Zone]:
    """Return the zones and regions of the table by each of their names.

    >>> listed_zones()["雄安"].english
    "Xiong'an New Area"
    """
    found: dict[str, Zone] = {}
    for line in read_lines("zones.tsv"):
        kind, name, code, english, *more = line.split("\t")
        aliases = tuple(" ".join(more).split())
        zone = Zone(_id_of_own(english), kind, name, english, code.strip("-"), aliases)
        for each in (name, *aliases):
            found |= {each: zone, _SHORTENED.sub(lambda long: _SHORT[long[0]], each): zone}
    return found


def _id_of_own(english: str) -> str:
    """Return the id of a zone of the table: its English name without the words for its kind."""
    kinds = (f" {one}" for one in toponyms("zone").values())
    ending = next((one for one in kinds if english.endswith(one)), "")
    return id_of(english.removesuffix(ending))


def find_listed_zones(text: str) -> Iterator[ZoneMention]:
    """Yield where zones and regions of the table are named, the longest name at each place."""
    for match in _listed_pattern().finditer(text):
        yield ZoneMention(*match.span(), listed_zones()[match[0]])


@cache
def _listed_pattern() -> re.Pattern[str]:
    names = sorted(listed_zones(), key=len, reverse=True)
    another = "港(?![澳口])|(?:国际)?机场|口岸|[东西南北车]?站(?![在起稳])|火车站|高铁站"
    another += f"|大桥|隧道|水库|{AIRPORTS}"  # which is called after it
    return re.compile(f"(?:{'|'.join(map(re.escape, names))})(?!{another})")


def find_zones_behind(text: str, candidates: list[Candidate]) -> Iterator[ZoneMention]:
    """Yield the zones whose names begin with a division, as 太原经开区 does.

    A few characters may stand between, as in 四平红嘴经开区, if no particle or verb is among them.
    A free trade zone has its province in brackets.
    """
    ends = [one.end for one in candidates]
    for match in _endings().finditer(text):
        at = bisect(ends, match.start()) - 1
        if at >= 0 and _is_run_into(candidates[at]):
            at -= 1
        if at < 0:
            continue
        head = candidates[at]
        own = text[head.end : match.start()]
        if _OF_FIRM.match(text, match.end()):
            continue
        if _may_lead(head, match[0]) and _is_own(own, match[0]):
            first = candidates[at - 1] if _has_its_city(head, candidates[max(at - 1, 0)]) else head
            yield _make(text, first, head, own, match[0], match.end())
    for match in _TRADE.finditer(text):
        at = bisect(ends, match.end(1)) - 1
        if at >= 0 and candidates[at].start == match.start(1):
            zone = _make(text, candidates[at], candidates[at], "", match[2], match.end()).zone
            yield ZoneMention(*match.span(), zone._replace(name=match[0]))


def find_zones_of_state(text: str) -> Iterator[ZoneMention]:
    """Yield the nature reserves and pilot zones of the state that no division names: 乙山国家级….

    >>> text = "位于乙山国家级自然保护区外围"
    >>> [(one.zone.name, one.zone.english) for one in find_zones_of_state(text)]
    [('乙山国家级自然保护区', 'Yishan National Nature Reserve')]
    """
    for match in _of_state().finditer(text):
        start = match.start()
        while start > match.start() - _LONGEST_OF_STATE and _may_be_of_name(text, start):
            start -= 1
        places = (text[start:at] for at in range(match.start() - 1, start + 1, -1))
        start += next((len(one) for one in places if one in places_by_name()), 0)
        own = text[start : match.start()]
        is_cut = text[start - 1 : start + 1] in words("whole-word")
        if len(own) > 1 and not is_cut and not own.startswith("国家"):
            core = _OF_PROVINCE.sub("", own)
            spelt = f"{spell_plainly(core)} {toponyms('zone-of-state')[match[0]]}"
            english = spelt if len(core) <= _LONGEST_SPELT else ""
            zone = Zone(id_of(f"{spell_plainly(core)} zone"), "zone", own + match[0], english, "")
            yield ZoneMention(start, match.end(), zone)


def _may_be_of_name(text: str, at: int) -> bool:
    """Return whether the character before an offset may be one of the name of a zone."""
    if text.startswith(("经济", "三角洲"), at - 1):
        return True
    if not re.match("[\u4e00-\u9fff]", text[at - 1 : at]) or text[at - 1] in words("mark"):
        return False
    before = text[max(0, at - 2) : at]
    return not (before in toponyms("lead") or before in words("project-lead"))


@cache
def _of_state() -> re.Pattern[str]:
    return re.compile("|".join(sorted(toponyms("zone-of-state"), key=len, reverse=True)))


def _is_run_into(head: Candidate) -> bool:
    """Return whether the short name of a county may be the end of other words: 太阳山开发区."""
    return head.places[0].level == "county" and not (head.full or head.clear)


def _is_own(own: str, ending: str) -> bool:
    """Return whether what stands between a place and the ending may be a part of the name."""
    own = _NATIONAL.sub("", own)
    if not own:
        return True
    if ending == _NEW_AREA:
        return _names_new_area(own)
    if len(own) > _LONGEST_OWN or ending in _NEEDS_NO_OWN:
        return False
    return bool(re.fullmatch("[\u4e00-\u9fff]{2,4}", own)) and not set(own) & _verbs()


def _names_new_area(own: str) -> bool:
    """Return whether two or three characters before 新区 are the name of one: 三江, 临湖."""
    pairs = {own[at : at + 2] for at in range(len(own) - 1)}
    return (
        bool(re.fullmatch("[\u4e00-\u9fff]{2,3}", own))
        and own + _NEW_AREA not in places_by_name()  # a district is called so
        and not _NO_NEW_AREA.search(own)
        and not (set(own) & _verbs()).difference(_NUMERALS)
        and (pairs.isdisjoint(words("whole-word")) or own in places_by_name())
        and not any(own.startswith(lead) or own.endswith(lead) for lead in toponyms("lead"))
    )


def find_new_areas(text: str) -> Iterator[ZoneMention]:
    """Yield the new areas that stand by themselves: 在临湖新区投产.

    >>> [one.zone.name for one in find_new_areas("在临湖新区投产，建设新区，城市新区")]
    ['临湖新区']
    """
    for match in re.finditer(f"[\u4e00-\u9fff]{{2}}{_NEW_AREA}", text):
        own = match[0].removesuffix(_NEW_AREA)
        if _BEFORE_NEW_AREA.search(text, 0, match.start()) and _names_new_area(own):
            begins = spell_plainly(own)
            zone = Zone(id_of(f"{begins} new area"), "zone", match[0], f"{begins} New Area", "")
            yield ZoneMention(*match.span(), zone)


@cache
def _verbs() -> frozenset[str]:
    return words("mark").union(toponyms("zone-verb"))


def _may_lead(head: Candidate, ending: str) -> bool:
    """Return whether a zone may be named after what may be a place and may be a word."""
    named = head.places[0].level == "city" or ending not in _NEEDS_NO_OWN
    return not head.word or (head.clear and named)


def _has_its_city(head: Candidate, before: Candidate) -> bool:
    """Return whether the short name of a city stands right before a district of its own."""
    around = before.places[0].code
    return (
        before.end == head.start
        and not before.full
        and any(place.code.startswith(around) for place in head.places)
    )


def _make(
    text: str, first: Candidate, head: Candidate, own: str, ending: str, end: int
) -> ZoneMention:
    """Return a zone that is named after a place, with the city before it if it is not the place."""
    place = next(one for one in head.places if one.code.startswith(first.places[0].code))
    leads = [first.places[0], place] if first is not head else [place]
    kind = next((short for part, short in toponyms("zone-id").items() if part in ending), "zone")
    core = _NATIONAL.sub("", own)
    begins = " ".join([*map(spell_stem, leads), *([spell_plainly(core)] if core else [])])
    national = "National " if core != own else ""
    english = f"{begins} {national}{toponyms('zone')[ending]}"
    name = text[first.start : end]
    zone = Zone(f"{id_of(begins)}-{kind}", "zone", name, english, place.code)
    return ZoneMention(first.start, end, zone)


@cache
def _endings() -> re.Pattern[str]:
    listed = sorted(toponyms("zone"), key=len, reverse=True)
    return re.compile("|".join(listed))
