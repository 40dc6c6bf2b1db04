"""What the names of towns and villages of China are made of: an own part, and the word for a kind.

The own part may name the peoples who live there: 明水满族乡.
"""

import re
from functools import cache
from typing import Literal

from briefing.names.gazetteer import id_of, spell_plainly
from briefing.names.tables import toponyms

Kind = Literal["town", "village"]


def kind_of_township(name: str) -> Kind:
    """Return the kind of a place by the end of its name."""
    return "village" if name.endswith(tuple(toponyms("village"))) else "town"


def spell_township(name: str) -> str:
    """Return the English name of a town or a village: pinyin, and the word for its kind.

    >>> spell_township("圪洞镇"), spell_township("杜家村"), spell_township("明水满族乡")
    ('Gedong Town', 'Dujia Village', 'Mingshui Manchu Township')
    """
    own, ending = _cut_name(name)
    plain = group_of_peoples().sub("", own)
    groups = re.findall("|".join(toponyms("group")), own[len(plain) :])
    parts = [spell_plainly(plain if len(plain) > 1 else plain + ending)]
    parts += [" and ".join(toponyms("group")[one] for one in groups)] if groups else []
    return " ".join([*parts, (toponyms("town") | toponyms("village"))[ending]])


def id_of_township(name: str) -> str:
    """Return the id of a town or a village: its own name, with the end of one of one character.

    >>> id_of_township("圪洞镇"), id_of_township("乌镇")
    ('gedong', 'wuzhen')
    """
    own, ending = _cut_name(name)
    plain = group_of_peoples().sub("", own)
    return id_of(spell_plainly(plain if len(plain) > 1 else plain + ending))


def _cut_name(name: str) -> tuple[str, str]:
    """Return the own part of a name and its end."""
    found = re.search(f"(?:{ending_of_township().pattern})$", name)
    at = found.start() if found else len(name)
    return name[:at], name[at:]


@cache
def group_of_peoples() -> re.Pattern[str]:
    """Return the pattern of the peoples at the end of the own part of a name."""
    return re.compile(f"(?<=..)(?:{'|'.join(sorted(toponyms('group'), key=len, reverse=True))})+$")


@cache
def ending_of_township() -> re.Pattern[str]:
    """Return the pattern of the words for a kind of town or village: 镇, 街道, 村."""
    listed = sorted([*toponyms("town"), *toponyms("village")], key=len, reverse=True)
    return re.compile("|".join(listed))
