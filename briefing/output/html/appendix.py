"""What stands below a view, so that every link in it leads somewhere: records and evidence."""

from collections.abc import Iterator

from markupsafe import Markup

from briefing.document import ArticleLinks, Links, Passage, Phrase, Ref
from briefing.output.fragments import link_to_words
from briefing.output.html.blocks import Page, render_heading
from briefing.output.html.element import EMPTY, SPACE, element, join
from briefing.output.html.linking import render_anchor
from briefing.output.html.text import render_phrase

_NAMED = Phrase("本页提到的其他条目", "Also named on this page")
_EVIDENCE = Phrase("各段出处", "Evidence by paragraph")
_HOW = Phrase(
    "下列文字一字不差地见于原文该段；← 后是以此为据的条目，以及这话是谁说的。",
    "These words stand exactly so in that paragraph. Behind ← is what rests on them, and who says"
    " so.",
)
_SUMMARY = Phrase("提要", "summary")
_AT_SOURCE = Phrase("看原文", "at the source")
_MORE = Phrase("本页未列的条目", "more in the article")


def render_appendix(page: Page, links: Links) -> Markup:
    """Return what a page names without telling it, and the words that its claims rest on."""
    main = {(article, number) for article, number, _ in page.write.cited}
    rows = set(page.rows)
    page.known = _find_named(page, links, main)
    missing = page.known - rows
    parts = []
    if missing:
        name = page.open_section(_NAMED)
        tables = [page.section(block, level=1) for block in links.describe(missing)]
        parts.append(_fold(_NAMED, name, join(tables), len(missing)))
    parts.append(_render_evidence(page, links, main))
    return join(parts)


def _find_named(page: Page, links: Links, main: set[tuple[str, int]]) -> set[Ref]:
    """Return the records that a page tells or links to, and those that these link to."""
    known = {*page.rows, *page.write.wanted}
    for article, number in main:
        for passage in links.articles[article].passages[number]:
            known |= {Ref(article, one.id) for one in passage.resting if one.id}
    while True:
        draft = Page(links, known, page.write.anew())
        draft.write.cited |= page.write.cited
        for block in links.describe(known - set(page.rows)):
            draft.section(block)
        _render_evidence(draft, links, main)
        if set(draft.write.wanted) <= known:
            return known
        known |= set(draft.write.wanted)


def _fold(title: Phrase, name: str, content: Markup, count: int) -> Markup:
    """Return a section that opens when a reader asks for it, or follows a link into it."""
    heading = render_heading("h2", title.remarked(Phrase(str(count))), name)
    return element(
        "section",
        element("details", element("summary", heading), content, class_="fold"),
        class_="appendix",
        aria_labelledby=name,
    )


def _render_evidence(page: Page, links: Links, main: set[tuple[str, int]]) -> Markup:
    """Return the passages of each paragraph that is cited, with what rests on them.

    Of a paragraph that only the records below the view cite, other passages are left out.
    """
    cited = page.write.cited
    if not cited:
        return EMPTY
    name = page.open_section(_EVIDENCE)
    shown = []
    for key, article in links.articles.items():
        numbers = sorted({number for home, number, _ in cited if home == key})
        if len(links.articles) > 1 and numbers:
            shown.append(element("h3", render_phrase(article.name)))
        for number in numbers:
            passages = [
                (at, passage)
                for at, passage in enumerate(article.passages[number], 1)
                if (key, number) in main or (key, number, at) in cited
            ]
            shown.append(_render_paragraph(page, article, number, passages))
    content = element("p", render_phrase(_HOW), class_="how") + join(shown)
    return _fold(_EVIDENCE, name, content, len(cited))


def _render_paragraph(
    page: Page, article: ArticleLinks, number: int, passages: list[tuple[int, Passage]]
) -> Markup:
    name = page.write.paragraph_address(article, number)
    items = (
        element(
            "li",
            render_anchor(passage),
            _at_source(article, passage),
            element("ul", *_render_resting(page, article, passage)),
            value=at,
            id=page.write.passage_address(article, number, at),
        )
        for at, passage in passages
    )
    heading = element("h3", f"¶{number}", id=name)
    return element(
        "div",
        heading,
        element("ol", *items),
        class_="passages",
        lang="en",
        data_of=len(article.passages[number]),
    )


def _render_resting(page: Page, article: ArticleLinks, passage: Passage) -> Iterator[Markup]:
    """Yield the records that rest on a passage and that the page has, and how many it lacks."""
    lacking = set()
    for one in passage.resting:
        ref = Ref(article.id, one.id)
        if one.id and page.known is not None and ref not in page.known:
            lacking.add(one.id)
            continue
        text = page.write.link(ref, one.id) if one.id else render_phrase(_SUMMARY)
        said = page.write.remark(one.said_by) if any(one.said_by or ()) else EMPTY
        own = "own" if one.said_by == Phrase() else None
        yield element("li", join((text, said), SPACE), class_=own)
    if lacking:
        yield element("li", f"+ {len(lacking)} ", render_phrase(_MORE))


def _at_source(article: ArticleLinks, passage: Passage) -> Markup:
    """Return a link to the words on the page that the article is from, if that is known."""
    address = link_to_words(article.address, passage.anchor)
    if address is None:
        return EMPTY
    return SPACE + element(
        "a", render_phrase(_AT_SOURCE), href=address, class_="out", rel="noreferrer"
    )
