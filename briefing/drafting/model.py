"""A draft of a model: plain data in the order of a model, made of what is found in a text.

What a person has to write stands in it as messages under ``todo``; their words are chosen where the
draft is written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.drafting.events import list_events
from briefing.drafting.figures import DraftFigure, is_article, list_figures
from briefing.drafting.finding.people import is_signed
from briefing.drafting.found import (
    FoundOrganisation,
    FoundPerson,
    FoundPlace,
    FoundProject,
    FoundSector,
    FoundTerm,
    Span,
)
from briefing.drafting.ids import Ids
from briefing.drafting.numerals import list_numerals
from briefing.drafting.pages.page import Page
from briefing.drafting.records import (
    LONGEST_COPY,
    Data,
    bilingual,
    cite,
    leave_out_empty,
    make_document,
    make_event,
    make_organisation,
    make_person,
    make_place,
    make_project,
    make_reporter,
    make_sector,
    make_term,
)
from briefing.drafting.text import LONGEST_ANCHOR, DraftText, span_of
from briefing.model.text import digest_of
from briefing.names.people import find_people
from briefing.names.quoted import find_quoted
from briefing.names.romanizing import make_id, spell_person
from briefing.problem import Message, message

_BYLINE = re.compile(
    "(?:记者|通讯员|编辑|责编|校对|审核|审校|编审|编排|终审|核稿|摄影|制作|监制|实习生)"
    "(?:员)?[：:　 ]*(?:[一-鿿]{2,4}[、　 ]+){0,4}$"
)
_HEAD, _FOOT = 5, 3
"""Of so many paragraphs at either end the time may be that of the page."""


_Spans = dict[int, list[Span]]
"""Spans by the number of their paragraph."""


class Findings(NamedTuple):
    """All that was found in a text besides its quantities."""

    places: Sequence[FoundPlace] = ()
    people: Sequence[FoundPerson] = ()
    organisations: Sequence[FoundOrganisation] = ()
    projects: Sequence[FoundProject] = ()
    sectors: Sequence[FoundSector] = ()
    terms: Sequence[FoundTerm] = ()


_WHOLE = {"省": "province", "市": "city", "县": "county", "区": "county"}
_OF_WHOLE = re.compile("(?:全|我)([省市县区])(?![域间位内])")


class _Places:
    """The places of a draft, by what names them and by where they stand."""

    def __init__(self, found: Sequence[FoundPlace], ids: Ids) -> None:
        self.ids = {one.name: ids.take("places", one.name, one.id) for one in found}
        self._at: dict[int, list[tuple[Span, str]]] = {}
        self._of_kind: dict[str, list[str]] = {}
        for one in found:
            self._of_kind.setdefault(one.kind, []).append(self.ids[one.name])
            for span in one.mentions:
                self._at.setdefault(span.paragraph, []).append((span, self.ids[one.name]))

    def around(self, text: DraftText, span: Span) -> Data:
        """Return the place that a figure is of, as far as its clause or its sentence tells it.

        In its clause it is the last place before the figure; in its sentence the only one. The
        whole county (全县) is the only county of the text, which is our conclusion.
        """
        clause, sentence = text.clause_of(span), text.sentence_of(span)
        before = [
            (one, name)
            for one, name in self._at.get(span.paragraph, ())
            if sentence.start <= one.start and one.end <= span.start
        ]
        near = [name for one, name in sorted(before) if one.start >= clause.start]
        names = list(dict.fromkeys(name for _, name in before))
        if named := near[-1:] or (names if len(names) == 1 else []):
            return {"places": named}
        whole = _OF_WHOLE.findall(text.read(sentence._replace(end=span.start)))
        of_kind = self._of_kind.get(_WHOLE[whole[-1]], []) if whole else []
        return {"places": of_kind, "inferred": ["places"]} if len(of_kind) == 1 else {}


def make_model(page: Page, text: DraftText, findings: Findings, ids: Ids, date: str) -> Data:
    """Return the plain data of a draft, with its ids from ``ids``.

    ``date`` is that of an article which tells none.
    """
    source = _source(page, text, ids, date)
    places = _Places(findings.places, ids)
    organisations = {
        one.name: ids.take("organisations", one.name) for one in findings.organisations
    }
    people = {
        one.name: ids.take("people", one.name, make_id(spell_person(one.name) or one.name))
        for one in findings.people
    }
    figures = list(list_figures(text, frozenset(page.furniture)))
    figures += list_numerals(text, [one for one in findings.terms if one.kind == "term"])
    said = [(span, people[one.name]) for one in findings.people for span in one.says]
    named = [one.mentions for one in findings.projects]
    named += [one.mentions for one in findings.organisations]
    named += [one.mentions for one in findings.terms]
    in_names = _group(span for spans in named for span in spans)
    waived = list(_waived(page, text, in_names))
    placed = {span for figure in figures for span in (figure.span, *figure.dates)}
    placed |= {one["span"] for one in waived}
    events = list(list_events(text, frozenset(placed)))
    placed |= {event.spans[0] for event in events}
    summary = _summary(page, text)
    summary["todo"] += _left_over(text, _group(placed))
    labels = {figure.fields["label"] for figure in figures}
    model: Data = {
        "schema_version": 2,
        "source": source,
        "summary": summary,
        "places": [
            make_place(one, text, places.ids, _names_of_others(one, findings.places))
            for one in findings.places
        ],
        "strategies": [
            make_document(one, text, ids) for one in findings.terms if one.kind == "document"
        ],
        "figures": list(_figures(text, figures, places, said, ids)),
        "projects": [
            make_project(one, text, ids) for one in findings.projects if one.name not in labels
        ],
        "people": [make_person(one, text, people, organisations) for one in findings.people],
        "organisations": [
            make_organisation(one, text, organisations) for one in findings.organisations
        ],
        "events": [make_event(one, text, ids) for one in events],
        "sectors": [make_sector(one, text, ids) for one in findings.sectors],
        "terms": [make_term(one, text, ids) for one in findings.terms if one.kind == "term"],
        "waived": [
            *waived,
            *_waived_terms(page, text),
            *_waived_bylines(page, text, people),
        ],
    }
    return {section: held for section, held in model.items() if held}


def _source(page: Page, text: DraftText, ids: Ids, date: str) -> Data:
    name = make_id(page.publisher or page.title or "") or "article"
    moment = page.republished.isoformat() if page.republished else None
    day = page.published or (moment or "")[:10] or date
    todo = [message("draft.todo.title")]
    source: Data = {
        "id": ids.take("source", "", "-".join(filter(None, [name[:30].strip("-"), day]))),
        "title": bilingual(page.title or text.paragraphs[0][:LONGEST_COPY]),
        "publisher": bilingual(page.publisher or "？"),
        "republisher": bilingual(page.republisher),
        "section": bilingual(page.section),
        "published": page.published or (None if moment else date),
        "republished": moment,
        "reporters": [make_reporter(one) for one in page.reporters],
        "editor": bilingual(page.editor, spell_person(page.editor or "")),
        "address": page.address,
        "text": None,
        "paragraphs": [digest_of(one) for one in text.paragraphs],
    }
    if not page.publisher:
        todo.append(message("draft.todo.publisher"))
    if not page.published and not moment:
        todo.append(message("draft.todo.date"))
    return leave_out_empty(source) | {"todo": todo}


def _summary(page: Page, text: DraftText) -> Data:
    title = page.title or text.paragraphs[0]
    number = next((at for at, one in enumerate(text.paragraphs, 1) if title in one), 1)
    start = max(0, text.paragraphs[number - 1].find(title))
    end = min(start + len(title), start + LONGEST_ANCHOR)
    span = text.cut(Span(number, start, end))
    return {
        "gist": {"zh": text.read(span)},
        "evidence": [cite(text, span)],
        "todo": [message("draft.todo.gist"), message("draft.todo.takeaways")],
    }


def _figures(
    text: DraftText,
    figures: Iterable[DraftFigure],
    places: _Places,
    said: Sequence[tuple[Span, str]],
    ids: Ids,
) -> Iterator[Data]:
    told: set[Span] = set()
    for first, *others in _same_figures(figures):
        label = first.fields["label"]
        spans = [first.span, *(one.span for one in others)]
        spans += [one for one in first.dates if one not in told]
        told.update(first.dates)
        speakers = [name for span, name in said if _holds(span, first.span)]
        found = places.around(text, first.span)
        yield leave_out_empty(
            {"id": ids.take("figures", label, make_id(label)[:32].strip("-"))}
            | first.fields
            | {
                "label": bilingual(label),
                "places": found.get("places"),
                "inferred": first.fields.get("inferred", []) + found.get("inferred", []),
                "said_by": speakers[:1],
                "evidence": [cite(text, one) for one in spans],
            }
        )


def _same_figures(figures: Iterable[DraftFigure]) -> list[list[DraftFigure]]:
    """Return the figures, those together that are the same: of a headline, or of the same label.

    The one of the body stands first, since more is told around it.
    """
    groups: dict[tuple[object, ...], list[DraftFigure]] = {}
    for one in figures:
        fields = one.fields
        same = (fields["text"], fields["value"], fields["unit"], fields.get("in_name"))
        known = groups.get((*same, ""))
        if known and (known[0].span.paragraph == 1 or known[0].fields["label"] == fields["label"]):
            known.append(one)
        else:
            groups[(*same, "" if known is None else len(groups))] = [one]
    return [sorted(held, key=lambda one: one.span.paragraph == 1) for held in groups.values()]


def _names_of_others(one: FoundPlace, places: Sequence[FoundPlace]) -> set[str]:
    """Return the names of the other places, and the aliases of those that stand before this one."""
    before = places[: places.index(one)]
    names = {other.name for other in places if other != one}
    return names | {alias for other in before for alias in other.aliases}


def _holds(span: Span, other: Span) -> bool:
    return span.paragraph == other.paragraph and span.start <= other.start < span.end


def _waived(page: Page, text: DraftText, in_names: _Spans) -> Iterator[Data]:
    """Yield a waiver for what is no fact: the page's time, its furniture, what has no number."""
    moment = page.republished.isoformat() if page.republished else ""
    days = {one for one in (page.published, moment[:10]) if one}
    for number, quantities in text.quantities.items():
        for one in quantities:
            if one.kind == "name":
                continue
            reason = None
            if number in page.furniture:
                reason = message("draft.waived.furniture")
            elif _is_outside(number, text) and one.unit == "date" and str(one.value)[:10] in days:
                reason = message("draft.waived.time")
            elif one.value is None or one.qualifier == "every":
                reason = message("draft.waived.open")
            elif is_article(one) and not _is_inside(span_of(one), in_names):
                reason = message("draft.waived.article")
            if reason:
                yield {
                    "span": span_of(one),
                    "paragraph": number,
                    "text": one.text,
                    "reason": reason,
                }


