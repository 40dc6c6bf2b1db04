"""The commands: one short function each. Nothing is imported before a command needs it."""

import copy
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from briefing.cli import options
from briefing.cli.reading import Asked, answering, preferred, reading
from briefing.problem import READING, BriefingError, ModelError, Status, printable

if TYPE_CHECKING:
    from briefing.document import Document
    from briefing.model import PlaceKind
    from briefing.query import Hit

READ = "Read"
SHARE = "Share"
CURATE = "Curate"

app = typer.Typer(
    name="briefing",
    help="Facts from a regional-policy article: look them up, compare, cite and check them.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": options.HELP},
)


def main() -> None:
    """Run the command line; the one place where an error becomes lines and an exit status."""
    gc.disable()  # nothing here lives long enough for a collection to pay
    try:
        _asked(sys.argv[1:])(prog_name="briefing")
    except BriefingError as error:
        for number, line in enumerate(error.lines):
            named = isinstance(error, ModelError) or number
            print(printable(line if named else f"briefing: {line}"), file=sys.stderr)
        sys.exit(error.status)
    finally:
        gc.enable()


def _asked(words: Sequence[str]) -> Callable[..., object]:
    """The app without the commands that are not asked for: Typer builds all that it knows of.

    Help is in the reader's language.
    """
    if not words or not set(options.HELP).isdisjoint(words):
        lang = os.environ.get("BRIEFING_LANG") or preferred(os.environ)
        if lang == "zh" or "--lang=zh" in words or {"--lang", "zh"} <= set(words):
            from briefing.cli.chinese import translated

            return cast("Callable[..., object]", translated(app))
        return app
    first = words[0] if words else ""
    commands = app.registered_commands
    asked = [one for one in commands if one.callback and one.callback.__name__ == first]
    if list(words) == ["--version"]:
        asked = commands[:1]
    narrowed = copy.copy(app)
    narrowed.registered_commands = asked or commands
    return narrowed


