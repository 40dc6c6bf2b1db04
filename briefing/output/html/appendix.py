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
    """Return what a page names without telling it, and the words that its claims rest on.

    What only these records name in turn is not on the page, and no link leads to it.
    """
    known = _find_named(page, links)
    page.write.keep_to(known)
    missing = known - set(page.rows)
    parts = []
    if missing:
        name = page.open_section(_NAMED)
        tables = [page.section(block, level=1) for block in links.describe(missing)]
        parts.append(_fold(_NAMED, name, join(tables), len(missing)))
    parts.append(_render_evidence(page, links))
    return join(parts)


def _find_named(page: Page, links: Links) -> set[Ref]:
    """Return the records that a page tells or links to, and those that rest on the same words."""
    resting = {
        Ref(article, one.id)
        for article, number, at in page.write.cited
        for one in links.articles[article].passages[number][at - 1].resting
        if one.id
    }
    return {*page.rows, *page.write.wanted, *resting}


def _fold(title: Phrase, name: str, content: Markup, count: int) -> Markup:
    """Return a section that opens when a reader asks for it, or follows a link into it."""
    heading = render_heading("h2", title.remarked(Phrase(str(count))), name)
    return element(
        "section",
        element("details", element("summary", heading), content, class_="fold"),
        class_="appendix",
        aria_labelledby=name,
    )


def _render_evidence(page: Page, links: Links) -> Markup:
    """Return the passages that are cited, by their paragraphs, with what rests on them."""
    cited = page.write.cited
    if not cited:
        return EMPTY
    name = page.open_section(_EVIDENCE)
    numbers: dict[str, set[int]] = {}
    for home, number, _ in cited:
        numbers.setdefault(home, set()).add(number)
    shown = []
    for key, article in links.articles.items():
        if len(links.articles) > 1 and key in numbers:
            shown.append(element("h3", render_phrase(article.name)))
        for number in sorted(numbers.get(key, ())):
            passages = [
                (at, passage)
                for at, passage in enumerate(article.passages[number], 1)
                if (key, number, at) in cited
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
        if one.id and not page.write.knows(ref):
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
