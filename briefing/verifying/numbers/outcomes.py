"""Whether a number is told as reached that is only planned or aimed at, or otherwise than it is."""

import re

from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR, NOT_BEGUN
from briefing.model.periods import end_of
from briefing.quantities.rates import TIMES
from briefing.verifying.claim import CONTRADICTED, UNKNOWN, Status
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.manner import compares_otherwise, ranks_elsewhere
from briefing.verifying.numbers.weighing import has_value
from briefing.verifying.sentences import Sentence

_NEW = frozenset(["new", "@新增就业"])
"""Words of labels of what has been added."""


_CLASS = re.compile(r"级|[- ](?:yuan[- ])?(?:scale|class|level|tier|category)\b")


_OF_CLASS = re.compile(r"\b(?:scale|size|order|class|tier|league|rank) of (?:about |some )?$", re.I)


def is_class(number: Number, sentence: Sentence) -> bool:
    """Return whether a number tells a class of ships, works and the like, which is of no time."""
    unit = number.readings[0].unit or ""
    before = sentence.text[max(0, number.start - _NEAR) : number.start]
    is_class = _CLASS.match(sentence.text, number.end) or _OF_CLASS.search(before)
    return unit.endswith("级") or bool(is_class)


def is_told_as_result(bound: Bound, number: Number, sentence: Sentence) -> bool:
    """Return whether a target, or what is only planned, is told as if it had come about."""
    at = number.start
    already = bool(sentence.find("already", at)) and not sentence.is_hoped(at)
    if is_class(number, sentence):
        return already and bound.fact.stage in (*HOPED_FOR, "planned")
    if is_whole(number, sentence) or _FAR_FROM.search(sentence.text[:at]):
        return False
    within = _WITHIN.search(sentence.text[:at]) or sentence.text.startswith("内", number.end)
    if number.readings[0].unit in TIMES and within:
        return False
    if bound.fact.stage in NOT_BEGUN and sentence.find("all-done", at):
        return True
    if sentence.find("lost", at) and bound.fact.words[sentence.language] & _NEW:
        return True
    present = sentence.find("at-present", at)
    if bound.fact.stage == "planned" or (present and _is_to_come(bound)):
        done = present or any(sentence.find(kind, at) for kind in ("achieved", "already"))
        return bool(done) and not sentence.is_hoped(at)
    return bound.fact.stage in HOPED_FOR and (already or not sentence.is_hoped())


_COME_ABOUT = ("already", "achieved", "at-present", "all-done", "lost", "done")
"""Kinds of words that tell that something has come about."""


def judge_telling(number: Number, bound: Bound, sentence: Sentence) -> Status | None:
    """Return what becomes of a number that is told otherwise than of its fact, if it is.

    A clause that has but a name and a target's number may leave out that it is aimed at.
    """
    at, fact = number.start, bound.fact
    is_result = is_told_as_result(bound, number, sentence)
    if not (
        is_result
        or compares_otherwise(fact, number, sentence)
        or ranks_elsewhere(fact, number, sentence)
    ):
        return None
    lasts = number.readings[0].unit in ("year", "month")  # told in many ways
    bare = is_result and not any(sentence.find(kind, at) for kind in _COME_ABOUT)
    return UNKNOWN if lasts or bare else CONTRADICTED


_FAR_FROM = re.compile(
    r"(?:离|距离?)[^，。；]{0,12}$|\b(?:short of|shy of|away from|off)(?: the| its)? $", re.I
)
"""What stands before what is not reached yet."""
_WITHIN = re.compile(r"\b(?:within|over|in)(?: the next)? $", re.I)


def is_of_goal(number: Number, bound: Bound, sentence: Sentence, facts: Facts) -> bool:
    """Return whether what there is is told as aimed at, and the goal is a figure of its own.

    What it comes up to may be told beside the goal, but not what it is about or nearly.
    """
    fact = bound.fact
    if fact.stage in HOPED_FOR:
        return False
    if not has_value(number, bound):
        start, _ = sentence.clauses[sentence.clause_at(number.start)]
        goals = sentence.pattern("goal").finditer(sentence.text, start, number.start)
        if any(goals) and any(one.stage in HOPED_FOR for one in facts.list_alike(fact)):
            return True
    return (fact.is_change and sentence.is_aimed(number.start)) and any(
        other.stage in HOPED_FOR
        and other.article is fact.article
        and other.is_change
        and (other.words["zh"], other.places) == (fact.words["zh"], fact.places)
        for other in facts.amounts.values()
    )


def _is_to_come(bound: Bound) -> bool:
    """Return whether a figure is of a time behind the day of its article."""
    day = bound.fact.article.source.day
    due = getattr(bound.fact.record, "due", None)
    return isinstance(due, str) and end_of(due) > day


_NEAR = 80
_OF = re.compile(
    r"\b(?:[\d.,]+%?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\w-]*|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|some|many|most|none|half|several"
    r"|few|majority|part|half|third|quarter|\w+ths?|number) (?:out )?of"
    r" (?:the |its |[\w-]+['’]s )*(?:(?:RMB|CNY) ?)?$"
    r"|\b\d[\d.,]*(?: [A-Za-z]+){1,2} out of (?:(?:the|its) )?$",
    re.I,
)
_AMONG = re.compile("[\u4e00-\u9fff]{0,8}?(?:里|中)[，,的]?")


def is_whole(number: Number, sentence: Sentence) -> bool:
    """Return whether a number is the whole of which a sentence tells a part, as one of 24."""
    if sentence.language == "en":
        return bool(_OF.search(sentence.text, max(0, number.start - _NEAR), number.start))
    return bool(_AMONG.match(sentence.text, number.end))


def is_whole_of(whole: Fact, part: Fact, facts: Facts) -> bool:
    """Return whether a fact may be all of what another is a part of: more, and of like things."""
    both = [
        [x.value for x in one.held if isinstance(x.value, int | float)] for one in (whole, part)
    ]
    return (
        all(both)
        and min(both[0]) > max(both[1])
        and any(one is whole for one in facts.list_alike(part))
    )
