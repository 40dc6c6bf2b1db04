"""The article on one screen: the gist, the layout as a compass, key figures, what to do next."""

from collections.abc import Iterator
from typing import Any

from briefing import document as doc
from briefing.model.article import SECTIONS, Article
from briefing.model.parts import Role
from briefing.model.records import Figure, Place, Record, Strategy
from briefing.shelf.library import Hit, Library
from briefing.views.claims import implied, paragraphs, reach, standing
from briefing.views.common import article_heading, data, document, one_or_all, plain
from briefing.words.catalogue import heading, label, say
from briefing.words.values import quantity, source_line


def summary(library: Library, lang: doc.Lang) -> doc.Document:
    """Return the summaries of the articles, one below the other."""
    blocks: list[doc.Block | None] = []
    for article in library.articles:
        if len(library.articles) > 1:
            blocks.append(article_heading(article, lang))
        blocks += _blocks(article, lang)
    blocks.append(_next(library.articles[0], lang))
    alone = len(library.articles) == 1
    return document(
        library.articles,
        blocks,
        one_or_all([_data(article) for article in library.articles]),
        lang,
        title=say(library.articles[0].source.title, lang) if alone else None,
        subtitle=source_line(library.articles[0].source, lang) if alone else None,
    )


def _blocks(article: Article, lang: doc.Lang) -> Iterator[doc.Block | None]:
    gist = article.summary
    yield doc.Prose(say(gist.gist, lang), paragraphs(gist.evidence))
    yield compass(article, lang)
    figures = tuple(
        (quantity(figure, lang), _figure_line(article, figure, lang))
        for figure in _headline(article)
    )
    if figures:
        yield doc.KeyFigures(heading("headline", lang), figures)
    if gist.takeaways:
        lines = tuple(
            doc.Line(say(takeaway.text, lang), paragraphs(takeaway.evidence))
            for takeaway in gist.takeaways
        )
        yield doc.Items(heading("takeaways", lang), lines)


def _figure_line(article: Article, figure: Figure, lang: doc.Lang) -> doc.Line:
    remark = standing(article, figure, lang)
    return doc.Line(say(figure.label, lang), paragraphs(figure.evidence), remark)


def _headline(article: Article) -> list[Figure]:
    figures = {figure.id: figure for figure in article.of(Figure)}
    return [figures[name] for name in article.summary.headline]


def compass(article: Article, lang: doc.Lang) -> doc.Compass | None:
    """Return the places that have a direction, or nothing if none has.

    Where several places share a direction, the first one in the model stands for it.
    """
    boxes: dict[str, doc.Box] = {}
    for place in article.of(Place):
        if place.direction and place.direction not in boxes:
            boxes[place.direction] = _box(article, place, lang)
    return doc.Compass(heading("layout", lang), **boxes) if boxes else None


def _box(article: Article, place: Place, lang: doc.Lang) -> doc.Box:
    role = _layout_role(article, place)
    part = say(role.text, lang) if role else label(place.direction or "", lang)
    remark = implied(place.basis, lang) or (reach(role, lang) if role else None)
    return doc.Box(part, say(place.name, lang), place.id, remark)


def _layout_role(article: Article, place: Place) -> Role | None:
    """Return the role that the layout gives a place, or else the place's first.

    It is the one that shares evidence with a strategy of the kind *layout* about the place.
    """
    layouts = [one for one in article.of(Strategy) if one.kind == "layout"]
    known = {proof for one in layouts if place.id in one.about for proof in one.evidence}
    shared = (role for role in place.roles if not known.isdisjoint(role.evidence))
    return next(shared, next(iter(place.roles), None))


def _next(article: Article, lang: doc.Lang) -> doc.Commands:
    cities = [place for place in article.of(Place) if place.kind == "city"]
    city = next((place.id for place in sorted(cities, key=lambda one: not one.direction)), "NAME")
    rows = (
        (f"briefing city {city}", heading("try_city", lang)),
        ("briefing figures", heading("try_figures", lang)),
        ("briefing --help", heading("try_help", lang)),
    )
    return doc.Commands(heading("next", lang), rows)


def _data(article: Article) -> dict[str, Any]:
    places = [place for place in article.of(Place) if place.direction]
    return {
        "article": article.source.id,
        "title": plain(article.source.title),
        "gist": plain(article.summary.gist),
        "takeaways": [_record(article, "takeaways", one) for one in article.summary.takeaways],
        "layout": [_record(article, "places", place) for place in places],
        "headline": [_record(article, "figures", figure) for figure in _headline(article)],
    }


def _record(article: Article, section: str, record: Record) -> dict[str, Any]:
    return data(Hit(article, SECTIONS[section], record))
