"""What our own prose tells otherwise than its evidence, and which clause a sentence may mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from briefing.checks.context import ProofContext
from briefing.checks.owntexts import rests_on_evidence
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.names.milestones import CLAUSE
from briefing.problem import Finding, message

_SENTENCE = re.compile(r"[^.;!?\n]+(?:\.(?=\d)[^.;!?\n]*)*")
_FEWEST, _LEAST = 2, 0.5
"""So many words of a sentence, and so large a share of them, are meant by a clause."""


Told = tuple[str, str]
"""Words of ours, and those of the text that tell it otherwise."""


def find_told_otherwise(
    context: ProofContext,
    code: str,
    judges: Mapping[str, Callable[[str, Sequence[str]], Iterator[Told]]],
) -> Iterator[Finding]:
    """Yield what our own prose tells otherwise than the paragraphs of its evidence.

    Each text is judged in both languages by the judge of that language, and of each the first
    finding is told. The glosses of terms and what is only implied are passed over.
    """
    for _, part, evidence, texts in context.own_texts:
        if not rests_on_evidence(part):
            continue
        numbers = dict.fromkeys(proof.paragraph for proof in evidence)
        paragraphs = tuple(context.text_of(number) for number in numbers)
        for where, text in texts:
            for language, said in (("zh", text.zh), ("en", text.en or "")):
                if told := next(judges[language](said, paragraphs), None):
                    found = message(code, said=told[0], other=told[1])
                    yield Finding(found, (*where, language))


def split_english(text: str) -> list[str]:
    """Return the sentences of an English text and their parts up to a semicolon."""
    return [found for one in _SENTENCE.finditer(text) if (found := one[0].strip())]


def split_clauses(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the clauses of Chinese paragraphs, against which many texts of ours are held."""
    return _split_clauses(tuple(paragraphs))


@lru_cache(maxsize=256)
def _split_clauses(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one[0] for text in paragraphs for one in CLAUSE.finditer(text))


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
