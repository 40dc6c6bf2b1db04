"""Whether the model itself tells of a record what a sentence tells of it, in English."""

from collections.abc import Iterable
from functools import cache

from briefing.model.parts import Bilingual, parts
from briefing.model.records import Record
from briefing.names.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.naming.naming import Entry

_LEAST, _FEWEST = 0.5, 4
"""The share of the words of a sentence that a record must have, and how many these are at least."""


def is_told_of(entries: Iterable[Entry], words: str) -> bool:
    """Return whether a record has most of the English words of a sentence that names it.

    What somebody is called says nothing of what he said.
    """
    for entry in entries:
        posts = getattr(entry.record, "posts", ())
        known, called = _stems_of(entry.record), by_beginning(_list_stems(posts))
        told = [one for one in stems_of(words) if not find_alike(one, called)]
        found = sum(bool(find_alike(one, known)) for one in told)
        if found >= max(_FEWEST, _LEAST * len(told)):
            return True
    return False


@cache
def _stems_of(record: Record) -> dict[str, list[str]]:
    """Return the stems of all English of a record, by their beginnings."""
    return by_beginning(_list_stems(record))


def _list_stems(told: object) -> frozenset[str]:
    texts = (one.en or "" for _, one in parts(told) if isinstance(one, Bilingual))
    return frozenset().union(*map(stems_of, texts))
