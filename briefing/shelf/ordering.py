"""The orders that lists can have."""

from collections.abc import Callable, Collection, Iterable
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar, get_args

from briefing.model.choices import Stage
from briefing.model.names import fold
from briefing.model.parts import Part
from briefing.model.periods import Days
from briefing.model.records import Record
from briefing.shelf.library import Hit
from briefing.shelf.times import list_times_of

T = TypeVar("T")
_STAGES: tuple[Stage, ...] = get_args(Stage)


class Row(NamedTuple):
    """What a row of a list tells: a record, the claim of it, and the times of the claim."""

    hit: Hit[Record]
    claim: Part
    times: tuple[Days, ...]


def make_row(hit: Hit[Record], claim: Part) -> Row:
    """Return the row that tells a claim of a record, which may be the record itself."""
    return Row(hit, claim, tuple(list_times_of(claim)))


class Order(NamedTuple):
    """An order: the fields of which a list must have one, and the key by which it is sorted.

    A row whose key is ``None`` stands last.
    """

    needs: tuple[str, ...]
    key: Callable[[Row], Any]

    def suits(self, fields: Collection[str]) -> bool:
        """Return whether a list can have the order whose records have these fields."""
        return not self.needs or not set(self.needs).isdisjoint(fields)


def order(items: Iterable[T], by: str | None, row_of: Callable[[T], Row]) -> list[T]:
    """Return what makes up the rows of a list in one of :data:`ORDERS`.

    A hyphen before the name reverses the order. Rows that compare equal keep the order that they
    have, and those that lack what the list is ordered by stand last, in either direction.
    """
    if by is None:
        return list(items)
    key = ORDERS[by.removeprefix("-")].key
    keyed = [(key(row_of(item)), item) for item in items]
    known = [one for one in keyed if one[0] is not None]
    known.sort(key=itemgetter(0), reverse=by.startswith("-"))
    return [item for _, item in known] + [item for found, item in keyed if found is None]


def _title(row: Row) -> str:
    claim: Any = row.claim
    said = claim.title if isinstance(claim, Record) else claim.text
    return fold(said.en or said.zh)


def _place(row: Row) -> tuple[str, ...] | None:
    return getattr(row.hit.record, "places", ())[:1] or None


def _paragraph(row: Row) -> int:
    claim: Any = row.claim
    numbers: list[int] = [proof.paragraph for proof in claim.evidence]
    return min(numbers)


def _stage(row: Row) -> int | None:
    reached = getattr(row.claim, "stage", None)
    return None if reached is None else _STAGES.index(reached)


def _article(row: Row) -> tuple[int, str]:
    source = row.hit.article.source
    return -source.day.toordinal(), source.id


ORDERS: dict[str, Order] = {
    "title": Order((), _title),
    "place": Order(("places",), _place),
    "paragraph": Order((), _paragraph),
    "value": Order(("value",), lambda row: getattr(row.hit.record, "value", None)),
    "date": Order(("date", "period", "due"), lambda row: min(row.times, default=None)),
    "stage": Order(("stage",), _stage),
    "article": Order((), _article),
}
"""The orders by name. Stages begin with what is done, and articles with the newest."""
