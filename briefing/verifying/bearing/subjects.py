"""Names of a sentence in whose stead the text that tells the rest of it has another one.

Each name is taken out of the sentence, and what is left is held against the clauses of the text.
The name stands where another one belongs if the clauses that tell most of the rest are of a place,
person or thing that the sentence does not name, and those that are of the name tell clearly less.
"""

from collections.abc import Iterable, Iterator

from briefing.model.article import Article
from briefing.model.records import Figure, Person
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import count_words
from briefing.verifying.bearing.bearers import Bearers, key_of, kind_of
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Entry, Mention, hide
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.slots import list_offices
from briefing.verifying.wording import pattern

_TOLD = 0.5
"""The least share of the rest of a sentence that the clause of another one must have."""
_LESS = 0.05
"""By how much less the clauses that are of the name must have of it."""
_FEWEST = 4
"""So many words that are no names must stand in the clause of another one itself."""


def judge_subjects(
    sentence: Sentence,
    mentions: list[Mention],
    found: Iterable[Found],
    clauses: Clauses,
    bearers: Bearers,
) -> Iterator[Found]:
    """Yield the names in whose stead the clauses that tell the rest have another of their kind.

    One of which a number of the sentence is borne out stands where it belongs.
    """
    named = {key_of(entry) for one in mentions for entry in one.entries}
    borne = _list_borne(found)
    offices = _list_bodies(mentions)
    words = hide(sentence.text, mentions)
    for mention in mentions[:MOST_ASKED]:
        kinds = {kind_of(one.record) for one in mention.entries}
        if len(kinds) != 1 or None in kinds or _is_in_post(mention, offices, sentence):
            continue
        if not borne.isdisjoint(key_of(entry) for entry in mention.entries):
            continue
        other = _find_other(sentence, mention, clauses, bearers)
        if other is None or count_words(words, sentence.language, other) < _FEWEST:
            continue
        article = other.article
        rivals = [
            article.by_id[name]
            for source, name in sorted(bearers.list_borne(other))
            if (source, name) not in named
            and kind_of(article.by_id[name]) in kinds
            and not any(_are_related(entry, name) for entry in mention.entries)
        ]
        if rivals:
            at, says = other.paragraph, Says("name", rivals[0])
            yield Found(mention.start, mention.end, "name", UNKNOWN, article, rivals[0], at, says)


def _list_borne(found: Iterable[Found]) -> set[tuple[str, str]]:
    """Return the articles and ids of what the figures are of whose numbers are borne out."""
    return {
        (article.source.id, name)
        for one in found
        if one.kind == "number" and one.status == BORNE_OUT and isinstance(one.record, Figure)
        if (article := one.article)
        for name in one.record.about or one.record.places
    }


def _find_other(
    sentence: Sentence, mention: Mention, clauses: Clauses, bearers: Bearers
) -> Clause | None:
    """Return the clause that tells most of a sentence without a name, if none of the name does."""
    rest = sentence.without(mention.start, mention.end)
    articles = [one.article for one in mention.entries]
    best: tuple[float, Clause] | None = None
    own: tuple[float, Clause | None] = (0.0, None)
    for share, clause in clauses.rank(rest, mention.start, []):
        if clause.article not in articles:
            continue
        if any(bearers.are_of(clause, entry) for entry in mention.entries):
            own = share, clause
            break
        best = best or (share, clause)
    if best is None or best[0] < _TOLD or own[0] > best[0] - _LESS:
        return None
    return best[1]


def _list_bodies(mentions: Iterable[Mention]) -> set[str | None]:
    """Return the ids of bodies and places that only say who people are who are named."""
    people = [
        entry.record
        for mention in mentions
        for entry in mention.entries
        if isinstance(entry.record, Person)
    ]
    places = {one for person in people for one in person.places}
    return list_offices(mentions) | places


def _is_in_post(mention: Mention, offices: set[str | None], sentence: Sentence) -> bool:
    """Return whether a name only says who somebody is, named or not: 市委书记."""
    at = mention.end + (sentence.text[mention.end : mention.end + 1] == " ")
    return any(one.record.id in offices for one in mention.entries) or any(
        pattern("post", language).match(sentence.text, at) for language in sentence.languages
    )


def _are_related(entry: Entry, name: str) -> bool:
    """Return whether one of two records of an article lies in the other, or has its name in it."""
    article, record = entry
    other = article.by_id.get(name)
    if other is None:
        return True
    one, two = record.title.zh, other.title.zh
    lies = record.id in _wholes(article, name) or name in _wholes(article, record.id)
    return lies or one in two or two in one


def _wholes(article: Article, name: str) -> set[str]:
    """Return the ids of what a place lies in."""
    return {one.id for one in article.wholes_of(name)} if article.place(name) else set()
