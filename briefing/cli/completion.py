"""What the shell may complete: names out of the models that the command line chooses.

A model that cannot be read completes nothing; the command itself will say why.
"""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from briefing.load import Library


def places(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of places, with what they are called."""
    return _ids(ctx, incomplete, "places")


def records(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids of all records, with what they are called."""
    return _ids(ctx, incomplete, None)


def kinds(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """The kinds that records of the command's section have."""
    from briefing.query import every, kinds_of

    found = {kind for hit in every(_library(ctx), ctx.info_name) for kind in kinds_of(hit.record)}
    return (kind for kind in sorted(found) if kind.startswith(incomplete))


def formats(incomplete: str) -> Iterator[str]:
    """The names of the export formats."""
    from briefing.output.formats import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def _ids(ctx: typer.Context, incomplete: str, section: str | None) -> Iterator[tuple[str, str]]:
    from briefing.query import every

    for hit in every(_library(ctx), section):
        if hit.record.id.startswith(incomplete.lower()):
            title = hit.record.title
            yield hit.record.id, title.en or title.zh


def _library(ctx: typer.Context) -> "Library":
    from briefing.load import Library, load
    from briefing.problem import ModelError

    chosen = ctx.params.get("article") or os.environ.get("BRIEFING_ARTICLE", "").split(os.pathsep)
    try:
        return load(str(path) for path in chosen if path)
    except ModelError:
        return Library(())
