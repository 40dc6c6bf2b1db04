"""HTML: one page in both languages, for the screen and for paper.

The page loads no other file: its content security policy allows only its own style and script.
"""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pkgutil import get_data

from briefing.document import Document, Phrase
from briefing.output.html.blocks import Page, section_id
from briefing.output.html.text import CHINESE, ENGLISH, data_attributes, render_phrase, render_text

_MIN_SECTIONS_LISTED = 5  # a page of fewer sections has no table of contents

_LANGUAGE = Phrase("语言", "Language")
_CHOICES = (("zh", "中文", CHINESE), ("en", "English", ENGLISH), ("both", "双语 Both", CHINESE))
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
    style, script = _read_resource("page.css"), _read_resource("page.js")
    page = Page()
    body = "".join(map(page.section, document.blocks))
    title = document.title or document.name
    heading = title or document.source
    english = document.lang == "en"
    lang = ENGLISH if english else CHINESE
    title_text = (heading.en or heading.zh if english else heading.zh or heading.en) or ""
    return f"""<!DOCTYPE html>
<html lang="{lang}" data-lang="{document.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title{data_attributes(heading)}>{escape(title_text)}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
<script>{script}</script>
</head>
<body{' class="long"' if page.entries else ""}>
{_controls(document.lang, page.entries)}
<header>
<h1 id="page_title"{"" if title else ' class="source"'}>{render_phrase(heading)}</h1>
{f'<p class="subtitle">{render_phrase(document.subtitle)}</p>' if document.subtitle else ""}
</header>
{_contents(page.titles)}
<main>
{body}</main>
<footer>
<h2>{render_phrase(_SOURCE)}</h2>
<div class="body">
<p class="attribution">{render_phrase(document.attribution)}</p>
{f"<p>{render_phrase(document.rights)}</p>" if any(document.rights) else ""}
<p>{render_phrase(_MARKS)}</p>
</div>
</footer>
</body>
</html>
"""


def _read_resource(name: str) -> str:
    content = get_data(__name__, name)
    assert content is not None  # None is only for loaders that cannot read data files
    return content.decode()


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _controls(lang: str, entries: int) -> str:
    """Return the filter and the choice of language, which are hidden where scripts do not run."""
    choices = "".join(
        f'<label><input type="radio" name="lang" value="{value}" autocomplete="off"'
        f"{' checked' if value == lang else ''}>{render_text(words, tag)}</label>"
        for value, words, tag in _CHOICES
    )
    filtering = (
        f'<div class="filter"><label for="page_filter">{render_phrase(_FILTER)}</label>'
        f'<input id="page_filter" type="search" autocomplete="off" spellcheck="false">'
        f'<div role="status"><span id="page_left">{entries}</span> / {entries}'
        f" {render_phrase(_ENTRIES)}</div></div>"
        if entries
        else ""
    )
    return (
        f'<div class="tools">{filtering}<fieldset class="switch">'
        f'<legend class="spoken">{render_phrase(_LANGUAGE)}</legend>{choices}</fieldset></div>'
    )


def _contents(titles: Sequence[Phrase]) -> str:
    if len(titles) < _MIN_SECTIONS_LISTED:
        return ""
    links = "".join(
        f'<li><a href="#{section_id(number)}">{render_phrase(title)}</a></li>'
        for number, title in enumerate(titles, 1)
    )
    return f'<nav aria-label="{_CONTENTS.joined(" ")}"><ul>{links}</ul></nav>'
