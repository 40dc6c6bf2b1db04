"""What in a sentence makes a number doubtful that a fact agrees with."""

import re

from briefing.checks.numbers import Number
from briefing.model.choices import WIDE
from briefing.model.records import Figure, Place
from briefing.names.languages import compile_words
from briefing.quantities.months import MONTHS
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.manner import find_areas
from briefing.verifying.numbers.measured import is_of_other_measure
from briefing.verifying.numbers.otherwise import is_told_otherwise
from briefing.verifying.numbers.outcomes import is_of_goal
from briefing.verifying.numbers.weighing import is_share_of_other
from briefing.verifying.sentences import Sentence


def is_doubtful(
    number: Number, bound: Bound, sentence: Sentence, facts: Facts, clauses: Clauses
) -> bool:
    """Return whether a sentence tells otherwise of a number than the fact that it agrees with."""
    return (
        _is_told_of_whole(number, bound, sentence)
        or is_share_of_other(number, bound, sentence, facts, clauses)
        or _is_told_as_added(number, bound, sentence)
        or _is_since_other_time(number, bound, sentence)
        or is_of_other_measure(number, bound, sentence)
        or is_of_goal(number, bound, sentence, facts)
        or is_told_otherwise(number, bound, sentence)
        or _is_first_elsewhere(number, bound, sentence, clauses)
    )


_FIRST = re.compile("第一|首位|居首|最|领先|榜首|之首")


def _is_first_elsewhere(number: Number, bound: Bound, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether a share is told as the most of another area than the clause that has it."""
    said = find_areas(sentence.text) if sentence.find("superlative") else set()
    if not said or number.readings[0].unit != "%":
        return False
    known: set[str] = set()
    values = {held.value for held in bound.fact.held}
    for clause in clauses.of_paragraph(bound.fact.article, bound.fact.paragraph):
        if _FIRST.search(clause.text) and any(held.value in values for held in clause.held):
            known |= find_areas(clause.text)
    return bool(known) and said.isdisjoint(known)


_MONTH = "|".join(MONTHS)
_SINCE = {
    "yoy": compile_words(
        "last year|previous year|(?:the|a) year (?:before|ago|earlier)|year[- ]on[- ]year"
        "|(?:than|from|on|to) 20[0-9]{2}",
        "去年|上年|前一年|同比|一年前",
    ),
    "mom": compile_words(
        "(?:last|previous) month|(?:the|a) month (?:before|ago|earlier)|month[- ]on[- ]month"
        f"|(?:than|from|on|below|above|over|against|with) (?:that of |that in |in )?(?:{_MONTH})"
        r"(?! (?:20[0-9]{2}|of|last|the|a)\b)",
        "上月|上个月|前一个?月|环比|比[0-9]{1,2}月|与[0-9]{1,2}月相比",
    ),
}
"""What tells that a change is one on the year or on the month before."""


_COMPARING = re.compile(" ?(?:而?[与同和跟]|compared (?:with|to))", re.I)
"""What begins a clause that tells with what the next one compares something."""


def _is_since_other_time(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a change on the month before is told as one on the year before, or so.

    Of two changes of a clause, each is told with the words between them.
    """
    change = bound.fact.record.change if isinstance(bound.fact.record, Figure) else None
    if not change or change.over not in _SINCE:
        return False
    said = _read_since(number, sentence)
    return bool(said) and change.over not in said


def _read_since(number: Number, sentence: Sentence) -> set[str]:
    """Return whether words tell that a number is a change on a year or on a month before."""
    own = sentence.clause_at(number.start)
    first, last = sentence.clauses[own]
    if own and _COMPARING.match(sentence.text, sentence.clauses[own - 1][0]):
        first, _ = sentence.clauses[own - 1]
    others = [one for one in sentence.numbers if one.readings and one.readings[0].unit == "%"]
    first = max([first, *(one.end for one in others if one.end <= number.start)])
    last = min([last, *(one.start for one in others if one.start >= number.end)])
    around = [(first, number.start), (number.end, last)]
    if sentence.language == "en":
        around.reverse()
    for start, end in around:
        words = [(over, _SINCE[over][sentence.language]) for over in _SINCE]
        if found := {over for over, told in words if told.search(sentence.text, start, end)}:
            return found
    return set()


def _is_told_as_added(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether as many as there are now are told to have been added."""
    reached = any(held.around.role == "to" for held in bound.fact.held)
    if not reached or number.around.role or _REACHED.search(sentence.text[: number.start]):
        return False
    return bool(sentence.find("added", number.start))


_REACHED = re.compile(
    r"(?:\bto|\breach\w*|(?:target|goal|level|total) of|(?:meet|hit)\w*|达到?|目标|至|到)"
    r"(?: the| its)? ?$",
    re.I,
)
"""What stands before what is reached when something is added."""


_WHOLE_PROVINCE = compile_words(
    r"(?:across|throughout|all over) the (?:whole |entire )?province|province-?wide"
    r"|(?:province|(?-i:[A-Z])\w+) as a whole"
    r"|(?:the )?(?:whole|entire) (?:of the )?province",
    "全(?:省|自治区)(?![第首最前平各排上领唯范其率])",
)


def _is_told_of_whole(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether the number of some places is told of all of their province.

    The label of the figure may tell of the whole as well.
    """
    figure = bound.fact.record
    if not isinstance(figure, Figure):
        return False
    by_id = bound.fact.article.by_id
    places = [place for one in figure.places if isinstance(place := by_id.get(one), Place)]
    before = sentence.text[: sentence.clauses[sentence.clause_at(number.start)][1]]
    said = any(_WHOLE_PROVINCE[one].search(before) for one in sentence.languages)
    return (
        said
        and bool(places)
        and not any(place.kind in WIDE for place in places)
        and not bound.is_placed
        and "省" not in figure.label.zh
    )
