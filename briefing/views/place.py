"""Places: the list, and one place's profile."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from briefing import document as doc
from briefing.model.choices import PlaceKind
from briefing.model.records import Person, Place, Record
from briefing.model.sections import SECTIONS
from briefing.shelf.filtering import leave_out_names
from briefing.shelf.library import Hit, Library, keep_kind, list_ties_of
from briefing.shelf.references import list_parts_of
from briefing.views.belonging import split_own
from briefing.views.brief import list_next_commands, tell_briefly
from briefing.views.claims import tell_statement
from briefing.views.common import make_data, make_document, make_heading, make_plain
from briefing.views.lists import list_records, make_table
from briefing.views.screen import LINES
from briefing.views.strategies import make_tree
from briefing.words.catalogue import heading, label, say
from briefing.words.posts import say_post

CITIES: tuple[PlaceKind, ...] = ("city",)
AREAS: tuple[PlaceKind, ...] = tuple(kind for kind in get_args(PlaceKind) if kind not in CITIES)


def list_places(library: Library, kinds: Sequence[PlaceKind], lang: doc.Lang) -> doc.Document:
    """Return the places of some kinds, each with its headline role."""
    hits = [hit for hit in library.of(Place) if hit.record.kind in kinds]
    without = ["kind"] if len(kinds) == 1 else []
    name = heading("cities" if kinds == CITIES else "zones", lang)
    return list_records(library, "places", hits, lang, without)._replace(name=name)


def profile(
    library: Library,
    hits: Sequence[Hit[Place]],
    lang: doc.Lang,
    full: bool = False,
    whole_below: bool = False,
    lines: int = LINES,
) -> doc.Document:
    """Return what the articles say of a place; ``hits`` has it once for each of them.

    It is what fits some ``lines``, those of one screen, or all where it is to be ``full``, or first
    the one and then the other. What each of several articles says stands under its title.
    """
    blocks: list[doc.Block | None] = []
    for hit in hits:
        blocks += [make_heading(hit.article, lang) if len(hits) > 1 else None]
        if not full:
            blocks.append(tell_briefly(library, hit, lang, len(hits), lines))
        if full or whole_below:
            blocks += _profile(library, hit, lang, whole_below)
    if not full:
        blocks.append(list_next_commands(hits[:1], lang))
    return make_document(
        [hit.article for hit in hits],
        blocks,
        [tell_whole(library, hit) for hit in hits],
        lang,
        title=say(hits[0].record.name, lang),
        subtitle=_subtitle(hits[0], lang),
    )._replace(is_screen=len(hits) == 1 and not full and not whole_below)


def _parts(place: Hit[Place]) -> list[Hit[Place]]:
    """Return the places that lie directly in a place."""
    return keep_kind(list_parts_of(place), Place)


def tell_whole(library: Library, place: Hit[Place]) -> dict[str, Any]:
    """Return all that one article says of a place, for programs."""
    fields = make_data(place)
    whole: dict[str, Any] = {"article": fields["article"], "place": fields}
    concerning = library.concerning(place)
    for section in SECTIONS.values():
        if section.concerns_places:
            hits = leave_out_names(concerning.get(section.name, ()))
            whole[section.name] = [make_data(hit) for hit in hits]
    whole["parts"] = [make_data(part) for part in _parts(place)]
    whole["ties"] = [{**make_plain(tie), "place": other.id} for other, tie in list_ties_of(place)]
    return whole


_LIKE_PROVINCES = {
    "autonomous_region": ("内蒙古", "广西", "西藏", "宁夏", "新疆"),
    "municipality": ("北京", "天津", "上海", "重庆"),
    "special_region": ("香港", "澳门"),
}
"""What divisions of the first level are that are no provinces, by how their names begin."""


def _say_kind(place: Place, lang: doc.Lang) -> doc.Phrase:
    """Return what kind of place a place is; of provinces, whether it is one by name."""
    kinds = _LIKE_PROVINCES.items() if place.kind == "province" else ()
    named = (kind for kind, names in kinds if place.name.zh.startswith(names))
    return label(next(named, place.kind), lang)


def _subtitle(place: Hit[Place], lang: doc.Lang) -> doc.Phrase:
    kind = _say_kind(place.record, lang)
    whole = place.article.place(place.record.part_of)
    if not whole:
        return kind
    name = say(whole.name, lang)
    return doc.Phrase(
        f"{kind.zh} · 属{name.zh}" if name.zh and kind.zh else kind.zh,
        f"{kind.en} in {name.en}" if name.en and kind.en else kind.en,
    )


def _profile(
    library: Library, hit: Hit[Place], lang: doc.Lang, has_room: bool
) -> list[doc.Block | None]:
    place = hit.record
    found = library.concerning(hit)
    own, wider = split_own(found.get("strategies", []), hit)
    roles = tuple(tell_statement(hit.article, role, lang) for role in place.roles)
    blocks: list[doc.Block | None] = [
        doc.Items(heading("roles", lang), roles) if roles else None,
        doc.Prose(say(place.note, lang).labelled(heading("note", lang))) if place.note else None,
        make_tree(own, lang, heading("plans", lang)) if own else None,
    ]
    for section in SECTIONS.values():
        if section.in_profile and section.name != "strategies":
            hits = leave_out_names(found.get(section.name, []))
            people = section.holds is Person
            blocks.append(
                _people(hits, lang) if people else _table(hits, section.name, lang, has_room)
            )
    parts, title = _parts(hit), heading("parts", lang)
    return [
        *blocks,
        _table(wider, "strategies", lang, has_room, title="wider"),
        _links(hit, lang),
        make_table(parts, "places", lang, title, has_room=has_room) if parts else None,
    ]


def _table(
    hits: Sequence[Hit[Record]],
    section: str,
    lang: doc.Lang,
    has_room: bool,
    title: str | None = None,
) -> doc.Table | None:
    """Return records of one place as a table under a title, if there are any."""
    if not hits:
        return None
    named = heading(title or section, lang)
    return make_table(hits, section, lang, named, without=["places"], has_room=has_room)


def _people(hits: Iterable[Hit[Record]], lang: doc.Lang) -> doc.Fields | None:
    rows: list[tuple[doc.Cell, tuple[doc.Line, ...]]] = []
    for hit in keep_kind(hits, Person):
        person = hit.record
        posts = (
            doc.Line(say_post(hit.article, post, lang), post.evidence) for post in person.posts
        )
        rows.append((say(person.name, lang), tuple(posts)))
        if person.positions:
            positions = person.positions
            said = tuple(tell_statement(hit.article, one, lang, beside=person) for one in positions)
            rows.append((heading("positions", lang), said))
    return doc.Fields(heading("people", lang), tuple(rows)) if rows else None


def _links(hit: Hit[Place], lang: doc.Lang) -> doc.Fields | None:
    found: dict[doc.Cell, list[doc.Line]] = {}
    for other, tie in list_ties_of(hit):
        found.setdefault(say(other.name, lang), []).append(tell_statement(hit.article, tie, lang))
    rows = tuple((name, tuple(lines)) for name, lines in found.items())
    return doc.Fields(heading("links", lang), rows) if rows else None
