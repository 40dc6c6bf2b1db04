"""What a quantity of a Chinese text of ours may mean."""

import re
from collections.abc import Iterable

from briefing.checks.evidence import PHASE, PHASES, Value, count_first_months, qualifier_of
from briefing.checks.phrases import LANES, ORDER
from briefing.checks.times import find_ends_before, read_date
from briefing.quantities import Quantity
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading
from briefing.quantities.qualifiers import find_limits

_NEAR = 16
"""How many characters beside a number are looked at for 介于 and 之间."""
_COMES = re.compile("(?:到来|来临|开始)?(?:之|以)?前")
"""What behind a time tells that something is before it: 6月到来前."""


def read_value(text: str, quantity: Quantity, value: Value, unit: str) -> tuple[Reading, ...]:
    """Return all that a value of a quantity may mean, in a unit without what it is for each of."""
    return (
        *_read_before(text, quantity, _reading(value, unit or None, quantity)),
        *_first_months(text, quantity),
        *_phase(value, unit, quantity),
        *_lanes(text, value, quantity),
    )


def _read_before(text: str, quantity: Quantity, reading: Reading) -> Iterable[Reading]:
    """Yield a reading and, of a time before which something is, what ends before it: 6月到来前."""
    yield reading
    if reading.unit == "date" and _COMES.match(text, quantity.offset + len(quantity.text)):
        yield from find_ends_before([reading])


def _phase(value: Value, unit: str, quantity: Quantity) -> Iterable[Reading]:
    """Yield the place in an order that an ordinal is, and its phase: 第二名, 第二期."""
    if quantity.kind in ("ordinal", "rank") and not isinstance(value, str):
        yield Reading(value, ORDER)
    if unit in PHASES and quantity.kind == "ordinal" and not isinstance(value, str):
        yield Reading(value, PHASE)


def _lanes(text: str, value: Value, quantity: Quantity) -> Iterable[Reading]:
    """Yield how many lanes each way there are: 单向三车道."""
    if quantity.unit == "车道" and text.endswith("单向", 0, quantity.offset):
        assert not isinstance(value, str)
        yield Reading(value, LANES)


def _first_months(text: str, quantity: Quantity) -> Iterable[Reading]:
    """Yield the period that 前五个月 may mean, which may also be the last five months."""
    months = count_first_months(text, quantity)
    if months:
        yield Reading(Span(0, 1, months), "date")


def qualifiers_of(text: str, quantity: Quantity) -> tuple[str, ...]:
    """Return all that may qualify a quantity of a text, with an empty string for nothing."""
    start, end = quantity.offset, quantity.offset + len(quantity.text)
    if "介于" in text[max(0, start - _NEAR) : start] and "之间" in text[end : end + _NEAR]:
        return ("at_least", "at_most", "")
    said = "" if isinstance(quantity.value, list) else qualifier_of(text, quantity)
    if quantity.kind == "duration" and text.startswith("内", end):
        return (said, "")  # 三小时内 may set a limit, or only say when
    if said in ("exact", "every", ""):
        return ("", *find_limits(text, start))
    return (said,)


def join_ends(begin: Value | Span, end: Value | Span) -> tuple[Reading, ...]:
    """Return the period of two months or quarters; years and days are no more than two ends."""
    if not isinstance(begin, Span) or not isinstance(end, Span) or not begin.first or begin.day:
        return ()
    return (Reading(begin._replace(last=end.last or end.first), "date"),)


def _reading(value: Value, unit: str | None, quantity: Quantity) -> Reading:
    """Return a value as it is written; a year or month that is not written is left open."""
    if not isinstance(value, str):
        return Reading(value, unit)
    date = read_date(value)
    if quantity.resolved and not re.search(
        r"\d{4}|年度|[〇零一二三四五六七八九]{4}", quantity.text
    ):
        date = date._replace(year=date.year if date.decade else 0)
        if date.day and "月" not in quantity.text:
            date = date._replace(first=0, last=0)
    return Reading(date, unit)
