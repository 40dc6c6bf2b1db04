"""Of which places a sentence speaks, clause by clause."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from briefing.model.article import Article
from briefing.model.records import Figure, Place
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.sentences import Sentence

_PLACE_END = re.compile("(?<=..)[市省县区]$")


_FROM_THERE = re.compile(
    "的?(?:企业|公司|客商|商人|投资|集团|商会|籍)"
    "| (?:firm|compan|investor|business|group|enterprise)",
    re.I,
)
"""What stands behind a place of which somebody comes, and of which a number is not."""
_TOWARDS = re.compile(
    "(?:[销运发输送通]往|出口到?|运到|远销|来自)(?:[^，。；]{0,12}[、和与及])?$"
    r"|\b(?:to|into|from|bound for|heading for)(?: [A-Z][\w'’-]*,?| and)* $"
)
"""What stands before a place to which something goes, or from which it comes."""
_BEFORE_PLACE = 60
"""So many characters before a place may tell that."""


def find_spoken(
    sentence: Sentence, mentions: Iterable[Mention], provinces: Collection[str]
) -> dict[int, set[str]]:
    """Return the ids of the places that each clause names, by the number of the clause.

    What is told of the province without its name is told of the ``provinces``.
    """
    spoken: dict[int, set[str]] = {}
    for mention in mentions:
        before = sentence.text[max(0, mention.start - _BEFORE_PLACE) : mention.start]
        passes = _FROM_THERE.match(sentence.text, mention.end) or _TOWARDS.search(before)
        if not passes and (ids := mention.ids(Place)):
            clause = sentence.clause_at(mention.start)
            spoken.setdefault(clause, set()).update(ids, _find_around(mention, sentence))
    for at in sentence.provinces() if provinces else ():
        spoken.setdefault(sentence.clause_at(at), set()).update(provinces)
    return spoken


_AREA = re.compile(r"圈|带|群|片区|新区|\b(?:circle|area|region|zone|cluster|belt|ring)s?\b", re.I)
"""What tells that a place is named for a larger one around it: the Guangzhou circle."""
_AREAS = frozenset(["region", "zone", "cluster", "corridor"])


def _find_around(mention: Mention, sentence: Sentence) -> set[str]:
    """Return the ids of the areas that are called by a place which a sentence names with one.

    Of several they are told at once: 广州、深圳两个都市圈.
    """
    if not _AREA.search(sentence.text):
        return set()
    return {
        one.id
        for entry in mention.entries
        if isinstance(entry.record, Place)
        for one in entry.article.of(Place)
        if one.kind in _AREAS
        and one.id != entry.record.id
        and one.name.zh.startswith(_PLACE_END.sub("", entry.record.name.zh))
    }


def find_own_province(article: Article) -> set[str]:
    """Return the id of the province of which an article's figures mostly are, or of its only one.

    There is none where two have nearly as many, or where it has no figures and its cities lie in
    several provinces, or in none of the model.
    """
    places = article.of(Place)
    provinces = {one.id for one in places if one.kind == "province"}
    if len(provinces) == 1:
        return provinces
    named = (one for figure in article.of(Figure) for one in figure.places)
    above = Counter(
        whole
        for one in named
        for whole in {one, *(each.id for each in article.wholes_of(one))}
        if whole in provinces
    )
    (most, number), (_, other) = (*above.most_common(2), ("", 0), ("", 0))[:2]
    if number:
        return {most} if number >= _CLEARLY_MORE * other else set()
    of_cities = {one.part_of for one in places if one.kind == "city"}
    return set() if None in of_cities else provinces & {one for one in of_cities if one}


_CLEARLY_MORE = 2
"""How many times as many figures an article has of its own province as of any other one."""


def places_above(fact: Fact, name: str) -> Iterable[str]:
    """Yield the ids of the places that a place of a fact lies in."""
    place = fact.article.place(name)
    while place and place.part_of:
        yield place.part_of
        place = fact.article.place(place.part_of)
