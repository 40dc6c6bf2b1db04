"""One value of a record as what stands in a cell: a number, a date, or text in our words."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from briefing.model.choices import STAGE_OF_STATUS
from briefing.model.parts import Bilingual, Change, Part
from briefing.model.records import Figure
from briefing.model.sections import REFERENCES
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row
from briefing.words import catalogue, values

Value = str | int | float | datetime.date | datetime.datetime
"""What a cell holds; text that is empty leaves the cell empty."""

PERIODS = ("date", "period", "due", "since", "when", "published")
"""The fields that hold the code of a date or period, or else the source's words and ours."""
_MIN_YEAR = 1901  # Excel has no dates before 1900, and counts 1900 as a leap year
_UNSTATED = {"stage": "unstated"}  # of parts, which have it from their record


class Target(NamedTuple):
    """Where a cell leads: to a row of the workbook, or to an address of the web."""

    to: Row | str
    tip: str = ""


class Datum(NamedTuple):
    """What stands in a cell, and where it leads, if it does."""

    value: Value
    target: Target | None = None


def goes_without_saying(field: str, row: Row) -> bool:
    """Return whether a field tells a reader nothing: it is empty, or as usual.

    Nor does a stage tell anything that follows from the status, nor that it is the person itself
    who says what stands among the statements of a person.
    """
    value: Any = row.fields.get(field)
    if value is None or value in ("", [], {}):
        return True
    if field == "stage" and value == STAGE_OF_STATUS.get(row.fields.get("status", "")):
        return True
    if field == "said_by" and row.owner and value == [row.owner.id]:
        return True
    usual = (*defaults().get(field, ()), _UNSTATED.get(field))
    return bool(value in usual)


def is_figure(fields: Mapping[str, Any]) -> bool:
    """Return whether a row has all fields of a figure."""
    return all(name in fields for name in Figure.__struct_fields__)


def as_figure(fields: Mapping[str, Any]) -> Figure:
    """Return the figure that a row is of."""
    return msgspec.convert({one: fields[one] for one in Figure.__struct_fields__}, Figure)


def show(field: str, row: Row, reader: Reader) -> Value:
    """Return one field of a row as what stands in a cell.

    What the field is called decides how its value is read: as a date, a fixed value, a text or the
    names of records. A field that only one section has needs no code here.
    """
    value = row.fields.get(field)
    if value is None or value in ("", [], {}):
        return _say_nothing(field, row, reader)
    if field in _SPECIAL and (shown := _SPECIAL[field](value, row, reader)) is not None:
        return shown
    if field in PERIODS and not isinstance(value, bool):
        return show_period(value, reader)
    if value is not True and value in defaults().get(field, ()) and field not in _UNSTATED:
        return ""  # what is usual is not remarked beside what is not
    if isinstance(value, bool):
        return reader.say(catalogue.label("yes" if value else "no", reader.lang))
    if isinstance(value, int | float):
        return value
    if isinstance(value, dict):
        return reader.text(value)
    return _show_words(field, value, row, reader)


def _say_nothing(field: str, row: Row, reader: Reader) -> str:
    """Return what stands for an empty field: nothing, but where the article itself says a thing.

    In a list of what is to be done, who is to do it is said not to be stated.
    """
    if field == "actors" and row.section == "commitments":
        return reader.say(catalogue.label("not_stated", reader.lang))
    if field == "said_by" and row.fields.get("said_by") == [] and not row.fields.get("in_name"):
        return reader.say(catalogue.label("article_itself", reader.lang))
    return ""


def _show_words(field: str, value: Any, row: Row, reader: Reader) -> str:
    """Return a text, a fixed value or an id in the reader's language, or a list of such."""
    listed = value if isinstance(value, list) else [value]
    if field in REFERENCES:
        shown = reader.names(row.article, listed)
        return _remark(shown, field, row, reader, several=len(listed))
    if field == "aliases":
        listed = [one for one in listed if values.is_written_in(reader.lang, one)]
    if field in _fixed_fields():
        return reader.list(_say_fixed(field, one, reader) for one in listed)
    texts = [reader.text(one) if isinstance(one, dict) else str(one) for one in listed]
    return reader.separator().join(texts)


def _remark(shown: str, field: str, row: Row, reader: Reader, *, several: int) -> str:
    """Return names with a remark behind them, where it is our conclusion that they are these."""
    if field not in (row.fields.get("inferred") or ()):
        return shown
    said = reader.say(values.say_implied(several, reader.lang))
    return f"{shown} ({said})" if reader.lang == "en" else f"{shown}（{said}）"


