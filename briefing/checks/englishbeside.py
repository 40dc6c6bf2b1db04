"""Which words of our English prose may mean what stands beside a number in the article.

Two numbers of a sentence, and the words that mean what stands beside each, stand in the same order
in nearly any English sentence, whatever stands first: "exports of 5 and imports of 3", "5 in
exports and 3 in imports", "exports and imports of 5 and 3".
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.checks.beside import Beside, find_in_evidence, read_beside
from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged, unquoted_by_path
from briefing.checks.marks import limits_of_clause
from briefing.checks.once import once
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.names.pinyin import read_so
from briefing.problem import Path
from briefing.quantities import Quantity

_WORD = re.compile(r"[A-Za-zÀ-ž]{3,}")
_MARKS = re.compile("[，,。；;：:]")
_NEAREST = 40
"""So many characters beside a number are read at most."""
MOST_COMPARED = 12
"""So many numbers of one text of ours are held against each other."""
_LIST = re.compile(r"[ ,]*(?:and )?(?:[A-Z]{2,3} )?")
"""What stands between two numbers for which the words stand before both."""
_EACH = "分别"
_PART = re.compile(r"\W*(?:\w+ )?of ")
"""Behind a number that is part of another one, as in "nine of the fourteen trains"."""
_JOINT = re.compile(r"[,;:]|\b(?:and|while|but|against|to|with|for|in|than)\b")
"""What stands between a number and the words for the next one."""


class NumberMeant(NamedTuple):
    """A number of an English text of ours, the only quantity that it may be, and its words.

    ``near`` is what stands beside the quantity in its own clause, ``meaning`` has the offsets of
    the words of ours that may mean it. ``is_each`` says that it is told with 分别.
    """

    said: Judged
    quantity: Quantity
    near: str
    meaning: frozenset[int]
    is_each: bool


@once
def list_numbers_meant(context: ProofContext) -> dict[Path, list[NumberMeant]]:
    """Return the numbers of each English text of ours that stand once in its evidence, in order.

    A text with one number is left out: it has none to compare it with.
    """
    return {
        path: list(_read(context, numbers))
        for path, numbers in unquoted_by_path(context).items()
        if path[-1] == "en" and len(numbers) > 1
    }


def _read(context: ProofContext, numbers: Sequence[Judged]) -> Iterator[NumberMeant]:
    spans = [(one.number.start, one.number.end) for one in numbers]
    words = [
        (found.start(), found[0])
        for found in _WORD.finditer(numbers[0].text)
        if not any(start <= found.start() < end for start, end in spans)
    ]
    for said in sorted(numbers, key=lambda one: one.number.start)[:MOST_COMPARED]:
        quantity = find_in_evidence(context, said) if said.held else None
        if quantity is None:
            continue
        beside = read_beside(context, quantity.paragraph).get(quantity.offset, Beside())
        near = _read_near(beside)
        meaning = frozenset(at for at, word in words if may_mean(word, near))
        text, start, end = context.locate(quantity)
        is_each = _EACH in text[slice(*limits_of_clause(text, start, end))]
        yield NumberMeant(said, quantity, near, meaning, is_each)


def _read_near(beside: Beside) -> str:
    """Return what stands beside a number in its own clause, or else in the one before it."""
    parts = [one for one in _MARKS.split(beside.before) if len(one) > 1]
    before = parts[-1] if parts else beside.before
    return f"{before[-_NEAREST:]}\n{beside.behind[:_NEAREST]}"


def may_mean(word: str, chinese: str) -> bool:
    """Return whether an English word may mean, or as a name spell, something in Chinese words.

    >>> may_mean("piers", "码头"), may_mean("Nanchang", "南昌市"), may_mean("mine", "码头")
    (True, True, False)
    """
    meant = _meanings(chinese)
    if any(find_alike(stem, meant) for stem in stems_of(word)):
        return True
    spelt = read_so(word.lower()) if word[0].isupper() else None
    return bool(spelt and spelt.search(chinese))


@lru_cache(maxsize=256)
def _meanings(chinese: str) -> dict[str, list[str]]:
    return by_beginning(meanings_of(chinese))


def are_in_other_order(one: NumberMeant, other: NumberMeant) -> bool:
    """Return whether the words for the second of two numbers stand before those for the first.

    Words that may mean what stands beside both tell nothing. The numbers are in order.
    """
    if one.is_each or other.is_each:
        return False
    first, second = one.meaning - other.meaning, other.meaning - one.meaning
    if not first or not second or max(second) > min(first):
        return False
    text, end, start = one.said.text, one.said.number.end, other.said.number.start
    if _PART.match(text, end):
        return False
    # What is compared before both may be told in any order: "A outdid B: its 3 are over 2".
    if max(first) < one.said.number.start and not _LIST.fullmatch(text, end, start):
        return False
    # "110 ports in 34 countries": the word right behind the first number is its own.
    between = min((at for at in first if end <= at < start), default=None)
    return between is None or bool(_JOINT.search(text, end, between))
