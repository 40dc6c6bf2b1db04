"""The rules on what of the source must be in the model: quantities, quoted terms, people."""

from collections.abc import Iterator, Sequence
from functools import cache

from briefing.checks import remedies
from briefing.checks.context import ProofContext
from briefing.checks.holding import holdings_of
from briefing.checks.needs import Kind, Need, list_needs
from briefing.checks.registry import source_rule
from briefing.checks.spans import Span, Spans, make_spans
from briefing.model.parts import Rendering, Waiver
from briefing.problem import Finding, Message, message


@source_rule()
def quantity_not_covered(context: ProofContext) -> Iterator[Finding]:
    """No record holds a quantity of the source, and no waiver has it with a reason.

    A figure holds a quantity if it has its value and unit and stands there, a record if it has
    that date and an anchor there. A number that only counts is also held by a record of whose name
    it is a part; an ordinal, by a record with an anchor on it whose name ends as the text does
    from the ordinal on. An anchor that only lies over a quantity does not hold it. A time that
    stands in several places is held by a record at one of them; but a day, a month or a year only
    where an anchor lies over it.

    上半年 or 下半年 without a year need not be covered, nor a class: 一级公路, 三级医院.

    Passes:
        # 上半年谋划项目24项。
        waived: [{paragraph: 2, text: 24项, reason: {zh: 无关}}]
    Fails:
        # 项目24项。
        events: [{id: start, name: {zh: 项目}, evidence: [{paragraph: 2, anchor: 项目24项}]}]
    """
    yield from _missing(context, "quantity", "quantity-not-covered")


@source_rule()
def term_not_covered(context: ProofContext) -> Iterator[Finding]:
    """A quoted term of the source touches no record's anchor there, nor is it waived.

    Passes:
        # 建设“两园”。
        waived: [{paragraph: 2, text: “两园”, reason: {zh: 园区名}}]
    Fails:
        # 建设“两园”。
        waived: []
    """
    yield from _missing(context, "term", "term-not-covered")


@source_rule()
def person_not_covered(context: ProofContext) -> Iterator[Finding]:
    """A person whom the source names is no person of the model, nor waived.

    People are found by what stands beside their names: a post, a verb of speech, a title of
    respect, other names. One found in a name of another record is part of that name. Each person is
    told once; a waiver anywhere in the text will do.

    Passes:
        # 市长王某表示，码头开工了。
        people: [{id: mayor, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 市长王某}]}]
    Fails:
        # 市长王某表示，码头开工了。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 王某表示}]}]
    """
    yield from _missing(context, "person", "person-not-covered")


def _missing(context: ProofContext, kind: Kind, code: str) -> Iterator[Finding]:
    told = set()
    for need in list_needs(context):
        if need.kind == kind and need.is_missing and (kind, need.text) not in told:
            if kind == "person":
                told.add((kind, need.text))
            paragraph = context.source.paragraph(need.paragraph)
            assert paragraph  # the need was found there
            in_anchor = kind == "quantity" and context.is_partly_covered(need.paragraph, *need.span)
            found = message(code, text=need.text)
            if in_anchor:
                is_ordinal = need.text.startswith("第")
                key = (
                    "quantity-not-covered.ordinal" if is_ordinal else "quantity-not-covered.anchor"
                )
                found = message(key, text=need.text)
            if in_anchor and (wrong := holdings_of(context).find_field(need.paragraph, need.span)):
                path, said = wrong
                found = message(
                    "quantity-not-covered.field", text=need.text, field=path[-1], given=said
                )
                yield Finding(found, path)
            else:
                yield Finding(found, place=paragraph.place(need.span[0]))


@source_rule(warning=True)
def waives_nothing(context: ProofContext) -> Iterator[Finding]:
    """A waiver does not stand in its paragraph, or nothing there needs it. A warning.

    What a record holds needs no waiver, nor does what need not be in a model at all. `--fix` spells
    a waiver as the text does; `--unsafe-fixes` takes out one that is not needed.

    Passes:
        # 项目24项。
        waived: [{paragraph: 2, text: 24项, reason: {zh: 无关}}]
    Fails:
        # 项目24项。
        waived: [{paragraph: 2, text: 24项, reason: {zh: 无关}},
          {paragraph: 2, text: 项目, reason: {zh: 无关}}]
    """
    waived: dict[int, list[Need]] = {}
    for need in list_needs(context):
        if need.waived:
            waived.setdefault(need.paragraph, []).append(need)
    needs = {number: Spans((one.span, one) for one in held) for number, held in waived.items()}

    @cache
    def tell(number: int, text: str) -> Message | None:
        spans = context.occurrences(number, text)
        touched = [
            need
            for span in spans
            for _, need in needs.get(number, Spans(())).touching(span)
            if need.is_waived_by(make_spans([span]))
        ]
        if not all(need.held for need in touched):
            return None
        if not spans:
            return message("waives-nothing.absent", text=text)
        is_held = touched or _is_in_name(context, number, spans)
        return message("waives-nothing.held" if is_held else "waives-nothing", text=text)

    for index, waiver in enumerate(context.article.of(Waiver)):
        if found := tell(waiver.paragraph, waiver.text):
            remedy = remedies.mend_waiver(context, index, waiver)
            yield Finding(found, ("waived", index), remedy=remedy)


def _is_in_name(context: ProofContext, number: int, spans: Sequence[Span]) -> bool:
    """Return whether a name that the model gives to something has one of some spans in it."""
    names = holdings_of(context).all_names(number)
    return any(names.hold(span) for span in spans)


@source_rule(warning=True)
def rendering_out_of_order(context: ProofContext) -> Iterator[Finding]:
    """A rendering stands after one of an anchor that comes later in the text. A warning.

    Pages number the words of a paragraph in the order of the renderings. `--fix` puts all of them
    in order.

    Passes:
        # 码头开工，项目24项。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头开工},
          {paragraph: 2, anchor: 项目24项}]}]
        renderings: [{paragraph: 2, anchor: 码头开工, en: work begins on the wharf},
          {paragraph: 2, anchor: 项目24项, en: 24 projects}]
    Fails:
        # 码头开工，项目24项。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头开工},
          {paragraph: 2, anchor: 项目24项}]}]
        renderings: [{paragraph: 2, anchor: 项目24项, en: 24 projects},
          {paragraph: 2, anchor: 码头开工, en: work begins on the wharf}]
    """
    last = (0, 0)
    remedy = None
    for index, one in enumerate(context.article.of(Rendering)):
        spans = context.occurrences(one.paragraph, one.anchor)
        if not spans:
            continue
        place = (one.paragraph, spans[0][0])
        if place < last:
            found = message("rendering-out-of-order", anchor=one.anchor)
            first = remedy is None  # it has the edits that put all of them in order
            remedy = remedy or remedies.order_renderings(context)
            path = ("renderings", index)
            yield Finding(found, path, remedy=remedy if first else None)
        last = max(last, place)
