"""The figures to which others add up, as the output of three sectors to that of all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model.choices import HOPED_FOR
from briefing.model.records import Figure
from briefing.verifying.numbers.facts import Fact

_FEWEST, _MOST = 2, 8
"""Of how many parts a whole is at least and at most."""
_ROUNDED = 0.001
"""By what share of it what parts add up to may be apart from the whole."""


class Whole(NamedTuple):
    """A figure and the figures that add up to it, in their order."""

    whole: Fact
    parts: tuple[Fact, ...]


def find_wholes(facts: Iterable[Fact]) -> Iterator[Whole]:
    """Yield the figures to which all amounts of a unit in one paragraph add up.

    They are of one time and place.
    """
    groups: dict[tuple[object, int], list[Fact]] = defaultdict(list)
    beside: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if not _is_amount(fact):
            continue
        key: object = (id(fact.article), fact.held[0].unit, fact.places, fact.times)
        groups[key, fact.paragraph].append(fact)
        beside[key].append(fact)
    for (key, _), parts in groups.items():
        if _FEWEST <= len(parts) <= _MOST:
            total = sum(value_of(one) for one in parts)
            for whole in beside[key]:
                if whole not in parts and abs(value_of(whole) - total) <= _ROUNDED * total:
                    yield Whole(whole, tuple(parts))


_ENDING = re.compile("(.{2})(?:总?[额数量]|数量|规模|合计)?$")
"""What the labels of figures of a kind have in common at their ends."""


def find_groups(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Return the groups of amounts of a unit in an article whose labels end alike."""
    groups: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if _is_amount(fact):
            ending = _ENDING.search(fact.record.title.zh)
            groups[id(fact.article), fact.held[0].unit, ending and ending[1]].append(fact)
    return [one for one in groups.values() if _FEWEST <= len(one) <= _MOST]


def _is_amount(fact: Fact) -> bool:
    return (
        isinstance(fact.record, Figure)
        and not (fact.is_change or fact.record.in_name or fact.record.kind == "rank")
        and fact.stage not in HOPED_FOR
        and fact.held[0].unit not in (None, "%")
        and value_of(fact) > 0
    )


def value_of(fact: Fact) -> float:
    """Return the amount of a figure, or nothing where it has none."""
    value = fact.held[0].value
    return 0.0 if isinstance(value, str) else value
