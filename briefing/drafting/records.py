"""The records of a draft, each made of one thing that was found in a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.drafting.events import DraftEvent
from briefing.drafting.found import (
    FoundOrganisation,
    FoundPerson,
    FoundPlace,
    FoundPost,
    FoundSector,
    FoundTerm,
    Span,
    Spans,
)
from briefing.drafting.ids import Ids, make_short_id
from briefing.drafting.pages.bylines import is_desk
from briefing.drafting.projects import DraftProject
from briefing.drafting.text import LONGEST_ANCHOR, DraftText
from briefing.names.romanizing import has_several_readings, make_id, spell_person
from briefing.problem import Message, message

Data = dict[str, Any]
_GUIDELINE = re.compile("(?:纲要|意见|指南|指引|导则|准则|要点)(?:[（(][^（）()]*[）)])?$")
"""The ends of titles of what only sets the direction."""


def make_reporter(name: str) -> Data:
    """Return a reporter; a name of another people is left to be spelt by a person."""
    if is_desk(name):
        return {"zh": name, "corporate": True}
    return leave_out_empty({"zh": name, "en": spell_person(name)})


def make_place(one: FoundPlace, text: DraftText, ids: Mapping[str, str]) -> Data:
    """Return a place under its name, which is ours where only another place is called so.

    Its other names are those that stand in the text: its official one is no fact of the article.
    """
    span = max(one.mentions, key=lambda span: (len(text.read(span)), -span.paragraph))
    todo = [] if one.english else [message("draft.todo.english")]
    if one.english and one.kind in ("town", "village") and has_several_readings(one.name):
        todo = [message("draft.todo.reading", name=one.name)]  # no table spells it
    is_told = one.name in text.read(span) or text.read(span._replace(start=0)).endswith(one.name)
    return leave_out_empty(
        {
            "id": ids[one.name],
            "name": bilingual(one.name, one.english),
            "coined": not is_told or None,
            "kind": one.kind,
            "aliases": [alias for alias in one.aliases if text.has(alias)],
            "part_of": ids.get(one.part_of or ""),
            "inferred": ["part_of"] if one.guessed else [],
            "todo": todo,
            "evidence": cite_name(text, span)
            if one.name in text.read(span)
            else [cite(text, span)],
        }
    )


def make_project(
    one: DraftProject, text: DraftText, places: Sequence[str], said_by: Sequence[str], ids: Ids
) -> Data:
    """Return a project; the verbs that tell of it and their dates are evidence, too."""
    name = one.found.name
    return leave_out_empty(
        {
            "id": ids.take("projects", name, make_short_id(name)),
            "name": bilingual(name),
            "coined": one.found.coined or None,
            "status": one.found.status,
            **one.times,
            "places": list(places),
            "said_by": list(said_by),
            "evidence": leave_out_repeats(
                [
                    *cite_name(text, _where_named(one, text)),
                    *(cite(text, span) for span in one.spans),
                ]
            ),
        }
    )


def _where_named(one: DraftProject, text: DraftText) -> Span:
    """Return where a project is named in full, or else where it is named first."""
    full = (span for span in one.found.mentions if text.read(span) == one.found.name)
    return next(full, one.found.mentions[0])


def make_person(
    one: FoundPerson, text: DraftText, ids: Mapping[str, str], bodies: Mapping[str, str]
) -> Data:
    english = spell_person(one.name)
    todo: list[Message] = []
    if english is None:
        todo.append(message("draft.todo.english"))
    elif has_several_readings(one.name):
        todo.append(message("draft.todo.reading", name=one.name))
    if one.has_namesake:
        todo.append(message("draft.todo.namesake", name=one.name))
    if numbers := sorted({span.paragraph for span in one.says}):
        todo.append(message("draft.todo.positions", numbers=[f"¶{number}" for number in numbers]))
    posts = [
        leave_out_empty(
            {
                "title": bilingual(post.title),
                "organisation": bodies.get(post.organisation or ""),
                "evidence": _cite_post(text, post),
            }
        )
        for post in one.posts
    ]
    return leave_out_empty(
        {
            "id": ids[one.name],
            "name": bilingual(one.name, english),
            "aliases": _parts_of_name(one, text),
            "posts": posts,
            "todo": todo,
            "evidence": _cite_person(text, one),
        }
    )


def _parts_of_name(one: FoundPerson, text: DraftText) -> list[str]:
    """Return the parts of a foreign name that stand for the whole of it somewhere: 史密斯."""
    parts = (text.read(span) for span in one.mentions if span.end - span.start < len(one.name))
    return list(dict.fromkeys(parts))


def _cite_post(text: DraftText, post: FoundPost) -> list[Data]:
    """Return the evidence of a post, in pieces where its name is longer than an anchor."""
    span = post.span
    return cite_name(text, span) if len(post.title) > LONGEST_ANCHOR else [cite(text, span)]


def _cite_person(text: DraftText, one: FoundPerson) -> list[Data]:
    span = _with_post(one)
    evidence = cite_name(text, span) if span == one.mentions[0] else [cite(text, span)]
    whole = [each for each in one.mentions if each.end - each.start >= len(one.name)]
    if whole and not Spans(whole).touch(span):  # the post stands beside a part of the name
        evidence = [cite(text, whole[0]), *evidence]
    return evidence


def _with_post(one: FoundPerson) -> Span:
    """Return where a person is named beside a post, with the post, or where the name stands."""
    for post in one.posts:
        for span in one.mentions:
            start, end = min(span.start, post.span.start), max(span.end, post.span.end)
            is_beside = post.span.start in (span.end, start) and span.start in (
                post.span.end,
                start,
            )
            if (
                span.paragraph == post.span.paragraph
                and is_beside
                and end - start <= LONGEST_ANCHOR
            ):
                return Span(span.paragraph, start, end)
    return one.mentions[0]


def make_organisation(one: FoundOrganisation, text: DraftText, ids: Mapping[str, str]) -> Data:
    """Return a body, with the first of its short names where the text has it apart."""
    at = next((span for span in one.mentions if text.read(span) in one.aliases), None)
    return leave_out_empty(
        {
            "id": ids[one.name],
            "name": bilingual(one.name),
            "short": bilingual(text.read(at)) if at else None,
            "kind": one.kind,
            "evidence": cite_name(text, one.mentions[0]) + (cite_name(text, at) if at else []),
        }
    )


def make_sector(one: FoundSector, text: DraftText, ids: Ids) -> Data:
    return {
        "id": ids.take("sectors", one.name),
        "name": bilingual(one.name),
        "evidence": cite_name(text, one.mentions[0]),
    }


def make_document(one: FoundTerm, text: DraftText, own: str) -> Data:
    """Return a plan or the like that the text names: a programme of which it may say more."""
    return {
        "id": own,
        "name": bilingual(one.name),
        "kind": "guideline" if _GUIDELINE.search(one.name) else "programme",
        "detail": "named_only",
        "todo": [message("draft.todo.document")],
        "evidence": cite_name(text, one.mentions[0]),
    }


def make_term(one: FoundTerm, text: DraftText, ids: Ids) -> Data:
    wanted = f"term-{make_id(one.name)}".strip("-")
    first = {span.paragraph: span for span in reversed(one.mentions)}
    first = dict(sorted(first.items()))
    return {
        "id": ids.take("terms", one.name, wanted),
        "name": bilingual(one.name),
        "gloss": message("draft.gloss"),
        "spelled_out": False,
        "todo": [message("draft.todo.gloss")],
        "evidence": [one for span in first.values() for one in cite_name(text, span)],
    }


def take_event_id(one: DraftEvent, ids: Ids) -> str:
    """Return the id of an event, which is taken once."""
    return ids.take("events", one.fields["name"], make_short_id(one.fields["name"]))


def make_event(one: DraftEvent, text: DraftText, own: str) -> Data:
    return leave_out_empty(
        {
            "id": own,
            "name": bilingual(one.fields["name"]),
            "coined": one.fields.get("coined"),
            "date": one.fields.get("date"),
            "todo": one.fields.get("todo"),
            "evidence": [cite(text, span) for span in one.spans],
        }
    )


def cite(text: DraftText, span: Span) -> Data:
    """Return the evidence of a span: its paragraph, and an anchor that stands nowhere else."""
    return {"paragraph": span.paragraph, "anchor": text.anchor(span)}


def cite_name(text: DraftText, span: Span) -> list[Data]:
    """Return the evidence of a name: the name itself, which need not be unique, or its pieces."""
    if span.end - span.start <= LONGEST_ANCHOR:
        return [{"paragraph": span.paragraph, "anchor": text.read(text.cut(span)).strip()}]
    count = -(-(span.end - span.start) // LONGEST_ANCHOR)
    size = -(-(span.end - span.start) // count)
    cited, start = [], span.start
    while start < span.end:
        piece = text.cut(span._replace(start=start, end=min(start + size, span.end)))
        cited.append(cite(text, piece))
        start = piece.end
    return cited


def bilingual(zh: str | None, en: str | None = None) -> Data | None:
    """Return a text in one or both languages, or nothing where there is none in Chinese."""
    return leave_out_empty({"zh": zh, "en": en}) if zh else None


def leave_out_repeats(held: Iterable[Data]) -> list[Data]:
    """Return data of which none is there twice, as evidence in the same words."""
    found: list[Data] = []
    seen: set[tuple[object, ...]] = set()
    for one in held:
        same = (one["paragraph"], one.get("anchor", one.get("text")))
        if same not in seen:
            seen.add(same)
            found.append(one)
    return found


def leave_out_empty(data: Data) -> Data:
    """Return the fields that hold something and do not go without saying."""
    return {
        field: value
        for field, value in data.items()
        if value not in (None, [], {}) and (field, value) != ("qualifier", "exact")
    }
