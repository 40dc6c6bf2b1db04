"""How a number follows from two others: as their sum, share, difference, product and the like."""

from collections.abc import Callable, Collection, Iterator

from briefing.checks.numbers import Number
from briefing.quantities.conversion import convert
from briefing.quantities.units import is_measured
from briefing.verifying.numbers.operands import Operand
from briefing.verifying.sentences import Sentence

Way = Callable[[Number, Operand, Operand], Iterator[float]]
"""How a third number follows from two others, in the unit of the first argument."""


def list_ways(number: Number, sentence: Sentence) -> list[Way]:
    """Return how a number may follow from others, by the words around it."""
    found = list(_OF_UNIT.get(number.readings[0].unit, ()))
    for kind, ways in _TOLD.items():
        if sentence.find(kind):
            found += ways
    if sentence.find("of-all") and not sentence.find("left") and _tells_done(number, sentence):
        found.remove(_as_difference)
    turned = number.around.direction in ("up", "down") and not number.around.role
    if number.around.role == "by" or (turned and number.readings[0].unit not in ("%", "pp")):
        found.append(_as_difference)
    if number.around.role == "from":
        found.append(_as_before)
    return list(dict.fromkeys(found))


def _tells_done(number: Number, sentence: Sentence) -> bool:
    """Return whether the clause of a number tells of it as done, which what is left is not."""
    kinds = ("already", "done", "under_way")
    return any(sentence.find(one, number.start) for one in kinds)


def _as_share(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    """Yield what percentage one is of the other, or has grown to be more."""
    same = _in(a.value, a.unit, b.unit)
    if same is None or "%" in (a.unit, b.unit):
        return
    grows = number.around.direction if number.around.role != "to" else ""
    if grows in ("up", "down"):
        if a.subject and 2 * len(a.subject & b.subject) > len(a.subject | b.subject):
            yield 100 * (same - b.value) / b.value * (1 if grows == "up" else -1)
    elif not (a.is_change or b.is_change):
        yield 100 * same / b.value


def _as_multiple(_: Number, a: Operand, b: Operand) -> Iterator[float]:
    same = _in(a.value, a.unit, b.unit)
    shares = "%" in (a.unit, b.unit) and not (a.is_change and b.is_change)
    if same is not None and (not shares or are_alike(a, b)):  # else they may be of other wholes
        yield same / b.value


def _as_difference(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    """Yield by how much one amount is more than another; rates are told apart in ``points``."""
    unit = number.readings[0].unit
    same = _in(a.value, a.unit, b.unit)
    if same is None or a.is_change != b.is_change:
        return
    if a.unit not in ("%", "pp") and (scale := _in(1, b.unit, unit)):
        yield (same - b.value) * scale


def _as_sum(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    same, scale = (
        _in(a.value, a.unit, b.unit),
        _in(1, b.unit, number.readings[0].unit),
    )
    alike = not (a.subject and b.subject) or are_alike(a, b)  # what is added up is of one thing
    if same is not None and scale and alike and not (a.is_change or b.is_change):
        yield (same + b.value) * scale


def _as_product(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    scale = _in(1, b.unit, number.readings[0].unit)
    if _counts(a) and is_measured(b.unit or "") and b.unit != "%" and scale:
        yield a.value * b.value * scale


def _as_each(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    scale = _in(1, a.unit, number.readings[0].unit)
    each = any(rate.unit == b.unit for rate in number.around.rates)  # 每公里7400万元
    lasts = b.unit in ("day", "month", "year")
    if a.unit != "%" and b.unit != "%" and scale and (_counts(b) or lasts or each):
        yield a.value / b.value * scale


def _as_whole(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    scale = _in(1, a.unit, number.readings[0].unit)
    if b.unit == "%" and a.unit != "%" and not b.is_change and scale:
        yield 100 * a.value / b.value * scale


def _as_part(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    scale = _in(1, a.unit, number.readings[0].unit)
    if b.unit == "%" and a.unit != "%" and not b.is_change and scale:
        yield a.value * b.value / 100 * scale


def _as_rest(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    """Yield what a share leaves of a whole."""
    scale = _in(1, a.unit, number.readings[0].unit)
    if b.unit == "%" and a.unit != "%" and not b.is_change and scale:
        yield a.value * (100 - b.value) / 100 * scale


def _as_before(number: Number, a: Operand, b: Operand) -> Iterator[float]:
    """Yield what was before a change: of an amount by percent, of a share by points."""
    unit = number.readings[0].unit
    scale = 1 if unit is None else _in(1, a.unit, unit)  # 24 micrograms against 26
    if b.is_change and b.unit == "%" and a.unit != "%" and scale:
        left = (1 + b.value / 100 * sign for sign in _signs(b))
        yield from (a.value / one * scale for one in left if one > 0)
    elif b.unit == "pp" and a.unit == "%" == unit and b.direction:
        before = (a.value - b.value * sign for sign in _signs(b))
        fell = number.around.direction == "down"
        yield from (-one if one < 0 and fell else one for one in before)
    elif b.unit == "times" and scale:
        yield from (a.value / one * scale for one in (b.value, 1 + b.value) if one > 0)
    elif a.unit == b.unit and scale and a.unit != "%":
        signs = _signs(b) if b.is_change else (1,)
        yield from ((a.value - b.value * sign) * scale for sign in signs)


def _signs(change: Operand) -> tuple[int, ...]:
    """Return whether a change adds to what was before it or takes from it; both if unknown."""
    return {"up": (1,), "down": (-1,)}.get(change.direction, (1, -1))


_OF_UNIT: dict[str | None, list[Way]] = {"%": [_as_share], "times": [_as_multiple]}
"""The ways to work out a number of a unit that need no word."""
_TOLD: dict[str, list[Way]] = {
    "left": [_as_difference, _as_rest],
    "needed": [_as_difference],
    "not-yet": [_as_difference],
    "in-all": [_as_sum, _as_product],
    "averaged": [_as_each],
    "implied": [_as_whole, _as_before],
    "of-all": [_as_part, _as_difference],
    "earlier": [_as_before],
}
"""The ways to work out a number of which words of a kind tell."""
ALL_WAYS: list[Way] = list(
    dict.fromkeys(way for ways in (*_OF_UNIT.values(), *_TOLD.values()) for way in ways)
)
"""The ways to work out a number, whatever words tell."""


def _counts(one: Operand) -> bool:
    """Return whether a number counts things, more than one."""
    return one.value > 1 and not is_measured(one.unit or "")


def _in(value: float, unit: str | None, other: str | None) -> float | None:
    """Return an amount in another unit; what is counted may be counted in other words."""
    if unit == other or not (is_measured(unit or "") or is_measured(other or "")):
        return value
    return convert(value, unit, other) if unit and other else None


def are_alike(a: Operand, b: Operand) -> bool:
    """Return whether two numbers are of much the same things, as half of their words tell."""
    fewest = min(len(a.subject), len(b.subject))
    return 0 < fewest <= 2 * len(a.subject & b.subject)


def add_all(number: Number, operands: Collection[Operand]) -> float | None:
    """Return what numbers of one unit add up to, in the unit of another one."""
    units = {one.unit for one in operands}
    scale = _in(1, units.pop(), number.readings[0].unit) if len(units) == 1 else None
    return scale and scale * sum(one.value for one in operands)
