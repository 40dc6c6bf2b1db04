"""The provinces of China that a Chinese text tells by a character of each: 闽宁, 晋陕蒙."""

import re
from functools import cache

from briefing.names.gazetteer import Listed, places_by_name
from briefing.names.tables import toponyms

_MOST = 6


@cache
def _pattern() -> re.Pattern[str]:
    signs = "".join(toponyms("sign"))
    return re.compile(f"(?<![{signs}])[{signs}]{{2,{_MOST}}}$")


def read_row(text: str) -> tuple[Listed, ...]:
    """Return the provinces that a row of such characters at the end of a text tells.

    >>> [one.name for one in read_row("会上，闽宁")], read_row("宁"), read_row("京京")
    (['福建省', '宁夏回族自治区'], (), ())
    """
    found = _pattern().search(text[-_MOST - 1 :])
    names = [toponyms("sign")[one] for one in found[0]] if found else []
    return tuple(places_by_name()[one][0] for one in names) if len(set(names)) > 1 else ()
