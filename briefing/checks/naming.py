"""The names of the records of a model, and how they are compared.

Names are compared without blanks, quotation marks and dashes, and without difference of width.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from briefing.model.forms import compose
from briefing.model.parts import Bilingual
from briefing.model.records import Record

Rec = TypeVar("Rec", bound=Record)
STEM = 2
"""So many characters of the name of a place or a body are left of it where it is told in short."""
_UNCOMPARED = re.compile(r"[\s“”‘’\"'《》〈〉「」『』·—–-]")
_JOINTS = re.compile("[：:（）()]")


@cache
def comparable(text: str) -> str:
    """Return a text as names are compared.

    >>> comparable("“两园”建设 ")
    '两园建设'
    """
    return _UNCOMPARED.sub("", compose(text))


def names_of(record: Record) -> list[str]:
    """Return the Chinese names of a record: its name, its short name, its aliases."""
    short: Bilingual | None = getattr(record, "short", None)
    aliases: tuple[str, ...] = getattr(record, "aliases", ())
    return [record.title.zh, *([short.zh] if short else []), *aliases]


def index_names(records: Iterable[Rec], least: int = 1) -> dict[str, list[Rec]]:
    """Return records by their Chinese names that have at least so many characters."""
    found: dict[str, list[Rec]] = {}
    for record in records:
        for name in dict.fromkeys(names_of(record)):
            if len(name) >= least:
                found.setdefault(name, []).append(record)
    return found


def split_at_joints(name: str) -> list[str]:
    """Return the parts of a name that stand on their own: those at its colons and brackets."""
    return _JOINTS.split(name)
