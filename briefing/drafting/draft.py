"""A draft of a model of a page: what was found, written out as YAML for a person to complete."""

import datetime
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.document import Lang
from briefing.drafting.bounds import TooManyValuesError, refuse_large, refuse_many
from briefing.drafting.finding.abroad import find_places_abroad
from briefing.drafting.finding.knownplaces import find_known_places
from briefing.drafting.finding.meetings import find_meetings
from briefing.drafting.finding.organisations import find_organisations
from briefing.drafting.finding.people import find_people
from briefing.drafting.finding.places import find_places
from briefing.drafting.finding.projects import find_projects
from briefing.drafting.finding.sectors import find_sectors
from briefing.drafting.finding.terms import find_terms
from briefing.drafting.found import Findings, FoundPlace, Span
from briefing.drafting.ids import Ids
from briefing.drafting.merging import extend, follow_text
from briefing.drafting.model import make_model
from briefing.drafting.pages.owndate import find_date
from briefing.drafting.pages.page import Page, read_page
from briefing.drafting.text import DraftText
from briefing.drafting.writing import wrap, write_model
from briefing.limits import PAGE_MEBIBYTES
from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.model.periods import end_of, is_no_date
from briefing.model.reading import inspect_text, read_bytes, refuse
from briefing.model.records import Place
from briefing.model.sections import SECTIONS
from briefing.problem import Message, ModelError, message
from briefing.words.messages import sentence, told


class Known(NamedTuple):
    """What other models have.

    ``ids`` are those of their things, by section, then by Chinese name; those of the models
    themselves stand under ``source``, each by itself.
    """

    ids: Mapping[str, Mapping[str, str]]
    places: Sequence[Place]


NOTHING = Known({}, ())

Each = Callable[[tuple[str, ...]], Iterable[str]]

SCHEMA_FILE = "briefing.schema.json"
"""The name of the schema's file beside a draft, to which its first line points editors."""


class Drafted(NamedTuple):
    """A model to start from, as YAML, and the text that it is of, a paragraph a line.

    ``records`` and ``to_do`` count what was drafted and what is left to a person.
    """

    model: str
    text: str
    records: int
    to_do: int


def draft(file: str, lang: Lang = "en", known: Iterable[Article] = ()) -> Drafted:
    """Return a draft of a model of the article in a file: a text, a web page or a Word document.

    What is left to do, and the comments, are in ``lang``. Ids are those of the ``known`` articles
    where they have the same things. Raises :class:`ModelError` where the file holds no article in
    Chinese, or more than a model may have, and :class:`BriefingError` for a web page without the
    extra ``draft``.
    """
    content = read_bytes(file, PAGE_MEBIBYTES * 2**20, message("too-large.page"))
    try:
        return draft_page(read_page(content, file), lang, known=list_known(known))
    except TooManyValuesError:
        raise refuse(file, message("too-large.draft")) from None


def draft_page(
    page: Page,
    lang: Lang,
    text_file: str | None = None,
    known: Known = NOTHING,
    date: str | None = None,
    each: Each = iter,
) -> Drafted:
    """Return a draft of a model of a page; what is left to do is told in ``lang``.

    ``text_file`` is what the model names as its text, ``known`` is what other models have, and
    ``date`` is the article's own date, as far as a person knows it, where the page tells none;
    without it no year is made up. ``each`` is given the steps of the work and yields them again,
    as something that shows progress does.
    """
    ids = Ids(known.ids, known.ids.get("source", {}))
    data = _make_data(page, ids, known, date, each)
    if text_file:
        digests, todo = data["source"].pop("paragraphs"), data["source"].pop("todo")
        data["source"] |= {"text": text_file, "paragraphs": digests, "todo": todo}

    def comment(section: str) -> list[str]:
        return _lines(message(f"comment.{section}"), lang)

    head = [f"yaml-language-server: $schema={SCHEMA_FILE}"]
    head += _lines(message("comment.head"), lang)
    written = _put_into_words(data, lang)
    refuse_large(written)
    model = write_model(written, head, comment)
    return Drafted(model, _text_of(page), _count_records(data), _count(data))


