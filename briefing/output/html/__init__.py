"""HTML: one page that loads no other file, in both languages, for the screen and for paper.

Its content security policy allows its own style and script only, so it can request nothing.
"""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pkgutil import get_data

from briefing.document import Document, Phrase
from briefing.output.html.blocks import Page, section_id
from briefing.output.html.text import CHINESE, ENGLISH, data, pair, run

_FEW = 4
"""A page of at most so many sections needs no list of them."""

_LANGUAGE = Phrase("语言", "Language")
_CHOICES = (("zh", "中文", CHINESE), ("en", "English", ENGLISH), ("both", "双语 Both", CHINESE))
_FILTER = Phrase("筛选", "Filter")
_LEFT = Phrase("条", "entries")
_CONTENTS = Phrase("目录", "Contents")
_SOURCE = Phrase("来源", "Source")
_MARKS = Phrase(
    "¶ 后的数字是原文段落的序号。事实出自原文，表述为本页所拟。",
    "¶ gives the paragraph of the article. The facts are the article's, the words ours.",
)


def render(document: Document) -> str:
    """Return the document as a page that first shows the language that was asked for."""
    style, script = _own("page.css"), _own("page.js")
    page = Page()
    body = "".join(map(page.section, document.blocks))
    # Not every document has a title, and a citation has no source but its attribution.
    title = document.title or document.name
    names = (title or Phrase(), document.source, document.attribution)
    heading = next(name for name in names if any(name))
    english = document.lang == "en"
    lang = ENGLISH if english else CHINESE
    shown = (heading.en or heading.zh if english else heading.zh or heading.en) or ""
    long = page.entries > 0
    return f"""<!DOCTYPE html>
<html lang="{lang}" data-lang="{document.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title{data(heading)}>{escape(shown)}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
<script>{script}</script>
</head>
<body{' class="long"' if long else ""}>
{_tools(document.lang, page.entries)}
<header>
<h1 id="page_title"{"" if title else ' class="source"'}>{pair(heading)}</h1>
{f'<p class="subtitle">{pair(document.subtitle)}</p>' if document.subtitle else ""}
</header>
{_contents(page.titles)}
<main>
{body}</main>
<footer>
<h2>{pair(_SOURCE)}</h2>
<div class="body">
<p class="attribution">{pair(document.attribution)}</p>
{f"<p>{pair(document.rights)}</p>" if any(document.rights) else ""}
<p>{pair(_MARKS)}</p>
</div>
</footer>
</body>
</html>
"""


def _own(name: str) -> str:
    content = get_data(__name__, name)
    assert content is not None  # a package can read what stands beside it
    return content.decode()


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _tools(lang: str, entries: int) -> str:
    """Return the controls that the page's script works. Without the script they are hidden."""
    choices = "".join(
        f'<label><input type="radio" name="lang" value="{value}" autocomplete="off"'
        f"{' checked' if value == lang else ''}>{run(words, tongue)}</label>"
        for value, words, tongue in _CHOICES
    )
    filtering = (
        f'<div class="filter"><label for="page_filter">{pair(_FILTER)}</label>'
        f'<input id="page_filter" type="search" autocomplete="off" spellcheck="false">'
        f'<div role="status"><span id="page_left">{entries}</span> / {entries} {pair(_LEFT)}</div>'
        "</div>"
        if entries
        else ""
    )
    return (
        f'<div class="tools">{filtering}<fieldset class="switch">'
        f'<legend class="spoken">{pair(_LANGUAGE)}</legend>{choices}</fieldset></div>'
    )


def _contents(titles: Sequence[Phrase]) -> str:
    if len(titles) <= _FEW:
        return ""
    links = "".join(
        f'<li><a href="#{section_id(number)}">{pair(title)}</a></li>'
        for number, title in enumerate(titles, 1)
    )
    return f'<nav aria-label="{_CONTENTS.joined(" ")}"><ul>{links}</ul></nav>'
