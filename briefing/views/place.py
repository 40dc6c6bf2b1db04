"""Places: the list, one place's profile, and several side by side."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.document import (
    Block,
    Cell,
    Column,
    Document,
    Fields,
    Items,
    Lang,
    Line,
    Phrase,
    Prose,
    Table,
    marks,
)
from briefing.model.load import Library
from briefing.model.records import Evidence, Person, Place, PlaceKind, Statement
from briefing.shelf.query import Hit, concerns, every, within
from briefing.views.common import (
    data,
    document,
    implied,
    paragraphs,
    place_of,
    statement,
)
from briefing.views.lists import table
from briefing.views.strategies import tree
from briefing.words import heading, label, quantity, say

CITIES: tuple[PlaceKind, ...] = ("city",)
AREAS: tuple[PlaceKind, ...] = (
    "province",
    "county",
    "zone",
    "cluster",
    "corridor",
    "region",
)

_SECTIONS = ("strategies", "figures", "projects", "people", "events", "sectors", "terms")


def listing(library: Library, kinds: Sequence[PlaceKind], lang: Lang) -> Document:
    """The places of some kinds, with what each is first of all."""
    hits = [hit for hit in every(library, "places") if hit.record.kind in kinds]
    without = ["kind"] if len(kinds) == 1 else []
    several = len(library.articles) > 1
    shown = table(hits, "places", lang, without=without, several=several)
    whole = document(library.articles, [shown], [data(hit) for hit in hits], lang)
    name = heading("cities" if kinds == CITIES else "zones", lang)
    return whole._replace(section="places", name=name)


def profile(library: Library, hits: Sequence[Hit], lang: Lang) -> Document:
    """All that an article says of a place, for one place in each article that has it."""
    blocks: list[Block | None] = []
    for hit in hits:
        blocks += _profile(library, hit, lang)
    records = [_data(library, hit) for hit in hits]
    first = hits[0]
    return document(
        [hit.article for hit in hits],
        blocks,
        records[0] if len(records) == 1 else records,
        lang,
        title=say(first.record.name, lang),
        subtitle=_subtitle(first, lang),
    )


def compare(library: Library, hits: Sequence[Hit], lang: Lang) -> Document:
    """Places side by side: a column each, a row for each thing that can be said of them."""
    about = [_about(library, hit) for hit in hits]
    rows: list[tuple[Cell, ...]] = [
        (
            heading("roles", lang),
            *(tuple(_marked(role, lang) for role in hit.record.roles) for hit in hits),
        ),
    ]
    for section in _SECTIONS:
        if section == "strategies":
            split = [
                _own_first(found[section], hit) for found, hit in zip(about, hits, strict=True)
            ]
            parts = [("plans", [own for own, _ in split]), ("wider", [wider for _, wider in split])]
        else:
            parts = [(section, [found[section] for found in about])]
        for key, of_each in parts:
            if any(of_each):
                cells = (tuple(_short(held, lang) for held in of_one) for of_one in of_each)
                rows.append((heading(key, lang), *cells))
    ties = [tuple(_tie(hit, lang)) for hit in hits]
    if any(ties):
        rows.append((heading("links", lang), *ties))
    columns = (
        Column(Phrase(), "name"),
        *(Column(say(hit.record.name, lang), "text") for hit in hits),
    )
    return document(
        list({hit.article.source.id: hit.article for hit in hits}.values()),
        [Table(columns, tuple(rows))],
        [_data(library, hit) for hit in hits],
        lang,
    )._replace(name=heading("compared", lang))


def _own_first(hits: Sequence[Hit], place: Hit) -> tuple[list[Hit], list[Hit]]:
    """Strategies that are the place's own, and others that concern it."""
    own = [hit for hit in hits if place.record.id in within(hit.article, hit.record.place)]
    return own, [hit for hit in hits if hit not in own]


def _about(library: Library, hit: Hit) -> dict[str, list[Hit]]:
    """The records of one article that concern a place, by section."""
    found: dict[str, list[Hit]] = {section: [] for section in _SECTIONS}
    for other in every(library):
        same = other.article is hit.article
        if same and other.section in found and concerns(other, hit.record.id):
            found[other.section].append(other)
    return found


