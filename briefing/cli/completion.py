"""What the shell may complete: names out of the models that the command line chooses.

A model that cannot be read completes nothing; the command itself will say why.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from briefing.cli.environment import choose_models

if TYPE_CHECKING:
    from briefing.model.records import Record
    from briefing.shelf.library import Hit, Library


def complete_places(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids of places, or else whatever they are called that begins with what is typed.

    ``city`` and ``zone`` complete the places that they list, an option completes all.
    """
    from briefing.model.names import place_names
    from briefing.model.records import Place
    from briefing.views.place import AREAS, CITIES

    kinds = {"city": CITIES, "zone": AREAS}.get(ctx.info_name or "")
    library = _library(ctx)
    hits = [hit for hit in library.of(Place) if not kinds or hit.record.kind in kinds]
    yield from _ids(library, hits, incomplete)
    for hit in hits:
        first, *others = place_names(hit.record)
        if not first.startswith(incomplete):
            # A name with a blank or a mark in it would have to be quoted for the shell.
            names = [name for name in others if name.isalnum()]
            yield from ((name, _describe(hit)) for name in _first(names, incomplete))


def complete_records(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of all records, with what they are called."""
    library = _library(ctx)
    return _ids(library, library.hits, incomplete)


def complete_speakers(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of all records that may say something."""
    from briefing.model.sections import SPEAKERS

    library = _library(ctx)
    hits = [hit for section in SPEAKERS for hit in library.section(section)]
    return _ids(library, hits, incomplete)


def _ids(
    library: "Library", hits: "Sequence[Hit[Record]]", incomplete: str
) -> Iterator[tuple[str, str]]:
    """Yield each id once; of several articles also ``article/id``, once the article is begun.

    Before anything is typed, it is yielded of the ids that several of them have.
    """
    several = len(library.articles) > 1
    seen: set[str] = set()
    for hit in hits:
        name, whole = hit.record.id, "/".join(hit.key)
        if name.startswith(incomplete) and name not in seen:
            seen.add(name)
            yield name, _describe(hit)
        if several and (
            whole.startswith(incomplete) if incomplete else len(library.by_id[name]) > 1
        ):
            yield whole, _describe(hit)


def complete_kinds(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the kinds that the records of the command's list have."""
    from briefing.shelf.listed import describe_list, list_kinds

    found = list_kinds(describe_list(ctx.info_name or "").sections, _library(ctx))
    return _words("label", found, incomplete)


def complete_units(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the units that the figures have: their codes, or their names where one is typed."""
    from briefing.quantities.units import unit_name
    from briefing.shelf.filtering import leave_out_names
    from briefing.shelf.listed import list_units

    for unit in list_units(leave_out_names(_library(ctx).section("figures"))):
        names = (unit, *(unit_name(unit, lang) for lang in ("zh", "en")))
        yield from _first(names, incomplete)


def complete_words(of: str, values: Callable[[], Iterable[str]]) -> Callable[[str], Iterator[str]]:
    """Return the completion of one of some fixed values: as itself, or in Chinese."""
    return lambda incomplete: _words(of, values(), incomplete)


def _words(of: str, values: Iterable[str], incomplete: str) -> Iterator[str]:
    from briefing.words.catalogue import texts

    for value in values:
        yield from _first((value, texts(f"{of}.{value}")[0]), incomplete)


def _first(names: Iterable[str], incomplete: str) -> list[str]:
    """Return the first of some names that begins with what is typed, if one does."""
    return next(([name] for name in names if name.startswith(incomplete)), [])


def complete_articles(incomplete: str) -> Iterator[str]:
    """Yield the name of the shipped article; paths are completed by the shell itself."""
    from briefing.model.folders import SHIPPED

    if incomplete and SHIPPED.startswith(incomplete):
        yield SHIPPED


def complete_fields(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Yield the fields of the command's section, each behind those that are typed already."""
    from briefing.model.sections import SECTIONS

    before, comma, last = incomplete.rpartition(",")
    section = SECTIONS.get(ctx.info_name or "")
    for name in ("article", *section.fields) if section else ():
        if name.startswith(last) and name not in before.split(","):
            yield f"{before}{comma}{name}"


def complete_formats(incomplete: str) -> Iterator[str]:
    """Yield the names of the export formats."""
    from briefing.output.formats import FORMATS

    return (name for name in FORMATS if name.startswith(incomplete))


def complete_styles(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the names of the citation styles, with what they are called."""
    from briefing.citation.styles import STYLES

    return ((name, style.title) for name, style in STYLES.items() if name.startswith(incomplete))


def complete_choices(names: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
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
        return load(map(os.path.expanduser, choose_models(_named(ctx))))
    except ModelError:
        return Library(())
