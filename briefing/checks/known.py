"""What evidence holds, so arranged that a number is compared only with what may agree with it."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from briefing.checks.agreement import SHORT_TIMES, derive
from briefing.checks.evidence import Held
from briefing.checks.matching import in_unit
from briefing.checks.numbers import Number
from briefing.checks.times import read_date
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading
from briefing.quantities.rates import Rate

MANY = 50
"""What has more numbers than these is looked up; of fewer each one is compared."""
MOST_SHOWN = 6
"""How many numbers of the evidence a message names."""
_WIDEST = 0.25
"""By what part of it a number with a qualifier may be away from what agrees with it."""
_SAME = 1e-6


class Known:
    """The numbers that some evidence holds, and those of other evidence, which is kept apart.

    The evidence of a record that many others are about is thereby arranged only once.
    """

    def __init__(self, held: Iterable[Held], others: Sequence["Known"] = ()) -> None:
        self.held = tuple(held)
        self._others = others

    def near(self, number: Number) -> tuple[Held, ...]:
        """Return all that may agree with a number, and what else is asked of the evidence.

        Of each unit that the number may have, and of all of them, there are as many as a message
        names, the first by their words.
        """
        if not self._others:
            return self._near(number)
        return tuple(chain.from_iterable(one._near(number) for one in (self, *self._others)))

    def following(self, number: Number) -> tuple[Held, ...]:
        """Return what follows from the evidence and may agree with a number."""
        return tuple(
            chain.from_iterable(one._derived.near(number) for one in (self, *self._others))
        )

    @cached_property
    def _derived(self) -> "Known":
        return Known(derive(self.held))

    def _near(self, number: Number) -> tuple[Held, ...]:
        if len(self.held) <= MANY:
            return self.held
        found = set(self._index.find(number))
        return tuple(self.held[at] for at in sorted(found))

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self.held)


def _width(number: Number, said: float) -> float:
    """Return how far an amount may be away from what is said and agree with it."""
    is_qualified = set(number.qualifiers) - {"", "exact"}
    return max(0.51 * number.place, (_WIDEST if is_qualified else _SAME) * said)


class _Index:
    """Where in a list of numbers those are that may agree with another one."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._groups: dict[Hashable, list[tuple[int, Held]]] = {}
        """Amounts of one unit with the same said around them, and where they stand."""
        self._amounts: dict[Hashable, list[tuple[float, int]]] = {}
        self._at: dict[Hashable, list[int]] = {}
        for at, one in enumerate(held):
            if isinstance(one.value, str):
                for key in _keys_of_date(one):
                    self._at.setdefault(key, []).append(at)
            elif (one.unit or "").startswith("+"):
                self._at.setdefault((one.value, one.unit), []).append(at)
            else:
                alike = one.unit, one.around.direction == "up", one.around.rates
                self._groups.setdefault(alike, []).append((at, one))
        self._shown = dict(_first_by_words(held))

    def find(self, number: Number) -> Iterator[int]:
        """Yield the positions of what may agree with a number or a part of it, and of examples."""
        units = {reading.unit for reading in number.readings}
        if units & SHORT_TIMES:
            units |= SHORT_TIMES
        keys: tuple[Hashable, ...] = (_ALL, _RATED, *units)
        for shown in keys:
            yield from self._shown.get(shown, ())
        for reading in number.readings:
            if isinstance(reading.value, Span):
                for key in _keys_of_said(reading.value, number):
                    yield from self._at.get(key, ())
            else:
                yield from self._at.get(reading, ())
                yield from self._find_amounts(number, reading, abs(reading.value))
        for part in number.parts:
            yield from self.find(part)

    def _find_amounts(self, number: Number, reading: Reading, said: float) -> Iterator[int]:
        """Yield the positions of the amounts that may be what is said."""
        around = number.around
        key = reading.unit, number.bare, around.direction, around.rates
        if key not in self._amounts:
            self._amounts[key] = self._list_amounts(number, reading)
        amounts, width = self._amounts[key], _width(number, said)
        first = bisect_left(amounts, (said - width,))
        for _, at in amounts[first : bisect_left(amounts, (said + width, len(amounts)))]:
            yield at

    def _list_amounts(self, number: Number, reading: Reading) -> list[tuple[float, int]]:
        """Return the amounts without their signs in the unit of a reading, in order, and where.

        They are the same for all numbers of which the same is told but for their values.
        """
        return sorted(
            (abs(amount), at)
            for group in self._groups.values()
            if any(True for _ in in_unit(group[0][1], reading, number))
            for at, held in group
            for amount in in_unit(held, reading, number)
        )


