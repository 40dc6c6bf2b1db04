"""A qualifying verb governs each of the amounts that are told together behind it.

Such are those of "A passed 100 billion yuan, and B 50 billion", and 突破1000亿元、500亿元.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.checks.marks import right_before
from briefing.quantities import Quantity

_MONEY = r"(?:[A-Z]{3} ?|[A-Za-z]{0,3}[$¥€£])?"
_VERBS = {
    "en": re.compile(
        r"\b(?:pass|surpass|exceed|top|topp|cross|breach|outstripp|approach|near|overtak)"
        rf"(?:e[ds]|es|s|ing)?(?: the)? {_MONEY}$"
        rf"|\b(?:overtook|broke|break|breaking|broken)(?: through)?(?: the)? {_MONEY}$"
    ),
    "zh": re.compile("(?:突破|超过|超越|跨过|跨越|迈过|站上|逼近|接近|超|破|逾)了?$"),
}
# No verb may stand between the two: the one before governs no amount behind another.
_JOINTS = {
    "en": re.compile(
        r",? (?:and |or )?(?:(?:that|those) (?:of|in|for) [^,.;:\d]{1,40} "
        rf"|(?:(?:[A-Z][\w’'-]*|the|of|in|and) ){{1,8}})?{_MONEY}"
    ),
    "zh": re.compile("[、和及与](?:(?![增新减下提降达为至到])[^，,。；;：:0-9]){0,8}"),
}


def find_governed(
    text: str, language: str, spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the positions of pairs of amounts of which the verb before the one governs the other.

    ``spans`` are where the amounts of a text stand, in order, each without its currency before it
    and with its unit behind it. Behind one that is governed another may follow.
    """
    verb, joint = _VERBS[language], _JOINTS[language]
    governing: int | None = None
    held = list(spans)
    for at, ((start, end), (after, _)) in enumerate(pairwise(held)):
        if right_before(verb, text, start):
            governing = at
        if governing is not None and joint.fullmatch(text, end, after):
            yield governing, at + 1
        else:
            governing = None


def find_qualifiers(text: str, quantities: Iterable[Quantity]) -> dict[int, str]:
    """Return the qualifiers of quantities of a Chinese text that such a verb governs, by offset.

    It governs what has the unit of the amount behind it.
    """
    amounts = [one for one in quantities if one.kind != "name"]
    spans = [(one.offset, one.offset + len(one.text)) for one in amounts]
    pairs = ((amounts[at], amounts[to]) for at, to in find_governed(text, "zh", spans))
    return {other.offset: one.qualifier for one, other in pairs if one.unit == other.unit}
