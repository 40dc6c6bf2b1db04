"""Whether a sentence tells of an amount as undone, of which its text tells that it is done."""

import re

from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.quantities.rates import TIMES
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.roles import find_clauses
from briefing.verifying.numbers.weighing import Results
from briefing.verifying.sentences import Sentence

_UNDONE = {
    "en": re.compile(
        r"\b(?:yet to|not yet|still (?:to|have to|need to)"
        r"|(?:do|does|did|have|has|are|is|were|was) not"
        r"|lacks?|lacking|needs? [\w-]+ more|still needs?|(?:is|are) (?:still )?missing|unfinished"
        r"|(?:is|are) to be (?!found)\w+"
        r"|(?:plans?|intends?|hopes?) to (?:build|lay|open|set|add))\b",
        re.I,
    ),
    "zh": re.compile(
        "尚未|还未|仍未|并未|还没|没有(?!变)|[还尚仍](?:差|缺|需)|打算|拟(?=[新建铺增开])|计划(?=[新再]?[建铺])"
    ),
}
_NEGATED = {
    "en": re.compile(
        r"\b(?:did|does|do|has|have|had|is|are|was|were) not (?:(?!only|just|yet)\w+ ){0,3}$", re.I
    ),
    "zh": re.compile("(?:没有|并未|并没有|未曾|从未)(?![达超低少满])[^，。,]{0,8}$"),
}
"""What stands before a number and takes back what is told of it."""
_SHORT_OF = {
    "en": re.compile(
        r"\b(?:has|have|had|did|does|is) not (?:yet )?"
        r"(?:(?:reach|exceed|pass|complet|achiev|attain)(?:ed|e)?"
        r"|me?t|meet|hit|done|topped|at)(?: [\w'’-]+){0,4} $",
        re.I,
    ),
    "zh": re.compile(
        "(?:没有?|未能?|尚未|还没有?)(?:达到?|达成|完成|实现|超过|突破|满)[^，。,0-9]{0,10}$"
    ),
}
"""What tells before a number that less has been reached."""
_DONE = re.compile("已|完成|实现|建成(?!后)|投[产用运]|启用|上线")
_DIGIT = re.compile("[0-9]")
_DENIED = re.compile("未|没|尚|不(?![久断仅但])|剩|其余|还|将|拟|计划|力争|争取|预计")


def judge_undone(results: Results, sentence: Sentence, clauses: Clauses) -> Results:
    """Return results in which an amount is unknown that is told as undone, and is done in the text.

    All clauses of the paragraph that have the amount tell of what is done, and deny nothing. Where
    another amount follows in one, only that is done: 27座已有21座建成.
    """
    told: Results = []
    starts = [one.number.start for one, _ in results]
    for at, (one, found) in enumerate(results):
        words = sentence.clause_text(one.number.start)
        if sentence.language == "en":  # where a comma may stand within what is told of it
            until = starts[at + 1] if at + 1 < len(starts) else len(sentence.text)
            words += sentence.text[one.number.end : until]
        undone = any(_UNDONE[lang].search(words) for lang in sentence.languages)
        before = sentence.text[: one.number.start]
        negated = any(_NEGATED[lang].search(before) for lang in sentence.languages)
        short = any(_SHORT_OF[lang].search(before) for lang in sentence.languages)
        if short and found and found.status == BORNE_OUT and _has_reached(one.number, found):
            told.append((one, found._replace(status=UNKNOWN)))
            continue
        is_time = one.number.readings and one.number.readings[0].unit in TIMES
        if (
            (undone or negated)
            and not is_time
            and found
            and found.status == BORNE_OUT
            and found.article
        ):
            own = find_clauses(one, found, clauses)
            plainly = negated and not any(_DENIED.search(text) for text, _ in own)
            if plainly or (own and all(_tells_done(text, behind) for text, behind in own)):
                found = found._replace(status=UNKNOWN)  # noqa: PLW2901
        told.append((one, found))
    return told


def _tells_done(text: str, behind: str) -> bool:
    done = _DONE.search(text) and not _DENIED.search(text)
    return bool(done) and not _DIGIT.search(behind.partition("、")[0])


def _has_reached(number: Number, found: Found) -> bool:
    """Return whether the figure that bears a number out is as much as it or more."""
    value, figure = number.readings[0].value, found.record
    return (
        isinstance(figure, Figure)
        and isinstance(value, int | float)
        and figure.unit == number.readings[0].unit
        and figure.value >= value
    )
