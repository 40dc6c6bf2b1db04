"""Names of a text of which a draft makes no record: waterways, regions, ports, firms beside others.

They are only named to whoever completes the draft, since what they are may not be told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from briefing.checks.widen import widen_marks
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.commonworks import is_plain, is_vague
from briefing.drafting.finding.leads import trim_name
from briefing.drafting.finding.projects import list_works
from briefing.drafting.found import Span, Spans, by_paragraph
from briefing.names.gazetteer import longest_place
from briefing.names.glosses import is_explained
from briefing.names.joints import JOINT
from briefing.names.tables import alternatives

_REGION = re.compile("(?:走廊|经济带|经济圈|都市圈|城市群|半岛|群岛)(?![一-鿿]{0,4}(?:公司|集团))")
_OF_ALL = re.compile(
    "(?:沿[海江河黄边线]|内陆|生态|绿色|黄金|产业|科技|科创|创新|经济|城镇|人才|开放|文化|旅游|国际|世界级|现代化?|一小时|半小时"
    "|[东西南北中]+部?|各|该|这[条个]|两[条大个]|多[条个]|[一二三四五]大|环|大|新|条|个|我国|全国|全省|区域|中心|重要|特色|先进|物流|交通|贸易"
    "|制造|装备|工业|数字|农业|高|质量|发展|城市|合作|跨|省|市|县|界|点|的|与|和|、)*"
)
"""What may stand before such an end in a common noun: 沿海经济带, 黄金走廊."""
_LARGE = re.compile(
    "(?:运河|铁路|高铁|高速|高速公路|公路|大桥|隧道|港|口岸|机场|通道|水库|枢纽|电站|电厂|油田|气田)$"
)
"""The ends of works that an article may tell of though none of its verbs says how far they are."""
_LEAD = re.compile(
    "(?:深度|全面|主动|积极)?(?:融入|对接|服务|联通|打通|畅通|依托|弘扬|重振|提升|成为|作为)"
)
"""Verbs before such a name, which are no part of it."""
_POINTS = re.compile("[东西南北中]部|环")
"""What a name may begin with, though it is a word."""
_FIRM = "(?P<firm>[一-鿿]{3,6}?)"
_TOGETHER = (
    "(?=(?:两家|双方|等[^，。；]{0,6}?|联合|共同|携手|正式|近日|日前|今年|企业|的)*"
    "(?:签约|签订|签署|合作|共建|合建|联合|携手|投资|达成|牵手|联手|组建|成立|合资))"
)
_BEHIND = re.compile(f"{JOINT}{_FIRM}{_TOGETHER}")
_BEFORE = re.compile(f"(?:^|[，。；：由、与和]){_FIRM}{JOINT}$")
_TOGETHER_BEHIND = re.compile(_TOGETHER)
_NO_FIRM = re.compile(
    "[省市县区镇乡村州府局委会院校厅办部们人家]$|的|等|其他|当地|企业|高校|政府|多家|有关|相关|一批|这些|[0-9]|[，。；、]"
)
_PHASE = re.compile("[一二三四]期")
_NUMBER = re.compile("[0-9一二两三四五六七八九十百千]")
_NO_NAME = re.compile("[^一-鿿]|[一二两三四五六七八九十至到与和及的新建]|中国")
_LEGAL = re.compile("(?:[（(]?集团[）)]?|股份|有限|责任|控股|总?公司)+$")
_DOES = "(?=计划|将|负责人|相关|方面|表示|投资|宣布|集团|公司|正|已|拟|在|[与和、等，。])"
"""What behind a short name tells that a firm is meant, or that the name stands alone."""
_SHORTEST, _FULL, _NEAR = 2, 4, 12
_MOST = 400
"""So many beginnings of names of projects are looked for elsewhere in the text."""


class Held:
    """What the records of a draft are of: their spans, and those of places apart.

    A place at the head of a name is not the name: 甲市铁路港.
    """

    def __init__(self, spans: Iterable[Span], places: Iterable[Span]) -> None:
        self._spans = Spans(spans)
        self._places = frozenset(places)

    def has(self, span: Span) -> bool:
        """Return whether a record is of the name at a span."""
        return span in self._places or self._spans.touch(span)

    def has_place(self, span: Span) -> bool:
        """Return whether a place has its name at a span."""
        return span in self._places


def find_unrecorded(
    paragraphs: Sequence[str], held: Held, firms: Sequence[Span], projects: Sequence[Span]
) -> list[tuple[str, int]]:
    """Return the names that no record has, each with its first paragraph.

    ``firms`` are where bodies are named that others may stand beside, and ``projects`` where
    projects are whose names may begin with that of a firm.
    """
    found: dict[str, int] = {}
    texts = [widen_marks(text) for text in paragraphs]
    beside = by_paragraph(firms)
    for number, text in enumerate(texts, 1):
        spans = [*_find_works(text), *_find_regions(text)]
        spans += _find_beside(text, beside.get(number, ()))
        for start, end in sorted(spans):
            if not held.has(Span(number, start, end)):
                found.setdefault(text[start:end], number)
    for name, number in _find_short_names(texts, projects, firms, held):
        found.setdefault(name, number)
    return sorted(found.items(), key=lambda one: one[1])


def _find_works(text: str) -> Iterator[tuple[int, int]]:
    """Yield the works of which nothing is told that makes them projects."""
    for one in list_works(text):
        start = _skip_lead(text, one.start, one.end)
        name = text[start : one.end]
        end = _LARGE.search(name)
        own = name[: end.start()] if end else ""
        if len(own) > 1 and _is_proper(own) and not (is_vague(name) or is_plain(name)):
            yield start, one.end


def _skip_lead(text: str, start: int, end: int) -> int:
    """Return where a name begins behind a verb, or with the place in it: 总觉得甲市高速."""
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    sizes = ((at, longest_place(text, at)) for at in range(start, min(end, start + _NEAR)))
    at = next((at for at, size in sizes if size > 1 and at + size < end - 1), start)
    return at if is_explained(text[start : start + 2]) or at - start >= _FULL else start


def _is_proper(own: str) -> bool:
    """Return whether the words before the end of a name begin no common noun and with no verb."""
    if longest_place(own) > 1 or _POINTS.match(own):
        return True
    is_word = any(is_explained(own[:size]) for size in (2, 3, 4))
    return not (is_word or _NUMBER.match(own) or _OF_ALL.fullmatch(own))


def _find_regions(text: str) -> Iterator[tuple[int, int]]:
    breaks = Breaks(text)
    floor = 0
    for match in _REGION.finditer(text):
        begin = max(breaks.before(match.start(), floor), match.start() - _NEAR)
        start, end = trim_name(text, begin, match.end())
        start = _skip_lead(text, start, match.start())
        own = text[start : match.start()]
        if len(own) > 1 and _is_proper(own) and not is_explained(own):
            yield start, end
        floor = match.end()


def _find_beside(text: str, firms: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the partners of firms whose names end in no word for a firm: 甲集团与乙冶金签约."""
    for one in firms:
        behind = _BEHIND.match(text, one.end)
        before = _BEFORE.search(text, max(0, one.start - _NEAR), one.start)
        together = _TOGETHER_BEHIND.match(text, one.end)
        for found in (behind, before if together else None):
            if found and not _NO_FIRM.search(found["firm"]) and not longest_place(found["firm"]):
                yield found.span("firm")


