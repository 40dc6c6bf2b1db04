"""Names of which a sentence tells alone what the text tells of them together with others."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.variants import list_names
from briefing.verifying.numbers.kinds import is_time, is_unit_alike
from briefing.verifying.sentences import Sentence

_ALONE = {
    "zh": re.compile(
        "单独|独自|独家|独居|独力|一[家市县区]独|全部|全都|[只仅](?=在|由|来自|给|向|归|属|设)|单是|光是"
    ),
    "en": re.compile(
        r"\b(?:alone|solely|entirely|exclusively|single-handedly|by itself|all (?:of )?"
        r"(?:the |its |their )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
        r"|only (?:in|by|from|at|to|for))\b",
        re.I,
    ),
}
"""What tells that something is so of what is named, and of nothing else."""
_JOINT = "(?:、|以及|和|与|及)"
_PLAIN = "市县区省"
_TOLD = 0.4
"""The least share of a sentence that the clause must have which tells the same."""


def judge_alone(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the names that stand alone for a list of which the sentence names nothing else."""
    for language in sentence.languages:
        for said in islice(_ALONE[language].finditer(sentence.text), MOST_ASKED):
            for mention in mentions:
                if sentence.clause_at(mention.start) != sentence.clause_at(said.start()):
                    continue
                told = _find_clause(sentence, mention, clauses)
                if told and _is_listed(mention, mentions, sentence, told):
                    at = told.paragraph
                    yield Found(*said.span(), "statement", UNKNOWN, told.article, None, at)
                    break


def _find_clause(sentence: Sentence, mention: Mention, clauses: Clauses) -> Clause | None:
    """Return the clause that names something and tells most of a sentence, or has its number."""
    naming = [
        one
        for share, one in clauses.rank(sentence, mention.start, [])
        if share >= _TOLD and any(name in one.text for name in _names_of(mention))
    ]
    return next((one for one in naming if _has_amount(sentence, one)), next(iter(naming), None))


def _has_amount(sentence: Sentence, clause: Clause) -> bool:
    """Return whether a clause has an amount of a sentence."""
    return any(
        reading.value == held.value and is_unit_alike(reading.unit, held.unit)
        for number in sentence.numbers
        if not is_time(number)
        for reading in number.readings
        for held in clause.held
    )


def _names_of(mention: Mention) -> list[str]:
    """Return the Chinese names of what a mention stands for, without their kinds of place."""
    return [
        plain
        for entry in mention.entries
        for one in list_names(entry.record, "zh")
        if (plain := one.rstrip(_PLAIN))
    ]


def _is_listed(
    mention: Mention, mentions: list[Mention], sentence: Sentence, clause: Clause
) -> bool:
    """Return whether a clause names something in a list with what a sentence does not name."""
    named = "\n".join([sentence.text, *(one for each in mentions for one in _names_of(each))])
    for name in _names_of(mention):
        beside = re.search(
            f"{re.escape(name)}[^、和与及，]{{0,6}}?{_JOINT}(?P<behind>[\u4e00-\u9fff]{{2}})"
            f"|(?P<before>[\u4e00-\u9fff]{{2}}){_JOINT}{re.escape(name)}",
            clause.text,
        )
        if beside and not any(one in named for one in beside.groups() if one):
            return True
    return False
