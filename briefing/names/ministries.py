"""What the offices of the state are for, in both languages, by ``ministries.tsv``."""

import re
from functools import cache
from typing import NamedTuple

from briefing.names.tables import read_lines

_OFFICE = re.compile(
    "(?:(?<![乐总业支挥目辑伍西东中南北干])部|[厅局委署]|委员会|政协|人大|[法检察]院)$"
)


class Field(NamedTuple):
    """What an office is for: the Chinese and the English words."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]


@cache
def list_fields() -> tuple[Field, ...]:
    """Return what offices of the state are for."""
    rows = (line.split("\t") for line in read_lines("ministries.tsv"))
    return tuple(
        Field(re.compile(chinese), re.compile(rf"(?<![A-Za-z-])(?:{english})(?![A-Za-z])", re.I))
        for chinese, english in rows
    )


def contrast_offices(chinese: str, english: str) -> tuple[str, str] | None:
    """Return what the English name of an office says it is for, and what the Chinese says instead.

    >>> contrast_offices("甲省财政厅", "Department of Education of Jia")
    ('Education', '财政')
    """
    if not _OFFICE.search(chinese):
        return None
    own = [(one, found[0]) for one in list_fields() if (found := one.chinese.search(chinese))]
    if not own or any(one.english.search(english) for one, _ in own):
        return None
    for other in list_fields():
        if said := other.english.search(english):
            return said[0], own[0][1]
    return None
