"""What the shell may complete: names out of the models that the command line chooses.

A model that cannot be read completes nothing; the command itself will say why.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from briefing.cli.environment import chosen_models

if TYPE_CHECKING:
    from briefing.model.records import Record
    from briefing.shelf.library import Hit, Library


def places(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of places, or else whatever they are called that begins with what is typed.

    ``city`` and ``zone`` complete the places that they list, an option completes all.
    """
    from briefing.model.names import place_names
    from briefing.model.records import Place
    from briefing.views.place import AREAS, CITIES

    kinds = {"city": CITIES, "zone": AREAS}.get(ctx.info_name or "")
    for hit in _library(ctx).of(Place):
        if kinds and hit.record.kind not in kinds:
            continue
        first, *others = place_names(hit.record)
        # A name with a blank or a mark in it would have to be quoted for the shell.
        names = [first, *(name for name in others if name.isalnum())]
        found = next((name for name in names if name.startswith(incomplete)), None)
        if found:
            yield found, _describe(hit)


def records(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of all records, with what they are called."""
    for hit in _library(ctx).hits:
        if hit.record.id.startswith(incomplete):
            yield hit.record.id, _describe(hit)


def speakers(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of the people, organisations and events that may say something."""
    from briefing.model.article import SPEAKERS

    library = _library(ctx)
    for hit in (hit for section in SPEAKERS for hit in library.section(section)):
        if hit.record.id.startswith(incomplete):
            yield hit.record.id, _describe(hit)


def kinds(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the kinds that records of the command's section have."""
    from briefing.shelf.finding import list_kinds

    found = list_kinds(ctx.info_name or "", _library(ctx))
    return (kind for kind in found if kind.startswith(incomplete))


def fields(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the fields of the command's section, each behind those that are typed already."""
    from briefing.model.article import SECTIONS

    before, comma, last = incomplete.rpartition(",")
    section = SECTIONS.get(ctx.info_name or "")
    for name in ("article", *section.fields) if section else ():
        if name.startswith(last) and name not in before.split(","):
            yield f"{before}{comma}{name}"


def formats(incomplete: str) -> Iterator[str]:
    """Yield the names of the export formats."""
    from briefing.output.formats import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def styles(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the names of the citation styles, with what they are called."""
    from briefing.citation.styles import STYLES

    return ((name, style.title) for name, style in STYLES.items() if name.startswith(incomplete))


def choices(names: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return the completion of one of a few names."""
    return lambda incomplete: [name for name in names() if name.startswith(incomplete)]


# In zsh, Typer has descriptions evaluated: it escapes what would be run, but not the backslash
# that undoes its escape. It takes what stands in square brackets for markup.
_PLAIN = str.maketrans({"\\": "/", "[": "(", "]": ")"})


def _describe(hit: "Hit[Record]") -> str:
    title = hit.record.title
    return " ".join((title.en or title.zh).translate(_PLAIN).split())


def _named(ctx: typer.Context) -> list[str]:
    """Return the models that the line names, before the command or after it."""
    before = ctx.parent.params if ctx.parent else {}
    return [*(before.get("article") or ()), *(ctx.params.get("article") or ())]


def _library(ctx: typer.Context) -> "Library":
    from briefing.problem import ModelError
    from briefing.shelf.library import Library, load

    try:
        # The shell hands over what was typed, with its ~ unexpanded.
        return load(map(os.path.expanduser, chosen_models(_named(ctx))))
    except ModelError:
        return Library(())
