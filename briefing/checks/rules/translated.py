"""The rules on the English of names, posts, places and sides that the Chinese tells otherwise."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from briefing.checks.othersides import contrast_sides
from briefing.checks.owntexts import texts_of
from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.choices import DIVISIONS
from briefing.model.parts import Bilingual, Post
from briefing.model.records import Organisation, Person, Place, Term
from briefing.names.divisions import find_candidates, is_sure
from briefing.names.gazetteer import Listed, names_of_place, spell_stem
from briefing.names.ministries import contrast_offices
from briefing.names.romanizing import read_out
from briefing.names.spelling import agrees_for_person, agrees_for_place
from briefing.names.spelt import find_spelt, list_spelt
from briefing.problem import Finding, Path, message


@model_rule()
def spelling_differs(article: Article) -> Iterator[Finding]:
    """The English name of a person, reporter or editor is not the Chinese one in pinyin.

    Each character may have any of its readings, a family name only those that it has as one. The
    family name may stand first or last. Names of other peoples and of organisations, and spellings
    that are unlike pinyin, are not judged. Who spells the own name otherwise has the pinyin among
    the aliases.

    Passes:
        people: [{id: shan, name: {zh: 单永进, en: Sin Yongjin}, aliases: [Shan Yongjin],
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        people: [{id: shan, name: {zh: 单永进, en: Dan Yongjin},
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    aliases = {person.name.zh: person.aliases for person in article.of(Person)}
    for path, name in _people(article):
        if _differs(name, aliases.get(name.zh, ()), agrees_for_person):
            yield Finding(message("spelling-differs", zh=name.zh, en=name.en), (*path, "en"))


def _people(article: Article) -> Iterator[tuple[Path, Bilingual]]:
    for index, person in enumerate(article.of(Person)):
        yield ("people", index, "name"), person.name
    for index, reporter in enumerate(article.source.reporters):
        if not reporter.corporate:
            yield ("source", "reporters", index), reporter
    if article.source.editor:
        yield ("source", "editor"), article.source.editor


@model_rule(warning=True)
def place_spelling_differs(article: Article) -> Iterator[Finding]:
    """The English name of a province, city or county is not the Chinese one in pinyin. A warning.

    Only a name that looks like pinyin is judged, without County, Lake and such words; usual English
    names of another kind are known. An alias in pinyin says that another spelling is meant.

    Passes:
        places: [{id: xian, name: {zh: 西安市, en: "Xi'an City"}, kind: city,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        places: [{id: xian, name: {zh: 西安市, en: "Xi'en City"}, kind: city,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for index, place in enumerate(article.of(Place)):
        if place.kind not in DIVISIONS:
            continue  # a region may be a country, whose name is no pinyin
        for field in ("name", "short"):
            name: Bilingual | None = getattr(place, field)
            if name and _differs(name, place.aliases, agrees_for_place):
                found = message("place-spelling-differs", zh=name.zh, en=name.en)
                yield Finding(found, ("places", index, field, "en"))


def _differs(
    name: Bilingual, aliases: Iterable[str], agrees: Callable[[str, str], bool | None]
) -> bool:
    """Return whether an English name is another one, and no alias is the Chinese one in pinyin."""
    if name.en is None or agrees(name.en, name.zh) is not False:
        return False
    return not any(agrees(alias, name.zh) for alias in aliases)


_DEPUTY = re.compile(
    "\\b(?:Deputy|Vice|Assistant|Associate|Acting|Sub|Co(?=-)|Under|Number Two"
    "|Second[- ]in[- ]Command)\\b",
    re.I,
)
_SECOND = re.compile("(?<![大二三])副(?!食|产品|业|刊|中心|都心)|助理|次长|常务|代")
"""What makes the holder of a post somebody's deputy, in English and in Chinese."""
_SIDED = ("name", "short", "label", "title", "tier")
"""The fields whose English has the sides of the Chinese, and no others."""


@model_rule(warning=True)
def office_misnamed(article: Article) -> Iterator[Finding]:
    """The English name of an office of the state is that of another one. A warning.

    What ministries, departments and bureaus are for is known: 财政部 is no Ministry of Education.

    Passes:
        organisations: [{id: finance, name: {zh: 财政部, en: Ministry of Finance},
          kind: government, evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        organisations: [{id: finance, name: {zh: 财政部, en: Ministry of Education},
          kind: government, evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for index, body in enumerate(article.of(Organisation)):
        for field in ("name", "short"):
            name = getattr(body, field, None)
            found = contrast_offices(name.zh, name.en or "") if name else None
            if found:
                told = message("office-misnamed", said=found[0], other=found[1])
                yield Finding(told, ("organisations", index, field, "en"))


@model_rule(warning=True)
def places_differ(article: Article) -> Iterator[Finding]:
    """The two languages of a text name different divisions of China. A warning.

    The English names a division that the Chinese does not name, neither by its short name nor by
    one that lies in it or around it, and the Chinese names another one of the same level that the
    English does not name. Names of places, which other rules check, and glosses of terms are not
    read.

    Passes:
        events: [{id: start, coined: true, name: {zh: 太原市开工, en: Work begins in Taiyuan},
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, coined: true, name: {zh: 太原市开工, en: Work begins in Datong},
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in article.all_parts:
        if isinstance(part, Term):
            continue
        for where, text in texts_of(part, path):
            is_name = isinstance(part, Place) and where[-1] in ("name", "short")
            if not is_name and text.en and (found := _find_different(text)):
                told = message("places-differ", said=found[0], other=found[1])
                yield Finding(told, (*where, "en"))


@model_rule(warning=True)
def english_contradicts(article: Article) -> Iterator[Finding]:
    """The English of a post or a name gives another rank or side than the Chinese. A warning.

    Who has 副 in a post is a deputy in English, and nobody is one without it or the like. For
    sides, the English has one, as in northern, and the Chinese only the opposite one; or the
    English has one between two, as in Southeast, and the Chinese only another such one.

    Passes:
        people: [{id: jia, name: {zh: 甲某, en: Jia Mou}, evidence: [{paragraph: 1, anchor: 要点}],
          posts: [{title: {zh: 副县长, en: Deputy County Governor},
            evidence: [{paragraph: 1, anchor: 要点}]}]}]
    Fails:
        people: [{id: jia, name: {zh: 甲某, en: Jia Mou}, evidence: [{paragraph: 1, anchor: 要点}],
          posts: [{title: {zh: 副县长, en: County Governor},
            evidence: [{paragraph: 1, anchor: 要点}]}]}]
    """
    for path, part in article.all_parts:
        for where, text in texts_of(part, path):
            english = text.en or ""
            found = contrast_sides(text.zh, english) if where[-1] in _SIDED else None
            if isinstance(part, Post) and english:
                found = found or _contrast_ranks(text.zh, english)
            if found:
                told = message("english-contradicts", said=found[0], other=found[1])
                yield Finding(told, (*where, "en"))


def _contrast_ranks(chinese: str, english: str) -> tuple[str, str] | None:
    """Return what the English of a post says of a deputy, and what the Chinese says instead."""
    said, told = _DEPUTY.search(english), _SECOND.search(chinese)
    if said and not told:
        return said[0], chinese
    return (english, told[0]) if told and told[0] == "副" and not said else None


def _find_different(text: Bilingual) -> tuple[str, str] | None:
    """Return a place that the English of a text names alone, and one that the Chinese does."""
    english = [(name, list_spelt()[name][0]) for name in find_spelt(text.en or "")]
    english = [(name, places) for name, places in english if places]
    chinese = _list_named(text.zh) if english else ()
    theirs = [places for _, places in english]
    for name, places in english:
        if _is_told(places, text.zh) or any(_are_near(places, one) for _, one in chinese):
            continue
        for other, ours in chinese:
            is_alike = {one.level for one in places} & {one.level for one in ours}
            is_named = any(_are_near(ours, one) for one in theirs) or any(
                spell_stem(one) in (text.en or "") for one in ours
            )
            if is_alike and not is_named:
                return name, other
    return None


@cache
def _list_named(text: str) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """Return the places that a Chinese text surely names, each with those that are called so."""
    found = find_candidates(text)
    held = [one for before, one in pairwise([None, *found]) if one and is_sure(one, before)]
    return tuple((one.name, one.places) for one in held)


def _is_told(places: Sequence[Listed], chinese: str) -> bool:
    """Return whether a Chinese text has a name of one of some places, or sounds as if it had."""
    heard = read_out(chinese)
    return any(
        read_out(one.stem) in heard or any(name in chinese for name in names_of_place(one))
        for one in places
    )


def _are_near(places: Sequence[Listed], others: Sequence[Listed]) -> bool:
    """Return whether one of some places is one of some others, or lies in it or around it."""
    return any(
        one.code.startswith(other.code) or other.code.startswith(one.code)
        for one in places
        for other in others
    )
