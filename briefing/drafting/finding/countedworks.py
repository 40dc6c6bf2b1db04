"""Works that a text counts and then names: 三座水库，分别是甲水库、乙水库和丙水库."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.leads import name_leads, trim_name
from briefing.drafting.finding.listing import NUMBERS, split_items
from briefing.names.tables import alternatives

_STOP = re.compile("[，。；！？]|$")


def find_counted_works(text: str, breaks: Breaks) -> Iterator[tuple[int, int]]:
    """Yield the offsets of as many names as a number before them says, which all end like works.

    >>> text = "建成两座水库，分别是青河水库和白石水库。"
    >>> [text[start:end] for start, end in find_counted_works(text, Breaks(text))]
    ['白石水库', '青河水库']
    """
    for match in _counted().finditer(text):
        stop = _STOP.search(text, match.end())
        end = stop.start() if stop else len(text)
        items = [
            trim_name(text, *item)
            for item in split_items(text, breaks, name_leads(), end, match.end())
        ]
        are_works = all(_ends().search(text[slice(*item)]) for item in items)
        if are_works and len(items) == NUMBERS[match["number"]]:
            yield from items


@cache
def _counted() -> re.Pattern[str]:
    ends = alternatives("works", "weak-works", "project")
    return re.compile(
        f"(?P<number>[{''.join(NUMBERS)}])[大座条个处家所][^，。；、]{{0,14}}?(?:{ends})"
        "[^。；！？]{0,24}?(?:分别[是为]|[它其]们?是|即|：)"
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('works', 'weak-works', 'project')})$")
