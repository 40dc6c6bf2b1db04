"""The ids of a model: each used once, each reference to one that exists, no record inside itself.

No list names the same record twice, and no chain of parts is too long to be drawn.

These are found in the plain data, in the same pass as mistakes in its types.
"""

from collections.abc import Iterator
from typing import Any

from briefing.limits import NESTING_LEVELS
from briefing.model.parts import mend_id
from briefing.model.sections import ANY_SECTION, REFERENCES, SAME_SECTION, SECTIONS
from briefing.problem import Amendment, Finding, Path, Remedy, message, suggest

_MOST_HINTS = 10


def find_mistakes(data: dict[str, Any]) -> Iterator[Finding]:
    """Yield every doubled or unknown id, and every circle or long chain of ``part_of``."""
    section_of: dict[str, str] = {}
    for section, path, record in records_in(data):
        name = record.get("id")
        if not isinstance(name, str):
            continue
        if name in section_of:
            doubled = message("duplicate-id", id=name, section=section_of[name])
            yield Finding(doubled, (*path, "id"))
        else:
            section_of[name] = section
    for name, section in list(section_of.items()):
        if mended := mend_id(name):  # by which others may refer to it already
            section_of.setdefault(mended, section)
    unread = set(_unread_sections(data))
    elsewhere = set(_ids_elsewhere(data))
    for number, (path, name, allowed) in enumerate(_wrong_references(data, section_of)):
        if name not in section_of and (name in elsewhere or unread & allowed):
            continue  # the section that may hold it is what is wrong
        if not allowed:
            twice = message("named-twice", id=name)
            yield Finding(twice, path, remedy=Remedy(safe=True, changes=(Amendment(path),)))
        elif name in section_of:
            found = section_of[name]
            yield Finding(
                message("unknown-id.section", id=name, section=found, expected=sorted(allowed)),
                path,
            )
        else:
            known = (other for other, section in section_of.items() if section in allowed)
            hint = suggest(name, known) if number < _MOST_HINTS else None
            meant = (
                Remedy(safe=False, changes=(Amendment(path, hint.values["suggestion"]),))
                if hint
                else None
            )
            yield Finding(message("unknown-id", id=name, hint=hint), path, remedy=meant)
    yield from _circles(data)


def records_in(data: dict[str, Any]) -> Iterator[tuple[str, Path, dict[str, Any]]]:
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


def _unread_sections(data: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the sections in whose place something stands that is no list."""
    for section in SECTIONS.values():
        held: Any = data
        for step in section.path or (section.name,):
            held = held.get(step, []) if isinstance(held, dict) else []
        if section.has_records and not isinstance(held, list):
            yield section.name


def _ids_elsewhere(data: dict[str, Any]) -> Iterator[str]:
    """Yield the ids of what stands under a key at the top that is no section."""
    for key, held in data.items():
        if key not in SECTIONS and isinstance(held, list):
            names = (one.get("id") for one in held if isinstance(one, dict))
            yield from (name for name in names if isinstance(name, str))


def _wrong_references(
    data: dict[str, Any], section_of: dict[str, str]
) -> Iterator[tuple[Path, str, set[str]]]:
    """Yield each reference that does not name a record of a section in which it may stand.

    With it are the sections in which it may stand: none for what its list has named before.
    """
    every = {section.name for section in SECTIONS.values() if section.has_records}
    for path, held, target, section in _references(data, (), ""):
        allowed = {ANY_SECTION: every, SAME_SECTION: {section}}.get(target[0], set(target))
        if not isinstance(held, list):
            if isinstance(held, str) and section_of.get(held) not in allowed:
                yield path, held, allowed
            continue
        before = set()
        for index, name in enumerate(held):
            if not isinstance(name, str):
                continue
            if section_of.get(name) not in allowed:
                yield (*path, index), name, allowed
            elif name in before:
                yield (*path, index), name, set()
            before.add(name)


def _references(
    value: Any, path: Path, section: str
) -> Iterator[tuple[Path, Any, tuple[str, ...], str]]:
    """Yield every field that names records, its value, where those may stand, and its section."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict | list):
                yield from _references(item, (*path, index), section)
    elif isinstance(value, dict):
        for key, held in value.items():
            # At the top, keys are sections; one of them has the name of a field.
            target = REFERENCES.get(key) if path else None
            if target is not None:
                yield (*path, key), held, target, section
            elif isinstance(held, dict | list) and key != "evidence":  # which names no record
                yield from _references(held, (*path, key), section or str(key))


def _circles(data: dict[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each record that is part of itself, and for each that lies too deep.

    Both are found along ``part_of``.
    """
    parents: dict[str, str] = {}
    paths: dict[str, Path] = {}
    for _, path, record in records_in(data):
        name, parent = record.get("id"), record.get("part_of")
        if isinstance(name, str) and isinstance(parent, str):
            parents.setdefault(name, parent)
            paths.setdefault(name, path)
    depth: dict[str, int] = {}
    circling: set[str] = set()
    for name in parents:
        way: dict[str, int] = {}
        at = name
        while at in parents and at not in depth and at not in way:
            way[at] = len(way)
            at = parents[at]
        if at in way:
            circling.update(list(way)[way[at] :])
        for steps, passed in enumerate(reversed(way), 1):
            depth[passed] = depth.get(at, 0) + steps
    for name, path in paths.items():
        if name in circling:
            yield Finding(message("circle", id=name), (*path, "part_of"))
        elif depth[name] == NESTING_LEVELS:  # one finding for each chain is enough
            yield Finding(message("too-deep.parts", id=name), (*path, "part_of"))
