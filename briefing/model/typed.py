"""Plain data to the typed model, with every mistake named at its path.

msgspec converts and checks a whole model at once, and stops at its first error. Only a model that
it refuses is walked field by field, to name all mistakes.
"""

import contextlib
import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from briefing.limits import ID_CHARACTERS, PROBLEMS_OF_A_CODE
from briefing.model import parts
from briefing.model.article import Article, article_type
from briefing.model.choices import MEANT, Inferred
from briefing.model.kinds import Kind, fields_of
from briefing.model.sections import SECTIONS
from briefing.model.width import narrow
from briefing.problem import (
    Amendment,
    Finding,
    Message,
    Path,
    Remedy,
    did_you_mean,
    message,
    suggest,
    suggest_spelling,
)

_SHOWN = 40
_BY_BASIS = ("status", "direction")
"""The fields of which a conclusion is marked by the basis of the record."""
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
EXPECTED: dict[Any, str] = {
    parts.Id: "id",
    parts.Words: "text",
    parts.Digest: "digest",
    parts.ParagraphNumber: "paragraph",
    parts.Date: "date",
    parts.Dates: "dates",
    parts.Period: "period",
    parts.Moment: "moment",
    parts.Number: "number",
    parts.Bilingual: "bilingual",
    parts.Author: "bilingual",
    parts.Evidence: "evidence",
    bool: "boolean",
}
"""What is expected where a field of a type stands, as the catalogue names it."""


def convert(data: dict[str, Any]) -> tuple[Article | None, list[Finding]]:
    """Return the article in ``data``, or every reason why it is none."""
    kind = article_type()
    try:
        article = msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as error:
        found = list(_Walk().record(data, kind, ()))
        return None, found or [Finding(message("wrong-type.other", why=str(error)))]
    time = data["source"].get("republished")
    if time and not is_moment(time):
        return None, [_explain(time, parts.Moment, ("source", "republished"))]
    if article.source.published or article.source.republished:
        return article, []
    return None, [Finding(message("missing-key.date"), ("source",))]


def is_moment(text: str) -> bool:
    """Return whether a text begins with a day; msgspec takes numbers for seconds since 1970."""
    return re.match(_DAY, text) is not None


def is_of_schema_1(data: dict[str, Any]) -> bool:
    """Return whether a model was written for schema 1, by its number or else by its keys."""
    if "schema_version" in data:
        return str(data["schema_version"]) in ("1", "1.0")
    source = data.get("source")
    published = source.get("published") if isinstance(source, dict) else None
    sections = (data[name] for name in SECTIONS if isinstance(data.get(name), list))
    held = (record for section in sections for record in section if isinstance(record, dict))
    has_time = isinstance(published, str) and re.match(_DAY + "[T ]", published) is not None
    return has_time or any("place" in record for record in held)


class _Walk:
    """One walk through plain data, which names every mistake in it.

    Of mistakes of one code only so many get hints as can be listed, since a hint takes longer to
    find than anything else.
    """

    def __init__(self) -> None:
        self._hinted: Counter[str] = Counter()

    def _hints(self, code: str) -> bool:
        """Return whether one more mistake of a code gets a hint."""
        self._hinted[code] += 1
        return self._hinted[code] <= PROBLEMS_OF_A_CODE

    def record(
        self, value: dict[str, Any], kind: type[msgspec.Struct], path: Path
    ) -> Iterator[Finding]:
        """Yield the mistakes in a mapping that is to be a record."""
        fields = fields_of(kind)
        record = _name_record(kind)
        before = next(reversed(value.values()), None)
        for key, held in value.items():
            if field := fields.get(key):
                yield from self._value(held, field.kind, (*path, key))
            else:
                hints = _NO_HINTS
                if self._hints("unknown-key"):
                    hints = _hint(key, held, before, kind)
                found = message("unknown-key", record=record, key=key, **hints)
                yield Finding(found, (*path, key), on_key=True)
            before = held
        for name, field in fields.items():
            if field.required and name not in value:
                yield Finding(_miss(kind, name), path)

    def _value(self, value: Any, kind: Kind, path: Path) -> Iterator[Finding]:
        if value is None and kind.optional:
            return
        kind = kind.of(value)
        if kind.is_record and isinstance(value, dict):
            yield from self.record(value, kind.given, path)
        elif kind.item is not None and isinstance(value, list):
            if not value and not kind.may_be_empty:
                yield Finding(message("missing"), path)
            for index, item in enumerate(value):
                yield from self._value(item, kind.item, (*path, index))
        else:
            try:
                msgspec.convert(value, kind.expected, strict=False)
            except msgspec.ValidationError:
                yield _explain(value, kind.given, path, hints=self._hints("wrong-type"))


