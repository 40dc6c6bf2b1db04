"""Things of economic life of which a sentence tells, and the text nowhere of what it names.

``topics.tsv`` has them: coal, banks, tunnels, what is of the whole country. A memo that names a
place, person, body or project and tells a thing of it needs a paragraph that tells of both.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from briefing.checks.once import once
from briefing.model.records import Event, Place, Project
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.bearing.bearers import Bearers, kind_of
from briefing.verifying.claim import UNKNOWN, Found, list_proved
from briefing.verifying.naming.naming import Entry, Mention, hide
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_lines

_THINGS = (Project, Place, Event)


class _Topic(NamedTuple):
    """The English and the Chinese words for a thing, and those by which a text tells of it."""

    en: str
    zh: str
    told: str


def judge_topics(
    sentence: Sentence,
    mentions: list[Mention],
    found: Collection[Found],
    clauses: Clauses,
    bearers: Bearers,
) -> Iterator[Found]:
    """Yield the things that no text tells, or none where it speaks of what a sentence names.

    ``found`` is what became of the other claims: their paragraphs are of what they are.
    """
    if not clauses.all or sentence.is_title:
        return
    entries = [entry for one in mentions for entry in one.entries if kind_of(entry.record)]
    alike = clauses.align(sentence, 0, mentions) if not entries else []
    proved = list_proved(found) | {(one.article.source.id, one.paragraph) for one in alike}
    text = hide(sentence.text, mentions)
    for language in sentence.languages:
        for match in _pattern(language).finditer(text):
            told = _topics()[int(str(match.lastgroup)[1:])].told
            named = language == "en" and text[: match.start()].endswith("the ")
            if named and re.search(told, _list_things(clauses)):
                continue  # the tunnel, of which the memo has told before
            if not _stands_beside(told, entries, proved, clauses, bearers):
                yield Found(match.start(), match.end(), "statement", UNKNOWN)


@once
def _list_things(clauses: Clauses) -> str:
    """Return the names of the places, projects and events of the models, a line each."""
    articles = {id(one.article): one.article for one in clauses.all}.values()
    things = (one for article in articles for kind in _THINGS for one in article.of(kind))
    return "\n".join(one.title.zh for one in things)


def _stands_beside(
    told: str,
    entries: list[Entry],
    proved: set[tuple[str, int]],
    clauses: Clauses,
    bearers: Bearers,
) -> bool:
    """Return whether a paragraph tells of a thing and of something that a sentence names."""
    telling = clauses.list_telling(told)
    paragraphs = {(one.article.source.id, one.paragraph): one for one in telling}
    return bool(telling) and (
        not (entries or proved)
        or not proved.isdisjoint(paragraphs)
        or any(
            bearers.are_of(clause, entry)
            for one in paragraphs.values()
            for clause in clauses.of_paragraph(one.article, one.paragraph)
            for entry in entries
        )
    )


@cache
def _topics() -> tuple[_Topic, ...]:
    return tuple(_Topic(*line.split("\t")) for line in read_lines("topics.tsv"))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of all things in a language, the group of each named by its number."""
    words = (getattr(one, language) for one in _topics())
    either = "|".join(f"(?P<t{number}>{one})" for number, one in enumerate(words))
    if language == "zh":
        return re.compile(either)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w])", re.I)
