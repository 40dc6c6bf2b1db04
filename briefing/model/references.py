"""The ids of a model: each used once, each reference to one that exists, no record inside itself.

These work on the plain data, so that they are found in the same pass as mistakes in the types.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.model.records import REFERENCES, SECTIONS
from briefing.problem import did_you_mean

Path = tuple[str | int, ...]
_Reference = tuple[Path, str, set[str]]

_MOST_HINTS = 50


class Finding(NamedTuple):
    """Something wrong with the value at ``path``, or with its key."""

    path: Path
    code: str
    message: str
    on_key: bool = False


def findings(data: dict[str, Any]) -> Iterator[Finding]:
    """Every doubled id, unknown id and circle of ``part_of`` in a model's plain data."""
    sections: dict[str, str] = {}
    for section, path, record in _records(data):
        name = record.get("id")
        if not isinstance(name, str):
            continue
        if name in sections:
            yield Finding((*path, "id"), "duplicate-id", f"id {name!r} is used by another record")
        else:
            sections[name] = section
    for number, (path, name, allowed) in enumerate(_unknown(data, (), "", sections)):
        if name in sections:
            expected = " or ".join(sorted(allowed))
            message = f"{name!r} stands in {sections[name]}; here an id from {expected} is expected"
        else:
            known = (other for other, section in sections.items() if section in allowed)
            hint = did_you_mean(name, known) if number < _MOST_HINTS else ""
            message = f"no record has the id {name!r}{hint}"
        yield Finding(path, "unknown-id", message)
    yield from _circles(data)


def _records(data: dict[str, Any]) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    summary = data.get("summary")
    places: list[tuple[str, Path, Any]] = [
        (section, (section,), data.get(section)) for section in SECTIONS
    ]
    if isinstance(summary, dict):
        places.insert(0, ("takeaways", ("summary", "takeaways"), summary.get("takeaways")))
    for section, path, records in places:
        if isinstance(records, list):
            for index, record in enumerate(records):
                if isinstance(record, dict):
                    yield section, (*path, index), record


def _unknown(
    value: Any, path: Path, section: str, sections: dict[str, str]
) -> Iterator[_Reference]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _unknown(item, (*path, index), section, sections)
    elif isinstance(value, dict):
        for key, held in value.items():
            if key in REFERENCES:
                allowed = {section if name == "same" else name for name in REFERENCES[key]}
                yield from _dangling(held, (*path, key), allowed, sections)
            elif isinstance(held, dict | list):
                yield from _unknown(held, (*path, key), section or key, sections)


def _dangling(
    held: Any, path: Path, allowed: set[str], sections: dict[str, str]
) -> Iterator[_Reference]:
    named = enumerate(held) if isinstance(held, list) else [(None, held)]
    for index, name in named:
        if not isinstance(name, str) or sections.get(name) in allowed:
            continue
        yield (path if index is None else (*path, index)), name, allowed


def _circles(data: dict[str, Any]) -> Iterator[Finding]:
    parents: dict[Any, Any] = {}
    paths: dict[Any, Path] = {}
    for _, path, record in _records(data):
        name, parent = record.get("id"), record.get("part_of")
        if isinstance(name, str) and isinstance(parent, str):
            parents.setdefault(name, parent)
            paths.setdefault(name, path)
    done: set[str] = set()
    circling: set[str] = set()
    for name in parents:
        way: dict[str, int] = {}
        at = name
        while at in parents and at not in done and at not in way:
            way[at] = len(way)
            at = parents[at]
        if at in way:
            circling.update(list(way)[way[at] :])
        done.update(way)
    for name, path in paths.items():
        if name in circling:
            yield Finding((*path, "part_of"), "circle", f"{name!r} is part of itself")
