"""What all pages have in common: their head, the choice of language, the title, the source.

A page loads no other file: its content security policy allows only its own style and script. Every
page has ``base.css`` and ``base.js``, and the style and script of its kind behind them.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from markupsafe import Markup

from briefing.datafiles import read_file
from briefing.document import Lang, Phrase
from briefing.output.html.element import EMPTY, element, enclose, join
from briefing.output.html.text import (
    CHINESE,
    ENGLISH,
    PLAIN,
    data_attributes,
    render_phrase,
)

_LANGUAGE = Phrase("语言", "Language")
_CHOICES = (("zh", "中文", CHINESE), ("en", "English", ENGLISH), ("both", "双语 Both", CHINESE))
_TOOLS = Phrase("页面工具", "Page tools")
_LINES = Markup("\n")


def render_page(
    kind: str,
    lang: Lang,
    title: Phrase,
    body: Markup,
    tools: Markup = EMPTY,
    classes: str | None = None,
) -> str:
    """Return a whole page, as :func:`write_page` yields it."""
    return "".join(write_page(kind, lang, title, [body], tools, classes))


def write_page(
    kind: str,
    lang: Lang,
    title: Phrase,
    body: Iterable[Markup],
    tools: Markup = EMPTY,
    classes: str | None = None,
) -> Iterator[str]:
    """Yield a page, piece by piece, that at first shows the language that was asked for.

    ``kind`` names its own style and script, as ``page`` does page.css and page.js. ``title`` is
    what the browser's tab shows, and ``tools`` stand at the top before the choice of language.
    """
    style = _read_resource("base.css") + _read_resource(f"{kind}.css")
    script = _read_resource("base.js") + _read_resource(f"{kind}.js")
    shown = title.english if lang == "en" else title.chinese
    head = join(
        (
            element("meta", charset="utf-8"),
            element(
                "meta",
                http_equiv="Content-Security-Policy",
                content=f"default-src 'none'; style-src {_digest(style)};"
                f" script-src {_digest(script)}; img-src data:; base-uri 'none';"
                " form-action 'none'",
            ),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", shown or "", **data_attributes(title)),
            element("link", rel="icon", href="data:,"),
            # Our own style and script are no text of a model, and are not escaped.
            element("style", Markup(style)),
            element("script", Markup(script)),
        ),
        _LINES,
    )
    content = chain((_tools(lang, tools), _LINES), body)
    page = enclose(
        "html",
        chain((_LINES, element("head", head), _LINES), enclose("body", content, class_=classes)),
        lang=ENGLISH if lang == "en" else CHINESE,
        data_lang=lang,
    )
    yield "<!DOCTYPE html>\n"
    # To ask whether a piece has any sign that cannot be seen is quicker than to look for ours.
    yield from (piece if piece.isprintable() else _UNSEEN.sub(_tell_code, piece) for piece in page)
    yield "\n"


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
"""What moves a cursor or turns the direction of text, as a model with mistakes may have it."""


def _tell_code(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def render_header(
    title: Phrase,
    about: Iterable[Phrase] = (),
    legend: Phrase | None = None,
    *,
    named: bool = True,
) -> Markup:
    """Return the heading of a page, with what it is about and what its signs mean below it.

    One that is not ``named`` has the source as its title.
    """
    heading = element(
        "h1", render_phrase(title), id="page_title", class_=None if named else "source"
    )
    below = (element("p", render_phrase(one), class_="subtitle") for one in about if any(one))
    signs = element("p", render_phrase(legend), class_="legend") if legend else EMPTY
    return element("header", heading, *below, signs)


def _tools(lang: Lang, tools: Markup) -> Markup:
    """Return what stands at the top, which is hidden where scripts do not run."""
    choices = (
        element(
            "label",
            element(
                "input",
                type="radio",
                name="lang",
                value=value,
                autocomplete="off",
                checked=value == lang,
            ),
            PLAIN.text(words, tag),
        )
        for value, words, tag in _CHOICES
    )
    legend = element("legend", render_phrase(_LANGUAGE), class_="spoken")
    switch = element("fieldset", legend, *choices, class_="switch")
    label = _TOOLS.joined(" ")
    return element("div", tools, switch, class_="tools", role="region", aria_label=label)


def _read_resource(name: str) -> str:
    content = read_file(__spec__, name)
    return re.sub(r"^ +", "", content, flags=re.MULTILINE)  # a tenth of them is indents


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
