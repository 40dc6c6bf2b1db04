"""What several claims tell alike, of which a list for people tells one.

An article says in one clause that work on a bridge began, what it is to cost and when it is to be
finished, and a model has an event, a project and a figure of it. A list of what happened, or of
what is to be done, would have it three times.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

from briefing.document import Cell, Lang, Line, Phrase
from briefing.model.parts import Measure, Part
from briefing.model.records import Event, Figure, Project, Record
from briefing.shelf.claims import Claim
from briefing.shelf.library import Hit
from briefing.shelf.owners import find_actors
from briefing.views.answers import find_text, say_claim
from briefing.views.claims import join_remarks, remark_reach
from briefing.views.common import make_places_cell
from briefing.views.wordings import Wordings
from briefing.words.catalogue import fill

_MOST = 3
"""Of more projects than these an event does not tell: each of them has its own line."""
_NUMBER = re.compile("[0-9〇零一二两三四五六七八九十百千万亿].*")


class _Row(Protocol):
    """A row of a list: a claim, and the record that it is or stands in."""

    @property
    def hit(self) -> Hit[Record]: ...

    @property
    def part(self) -> Part: ...


R = TypeVar("R", bound=_Row)


class Folded(NamedTuple, Generic[R]):
    """A row that is told, and those that it tells as well."""

    row: R
    others: Sequence[R] = ()


def fold(rows: Sequence[R]) -> list[Folded[R]]:
    """Return the rows of a list, each with those that it tells as well.

    A figure is told by a measure that states it, or else by its project, unless it is of several; a
    project by the event of its day that is about it, or else by a measure that speaks of nothing
    else.
    """
    by_id = _group(rows, lambda row: [row.hit.key])
    measures = _group(
        [one for one in rows if isinstance(one.part, Measure)],
        _find_paragraphs,
    )
    events = _group([one for one in rows if isinstance(one.part, Event)], lambda row: [_when(row)])
    hosts: dict[int, R] = {}
    for row in rows:
        beside = _list_linked(row, by_id)
        if isinstance(row.part, Figure):
            near = [one for place in _find_paragraphs(row) for one in measures.get(place, ())]
            found = _first(near, row, _states)
            projects = [one for one in beside if isinstance(one.part, Project)]
            if found is None and len(projects) == 1 and _agree(projects[0], row):
                found = projects[0]
        elif isinstance(row.part, Project):
            on_day = [*beside, *events.get(_when(row), ())]
            found = _first(on_day, row, _is_start_of) or _first(beside, row, _is_only_about)
        else:
            continue
        if found is not None:
            hosts[id(row)] = found
    return _gather(rows, hosts)


def _gather(rows: Sequence[R], hosts: dict[int, R]) -> list[Folded[R]]:
    """Return the rows that have no host, each with all whose host it is.

    What a project tells of a figure, an event tells in its place.
    """
    projects = _group(
        [one for one in rows if isinstance(one.part, Project) and id(one) in hosts],
        lambda row: [id(hosts[id(row)])],
    )
    for several in projects.values():
        if len(several) > _MOST:
            for one in several:
                del hosts[id(one)]

    def find_root(row: R) -> R:
        return find_root(hosts[id(row)]) if id(row) in hosts else row

    held = _group([one for one in rows if id(one) in hosts], lambda row: [id(find_root(row))])
    return [Folded(one, held.get(id(one), ())) for one in rows if id(one) not in hosts]


def _group(rows: Iterable[R], keys_of: Any) -> dict[Any, list[R]]:
    found: dict[Any, list[R]] = defaultdict(list)
    for row in rows:
        for key in dict.fromkeys(keys_of(row)):
            found[key].append(row)
    return found


def _first(hosts: Iterable[R], row: R, tells: Any) -> R | None:
    """Return the first row that tells another one and agrees with it in all that a list shows."""
    return next((one for one in hosts if tells(one, row) and _agree(one, row)), None)


def _find_paragraphs(row: _Row) -> list[tuple[str, int]]:
    """Return the paragraphs of an article that a claim rests on."""
    return [(row.hit.key[0], proof.paragraph) for proof in cast(Any, row.part).evidence]


def _list_linked(row: R, by_id: dict[Any, list[R]]) -> list[R]:
    """Return the rows of the records that a record is about."""
    about = getattr(row.hit.record, "about", ())
    return [one for name in about for one in by_id.get((row.hit.key[0], name), ())]


def _states(host: R, row: R) -> bool:
    """Return whether a measure has a figure's number, and rests on the same words."""
    part: Any = host.part
    figure: Any = row.part
    return (
        isinstance(part, Measure)
        and _has_number(part.text.zh, figure.text)
        and any(map(Wordings(part.evidence).share, figure.evidence))
    )


