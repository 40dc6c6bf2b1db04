"""What a sentence tells to have come about, beside what the clauses of the texts tell."""

from collections.abc import Iterable
from functools import lru_cache

from briefing.names.milestones import list_milestones, read_milestones
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.sentences import Sentence


@lru_cache(maxsize=16)
def name_milestones(clause: str) -> frozenset[str]:
    """Return the names of the milestones of which a clause has words in either language."""
    return frozenset(
        one.name
        for one in list_milestones()
        for lang in ("zh", "en")
        if one.words[lang].search(clause)
    )


def counts_otherwise(sentence: Sentence, at: int, alike: Iterable[Clause]) -> bool:
    """Return whether a clause counts other things than the clauses that tell what has come about.

    Of 24 projects 20 may not be begun where the text tells that 4 are.
    """
    own = {
        one.readings[0].value
        for one in sentence.numbers
        if one.readings and sentence.clause_at(one.start) == sentence.clause_at(at)
        if isinstance(one.readings[0].value, int)
    }
    told = {held.value for one in alike if read_milestones(one.text) for held in one.held}
    return bool(own) and own.isdisjoint(told)
