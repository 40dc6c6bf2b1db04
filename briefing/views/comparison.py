"""Places side by side: what differs, a few things of each kind, and how much is the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing import document as doc
from briefing.model.parts import Evidence, Statement
from briefing.model.records import Figure, Place, Project, Record, Strategy
from briefing.model.sections import SECTIONS
from briefing.shelf.filtering import leave_out_names
from briefing.shelf.library import Hit, Library, keep_kind, list_ties_of
from briefing.views.belonging import split_own
from briefing.views.brief import list_next_commands
from briefing.views.claims import join_remarks, remark_reach, remark_standing
from briefing.views.common import make_document, name_articles
from briefing.views.place import tell_whole
from briefing.words.catalogue import fill, heading, label, say
from briefing.words.values import join, quantity

_MOST = 4
"""What is told of a place in a row, unless all is wanted; the rest is counted."""

Entries = dict[str, list[doc.Line]]
"""What is said of a place, by the row of a comparison that it stands in."""


def compare(
    library: Library, places: Sequence[Sequence[Hit[Place]]], lang: doc.Lang, full: bool = False
) -> doc.Document:
    """Return places side by side: a column each, a row for each thing that is said of them.

    A place is given once for each article that has it. Where there are several articles, the first
    row names those of each place, and what is said of a place in several says in which one. Unless
    it is to be ``full``, what is the same for all is told once below, and what stands inside
    something else or is more than a few is counted.
    """
    names = name_articles(library, lang)
    columns = [_column(library, hits, names, lang, full) for hits in places]
    rows: list[tuple[doc.Cell, ...]] = []
    if names:
        of_each = (tuple(names[hit.article.source.id] for hit in hits) for hits in places)
        rows.append((heading("article", lang), *of_each))
    same: list[doc.Line] = []
    for key in columns[0]:
        cells = [column[key] for column in columns]
        if not full:
            shared = set.intersection(*({line.text for line in cell} for cell in cells))
            if shared:
                alike = [line for line in cells[0] if line.text in shared]
                proofs = [one for cell in cells for one in cell if one.text in shared]
                same.append(_name_all(alike, proofs, heading(key, lang), lang))
            cells = [
                _cut([line for line in cell if line.text not in shared], lang) for cell in cells
            ]
        if key == "roles" or any(cells):
            rows.append((heading(key, lang), *map(tuple, cells)))
    called = [say(hits[0].record.name, lang) for hits in places]
    headings = (doc.Column(name, "text") for name in called)
    every = [hit for hits in places for hit in hits]
    table = doc.Table((doc.Column(doc.Phrase(), "name"), *headings), tuple(rows), side_by_side=True)
    return make_document(
        [hit.article for hit in every],
        [
            table,
            doc.Items(heading("same_for_all", lang), tuple(same)) if same else None,
            None if full else list_next_commands([hits[0] for hits in places], lang),
        ],
        [tell_whole(library, hit) for hit in every],
        lang,
    )._replace(name=join(called, "、", ", ").followed(heading("compared", lang)))


def _column(
    library: Library,
    hits: Sequence[Hit[Place]],
    names: dict[str, doc.Phrase],
    lang: doc.Lang,
    full: bool,
) -> Entries:
    """Return what all articles say of a place."""
    found: Entries = {}
    for hit in hits:
        for key, lines in _entries(library, hit, lang, full).items():
            article = names[hit.article.source.id] if names and len(hits) > 1 else None
            told = [line._replace(remark=article) for line in lines] if article else lines
            found.setdefault(key, []).extend(told)
    return found


def _cut(lines: list[doc.Line], lang: doc.Lang) -> list[doc.Line]:
    """Return a few of the lines, and how many more there are."""
    if len(lines) <= _MOST + 1:  # the count takes a line as well
        return lines
    more = fill("remark.more", lang, n=doc.Phrase(str(len(lines) - _MOST)))
    return [*lines[:_MOST], doc.Line(more)]


def _name_all(
    lines: list[doc.Line], proofs: Iterable[doc.Line], label: doc.Phrase, lang: doc.Lang
) -> doc.Line:
    """Return in one line a few of some lines, how many more there are, and where all stand."""
    named = join([line.text for line in _cut(lines, lang)], "；", "; ")  # type: ignore[misc]
    evidence = tuple(proof for line in proofs for proof in line.evidence)
    return doc.Line(named.labelled(label), evidence)


def _entries(library: Library, place: Hit[Place], lang: doc.Lang, full: bool) -> Entries:
    """Return what one article says of a place."""
    found = library.concerning(place)
    rows = {"roles": [_with_remark(place, role, lang) for role in place.record.roles]}
    for section in SECTIONS.values():
        if section.concerns_places:
            hits = leave_out_names(found.get(section.name, []))
            parts = {section.name: hits}
            if section.name == "strategies":
                parts = dict(zip(("plans", "wider"), split_own(hits, place), strict=True))
            rows |= {key: _tell_all(held, lang, full) for key, held in parts.items()}
    return {**rows, "links": list(_ties(place, lang))}


def _tell_all(hits: Sequence[Hit[Record]], lang: doc.Lang, full: bool) -> list[doc.Line]:
    """Return a line for each record; a strategy in another is counted there, or told if full."""
    if full:
        return [_short(hit, lang) for hit in hits]
    strategies = {hit.record.id: hit.record for hit in keep_kind(hits, Strategy)}
    top: dict[str, str] = {}  # the strategy that each stands in, or itself
    for name in strategies:
        path = [name]
        while path[-1] not in top and (whole := strategies[path[-1]].part_of) in strategies:
            path.append(whole)
        top |= dict.fromkeys(path, top.get(path[-1], path[-1]))
    held = Counter(top.values())
    return [
        _short(hit, lang, held[hit.record.id] - 1 if hit.record.id in held else 0)
        for hit in hits
        if not isinstance(hit.record, Strategy) or hit.record.part_of not in strategies
    ]


def _ties(hit: Hit[Place], lang: doc.Lang) -> Iterable[doc.Line]:
    ties: dict[str, list[Evidence]] = {}
    for other, tie in list_ties_of(hit):
        ties.setdefault(other.id, []).extend(tie.evidence)
    for name, evidence in ties.items():
        yield doc.Line(say(hit.article.by_id[name].title, lang), tuple(evidence))


def _with_remark(hit: Hit[Place], role: Statement, lang: doc.Lang) -> doc.Line:
    text = say(role.text, lang).remarked(remark_standing(hit.article, role, lang))
    return doc.Line(text, role.evidence)


def _short(hit: Hit[Record], lang: doc.Lang, inside: int = 0) -> doc.Line:
    """Return what a record is called, how far it has come, and how many more it has inside."""
    record = hit.record
    title = say(record.title, lang)
    remark = remark_reach(record, lang)
    if inside:
        remark = join_remarks((remark, fill("remark.inside", lang, n=doc.Phrase(str(inside)))))
    if isinstance(record, Figure):
        title = quantity(record, lang).labelled(title)
        remark = remark_standing(hit.article, record, lang)
    elif isinstance(record, Project):
        standing = remark_standing(hit.article, record, lang)
        remark = join_remarks((label(record.status, lang), standing))
    return doc.Line(title.remarked(remark), record.evidence)
