"""The article on one screen: the gist, the layout as a compass, key figures, what to do next."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from briefing import document as doc
from briefing.model.article import Article
from briefing.model.records import Figure, Place, Record, Takeaway
from briefing.model.sections import SECTIONS
from briefing.shelf.library import Hit, Library
from briefing.views.belonging import find_layout_role
from briefing.views.claims import join_remarks, remark_implied, remark_reach, remark_standing
from briefing.views.common import (
    give_one_or_all,
    make_data,
    make_document,
    make_heading,
    make_plain,
    say_counts,
)
from briefing.views.screen import COLUMNS, LINES, count_columns, count_lines, count_wrapped
from briefing.words.catalogue import catalogue, fill, heading, label, say
from briefing.words.values import quantity, source_line

_WELCOME = (
    ("summary", ""),
    ("city", ""),
    ("zone", ""),
    ("commitments", ""),
    ("figures", ""),
    ("search", "words"),
    ("show", "id"),
    ("help", ""),
)
"""The commands that matter most, each with what has to be typed behind it.

Zones are only shown where an article has no cities.
"""
_TOO_WIDE = ("province", "abroad")
"""The kinds of places of which most of an article tells, or hardly anything."""
R = TypeVar("R", bound=Record)
_AROUND = 9
"""The lines of a screen that titles, the source, what to type next and blanks take."""
_COUNTS = 2
"""The lines that say how many takeaways are left out, and which command shows them."""
_MOST_COMPASS = 14
"""The lines that a screen has for the layout; a taller one is left to the whole."""
_NUMERALS = frozenset("0123456789.〇零一二两三四五六七八九十百千万亿")
_SIDE, _OUTER = 20, 74
"""The columns for text in a box at the side of the layout, and above or below its centre."""


def summarise(
    library: Library, lang: doc.Lang, full: bool = False, lines: int = LINES
) -> doc.Document:
    """Return the summaries of the articles, one below the other.

    One that is not ``full`` takes at most some ``lines``, and leaves out the key figures that a
    takeaway tells. What there is no room for is counted.
    """
    blocks: list[doc.Block | None] = []
    left_out: dict[str, int] = {}
    for article in library.articles:
        if len(library.articles) > 1:
            blocks.append(make_heading(article, lang))
        rest = {} if full else count_left_out(article, lang, lines)
        blocks += _blocks(article, lang, full, lines)
        left_out |= {name: left_out.get(name, 0) + count for name, count in rest.items()}
    blocks.append(_next(library.articles[0], left_out, lang))
    alone = len(library.articles) == 1
    return make_document(
        library.articles,
        blocks,
        give_one_or_all([_data(article) for article in library.articles]),
        lang,
        title=say(library.articles[0].source.title, lang) if alone else None,
        subtitle=source_line(library.articles[0].source, lang) if alone else None,
    )._replace(is_screen=alone and not full)


def welcome(library: Library, lang: doc.Lang) -> doc.Document:
    """Return the head of the newest article's summary, and the commands that people use most."""
    article = library.articles[0]
    gist = article.summary
    prose = doc.Prose(say(gist.gist, lang), gist.evidence)
    has_cities = any(place.kind == "city" for place in article.of(Place))
    lacking = "zone" if has_cities else "city"
    commands = tuple(
        (f"briefing {name} {_placeholder(placeholder, lang)}".strip(), heading(f"try_{name}", lang))
        for name, placeholder in _WELCOME
        if name != lacking
    )
    return make_document(
        [article],
        [prose, doc.Commands(heading("next", lang), commands)],
        [],
        lang,
        title=say(article.source.title, lang),
        subtitle=source_line(article.source, lang),
    )


def _placeholder(name: str, lang: doc.Lang) -> str:
    """Return what help calls something that a reader has to type."""
    zh, en = catalogue()[f"metavar.{name}"] if name else ("", "")
    return zh if lang == "zh" else en


def _blocks(article: Article, lang: doc.Lang, full: bool, lines: int) -> Iterator[doc.Block | None]:
    gist = article.summary
    yield doc.Prose(say(gist.gist, lang), gist.evidence)
    layout = draw_compass(article, lang)
    one_lang: doc.Lang = "zh" if lang == "zh" else "en"
    yield layout if full or _count_drawn(article, one_lang) else None
    takeaways, figures = list(gist.takeaways), list_headline(article)
    if not full:
        takeaways, figures = choose_for_screen(article, one_lang, lines)
    if figures:
        yield _key_figures(article, figures, lang)
    if takeaways:
        yield list_takeaways(article, takeaways, lang)


