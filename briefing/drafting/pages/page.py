"""A file as the article in it: the text of record, and what is found of it besides the text."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.drafting.pages.headlabels import find_time
from briefing.drafting.pages.heads import Head, find_head
from briefing.drafting.pages.lines import (
    Layout,
    Line,
    count_han,
    end_at_editor,
    has_sentence,
    is_button,
    is_caption,
    is_furniture,
    is_number,
    lay_out,
    leave_out_hidden,
    tells,
)
from briefing.drafting.pages.runon import part_head
from briefing.drafting.pages.sites import is_same
from briefing.files.docx import read_docx
from briefing.files.encodings import decode_any
from briefing.files.mhtml import read_mhtml
from briefing.model.reading import refuse
from briefing.model.text import is_mostly_chinese, refuse_long, split_paragraphs
from briefing.model.textkind import find_kind, name_fragment, name_other
from briefing.problem import BriefingError, Message, Status, message

_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_KANA = re.compile("[\u3041-\u30ff]")
_MOST_KANA = 0.1
_SHORTEST_SENTENCE = 6
"""A text in which no sentence has so many Chinese characters tells nothing."""
_FOOT = 40
"""So many lines below the body may name who edited the article."""
_SUBTITLES = 3
"""So many lines from the title on may be parts of it."""


class Page(NamedTuple):
    """An article, and what is found of it besides its text.

    ``paragraphs`` are the non-blank lines of the text of record, and ``furniture`` the numbers of
    those, from 1, that are no part of the article itself. ``publisher`` is the paper whose article
    it is, and ``republisher`` the site that took it over. ``published`` is the day on which the
    paper brought it out, ``republished`` when the site did, in the time of China. ``address`` is
    what the page gives as its own, and ``told`` says what is doubtful.
    """

    paragraphs: tuple[str, ...]
    title: str | None = None
    publisher: str | None = None
    republisher: str | None = None
    section: str | None = None
    published: str | None = None
    republished: datetime.datetime | None = None
    reporters: tuple[str, ...] = ()
    editor: str | None = None
    address: str | None = None
    furniture: tuple[int, ...] = ()
    told: tuple[Message, ...] = ()


def read_page(content: bytes, file: str) -> Page:
    """Return the article in a text, a web page or a Word document; ``file`` is its name.

    Raises :class:`ModelError` where it is none of these, cannot be read, or holds no article in
    Chinese, and :class:`BriefingError` for a web page where the extra ``draft`` is not installed.
    """
    kind = find_kind(content)
    told: list[Message] = []
    if kind == "docx":
        word = read_docx(content, file)
        told += [message("draft.changes")] if word.is_changed else []
        left = ["margins", *word.unread] if word.margins else word.unread
        parts = [message(f"word-part.{one}") for one in left]
        told += [message("draft.unread", parts=parts)] if parts else []
        return _from_text((*word.paragraphs, *word.notes), file, told)
    if kind not in (None, "html", "page"):
        raise refuse(file, name_other(content, file) or message("empty.source"))
    decoded = decode_any(read_mhtml(content, file) if kind == "page" else content, file)
    told += [message("draft.lost", count=decoded.lost)] if decoded.lost else []
    encoded = decoded.text.encode("utf-8", "replace")
    if kind or find_kind(encoded) == "html" or name_fragment(encoded, file):
        return _from_web(decoded.text, file, told)
    paragraphs = tuple(one.text for one in split_paragraphs(decoded.text))
    return _from_text(paragraphs, file, told)


def _from_text(paragraphs: tuple[str, ...], file: str, told: list[Message]) -> Page:
    """Return the article in a text, which is kept as it is but for characters that nobody sees."""
    shown = tuple(filter(None, map(str.strip, map(leave_out_hidden, paragraphs))))
    if hidden := sum(map(len, paragraphs)) - sum(map(len, shown)):
        told.append(message("draft.hidden", count=hidden))
    paragraphs = shown
    _refuse_unfit(paragraphs, file)
    layout = lay_out(paragraphs)
    start = layout.body[0]
    parted = (*paragraphs[:start], *part_head(paragraphs[start]), *paragraphs[start + 1 :])
    return _make_page(paragraphs, find_head(lay_out(parted)), layout, told)


def _from_web(text: str, file: str, told: list[Message]) -> Page:
    """Return the article in a web page: its title, its head, its body, and who edited it."""
    try:
        from briefing.drafting.pages.markup import (
            read_markup,  # the extra that it needs may be missing
        )
    except ModuleNotFoundError:
        raise BriefingError(
            message("usage.page-needs-extra", extra="draft"),
            message("usage.install", extra="draft"),
            status=Status.USAGE,
        ) from None
    markup = read_markup(text)
    if markup.refused:
        raise refuse(file, markup.refused)
    layout = end_at_editor(markup.layout)
    if not any(has_sentence(line.text) for line in layout.lines[slice(*layout.body)]):
        raise refuse(file, _why_nothing(markup.asks, markup.scripts))
    head = find_head(layout)
    paragraphs = _choose_lines(layout, head)
    _refuse_unfit(paragraphs, file)
    return _make_page(paragraphs, head, layout, told)


def _why_nothing(asks: bool, scripts: int) -> Message:
    if asks:
        return message("no-article.login")
    return message("no-article.scripts" if scripts else "no-article.nothing")


def _choose_lines(layout: Layout, head: Head) -> tuple[str, ...]:
    """Return the lines of a web page that are the text of record, with the title first."""
    start, end = layout.body
    first = head.title_at if head.title_at is not None else start
    chosen = [head.title] if head.title_at is None and head.title else []
    for at, line in enumerate(layout.lines[first:start]):
        is_title_or_below = at == 0 or (at < _SUBTITLES and count_han(line.text) > 5)
        is_read = is_title_or_below and not is_furniture(line.text)
        if is_read or tells(line.text) or _names(line.text, head):
            chosen.append(line.text)
    body = layout.lines[max(start, first) : end]
    # Behind all that is text, a number outside of tables is that of a page or of readers.
    texts = [not is_button(one.text) and not _is_only_link(one) for one in body]
    last = max((at for at, is_text in enumerate(texts) if is_text), default=0)
    chosen += [
        line.text
        for at, line in enumerate(body)
        if texts[at] or tells(line.text) or (is_number(line) and (at < last or line.in_cell))
    ]
    chosen += [line.text for line in layout.lines[end : end + _FOOT] if _names(line.text, head)]
    chosen[1:1] = _write_missing([line.text for line in layout.lines[:first]], chosen, head)
    return tuple(chosen)


def _write_missing(above: list[str], chosen: list[str], head: Head) -> Iterator[str]:
    """Yield lines for the date, the paper and the site that no chosen line tells, as evidence.

    They are lines above the title, or say what the page tells only in its metadata.
    """
    if head.time and not any(find_time(text) == head.time for text in chosen):
        of_time = (text for text in above if tells(text) and find_time(text) == head.time)
        shown = f"{head.time.day} {head.time.clock or ''}".strip()
        yield next(of_time, f"发布时间：{shown}")
    if head.source and not any(head.source in text for text in chosen):
        of_source = (text for text in above if tells(text) and head.source in text)
        yield next(of_source, f"来源：{head.source}")
    if head.site and not any(head.site in text for text in chosen):
        yield f"网站：{head.site}"


def _is_only_link(line: Line) -> bool:
    return line.is_link and not line.level and not has_sentence(line.text)


def _names(text: str, head: Head) -> bool:
    """Return whether a short line around the body names who edited or wrote the article."""
    names = [*(head.editor or "").split("、"), *head.reporters]
    return len(text) < 60 and any(name and name in text for name in names)


def _make_page(
    paragraphs: tuple[str, ...], head: Head, layout: Layout, told: list[Message]
) -> Page:
    publisher, republisher = head.source or head.site, None
    if head.source and head.site:
        same = is_same(head.source, head.site)
        republisher = None if same else head.site
    published, republished = _date(head, republisher, publisher)
    told = [*told, *_doubts(head, publisher)]
    furniture = tuple(
        n for n, text in enumerate(paragraphs, 1) if is_furniture(text) and not is_caption(text)
    )
    return Page(
        paragraphs,
        head.title,
        publisher,
        republisher,
        head.section,
        published,
        republished,
        head.reporters,
        head.editor,
        layout.facts.get("address"),
        furniture,
        tuple(told),
    )


def _date(
    head: Head, republisher: str | None, publisher: str | None
) -> tuple[str | None, datetime.datetime | None]:
    """Return the day of the paper and the moment of the site that brought its article again.

    The time of a page is that of the site. Where paper and site are one, or the page gives only a
    day, the day is that of publication.
    """
    time = head.time
    if time is None:
        return head.printed, None
    is_own = publisher is not None and republisher is None and head.site is not None
    if time.clock is None or is_own:
        return head.printed or time.day, None
    moment = datetime.datetime.fromisoformat(f"{time.day}T{time.clock}").replace(tzinfo=_CHINA)
    return head.printed, moment


def _doubts(head: Head, publisher: str | None) -> list[Message]:
    missing = {
        "draft.no-title": head.title,
        "draft.no-date": head.time or head.printed,
        "draft.no-publisher": publisher,
    }
    return [message(key) for key, value in missing.items() if not value]


def _refuse_unfit(paragraphs: tuple[str, ...], file: str) -> None:
    """Raise :class:`ModelError` for a text that is no Chinese article, or too long for one."""
    text = "".join(f"{one}\n" for one in paragraphs)
    if not text:
        raise refuse(file, message("empty.source"))
    refuse_long(text, len(paragraphs), file)
    letters = sum(character.isalpha() for character in text)
    if not is_mostly_chinese(text) or len(_KANA.findall(text)) > _MOST_KANA * letters:
        raise refuse(file, message("no-article.language"))
    if not any(has_sentence(one, _SHORTEST_SENTENCE) for one in paragraphs):
        raise refuse(file, message("no-article.sentences"))