def update(
    model: str,
    file: str,
    page: Page,
    lang: Lang,
    text_file: str | None = None,
    known: Known = NOTHING,
    each: Each = iter,
) -> Drafted:
    """Return a model that follows a changed text, with what that has and the model lacks.

    ``model`` is the text of the model in ``file``. What a person wrote there stays as it is; only
    the text that it names becomes ``text_file``. Raises :class:`ModelError` where the model cannot
    be read, or its records do not stand below one another, so that none can be put among them.
    """
    inspected = inspect_text(model, file)
    followed = follow_text(model, inspected, page.paragraphs, text_file)
    article = inspected.article
    assert article  # else it could not have been followed
    own = list_known([article])
    ids = {
        section: {**known.ids.get(section, {}), **own.ids.get(section, {})}
        for section in {*own.ids, *known.ids}
    }
    known = Known(ids, [*own.places, *known.places])
    data = _make_data(page, Ids(ids, article.by_id), known, article.source.date, each)
    data = _put_into_words(data, lang)
    flow_style = refuse(file, message("flow-style", file=shlex.quote(file)))
    try:
        extended = extend(followed, file, page.paragraphs, data)
    except ModelError:  # the model itself can be read, but not once its lines were changed
        raise flow_style from None
    after = inspect_text(extended, file)
    if after.article is None and not any(one.code == "too-large" for one in after.problems):
        raise flow_style
    more = len(after.article.by_id) - len(article.by_id) if after.article else 0
    return Drafted(extended, _text_of(page), more, extended.count("todo:") - model.count("todo:"))


def _make_data(page: Page, ids: Ids, known: Known, date: str | None, each: Each) -> dict[str, Any]:
    """Return the plain data of a draft of a page."""
    if not (page.published or page.republished):
        page = page._replace(published=find_date(page.paragraphs))
    day = _day_of(page, date)
    found = _find(page, known, day, each)
    names = [one.name for one in found.places] + [one.name for one in found.organisations]
    text = DraftText(page.paragraphs, day, names)
    terms = sum(one.kind != "work" for one in found.terms)  # other titles have no record
    named = (found.places, found.people, found.organisations, found.sectors)
    refuse_many(page, text, terms + sum(map(len, named)))
    return make_model(page, text, found, ids, date)


def _text_of(page: Page) -> str:
    return "".join(f"{one}\n" for one in page.paragraphs)


def _count_records(data: Mapping[str, Any]) -> int:
    return sum(len(data.get(name, ())) for name in SECTIONS if SECTIONS[name].has_records)


def list_known(articles: Iterable[Article]) -> Known:
    """Return the ids that things have in some models, by each of their names, and the places."""
    known: dict[str, dict[str, str]] = {}
    places: list[Place] = []
    for article in articles:
        places += article.of(Place)
        known.setdefault("source", {})[article.source.id] = article.source.id
        for section, record in article.records():
            names = [getattr(record, field, None) for field in ("name", "short")]
            said = [one.zh for one in names if isinstance(one, Bilingual)]
            for name in (*said, *getattr(record, "aliases", ())):
                known.setdefault(section.name, {}).setdefault(name, record.id)
    return Known(known, places)


def _find(page: Page, known: Known, day: datetime.date | None, each: Each) -> Findings:
    """Return what is found in a page of a day, if that is known, a step of ``each`` a kind."""
    furniture = frozenset(page.furniture)
    paragraphs = [
        "" if number in furniture else one for number, one in enumerate(page.paragraphs, 1)
    ]
    found: dict[str, Any] = {}
    finders: dict[str, Callable[[], Any]] = {
        "places": lambda: _find_places(paragraphs, known),
        "people": lambda: find_people(paragraphs),
        "organisations": lambda: find_organisations(paragraphs, found["people"]),
        "projects": lambda: find_projects(paragraphs, day),
        "sectors": lambda: find_sectors(paragraphs),
        "terms": lambda: find_terms(paragraphs),
        "meetings": lambda: find_meetings(paragraphs),
    }
    for step in each(tuple(finders)):
        found[step] = finders[step]()
    return Findings(**found)


def _find_places(paragraphs: Sequence[str], known: Known) -> list[FoundPlace]:
    found = find_places(paragraphs, known.ids.get("places", {}))
    found += find_places_abroad(paragraphs)
    return found + find_known_places(paragraphs, known.places, found)


def _day_of(page: Page, date: str | None) -> datetime.date | None:
    """Return the day of a page: that of the paper, that on which it was put up, or a given one."""
    if page.published:
        return end_of(page.published)
    if page.republished:
        return page.republished.date()
    return end_of(date) if date and not is_no_date(date) else None


def _put_into_words(data: Any, lang: Lang) -> Any:
    """Return the data with words instead of messages.

    What is left to do is told in the language of the draft, all else in both.
    """
    if isinstance(data, Message):
        return sentence(data)._asdict()
    if isinstance(data, dict):
        return {
            field: [told(one, lang) for one in value]
            if field == "todo"
            else _put_into_words(value, lang)
            for field, value in data.items()
            if not isinstance(value, Span)
        }
    if isinstance(data, list):
        return [_put_into_words(one, lang) for one in data]
    return data


def _lines(one: Message, lang: Lang) -> list[str]:
    return wrap(told(one, lang))


def _count(data: Any) -> int:
    """Return how many things are left to do."""
    if isinstance(data, dict):
        return len(data.get("todo", ())) + sum(map(_count, data.values()))
    return sum(map(_count, data)) if isinstance(data, list) else 0