def _is_start_of(host: R, row: R) -> bool:
    """Return whether an event is that a project has come as far as it has, on the day it did."""
    event: Any = host.part
    project: Any = row.part
    if not isinstance(event, Event) or event.date != project.date:
        return False
    return (
        project.id in event.about
        or event.id in project.about
        or any(name in event.name.zh for name in _names_of(project))
    )


def _is_only_about(host: R, row: R) -> bool:
    """Return whether a measure speaks of nothing but a project."""
    own = Wordings(cast(Any, row.part).evidence)
    return isinstance(host.part, Measure) and all(map(own.share, host.part.evidence))


def _agree(host: R, row: R) -> bool:
    """Return whether two rows have one voice, time, stage and actor, and the same places."""
    one, other = cast(Any, host.part), cast(Any, row.part)
    if host.hit.article is not row.hit.article or _basis(one) != _basis(other):
        return False
    if (getattr(one, "said_by", None) or ()) != (getattr(other, "said_by", None) or ()):
        return False
    places = set(_places(host))
    if places and not places.issuperset(_places(row)):
        return False
    if isinstance(host, Claim) and isinstance(row, Claim):
        actors = find_actors(row).ids
        return (
            one.stage == other.stage
            and other.due in (None, one.due)
            and (not actors or actors == find_actors(host).ids)
        )
    return _when(host) == _when(row)


def _basis(part: Any) -> str:
    return getattr(part, "basis", "stated")


def _when(row: Any) -> tuple[Any, ...]:
    """Return the time at which a row stands in a timeline, and in which article."""
    return row.hit.key[0], getattr(row, "when", None), getattr(row, "due", None)


def _places(row: _Row) -> tuple[str, ...]:
    return getattr(row.hit.record, "places", ())


def _names_of(project: Project) -> list[str]:
    """Return the Chinese names of a project."""
    return [project.name.zh, *(one for one in getattr(project, "aliases", ()) if not one.isascii())]


def _has_number(text: str, figure: str) -> bool:
    """Return whether a text has the number of a figure, which is not the end of a greater one."""
    number = _NUMBER.search(figure)
    if number is None:
        return False
    at = text.find(number[0])
    return at >= 0 and not _NUMBER.match(text[at - 1 : at])


def say_others(folded: Folded[Any], lang: Lang) -> Phrase | None:
    """Return the remark on what a row tells as well: figures in words, and projects by their ids.

    A figure of which the row has the number already needs no words.
    """
    told, named = [], []
    text = find_text(folded.row.part).zh
    for row in folded.others:
        if isinstance(row.part, Project):
            named.append(row.part.id)
        elif not _has_number(text, row.part.text):
            is_at = getattr(folded.row.part, "stage", None) == row.part.stage
            told.append(
                say_claim(row.part, lang).remarked(None if is_at else remark_reach(row.part, lang))
            )
    if named:
        told.append(fill("remark.see", lang, what=Phrase(", ".join(named))))
    return join_remarks(told)


def list_evidence(folded: Folded[Any]) -> Line:
    """Return the paragraphs that a row rests on, with those of what it tells as well."""
    rows = (folded.row, *folded.others)
    return Line("", tuple(proof for one in rows for proof in one.part.evidence))


def say_places(folded: Folded[Any], lang: Lang) -> Cell:
    """Return the places of a row, or those of the first that it tells as well and that has any."""
    for one in (folded.row, *folded.others):
        if cell := make_places_cell(one.hit, lang):
            return cell
    return ""
