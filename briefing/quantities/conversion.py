"""Converts amounts between units of measurement that can be compared."""

from fractions import Fraction
from functools import cache

from briefing.quantities.data import read_rows


@cache
def _steps() -> dict[str, tuple[Fraction, str]]:
    return {code: (Fraction(factor), other) for code, factor, other in read_rows("conversions.tsv")}


def convert(value: float, unit: str, other: str) -> float | None:
    """Return an amount in another unit, or nothing where the two cannot be compared.

    >>> convert(200, "kW", "MW"), convert(30, "mu", "ha"), convert(3, "km", "kg")
    (0.2, 2.0, None)
    """
    (factor, base), (other_factor, other_base) = _base(unit), _base(other)
    return float(value * (factor / other_factor)) if base == other_base else None


def _base(unit: str) -> tuple[Fraction, str]:
    factor, base = _steps().get(unit, (Fraction(1), unit))
    return factor, base
