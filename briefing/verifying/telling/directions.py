"""From where to where something goes: what the text tells the other way round of two names.

Where a text tells that the north sells to the south, a memo may not tell that the south does.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.checks.once import once
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Entry, Mention, Names, hide
from briefing.verifying.sentences import Sentence

_TO = re.compile("(?:地区|等地|一带)?(?:[向往至到赴]|转移到|延伸到)")
"""What stands between that from which something goes, and that to which."""
_INTO = re.compile(r"\b(?:to|into|towards?) (?:the )?$", re.I)
_FEWEST = 2
"""So many English words may mean a name, if it is not known by another."""


class _Way(NamedTuple):
    """A clause that tells from where to where something goes."""

    first: Entry
    last: Entry
    clause: Clause


def judge_ways(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses, names: Names
) -> Iterator[Found]:
    """Yield the names to which something is told to go that goes from there, and never there."""
    ways = [] if sentence.is_mixed else _list_ways(clauses, names)
    if not ways:
        return
    targets = {id(one.last.record) for one in ways}
    for mention in mentions:
        records = {id(one.record) for one in mention.entries}
        for way in ways:
            if (
                id(way.first.record) in records
                and records.isdisjoint(targets)
                and _goes_to(mention, way.last, sentence, mentions)
                and way.clause in clauses.list_best(sentence)
            ):
                yield doubt(mention.start, mention.end, "name", way.clause)
                break


def _goes_to(mention: Mention, start: Entry, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Return whether a sentence tells that something goes from another to what it names."""
    before = [one for one in mentions if one.end <= mention.start]
    named = [one for one in before if any(each.record is start.record for each in one.entries)]
    if sentence.language == "zh":
        return any(_TO.fullmatch(sentence.text, one.end, mention.start) for one in named)
    text = sentence.text[: mention.start]
    if not _INTO.search(text):
        return False
    if named:
        return True
    meant = by_beginning(meanings_of(start.record.title.zh))
    told = stems_of(hide(text, before))
    return sum(bool(find_alike(one, meant)) for one in told) >= _FEWEST


@once
def _list_ways(clauses: Clauses, names: Names) -> list[_Way]:
    """Return what the texts tell of where something goes."""
    return [
        _Way(first, last, clause)
        for clause in clauses.all
        for one, other in pairwise(names.find(clause.text))
        if _TO.fullmatch(clause.text, one.end, other.start)
        for first in one.entries
        for last in other.entries
        if first.article is last.article is clause.article
    ]
