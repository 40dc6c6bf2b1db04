"""The rules on the English names of people and places, which are the pinyin of the Chinese ones."""

from collections.abc import Callable, Iterable, Iterator

from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.model.records import Person, Place
from briefing.names.spelling import agrees_for_person, agrees_for_place
from briefing.problem import Finding, Path, message

_SPELT_IN_CHINA = ("province", "city", "county", "town", "village")
"""The kinds of places that are judged: regions may be countries, whose names are no pinyin."""


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
        if place.kind not in _SPELT_IN_CHINA:
            continue
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
