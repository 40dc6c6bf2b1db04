"""The rules on figures and dates: each is read again from its evidence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from briefing.checks import evidence, remedies
from briefing.checks.context import ProofContext
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.rules.ownlines import find_dates_of_source
from briefing.checks.spans import Span, find_touched
from briefing.checks.spelled import read_spelled
from briefing.checks.stages import read_stage
from briefing.checks.stated import read_value
from briefing.model.article import Article
from briefing.model.parts import Evidence
from briefing.model.records import Figure, Project, Record
from briefing.problem import Amendment, Finding, Path, Remedy, message
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.ordinals import AMONG
from briefing.quantities.qualifiers import find_limits
from briefing.quantities.rates import find_rates
from briefing.quantities.units import unit_named

_LONG = 12
"""A value whose decimals are longer is that of a fraction, such as two thirds."""


class Reading(NamedTuple):
    """What an anchor says about a figure; the fields are named as those of the figure.

    ``also`` is what else the figure may have: a unit with what an amount is for each of (km/hour),
    the qualifier of what the text calls a limit or of an amount that the verb before another one
    governs, and that of any rank.
    """

    value: Any
    value_to: Any
    unit: str | None
    qualifier: str
    kind: str
    also: frozenset[str] = frozenset()


@source_rule()
def figure_differs(context: ProofContext) -> Iterator[Finding]:
    """A figure's value, unit, qualifier or kind is not what its anchor says, read again.

    Its text must be a whole quantity there, or the numeral of a name and what it counts. `--fix`
    spells the text as it stands there, and writes a unit as models do; `--unsafe-fixes` writes what
    was read.

    Passes:
        # 总投资近300亿元。
        figures: [{id: cost, label: {zh: 总投资}, text: 近300亿元, value: 30000000000, unit: CNY,
          qualifier: about, kind: money, evidence: [{paragraph: 2, anchor: 近300亿元}]}]
    Fails:
        # 总投资近300亿元。
        figures: [{id: cost, label: {zh: 总投资}, text: 近300亿元, value: 300, unit: CNY,
          qualifier: about, kind: money, evidence: [{paragraph: 2, anchor: 近300亿元}]}]
    """
    read: dict[object, list[Reading]] = {}
    for index, figure in enumerate(context.article.of(Figure)):
        path = ("figures", index)
        alike = figure.evidence, figure.text
        if alike not in read:
            read[alike] = list(dict.fromkeys(_read_again(context, figure)))
        readings = read[alike]
        if not readings:
            unread = message("figure-differs.unread", text=figure.text)
            remedy = remedies.spell_figure(context, figure, path)
            yield Finding(unread, (*path, "text"), remedy=remedy)
            continue
        wrong = [_differences(figure, reading) for reading in readings]
        if all(wrong):
            for field, said in min(wrong, key=len).items():
                given = _written(getattr(figure, field))
                found = _written(said)
                differs = message("figure-differs", field=field, given=given, found=found)
                spelled = field == "unit" and bool(said) and unit_named(figure.unit or "") == said
                if spelled:
                    differs = message("figure-differs.unit", given=given, found=found)
                remedy = (
                    Remedy(safe=spelled, changes=(Amendment((*path, field), said),))
                    if said
                    else None
                )
                yield Finding(differs, (*path, field), remedy=remedy)


def _read_again(context: ProofContext, figure: Figure) -> list[Reading]:
    """Return what the source says where a figure's text and one of its anchors overlap.

    A text that cuts a quantity short is not read.
    """
    found = []
    in_name = False
    for proof in figure.evidence:
        paragraph = context.source.paragraph(proof.paragraph)
        if paragraph is None:
            continue
        anchors = context.occurrences(proof.paragraph, proof.anchor)
        texts = context.occurrences(proof.paragraph, figure.text)
        for first, last in find_touched(texts, anchors):
            touched = context.quantities_overlapping(proof.paragraph, first, last)
            governed = context.governed[proof.paragraph]
            found += [
                _reading(one, paragraph.text, governed.get(one.offset))
                for one in touched
                if one.kind != "name" and _is_whole(context, one, (first, last), anchors)
            ]
            in_name |= all(one.kind == "name" for one in touched) and not _cuts_numeral(
                context, proof.paragraph, first
            )
    return found or (_read_in_name(figure.text) if in_name else [])


def _is_whole(
    context: ProofContext, quantity: Quantity, span: Span, anchors: Sequence[Span]
) -> bool:
    """Return whether a text at a span has a quantity whole, with its qualifier.

    What else stands in the text beside the quantity must go as far as an anchor or a mark of
    punctuation, so that no word is cut.
    """
    paragraph = context.source.paragraph(quantity.paragraph)
    assert paragraph  # the quantity was read there
    (first, last), text = span, paragraph.text
    begin, end = quantity.offset, quantity.offset + len(quantity.text)
    if begin < first or last < end:
        return False
    if quantity.qualifier not in _qualifiers(text[first:last]):
        return False
    if quantity.qualifier not in _qualifiers(text[begin:end]):
        return True  # what stands beside the quantity is its qualifier
    before, after = text[first - 1 : first], text[last : last + 1]
    return (first == begin or _is_limit(anchors, 0, first) or not before.isalnum()) and (
        last == end or _is_limit(anchors, 1, last) or not after.isalnum()
    )


def _is_limit(spans: Sequence[Span], side: int, offset: int) -> bool:
    """Return whether one of some spans, in order and not overlapping, begins or ends there."""
    at = bisect_left(spans, offset, key=lambda one: one[side])
    return at < len(spans) and spans[at][side] == offset


@lru_cache(maxsize=4096)
def _qualifiers(text: str) -> frozenset[str]:
    """Return the qualifiers in the text of a figure, which may stand in thousands of places."""
    return frozenset(one.qualifier for one in scan_paragraph(text))


def _cuts_numeral(context: ProofContext, number: int, first: int) -> bool:
    """Return whether a numeral goes on to the left of an offset in a paragraph."""
    paragraph = context.source.paragraph(number)
    before = paragraph.text[max(0, first - 1) : first] if paragraph else ""
    return re.match(r"[\d.．〇零一二两三四五六七八九十百千万亿]", before) is not None


def _reading(quantity: Quantity, text: str = "", governed: str | None = None) -> Reading:
    low, high, unit = read_value(quantity)
    qualifier = quantity.qualifier
    if quantity.kind == "rank" and qualifier != AMONG:
        qualifier = "rank"
    start, end = quantity.offset, quantity.offset + len(quantity.text)
    rates = find_rates(text, start, end, "zh") if text else ()
    units = (f"{unit}/{each}" for rate in rates for each in (rate.unit, rate.unit[:1]))
    limits = find_limits(text, start) if text and qualifier == "exact" else ()
    others = [governed] if governed else []
    others += ["rank"] if quantity.kind == "rank" else []
    also = frozenset([*units, *limits, *others])
    return Reading(low, high, unit, qualifier, quantity.kind, also)


NUMERAL_OF_NAME = re.compile(
    "[二三四五六七八九]?十[一二三四五六七八九]?|[〇零一二两双三四五六七八九百千万]"
)
"""The numeral with which a name of things begins: 两 of 两翼, 十二 of 十二时辰."""


def _read_in_name(text: str) -> list[Reading]:
    """Return the count in a name such as 两翼, which the scanner takes for a fixed term."""
    for quantity in scan_paragraph(text):
        if quantity.kind != "name":
            return [_reading(quantity)]
    numeral = NUMERAL_OF_NAME.match(text)
    if numeral:
        value = read_spelled(numeral[0])[0]
        return [Reading(value, None, text[numeral.end() :] or None, "exact", "count")]
    return []


def _written(value: Any) -> Any:
    """Return a value of a field as messages name it."""
    return message("value.nothing") if value is None else value


def _differences(figure: Figure, reading: Reading) -> dict[str, Any]:
    """Return what the anchor says, by field, for the fields in which the figure differs from it."""
    return {
        field: said
        for field, said in reading._asdict().items()
        if field != "also"
        and not _is_same(given := getattr(figure, field), said)
        and not (field in ("unit", "qualifier") and given in reading.also)
    }


def _is_same(given: Any, said: Any) -> bool:
    """Return whether a field has what is said; of a fraction some decimals are enough."""
    if isinstance(given, float) and isinstance(said, float) and len(repr(said)) > _LONG:
        decimals = len(repr(given).partition(".")[2])
        return given == round(said, decimals)
    return bool(given == said)


def dated_records(article: Article) -> Iterator[tuple[Path, Record, str]]:
    """Yield the path of the date, the record and the date of every record that has a date."""
    for path, part in article.all_parts:
        date = getattr(part, "date", None)
        if isinstance(part, Record) and date is not None:
            yield (*path, "date"), part, date


@source_rule()
def date_not_given(context: ProofContext) -> Iterator[Finding]:
    """A record that may have a date has none and is not due, though an anchor of it is on a date.

    The day on which something was begun is none of a project that is done.

    Passes:
        # 5月2日，码头开工。
        events: [{id: start, name: {zh: 码头开工}, date: 2031-05-02,
          evidence: [{paragraph: 2, anchor: "5月2日，码头开工"}]}]
    Fails:
        # 5月2日，码头开工。
        events: [{id: start, name: {zh: 码头开工},
          evidence: [{paragraph: 2, anchor: "5月2日，码头开工"}]}]
    """
    if context.article.source.is_undated:
        return  # a date without a year has none yet
    for path, record in context.article.all_parts:
        if not isinstance(record, Record) or getattr(record, "date", "") is not None:
            continue
        if getattr(record, "due", None):
            continue  # the date may be that one
        dates = [
            quantity.text
            for proof in record.evidence
            for quantity in context.dates_in_anchor(proof)
            if quantity.text in proof.anchor and not _is_of_start(context, record, quantity)
        ]
        if dates:
            yield Finding(message("date-not-given", date=dates[0]), path)


def _is_of_start(context: ProofContext, record: Record, date: Quantity) -> bool:
    """Return whether a date is that of the start of a project that is done by now."""
    told = read_stage(*context.locate(date)) if isinstance(record, Project) else None
    return bool(told and "done" not in told.stages and getattr(record, "stage", "") == "done")


@once
def _dates_at(context: ProofContext, proof: Evidence) -> frozenset[str]:
    """Return the dates that an anchor says; many records may have the same one."""
    quantities = context.dates_in_anchor(proof)
    values = {str(value) for one in quantities for value in evidence.values_of(one)}
    return frozenset(values | context.codes_in_anchor(proof))


@source_rule()
def date_differs(context: ProofContext) -> Iterator[Finding]:
    """A date is not one that the record's anchors say, or the paper's or page's not in the source.

    A month or a year is said by an anchor with a day in it, too, and 去年 by the article's day. A
    date that is `inferred`, as the day after another one, need not be said. Nor need that of the
    paper or page which you know from elsewhere, but the text may not be dated otherwise itself.

    Passes:
        # 5月2日，码头开工。
        events: [{id: start, name: {zh: 开工}, date: 2031-05-02,
          evidence: [{paragraph: 2, anchor: 5月2日}]}]
    Fails:
        # 5月2日，码头开工。
        events: [{id: start, name: {zh: 开工}, date: 2031-05-03,
          evidence: [{paragraph: 2, anchor: 5月2日}]}]
    """
    for path, record, date in dated_records(context.article):
        if "date" in record.inferred:
            continue
        dates = {date for proof in record.evidence for date in _dates_at(context, proof)}
        if not any(said.startswith(date) for said in dates):
            said = sorted(dates) or message("value.no-date")
            yield Finding(message("date-differs", date=date, found=said), path)
    yield from find_dates_of_source(context)
