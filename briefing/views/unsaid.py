"""What the articles name and do not explain, count and do not list, and leave open."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from briefing.document import Block, Cell, Document, Lang, Line, Phrase, Prose
from briefing.model.choices import LACKING, GapKind
from briefing.model.parts import Evidence, Part
from briefing.model.records import Figure, Project, Record, Term
from briefing.model.results import Unsaid
from briefing.shelf.claims import Claim
from briefing.shelf.counted import counts_works
from briefing.shelf.filtering import Filter, select_claims
from briefing.shelf.gaps import Gap, find_gaps
from briefing.shelf.library import Hit, Library
from briefing.shelf.ordering import make_row, order
from briefing.views.answers import (
    describe_claim,
    find_text,
    make_answer_document,
    make_answer_table,
)
from briefing.views.claims import remark_reach
from briefing.views.common import make_places_cell, make_plain
from briefing.views.screen import fit_names
from briefing.words.catalogue import fill, gap, heading, label, say
from briefing.words.values import join

_COLUMNS = ("record", "places", "paragraph", "id", "article")
_MOST_TERMS = 12
_MOST_COUNTS = 2
_ITEM = "项"
"""What Chinese counts works and measures by."""
_SOME, _NONE = ("unsaid.some", "unsaid.some-items"), ("unsaid.none", "unsaid.none-items")


class Row(NamedTuple):
    """All that is left unsaid of a record, or of a measure in it."""

    hit: Hit[Record]
    part: Part
    gaps: tuple[Gap, ...]

    @property
    def kinds(self) -> tuple[GapKind, ...]:
        """What is left unsaid of it."""
        return tuple(gap.kind for gap in self.gaps)

    @property
    def lacking(self) -> tuple[GapKind, ...]:
        """What it lacks of what is to be done: a deadline, money, an owner."""
        return tuple(kind for kind in self.kinds if kind in LACKING)

    @property
    def counted(self) -> Gap | None:
        """The gap that says how many are counted and not listed."""
        return next((gap for gap in self.gaps if gap.counted is not None), None)


def list_unsaid(library: Library, wanted: Filter, lang: Lang) -> Document:
    """Return what is left unsaid of the wanted claims, one row for each, grouped by what it is.

    The kind that is wanted is one of what is left unsaid.
    """
    claims = select_claims(library, wanted._replace(kind=None))
    found = [row for row in _rows(claims) if wanted.kind in (None, *row.kinds)]
    rows = order(found, wanted.sort, lambda row: make_row(row.hit, row.part))
    blocks = list(_blocks(library, rows, lang, short=wanted.kind is None))
    if not blocks:
        blocks = [make_answer_table(library, _COLUMNS, (), lang)]
    records = [_data(row) for row in rows]
    return make_answer_document(library, "unsaid", blocks, records, lang, Unsaid)


def sum_up(
    claims: Sequence[Claim],
    lang: Lang,
    within: Iterable[Claim] = (),
    others: Sequence[Claim] = (),
) -> list[Line]:
    """Return in a few lines what is left unsaid of some claims.

    That is what is counted and not listed, what is named and not explained, and that there is no
    money or no deadline at all, neither in them nor in the claims ``within`` the place that they
    are of, nor in the ``others`` that concern it. Terms are left out, and projects that are only
    named and counted.
    """
    own = find_gaps(claims)
    gaps = [one for one in (*own, *find_gaps(others)) if not isinstance(one.part, Term)]
    # What stands below its figure is named and counted there, which leaves room to name it.
    counted = [one for one in gaps if one.kind == "unlisted" and not _is_shown(one)]
    named = [one for one in gaps if one.kind == "unexplained" and not isinstance(one.part, Project)]
    parts: list[Any] = [one.part for one in (*claims, *within, *others)]
    answered = {
        "no_money": any(getattr(one, "kind", None) == "money" for one in parts),
        "no_date": any(getattr(one, "due", None) for one in parts),
    }
    kinds = {one.kind for one in own}
    all_lack = [kind for kind, is_said in answered.items() if kind in kinds and not is_said]
    lines = []
    if counted:
        told = counted[:_MOST_COUNTS]
        said = [_counted(one, lang).labelled(_counted_thing(one, lang)) for one in told]
        if more := len(counted) - len(told):
            said.append(fill("remark.more-items", lang, n=Phrase(str(more))))
        lines.append(Line(join(said, "；", "; "), _proofs(counted)))
    if named:
        names = fit_names([say(find_text(one.part), lang) for one in named], lang, "more-items")
        lines.append(Line(names.labelled(label("only_named", lang)), _proofs(named)))
    if all_lack:
        lines.append(Line(label("_or_".join(all_lack) + "_at_all", lang)))
    return lines


def _proofs(gaps: Iterable[Gap]) -> tuple[Evidence, ...]:
    return tuple(proof for one in gaps for proof in one.hit.record.evidence)


def _is_shown(counted: Gap) -> bool:
    """Return whether a figure counts projects that are only listed, which stand below it."""
    article, name = counted.hit.article, counted.hit.record.id
    return any(one.status == "listed" and name in one.about for one in article.of(Project))


def _counted_thing(counted: Gap, lang: Lang) -> Phrase:
    """Return what a figure counts: what alone has it in its name, or else the figure itself."""
    record: Any = counted.hit.record
    article = counted.hit.article
    if record.in_name and record.about:
        counts = [one for one in article.of(Figure) if one.in_name and record.about[0] in one.about]
        if len(counts) == 1:
            return say(article.by_id[record.about[0]].title, lang)
    return say(record.title, lang)


def _counted(counted: Gap, lang: Lang) -> Phrase:
    """Return how many of the things counted are named."""
    numbers = {"counted": counted.counted or 0, "listed": counted.listed or 0}
    shown = {name: Phrase(f"{number:,}") for name, number in numbers.items()}
    record: Any = counted.hit.record
    are_items = record.unit == _ITEM or counts_works(record)
    keys = _SOME if counted.listed else _NONE
    return fill(keys[are_items], lang, **shown)


def _rows(claims: Iterable[Claim]) -> list[Row]:
    """Return one row for each claim of which something is unsaid, in the order of the claims."""
    found: dict[tuple[int, int], list[Gap]] = {}
    for one in find_gaps(claims):
        found.setdefault((id(one.hit.record), id(one.part)), []).append(one)
    return [Row(gaps[0].hit, gaps[0].part, tuple(gaps)) for gaps in found.values()]


def _blocks(library: Library, rows: Sequence[Row], lang: Lang, short: bool) -> Iterator[Block]:
    """Yield a table for each group: what is lacking, what is counted, what is only named."""
    todo = [row for row in rows if row.lacking and not row.counted]
    sets = sorted({row.lacking for row in todo}, key=lambda one: (-len(one), one))
    for lacking in sets:
        held = [row for row in todo if row.lacking == lacking]
        zh, en = _lacking(lacking, lang)
        yield _table(library, held, Phrase(zh, en and en[:1].upper() + en[1:]), lang)
    if counted := [row for row in rows if row.counted]:
        columns = ("record", "named", *_COLUMNS[1:])
        cells = (_cells(row, lang, _named(row, lang)) for row in counted)
        yield make_answer_table(library, columns, cells, lang, gap("unlisted", lang))
    named = [row for row in rows if "unexplained" in row.kinds]
    if things := [row for row in named if not isinstance(row.part, Term)]:
        yield _table(library, things, gap("unexplained", lang), lang)
    terms = [row for row in named if isinstance(row.part, Term)]
    if terms and short:
        yield _terms(terms, lang)
    elif terms:
        yield _table(library, terms, heading("unexplained_terms", lang), lang)


def _table(library: Library, rows: Iterable[Row], title: Phrase, lang: Lang) -> Block:
    return make_answer_table(library, _COLUMNS, (_cells(row, lang) for row in rows), lang, title)


def _cells(row: Row, lang: Lang, named: Cell | None = None) -> Iterator[Cell]:
    part: Any = row.part
    remark = remark_reach(part, lang)
    if isinstance(part, Project):
        remark = label(part.status, lang) if part.status not in ("unstated", "listed") else None
    yield say(find_text(part), lang).remarked(remark)
    if named is not None:
        yield named
    yield make_places_cell(row.hit, lang)
    yield Line("", part.evidence)
    yield row.hit.record.id
    yield row.hit.article.source.id


def _named(row: Row, lang: Lang) -> Phrase:
    """Return how many of the things counted are named, and what else is unsaid of them."""
    assert row.counted
    said = _counted(row.counted, lang)
    return join([said, _lacking(row.lacking, lang)], "；", "; ") if row.lacking else said


def _lacking(lacking: Sequence[GapKind], lang: Lang) -> Phrase:
    """Return the words for what is lacking, as *no deadline, money or owner*."""
    *others, last = (fill(f"lacking.{kind}", lang) for kind in lacking)
    what = last
    if others:
        what = fill("unsaid.or", lang, first=join(others, "、", ", "), last=last)
    return fill("unsaid.lacking", lang, what=what)


def _terms(rows: Sequence[Row], lang: Lang) -> Prose:
    """Return the terms in one line, of which only the first are named where there are many."""
    names = [say(find_text(row.part), lang) for row in rows[:_MOST_TERMS]]
    shown = join(names, "、", "; ")
    if more := len(rows) - len(names):
        shown = fill("unsaid.more-terms", lang, names=shown, more=Phrase(str(more)))
    return Prose(shown, title=heading("unexplained_terms", lang))


def _data(row: Row) -> dict[str, Any]:
    counted = row.counted.counted if row.counted else None
    listed = row.counted.listed if row.counted else None
    fields = describe_claim(row.hit, row.part)
    return make_plain(Unsaid(**fields, kinds=row.kinds, counted=counted, listed=listed))