def list_takeaways(article: Article, takeaways: Sequence[Takeaway], lang: doc.Lang) -> doc.Items:
    """Return takeaways as a list, and how many more the article has."""
    told = [_takeaway_line(one, lang) for one in takeaways]
    if more := len(article.summary.takeaways) - len(takeaways):
        told.append(doc.Line(fill("remark.more", lang, n=doc.Phrase(str(more)))))
    return doc.Items(heading("takeaways", lang), tuple(told))


def draw_head(article: Article, lang: doc.Lang) -> Iterator[doc.Block]:
    """Yield the layout of an article and its first figures, to stand over the whole of it."""
    if layout := draw_compass(article, lang):
        yield layout
    if figures := list_headline(article):
        yield _key_figures(article, figures, lang)


def _key_figures(article: Article, figures: Iterable[Figure], lang: doc.Lang) -> doc.KeyFigures:
    rows = ((quantity(one, lang), _figure_line(article, one, lang)) for one in figures)
    return doc.KeyFigures(heading("headline", lang), tuple(rows))


def choose_for_screen(
    article: Article, lang: doc.Lang, lines: int = LINES
) -> tuple[list[Takeaway], list[Figure]]:
    """Return what fits some lines: takeaways, and the key figures that none of them tells."""
    gist = article.summary
    left = lines - _AROUND - _count_drawn(article, lang)
    # The gist is not indented as a list is.
    left -= count_lines([doc.Line(say(gist.gist, lang), gist.evidence)], COLUMNS + 2)
    takeaways, rest = _fitting(gist.takeaways, lambda one: _takeaway_line(one, lang), left)
    if len(takeaways) < len(gist.takeaways):
        takeaways, rest = _fitting(
            gist.takeaways, lambda one: _takeaway_line(one, lang), left - _COUNTS
        )
    untold = [one for one in list_headline(article) if not is_told(one, takeaways)]
    figures, _ = _fitting(untold, lambda one: _figure_line(article, one, lang), rest - 2)
    if len(figures) < len(untold) and len(takeaways) == len(gist.takeaways):
        figures, _ = _fitting(untold, lambda one: _figure_line(article, one, lang), rest - 3)
    return takeaways, figures


def count_left_out(article: Article, lang: doc.Lang, lines: int) -> dict[str, int]:
    """Return how many takeaways, and key figures that none of them tells, find no room."""
    takeaways, figures = choose_for_screen(article, "zh" if lang == "zh" else "en", lines)
    untold = [one for one in list_headline(article) if not is_told(one, takeaways)]
    left_out = {
        "takeaways": len(article.summary.takeaways) - len(takeaways),
        "headline": len(untold) - len(figures),
    }
    return {name: count for name, count in left_out.items() if count}


def _count_drawn(article: Article, lang: doc.Lang) -> int:
    """Return how many lines the layout takes on a screen; none where it is too tall for one."""
    drawn = _count_compass(draw_compass(article, lang))
    return drawn if drawn <= _MOST_COMPASS else 0


def _count_compass(layout: doc.Compass | None) -> int:
    """Return about how many lines the layout takes in one language; none where it has no centre."""
    if layout is None or layout.centre is None:
        return 0

    boxes = layout.boxes().values()
    texts = {
        place: [text for one in (box.part.remarked(box.remark), box.name) for text in one if text]
        for place, box in layout.boxes().items()
    }
    beside = [count_columns(text) for one in ("west", "east") for text in texts.get(one, ())]
    side = min(_SIDE, max(beside, default=0))
    columns = {"west": side, "east": side, "centre": _OUTER - 2 * (side + 6)}
    outer = max(
        _OUTER - 8 - side, *(count_columns(box.name.zh or box.name.en or "") for box in boxes)
    )
    lines = {
        place: sum(count_wrapped(text, columns.get(place, outer)) for text in found)
        for place, found in texts.items()
    }
    middle = max(lines.get(one, 0) for one in columns)
    # Above and below, the part and the name stand on one line where that holds both.
    around = [
        1 if count_columns(": ".join(texts[one])) <= outer else lines[one]
        for one in ("north", "south")
        if one in lines
    ]
    return 2 + middle + sum(2 + one for one in around)


