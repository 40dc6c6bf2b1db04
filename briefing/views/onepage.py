"""The article on one page, to be handed on: the gist, key figures, and what is to be done by whom.

It tells nothing that the summary on a screen does not tell. What the gist or a takeaway tells
stands in tables besides, where it has a number, an owner or a deadline.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.document import Block, Column, Document, Lang, Line, Phrase, Prose, Table
from briefing.model.article import Article
from briefing.model.parts import Evidence
from briefing.model.records import Figure
from briefing.shelf.agenda import find_commitments
from briefing.shelf.claims import Claim
from briefing.shelf.filtering import Filter
from briefing.shelf.library import Library
from briefing.shelf.owners import find_actors
from briefing.views.cells import ROLES
from briefing.views.claims import remark_standing
from briefing.views.commitments import draw_commitments
from briefing.views.screen import count_lines
from briefing.views.summary import (
    choose_for_screen,
    is_told,
    list_headline,
    list_takeaways,
    summarise,
)
from briefing.words.catalogue import fill, heading, say
from briefing.words.values import quantity

_TOLD = ("record", "stage", "actors", "due", "paragraph")
"""The columns of what is to be done."""
_LEAST_TO_DO, _MOST_TO_DO = 3, 8
"""The rows that a page has for it; what is due is shown first, and the others are counted."""
_COLUMNS = 68
"""The columns of a line of a page."""
_AROUND, _ROW = 14, 2
"""The lines that titles and headings of tables take, and those of a row of a table at most."""


def summarise_on_a_page(library: Library, lang: Lang, lines: int) -> Document:
    """Return the summary of the only article of a library, as an office hands it on.

    What reuse asks for is left out, as it is on a screen.
    """
    article = library.articles[0]
    gist = article.summary
    takeaways, untold = choose_for_screen(article, "zh" if lang == "zh" else "en", lines)
    figures = [one for one in list_headline(article) if one in untold or is_told(one, takeaways)]
    shown = [Line(say(gist.gist, lang), gist.evidence)]
    shown += (Line(say(one.text, lang), one.evidence) for one in takeaways)
    shown += (Line(say(one.label, lang).followed(quantity(one, lang))) for one in figures)
    room = (lines - _AROUND - count_lines(shown, _COLUMNS)) // _ROW
    told = [*gist.evidence, *(proof for one in takeaways for proof in one.evidence)]
    blocks: list[Block] = [Prose(say(gist.gist, lang), gist.evidence)]
    if takeaways:
        blocks.append(list_takeaways(article, takeaways, lang))
    if figures:
        blocks.append(_draw_figures(article, figures, lang))
    if claims := _find_owned(library, told):
        blocks.append(_draw_to_do(library, claims, max(room, _LEAST_TO_DO), lang))
    return summarise(library, lang)._replace(blocks=tuple(blocks), rights=Phrase())


def _draw_figures(article: Article, figures: Iterable[Figure], lang: Lang) -> Table:
    """Return figures as a small table; what is remarked of one stands behind its name."""
    columns = (("headline", "title"), ("value", "value"), ("paragraph", "paragraph"))
    return Table(
        tuple(Column(heading(name, lang), ROLES[role]) for name, role in columns),
        tuple(
            (
                say(one.label, lang).remarked(remark_standing(article, one, lang)),
                quantity(one, lang),
                Line("", one.evidence),
            )
            for one in figures
        ),
    )


def _draw_to_do(library: Library, claims: Sequence[Claim], room: int, lang: Lang) -> Table:
    """Return what is to be done, by whom and when, as a table of as many rows as there is room."""
    due_first = sorted(range(len(claims)), key=lambda at: not getattr(claims[at].part, "due", None))
    shown = [claims[at] for at in sorted(due_first[: min(room, _MOST_TO_DO)])]
    table = draw_commitments(library, shown, lang, _TOLD)
    rows = list(table.rows)
    if rest := len(claims) - len(shown):
        more = fill("remark.more-items", lang, n=Phrase(str(rest)))
        rows.append((more, *("" for _ in table.columns[1:])))
    first = table.columns[0]._replace(heading=heading("commitments", lang))
    return table._replace(columns=(first, *table.columns[1:]), rows=tuple(rows))


def _find_owned(library: Library, told: Iterable[Evidence]) -> list[Claim]:
    """Return what is to be done and has an owner or a deadline, as far as it is told.

    It is told where the words that its own evidence names first are among those that are told.
    """
    anchors: dict[int, list[str]] = {}
    for proof in told:
        anchors.setdefault(proof.paragraph, []).append(proof.anchor)
    words = {number: "\n".join(one) for number, one in anchors.items()}

    def is_first_told(part: Any) -> bool:
        first = part.evidence[0]
        return first.anchor in words.get(first.paragraph, "")

    return [
        one
        for one in find_commitments(library, Filter())
        if not isinstance(one.part, Figure)
        and (find_actors(one).ids or getattr(one.part, "due", None))
        and is_first_told(one.part)
    ]
