"""Converts amounts between units of measurement that can be compared."""

from functools import cache

from briefing.quantities.data import read_rows


@cache
def _steps() -> dict[str, tuple[tuple[int, int], str]]:
    """Return the numerator and denominator of each unit's factor, and the unit it leads to."""
    found = {}
    for code, factor, other in read_rows("conversions.tsv"):
        top, _, bottom = factor.partition("/")
        found[code] = (int(top), int(bottom or 1)), other
    return found


def convert(value: float, unit: str, other: str) -> float | None:
    """Return an amount in another unit, or nothing where the two cannot be compared.

    >>> convert(200, "kW", "MW"), convert(30, "mu", "ha"), convert(3, "km", "kg")
    (0.2, 2.0, None)
    """
    ((top, bottom), base), ((other_top, other_bottom), other_base) = _base(unit), _base(other)
    if base != other_base:
        return None
    return value * top * other_bottom / (bottom * other_top)


def add_smaller(
    value: float, unit: str | None, less: float, smaller: str | None
) -> tuple[float, str] | None:
    """Return the sum of an amount and one in a smaller unit, and that unit; else nothing.

    Behind an hour and before seconds, 分 are minutes.

    >>> add_smaller(4, "hour", 40, "minute"), add_smaller(4, "hour", 2, "km")
    ((280.0, 'minute'), None)
    """
    if unit is None or smaller is None or unit == smaller:
        return None
    if unit == "hour" and smaller == "分":
        smaller = "minute"
    if unit == "分" and smaller == "second":
        unit = "minute"
    size = convert(1, unit, smaller)
    return (value * size + less, smaller) if size is not None and size > 1 else None


def _base(unit: str) -> tuple[tuple[int, int], str]:
    return _steps().get(unit, ((1, 1), unit))