def _fitting(records: Iterable[R], line: Callable[[R], doc.Line], left: int) -> tuple[list[R], int]:
    """Return the records whose lines fit, and how many lines are left over."""
    fitting: list[R] = []
    for record in records:
        needed = count_lines([line(record)])
        if needed <= left:
            left -= needed
            fitting.append(record)
    return fitting, left


def _takeaway_line(takeaway: Takeaway, lang: doc.Lang) -> doc.Line:
    return doc.Line(say(takeaway.text, lang), takeaway.evidence)


def is_told(figure: Figure, takeaways: Iterable[Takeaway]) -> bool:
    """Return whether a takeaway has the proof of a figure, or one with more words around it."""
    return any(
        proof.paragraph == other.paragraph and _has_amount(other.anchor, figure.text)
        for proof in figure.evidence
        for takeaway in takeaways
        for other in takeaway.evidence
    )


def _has_amount(anchor: str, amount: str) -> bool:
    """Return whether an amount stands in an anchor, and is not the end of a greater one."""
    begins = (one.start() for one in re.finditer(re.escape(amount), anchor))
    return any(not at or anchor[at - 1] not in _NUMERALS for at in begins)


def _figure_line(article: Article, figure: Figure, lang: doc.Lang) -> doc.Line:
    remark = remark_standing(article, figure, lang)
    return doc.Line(say(figure.label, lang), figure.evidence, remark)


def list_headline(article: Article) -> list[Figure]:
    """Return the key figures of an article, in their order."""
    figures = {figure.id: figure for figure in article.of(Figure)}
    return [figures[name] for name in article.summary.headline]


def draw_compass(article: Article, lang: doc.Lang) -> doc.Compass | None:
    """Return the places that have a direction, or nothing if none has.

    Where several places share a direction, the first one in the model stands for it.
    """
    boxes: dict[str, doc.Box] = {}
    for place in article.of(Place):
        if place.direction and place.direction not in boxes:
            boxes[place.direction] = _box(article, place, lang)
    return doc.Compass(heading("layout", lang), **boxes) if boxes else None


def _box(article: Article, place: Place, lang: doc.Lang) -> doc.Box:
    role = find_layout_role(article, place)
    part = say(role.text, lang) if role else label(place.direction or "", lang)
    # Where both the place and its role are implied, that is said once.
    lies = remark_implied(place.basis, lang) if role is None or role.basis != "implied" else None
    remark = join_remarks((lies, remark_reach(role, lang) if role else None))
    direction = label(place.direction or "", lang)
    return doc.Box(part, say(place.short or place.name, lang), place.id, remark, direction)


def _next(article: Article, left_out: Mapping[str, int], lang: doc.Lang) -> doc.Commands:
    rows = [("briefing --help", heading("try_help", lang))]
    if left_out:
        counts = say_counts((heading(name, lang), count) for name, count in left_out.items())
        rest = counts.labelled(heading("not_shown", lang))
        rows.insert(0, ("briefing summary --full", rest))
    places = [place for place in article.of(Place) if place.kind not in _TOO_WIDE]
    if places:  # a city that has a part in the layout, or else any city, or else any place
        one = min(places, key=lambda place: (place.kind != "city", not place.direction))
        command = "city" if one.kind == "city" else "zone"
        rows.insert(0, (f"briefing {command} {one.id}", heading(f"try_{command}_name", lang)))
    return doc.Commands(heading("next", lang), tuple(rows))


def _data(article: Article) -> dict[str, Any]:
    places = [place for place in article.of(Place) if place.direction]
    return {
        "article": article.source.id,
        "title": make_plain(article.source.title),
        "gist": make_plain(article.summary.gist),
        "takeaways": [_record(article, "takeaways", one) for one in article.summary.takeaways],
        "layout": [_record(article, "places", place) for place in places],
        "headline": [_record(article, "figures", figure) for figure in list_headline(article)],
    }


def _record(article: Article, section: str, record: Record) -> dict[str, Any]:
    return make_data(Hit(article, SECTIONS[section], record))
