"""Answers in pages that are small enough for an assistant, and that leave nothing out.

A page is counted in bytes of UTF-8: its text and its structured content together, as JSON. A record
that is longer than a page is told in pieces. Each piece has some of its fields; the items of a list
go on in the next piece, and a value that no page can hold is cut as JSON text under ``continued``.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from briefing.limits import PAGE_BYTES

Data = dict[str, Any]
_FRAME = 500
"""The bytes of a page besides its entries: keys, counts, the cursor and how to go on."""
_ROOM = PAGE_BYTES - _FRAME
_MOST_TOLD = 1_000
"""The bytes of the text form of one entry; its structured content has the rest."""
_NAMING = ("article", "id", "section", "title")
"""The fields that every piece of a record repeats."""
_MOST_NAMING = 800
_MOST_CREDIT = 800
"""What is kept free on a page before a record's first piece, for whose reporting it is."""
_COUNTS = 100


class Entry(NamedTuple):
    """What an answer has a row of, and how a piece of it is told as text."""

    kind: Literal["items", "sources"]
    data: Data
    tell: Callable[[Mapping[str, Any]], str]


class Page(NamedTuple):
    """The entries of one page, and the same as lines of text."""

    items: list[Data]
    sources: list[Data]
    lines: list[str]


def make_pages(entries: Iterable[Entry], taken: int = 0) -> list[Page]:
    """Return entries in as few pages as they fill in their order; there is always a first page.

    Of that page so many bytes are ``taken`` already.
    """
    pages = [Page([], [], [])]
    used = taken
    for kind, data, line in _pieces(entries):
        needs = _weigh(data) + _weigh(line)
        if used + needs > _ROOM and used:
            pages.append(Page([], [], []))
            used = 0
        used += needs
        (pages[-1].items if kind == "items" else pages[-1].sources).append(data)
        pages[-1].lines.append(line)
    return pages


def _pieces(entries: Iterable[Entry]) -> Iterator[tuple[str, Data, str]]:
    for kind, data, tell in entries:
        line = cut(tell(data))
        if _weigh(data) + _weigh(line) <= _ROOM:
            yield kind, data, line
            continue
        named = {name: data[name] for name in _NAMING if name in data}
        if _weigh(named) > _MOST_NAMING:
            del named["title"]
        rest = {name: value for name, value in data.items() if name not in named}
        room = _ROOM - _MOST_TOLD - _weigh(named) - _COUNTS
        held = list(_split(rest, room - _MOST_CREDIT, room))
        for number, piece in enumerate(held, start=1):
            counted = {"piece": number, "pieces": len(held)}
            yield kind, {**named, **counted, **piece}, cut(tell({**named, **piece}))


def _split(fields: Mapping[str, Any], first: int, room: int) -> Iterator[Data]:
    """Yield the fields in pieces of at most ``room`` bytes, of which the first has less."""
    piece: Data = {}
    most = first
    for name, value in fields.items():
        for part in [[one] for one in value] if isinstance(value, list) else [value]:
            needs = _weigh({name: part})
            if piece and _weigh(piece) + needs > most:
                yield piece
                piece, most = {}, room
            if needs > room:
                for chunk in _chunks(_encode(part), room):
                    yield {"continued": {"field": name, "json": chunk}}
            elif name in piece:
                piece[name] = piece[name] + part
            else:
                piece[name] = part
    if piece:
        yield piece


def _chunks(text: str, room: int) -> Iterator[str]:
    """Yield a text in pieces that fit as JSON; a character has at most four bytes there."""
    step = (room - 100) // 4
    for start in range(0, len(text), step):
        yield text[start : start + step]


def cut(text: str, most: int = _MOST_TOLD) -> str:
    """Return a text in at most so many bytes of JSON, with dots where the rest is left out."""
    if _weigh(text) <= most:
        return text
    low, high = 0, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _weigh(text[:middle] + "…") <= most else (low, middle - 1)
    return text[:low] + "…"


def _weigh(data: Data | Sequence[Any] | str) -> int:
    """Return how many bytes something adds to a page: as JSON, with a comma and a blank."""
    return len(_encode(data).encode("utf-8", "surrogatepass")) + 2


def _encode(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
