"""The rule on numbers of our own prose that are told of another thing than in the evidence."""

import re
from collections.abc import Iterator, Sequence

from briefing.checks.beside import find_in_evidence
from briefing.checks.context import ProofContext
from briefing.checks.each import ToldEach, read_each
from briefing.checks.englishbeside import may_mean
from briefing.checks.judging import Judged, unquoted_by_path
from briefing.checks.marks import limits_of_clause, limits_of_sentence, limits_of_whole_sentence
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.model.forms import pairs_of
from briefing.names.rivals import Named, Rival, find_rivals, list_rivals
from briefing.problem import Finding, message
from briefing.quantities import Quantity

_ENDS = re.compile(r"[。；！？;!?]|\.(?!\d)")
_PARTS = re.compile(r"[,，、](?!\d)|\b(?:and|while|but|with|against)\b")
_EACH = re.compile(r"分别|respectively", re.I)
_COMPARES = re.compile(
    r"[比较邻靠]|[除以]外|不同于|\b(?:compare[ds]?|than|unlike|near|next|besides?|against|behind|after)\b",
    re.I,
)
"""What names another thing beside that of which a number is told."""
_LISTED = re.compile(r"[ ,，、和与及%]*(?:and )?")
_FILLING = re.compile(
    "[上去今当本][年月季周]|年[初底末均]|[日月]均|平均|(?:同|环|相)比|(?:[比较与]|同)?(?:上年|去年|往年)?同期|比|较"
    "|[增升降减跌涨](?:长|加|至|少|到|幅)?|上[升涨]|[提升]高|提升|[下降]降|降低|下跌|回落|收窄|扩大|加快"
    "|达到?|[超突]过?破?|约|近|[高低快慢多少]于|[已将仍但并均再又也则而且还更]|预[计期]|计划|力争|分别|位居|首次|连续"
    "|名义|实际|可比|口径|不变|价格|计算|总量|其中|累计|合计|[共全占为由从到至在了的以按净有是]|目前|现有?|截至"
    "|增速|[涨降跌]幅|幅度|全年|单月|不[足少低高]|[超逾余多]|完成|实现|左右|以[上下]|(?:个)?百分点|相当|折合|有所|继续"
    "|总[计数额值]|规模|[一二三四]?季度|[上下]半年|[0-9年月日前后第个季半末底初—~～-]"
)
"""What in a clause names nothing of which a number is."""
_FEWEST = 2
"""So many characters besides make a clause name a thing of its own."""
_LONGEST_CHAIN = 6
_MOST = 30
"""More numbers than so many are a list, in whose text none has words of its own."""


@source_rule(warning=True)
def told_of_another(context: ProofContext) -> Iterator[Finding]:
    """A number of our own prose is told of another thing of its kind than in the text. A warning.

    The things are those that sentences tell numbers of side by side, such as exports and imports,
    the first and the second phase, or urban and rural incomes. The sentence of the text names both;
    our prose names one of them, and the number stands behind the other one: in its clause, or in
    those before it where its own clause names nothing. A number that is told with 分别 is of the
    thing that stands in the same place of the list before it, whatever the things are.

    Passes:
        # 出口5亿元，进口3亿元。
        events: [{id: trade, coined: true, name: {zh: 外贸, en: Exports of CNY 500 million},
          evidence: [{paragraph: 2, anchor: 出口5亿元，进口3亿元}]}]
    Fails:
        # 出口5亿元，进口3亿元。
        events: [{id: trade, coined: true, name: {zh: 外贸, en: Imports of CNY 500 million},
          evidence: [{paragraph: 2, anchor: 出口5亿元，进口3亿元}]}]
    """
    for path, numbers in unquoted_by_path(context).items():
        for said in numbers if len(numbers) <= _MOST else ():
            quantity = find_in_evidence(context, said) if said.held else None
            if quantity and (
                told := _find_other_of_each(context, said, numbers, quantity)
                or _find_other(context, said, numbers, quantity)
            ):
                values = {"number": said.number.words, "other": told}
                yield Finding(message("told-of-another", **values), path)
                break


