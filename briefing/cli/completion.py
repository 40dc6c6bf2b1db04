"""What the shell may complete: names out of the models that the command line chooses.

A model that cannot be read completes nothing; the command itself will say why.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from briefing.model.load import Library
    from briefing.shelf.query import Hit


def places(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of places, or else whatever they are called that begins so.

    ``city`` and ``zone`` have each the places that they list, an option has all.
    """
    from briefing.shelf.query import every, place_names
    from briefing.views.place import AREAS, CITIES

    kinds = {"city": CITIES, "zone": AREAS}.get(ctx.info_name or "")
    for hit in every(_library(ctx), "places"):
        if kinds and hit.record.kind not in kinds:
            continue
        first, *others = place_names(hit.record)
        # A name with a blank or a mark in it would have to be quoted for the shell.
        names = [first, *(name for name in others if name.isalnum())]
        found = next((name for name in names if name.startswith(incomplete)), None)
        if found:
            yield found, _described(hit)


def records(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of all records, with what they are called."""
    from briefing.shelf.query import every

    for hit in every(_library(ctx)):
        if hit.record.id.startswith(incomplete):
            yield hit.record.id, _described(hit)


def kinds(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """The kinds that records of the command's section have."""
    from briefing.shelf.query import every, kinds_of

    found = {kind for hit in every(_library(ctx), ctx.info_name) for kind in kinds_of(hit.record)}
    return (kind for kind in sorted(found) if kind.startswith(incomplete))


def formats(incomplete: str) -> Iterator[str]:
    """The names of the export formats."""
    from briefing.output.formats import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def styles(incomplete: str) -> Iterator[tuple[str, str]]:
    """The names of the citation styles, with what they are called."""
    from briefing.citation.styles import STYLES

    return ((name, style.title) for name, style in STYLES.items() if name.startswith(incomplete))


# In zsh, Typer has descriptions evaluated: it escapes what would be run, but not the backslash
# that undoes its escape. It takes what stands in square brackets for markup.
_PLAIN = str.maketrans({"\\": "/", "[": "(", "]": ")"})


def _described(hit: "Hit") -> str:
    title = hit.record.title
    return " ".join((title.en or title.zh).translate(_PLAIN).split())


def _library(ctx: typer.Context) -> "Library":
    from briefing.model.load import Library, load
    from briefing.problem import ModelError

    chosen = ctx.params.get("article") or os.environ.get("BRIEFING_ARTICLE", "").split(os.pathsep)
    try:
        # The shell hands over what was typed, its ~ as it is.
        return load(os.path.expanduser(path) for path in map(str, chosen) if path)
    except ModelError:
        return Library(())
