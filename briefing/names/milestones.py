"""What can come about of a project, plan or deal, by ``milestones.tsv``, and where it is told."""

import re
from functools import cache
from typing import NamedTuple

from briefing.names.languages import ByLanguage, compile_words
from briefing.names.tables import read_lines

CLAUSE = re.compile("[^，。；：！？,;:!?（）()]+")
"""The words between two marks."""


class Milestone(NamedTuple):
    """Something that may come about, with the kind that it is of and the words for it."""

    name: str
    kind: str
    words: ByLanguage[re.Pattern[str]]


_TO_COME = re.compile(
    "尚|未|没|不(?![久断仅但])|无法|承诺|洽谈|商谈|筹备|酝酿|有望|计划|预定|拟|预计|将|力争|争取|待|明年|后年|年底前|年内|之内|准备|目标|负责|打算|想(?![象法到起])"
    "|(?<![主必需重])要(?!求|素|闻|点)|何时|什么时候|等(?=到|待)|最快|最早|within"
)
"""What stands before a milestone that has not been reached, unless 已 does, too."""
TITLE = re.compile("《[^《》]*》")
_ONCE = re.compile("(?:[一-鿿]{0,2}[后时])[，,]?[^，。]{0,6}(?:将|可|能|预计|有望)")
"""What stands behind a milestone of which is told what comes once it is reached: 通航后将."""
IN_USE = ("finished", "used")


@cache
def list_milestones() -> tuple[Milestone, ...]:
    """Return what can come about, from ``milestones.tsv``."""
    found = []
    for line in read_lines("milestones.tsv"):
        name, kind, english, chinese = line.split("\t")
        found.append(Milestone(name, kind, compile_words(english, chinese)))
    return tuple(found)


def is_told_for(one: Milestone, other: Milestone) -> bool:
    """Return whether one milestone may be told for another: what is in use is finished."""
    return one.name == other.name or {one.name, other.name} <= set(IN_USE)


def read_milestones(text: str) -> list[tuple[Milestone, bool]]:
    """Return the milestones that a Chinese text tells, and whether they have been reached."""
    return [
        (one, not (is_to_come(clause[: word.start()]) or _ONCE.match(clause, word.end())))
        for clause in CLAUSE.findall(TITLE.sub("《》", text))
        for one in list_milestones()
        for word in one.words["zh"].finditer(clause)
    ]


def is_to_come(before: str) -> bool:
    """Return whether words tell that what stands behind them has not come about."""
    return bool(_TO_COME.search(TITLE.sub("《》", before))) and "已" not in before
