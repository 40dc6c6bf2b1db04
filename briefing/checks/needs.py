"""What of a source text must be in a model, and whether it is there or waived."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.holding import Holdings, holdings_of
from briefing.checks.once import once
from briefing.checks.report import Share
from briefing.checks.spans import Span, Spans
from briefing.names.people import find_people
from briefing.names.quoted import find_quoted
from briefing.names.treated import find_treated
from briefing.quantities import Quantity

_HALVES = ("上半年", "下半年")
"""Dates that need not be covered: without a year they only say when something is told of."""

_CLASS = re.compile("[一二三四五](?:[、和至][一二三四五])?级")
"""A class of roads, hospitals or alarms (一级); it may be in a record or waived, and need not."""

_EARNS = re.compile(
    "[\u4e00-\u9fff]{0,3}?(?:[能可要]|[卖收挣赚产补花]|售价|价格|成本)[^，。；：、]{0,4}$"
)
"""What stands between one of a rate and its amount, of what is counted: 一户能挣3万元."""
_COSTS = re.compile("[^，。；：、]{0,6}$")
"""What stands between one of a rate and its amount, of what is measured: 一公斤18元."""
_SOMEBODY = re.compile(
    "一位|一[名个](?=[^，。；：、]{1,16}(?:说|表示|告诉|介绍|坦言|感慨|回忆|透露))"
)
"""Somebody whom the text does not count: 一位干部, 一名工人说."""

Kind = Literal["quantity", "term", "person"]


class Need(NamedTuple):
    """A quantity, quoted term or person of the text at a span of a paragraph.

    It is in the model if it is ``held`` by a record, and it may be ``waived``; what is ``optional``
    need be neither.
    """

    kind: Kind
    paragraph: int
    span: Span
    text: str
    held: bool
    waived: bool = False
    optional: bool = False

    def is_waived_by(self, spans: Spans[None]) -> bool:
        """Return whether a waiver has it that stands at some spans: a quantity as a whole."""
        return spans.hold(self.span) if self.kind == "quantity" else spans.touch(self.span)

    @property
    def is_missing(self) -> bool:
        """Whether it is neither in the model nor waived, and must be one of these."""
        return not (self.held or self.waived or self.optional)


@once
def list_needs(context: ProofContext) -> list[Need]:
    """Return what a model must hold of its text, kind by kind, in the order of the text.

    A person is there as often as the name is; one whose name is waived once is waived everywhere.
    """
    holdings = holdings_of(context)
    found = [
        need._replace(waived=need.is_waived_by(holdings.waivers(need.paragraph)))
        for kind in (_quantities, _terms, _people)
        for need in kind(context, holdings)
    ]
    known = {need.text for need in found if need.kind == "person" and need.waived}
    return [
        need._replace(waived=True) if need.kind == "person" and need.text in known else need
        for need in found
    ]


def count_needs(context: ProofContext, kind: Kind) -> Share:
    """Return how many needs of a kind are in the model or waived; each person counts once."""
    found = {
        need.text if kind == "person" else (need.paragraph, need.span): need.is_missing
        for need in list_needs(context)
        if need.kind == kind and not need.optional
    }
    return Share(len(found) - sum(found.values()), len(found))


def _quantities(context: ProofContext, holdings: Holdings) -> Iterator[Need]:
    for paragraph in context.source.paragraphs:
        quantities = context.quantities.get(paragraph.number, ())
        for one, after in pairwise([*quantities, None]):
            if one and one.kind != "name" and not (one.text in _HALVES and one.resolved):
                span = (one.offset, one.offset + len(one.text))
                held = holdings.holds_quantity(one)
                optional = one.kind == "ordinal" and bool(_CLASS.fullmatch(one.text))
                optional |= not held and holdings.repeats(one)
                optional |= _counts_nothing(paragraph.text, one, after)
                yield Need("quantity", paragraph.number, span, one.text, held, optional=optional)


def _counts_nothing(text: str, one: Quantity, after: Quantity | None) -> bool:
    """Return whether 一 is no number: somebody (一位干部), or one of a rate (一斤10元)."""
    if one.text[0] != "一" or one.value != 1:
        return False
    if _SOMEBODY.match(text, one.offset):
        return True
    if not after or after.kind not in ("money", "measure"):
        return False
    between = _COSTS if one.kind == "measure" else _EARNS
    return bool(between.match(text[one.offset + len(one.text) : after.offset]))


def _terms(context: ProofContext, holdings: Holdings) -> Iterator[Need]:
    for paragraph in context.source.paragraphs:
        for one in find_quoted(paragraph.text):
            span = (one.start, one.end)
            held = holdings.holds_term(paragraph.number, span)
            yield Need("term", paragraph.number, span, one.text, held)


def _people(context: ProofContext, holdings: Holdings) -> Iterator[Need]:
    paragraphs = [paragraph.text for paragraph in context.source.paragraphs]
    found = [(at, one) for at, text in enumerate(paragraphs, 1) for one in find_people(text)]
    treated = find_treated(paragraphs, found)
    for at, one in found:
        number, span = context.source.paragraphs[at - 1].number, (one.start, one.end)
        if one.name in treated:
            held = holdings.people(number).touch(span) or holdings.all_names(number).hold(span)
            yield Need("person", number, span, one.name, held)
