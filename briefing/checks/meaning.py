"""Which clause of a Chinese text an English sentence of ours tells, by what words may mean."""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.names.milestones import CLAUSE

_SENTENCE = re.compile(r"[^.;!?\n]+(?:\.(?=\d)[^.;!?\n]*)*")
_FEWEST, _LEAST = 2, 0.5
"""So many words of a sentence, and so large a share of them, are meant by a clause."""


def split_english(text: str) -> list[str]:
    """Return the sentences of an English text and their parts up to a semicolon."""
    return [found for one in _SENTENCE.finditer(text) if (found := one[0].strip())]


def split_clauses(paragraphs: Sequence[str]) -> list[str]:
    """Return the clauses of Chinese paragraphs."""
    return [one[0] for text in paragraphs for one in CLAUSE.finditer(text)]


def find_meant(sentence: str, paragraphs: Sequence[str]) -> str:
    """Return the clause that means most of a sentence, if one does and no other one as much.

    >>> find_meant("The wharf was opened to ships", ("码头对船舶开放，桥梁开工。",))
    '码头对船舶开放'
    """
    stems = stems_of(sentence)
    clauses = split_clauses(paragraphs)
    if len(stems) < _FEWEST or not clauses:
        return ""
    counts = [count_meant(sentence, clause) for clause in clauses]
    most = max(counts)
    if most < max(_FEWEST, _LEAST * len(stems)) or counts.count(most) > 1:
        return ""
    return clauses[counts.index(most)]


def count_meant(sentence: str, clause: str) -> int:
    """Return how many of the words of an English sentence a Chinese clause may mean.

    >>> count_meant("The wharf was opened to ships", "码头对船舶开放")
    3
    """
    return sum(bool(find_alike(one, _meanings(clause))) for one in stems_of(sentence))


@lru_cache(maxsize=1024)
def _meanings(clause: str) -> dict[str, list[str]]:
    return by_beginning(meanings_of(clause))
