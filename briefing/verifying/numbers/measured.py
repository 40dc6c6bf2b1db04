"""What a number measures, of things that are easily taken for each other: exports for all trade."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_lines

_Found = dict[str, set[int]]
"""The things that are told of, as numbers of lines of the table, by group."""


_COUNTED = "counted"
_CAPACITY = "capacity"
_CARRIED = ("sector", "side")
"""The groups that tell of whom or what a sentence speaks, which its later clauses carry on."""
_FARTHEST = 6
"""Over so many clauses at most they carry it on."""
_BEHIND = re.compile(r".(?: (?!and\b|or\b)[\w-]+){1,4}|.[\u4e00-\u9fff]{1,8}", re.DOTALL)
"""The last character of a number and the few words behind it, of which one is what it counts."""
_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,6}$")
"""The few characters before a number, which may be what it counts in Chinese."""


class _Measure(NamedTuple):
    """A thing that is measured: its group, and the words for it by language.

    What ``is_wider`` may be told for another thing of its group.
    """

    group: str
    is_wider: bool
    words: dict[str, re.Pattern[str]]


def is_of_other_measure(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a sentence tells a number of another thing of a group than a fact does.

    What is counted stands beside the number, and what is measured anywhere in its clause, or rather
    between the number before it and itself: 旅客4500万人次、货邮75万吨.
    """
    beside = _BEHIND.match(sentence.text, number.end - 1)
    before = _BEFORE.search(sentence.text, 0, number.start)
    around = "，".join(one[0] for one in (before, beside) if one)
    said = _find_carried(number, sentence)
    said |= _find([(_since_last(number, sentence), sentence.language)])
    said.pop(_COUNTED, None)
    if getattr(bound.fact.record, "kind", "") == "count":
        said |= {
            group: things
            for group, things in _find([(around, sentence.language)]).items()
            if group == _COUNTED
        }
    if number.readings[0].unit == "%" and not bound.fact.is_change:
        said.pop(_CAPACITY, None)  # a share is of a part and of the whole
    title = bound.fact.record.title
    known = _find([(title.zh, "zh"), (title.en or "", "en")])
    return any(
        things - _wider() and group in known and not things & known[group]
        for group, things in said.items()
    )


def _find_carried(number: Number, sentence: Sentence) -> _Found:
    """Return what the clause of a number tells of, and what it carries on from those before it.

    A clause that compares something with an average may go on with numbers of both.
    """
    found: _Found = {}
    own = sentence.clause_at(number.start)
    for at in range(max(0, own - _FARTHEST), own + 1):
        start, end = sentence.clauses[at]
        told = _find([(sentence.text[start:end], lang) for lang in sentence.languages])
        carried = () if "average" in told else _CARRIED
        found |= {group: held for group, held in told.items() if at == own or group in carried}
    return found


def _since_last(number: Number, sentence: Sentence) -> str:
    """Return the words of the clause of a number behind the number before it, if there is one."""
    first, _ = sentence.clauses[sentence.clause_at(number.start)]
    ends = [one.end for one in sentence.numbers if first <= one.start and one.end <= number.start]
    return sentence.text[max(ends) : number.start] if ends else ""


@cache
def _wider() -> set[int]:
    """Return the things of which another of their group may be told."""
    return {line for line, measure in enumerate(_measures()) if measure.is_wider}


def _find(texts: list[tuple[str, str]]) -> _Found:
    """Return the things that texts tell of, each text with its language."""
    found: _Found = defaultdict(set)
    for text, lang in texts:
        for group, number in _find_in(text, lang):
            found[group].add(number)
    return found


@lru_cache(maxsize=256)
def _find_in(text: str, lang: str) -> tuple[tuple[str, int], ...]:
    """Return the group and number of each thing that a text tells of; each bound fact asks."""
    found = []
    left = text
    for number, measure in enumerate(_measures()):
        left, times = measure.words[lang].subn(" ", left)
        if times:
            found.append((measure.group, number))
    return tuple(found)


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
