"""The JSON Schema of what each command writes as JSON, made from the types of the records."""

import json
from typing import Any, Literal, NamedTuple, get_type_hints

import msgspec
from msgspec import defstruct
from msgspec.structs import fields

from briefing.checks.report import Share, Tally
from briefing.cli.commands import list_commands
from briefing.model import results
from briefing.model.article import article_type
from briefing.model.parts import Bilingual, Id, Link
from briefing.model.records import Figure, Place, Takeaway
from briefing.model.sections import SECTIONS, Section
from briefing.model.writing import defaults_of
from briefing.output.json import encode
from briefing.problem import Edit
from briefing.quantities.scanner import Quantity
from briefing.verifying.claim import Kind, Status
from briefing.views.schema import DRAFT, describe_model, list_kinds
from briefing.words.catalogue import describe_field

_WHOLE = ("Article", "Profile", "SummaryShown")
"""The types that have sections as their fields."""
_REF = "#/$defs/{name}"


class Shape(NamedTuple):
    """One shape that a result may have: an object of one of some types, or a list of these."""

    types: tuple[Any, ...]
    is_list: bool = True


def list_schemas() -> dict[str, str]:
    """Return the schema of each command that writes JSON, as text, by the command's name.

    That of a model itself is called ``model``.
    """
    place, sections = _record(Place), [one for one in SECTIONS.values() if one.has_records]
    shapes = {name: [Shape((_record(one.holds),))] for name, one in SECTIONS.items() if one.help}
    shapes |= {name: [Shape((kind,))] for name, kind in results.list_types().items()}
    shapes |= {name: [Shape((place,)), Shape((_profile(place),))] for name in ("city", "zone")}
    for name, whole in (("summary", _summary()), ("export", article_type())):
        shapes[name] = [Shape((whole,), is_list=False), Shape((whole,))]
    shapes["show"] = [Shape(tuple(_shown(one) for one in sections))]
    shapes["search"] = [Shape(tuple(_found(one) for one in sections))]
    shapes["quantities"] = [Shape((Quantity,))]
    shapes["verify"] = [Shape((_verified(),))]
    shapes["check"] = [Shape((_checked(),), is_list=False)]
    made = {name: _write(name, shapes[name]) for name in list_commands() if name in shapes}
    return made | {"model": encode(describe_model())}


def _record(kind: Any, name: str = "Record", **more: Any) -> Any:
    """Return the type of a record with its article and ``more`` fields."""
    own = {field.name: field.type for field in fields(kind)}
    return _type(f"{kind.__name__}{name}", kind.__name__, {"article": Id} | more | own)


def _shown(section: Section) -> Any:
    named: Any = Literal[section.name]
    more = {"parts": tuple[results.Held, ...], "referenced_by": tuple[results.Pointing, ...]}
    return _record(section.holds, "Shown", section=named, **more)


def _found(section: Section) -> Any:
    named: Any = Literal[section.name]
    return _record(section.holds, "Found", section=named, matches=tuple[results.Match, ...])


def _profile(place: Any) -> Any:
    lists = {
        name: _list(_record(one.holds)) for name, one in SECTIONS.items() if one.concerns_places
    }
    parts = {"parts": _list(place), "ties": tuple[Link, ...]}
    return _type("Profile", None, {"article": Id, "place": place} | lists | parts)


def _summary() -> Any:
    held = {"takeaways": Takeaway, "layout": Place, "headline": Figure}
    lists = {name: _list(_record(kind)) for name, kind in held.items()}
    texts = {"article": Id, "title": Bilingual, "gist": Bilingual}
    return _type("SummaryShown", None, texts | lists)