def _say_fixed(field: str, value: str, reader: Reader) -> Any:
    """Return our word for one of a few fixed values; one that has none is said as it is."""
    try:
        if field == "stage":
            return catalogue.stage(value, reader.lang)
        return catalogue.label(value, reader.lang)
    except KeyError:
        return catalogue.phrase(value, value, reader.lang)


def show_period(value: Any, reader: Reader) -> Value:
    """Return a day as a date, and any other time as words.

    A month or a year as a date would need a day that nobody has named.
    """
    if isinstance(value, str):
        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if day.year >= _MIN_YEAR:
                return day
    when = msgspec.convert(value, Bilingual) if isinstance(value, dict) else value
    return reader.say(values.period(when, reader.lang))


def show_moment(value: str, *_: Any) -> Value:
    """Return a date and time, or its text where Excel has no such date."""
    moment = datetime.datetime.fromisoformat(value)
    return moment if moment.year >= _MIN_YEAR else value


def _show_due(value: Any, _: Row, reader: Reader) -> Value | None:
    """Return whether a moment of the timeline is one that is due, or nothing for a period."""
    if not isinstance(value, bool):
        return None
    return reader.say(catalogue.label("due" if value else "happened", reader.lang))


def _show_unit(value: str, _: Row, reader: Reader) -> str:
    """Return what a unit is called. A measure word has no English: labels say what is counted."""
    if value in values.SCALES:
        return ""
    said = values.unit(value, "both")
    if reader.lang == "en" and not said.en and not value.isascii():
        return ""
    return reader.say(said)


def _show_change(value: Any, _: Row, reader: Reader) -> str | None:
    if not isinstance(value, dict) or "over" not in value:
        return None
    return reader.say(values.change(msgspec.convert(value, Change), reader.lang))


def _show_section(value: Any, _: Row, reader: Reader) -> str | None:
    return reader.heading(value) if isinstance(value, str) else None


def _show_fields(value: list[str], _: Row, reader: Reader) -> str:
    """Return what fields are called, those that name a record by how they do."""
    return reader.list(catalogue.heading(one, reader.lang) for one in value)


def _show_kinds(value: list[str], _: Row, reader: Reader) -> str:
    return reader.list(catalogue.gap(one, reader.lang) for one in value)


def _show_matches(value: list[dict[str, Any]], *_: Any) -> str:
    return "\n".join(dict.fromkeys(one["text"] for one in value))


def _show_value(value: Any, *_: Any) -> Value | None:
    """Return a date or several numbers that the scanner has found, or nothing for a number."""
    if isinstance(value, list):
        return "–".join(f"{one:,}" if isinstance(one, int | float) else one for one in value)
    return str(value) if isinstance(value, str) else None


_SPECIAL: dict[str, Callable[[Any, Row, Reader], Value | None]] = {
    "change": _show_change,
    "due": _show_due,
    "field": _show_section,
    "fields": _show_fields,
    "inferred": _show_fields,
    "kinds": _show_kinds,
    "matches": _show_matches,
    "republished": show_moment,
    "section": _show_section,
    "unit": _show_unit,
    "value": _show_value,
}
"""How the fields are shown that hold something else than a text, an id, a time or a fixed value.

A function returns nothing for a value that is like those of any other field.
"""


@cache
def defaults() -> dict[str, tuple[Any, ...]]:
    """Return what fields hold where nothing is written, by their names."""
    found: dict[str, tuple[Any, ...]] = {}
    for kind in _kinds_of(Part):
        for field in msgspec.structs.fields(kind):
            if isinstance(field.default, str | bool):
                found[field.name] = (*found.get(field.name, ()), field.default)
    return found


@cache
def _fixed_fields() -> frozenset[str]:
    """Return the names of the fields that hold one of a few fixed values, or several of them."""
    kinds = (field for kind in _kinds_of(Part) for field in msgspec.structs.fields(kind))
    return frozenset(field.name for field in kinds if _is_fixed(field.type))


def _is_fixed(kind: Any) -> bool:
    return get_origin(kind) is Literal or any(_is_fixed(one) for one in get_args(kind))


def _kinds_of(kind: type[Part]) -> Iterator[type[Part]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds_of(one)