_NO_HINTS: dict[str, Any] = {"hint": None, "comma": None}


@functools.cache
def _name_record(kind: type[msgspec.Struct]) -> Message:
    name = kind.__name__.lower()
    return message(f"record.{name}", name=name)


@functools.cache
def _miss(kind: type[msgspec.Struct], name: str) -> Message:
    """Return that a field is not written that a record must have."""
    expected = _expected(fields_of(kind)[name].kind.given)
    return message("missing-key", record=_name_record(kind), key=name, expected=expected)


def _hint(key: str, held: Any, before: Any, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return what may have been meant by a key that a record does not know."""
    is_text = issubclass(kind, parts.Bilingual) or not key.isascii()
    if is_text and held is None and isinstance(before, str):
        return {"hint": None, "comma": message("hint.quote-comma", text=f"{before}, {key}")}
    known = kind.__struct_fields__
    hint = suggest(key, known) or message("hint.keys", names=list(known))
    return {"hint": hint, "comma": None}


def _explain(value: Any, kind: Any, path: Path, *, hints: bool = True) -> Finding:
    names = {dict: "mapping", list: "list", type(None): "nothing"}
    if type(value) in names:
        got = message(f"value.{names[type(value)]}")
    else:
        shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
        got = message("value.quoted", text=shown)
    hint = None
    if hints and get_origin(kind) is Literal and isinstance(value, str):
        choices = [str(one) for one in get_args(kind)]
        meant = MEANT.get(value)
        hint = did_you_mean(meant) if meant in choices else suggest_spelling(value, choices)
        if kind == Inferred and value in _BY_BASIS:
            hint = message("hint.basis", field=value)
    expected = _expected(kind)
    if kind == parts.Id and isinstance(value, str) and len(value) > ID_CHARACTERS:
        expected = message("value.short-id", length=len(value))
    wrong = message("wrong-type", expected=expected, got=got, hint=hint)
    return Finding(wrong, path, remedy=_remedy(value, kind, path, hint) if hints else None)


def _remedy(value: Any, kind: Any, path: Path, hint: Message | None) -> Remedy | None:
    """Return that a value is written in ASCII, where it fits then, or that it is what is meant."""
    plain = narrow(value).strip() if isinstance(value, str) else ""
    if plain and plain != value:
        with contextlib.suppress(msgspec.ValidationError):
            msgspec.convert(plain, kind, strict=False)
            return Remedy(safe=True, changes=(Amendment(path, plain),))
    if kind == parts.Id and isinstance(value, str) and (mended := parts.mend_id(value)):
        return Remedy(safe=False, changes=(Amendment(path, mended),))
    meant = hint.values.get("suggestion") if hint else None
    return Remedy(safe=False, changes=(Amendment(path, meant),)) if meant else None


@functools.cache
def _expected(kind: Any) -> Message:
    """Return what a value of a type is."""
    if get_origin(kind) is Literal:
        choices = [str(choice) for choice in get_args(kind)]
        if len(choices) == 1:
            return message("value.quoted", text=choices[0])
        return message("value.choice", choices=choices)
    if kind in EXPECTED:
        return message(f"value.{EXPECTED[kind]}")
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return message("value.list" if get_origin(bare) is tuple else "value.mapping")
