"""A draft of a model: plain data in the order of a model, made of what is found in a text.

What a person has to write stands in it as messages under ``todo``; their words are chosen where the
draft is written.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.drafting.around import Places
from briefing.drafting.bounds import count_figures
from briefing.drafting.ends import join_ends
from briefing.drafting.events import list_events
from briefing.drafting.figures import DraftFigure, list_figures
from briefing.drafting.finding.meetings import SPEAKS
from briefing.drafting.finding.speech import find_statements
from briefing.drafting.found import (
    Findings,
    FoundOrganisation,
    Span,
    Spans,
)
from briefing.drafting.ids import Ids, make_short_id
from briefing.drafting.meetings import add_meetings
from briefing.drafting.numerals import find_numbered, list_numerals, mark_in_names
from briefing.drafting.pages.page import Page
from briefing.drafting.projects import list_projects
from briefing.drafting.records import (
    Data,
    bilingual,
    cite,
    leave_out_empty,
    leave_out_repeats,
    make_document,
    make_event,
    make_organisation,
    make_person,
    make_place,
    make_project,
    make_reporter,
    make_sector,
    make_term,
    take_event_id,
)
from briefing.drafting.same import find_headlines, join_same_events, join_same_figures
from briefing.drafting.sharing import share_labels
from briefing.drafting.speakers import Speakers
from briefing.drafting.subjects import Subjects
from briefing.drafting.text import LONGEST_ANCHOR, DraftText
from briefing.drafting.unread import list_left_over, list_unrecorded
from briefing.drafting.waivers import (
    leave_out_held,
    list_waivers,
    waive_bylines,
    waive_dates,
    waive_terms,
    waive_today,
)
from briefing.model.periods import NO_DATE, is_no_date
from briefing.model.text import digest_of
from briefing.names.romanizing import make_id, spell_person
from briefing.problem import message

_COLUMN = re.compile("^【([^【】]{2,20})】")
_GIST_END = re.compile("[，。；：！？,;:!?\\s]|—+|…+")
_SHORTEST_GIST = 5
_BEGINNING = 12
"""So many characters tell one text without a title from others."""
_SPEEDS = ("时速", "车速", "风速", "航速")
"""The ends of labels of what is of something that moves, and of no place."""


def make_model(page: Page, text: DraftText, findings: Findings, ids: Ids, date: str | None) -> Data:
    """Return the plain data of a draft, with its ids from ``ids``.

    ``date`` is what a person knows to be that of an article which tells none.
    """
    source = _source(page, text, ids, date)
    places = Places(text, findings.places, ids, _names_apart(findings.organisations))
    organisations = {
        one.name: ids.take("organisations", one.name) for one in findings.organisations
    }
    people = {
        one.name: ids.take("people", one.name, make_id(spell_person(one.name) or one.name))
        for one in findings.people
    }
    names = [span for one in findings.organisations for span in one.mentions]
    names += [span for one in findings.terms for span in one.mentions]
    posts = [post for one in findings.people for post in one.posts]
    names += [one.span for one in posts if "第" in one.title]  # 第一副组长
    names += find_numbered(text)
    drafted = count_figures(list_figures(text, frozenset(page.furniture)))
    drafted = share_labels(text, join_ends(text, drafted))
    figures = list(mark_in_names(text, drafted, names))
    figures += list_numerals(text, [one for one in findings.terms if one.kind == "term"])
    documents = [one for one in findings.terms if one.kind == "document"]
    strategies = {
        one.name: ids.take("strategies", one.name, make_short_id(one.name)) for one in documents
    }
    placed = {span for figure in figures for span in (figure.span, *figure.dates)}
    waived = list(list_waivers(page, text, Spans(placed)))
    placed |= {one["span"] for one in waived}
    labels = {figure.fields["label"] for figure in figures}
    known = [one for one in findings.projects if one.told or one.name not in labels]
    projects = list(list_projects(text, known))
    placed |= {span for one in projects for span in one.dates}
    works = [span for one in projects for span in one.found.mentions]
    in_names = Spans(works)
    subjects = Subjects(works, _names_apart(findings.organisations))
    events = join_same_events(list_events(text, frozenset(placed), subjects))
    events, speaking = add_meetings(events, findings.meetings)
    event_ids = {at: take_event_id(events[at], ids) for at, _ in speaking}
    stated = find_statements(
        text.paragraphs, {one.name: one.mentions for one in findings.organisations}
    )
    said = Speakers(
        [(span, people[one.name]) for one in findings.people for span in one.says]
        + [(span, strategies[one.name]) for one in documents for span in one.says]
        + [(span, organisations[name]) for name, spans in stated.items() for span in spans]
        + [(span, event_ids[at]) for at, spans in speaking for span in spans]
    )
    placed |= {span for event in events for span in event.spans}
    named = [span for event in events for span in event.spans]
    named += [one.mentions[0] for one in findings.organisations]
    named += [span for one in findings.terms if one.kind == "term" for span in one.mentions]
    waived = leave_out_held(waived, named)
    waived += waive_today(page, text, Spans(placed))
    waived += waive_dates(text, Spans([*placed, *(one["span"] for one in waived)]))
    placed |= {one["span"] for one in waived}
    summary = _summary(page, text)
    summary["todo"] += list_left_over(text, Spans(placed))
    summary["todo"] += list_unrecorded(
        page, findings, [span for one in events for span in one.spans]
    )
    model: Data = {
        "schema_version": 2,
        "source": source,
        "summary": summary,
        "places": [make_place(one, text, places.ids) for one in findings.places],
        "strategies": [make_document(one, text, strategies[one.name]) for one in documents],
        "figures": list(_figures(text, figures, places, said, ids)),
        "projects": [
            make_project(
                one,
                text,
                places.of_name(one.found.mentions[0], in_names),
                said.at(one.found.mentions[0]),
                ids,
            )
            for one in projects
        ],
        "people": [make_person(one, text, people, organisations) for one in findings.people],
        "organisations": [
            make_organisation(one, text, organisations) for one in findings.organisations
        ],
        "events": [
            make_event(one, text, event_ids.get(at) or take_event_id(one, ids))
            for at, one in enumerate(events)
        ],
        "sectors": [make_sector(one, text, ids) for one in findings.sectors],
        "terms": [make_term(one, text, ids) for one in findings.terms if one.kind == "term"],
        "waived": leave_out_repeats(
            [*waived, *waive_terms(page, text), *waive_bylines(page, text, people)]
        ),
    }
    return {section: held for section, held in model.items() if held}


def _names_apart(organisations: Iterable[FoundOrganisation]) -> Iterator[Span]:
    """Yield where bodies are named that are no offices of the place in their names."""
    for one in organisations:
        if one.kind not in ("government", "party"):
            yield from one.mentions


def _id_of(page: Page, text: DraftText, day: str | None) -> str:
    """Return an id for an article: its paper or title and its day, or both where no day is told."""
    about = page.title or text.paragraphs[0][:_BEGINNING]
    names = [page.publisher or about, *([] if day or not page.publisher else [about])]
    spelt = [make_id(one)[:30].strip("-") for one in names]
    return "-".join(filter(None, [*spelt, day])) or "article"


def _source(page: Page, text: DraftText, ids: Ids, date: str | None) -> Data:
    moment = page.republished.isoformat() if page.republished else None
    own = page.published or (moment or "")[:10]
    day = own or date
    todo = [message("draft.todo.title")]
    source: Data = {
        "id": ids.take("source", "", _id_of(page, text, day)),
        "title": bilingual(page.title or "？"),
        "publisher": bilingual(page.publisher or "？"),
        "republisher": bilingual(page.republisher),
        "section": bilingual(page.section or _find_column(page.title or "")),
        "published": page.published or (None if moment else date or NO_DATE),
        "republished": moment,
        "reporters": [make_reporter(one) for one in page.reporters],
        "editor": bilingual(page.editor, spell_person(page.editor or "")),
        "address": page.address,
        "text": None,
        "paragraphs": [digest_of(one) for one in text.paragraphs],
        "inferred": ["published"] if date and not own else [],
    }
    if not page.publisher:
        todo.append(message("draft.todo.publisher"))
    if not day or is_no_date(day):
        todo.append(message("draft.todo.date"))
    return leave_out_empty(source) | {"todo": todo}


def _find_column(title: str) -> str | None:
    """Return the column that stands before a headline in brackets: 【新春走基层】."""
    found = _COLUMN.match(title)
    return found[1] if found else None


def _summary(page: Page, text: DraftText) -> Data:
    title = _COLUMN.sub("", page.title or text.paragraphs[0])
    number = next((at for at, one in enumerate(text.paragraphs, 1) if title in one), 1)
    start = max(0, text.paragraphs[number - 1].find(title))
    length = _length_of_gist(title) if page.title else 0
    span = text.cut(Span(number, start, start + (length or min(len(title), LONGEST_ANCHOR))))
    return {
        "gist": {"zh": text.read(span).strip()} if length else message("draft.gist"),
        "evidence": [cite(text, one) for one in _find_again(text, span)],
        "todo": [message("draft.todo.gist"), message("draft.todo.takeaways")],
    }


def _find_again(text: DraftText, span: Span) -> Iterator[Span]:
    """Yield a span in each paragraph that is the same, as the headline is that a page repeats."""
    whole = text.paragraphs[span.paragraph - 1]
    for number, paragraph in enumerate(text.paragraphs, 1):
        if paragraph == whole:
            yield span._replace(paragraph=number)


def _length_of_gist(title: str) -> int:
    """Return how much of a title is a gist: all of it, what ends at a mark, or nothing."""
    if len(title) <= LONGEST_ANCHOR:
        return len(title)
    ends = [one.start() for one in _GIST_END.finditer(title[: LONGEST_ANCHOR + 1])]
    whole = (end for end in reversed(ends) if end >= _SHORTEST_GIST and _is_closed(title[:end]))
    return next(whole, 0)


def _is_closed(text: str) -> bool:
    """Return whether a text has the second mark of each pair in it."""
    return all(text.count(first) == text.count(last) for first, last in ("“”", "《》", "（）"))


def _is_of_meeting(text: DraftText, span: Span) -> bool:
    """Return whether a meeting says what a sentence tells, as 会议指出 does."""
    sentence = text.sentence_of(span)
    return bool(SPEAKS.match(text.paragraphs[span.paragraph - 1], sentence.start))


def _figures(
    text: DraftText,
    figures: Iterable[DraftFigure],
    places: Places,
    said: Speakers,
    ids: Ids,
) -> Iterator[Data]:
    told: set[Span] = set()
    groups = join_same_figures(figures, find_headlines(text))
    named = [
        ids.take("figures", label, make_short_id(label))
        for label in (one[0].fields["label"] for one in groups)
    ]
    id_at = {one.span: own for group, own in zip(groups, named, strict=True) for one in group}
    for (first, *others), own in zip(groups, named, strict=True):
        label = first.fields["label"]
        before = next((id_at.get(one.before) for one in (first, *others) if one.before), None)
        spans = [first.span, *(one.span for one in others)]
        in_words = isinstance(first.fields.get("period"), dict)  # its numbers need evidence
        spans += [one for one in first.dates if in_words or one not in told]
        told.update(first.dates)
        spans += [one for other in others for one in other.dates if one not in told]
        told.update(one for other in others for one in other.dates)
        found = {} if label.endswith(_SPEEDS) else places.around(first.span)
        said_by, todo = said.at(first.span), first.fields.get("todo", [])
        if (
            not said_by
            and first.fields.get("stage") == "sought"
            and _is_of_meeting(text, first.span)
        ):
            todo = [*todo, message("draft.todo.speaker")]
        yield leave_out_empty(
            {"id": own}
            | first.fields
            | {
                "label": bilingual(label),
                "before": before if before != own else None,
                "places": found.get("places"),
                "inferred": first.fields.get("inferred", []) + found.get("inferred", []),
                "said_by": said_by,
                "todo": todo,
                "evidence": leave_out_repeats(cite(text, one) for one in spans),
            }
        )
