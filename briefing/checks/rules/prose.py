"""The rules on the numbers in our own prose."""

from collections.abc import Iterator

from briefing.checks import evidence
from briefing.checks.agreement import Fault
from briefing.checks.compared import counts_compared
from briefing.checks.context import ProofContext
from briefing.checks.counted import counts_named
from briefing.checks.judging import Judged, judged_numbers
from briefing.checks.known import MOST_SHOWN, show_rates, show_reading
from briefing.checks.listed import counts_listed
from briefing.checks.pooled import is_pooled
from briefing.checks.ranked import is_ranked
from briefing.checks.registry import source_rule
from briefing.checks.sectors import is_share_of_sector
from briefing.checks.steps import counts_step
from briefing.checks.workedout import is_worked_out
from briefing.problem import Finding, Message, Path, message

_CHANGES = {
    "direction": "change-reversed.direction",
    "up": "change-reversed.up",
    "down": "change-reversed.down",
    "flat": "change-reversed.direction",
    "basis": "change-reversed.basis",
    "role": "change-reversed.role",
}


@source_rule()
def number_unproved(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose, in either language, is none that the evidence holds.

    The evidence is the record's own, and that of the figures that it is about or that are about
    it. Units must match: "5 years" in the evidence does not support "5 strategies" in our text. A
    name in quotation marks that holds a numeral must stand in the source. The gloss of a term that
    is not spelled out is general knowledge: a number in it may come from elsewhere, but must be the
    same in both languages. 两地 or "the two" may count the places or bodies that the anchors name,
    两省 the divisions of China in their sentences, and 两家 a list right before it; "two bridges"
    may count a list in these sentences, and "between the two" what our own sentence compares. What
    follows from two numbers of the evidence by plain arithmetic is none that it lacks, where words
    tell of the reckoning; nor is what several parties give side by side, if it is told to be given
    together, by how many a thing has changed of which both ends are told, or the share of a sector
    that 三次产业结构 tells as a ratio.

    Passes:
        # 项目24项。
        events: [{id: start, name: {zh: 24项, en: 24 projects},
          evidence: [{paragraph: 2, anchor: 24项}]}]
    Fails:
        # 项目24项。
        events: [{id: start, name: {zh: 24项, en: 42 projects},
          evidence: [{paragraph: 2, anchor: 24项}]}]
    """
    for said in judged_numbers(context):
        if said.verdict.fault == Fault.VALUE and not _follows(context, said):
            yield Finding(_tell_unproved(said), said.path)


def _follows(context: ProofContext, said: Judged) -> bool:
    """Return whether a number only counts what the evidence names, or follows from its numbers."""
    ways = (
        counts_named,
        counts_listed,
        counts_compared,
        counts_step,
        is_worked_out,
        is_share_of_sector,
        is_pooled,
    )
    return any(follows(context, said) for follows in ways)


def _tell_unproved(said: Judged) -> Message:
    """Return the message that says what was read, and what the evidence holds instead."""
    number = said.number
    if number.quoted:
        return message("number-unproved.name", name=number.words)
    read = show_reading(number.readings[0]) if number.readings else number.words
    if number.relative:
        read = number.words
    read += show_rates(number.around.rates)
    units = {reading.unit for reading in number.readings}
    known = [one for one in said.known if one.unit != evidence.NAME]  # 零 of 零配件 counts nothing
    alike = [one for one in known if one.unit in units] or known
    words = sorted({one.words + show_rates(one.around.rates) for one in alike})[:MOST_SHOWN]
    key = "number-unproved" if words else "number-unproved.nothing"
    return message(key, number=number.words, read=read, held=words)


@source_rule()
def qualifier_unproved(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose is qualified as the evidence does not qualify it.

    近 in the evidence is nearly or almost, 超 is more than, 至少 at least. A number that is rounded
    down may be called more than so much, and one that is rounded up nearly so much.

    Passes:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资, en: an investment of nearly CNY 30 billion},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    Fails:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资, en: an investment of over CNY 30 billion},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    """
    for said in judged_numbers(context):
        if said.verdict.fault != Fault.QUALIFIER or is_worked_out(context, said):
            continue
        if not is_ranked(context, said):
            yield said.finding("qualifier-unproved")


@source_rule(warning=True)
def qualifier_dropped(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose lacks the qualifier that it has in the evidence. A warning.

    Passes:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资近300亿元},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    Fails:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资300亿元}, coined: true,
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    """
    for said in judged_numbers(context):
        if said.verdict.fault == Fault.DROPPED:
            yield said.finding("qualifier-dropped")


@source_rule()
def change_reversed(context: ProofContext) -> Iterator[Finding]:
    """A rise in the evidence is told as a fall in our own prose, or a fall as a rise.

    A change may be told as less or more than another one of its kind before it in the sentence, if
    it is so: 增长5.2%，低于乙市5.9%的增速.

    Passes:
        # 产量增长5%。
        events: [{id: start, name: {zh: 产量, en: output up 5 per cent},
          evidence: [{paragraph: 2, anchor: 产量增长5%}]}]
    Fails:
        # 产量增长5%。
        events: [{id: start, name: {zh: 产量, en: output down 5 per cent},
          evidence: [{paragraph: 2, anchor: 产量增长5%}]}]
    """
    for said in judged_numbers(context):
        if said.verdict.fault == Fault.DIRECTION:
            about = said.verdict.about
            if about == "role" and is_worked_out(context, said):
                continue  # from 14 to 16, of 16 that are 2 more than before
            if is_ranked(context, said):
                continue  # growth of 5.2%, which is less than that of 5.9%
            if about == "direction":
                about = said.number.around.direction or about
            yield said.finding(_CHANGES[about])


@source_rule()
def languages_differ(context: ProofContext) -> Iterator[Finding]:
    """The Chinese and the English of a text state different numbers of the same unit.

    The evidence holds both, so that one of them is told of the wrong thing.

    Passes:
        # 新建3公里，改造8公里。
        events: [{id: start, coined: true, name: {zh: 新建3公里道路, en: 3 km of new road},
          evidence: [{paragraph: 2, anchor: 新建3公里，改造8公里}]}]
    Fails:
        # 新建3公里，改造8公里。
        events: [{id: start, coined: true, name: {zh: 新建3公里道路, en: 8 km of new road},
          evidence: [{paragraph: 2, anchor: 新建3公里，改造8公里}]}]
    """
    texts: dict[Path, dict[str, list[Judged]]] = {}
    for said in judged_numbers(context):
        languages = texts.setdefault(said.path[:-1], {"zh": [], "en": []})
        languages[str(said.path[-1])].append(said)
    for languages in texts.values():
        chinese, english = _leave_same(languages["zh"], languages["en"])
        for said in english:
            units = {unit for _, unit in said.held}
            alike = (one for one in chinese if units & {unit for _, unit in one.held})
            if other := next(alike, None):
                values = {"chinese": other.number.words, "english": said.number.words}
                yield Finding(message("languages-differ", **values), said.path)


def _leave_same(ours: list[Judged], theirs: list[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Return two lists of numbers without those that stand for each other, one for one."""
    ours = [one for one in ours if one.held]
    left = []
    for said in theirs:
        same = next((one for one in ours if one.held & said.held), None)
        if same:
            ours.remove(same)
        elif said.held:
            left.append(said)
    return ours, left
