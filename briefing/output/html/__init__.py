"""HTML: one page in both languages, for the screen and for paper."""

import base64
import gzip

from markupsafe import Markup

from briefing.document import Document, Phrase
from briefing.output.formats import FORMATS
from briefing.output.html.appendix import render_appendix
from briefing.output.html.blocks import Page, render_heading
from briefing.output.html.element import EMPTY, SPACE, element, join
from briefing.output.html.frame import render_header, render_page
from briefing.output.html.text import PLAIN, render_phrase
from briefing.output.rows import is_one_table

_MIN_SECTIONS_LISTED = 3  # a page of fewer sections has no table of contents
_LINES = Markup("\n")

_FILTER = Phrase("筛选", "Filter")
_ENTRIES = Phrase("条", "entries")
_NOTHING = Phrase("没有含这些词的条目。", "No entry has these words.")
_CLEAR = Phrase("清除筛选", "Clear the filter")
_CONTENTS = Phrase("目录", "Contents")
_NO_ADDRESS = Phrase(
    "模型未载原文网页的地址，故不能由此链到原文。",
    "The model does not know the address of the article’s page, so that nothing here leads to it.",
)
_SOURCE = Phrase("来源", "Source")
_CITATION = Phrase("引用格式", "Citation")
_COPY = Phrase("复制", "Copy")
_DATA = Phrase("数据", "Data")
_MARKS = Phrase(
    "¶ 所依据的原文字句 · ← 提到它的条目 · # 复制链接",
    "¶ the article’s words behind a claim · ← what names an entry · # copies its address",
)
_OURS = Phrase("事实出自原文，表述为本页所拟。", "The facts are the article’s, the words are ours.")


def render(document: Document) -> str:
    """Return the document as a page that at first shows the language that was asked for."""
    page = Page(document.links)
    sections = [page.section(block) for block in document.blocks]
    entries = page.entries
    is_long = len(page.titles) >= _MIN_SECTIONS_LISTED
    if document.links:
        sections.append(render_appendix(page, document.links))
    footer = _footer(document, page)
    title = document.title or document.name
    heading = title or document.source
    about = [one for one in (document.subtitle, document.source if title else None) if one]
    legend = _MARKS if page.write.cited else None
    parts = (_contents(page) if is_long else EMPTY, element("main", *sections), footer)
    columns = element("div", join(parts, _LINES), class_="columns")
    return render_page(
        "page",
        document.lang,
        _name_tab(heading, document),
        render_header(heading, dict.fromkeys(about), legend, named=bool(title)) + columns,
        _filter(entries),
        "long" if entries else None,
    )


def _name_tab(heading: Phrase, document: Document) -> Phrase:
    """Return what the browser's tab shows: what the page is of, and of which articles."""
    if not document.links or document.title == document.source:
        return heading
    names = [one.name for one in document.links.articles.values()]
    zh, en = (
        "、".join(one.zh or "" for one in names),
        ", ".join(one.english for one in names),
    )
    return Phrase(f"{heading.chinese} · {zh}", f"{heading.english} · {en}")


def _footer(document: Document, page: Page) -> Markup:
    """Return the source, how it is cited, and the data of the page."""
    name = page.open_section(_SOURCE)
    lines = [document.attribution, document.rights]
    if page.write.cited:
        lines.append(_OURS)
    told = [element("p", render_phrase(line)) for line in lines if any(line)]
    if document.links and not all(one.address for one in document.links.articles.values()):
        told.append(element("p", render_phrase(_NO_ADDRESS), class_="unlinked"))
    if document.citation and document.section != "citations":
        told.append(_cite(document.citation))
    if document.records:
        told.append(_offer_data(document))
    return element("footer", render_heading("h2", _SOURCE, name), *told)


def _cite(citation: Phrase) -> Markup:
    """Return how the articles are cited, in the style of each language, to copy."""
    return element(
        "div",
        element("h3", render_phrase(_CITATION)),
        element("div", PLAIN.phrase(citation), class_="citation"),
        _button(_COPY, "copy"),
        element("span", role="status", class_="done"),
        class_="cite",
    )


def _offer_data(document: Document) -> Markup:
    """Return the data of the page, as the formats for programs have them, to save as files.

    Only a list of records makes one table.
    """
    names = ("csv", "json") if is_one_table(document) else ("json",)
    files = {name: FORMATS[name] for name in names}
    held = (
        element(
            "script",
            base64.b64encode(gzip.compress(form.mark + form.render(document), mtime=0)).decode(),
            type="application/gzip",
            data_file=f"{document.section}.{kind}",
        )
        for kind, form in files.items()
    )
    buttons = (_button(Phrase(kind.upper()), "save", data_kind=kind) for kind in files)
    heading = element("h3", render_phrase(_DATA))
    return element("div", heading, join(buttons, SPACE), *held, class_="data")


def _button(words: Phrase, class_: str, **attributes: str) -> Markup:
    """Return a button, which only the script of the page makes work and shows."""
    return element("button", PLAIN.phrase(words), type="button", class_=class_, **attributes)


def _filter(entries: int) -> Markup:
    if entries < 2:
        return EMPTY
    status = join(
        (
            element("span", f"{entries}", id="page_left"),
            element("span", f"/ {entries}", class_="of"),
            render_phrase(_ENTRIES),
        ),
        SPACE,
    )
    search = element(
        "input", id="page_filter", type="search", autocomplete="off", spellcheck="false"
    )
    nothing = element(
        "p",
        render_phrase(_NOTHING),
        SPACE,
        _button(_CLEAR, "clear"),
        id="page_nothing",
        hidden=True,
    )
    return element(
        "div",
        element("label", render_phrase(_FILTER), for_="page_filter"),
        search,
        element("div", status, role="status"),
        nothing,
        class_="filter",
    )


def _contents(page: Page) -> Markup:
    links = (
        element("li", element("a", render_phrase(title), href=f"#{name}"))
        for name, title in page.titles
    )
    return element(
        "nav",
        element(
            "details",
            element("summary", render_phrase(_CONTENTS)),
            element("ul", *links),
            open=True,
        ),
        aria_label=_CONTENTS.joined(" "),
    )