def _show_version(wanted: bool) -> None:
    if wanted:
        from briefing import __version__

        print(f"briefing {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001  # its callback has acted on it
        bool,
        typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


@app.command(rich_help_panel=READ, epilog="Example: briefing summary --lang zh")
@reading
def summary(asked: Asked) -> "Document":
    """The article on one screen: gist, layout, key figures, takeaways."""
    from briefing.views.summary import summary

    return summary(*asked)


@app.command(rich_help_panel=READ, epilog="Example: briefing city yangquan")
@reading
def city(asked: Asked, names: options.Names = None) -> "Document":
    """Cities: the list, one city's profile, or several side by side."""
    from briefing.views.place import CITIES

    return _places(asked, names, CITIES)


@app.command(rich_help_panel=READ, epilog="Example: briefing zone reform-zone")
@reading
def zone(asked: Asked, names: options.Names = None) -> "Document":
    """Zones, counties, corridors and other areas, in the same way."""
    from briefing.views.place import AREAS

    return _places(asked, names, AREAS)


def _places(
    asked: Asked, names: Sequence[str] | None, kinds: "tuple[PlaceKind, ...]"
) -> "Document":
    from briefing.query import find_places
    from briefing.views import place

    if not names:
        return place.listing(asked.library, kinds, asked.lang)
    found = [find_places(asked.library, name, kinds) for name in names]
    if len(names) == 1:
        return place.profile(asked.library, found[0], asked.lang)
    return place.compare(asked.library, [hit for hits in found for hit in hits], asked.lang)


@app.command(rich_help_panel=READ, epilog="Example: briefing strategies --city yangquan")
@reading
def strategies(
    asked: Asked,
    words: options.Words = None,
    city: options.City = None,
    kind: options.Kind = None,
) -> "Document":
    """The strategies, programmes and reforms as a tree."""
    from briefing.views.strategies import strategies

    hits = _select(asked, "strategies", words, place=city, kind=kind)
    return strategies(asked.library, hits, asked.lang)


@app.command(rich_help_panel=READ, epilog="Example: briefing figures --unit % --sort -value")
@reading
def figures(
    asked: Asked,
    words: options.Words = None,
    city: options.City = None,
    kind: options.Kind = None,
    unit: options.Unit = None,
    least: options.Least = None,
    most: options.Most = None,
    sort: options.Sort = None,
) -> "Document":
    """Every figure, with its value, its place and the paragraph it stands in."""
    from briefing.query import order
    from briefing.views.lists import records

    narrowed = {"place": city, "kind": kind, "unit": unit, "least": least, "most": most}
    hits = _select(asked, "figures", words, **narrowed)
    return records(asked.library, "figures", order(hits, sort), asked.lang)


@app.command(rich_help_panel=READ, epilog="Example: briefing projects --kind signed")
@reading
def projects(
    asked: Asked,
    words: options.Words = None,
    city: options.City = None,
    kind: options.Kind = None,
) -> "Document":
    """The projects: where, with whom, and how far they are."""
    return _list(asked, "projects", words, city, kind)


@app.command(rich_help_panel=READ, epilog="Example: briefing people --city xinzhou")
@reading
def people(asked: Asked, words: options.Words = None, city: options.City = None) -> "Document":
    """The people named, and the posts that they hold."""
    return _list(asked, "people", words, city)


@app.command(rich_help_panel=READ, epilog="Example: briefing events")
@reading
def events(asked: Asked, words: options.Words = None, city: options.City = None) -> "Document":
    """What happened, and when."""
    return _list(asked, "events", words, city)


@app.command(rich_help_panel=READ, epilog="Example: briefing sectors --city reform-zone")
@reading
def sectors(asked: Asked, words: options.Words = None, city: options.City = None) -> "Document":
    """The industries, and the tier that the article gives each."""
    return _list(asked, "sectors", words, city)


@app.command(rich_help_panel=READ, epilog="Example: briefing terms RCEP")
@reading
def terms(asked: Asked, words: options.Words = None) -> "Document":
    """The policy terms, each with a gloss."""
    return _list(asked, "terms", words)


@app.command(rich_help_panel=READ, epilog="Example: briefing search logistics")
@reading
def search(asked: Asked, words: options.Search) -> "Document":
    """Find any record by words in it."""
    from briefing.query import every, mentions
    from briefing.views.lists import records

    hits = [hit for hit in every(asked.library) if mentions(hit.record, words)]
    if not hits:
        raise BriefingError(f"no record holds {' '.join(words)!r}", Status.PROBLEMS)
    return records(asked.library, "search", hits, asked.lang)


@app.command(rich_help_panel=READ, epilog="Example: briefing show yangquan")
@reading
def show(asked: Asked, name: options.Record) -> "Document":
    """One record whole, with its evidence."""
    from briefing.query import find_record
    from briefing.views.record import show

    return show(find_record(asked.library, name), asked.lang)


@app.command(rich_help_panel=SHARE, epilog="Example: briefing cite --style apa yangquan")
@reading
def cite(
    asked: Asked,
    name: options.Cited = None,
    style: options.Style = None,
    accessed: options.Accessed = None,
) -> "Document":
    """The article as a reference and, with an id, the paragraphs of a record."""
    import datetime

    from briefing.views.cite import cite

    seen = accessed.date() if accessed else datetime.date.today()
    return cite(asked.library, name, style, seen, asked.lang)


@app.command(rich_help_panel=SHARE, epilog="Example: briefing export -o article.json")
@reading
def export(asked: Asked) -> "Document":
    """The whole model."""
    from briefing.views.whole import whole

    return whole(asked.library, asked.lang)


@app.command(rich_help_panel=CURATE, epilog="Example: briefing check --strict")
def check(
    models: options.Model = None,
    source: options.Source = None,
    strict: options.Strict = False,
    export: options.CheckFormat = "text",
    article: options.Article = None,
) -> None:
    """Say everything that is wrong with a model; with its source, prove it."""
    from briefing.check import reports
    from briefing.cli.console import print_lines
    from briefing.load import model_files
    from briefing.output.problems import FORMATS

    files = model_files(map(str, [*(models or ()), *(article or ())]))
    found = reports(files, str(source) if source else None)
    print_lines(FORMATS[export](found))
    problems = [problem for one in found for problem in one.problems]
    lost = (
        problem.code == "unreadable" or (problem.code in READING and problem.file != one.file)
        for one in found
        for problem in one.problems
    )
    if any(lost):
        raise typer.Exit(Status.INPUT_OUTPUT)
    if any(strict or not problem.warning for problem in problems):
        raise typer.Exit(Status.PROBLEMS)


@app.command(rich_help_panel=CURATE, epilog="Example: briefing quantities README.md")
@answering
def quantities(asked: Asked, text: options.Text, date: options.Date = None) -> "Document":
    """Every quantity in a Chinese text, with its value, its unit and its place."""
    from briefing.source.text import read
    from briefing.views.quantities import quantities

    file = "/dev/stdin" if str(text) == "-" else str(text)
    return quantities(read(file), date.date() if date else None, asked.lang)


def _select(
    asked: Asked, section: str, words: Sequence[str] | None, **narrowed: Any
) -> "list[Hit]":
    from briefing.quantities.units import unit_named
    from briefing.query import Wanted, select
    from briefing.words import value_named

    if narrowed.get("kind"):
        narrowed["kind"] = value_named(narrowed["kind"])
    if narrowed.get("unit"):
        narrowed["unit"] = unit_named(narrowed["unit"])
    return select(asked.library, section, Wanted(words=tuple(words or ()), **narrowed))


def _list(
    asked: Asked,
    section: str,
    words: Sequence[str] | None,
    city: str | None = None,
    kind: str | None = None,
) -> "Document":
    from briefing.views.lists import records

    hits = _select(asked, section, words, place=city, kind=kind)
    return records(asked.library, section, hits, asked.lang)
