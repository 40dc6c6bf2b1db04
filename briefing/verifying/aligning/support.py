"""How much of some words stands in clauses of the texts, and whether a name or a number does."""

from collections.abc import Collection, Iterator

from briefing.names.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.aligning.clause import Clause, names_record
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import UNKNOWN, Found, Kind
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.kinds import is_unit_alike
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import words_in


def doubt(start: int, end: int, kind: Kind, clause: Clause) -> Found:
    """Return a claim at a span as unknown, with the paragraph of a clause that tells otherwise."""
    return Found(start, end, kind, UNKNOWN, clause.article, None, clause.paragraph)


def measure_support(words: str, language: str, clauses: Collection[Clause]) -> float:
    """Return the share of what words tell that the sentences of clauses have, from 0 to 1.

    Of Chinese it is the share of the characters that stand in the clauses, of English that of the
    words which can mean what stands there. What tells nothing is supported.
    """
    if language == "zh":
        text = "".join(one.text for one in clauses)
        told: Collection[str] = [one for one in words if "\u3400" <= one <= "\u9fff"]
        known = sum(one in text for one in told)
    else:
        told = stems_of(words)
        meant = by_beginning({word for one in clauses for word in one.sentence["en"]})
        known = sum(bool(find_alike(one, meant)) for one in told)
    return known / len(told) if told else 1.0


def list_words(text: str, language: str) -> frozenset[str]:
    """Return the words of a text by which clauses are asked: of Chinese, pairs of characters."""
    if language == "zh":
        return words_in(text, "zh")
    return stems_of(text)


def count_words(text: str, language: str, clause: Clause) -> int:
    """Return how many of the words of a text stand in a clause itself, or may be meant there."""
    words = list_words(text, language)
    if language == "zh":
        return len(words & clause.own["zh"])
    meant = by_beginning(clause.own["en"])
    return sum(bool(find_alike(one, meant)) for one in words)


def stands_in(mention: Mention, text: str) -> bool:
    """Return whether a Chinese text has one of the names of what a mention stands for."""
    return any(names_record(text, record) for _, record in mention.entries)


def find_beside(number: Found, sentence: Sentence, clauses: Clauses) -> Iterator[Clause]:
    """Yield the clauses of the paragraph that bears a number out which have it."""
    if number.article is None:
        return
    readings = [r for one in sentence.numbers if one.start == number.start for r in one.readings]
    for clause in clauses.of_paragraph(number.article, number.paragraph):
        if any(
            reading.value == held.value and is_unit_alike(reading.unit, held.unit)
            for reading in readings
            for held in clause.held
        ):
            yield clause
