"""What is told to be the most of some things, where the text gives the numbers of all of them."""

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import Figure
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.kinds import is_unit_alike
from briefing.verifying.sentences import Sentence

_FEWEST = 3
"""So many numbers of a unit at least stand in one sentence of the text."""
_NEAR = 16
"""A number stands so many characters behind the clause of a superlative that it proves at most."""
_LEAST = re.compile(r"最[慢小低少弱短末]|\b(?:slow|small|low|weak|short|few)\w*|\bleast\b", re.I)
"""What tells of the least of some numbers."""


_OF_ALL = re.compile(
    r"\bof (?:the|all) (?:three|four|five|six)\b|\bof the (?:\w+ )?sectors\b"
    "|三次产业|三大产业|[三四五六]个[^，。]{0,6}[里中]",
    re.I,
)
"""What tells of how many things it is the most."""


def judge_foremost(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield what was found, with superlatives held against the numbers of a text.

    The number next to one is the highest of the like ones in a sentence of the text, or the
    lowest, and bears it out; where it is neither, the superlative is doubted.
    """
    found = list(found)
    numbers = [
        one
        for one in found
        if one.kind == "number" and one.status == BORNE_OUT and isinstance(one.record, Figure)
    ]
    spans: list[tuple[int, int]] = []
    for said in sentence.pattern("superlative").finditer(sentence.text) if numbers else ():
        number = min(numbers, key=lambda each: abs(each.start - said.start()))
        same = sentence.clause_at(number.start) == sentence.clause_at(said.start())
        if not same and not 0 <= number.start - said.end() <= _NEAR:
            continue
        is_foremost = _is_foremost(number, sentence.text[said.start() : said.end() + 1], clauses)
        if is_foremost:
            spans.append(said.span())
        elif is_foremost is False and _OF_ALL.search(sentence.text):
            at = number.paragraph
            yield Found(*said.span(), "statement", UNKNOWN, number.article, None, at)
    for one in found:
        doubts = (one.kind, one.status) == ("statement", UNKNOWN)
        if not doubts or not any(start <= one.start < end for start, end in spans):
            yield one


def _is_foremost(number: Found, words: str, clauses: Clauses) -> bool | None:
    """Return whether a figure is the highest or lowest of the like ones beside it in a text.

    Without enough of them it is not known.
    """
    figure = number.record
    if not isinstance(figure, Figure) or number.article is None:
        return None
    foremost = min if _LEAST.search(words) else max
    for clause in clauses.of_paragraph(number.article, number.paragraph):
        own = [held for held in clause.held if is_unit_alike(figure.unit, held.unit)]
        if any(held.value == figure.value for held in own):
            values = [
                held.value
                for one in clauses.sentences_of([clause])
                for held in one.held
                if is_unit_alike(figure.unit, held.unit) and isinstance(held.value, int | float)
            ]
            if len(values) >= _FEWEST:
                return figure.value == foremost(values)
    return None
