"""What to try where a list has no rows."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, get_args

from briefing.model.periods import TIME_FIELDS
from briefing.problem import Message, message

if TYPE_CHECKING:
    from briefing.shelf.filtering import Filter
    from briefing.shelf.library import Library

_NOT_CONDITIONS = ("sort", "every")
_OPTIONS = {
    "words": message("hint.words"),
    "place": "--city",
    "said_by": "--said-by",
    "least": "--min",
    "most": "--max",
}
"""What sets a condition of a filter, where it is not an option of the same name."""

_TIMES = (*TIME_FIELDS, "when")
"""The fields that hold a time, as a code or as the article's own words."""


def explain_nothing(
    library: "Library", name: str, wanted: "Filter", count: Callable[["Filter"], int]
) -> list[Message]:
    """Return what a reader is told of a list without rows: which conditions leave nothing.

    ``name`` is that of the list, and ``count`` returns how many rows a filter leaves.
    """
    defaults = wanted._field_defaults
    given = {
        field: value
        for field, value in wanted._asdict().items()
        if field not in _NOT_CONDITIONS and value != defaults[field]
    }
    told = []
    counts = {one: count(_put(wanted, one, defaults[one])) for one in given}
    without = [
        message("hint.rows", option=_OPTIONS.get(one, f"--{one}"), count=rows)
        for one, rows in counts.items()
        if rows
    ]
    if without:
        told.append(message("hint.without", choices=without))
    if not wanted.every and (rows := count(wanted._replace(every=True))):
        told.append(message("hint.with-all", count=rows))
    if not told:
        told.append(message("hint.without-several" if len(given) > 1 else "nothing-listed"))
    values = {field: _find_values(library, name, field, wanted, count) for field in given}
    return told + [
        message("hint.values", option=f"--{field}", names=there)
        for field, there in values.items()
        if there
    ]


def tell_worded(shown: Iterable[Any], undated: Iterable[Any]) -> list[Message]:
    """Return how many records a span of time leaves out because their time is only in words.

    ``shown`` are the records that lie in the span, and ``undated`` those of any time.
    """
    known = {_key_of(one) for one in shown}
    times: list[list[Any]] = [
        # A timeline says under the same name whether a moment is due.
        [when for name in _TIMES if isinstance(when := one.get(name), str | dict)]
        for one in undated
        if _key_of(one) not in known
    ]
    worded = [whens[0] for whens in times if whens and all(isinstance(one, dict) for one in whens)]
    if not worded:
        return []
    first = message("choice", zh=worded[0]["zh"], en=worded[0]["en"] or worded[0]["zh"])
    return [message("hint.worded", count=len(worded), first=first)]


def _key_of(record: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(record.get(name) for name in ("article", "section", "id", "field", "position"))


def _find_values(
    library: "Library", name: str, field: str, wanted: "Filter", count: Callable[["Filter"], int]
) -> list[Message]:
    """Return the values of a condition that find something, where the wanted one never does."""
    bare = type(wanted)(every=wanted.every)
    if field not in _VALUES or count(_put(bare, field, getattr(wanted, field))):
        return []
    values = _VALUES[field](library, name).items()
    return [word for value, word in values if count(_put(bare, field, value))]


def _put(wanted: "Filter", field: str, value: Any) -> "Filter":
    """Return the filter with another value of one of its conditions."""
    return wanted._replace(**{field: value})


def _kinds(_: "Library", name: str) -> dict[str, Message]:
    from briefing.shelf.listed import describe_list

    of = describe_list(name)
    return {kind: of.kind_word(kind) for kind in of.kinds()}


def _stages(_: "Library", __: str) -> dict[str, Message]:
    from briefing.model.choices import Stage

    return {stage: message(f"stage.{stage}") for stage in get_args(Stage)}


def _units(library: "Library", name: str) -> dict[str, Message]:
    from briefing.shelf.filtering import describe_unit
    from briefing.shelf.listed import list_units

    return {unit: describe_unit(unit) for unit in list_units(library.section(name))}


_VALUES = {"kind": _kinds, "stage": _stages, "unit": _units}
"""The values that the conditions can have that take one of a few."""
