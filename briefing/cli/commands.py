"""The commands: one short function each. Nothing is imported before a command needs it."""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.cli import curating, options
from briefing.cli.request import Request, reading_command
from briefing.cli.usage import usage_error
from briefing.problem import message

if TYPE_CHECKING:
    from briefing.document import Document
    from briefing.model.choices import PlaceKind
    from briefing.shelf.filtering import Filter

    ListView = Callable[[Request, str, Filter, bool], Document]

READ, SHARE, CURATE = "read", "share", "curate"
GROUPS = (READ, SHARE, CURATE)
"""What a reader does with the commands; help shows them in these groups."""


class Command(NamedTuple):
    """A command: its group, a command line that shows it, what runs it.

    What it does is said in the catalogue under its name, or in the table of sections.
    """

    name: str
    group: str
    example: str
    run: Callable[..., None]


def list_commands() -> dict[str, Command]:
    """Return the commands by name, in the order of the help."""
    from briefing.model.sections import SECTIONS

    commands = (
        Command("summary", READ, "summary --lang zh", _summary),
        Command("city", READ, "city yangquan", _city),
        Command("zone", READ, "zone reform-zone", _zone),
        *(
            Command(
                section.name,
                READ,
                section.example,
                _list_command(section.name, _section, every="in_name" in section.fields),
            )
            for section in SECTIONS.values()
            if section.help
        ),
        Command(
            "commitments",
            READ,
            "commitments --stage planned",
            _list_command("commitments", _commitments, every=True, folds=True),
        ),
        Command(
            "timeline",
            READ,
            "timeline --since 2022",
            _list_command("timeline", _timeline, folds=True),
        ),
        Command("unsaid", READ, "unsaid --city yangquan", _list_command("unsaid", _unsaid)),
        Command("articles", READ, "articles -a @shipped", _articles),
        Command("paragraph", READ, "paragraph 26", _paragraph),
        Command("search", READ, "search logistics", _search),
        Command("show", READ, "show yangquan", _show),
        Command("cite", SHARE, "cite --style apa yangquan", _cite),
        Command("export", SHARE, "export -o article.json", _export),
        Command("draft", CURATE, "draft article.txt -o article.yaml", curating.draft),
        Command("mcp", SHARE, "mcp -a @shipped", curating.mcp),
        Command("check", CURATE, "check --strict", curating.check),
        Command("proof", CURATE, "proof --source article.txt -o proof.html", curating.proof),
        Command("verify", CURATE, "verify memo.docx -a article.yaml", curating.verify),
        Command("quantities", CURATE, "quantities article.txt", _quantities),
        Command("skill", CURATE, "skill", curating.skill),
        Command("schema", CURATE, "schema -o briefing.schema.json", curating.schema),
    )
    return {one.name: one for one in commands}


@reading_command(options.FULL)
def _summary(request: Request, full: bool) -> "Document":
    from briefing.views.onepage import summarise_on_a_page
    from briefing.views.summary import summarise

    if request.has_pages and not full and len(request.library.articles) == 1:
        return summarise_on_a_page(request.library, request.lang, request.lines)
    return summarise(request.library, request.lang, full or request.has_room, request.lines)


@reading_command(options.NAMES, options.FULL)
def _city(request: Request, names: Sequence[str] | None, full: bool) -> "Document":
    from briefing.views.place import CITIES

    return _places(request, names, CITIES, full)


@reading_command(options.NAMES, options.FULL)
def _zone(request: Request, names: Sequence[str] | None, full: bool) -> "Document":
    from briefing.views.place import AREAS

    return _places(request, names, AREAS, full)


def _places(
    request: Request,
    names: Sequence[str] | None,
    kinds: "tuple[PlaceKind, ...]",
    full: bool,
) -> "Document":
    from briefing.shelf.finding import find_places
    from briefing.shelf.library import join_places
    from briefing.views import comparison, place

    library, lang = request.library, request.lang
    if not names:
        listed = place.list_places(library, kinds, lang)
        if not listed.records:
            lacks_city = kinds == place.CITIES and library.section("places")
            request.told.append(message("nothing-listed.city" if lacks_city else "nothing-listed"))
        return listed
    found = join_places(find_places(library, name, kinds) for name in names)
    if len(found) == 1:  # one place, by whatever names
        return place.profile(library, found[0], lang, full, request.has_room, request.lines)
    return comparison.compare(library, found, lang, full or request.has_room)


