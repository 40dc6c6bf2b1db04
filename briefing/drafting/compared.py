"""Places that a paragraph names only to compare with them, or as the way to them."""

import re
from collections.abc import Iterator, Sequence

from briefing.checks.rules.places import MOVED
from briefing.drafting.found import Span
from briefing.names.joints import JOINTS

_ROUTE = re.compile("[到至—-]+")
_OF_ROUTE = re.compile(
    "的?(?:车程|行程|旅程|旅行|通行|行车|航程|时间|铁路|高铁|高速|城际|公路|航线|班列|线路)"
)
"""What behind the second of two places tells that a number is of the way between them."""
_COMPARED = re.compile(
    "(?:(?<![占对之环同])比(?![例重如])|(?<!比)较(?![大小高低快慢多少好强长短])"
    "|[高低优好多少快慢大小]于|不及|领先|落后于?|仅次于|超过)[^，。；：、年期月]{0,4}$"
)
"""What before a place tells that something is only compared with it: 较经示例市出海."""
_OWN_NUMBER = re.compile("的[约近]?[0-9一二三四五六七八九十两]")
"""What behind a place tells that a number is of it: 低于示例市的5%."""
_COMPARES = ("相比", "比较", "相较")
_NEAR = 10


def leave_out_compared(
    paragraph: str, places: Sequence[tuple[Span, str]]
) -> Iterator[tuple[Span, str]]:
    """Yield the places of a paragraph but for those with which something is only compared.

    Those are left out, too, to which something goes, unless a number is of the way there.
    """
    end = -1  # of the last one that is left out
    last = -1  # where the last one ends
    for span, name in places:
        before = paragraph[max(0, span.start - _NEAR) : span.start]
        goes_on = 0 <= end <= span.start and paragraph[end : span.start] in JOINTS
        is_compared = goes_on or bool(_COMPARED.search(before))
        is_moved = bool(MOVED.search(before)) and not ends_route(paragraph, last, span)
        has_number = bool(_OWN_NUMBER.match(paragraph, span.end))
        begins_route = bool(_ROUTE.match(paragraph, span.end))
        if (
            (is_compared and not has_number)
            or (is_moved and not begins_route)
            or paragraph.startswith(_COMPARES, span.end)
        ):
            end = span.end
        else:
            yield span, name
        last = span.end


def ends_route(paragraph: str, last: int, span: Span) -> bool:
    """Return whether a place is the end of a way from the one that ends at ``last``."""
    return bool(
        last >= 0
        and _ROUTE.fullmatch(paragraph, last, span.start)
        and _OF_ROUTE.match(paragraph, span.end)
    )