def _data(library: Library, hit: Hit) -> dict[str, Any]:
    fields = data(hit)
    whole: dict[str, Any] = {"article": fields["article"], "place": fields}
    for section, found in _about(library, hit).items():
        whole[section] = [data(other) for other in found]
    whole["parts"] = [data(part) for part in _parts(library, hit)]
    return whole


def _parts(library: Library, hit: Hit) -> list[Hit]:
    return [
        other
        for other in every(library, "places")
        if other.article is hit.article and other.record.part_of == hit.record.id
    ]


def _subtitle(hit: Hit, lang: Lang) -> Phrase:
    place: Place = hit.record
    kind = label(place.kind, lang)
    whole = place_of(hit.article, place.part_of)
    if not whole:
        return kind
    name = say(whole.name, lang)
    return Phrase(
        f"{kind.zh} · 属{name.zh}" if name.zh and kind.zh else kind.zh,
        f"{kind.en} in {name.en}" if name.en and kind.en else kind.en,
    )


def _profile(library: Library, hit: Hit, lang: Lang) -> list[Block | None]:
    place: Place = hit.record
    found = _about(library, hit)
    own, wider = _own_first(found["strategies"], hit)
    roles = tuple(statement(role, lang) for role in place.roles)
    return [
        Items(heading("roles", lang), roles) if roles else None,
        Prose(say(place.note, lang).labelled(heading("note", lang))) if place.note else None,
        tree(own, lang, heading("plans", lang)) if own else None,
        _table(found["figures"], "figures", "figures", lang),
        _table(found["projects"], "projects", "projects", lang),
        _people(found["people"], lang),
        _table(found["events"], "events", "events", lang),
        _table(found["sectors"], "sectors", "sectors", lang),
        _table(wider, "strategies", "wider", lang),
        _links(hit, lang),
        _parts_table(_parts(library, hit), lang),
    ]


def _table(hits: Sequence[Hit], section: str, title: str, lang: Lang) -> Table | None:
    """Records of one place as a table under a title, if there are any."""
    if not hits:
        return None
    return table(hits, section, lang, heading(title, lang), without=["place"])


def _parts_table(parts: Sequence[Hit], lang: Lang) -> Table | None:
    return table(parts, "places", lang, heading("parts", lang)) if parts else None


def _people(hits: Iterable[Hit], lang: Lang) -> Fields | None:
    rows: list[tuple[Cell, tuple[Line, ...]]] = []
    for hit in hits:
        person: Person = hit.record
        posts = (Line(say(post.title, lang), paragraphs(post.evidence)) for post in person.posts)
        rows.append((say(person.name, lang), tuple(posts)))
        if person.positions:
            said = tuple(statement(position, lang) for position in person.positions)
            rows.append((heading("positions", lang), said))
    return Fields(heading("people", lang), tuple(rows)) if rows else None


def _links(hit: Hit, lang: Lang) -> Fields | None:
    rows: dict[Cell, tuple[Line, ...]] = {}
    for link in hit.record.links:
        other = place_of(hit.article, link.place)
        name = say(other.name, lang) if other else link.place
        rows[name] = (*rows.get(name, ()), statement(link, lang))
    return Fields(heading("links", lang), tuple(rows.items())) if rows else None


def _tie(hit: Hit, lang: Lang) -> Iterable[Cell]:
    for link in hit.record.links:
        other = place_of(hit.article, link.place)
        if other:
            yield _with_marks(say(other.name, lang), link.evidence)


def _marked(role: Statement, lang: Lang) -> Phrase:
    text = say(role.text, lang).remarked(implied(role.basis, lang))
    return _with_marks(text, role.evidence)


def _short(hit: Hit, lang: Lang) -> Cell:
    title = say(hit.record.title, lang)
    if hit.section == "figures":
        title = quantity(hit.record, lang).labelled(title)
    return _with_marks(title, hit.record.evidence)


def _with_marks(text: Phrase, evidence: Iterable[Evidence]) -> Phrase:
    """The words with their paragraphs behind them, for a cell that holds several."""
    proof = marks(paragraphs(evidence))
    return Phrase(*(words and f"{words}  {proof}" for words in text))