def _list_command(
    name: str, view: "ListView", *, every: bool = False, folds: bool = False
) -> Callable[..., None]:
    """Return the command of a list, with the filters that it has; ``view`` finds and shows it.

    With ``every``, the list leaves something out unless it is asked for. One that ``folds`` tells
    in one row what several records tell alike, unless it is asked for in full.
    """

    @reading_command(*options.list_filters(name, every=every, folds=folds))
    def list_rows(
        request: Request, words: Sequence[str] | None, full: bool = False, **filters: Any
    ) -> "Document":
        from briefing.shelf.filtering import Filter

        wanted = Filter(words or (), **filters)
        shown = view(request, name, wanted, full)
        if not shown.records:
            from briefing.cli.hints import explain_nothing

            def count(loosened: Filter) -> int:
                return len(view(request, name, loosened, full).records)

            request.told.extend(explain_nothing(request.library, name, wanted, count))
        if wanted.dated:
            from briefing.cli.hints import tell_worded

            undated = view(request, name, wanted._replace(since=None, until=None), full)
            request.told.extend(tell_worded(shown.records, undated.records))
        if folds and not request.is_data:
            if folded := len(shown.records) - _count_rows(shown):
                request.told.append(message("hint.folded", count=folded))
            if every and not (wanted.every or wanted.stage):
                whole = view(request, name, wanted._replace(every=True), full)
                if settled := len(whole.records) - len(shown.records):
                    request.told.append(message("hint.settled", count=settled))
        return shown

    return list_rows


def _count_rows(document: "Document") -> int:
    from briefing.document import Table

    return sum(len(one.rows) for one in document.blocks if isinstance(one, Table))


def _section(request: Request, name: str, wanted: "Filter", _: bool) -> "Document":
    from briefing.shelf.filtering import find_place_keys, select
    from briefing.views.lists import list_records
    from briefing.views.strategies import list_strategies

    library, lang = request.library, request.lang
    hits = select(library, name, wanted)
    if name == "strategies":
        places = find_place_keys(library, wanted)
        return list_strategies(library, hits, lang, wanted.sort, places)
    return list_records(library, name, hits, lang, has_room=request.has_room, fields=request.fields)


def _commitments(request: Request, _: str, wanted: "Filter", full: bool) -> "Document":
    from briefing.shelf.agenda import find_commitments
    from briefing.views.commitments import list_commitments

    claims = find_commitments(request.library, wanted)
    return list_commitments(request.library, claims, request.lang, full or request.has_room)


def _timeline(request: Request, _: str, wanted: "Filter", full: bool) -> "Document":
    from briefing.shelf.agenda import find_moments
    from briefing.views.timeline import list_moments

    moments = find_moments(request.library, wanted)
    return list_moments(request.library, moments, request.lang, full or request.has_room)


def _unsaid(request: Request, _: str, wanted: "Filter", __: bool) -> "Document":
    from briefing.views.unsaid import list_unsaid

    return list_unsaid(request.library, wanted, request.lang)


@reading_command()
def _articles(request: Request) -> "Document":
    from briefing.views.shelf import list_articles

    return list_articles(request.library, request.lang)


@reading_command(options.PARAGRAPH)
def _paragraph(request: Request, number: int) -> "Document":
    from briefing.views.paragraph import list_paragraph

    last = max(article.last_paragraph for article in request.library.articles)
    if number > last:
        raise usage_error(message("usage.no-paragraph", number=number, last=last))
    found = list_paragraph(request.library, number, request.lang)
    if not found.records:
        request.told.append(message("nothing-from-paragraph", number=number, last=last))
    return found


@reading_command(options.SEARCH)
def _search(request: Request, words: Sequence[str]) -> "Document":
    from briefing.shelf.searching import answer
    from briefing.views.found import list_found

    if not any(word.strip() for word in words):
        raise usage_error(message("usage.missing", parameter=message("metavar.words")))
    found = answer(request.library, words)
    request.told.extend(found.told)
    if not found.results and [one.key for one in request.told] == ["nothing-found"]:
        request.told.append(message("hint.search-other"))
    return list_found(request.library, found.results, request.lang, words)


@reading_command(options.RECORD, options.FULL)
def _show(request: Request, name: str, full: bool) -> "Document":
    from briefing.shelf.finding import find_record
    from briefing.views.record import show

    return show(
        request.library,
        find_record(request.library, name),
        request.lang,
        full or request.has_room or request.is_piped,
    )


@reading_command(options.CITED, options.STYLE, options.ACCESSED, cites=True)
def _cite(
    request: Request,
    cited: Sequence[str] | None,
    style: str | None,
    accessed: datetime.date | None,
) -> "Document":
    from briefing.citation.styles import style_of_file
    from briefing.views.cite import cite, find_without_address

    names, library, lang = cited or (), request.library, request.lang
    style = style or style_of_file(request.ending)
    whole = cite(library, names, style, accessed or datetime.date.today(), lang)
    if lacking := find_without_address(library, names):
        request.told.append(message("no-address", articles=lacking))
    elif accessed and whole.blocks == cite(library, names, style, None, lang).blocks:
        request.told.append(message("access-not-cited"))
    return whole


@reading_command(options.SOURCE)
def _export(request: Request, source: str | None) -> "Document":
    from briefing.views.whole import tell_everything

    if source is not None and not request.has_offsets:
        raise usage_error(message("usage.text-for-zip"))
    return tell_everything(request.library, request.lang, request.has_room)


@reading_command(options.TEXT, options.DATE, articles=False)
def _quantities(request: Request, text: str, date: datetime.date | None) -> "Document":
    from briefing.model.text import read_text
    from briefing.views.quantities import list_quantities

    return list_quantities(read_text(text), date, request.lang)
