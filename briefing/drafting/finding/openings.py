"""What the words right beside a name tell of a work that no verb of building tells of."""

import re
from functools import cache

from briefing.checks.progress import Sign
from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives
from briefing.names.zones import listed_zones

_MADE = re.compile(
    "(?:(?:建起|建成|建设|新建|修建|兴建|修起|盖起|开办|创办|打造|投建)了|建立起)"
    "(?:[一两首][座个条处批家所])?(?:全[国省市县区][\u4e00-\u9fff]{0,2}首[座个条家])?$"
)
"""What right before a name tells that somebody has made it: 建起了."""
_NEAR = 20
_LONG = 6
"""So many characters of a name are hardly a common noun; one with a place has fewer."""
_BODIES = ("中心", "研究院", "研究所", "医院", "学校", "站", "平台")
_SET_UP = re.compile("揭牌|挂牌|成立")


def find_opened(text: str, bare: str, name: str, clause: int, span: tuple[int, int]) -> Sign | None:
    """Return what a verb right beside a name at two offsets tells: that it is open, or was made.

    A body is set up in the same words, and no work; a common noun is made, and no project. In the
    ``bare`` text quoted words are hidden, which hold the verb behind a name with the name itself.

    >>> text = "青河消费专区在乙店揭牌。"
    >>> sign = find_opened(text, text, "青河消费专区", 0, (0, 6))
    >>> sign.status if sign else None
    'operating'
    """
    start, end = span
    start -= text.startswith("“", start - 1)
    end += text.startswith("”", end)
    is_body = name.endswith(_BODIES)
    if name in listed_zones() or not (len(name) >= _LONG or longest_place(name)):
        return None
    if (behind := _opens().match(text, end)) and not (is_body and _SET_UP.search(behind["verb"])):
        return Sign("operating", "operates", clause, *behind.span("verb"))
    before = _MADE.search(bare, max(clause, start - _NEAR), start)
    is_common = name.endswith(_BODIES) and not longest_place(name)
    if before and not is_common:
        return Sign("completed", "completes", clause, *before.span())
    return None


def is_granted(text: str, end: int) -> bool:
    """Return whether a verb right behind a name tells of a rank that it has got: 获批国家级…."""
    return bool(_grants().match(text, end))


@cache
def _opens() -> re.Pattern[str]:
    when = (
        "(?:今[天日]|昨[天日]|日前|近日|[\\d月]{1,5}日|于?\\d{4}年(?:\\d{1,2}月)?|正式|隆重|顺利)"
    )
    where = "(?:在[^，。；〇]{1,14}?)?"
    return re.compile(
        f"(?:，?[也均都])?{when}{{0,3}}{where}{when}{{0,2}}(?P<verb>{alternatives('opens')})(?!典礼筹)"
    )


@cache
def _grants() -> re.Pattern[str]:
    return re.compile(f"(?:日前|近日|正式|成功|顺利){{0,2}}(?:{alternatives('grants')})")
