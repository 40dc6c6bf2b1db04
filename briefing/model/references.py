"""The ids of a model: each used once, each reference to one that exists, no record inside itself.

These are found in the plain data, in the same pass as mistakes in its types.
"""

from collections.abc import Iterator
from typing import Any

from briefing.model.article import ANY_SECTION, REFERENCES, SAME_SECTION, SECTIONS
from briefing.problem import Finding, Path, message, suggest

_MOST_HINTS = 50


def find_mistakes(data: dict[str, Any]) -> Iterator[Finding]:
    """Yield every doubled id, unknown id and circle of ``part_of`` in a model's plain data."""
    section_of: dict[str, str] = {}
    for section, path, record in _records(data):
        name = record.get("id")
        if not isinstance(name, str):
            continue
        if name in section_of:
            yield Finding(message("duplicate-id", id=name), (*path, "id"))
        else:
            section_of[name] = section
    for number, (path, name, allowed) in enumerate(_dangling(data, section_of)):
        if name in section_of:
            found = section_of[name]
            yield Finding(
                message("unknown-id.section", id=name, section=found, expected=sorted(allowed)),
                path,
            )
        else:
            known = (other for other, section in section_of.items() if section in allowed)
            hint = suggest(name, known) if number < _MOST_HINTS else None
            yield Finding(message("unknown-id", id=name, hint=hint), path)
    yield from _circles(data)


def _records(data: dict[str, Any]) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield the records of the plain data, each with its section and its path."""
    for section in SECTIONS.values():
        if not section.has_records:
            continue
        path = section.path or (section.name,)
        held: Any = data
        for step in path:
            held = held.get(step) if isinstance(held, dict) else None
        if isinstance(held, list):
            for index, record in enumerate(held):
                if isinstance(record, dict):
                    yield section.name, (*path, index), record


def _dangling(
    data: dict[str, Any], section_of: dict[str, str]
) -> Iterator[tuple[Path, str, set[str]]]:
    """Yield each reference that does not name a record of a section in which it may stand."""
    every = {section.name for section in SECTIONS.values() if section.has_records}

    def walk(value: Any, path: Path, section: str) -> Iterator[tuple[Path, str, set[str]]]:
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict | list):
                    yield from walk(item, (*path, index), section)
        elif isinstance(value, dict):
            for key, held in value.items():
                # At the top, keys are sections; one of them has the name of a field.
                target = REFERENCES.get(key) if path else None
                if target is None:
                    if isinstance(held, dict | list) and key != "evidence":  # which names no record
                        yield from walk(held, (*path, key), section or str(key))
                    continue
                allowed = {ANY_SECTION: every, SAME_SECTION: {section}}.get(target[0], set(target))
                named = enumerate(held) if isinstance(held, list) else [(None, held)]
                for position, name in named:
                    if isinstance(name, str) and section_of.get(name) not in allowed:
                        at = (*path, key) if position is None else (*path, key, position)
                        yield at, name, allowed

    return walk(data, (), "")


def _circles(data: dict[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each record that is part of itself, by way of its ``part_of``."""
    parents: dict[str, str] = {}
    paths: dict[str, Path] = {}
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
            yield Finding(message("circle", id=name), (*path, "part_of"))
