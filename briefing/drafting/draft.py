"""A draft of a model of a page: what was found, written out as YAML for a person to complete."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from briefing.drafting.found import Span
from briefing.drafting.model import Findings, make_model
from briefing.drafting.organisations import find_organisations
from briefing.drafting.page import Page
from briefing.drafting.people import find_people
from briefing.drafting.places import find_places
from briefing.drafting.projects import find_projects
from briefing.drafting.sectors import find_sectors
from briefing.drafting.terms import find_terms
from briefing.drafting.text import DraftText
from briefing.drafting.writing import wrap, write_model
from briefing.model.article import SECTIONS, Article
from briefing.model.parts import Bilingual
from briefing.problem import Message, message

Known = Mapping[str, Mapping[str, str]]
"""The ids that things have in other models: by section, then by Chinese name."""

Say = Callable[[Message], tuple[str, str]]
"""What gives a message its words, in Chinese and in English."""

SCHEMA_FILE = "briefing.schema.json"
"""The name of the schema's file beside a draft, to which its first line points editors."""

_STEPS = ("places", "people", "organisations", "projects", "sectors", "terms")


class Draft(NamedTuple):
    """A model to start from, as YAML, and the text that it is of, a paragraph a line.

    ``records`` and ``to_do`` count what the model has and what it leaves to a person.
    """

    model: str
    text: str
    records: int
    to_do: int


def draft(
    page: Page,
    known: Known,
    text_file: str | None,
    say: Say,
    lang: str,
    date: datetime.date | None = None,
    each: Callable[[tuple[str, ...]], Iterable[str]] = iter,
) -> Draft:
    """Return a draft of a model of a page.

    ``text_file`` is what the model names as its text. ``say`` gives a message its words; what is
    left to do and the comments are in ``lang``, ``zh`` or ``en``. ``date`` is the article's own
    date where the page has none. ``each`` is given the steps of the work and yields them again, as
    something that shows progress does.
    """
    day = _day_of(page) or date
    found: dict[str, Any] = {}
    for step in each(_STEPS):
        found[step] = _find(step, page, known, found)
    names = [one.name for one in (*found["places"], *found["organisations"])]
    text = DraftText(page.paragraphs, day, names)
    data = make_model(page, text, Findings(**found), known)
    data["source"] |= {"text": text_file} if text_file else {}

    def comment(section: str) -> list[str]:
        return _lines(say(message(f"draft.comment.{section}")), lang)

    head = [f"yaml-language-server: $schema={SCHEMA_FILE}"]
    head += _lines(say(message("draft.comment.head", told=list(page.told))), lang)
    model = write_model(_put_into_words(data, say, lang), head, comment)
    records = sum(len(data.get(name, ())) for name in SECTIONS if SECTIONS[name].has_records)
    return Draft(model, "".join(f"{one}\n" for one in page.paragraphs), records, _count(data))


def known_ids(articles: Iterable[Article]) -> dict[str, dict[str, str]]:
    """Return the ids that things have in some models, by section and by each of their names."""
    known: dict[str, dict[str, str]] = {}
    for article in articles:
        for section, record in article.records():
            names = [getattr(record, field, None) for field in ("name", "short")]
            said = [one.zh for one in names if isinstance(one, Bilingual)]
            for name in (*said, *getattr(record, "aliases", ())):
                known.setdefault(section.name, {}).setdefault(name, record.id)
    return known


def _find(step: str, page: Page, known: Known, found: Mapping[str, Any]) -> Any:
    """Return what one step of the work finds in a page."""
    paragraphs = [
        "" if number in page.furniture else one for number, one in enumerate(page.paragraphs, 1)
    ]
    if step == "places":
        return find_places(paragraphs, known.get("places", {}))
    finders: dict[str, Callable[[Any], Any]] = {
        "people": find_people,
        "organisations": find_organisations,
        "projects": find_projects,
        "sectors": find_sectors,
        "terms": find_terms,
    }
    return finders[step](paragraphs)


def _day_of(page: Page) -> datetime.date | None:
    """Return the day of a page: that of the paper, else that on which the page was put up."""
    written = page.published or page.republished or ""
    whole = re.fullmatch("([0-9]{4}-[0-9]{2}-[0-9]{2}).*", written)
    return datetime.date.fromisoformat(whole[1]) if whole else None


def _put_into_words(data: Any, say: Say, lang: str) -> Any:
    """Return the data with words instead of messages: of a field in both languages, of a todo one."""
    if isinstance(data, Message):
        zh, en = say(data)
        return {"zh": zh, "en": en}
    if isinstance(data, dict):
        return {
            field: [say(one)[lang != "zh"] for one in value]
            if field == "todo"
            else _put_into_words(value, say, lang)
            for field, value in data.items()
            if not isinstance(value, Span)
        }
    if isinstance(data, list):
        return [_put_into_words(one, say, lang) for one in data]
    return data


def _lines(said: tuple[str, str], lang: str) -> list[str]:
    return wrap(said[lang != "zh"])


def _count(data: Any) -> int:
    """Return how many things are left to do."""
    if isinstance(data, dict):
        return len(data.get("todo", ())) + sum(map(_count, data.values()))
    return sum(map(_count, data)) if isinstance(data, list) else 0