def _find_other_of_each(
    context: ProofContext, said: Judged, numbers: Sequence[Judged], quantity: Quantity
) -> str:
    """Return the thing of a list of which the text tells a number that we tell of another one."""
    told = _read_each(context, quantity.paragraph).get(quantity.offset)
    ours = _read_around(said, numbers) if told else ""
    if not told or not ours or _EACH.search(ours) or _is_in_list(said, numbers):
        return ""
    if _COMPARES.search(ours):
        return ""
    names = _names_in_chinese if said.path[-1] == "zh" else _names_in_english
    is_of_another = any(names(ours, one, told.thing) for one in told.others)
    is_own = any(names(ours, told.thing, one) for one in told.others)
    return told.thing if is_of_another and not is_own else ""


def _is_in_list(said: Judged, numbers: Sequence[Judged]) -> bool:
    """Return whether nothing but a joint stands between a number and the next one on a side."""
    spans = [(one.number.start, one.number.end) for one in numbers]
    start, end = said.number.start, said.number.end
    gaps = [(last, start) for _, last in spans] + [(end, first) for first, _ in spans]
    return any(
        first < last and _LISTED.fullmatch(said.text, first, last) is not None
        for first, last in gaps
    )


@once
def _read_each(context: ProofContext, number: int) -> dict[int, ToldEach]:
    return read_each(context.text_of(number), context.quantities[number])


def _names_in_chinese(text: str, thing: str, other: str) -> bool:
    """Return whether a Chinese text has two characters of a thing that another one lacks."""
    return any(pair in text for pair in pairs_of(thing) - pairs_of(other))


def _names_in_english(text: str, thing: str, other: str) -> bool:
    """Return whether an English text has a word that may mean a thing and not another one."""
    words = re.findall("[A-Za-z]{3,}", text)
    return any(may_mean(one, thing) and not may_mean(one, other) for one in words)


def _find_other(
    context: ProofContext, said: Judged, numbers: Sequence[Judged], quantity: Quantity
) -> str:
    """Return the thing of which the text tells a number that our prose tells of its rival."""
    text, start, end = context.locate(quantity)
    first, last = limits_of_whole_sentence(text, start, end)
    kinds = find_rivals(text[first:last])
    ours = _read_around(said, numbers) if kinds else ""
    if not ours or _EACH.search(ours):
        return ""
    clause = limits_of_clause(text, start, end)
    if _EACH.search(text, *clause):
        return ""
    scope = _begin_of_scope(text, start, limits_of_sentence(text, start, end)[0])
    language = str(said.path[-1])
    for kind, named in kinds.items():
        told = [one for one in list_rivals()[kind] if one.is_said(ours, language)]
        there = {one.rival for one in named}
        if len(told) != 1 or told[0] not in there:
            continue
        held = [one._replace(start=first + one.start, end=first + one.end) for one in named]
        if owner := _find_owner(held, told[0], (scope, start), clause):
            return text[owner.start : owner.end]
    return ""


def _find_owner(
    named: Sequence[Named], told: Rival, scope: tuple[int, int], clause: tuple[int, int]
) -> Named | None:
    """Return the last thing before a number in its scope, unless its clause names what we tell."""
    first, start = scope
    if any(one.rival == told and clause[0] <= one.start < clause[1] for one in named):
        return None
    before = [one for one in named if first <= one.start and one.end <= start]
    return before[-1] if before and before[-1].rival != told else None


def _begin_of_scope(text: str, start: int, first: int) -> int:
    """Return where the clauses begin of whose subject a number is told.

    A clause that names nothing before its number goes on with the subject of the one before it.
    """
    begin, end = limits_of_clause(text, start, start)[0], start
    for _ in range(_LONGEST_CHAIN):
        own = re.findall("[\u4e00-\u9fff]", _FILLING.sub("", text[begin:end]))
        if len(own) >= _FEWEST or begin <= first:
            break
        end = begin - 1
        begin = max(first, limits_of_clause(text, end, end)[0])
    return begin


def _read_around(said: Judged, numbers: Sequence[Judged]) -> str:
    """Return the sentence of a number of ours, or what is of it alone.

    The unit of the number may itself name a thing: TEU are containers. Where there are other
    numbers of its unit, that is its clause; if they stand there too, nothing.
    """
    text, start, end = said.text, said.number.start, said.number.end
    first, last = 0, len(text)
    for marks in (_ENDS, _PARTS):
        begins = [one.end() for one in marks.finditer(text, first, start)]
        ends = marks.search(text, end, last)
        first, last = begins[-1] if begins else first, ends.start() if ends else last
        units = {unit for _, unit in said.held}
        others = (one for one in numbers if one is not said and first <= one.number.start < last)
        if not any(units & {unit for _, unit in one.held} for one in others):
            return text[first:last]
    return ""
