"""Names of a sentence in whose stead the text that tells the rest of it has another one.

Each name is taken out of the sentence, and what is left is held against the clauses of the text.
The name stands where another one belongs if the clauses that tell most of the rest are of a place,
person or thing that the sentence does not name, and those that are of the name tell clearly less.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model.article import Article
from briefing.model.records import Figure, Person, Record
from briefing.names.glosses import by_beginning, find_alike
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import count_words, list_words, stands_in
from briefing.verifying.bearing.bearers import Bearers, key_of, kind_of
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Entry, Mention, hide
from briefing.verifying.naming.variants import list_names
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.slots import list_offices
from briefing.verifying.wording import pattern

_TOLD = 0.5
"""The least share of the rest of a sentence that the clause of another one must have."""
_LESS, _CLEARLY_LESS = 0.05, 0.12
"""By how much less the clauses that are of the name must have of it: of all, and of what is left
when other names are taken out as well."""
_FEWEST, _FEWEST_LEFT = 4, 2
"""So many words, but for those of common names, must stand in the clause of another one itself."""
_COMMON = 12
"""The name of what more clauses are of says little of where it is told."""
_WORDED = 0.6
"""A sentence with a larger part of the words of a name tells of what has it."""
_ENDS = re.compile(r"[,，;；:：]|\sand\s")
_DAY = re.compile("[0-9年月日]+")


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
    named = {key_of(entry): entry for one in mentions for entry in one.entries}
    borne = _list_borne(found)
    offices = _list_bodies(mentions)
    common = [one for one in mentions if _is_common(one, bearers)]
    for mention in mentions[:MOST_ASKED]:
        kinds = {kind for one in mention.entries if (kind := kind_of(one.record))}
        if len(kinds) != 1 or _is_in_post(mention, offices, sentence):
            continue
        if not borne.isdisjoint(key_of(entry) for entry in mention.entries):
            continue
        words = hide(sentence.text, [mention, *common])
        if len(list_words(words, sentence.language)) < _FEWEST:
            continue
        other, rest = _find_other(sentence, mention, mentions, clauses, bearers)
        if other is None or count_words(words, sentence.language, other) < _FEWEST:
            continue
        if count_words(hide(rest.text, common), sentence.language, other) < _FEWEST_LEFT:
            continue
        article = other.article
        rivals = [
            article.by_id[name]
            for source, name in sorted(bearers.list_borne(other))
            if (source, name) not in named
            and kind_of(article.by_id[name]) in kinds
            and not any(_are_related(entry, name) for entry in mention.entries)
            and not _is_worded(article.by_id[name], sentence)
        ]
        if rivals:
            rival = _choose(rivals, mention, _find_nearest(sentence, mention, other, clauses))
            says = Says("name", rival) if rival else None
            at = mention.start, mention.end
            yield Found(*at, "name", UNKNOWN, article, rival, other.paragraph, says)


def _find_nearest(sentence: Sentence, mention: Mention, other: Clause, clauses: Clauses) -> Clause:
    """Return the clause that tells most of what stands beside a name, or of the whole sentence."""
    part = _part_at(sentence.without(mention.start, mention.end), mention)
    return next((one for _, one in clauses.rank(part, mention.start, [])), other)


def _choose(rivals: list[Record], mention: Mention, clause: Clause) -> Record | None:
    """Return the rival that a clause itself names first, of what is of the kind of a name, if any.

    What is only carried on from other clauses may be another thing than the one that is meant.
    """
    kinds = {(type(one.record), getattr(one.record, "kind", None)) for one in mention.entries}
    placed = [
        (at, one)
        for one in rivals
        if (type(one), getattr(one, "kind", None)) in kinds
        for name in list_names(one, "zh")
        if (at := clause.text.find(name.rstrip("市县区省"))) >= 0
    ]
    return min(placed, key=lambda each: each[0])[1] if placed else None


def _list_borne(found: Iterable[Found]) -> set[tuple[str, str]]:
    """Return the articles and ids of what the figures are of whose numbers are borne out."""
    return {
        (article.source.id, name)
        for one in found
        if one.kind == "number" and one.status == BORNE_OUT and isinstance(one.record, Figure)
        if (article := one.article)
        for name in one.record.about or one.record.places
    }


def _is_common(mention: Mention, bearers: Bearers) -> bool:
    return any(bearers.count_clauses(entry) > _COMMON for entry in mention.entries)


def _find_other(
    sentence: Sentence,
    mention: Mention,
    mentions: list[Mention],
    clauses: Clauses,
    bearers: Bearers,
) -> tuple[Clause | None, Sentence]:
    """Return the clause that tells most of a sentence without a name, if none of the name does.

    What else is named does not count where the best clause that is of the name carries it on: the
    sentence is returned without that. What stands beside the name must not be told of it, either.
    """
    rest = sentence.without(mention.start, mention.end)
    other, own = _find_best(rest, mention, clauses, bearers)
    if other is None or own is None:
        return other, rest
    carried = _list_carried(mention, mentions, own, clauses, bearers)
    for one in carried:
        rest = rest.without(one.start, one.end)
    if carried:
        other, own = _find_best(rest, mention, clauses, bearers, _CLEARLY_LESS)
    part = _part_at(rest, mention)
    if other and len(list_words(part.text, part.language)) >= _FEWEST:
        theirs, beside = _find_best(part, mention, clauses, bearers)
        other = None if beside and not theirs else other
    if other and own:
        counts = [count_words(rest.text, rest.language, one) for one in (other, own)]
        other = other if counts[0] > counts[1] else None
    return other, rest


def _list_carried(
    mention: Mention, mentions: list[Mention], own: Clause, clauses: Clauses, bearers: Bearers
) -> list[Mention]:
    """Return what else is named of which a clause is, or which its sentence names before it."""
    before = clauses.text_up_to(own)
    return [
        one
        for one in mentions
        if one is not mention
        and (any(bearers.are_of(own, entry) for entry in one.entries) or stands_in(one, before))
    ]


def _part_at(rest: Sentence, mention: Mention) -> Sentence:
    """Return what stands between commas where a name has been taken out of a sentence."""
    ends = [one.span() for one in _ENDS.finditer(rest.text)]
    first = max((end for _, end in ends if end <= mention.start), default=0)
    last = min((start for start, _ in ends if start >= mention.end), default=len(rest.text))
    return rest.only(first, last)


def _find_best(
    rest: Sentence, mention: Mention, clauses: Clauses, bearers: Bearers, less: float = _LESS
) -> tuple[Clause | None, Clause | None]:
    """Return the clause of another that clearly tells most of the rest, and the best of a name."""
    articles = [one.article for one in mention.entries]
    best: tuple[float, Clause] | None = None
    own: tuple[float, Clause | None] = (0.0, None)
    for share, clause in clauses.rank(rest, mention.start, []):
        if clause.article not in articles or _DAY.fullmatch(clause.text):
            continue
        if any(bearers.are_of(clause, entry) for entry in mention.entries):
            own = share, clause
            break
        best = best or (share, clause)
    if best is None or best[0] < _TOLD or own[0] > best[0] - less:
        return None, own[1]
    return best[1], own[1]


def _is_worded(record: Record, sentence: Sentence) -> bool:
    """Return whether a sentence has most words of the name of a record, if not the name."""
    for language in sentence.languages:
        name = record.title.zh if language == "zh" else record.title.en or ""
        words, said = list_words(name, language), list_words(sentence.text, language)
        if language == "en":
            known = by_beginning(said)
            found = sum(bool(find_alike(one, known)) for one in words)
        else:
            found = len(words & said)
        if words and found > _WORDED * len(words):
            return True
    return False


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
    lies = record.id in _wholes(article, name) or name in _wholes(article, record.id)
    return lies or _has_name_of(record, other)


def _has_name_of(record: Record, other: Record) -> bool:
    """Return whether the name of one of two records stands in that of the other."""
    one, two = record.title.zh, other.title.zh
    return one in two or two in one


def _wholes(article: Article, name: str) -> set[str]:
    """Return the ids of what a place lies in."""
    return {one.id for one in article.wholes_of(name)} if article.place(name) else set()
