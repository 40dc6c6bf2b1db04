"""The articles that a command looks at, with indexes that are built once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from briefing.model.article import Article
from briefing.model.folders import list_shelf
from briefing.model.parts import Link
from briefing.model.reading import Inspected, inspect_models
from briefing.model.records import Organisation, Person, Place, Project, Record, Term
from briefing.model.sections import SECTIONS, Section, section_of
from briefing.problem import ModelError, Problem

_SHARED = (Place, Organisation, Project, Term)
"""Records with the same id in every article, besides people."""

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class Hit(NamedTuple, Generic[R_co]):
    """A record, with the article and the section that it stands in."""

    article: Article
    section: Section
    record: R_co

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the article and of the record, which together name the record anywhere."""
        return self.article.source.id, self.record.id


class Library:
    """Articles, the newest first, the warnings about their files, and these by the articles' ids.

    Articles of the same day keep the order in which they were named.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        warnings: Iterable[Problem] = (),
        files: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.articles = tuple(sorted(articles, key=lambda one: one.source.day, reverse=True))
        self.warnings = tuple(warnings)
        self.files = files

    @cached_property
    def hits(self) -> tuple[Hit[Record], ...]:
        """Every record, article by article in the order of the models."""
        return tuple(hit for article in self.articles for hit in self.within(article))

    @cached_property
    def _by_article(self) -> dict[str, tuple[Hit[Record], ...]]:
        return {
            article.source.id: tuple(Hit(article, *one) for one in article.records())
            for article in self.articles
        }

    def within(self, article: Article) -> tuple[Hit[Record], ...]:
        """Return the records of one of the articles, in the order of its model."""
        return self._by_article[article.source.id]

    @cached_property
    def _by_section(self) -> dict[str, list[Hit[Record]]]:
        found: dict[str, list[Hit[Record]]] = {name: [] for name in SECTIONS}
        for hit in self.hits:
            found[hit.section.name].append(hit)
        return found

    @cached_property
    def by_id(self) -> dict[str, list[Hit[Record]]]:
        """The records by their ids; an id may name one record in each article."""
        found: dict[str, list[Hit[Record]]] = {}
        for hit in self.hits:
            found.setdefault(hit.record.id, []).append(hit)
        return found

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], dict[str, list[Hit[Record]]]]:
        found: dict[tuple[str, str], dict[str, list[Hit[Record]]]] = {}
        for hit in self.hits:
            for place in list_places_of(hit):
                sections = found.setdefault((hit.article.source.id, place), {})
                sections.setdefault(hit.section.name, []).append(hit)
        return found

    def section(self, name: str) -> list[Hit[Record]]:
        """Return the records of the section with that name."""
        return self._by_section[name]

    def of(self, kind: type[R]) -> "list[Hit[R]]":
        """Return the records of one kind.

        Raises :class:`TypeError` for a type that no section holds.
        """
        return keep_kind(self._by_section[section_of(kind).name], kind)

    def concerning(self, place: Hit[Place]) -> dict[str, list[Hit[Record]]]:
        """Return the records of the place's article that are of it or about it, by section."""
        return self._by_place.get(place.key, {})


def keep_kind(hits: Iterable[Hit[Record]], kind: type[R]) -> list[Hit[R]]:
    """Return the hits whose record is of one kind, typed as such."""
    return [
        Hit(hit.article, hit.section, hit.record) for hit in hits if isinstance(hit.record, kind)
    ]


def split_name(library: Library, name: str) -> tuple[str | None, str]:
    """Return the article that ``article/name`` is of, and the name; no article for a mere name."""
    article, _, rest = name.strip().partition("/")
    ids = {one.source.id for one in library.articles}
    return (article.lower(), rest) if article.lower() in ids and rest else (None, name.strip())


def keep_article(hits: Iterable[Hit[R]], article: str | None) -> list[Hit[R]]:
    """Return the records of one article, or of all for ``None``."""
    return [hit for hit in hits if article in (None, hit.article.source.id)]


def with_namesakes(found: Sequence[Hit[R]], hits: Iterable[Hit[R]]) -> list[Hit[R]]:
    """Return what was found, and from the articles in which nothing was found the same things.

    One id is one thing in every article, but for the records that are an article's own, and people
    of other names. The records are in the order of ``hits``, among which the found ones are.
    """
    keys, articles = {hit.key for hit in found}, {hit.key[0] for hit in found}
    same = {identity for hit in found if (identity := _identify(hit.record))}
    return [
        hit
        for hit in hits
        if hit.key in keys or (hit.key[0] not in articles and _identify(hit.record) in same)
    ]


def _identify(record: Record) -> tuple[str, ...] | None:
    """Return what a record has in common with the records of other articles on the same thing."""
    if isinstance(record, Person):
        return record.id, record.name.zh
    return (record.id, type(record).__name__) if isinstance(record, _SHARED) else None


def join_places(found: Iterable[Sequence[Hit[Place]]]) -> list[list[Hit[Place]]]:
    """Return each place once, with all that was found of it in any article, the newest first.

    Of what was found, those are one place that have one name, or the same id in several articles.
    """
    places: list[dict[tuple[str, str], Hit[Place]]] = []
    for hits in found:
        ids = {hit.record.id for hit in hits}
        same = [one for one in places if ids & {id_ for _, id_ in one}]
        whole = {key: hit for one in same for key, hit in one.items()}
        whole |= {hit.key: hit for hit in hits}
        if same:
            places[places.index(same[0])] = whole
            places = [one for one in places if not any(one is other for other in same)]
        else:
            places.append(whole)
    return [
        sorted(one.values(), key=lambda hit: hit.article.source.day, reverse=True) for one in places
    ]


def list_places_of(hit: Hit[Record]) -> Iterator[str]:
    """Yield the ids of the places that a record is of or about, each once.

    A record of a place is also one of the places around it, as far as the city.
    """
    found = dict.fromkeys(getattr(hit.record, "about", ()))
    for place in getattr(hit.record, "places", ()):
        found |= dict.fromkeys(hit.article.places_around(place))
    return iter(found)


def list_ties_of(hit: Hit[Place]) -> Iterator[tuple[Place, Link]]:
    """Yield the ties of a place with the other place, at whichever of the two they are written.

    A city has the ties of the places in it, too, but not those between them.
    """
    article, here = hit.article, hit.record.id
    inside = set(article.places_inside(here))
    for number in sorted({tie for one in inside for tie in article.ties_at.get(one, ())}):
        one, tie, other = article.ties[number]
        if one.id == here or (one.id in inside and other.id not in inside):
            yield other, tie
        elif other.id == here or (other.id in inside and one.id not in inside):
            yield one, tie


def load(
    paths: Iterable[str] = (), each: Callable[[Sequence[str]], Iterable[str]] = iter
) -> Library:
    """Return the articles in ``paths``, files or folders of them; without any, the shipped one.

    ``each`` is given the files and yields them again, as something that shows progress does.
    Raises :class:`ModelError` with all problems of all files if any of them is an error, and where
    they are more than are read together.
    """
    return make_library(inspect_models(each(list_shelf(paths))))


def make_library(inspected: Sequence[Inspected]) -> Library:
    """Return the articles of models that were read.

    Raises :class:`ModelError` with all problems of all files if any of them is an error.
    """
    problems = [problem for one in inspected for problem in one.problems]
    if errors := [problem for problem in problems if not problem.warning]:
        raise ModelError(errors)
    articles = {one.file: one.article for one in inspected if one.article}
    files = {article.source.id: file for file, article in articles.items()}
    return Library(articles.values(), problems, files)
