"""Two clauses of a sentence that each tell a part of one clause of a text with a part of another.

Where a text tells of A by one way and of B by another way, a memo may not tell of A by the second
and of B by the first.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, islice, pairwise

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses, Unit
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import words_in

_MOST_READ = 4
"""So many clauses that tell most of each clause of a memo are looked at."""
_LONGEST = 40
"""A sentence of a text with more clauses is a list of its own, and is not looked at."""
_ALIKE = 3
"""So many words two clauses of a text have in common that are built alike."""
_FEWEST = 6
"""So many words the two have for themselves in both clauses of a memo together."""

_NEARLY = 2
"""So many times the fewer ones are as many as the others."""
_MOST_ITEMS = 12
_ELSE = re.compile(r"[\d、]")
"""What stands in a list, or is held against figures."""

_Words = frozenset[str]


def judge_crossed(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield the second of two clauses which tell crosswise what two clauses of a text tell.

    What English words may mean is too much for that, and numbers are held against their figures.
    """
    if sentence.language != "zh" or sentence.is_mixed or sentence.is_title:
        return
    spans = [(start, end) for start, end in sentence.clauses if sentence.text[start:end].strip()]
    for first, second in pairwise(spans):
        own = [words_in(sentence.text[start:end], "zh") for start, end in (first, second)]
        if own[0].isdisjoint(own[1]) or _ELSE.search(sentence.text, first[0], second[1]):
            continue
        for one, other, told in _list_pairs(sentence, (first[0], second[0]), clauses):
            if _is_crossed(own, one, other):
                end = len(sentence.text[: second[1]].rstrip("，。；、 "))
                yield doubt(second[0], end, "statement", told)
                return


def _list_pairs(
    sentence: Sentence, starts: Iterable[int], clauses: Clauses
) -> Iterator[tuple[_Words, _Words, Clause]]:
    """Yield the words of two clauses that are built alike, or parts of a sentence, or items."""
    ranked = (islice(clauses.rank(sentence, at, []), _MOST_READ) for at in starts)
    best = {id(one): one for held in ranked for _, one in held}.values()
    for one, other in combinations(best, 2):
        if one.sentence is other.sentence and len(one.own["zh"] & other.own["zh"]) >= _ALIKE:
            yield one.own["zh"], other.own["zh"], one
    for told in {id(one.sentence): one for one in best}.values():
        held = list(clauses.sentences_of([told]))
        if len(held) <= _LONGEST:
            for words, others in combinations(map(_join, clauses.split(held)), 2):
                if len(words & others) >= _ALIKE:
                    yield words, others, told
    for told in best:
        items = [words_in(one, "zh") for one in told.text.split("、")[:_MOST_ITEMS]]
        for words, others in combinations(items, 2):
            if words & others:
                yield words, others, told


def _join(part: list[Unit]) -> _Words:
    return frozenset().union(*(one.own["zh"] for unit in part for one in unit.clauses))


def _is_crossed(own: list[_Words], one: _Words, other: _Words) -> bool:
    """Return whether each clause has words that only one piece has, and words of the other alone.

    Of one of the clauses they are nearly as many.
    """
    pairs = [sorted((len(words & (one - other)), len(words & (other - one)))) for words in own]
    return (
        all(few for few, _ in pairs)
        and any(_NEARLY * few >= many for few, many in pairs)
        and sum(map(sum, pairs)) >= _FEWEST
    )
