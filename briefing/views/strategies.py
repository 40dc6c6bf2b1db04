"""The strategies as a tree: what each is for, and the measures in it."""

from collections.abc import Iterable, Sequence

from briefing.document import Document, Lang, Line, Node, Phrase, Tree
from briefing.model.load import Library
from briefing.model.records import Bilingual, Strategy
from briefing.shelf.query import Hit, every
from briefing.views.common import data, document, paragraphs, place_cell, statement
from briefing.words import heading, label, say


def strategies(library: Library, hits: Sequence[Hit], lang: Lang) -> Document:
    """The wanted strategies, each under those that it is part of."""
    shown = tree(with_parents(library, hits), lang, named_places=True)
    whole = document(library.articles, [shown], [data(hit) for hit in hits], lang)
    return whole._replace(section="strategies", name=heading("strategies", lang))


def with_parents(library: Library, hits: Iterable[Hit]) -> list[Hit]:
    """The hits and what they are part of, so that each has its place in the tree."""
    known = {(hit.article.source.id, hit.record.id): hit for hit in every(library, "strategies")}
    wanted = set()
    for hit in hits:
        name = (hit.article.source.id, hit.record.id)
        while name in known and name not in wanted:
            wanted.add(name)
            name = (name[0], known[name].record.part_of)
    return [hit for name, hit in known.items() if name in wanted]


def tree(
    hits: Sequence[Hit], lang: Lang, title: Phrase | None = None, named_places: bool = False
) -> Tree:
    """Strategies as branches; one whose parent is not among them stands at the top."""
    names = {(hit.article.source.id, hit.record.id) for hit in hits}
    children: dict[tuple[str, str | None], list[Hit]] = {}
    for hit in hits:
        parent = (hit.article.source.id, hit.record.part_of)
        key = parent if parent in names else ("", None)
        children.setdefault(key, []).append(hit)

    def node(hit: Hit, above: str | None) -> Node:
        strategy: Strategy = hit.record
        name = (hit.article.source.id, strategy.id)
        place = place_cell(hit, lang) if named_places and strategy.place != above else ""
        return Node(
            label=say(strategy.name, lang),
            tags=tuple(tag for tag in (*_tags(strategy, lang), place) if tag),
            id=strategy.id,
            lines=_lines(strategy, lang),
            children=tuple(node(child, strategy.place) for child in children.get(name, ())),
            paragraphs=paragraphs(strategy.evidence),
        )

    roots = tuple(node(hit, None) for hit in children.get(("", None), ()))
    return Tree(title, roots, empty=label("nothing", lang))


def _tags(strategy: Strategy, lang: Lang) -> tuple[Phrase, ...]:
    tags = [label(strategy.kind, lang)]
    if strategy.detail == "named_only":
        tags.append(label("named_only", lang))
    if strategy.basis == "implied":
        tags.append(label("implied", lang))
    return tuple(tags)


def _lines(strategy: Strategy, lang: Lang) -> tuple[Line, ...]:
    return (
        *_labelled("aim", strategy.aim, lang),
        *(statement(measure, lang) for measure in strategy.measures),
        *_labelled("note", strategy.note, lang),
    )


def _labelled(key: str, text: Bilingual | None, lang: Lang) -> tuple[Line, ...]:
    return (Line(say(text, lang).labelled(heading(key, lang))),) if text else ()