_ALL, _RATED = ("all",), ("rated",)
"""What examples of the evidence are of, besides a unit."""


def _first_by_words(held: Sequence[Held]) -> Iterator[tuple[Hashable, list[int]]]:
    """Yield the positions of examples of all, of what is for each of something, and of each unit.

    They are those that a message names. Of a unit there is one more that is a whole date.
    """
    words = [one.words + show_rates(one.around.rates) for one in held]
    order = sorted(range(len(held)), key=words.__getitem__)
    by_unit: dict[Hashable, list[int]] = {}
    for at in order:
        by_unit.setdefault(held[at].unit, []).append(at)
    yield _ALL, _first_different(order, words)
    yield _RATED, [at for at in order if held[at].around.rates][:1]
    for unit, positions in by_unit.items():
        whole = (at for at in positions if not str(held[at].value).startswith("-"))
        yield unit, [*_first_different(positions, words), *islice(whole, 1)]


def _first_different(positions: Iterable[int], words: Sequence[str]) -> list[int]:
    different: dict[str, int] = {}
    for at in positions:
        different.setdefault(words[at], at)
        if len(different) == MOST_SHOWN:
            break
    return list(different.values())


def show_reading(reading: Reading) -> str:
    """Return a reading as a message shows it: 1,038,000,000 CNY, 2021-05, 2021-01/2021-03.

    >>> show_reading(Reading(2500000, "kW")), show_reading(Reading(Span(2021, 1, 3), "date"))
    ('2,500,000 kW', '2021-01/2021-03')
    """
    value, unit = reading
    if not isinstance(value, Span):
        number = f"{value:,.12g}" if isinstance(value, float) else f"{value:,}"
        return f"{number} {unit}" if unit else number
    year = f"{value.year:04}" if value.year else "-"
    months = [f"{year}-{month:02}" for month in dict.fromkeys((value.first, value.last)) if month]
    day = f"-{value.day:02}" if value.day else ""
    time = f"T{value.time}" if value.time else ""
    return "/".join(months or [year]) + day + time


def show_rates(rates: Iterable[Rate]) -> str:
    """Return what an amount is for each of, as messages show it: /month, /50 kg."""
    shown = (
        f"/{rate.number:g} {rate.unit}" if rate.number != 1 else f"/{rate.unit}"
        for rate in rates
        if not rate.implied
    )
    return "".join(shown)


def _keys_of_date(held: Held) -> Iterator[Hashable]:
    """Yield all by which a date or a period may be asked for."""
    begin, _, end = str(held.value).partition("/")
    date = read_date(begin)
    yield "year", date.year
    yield "decade", date.year // 10
    yield "time", date.time
    yield "day", date.day
    last = date.last
    if end:
        yield "day", 0
        until = read_date(end)
        last = until.last or until.first
    for year in (date.year, None):
        yield "months", year, date.first, last
    if held.around.part == "late":
        yield "late", date.last


def _keys_of_said(said: Span, number: Number) -> Iterator[Hashable]:
    """Yield that by which a date or a period is asked for; see ``dates.is_same_time``."""
    if said.time and not said.first and not said.day:
        yield "time", said.time
    if said.decade:
        yield "decade", said.year // 10
    if said.first:
        years = (said.year, 0) if said.year else (None,)
        for year in years:
            yield "months", year, said.first, said.last
    elif said.day:
        yield "day", said.day
    else:
        yield "year", said.year
    if number.around.part == "late":
        yield "late", said.last
    if (said.first, said.last) == (12, 12):
        yield "year", said.year
