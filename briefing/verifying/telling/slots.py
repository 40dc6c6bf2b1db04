"""Names in a sentence whose other words neither the texts nor the models tell of them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from briefing.model.choices import WIDE
from briefing.model.parts import Bilingual, parts
from briefing.model.records import Organisation, Person, Place, Record
from briefing.names.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt, stands_in
from briefing.verifying.claim import UNKNOWN, Found, list_proved
from briefing.verifying.naming.naming import Entry, Mention, hide
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.together import Together

_KINDS = (Place, Person, Organisation)
_CLOSE, _CLOSEST = 0.5, 0.8
"""The share of what is left of a sentence that the best clause must have, and others of its own."""


def judge_slots(
    sentence: Sentence,
    mentions: list[Mention],
    found: Iterable[Found],
    clauses: Clauses,
    together: Together,
) -> Iterator[Found]:
    """Yield the names that stand where the texts have another; ``found`` is known of the rest.

    What is borne out of the sentence in a paragraph that is of the name speaks for it.
    """
    proved = list_proved(found)
    offices = list_offices(mentions)
    for mention in mentions[:MOST_ASKED]:
        entries = [one for one in mention.entries if isinstance(one.record, _KINDS)]
        if not entries or any(getattr(one.record, "kind", "") in WIDE for one in entries):
            continue
        if any(one.record.id in offices for one in entries):
            continue  # it only says who somebody is
        if _are_of(mention, proved, clauses, together):
            continue
        if sentence.language == "en" and is_told_of(entries, hide(sentence.text, [mention])):
            continue
        rest = sentence.without(mention.start, mention.end)
        alike = clauses.align(rest, mention.start, [], _CLOSE, _CLOSEST)
        at = {(one.article.source.id, one.paragraph) for one in alike}
        if not alike or _are_of(mention, at, clauses, together):
            continue
        if not any(_is_around(entry, alike, clauses) for entry in entries):
            first = alike[0]
            number = first.paragraph
            yield Found(mention.start, mention.end, "name", UNKNOWN, first.article, None, number)


_VISIT = "考察|调研|视察|访问"
_VISITED = {
    "zh": (re.compile("[在到赴来]$"), re.compile(f"(?:时|期间)?(?:进行)?(?:{_VISIT})")),
    "en": (
        re.compile(
            r"\b(?:visit(?:s|ed|ing)?(?: to)?|(?:inspections?|tour|trip)(?: tours?| trips?)?"
            r"(?: in| of| to)|inspect(?:s|ed|ing)|tour(?:s|ed|ing)) (?:the )?$",
            re.I,
        ),
        re.compile(""),
    ),
}
"""What stands before a place that is visited, and behind it."""


def judge_visits(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the places that are told to have been visited, where the texts tell of other visits.

    So is a visit that is told as one to come, where the texts tell of it as one that is over.
    """
    yield from _judge_coming(sentence, mentions, clauses)
    before, behind = _VISITED[sentence.language]
    for mention in mentions:
        entries = [one for one in mention.entries if isinstance(one.record, Place)]
        if not (
            entries
            and before.search(sentence.text[: mention.start])
            and behind.match(sentence.text, mention.end)
        ):
            continue
        visits = [one for one in clauses.all if re.search(_VISIT, one.text)]
        if visits and not any(stands_in(mention, clauses.paragraph_of(one)) for one in visits):
            first = visits[0]
            yield doubt(mention.start, mention.end, "name", first)


_TO_VISIT = {
    "zh": re.compile(f"(?:将|即将|准备|拟|打算|计划|正要|动身)[^，。；]{{0,16}}(?={_VISIT})"),
    "en": re.compile(
        r"\b(?:(?:will|is|are) (?:\w+ )?(?:leave|go|travel|visit|leaving|about to|due to"
        r"|preparing to|planning to)|plans to (?:visit|go|travel)|(?:upcoming|forthcoming|planned)"
        r" (?:visit|trip|tour))\b",
        re.I,
    ),
}
"""What tells of a visit as one that is to come."""
_VISIT_OVER = re.compile("结束|归来|返回|回来|已|刚")


def _judge_coming(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield that a place is to be visited where the texts tell of a visit that is over."""
    for language in sentence.languages:
        for said in _TO_VISIT[language].finditer(sentence.text):
            own = sentence.clause_at(said.start())
            places = [
                one
                for one in mentions
                if sentence.clause_at(one.start) == own
                and any(isinstance(entry.record, Place) for entry in one.entries)
            ]
            visits = [
                one
                for one in clauses.list_telling(_VISIT)
                if any(stands_in(place, one.text) for place in places)
            ]
            if visits and all(_VISIT_OVER.search(one.text) for one in visits):
                yield doubt(*said.span(), "stage", visits[0])


def list_offices(mentions: Iterable[Mention]) -> set[str | None]:
    """Return the ids of the bodies in which people who are named have posts."""
    return {
        post.organisation
        for mention in mentions
        for entry in mention.entries
        if isinstance(entry.record, Person)
        for post in entry.record.posts
    }


def _are_of(
    mention: Mention, paragraphs: set[tuple[str, int]], clauses: Clauses, together: Together
) -> bool:
    """Return whether one of some paragraphs, by article and number, is of what a name stands for.

    It tells of that, or has the name.
    """
    for entry in mention.entries:
        source = entry.article.source.id
        own = {number for name, number in paragraphs if name == source}
        text = clauses.texts.get(source)
        if own & together.list_paragraphs(entry) or (
            text and any(stands_in(mention, text.text_of(one)) for one in own)
        ):
            return True
    return False


def _is_around(entry: Entry, alike: list[Clause], clauses: Clauses) -> bool:
    """Return whether clauses may be told by a person, or are of a place without its name."""
    article, record = entry
    if isinstance(record, Person):
        return any(record.id in clauses.find_tellers(article, one.paragraph) for one in alike)
    if isinstance(record, Place):
        plain = record.title.zh.rstrip("市县区")
        return plain in article.source.title.zh
    return False


_LEAST, _FEWEST = 0.5, 4
"""The share of the words of a sentence that a record must have, and how many these are at least."""


def is_told_of(entries: Iterable[Entry], words: str) -> bool:
    """Return whether a record has most of the English words of a sentence that names it.

    What somebody is called says nothing of what he said.
    """
    for entry in entries:
        posts = getattr(entry.record, "posts", ())
        known, called = _stems_of(entry.record), by_beginning(_list_stems(posts))
        told = [one for one in stems_of(words) if not find_alike(one, called)]
        found = sum(bool(find_alike(one, known)) for one in told)
        if found >= max(_FEWEST, _LEAST * len(told)):
            return True
    return False


@cache
def _stems_of(record: Record) -> dict[str, list[str]]:
    """Return the stems of all English of a record, by their beginnings."""
    return by_beginning(_list_stems(record))


def _list_stems(told: object) -> frozenset[str]:
    texts = (one.en or "" for _, one in parts(told) if isinstance(one, Bilingual))
    return frozenset().union(*map(stems_of, texts))
