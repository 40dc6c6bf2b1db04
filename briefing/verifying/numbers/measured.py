"""What a number measures, of things that are easily taken for each other: exports for all trade."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from briefing.verifying.numbers.binding import Bound
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_lines

_Found = dict[str, set[int]]
"""The things that are told of, as numbers of lines of the table, by group."""


class _Measure(NamedTuple):
    """A thing that is measured: its group, and the words for it by language.

    What ``is_wider`` may be told for another thing of its group.
    """

    group: str
    is_wider: bool
    words: dict[str, re.Pattern[str]]


def is_of_other_measure(at: int, bound: Bound, sentence: Sentence) -> bool:
    """Return whether the clause at an offset tells of other things of a group than a fact does."""
    clause = sentence.clause_text(at)
    said = _find([(clause, lang) for lang in sentence.languages])
    if not said:
        return False
    title = bound.fact.record.title
    known = _find([(title.zh, "zh"), (title.en or "", "en")])
    wider = {number for number, one in enumerate(_measures()) if one.is_wider}
    return any(
        things - wider and group in known and not things & known[group]
        for group, things in said.items()
    )


def _find(texts: list[tuple[str, str]]) -> _Found:
    """Return the things that texts tell of, each text with its language."""
    found: _Found = defaultdict(set)
    for text, lang in texts:
        left = text
        for number, measure in enumerate(_measures()):
            left, times = measure.words[lang].subn(" ", left)
            if times:
                found[measure.group].add(number)
    return found


@cache
def _measures() -> tuple[_Measure, ...]:
    """Return what is measured, from ``measures.tsv``."""
    rows = (line.split("\t") for line in read_lines("measures.tsv"))
    return tuple(
        _Measure(
            group.lstrip("*"),
            group.startswith("*"),
            {
                "en": re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])", re.I),
                "zh": re.compile(chinese),
            },
        )
        for group, english, chinese in rows
    )
