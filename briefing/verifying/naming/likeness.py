"""Whether words are so like a name that they are a slip for it."""

import re

from briefing.model.records import Organisation, Person, Place, Project, Record, Strategy, Term
from briefing.names.pinyin import count_syllables
from briefing.verifying.naming.naming import Entry, Names

PROPER = (Place, Project, Organisation, Person)
_OTHERS = (Strategy, Term)
NUMERAL = re.compile("[0-9一二三四五六七八九十两双]")


def has_own_name(record: Record) -> bool:
    """Return whether a record is a place, a project or a body that no other one is called like.

    Those of the state and of a party are told by what they are of, as posts are.
    """
    if isinstance(record, Organisation):
        return record.kind not in ("government", "party")
    return isinstance(record, (Place, Project))


def is_comparable(name: str, entries: list[Entry]) -> bool:
    """Return whether a name is so long and particular that what is nearly it is a slip."""
    if any(isinstance(one.record, Person) for one in entries):
        return len(name) >= 3
    if all(getattr(one.record, "coined", False) for one in entries):
        return False
    if NUMERAL.search(name) and any(isinstance(one.record, (*PROPER, *_OTHERS)) for one in entries):
        return len(name) >= 3
    return len(name) >= 4 and any(isinstance(one.record, PROPER) for one in entries)


def is_short_name(words: str, near: str, names: Names) -> bool:
    """Return whether words are a longer name of some articles with characters left out."""
    alike = names.by_ends.get((words[:2], words[-1]), "")
    left_out = "".join(f"(?>.*?{re.escape(one)})" for one in words[2:])
    return any(
        len(found[1]) > len(words) and found[1] != near
        for found in re.finditer(f"\n(?={re.escape(words[:2])}{left_out})(.+)", alike)
    )


def looks_pinyin(word: str) -> bool:
    """Return whether a word may be the spelling of several Chinese characters."""
    return len(word) >= 5 and any(one >= 2 for one in count_syllables(word))


def is_near(one: str, other: str, most: int) -> bool:
    """Return whether two different words differ in so many letters at most.

    >>> is_near("yangquan", "yangqian", 1), is_near("datong", "taiyuan", 1)
    (True, False)
    """
    if one == other or abs(len(one) - len(other)) > most:
        return False
    if len(set(one).difference(other)) > most:  # each of which must be changed, which is seen soon
        return False
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row = row, [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1] <= most