def _checked() -> Any:
    """Return the type of what ``check`` writes."""
    place = {"file": str, "line": int, "column": int}
    kind = {"code": str, "warning": bool, "note": bool}
    edit = _type("Edit", None, get_type_hints(Edit))
    fix = _type("Fix", None, {"safe": bool, "edits": _list(edit)})
    said = {"message": Bilingual, "values": dict[str, Any], "fix": fix | None}
    problem = _type("Problem", None, place | kind | said)
    share = _type("Share", None, get_type_hints(Share))
    counts = {
        name: share if kind is Share else kind for name, kind in get_type_hints(Tally).items()
    }
    tally = _type("TallyOfFile", "Tally", {"file": str} | counts)
    lists = {"problems": problem, "ignored": problem, "tallies": tally}
    return _type("Checked", None, {name: _list(one) for name, one in lists.items()})


def _verified() -> Any:
    """Return the type of a claim that ``verify`` writes."""
    place = {"line": int, "column": int, "text": str}
    judged = {"kind": Kind, "status": Status}
    held = {"article": Id | None, "record": Id | None, "paragraph": int | None}
    return _type("Claim", None, place | judged | held | {"says": Bilingual | None})


def _list(kind: Any) -> Any:
    """Return the type of a list of some kind of record, which only run time knows."""
    return tuple[kind, ...]


def _type(name: str, like: str | None, held: dict[str, Any]) -> Any:
    """Return a type with some fields, which are described as those of the type ``like`` are."""
    made = defstruct(name, list(held.items()))
    _LIKE[name] = like or name
    return made


_LIKE = {"Shelved": "Source"}
"""The types of the model that types of results have their fields from, by names."""


def _write(command: str, shapes: list[Shape]) -> str:
    every = [kind for shape in shapes for kind in shape.types]
    made, defined = msgspec.json.schema_components(every, ref_template=_REF)
    schemas = iter(made)
    allowed = [_shape(shape, [next(schemas) for _ in shape.types]) for shape in shapes]
    whole = allowed[0] if len(allowed) == 1 else {"anyOf": allowed}
    defaults = _list_defaults(every) if command == "export" else {}
    for name, schema in defined.items():
        _make_strict(name, schema, defaults.get(name, {}))
    title = {"$schema": DRAFT, "title": f"briefing {command} -O json"}
    return json.dumps(title | whole | {"$defs": defined}, ensure_ascii=False, indent=1) + "\n"


def _shape(shape: Shape, schemas: list[dict[str, Any]]) -> dict[str, Any]:
    one = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {"type": "array", "items": one} if shape.is_list else one


def _list_defaults(kinds: list[Any]) -> dict[str, dict[str, Any]]:
    """Return what fields are where they are left out, by the names of the types that have them."""
    return {one.__name__: defaults_of(one) for kind in kinds for one in list_kinds(kind)}


def _make_strict(name: str, schema: dict[str, Any], defaults: dict[str, Any]) -> None:
    """Have an object take no other keys and need every one; describe them as the model's manual.

    Those that may be left out have ``defaults``, which are told where they are no mere nothing.
    """
    _order_choices(schema)
    schema.pop("description", None)  # the docstring is for those who read the code
    if "properties" not in schema:
        return
    schema["required"] = [
        field
        for field in schema["properties"]
        if defaults.get(field, msgspec.NODEFAULT) is msgspec.NODEFAULT
    ]
    schema["additionalProperties"] = False
    for field, held in schema["properties"].items():
        held.pop("default", None)
        if defaults.get(field, msgspec.NODEFAULT) not in (msgspec.NODEFAULT, None):
            held["default"] = defaults[field]
        held_section = SECTIONS.get(field) if name in _WHOLE else None
        described = (
            held_section.heading[1]
            if held_section
            else describe_field(_LIKE.get(name, name), field)
        )
        schema["properties"][field] = {"description": described, **held}


def _order_choices(schema: Any) -> None:
    """Put the choices that a value has in one order, which versions of msgspec have not alike."""
    if isinstance(schema, dict):
        if "anyOf" in schema:
            schema["anyOf"].sort(key=lambda one: (one.get("type") == "null", json.dumps(one)))
        for held in schema.values():
            _order_choices(held)
