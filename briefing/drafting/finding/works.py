"""What may name a project in a sentence: items of lists of projects, and what ends like works."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from briefing.checks.marks import is_in_title
from briefing.checks.progress import find_verb
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.commonworks import is_common, names_works
from briefing.drafting.finding.countedworks import find_counted_works
from briefing.drafting.finding.declared import is_at_park, is_called, is_declared
from briefing.drafting.finding.leads import name_leads, trim_name
from briefing.drafting.finding.listedworks import find_listed
from briefing.drafting.finding.listing import NUMBERS, split_items
from briefing.drafting.finding.parts import compile_concrete
from briefing.drafting.finding.roads import NUMBERED_SECTION, SECTION
from briefing.drafting.finding.routes import find_routes
from briefing.drafting.finding.twofold import find_first_part, find_origin
from briefing.names.joints import JOINTS
from briefing.names.tables import alternatives

Sort = Literal["listed", "certain", "strong", "weak", "campaign"]
"""Whether a name is that of a project since a list of projects has it, or certainly, or where a
verb tells how far it is, or only where such a verb stands right beside it, or where somebody
is said to carry it out."""

_ENDS = ("项目", "工程", "期")
_ANOTHER = re.compile(
    "(?:位于|地处|坐落[于在]|建在|落户)(?P<place>[\u4e00-\u9fff]{1,7}[省市县区州旗盟镇乡村]的另外?一[座条个处家])$"
)
"""What before a common noun tells one work from others: 位于甲县的另一座."""
_ITEM = re.compile("[\u4e00-\u9fff]{2,8}")
_NEGATED = re.compile("(?:没有|不再|严禁|禁止|杜绝|严控|不得|不会|再无|从未)[\u4e00-\u9fff]{0,4}$")
_POINTED_AT = re.compile("[这该此][条座个项批家所处]?")
"""What points at a work that was named before: 这条高速."""
_PLACED = re.compile("(?:位于|地处|坐落[于在])[^，。；]{2,14}的$")
"""What before it tells where a work is that is named for the first time: 位于甲镇的这座."""
_IN_ONE = re.compile("(?<=[，、的])[集融](?!团|中|镇)[^。；！？]{3,60}?[于为]一体")
"""The parts of one work, which are no works of their own: 集展馆、书屋于一体."""
_NEAR = 20
_SHORTEST = 4
_QUOTED_IN = re.compile("”(?:[一-鿿]{2,4})?(?:工程|项目|行动)")
"""What behind a quoted name of works goes on to tell what is called so."""
_NO_END = (
    "(?![师局办部级化岸院组务房家商点头市层盘员林公股党]|长(?![\\d约达近])|主(?!体|塔|桥|跨|线|要)"
    "|车(?![站间厂库])|位(?!于)|(?<=桥)梁"
    "|管理[局处所中站委]|(?:建设|投资|开发|管理|运营|经营|发展|有限|责任|股份|集团|总|实业|控股){1,6}公司"
    "|(?<=园)区|(?:续建|设施)配套|遗产|[\u4e00-\u9fff]{0,2}奖)"
)
"""What goes on behind such an end, so that it is none: 港务, 灌溉工程遗产, 甲机场建设公司."""
_CAMPAIGN = "(?<!打击|军事|救援)行动(?!计划|方案|指南|指引|[力派者员组])"
"""The end of the name of a campaign: 实施甲提升行动."""


class Work(NamedTuple):
    """What may be a project, at offsets of a text.

    Its name goes on with ``kind`` where the text has that behind a number: 甲、乙两座水库.
    """

    start: int
    end: int
    sort: Sort
    kind: str = ""


def find_works(text: str, first: int, last: int, breaks: Breaks) -> list[Work]:
    """Return what may name a project in the sentence at offsets of a text, in order."""
    sentence = text[first:last]
    works = []
    for start, end, sort, kind in sorted(set(_find(sentence, breaks.within(first, last)))):
        pointer = _POINTED_AT.match(sentence, start)
        if pointer and not _PLACED.search(sentence, max(0, start - _NEAR), start):
            continue
        if not _NEGATED.search(sentence, max(0, start - _NEAR), start):
            begin = pointer.end() if pointer else start
            works.append(Work(first + begin, first + end, sort, kind))
    return _with_neighbours(text, works)


def _with_neighbours(text: str, works: Sequence[Work]) -> list[Work]:
    """Return works of which each is certain that a list has beside one that is: 甲项目、乙项目."""
    found = list(works)
    for first, second in [*pairwise(range(len(found))), *pairwise(reversed(range(len(found))))]:
        one, other = sorted((first, second))
        is_list = text[found[one].end : found[other].start] in JOINTS
        if is_list and found[first].sort == "certain" and found[second].sort == "strong":
            found[second] = found[second]._replace(sort="certain")
    return found


def _find(text: str, breaks: Breaks) -> Iterator[tuple[int, int, Sort, str]]:
    """Yield the offsets of what may be projects: the items of lists, and then the others."""
    numbered = list(_numbered(text, breaks))
    for items, kind in numbered:
        yield from ((start, end, "strong", text[slice(*kind)]) for start, end in items)
    taken = {at for items, kind in numbered for at in range(items[0][0], kind[1])}
    taken.update(at for parts in _IN_ONE.finditer(text) for at in range(*parts.span()))
    for route in find_routes(text, breaks):
        if taken.isdisjoint((route.start, route.end - 1)):
            yield route.start, route.end, "listed", text[slice(*route.kind)]
            taken.update(range(route.start, route.end))
    for start, end in chain(find_listed(text, breaks), find_counted_works(text, breaks)):
        if names_works(text[start:end], least=2) and taken.isdisjoint((start, end - 1)):
            yield start, end, "listed", ""
            taken.update(range(start, end))
    yield from _alone(text, breaks, taken)


def _alone(text: str, breaks: Breaks, taken: set[int]) -> Iterator[tuple[int, int, Sort, str]]:
    """Yield the offsets of what ends like works and has no offset that is taken."""
    floor = 0
    for match in _ending().finditer(text):
        if match.end() <= floor:
            continue
        stop = _end_of(text, match, breaks)
        begin = match.start() if match["numbered"] else breaks.before(match.start(), floor)
        start, end = trim_name(text, begin, stop)
        start = find_origin(text, breaks, start, end, floor)
        start = find_first_part(text, breaks, start, floor)
        if text.startswith("“", start - 1) and (behind := _QUOTED_IN.match(text, end)):
            start, end = start - 1, behind.end()  # “甲基地”工程
        if end - start >= _SHORTEST:  # a shorter one may begin another name: 渠阳至平昌公路
            floor = stop
        if not taken.isdisjoint((start, end - 1)) or is_in_title(text, start):
            continue
        if (at := _start_of_another(text, start, end)) is not None:
            yield at, end, "strong", ""
        elif names_works(text[start:end], least=_SHORTEST):
            if is_at_park(text, start, end):
                yield start, end, "certain", ""
            elif not is_common(text, start, end, bool(_strong().search(text, start, end))):
                yield start, end, _sort(text, start, end), ""


def _start_of_another(text: str, start: int, end: int) -> int | None:
    """Return where a work begins that only its place tells from others: 位于甲县的另一座水库."""
    found = _ANOTHER.search(text, max(0, start - _NEAR), start)
    return found.start("place") if found and _strong().search(text, start, end) else None


def _numbered(text: str, breaks: Breaks) -> Iterator[tuple[list[tuple[int, int]], tuple[int, int]]]:
    """Yield the items of lists of as many names as the number behind them says, and their kind.

    The offsets of the items stand in order, with those of the word for all of them.
    """
    floor = 0
    for match in _number_of_works().finditer(text):
        items = [
            trim_name(text, *item)
            for item in split_items(text, breaks, name_leads(), match.start(), floor)
        ][::-1]
        if len(items) == NUMBERS.get(match["number"], 0) and all(
            _ITEM.fullmatch(text, *item) for item in items
        ):
            yield items, match.span("kind")
        floor = match.end()


@cache
def _number_of_works() -> re.Pattern[str]:
    numbers = "".join(NUMBERS)
    kinds = alternatives("listed-works")
    return re.compile(f"(?P<number>[{numbers}])[大座条个处](?P<kind>{kinds})")


def _end_of(text: str, match: re.Match[str], breaks: Breaks) -> int:
    """Return where a name ends: it may go on to other endings, 产业园污水处理厂, over no verb."""
    end = match.end()
    while longer := _longer().match(text, end):
        if breaks.before(longer.end(), 0) > end or find_verb(text, end, longer.end()):
            break
        if text.startswith(("——", "至", "到"), longer.end()):
            break
        if text[match.start() : end].endswith(_ENDS[:2]) and longer.end() - end > _SHORTEST:
            break  # another work of the project
        end = longer.end()
    return end


def _sort(text: str, start: int, end: int) -> Sort:
    is_strong = bool(_strong().search(text, start, end))
    if is_declared(text, start, end):
        return "certain"
    if text[:end].endswith(_ENDS) and compile_concrete().search(text, start, end - 2):
        return "certain"
    if is_called(text, start, end):
        return "certain"
    if text[:end].endswith("行动"):
        return "campaign"
    is_strong |= text.startswith("“", start - 1) and text.startswith("”", end)
    return "strong" if is_strong else "weak"


@cache
def _ending() -> re.Pattern[str]:
    ends = alternatives("project", "works", "weak-works")
    phase = "(?:[（(]?[一二三四]期[）)]?(?:项目|工程)?)?(?:[A-Z]{2,5}项目)?"
    phase = f"(?:(?<=[院校学厂])[新东西南北]{{1,2}}[院校厂]区)?{phase}"
    works = f"(?:{ends}|{_CAMPAIGN}){phase}{SECTION}{_NO_END}"
    return re.compile(f"(?P<numbered>{NUMBERED_SECTION})|{works}")


@cache
def _longer() -> re.Pattern[str]:
    number = "\\d{1,2}(?:号|(?=号线))|[A-Z]\\d{1,2}(?!\\d)"  # 22号线, T5航站楼
    number += "|(?<!\\d)\\d{1,4}(?:兆瓦|万?千瓦|千伏|万?[吨台套辆件头只米]|万?平方米|万?立方米)"
    return re.compile(f"(?:[\u4e00-\u9fff]|{number}){{0,10}}?(?:{_ending().pattern})")


@cache
def _strong() -> re.Pattern[str]:
    ends = alternatives("project", "works")
    return re.compile(f"(?:(?:{ends})(?:[一二三四]期)?{SECTION}|{NUMBERED_SECTION})$")