def _find_short_names(
    texts: Sequence[str], projects: Sequence[Span], firms: Sequence[Span], held: Held
) -> Iterator[tuple[str, int]]:
    """Yield with what names of projects begin, if it is no word: before a place or a phase.

    Elsewhere it may stand alone, as may the name of a firm without its legal form.
    """
    alone = {name for name in (_trim_firm(texts, one) for one in firms) if _may_be_short(name)}
    for number, start, end in projects:
        name = texts[number - 1][start:end]
        for size in range(_SHORTEST, _FULL + 1):
            short = name[:size]
            if not _may_be_short(short) or held.has_place(Span(number, start, start + size)):
                break
            place = longest_place(name, size)
            place = 0 if _works().search(name[size : size + place]) else place  # 运河 is a county
            is_cut = is_explained(name[size - 1 : size + 1])
            if not is_cut and (_PHASE.match(name, size) or _SHORTEST <= place < len(name) - size):
                yield short, number
                break
            if not is_cut and size < _FULL:
                alone.add(short)
    pattern = re.compile(f"(?<![一-鿿])(?:{'|'.join(sorted(alone)[:_MOST]) or '(?!)'}){_DOES}")
    for number, text in enumerate(texts, 1):
        for one in pattern.finditer(text):
            if not held.has(Span(number, *one.span())):
                yield one[0], number


def _trim_firm(texts: Sequence[str], one: Span) -> str:
    """Return the name of a firm without the place before it and its legal form: 甲市乙丙集团."""
    name = _LEGAL.sub("", texts[one.paragraph - 1][one.start : one.end])
    return name[longest_place(name) :]


def _may_be_short(short: str) -> bool:
    """Return whether the beginning of a name may be that of a firm."""
    if not _SHORTEST <= len(short) <= _FULL:
        return False
    is_other = _NO_NAME.search(short) or _works().search(short) or is_explained(short)
    return not (is_other or longest_place(short))


@cache
def _works() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('works', 'weak-works', 'project')})$")
