"""The texts of a record, each with its field and its language, brought into one form to search."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Literal, NamedTuple

import msgspec

from briefing.model.article import Article
from briefing.model.names import fold
from briefing.model.periods import TIME_FIELDS
from briefing.model.records import Figure, Record
from briefing.model.sections import REFERENCES
from briefing.names.scripts import scripts
from briefing.shelf.library import Hit
from briefing.words.catalogue import texts
from briefing.words.values import period, quantity

NAMES, LABELS, TEXTS, NOTES, OTHERS = range(5)
"""What a field may be to a search, the closest first."""

_CLASSES = {
    **dict.fromkeys(("name", "short", "aliases"), NAMES),
    "label": LABELS,
    **dict.fromkeys(("note", "todo", "evidence"), NOTES),
    "id": OTHERS,
}
_Lang = Literal["zh", "en"]
_LANGS: tuple[_Lang, ...] = ("zh", "en")


class Text(NamedTuple):
    """A text of a record: the record's field that it is in, and its language if that is known.

    What a part of the record holds is in the field that holds the part, but for the ids of others
    and the evidence. A name that an id stands for is in the field that holds the id.
    """

    field: str
    lang: _Lang | None
    text: str
    kind: int
    paragraph: int | None = None


class Page:
    """A record with its texts. ``level`` has them one after another, as :func:`level` makes them.

    The character at a place of a text is at the same place of its levelled form.
    """

    def __init__(self, hit: Hit[Record]) -> None:
        self.hit = hit
        self.texts = list(dict.fromkeys(_texts_of(hit)))
        self.level = level("\n".join(one.text.replace("\n", " ") for one in self.texts))

    @cached_property
    def starts(self) -> list[int]:
        """The places at which the texts begin."""
        at, found = 0, []
        for one in self.texts:
            found.append(at)
            at += len(one.text) + 1
        return found

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of letters in the texts, each once; ids and codes are no texts."""
        kept = zip(self.starts, self.texts, strict=True)
        levels = (self.level[at : at + len(one.text)] for at, one in kept if one.kind < OTHERS)
        return tuple(dict.fromkeys(_WORD.findall(" ".join(levels))))

    def find_text(self, place: int) -> int:
        """Return the number of the text that stands at a place."""
        return bisect_right(self.starts, place) - 1

    def kind_at(self, place: int) -> int:
        """Return what the field of the text at a place is to a search."""
        return self.texts[self.find_text(place)].kind


class _Levels(dict[int, str]):
    """What each character is compared as, made when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        made = folded[:1] if folded[:1].isalnum() else _MARKS.get(folded, " ")
        self[code] = made.translate(scripts()[0]) if made > "\u2e80" else made
        return self[code]


_WORD = re.compile("[a-z]+")
_MARKS = {"\n": "\n", ",": ",", ".": "."}
_levels = _Levels()


def level(text: str) -> str:
    """Return a text of the same length without width, case, accents, script and marks.

    Marks become blanks, except commas and full stops, which may stand in numbers.

    >>> level("「高鐵」Lüliang ２.５")
    ' 高铁 luliang 2.5'
    """
    return text.translate(_levels)


def _texts_of(hit: Hit[Record]) -> Iterator[Text]:
    record, article = hit.record, hit.article
    for field, value in msgspec.to_builtins(record).items():
        yield from _walk(field, value, article)

    yield from _say_values(record)


_FIXED = {"kind": "label", "status": "label", "direction": "label", "stage": "stage"}
"""The fields with fixed values that have names of ours, and the part of the catalogue."""


def _say_values(record: Record) -> Iterator[Text]:
    """Yield a record's fixed values, dates and quantities as a reader sees them."""
    for field, part in _FIXED.items():
        if value := getattr(record, field, None):
            for lang, text in zip(_LANGS, texts(f"{part}.{value}"), strict=True):
                yield Text(field, lang, text, OTHERS)
    said = {
        one: period(when, "both") for one in TIME_FIELDS if (when := getattr(record, one, None))
    }
    if isinstance(record, Figure):
        said["value"] = quantity(record, "both")
    for field, both in said.items():
        for lang, written in zip(_LANGS, (both.zh, both.en), strict=True):
            if written:
                yield Text(field, lang, written, OTHERS)


def _walk(field: str, value: Any, article: Article, lang: _Lang | None = None) -> Iterator[Text]:
    """Yield the texts in a value of a field."""
    if isinstance(value, str):
        if field in REFERENCES:
            yield from _name(field, value, article)
        else:
            yield Text(field, lang, value, _classify(field, value, lang))
    elif isinstance(value, dict):
        yield from _walk_part(field, value, article)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _walk(field, one, article)


def _walk_part(field: str, part: dict[str, Any], article: Article) -> Iterator[Text]:
    if "anchor" in part:
        yield Text("evidence", "zh", part["anchor"], NOTES, part["paragraph"])
        return
    for lang in _LANGS:
        yield from _walk(field, part.get(lang), article, lang)
    for key, value in part.items():
        if key not in _LANGS:
            yield from _walk(key if key in (*REFERENCES, "evidence") else field, value, article)


def _classify(field: str, value: str, lang: str | None) -> int:
    """Return what a field is to a search; a fixed value or a code is no text of its own."""
    if field in _CLASSES:
        return _CLASSES[field]
    return TEXTS if lang or not value.isascii() else OTHERS


def _name(field: str, name: str, article: Article) -> Iterable[Text]:
    """Return the id and the names of the record that a field names."""
    yield Text(field, None, name, OTHERS)
    record = article.by_id.get(name)
    if record is not None:
        for lang in _LANGS:
            if title := getattr(record.title, lang):
                yield Text(field, lang, title, OTHERS)
