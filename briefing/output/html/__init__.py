"""HTML: one page in both languages, for the screen and for paper."""

from collections.abc import Sequence

from markupsafe import Markup

from briefing.document import Document, Phrase
from briefing.output.html.blocks import Page, section_id
from briefing.output.html.element import EMPTY, element, join
from briefing.output.html.frame import render_header, render_page
from briefing.output.html.text import render_phrase

_MIN_SECTIONS_LISTED = 5  # a page of fewer sections has no table of contents

_FILTER = Phrase("筛选", "Filter")
_ENTRIES = Phrase("条", "entries")
_CONTENTS = Phrase("目录", "Contents")
_SOURCE = Phrase("来源", "Source")
_MARKS = Phrase(
    "¶ 后的数字是原文段落的序号。事实出自原文，表述为本页所拟。",
    "¶ gives the paragraph of the article. The facts are the article's, the words ours.",
)


def render(document: Document) -> str:
    """Return the document as a page that at first shows the language that was asked for."""
    page = Page()
    main = element("main", *map(page.section, document.blocks))
    title = document.title or document.name
    heading = title or document.source
    body = (
        render_header(heading, document.subtitle, named=bool(title)),
        _contents(page.titles),
        main,
        _footer(document),
    )
    return render_page(
        "page",
        document.lang,
        heading,
        join(body, Markup("\n")),
        _filter(page.entries),
        "long" if page.entries else None,
    )


def _footer(document: Document) -> Markup:
    lines = (document.attribution, document.rights, _MARKS)
    told = (element("p", render_phrase(line)) for line in lines if any(line))
    return element(
        "footer",
        element("h2", render_phrase(_SOURCE)),
        element("div", *told, class_="body"),
    )


def _filter(entries: int) -> Markup:
    if not entries:
        return EMPTY
    status = Markup("{} / {} {}").format(
        element("span", str(entries), id="page_left"), entries, render_phrase(_ENTRIES)
    )
    return element(
        "div",
        element("label", render_phrase(_FILTER), for_="page_filter"),
        element("input", id="page_filter", type="search", autocomplete="off", spellcheck="false"),
        element("div", status, role="status"),
        class_="filter",
    )


def _contents(titles: Sequence[Phrase]) -> Markup:
    if len(titles) < _MIN_SECTIONS_LISTED:
        return EMPTY
    links = (
        element("li", element("a", render_phrase(title), href=f"#{section_id(number)}"))
        for number, title in enumerate(titles, 1)
    )
    return element("nav", element("ul", *links), aria_label=_CONTENTS.joined(" "))
