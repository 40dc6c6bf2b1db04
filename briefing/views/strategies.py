"""The strategies as a tree: what each is for, and the measures in it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from briefing.document import Document, Lang, Line, Node, Phrase, Tree
from briefing.model.parts import Bilingual
from briefing.model.records import Record, Strategy
from briefing.shelf.library import Hit, Library, keep_kind
from briefing.shelf.ordering import make_row, order
from briefing.shelf.whose import is_of_another_place
from briefing.views.claims import remark_standing, tell_statement
from briefing.views.common import (
    list_credited,
    make_data,
    make_document,
    make_places_cell,
    name_articles,
)
from briefing.words.catalogue import heading, label, say, stage


def list_strategies(
    library: Library,
    hits: Sequence[Hit[Record]],
    lang: Lang,
    sort: str | None = None,
    places: Container[tuple[str, str]] = (),
) -> Document:
    """Return the wanted strategies as a tree, each under those that it is part of.

    Where some ``places`` are asked for, by their keys, what is to be done by others in a strategy
    about several is left out. What stands under one thing has the order that ``sort`` names, or
    else that of the model.
    """
    names = name_articles(library, lang)
    branches = order(_with_parents(library, hits), sort, lambda hit: make_row(hit, hit.record))
    shown = make_tree(branches, lang, named_places=True, articles=names, places=places)
    records = [make_data(hit) for hit in hits]
    whole = make_document(list_credited(library, records), [shown], records, lang)
    return whole._replace(section="strategies", name=heading("strategies", lang))


def _with_parents(library: Library, hits: Iterable[Hit[Record]]) -> list[Hit[Strategy]]:
    """Return the strategies and all that they are part of, in the order of the model."""
    known = {hit.key: hit for hit in library.of(Strategy)}
    wanted = set()
    for hit in hits:
        key = hit.key
        while key in known and key not in wanted:
            wanted.add(key)
            key = (key[0], known[key].record.part_of or "")
    return [hit for key, hit in known.items() if key in wanted]


def make_tree(
    hits: Iterable[Hit[Record]],
    lang: Lang,
    title: Phrase | None = None,
    named_places: bool = False,
    articles: Mapping[str, Phrase] = MappingProxyType({}),
    places: Container[tuple[str, str]] = (),
) -> Tree:
    """Return strategies as branches; one whose parent is not among them stands at the top.

    With ``named_places`` a branch says which place it belongs to, if not that of its parent. Where
    ``articles`` are the names of several, by their ids, a branch at the top says which it is from.
    """
    strategies = keep_kind(hits, Strategy)
    keys = {hit.key for hit in strategies}
    children: dict[tuple[str, str] | None, list[Hit[Strategy]]] = {}
    for hit in strategies:
        parent = (hit.key[0], hit.record.part_of or "")
        children.setdefault(parent if parent in keys else None, []).append(hit)

    def grow(hit: Hit[Strategy], above: Strategy | None) -> Node:
        strategy = hit.record
        own_places = above is None or strategy.places != above.places
        place = make_places_cell(hit, lang) if named_places and own_places else ""
        article = articles.get(hit.article.source.id, "") if above is None else ""
        return Node(
            label=say(strategy.name, lang),
            tags=tuple(tag for tag in (*_tags(hit, above, lang), place, article) if tag),
            id=strategy.id,
            lines=_lines(hit, lang, places),
            children=tuple(grow(child, strategy) for child in children.get(hit.key, ())),
            evidence=strategy.evidence,
        )

    roots = tuple(grow(hit, None) for hit in children.get(None, ()))
    return Tree(title, roots, empty=label("nothing", lang))


def _tags(hit: Hit[Strategy], above: Strategy | None, lang: Lang) -> tuple[Phrase, ...]:
    strategy = hit.record
    kind, reached = label(strategy.kind, lang), stage(strategy.stage, lang)
    tags = [kind] if kind != reached else []  # a goal that is an aim may have one word for both
    tags += [label("named_only", lang)] if strategy.detail == "named_only" else []
    remark = remark_standing(hit.article, strategy, lang, above)
    return (*tags, remark) if remark else tuple(tags)


def _lines(hit: Hit[Strategy], lang: Lang, places: Container[tuple[str, str]]) -> tuple[Line, ...]:
    strategy = hit.record
    measures = (one for one in strategy.measures if not is_of_another_place(hit, one, places))
    return (
        *_labelled("aim", strategy.aim, lang),
        *(tell_statement(hit.article, measure, lang, strategy) for measure in measures),
        *_labelled("note", strategy.note, lang),
    )


def _labelled(key: str, text: Bilingual | None, lang: Lang) -> tuple[Line, ...]:
    return (Line(say(text, lang).labelled(heading(key, lang))),) if text else ()
