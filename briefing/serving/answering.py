"""A call of a tool, from its arguments to one page of its answer or to what is wrong with it."""

import base64
import hashlib
import json
import secrets
from typing import Any, NamedTuple

from briefing.problem import BriefingError, ModelError, message
from briefing.serving.asked import Asked, check_arguments, refuse
from briefing.serving.desk import Desk
from briefing.serving.items import Language
from briefing.serving.paging import Page, cut, make_pages
from briefing.serving.tools import TOOLS, Answer
from briefing.words.messages import told

_MOST_TOLD = 3
_NOTE_BYTES = 200
_ERROR_BYTES = 1_000
_MOST_DIGITS = 9
_SAID_AS = {"hint.search": message("tool.find-ids")}
"""What a reader of the terminal is told otherwise."""

_TEXT = {"type": "string"}
_BOTH = {"type": "object", "properties": {"zh": _TEXT, "en": {"type": ["string", "null"]}}}
_PROOF = {"paragraph": {"type": "integer"}, "anchor": _TEXT}
_ITEM = {
    "article": _TEXT,
    "id": _TEXT,
    "title": _BOTH,
    "said_by": {
        "type": "array",
        "items": {"type": "object", "properties": {"id": _TEXT, "name": _BOTH}},
    },
    "stage": _TEXT,
    "evidence": {"type": "array", "items": {"type": "object", "properties": _PROOF}},
}
OUTPUT_SCHEMA = {
    "type": "object",
    "properties": {
        "items": {"type": "array", "items": {"type": "object", "properties": _ITEM}},
        "sources": {
            "type": "array",
            "items": {"type": "object", "properties": {"article": _TEXT, "attribution": _BOTH}},
        },
        "notes": {"type": "array", "items": _TEXT},
        "total": {"type": "integer"},
        "page": {"type": "integer"},
        "pages": {"type": "integer"},
        "next": {"type": ["string", "null"]},
    },
    "required": ["items", "sources", "notes", "total", "page", "pages", "next"],
    "additionalProperties": False,
}
"""The JSON Schema of the structured content of every answer."""


class Answered(NamedTuple):
    """One page of an answer as text and as structured content; an error has none of that."""

    text: str
    structured: dict[str, Any] | None = None


class LaidOut(NamedTuple):
    """An answer in pages, what is told of it as a whole, and how many items it has."""

    pages: list[Page]
    notes: list[str]
    total: int


class Answerer:
    """Answers calls from what is at the desk; it keeps the pages of the last answer at hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._salt = secrets.token_bytes(16)  # a cursor of another run has other pages behind it
        self._last: tuple[str, LaidOut] | None = None

    def call(self, name: str, asked: Asked) -> Answered:
        """Return one page of what a tool answers, or what is wrong with the question."""
        given = asked.get("lang")
        lang: Language = "zh" if (given or self._desk.lang) == "zh" else "en"
        try:
            return self._answer(name, asked, lang)
        except ModelError as error:
            lines = [told(one.message, lang) for one in error.problems]
        except BriefingError as error:
            lines = [told(_SAID_AS.get(one.key, one), lang) for one in error.messages]
        except Exception as error:  # whatever it is, the reader gets a sentence and no traceback
            lines = [told(message("tool.failed", why=type(error).__name__), lang)]
        return Answered("\n".join(cut(one, _ERROR_BYTES) for one in lines[:_MOST_TOLD]))

    def _answer(self, name: str, asked: Asked, lang: Language) -> Answered:
        if name not in TOOLS:
            unknown = message("usage.no-choice", option="tool", value=name, hint=None)
            raise refuse(unknown, message("hint.there-are", names=list(TOOLS)))
        tool = TOOLS[name]
        check_arguments(tool.parameters, asked)
        question = {key: value for key, value in asked.items() if key != "cursor"}
        print_ = self._digest(json.dumps([name, lang, question], sort_keys=True))
        number = _read_cursor(asked["cursor"], print_) if "cursor" in asked else 1
        if self._last is None or self._last[0] != print_:
            self._last = print_, _lay_out(tool.run(self._desk, question, lang), lang)
        laid_out = self._last[1]
        if number > len(laid_out.pages):
            raise refuse(message("tool.no-cursor"))
        following = _write_cursor(number + 1, print_) if number < len(laid_out.pages) else None
        return _compose(laid_out, number, following, lang)

    def _digest(self, text: str) -> str:
        return hashlib.sha256(self._salt + text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _lay_out(answer: Answer, lang: Language) -> LaidOut:
    """Return the pages of an answer; what is told of the whole stands on the first."""
    total = sum(one.kind == "items" for one in answer.entries)
    said = answer.told or ([] if total else [message("nothing-listed")])
    notes = [cut(told(one, lang), _NOTE_BYTES) for one in said[:_MOST_TOLD]]
    taken = sum(2 * len(note.encode("utf-8", "replace")) + 10 for note in notes)
    return LaidOut(make_pages(answer.entries, taken), notes, total)


def _compose(laid_out: LaidOut, number: int, following: str | None, lang: Language) -> Answered:
    page, pages = laid_out.pages[number - 1], len(laid_out.pages)
    notes = laid_out.notes if number == 1 else []
    lines = [*notes, *page.lines]
    if following:
        lines.append(told(message("tool.more", page=number, pages=pages, cursor=following), lang))
    structured = {
        "items": page.items,
        "sources": page.sources,
        "notes": notes,
        "total": laid_out.total,
        "page": number,
        "pages": pages,
        "next": following,
    }
    return Answered("\n".join(lines), structured)


def _write_cursor(page: int, print_: str) -> str:
    return base64.urlsafe_b64encode(f"{page}.{print_}".encode()).decode().rstrip("=")


def _read_cursor(cursor: str, print_: str) -> int:
    """Return the page that a cursor leads to; raise :class:`BriefingError` for a wrong one."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        page = int(base64.urlsafe_b64decode(padded).partition(b".")[0][:_MOST_DIGITS])
    except ValueError:
        page = 0
    if page < 1 or cursor != _write_cursor(page, print_):
        raise refuse(message("tool.no-cursor"))
    return page
