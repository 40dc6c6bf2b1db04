"""Searching: the records that answer to a query, the best first, and why each does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.names import name_key
from briefing.model.records import Record
from briefing.problem import BriefingError, Message, Status, message
from briefing.shelf.index import Index
from briefing.shelf.library import Hit, Library, keep_article, split_name
from briefing.shelf.pages import LABELS, NAMES, NOTES, OTHERS, TEXTS, Page, Text
from briefing.shelf.query import Query, Word, parse
from briefing.shelf.resolving import resolve
from briefing.shelf.synonyms import list_asking_words
from briefing.shelf.wordpatterns import Found

if TYPE_CHECKING:
    from briefing.shelf.segmenting import Term

_WEIGHTS = {NAMES: 1000, LABELS: 300, TEXTS: 100, NOTES: 10, OTHERS: 1}
"""What a word counts by the field that it is found in."""


_ENOUGH = 3  # records; where fewer have every word, those that come nearest follow them
_MOST_MEANT = 6
_MEANT = "search-meant"


class Match(NamedTuple):
    """A text of a record in which something was found.

    ``spans`` are the places of what was found, as pairs of a start and an end in characters.
    ``words`` are the numbers of the words of the query that stand there.
    """

    text: Text
    spans: tuple[tuple[int, int], ...]
    words: frozenset[int] = frozenset()


class Result(NamedTuple):
    """A record that was found, and where; the matches that say most come first."""

    hit: Hit[Record]
    matches: tuple[Match, ...]


class Answer(NamedTuple):
    """What a search has found, the best first, and what the reader should be told of it."""

    results: list[Result]
    told: tuple[Message, ...] = ()


def search(library: Library, words: Sequence[str]) -> list[Hit[Record]]:
    """Return the records in which every word is found, the best first.

    Raises :class:`BriefingError` where there is none; its messages say what may have been meant.
    """
    found = answer(library, words)
    if not found.results:
        raise BriefingError(*found.told, status=Status.PROBLEMS)
    return [one.hit for one in found.results]


def answer(library: Library, words: Sequence[str]) -> Answer:
    """Return what a search for some words finds, or what may have been meant.

    A word is found in another case, width and script, in the plural, and by its pinyin. A lone
    ``¶26``, ``26段`` or ``p26`` finds what comes from a paragraph; beside words it narrows. Raises
    :class:`BriefingError` where the words are too long for a query.
    """
    query = parse(words)
    article, name = split_name(library, " ".join(words))
    named = {hit.key for hit in keep_article(library.by_id.get(name.lower(), ()), article)}
    if named or article:
        query = Query((Word(name),))
    pages = [Page(hit) for hit in keep_article(library.hits, article)]
    if query.paragraphs:
        pages = [page for page in pages if _anchors_of(page, query.paragraphs)]
    told: tuple[Message, ...] = ()
    if query.paragraphs and not query.words:
        found = _order_by_paragraph(pages, query.paragraphs)
    else:
        index = Index(pages)
        posts, told = _tell_posts(index, query)
        found, told = (posts, told) if posts else _find(index, query)
    called = name_key(name)
    found.sort(key=lambda one: (one.hit.key not in named, not _is_called(one, called)))
    last = max((one.last_paragraph for one in library.articles), default=0)
    if not found and query.paragraphs and query.paragraphs[0] > last:
        told = (message("usage.no-paragraph", number=query.paragraphs[0], last=last),)
    elif not found and not any(one.key == _MEANT for one in told):
        told = (message("nothing-found", words=" ".join(words)), *told)
    return Answer(found, told)


def _tell_posts(index: Index, query: Query) -> tuple[list[Result], tuple[Message, ...]]:
    """Return who has a post where a query asks for one that nobody has, and say that it is so."""
    from briefing.shelf.posts import find_missing_post, list_posts

    post = find_missing_post(index, query.loosened().words)
    if post is None:
        return [], ()
    held = [
        Result(page.hit, tuple(Match(one, ()) for one in texts))
        for page, texts in list_posts(index.pages)
    ]
    return held, (message("search-no-post", post=post),)


def _is_called(result: Result, key: str) -> bool:
    """Return whether one of the names of a record that were found is the whole query."""
    names = (one.text for one in result.matches if one.text.kind == NAMES)
    return any(name_key(one.text) == key for one in names)


def narrow(hits: Iterable[Hit[Record]], words: Sequence[str]) -> list[Hit[Record]]:
    """Return those of some records in which every word is found, in their own order."""
    found, _ = _find_words(Index([Page(hit) for hit in hits]), parse(words).loosened())
    keys = {one.hit.key for one in found}
    return [hit for hit in hits if hit.key in keys]


def _find(index: Index, query: Query) -> tuple[list[Result], tuple[Message, ...]]:
    """Return what is found as it is asked for, as it may have been meant, and what comes nearest.

    A phrase is looked for as it stands, and then its words.
    """
    loosened = query.loosened()
    if loosened != query:
        found, _ = _find_words(index, query)
        if found:
            return found, ()
    found, missing = _find_words(index, loosened)
    if only_asked := [
        one for one in missing if not one.exact and one.text.casefold() in list_asking_words()
    ]:
        words = tuple(one for one in loosened.words if one not in only_asked)
        loosened = loosened._replace(words=words or loosened.words)
        found, missing = _find_words(index, loosened)
    several = len(loosened.words) > 1
    sure = bool(found) and _is_sure(found[0])
    if sure and (len(found) >= _ENOUGH or not several):
        return found, ()
    meant: list[Result] = []
    told: tuple[Message, ...] = ()
    if missing:
        meant, told = _find_meant(index, loosened, missing)
    if meant:
        return meant, told
    nearest, terms = _find_nearest(index, loosened, found)
    if sure:
        whole = {one.hit.key for one in found}
        nearest.sort(key=lambda one: one.hit.key not in whole)
    if len(nearest) == len(found):
        return nearest, () if nearest else told
    return nearest, tuple(_tell_nearest(len(found), terms))


def _tell_nearest(whole: int, terms: Sequence["Term"]) -> Iterator[Message]:
    """Yield what a reader should know of records of which only so many have every word."""
    if whole:
        yield message("search-nearest-too", total=whole)
    elif len(terms) > 1:
        yield message("search-nearest")
    for term in terms:
        if term.found_as:
            yield message("search-instead", words=term.text, others=term.found_as)
    if unknown := [term.text for term in terms if not term.places]:
        yield message("hint.search-left-out", words=unknown)


def _is_sure(result: Result) -> bool:
    """Return whether one text of a record that is no note has every word that was found in it."""
    words = frozenset().union(*(one.words for one in result.matches))
    return any(one.text.kind < NOTES and one.words == words for one in result.matches)


def _find_nearest(
    index: Index, query: Query, whole: Sequence[Result]
) -> tuple[list[Result], Sequence["Term"]]:
    """Return the records that answer best, and the parts of the query by which they are found.

    Those that are ``whole`` have every word. What is in quotation marks must be found.
    """
    from briefing.shelf.nearest import rank
    from briefing.shelf.segmenting import segment  # what is found at once needs none of this

    exact = [word for word in query.words if word.exact]
    if exact:
        places, missing = resolve(index, exact)
        kept = [] if missing else sorted(set.intersection(*map(set, places)))
        index = Index([index.pages[at] for at in kept])
    terms = segment(index, [word for word in query.words if not word.exact])
    known = {one.hit.key: one for one in whole}
    numbers = {at for at, page in enumerate(index.pages) if page.hit.key in known}
    ranked = rank(index, terms, numbers)
    found = [term for term in terms if term.places]
    # Where most words are known, one that no record has is told and left out.
    if not ranked and 1 < len(found) < len(terms) < 2 * len(found):
        ranked = rank(index, found, numbers)
    near = [_make_result(index.pages[one.page], one.places) for one in ranked]
    if len(terms) > 1:  # our gloss of one word is no answer to a question
        near = [one for one in near if one.hit.key in known or not _is_only_glossed(one)] or near
    shown = {one.hit.key for one in near}
    return [*near, *(one for one in whole if one.hit.key not in shown)], terms


def _is_only_glossed(result: Result) -> bool:
    return all(one.text.field == "gloss" for one in result.matches)


def _make_result(page: Page, places: Mapping[int, Sequence[Found]]) -> Result:
    """Return a record with the texts in which each numbered word of a query is found."""
    met: dict[int, list[tuple[Found, int]]] = {}
    for number, found in places.items():
        for one in found:
            met.setdefault(page.find_text(one.start), []).append((one, number))
    matches = [_match(page, at, found) for at, found in met.items()]
    matches.sort(key=lambda one: (one.text.kind, -len(one.words), -_share(one)))
    return Result(page.hit, tuple(matches))


def _find_meant(
    index: Index, query: Query, missing: Sequence[Word]
) -> tuple[list[Result], tuple[Message, ...]]:
    """Return what is found with the words that are near to those that no page has.

    Where several words are as near, they are only told.
    """
    near = {word: index.spelling.suggest(word.text) for word in missing}
    unknown = " ".join(word.text for word in missing)
    if not all(near.values()):
        more = len(missing) < len(query.words)
        return [], (message("hint.search-missing", words=unknown),) if more else ()
    meant = [one for words in near.values() for one in words][:_MOST_MEANT]
    told = (message(_MEANT, words=unknown, meant=meant),)
    if any(len(words) > 1 for words in near.values()):
        return [], told
    words = tuple(Word(near[one][0]) if one in near else one for one in query.words)
    return _find_words(index, query._replace(words=words))[0], told


def _find_words(index: Index, query: Query) -> tuple[list[Result], list[Word]]:
    """Return the pages with every word, the best first, and the words that no page has."""
    places, missing = resolve(index, query.words)
    if missing or not places:
        return [], missing
    common = set(places[0]).intersection(*places[1:])
    ranked = [_judge(index.pages[at], [one[at] for one in places]) for at in sorted(common)]
    ranked.sort(key=lambda one: one[0], reverse=True)
    return [result for _, result in ranked], []


def _judge(page: Page, places: Sequence[Sequence[Found]]) -> tuple[tuple[float, ...], Result]:
    """Return how well a page answers, a higher rank being better, and what it answers with.

    First counts what kind of field each word is in and how like it is; then how much of the best
    text is found, how close together the words stand, and how often.
    """
    met: dict[int, list[tuple[Found, int]]] = {}
    worth = 0.0
    for number, found in enumerate(places):
        best = 0.0
        for one in found:
            at = page.find_text(one.start)
            met.setdefault(at, []).append((one, number))
            best = max(best, _WEIGHTS[page.texts[at].kind] * one.likeness)
        worth += best
    matches = [_match(page, at, found) for at, found in met.items()]
    matches.sort(key=lambda one: (one.text.kind, -len(one.words), -_share(one)))
    kind = matches[0].text.kind
    share = max(_share(one) for one in matches if one.text.kind == kind)
    close = max(_closeness(found, len(places)) for found in met.values())
    rank = (worth, share, close, sum(map(len, places)))
    return rank, Result(page.hit, tuple(matches))


def _match(page: Page, at: int, found: Iterable[tuple[Found, int]]) -> Match:
    start = page.starts[at]
    spans: list[tuple[int, int]] = []
    for begin, end in sorted((one.start - start, one.end - start) for one, _ in found):
        if spans and not page.texts[at].text[spans[-1][1] : begin].strip():
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((begin, end))
    return Match(page.texts[at], tuple(spans), frozenset(number for _, number in found))


def _share(match: Match) -> float:
    return sum(end - start for start, end in match.spans) / len(match.text.text)


def _closeness(found: Sequence[tuple[Found, int]], words: int) -> float:
    """Return how close together all words stand in a text: 1 where they touch, 0 if one lacks."""
    if len({number for _, number in found}) < words:
        return 0
    ordered = sorted(found)
    nearest = min(
        (
            after.start - before.end
            for (before, one), (after, other) in pairwise(ordered)
            if one != other
        ),
        default=0,
    )
    return 1 / (1 + max(0, nearest))


def _anchors_of(page: Page, paragraphs: tuple[int, int]) -> list[Text]:
    """Return the anchors of a page from a first paragraph to a last."""
    first, last = paragraphs
    return [one for one in page.texts if one.paragraph and first <= one.paragraph <= last]


def _order_by_paragraph(pages: Iterable[Page], paragraphs: tuple[int, int]) -> list[Result]:
    """Return what comes from some paragraphs, paragraph by paragraph in the order of the model."""
    found = []
    for page in pages:
        anchors = sorted(_anchors_of(page, paragraphs), key=lambda one: one.paragraph or 0)
        matches = (
            Match(one, ((0, len(one.text)),), frozenset({number}))
            for number, one in enumerate(anchors)
        )
        found.append((anchors[0].paragraph or 0, Result(page.hit, tuple(matches))))
    found.sort(key=lambda one: one[0])
    return [result for _, result in found]