def _waived_terms(page: Page, text: DraftText) -> Iterator[Data]:
    """Yield a waiver for each quoted term in what is no part of the article."""
    for number in page.furniture:
        for one in find_quoted(text.paragraphs[number - 1]):
            reason = message("draft.waived.furniture")
            yield {"paragraph": number, "text": one.text, "reason": reason}


def _waived_bylines(page: Page, text: DraftText, people: Iterable[str]) -> Iterator[Data]:
    """Yield a waiver for each name of somebody who wrote, edited or took pictures."""
    known = {*people, *page.reporters, *(page.editor or "").split("、")}
    for number, paragraph in enumerate(text.paragraphs, 1):
        for one in find_people(paragraph):
            is_byline = _BYLINE.search(paragraph[: one.start]) or is_signed(paragraph, one)
            if one.name not in known and is_byline:
                known.add(one.name)
                reason = message("draft.waived.byline")
                yield {"paragraph": number, "text": one.name, "reason": reason}


def _is_outside(number: int, text: DraftText) -> bool:
    """Return whether a paragraph is among the first or last, which tell of the article itself."""
    return number <= _HEAD or number > len(text.paragraphs) - _FOOT


def _left_over(text: DraftText, placed: _Spans) -> Iterator[Message]:
    """Yield what is to do about each quantity that is in no record, and not waived."""
    for quantities in text.quantities.values():
        for one in quantities:
            span = span_of(one)
            if one.kind != "name" and not _is_inside(span, placed):
                yield message("draft.todo.unplaced", paragraph=span.paragraph, text=one.text)


def _group(spans: Iterable[Span]) -> _Spans:
    """Return spans by the paragraph in which they stand."""
    found: _Spans = {}
    for span in spans:
        found.setdefault(span.paragraph, []).append(span)
    return found


def _is_inside(span: Span, spans: _Spans) -> bool:
    """Return whether a span overlaps one of others."""
    return any(
        span.start < other.end and other.start < span.end for other in spans.get(span.paragraph, ())
    )
