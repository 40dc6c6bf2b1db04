"""What a search has found: the records, the best first, and where the words stand in each."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Lang, Marked, Phrase
from briefing.model.parts import Bilingual, Part
from briefing.model.records import Record
from briefing.model.results import Found
from briefing.shelf.library import Hit, Library
from briefing.shelf.searching import Match, Result
from briefing.views.common import (
    list_credited,
    make_data,
    make_document,
    measure_width,
    name_articles,
)
from briefing.views.lists import make_table
from briefing.words.catalogue import heading, phrase

_CELLS = 74  # of a terminal, so that label and snippet fill one line of 80 with its margins
_MIN_CELLS = 16  # a snippet is no shorter, however long its label is
_MOST_SHOWN = 2  # texts of one record, where the words stand in several
_ELLIPSIS = "…"
_NOT_FIRST = " ,.;:，。；：、"
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u00ff]+")


def list_found(
    library: Library, results: Sequence[Result], lang: Lang, words: Sequence[str]
) -> Document:
    """Return what a search for some words has found in any section.

    A text that has them in a language which neither the reader nor the words are in is shown in the
    reader's, where it has that.
    """
    names = name_articles(library, lang)
    legible = {lang} | {_lang_of(one) for word in words for one in word}
    snippets = [_snippets(result, lang, legible) for result in results]
    shown = make_table([one.hit for one in results], None, lang, articles=names, snippets=snippets)
    records = [_data(one) for one in results]
    whole = make_document(list_credited(library, records), [shown], records, lang)
    return whole._replace(section="search", name=heading("found", lang), holds=Found)


def _data(result: Result) -> dict[str, Any]:
    """Return a record for programs, with ``matches`` before its evidence."""
    record = make_data(result.hit, section=True)
    evidence = record.pop("evidence")
    matches = [
        {
            "field": one.text.field,
            "lang": one.text.lang,
            "text": one.text.text,
            "spans": [list(span) for span in one.spans],
        }
        for one in result.matches
    ]
    return {**record, "matches": matches, "evidence": evidence}


def _lang_of(character: str) -> Lang:
    """Return the language that a character is typed in; what is in neither says nothing."""
    if "\u3400" <= character <= "\u9fff":
        return "zh"
    return "en" if character.isalpha() else "both"


def _translate(match: Match, record: Record) -> Match:
    """Return a match with the same text in the other language, if the record has it, unmarked."""
    found = match.text
    for one in _list_texts(record):
        if found.text == one.en:
            return Match(found._replace(text=one.zh, lang="zh"), (), match.words)
        if found.text == one.zh and one.en:
            return Match(found._replace(text=one.en, lang="en"), (), match.words)
    return match


def _list_texts(part: Part) -> Iterator[Bilingual]:
    """Yield the texts of a record and of the parts in it that may have both languages."""
    for field in part.__struct_fields__:
        value = getattr(part, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Bilingual):
                yield one
            elif isinstance(one, Part):
                yield from _list_texts(one)


def _snippets(result: Result, lang: Lang, legible: Container[str]) -> Cell:
    """Return the texts that show why a record was found; one does where it has all the words."""
    chosen: list[Match] = []
    for match in sorted(result.matches, key=lambda one: _order(one, lang)):
        if chosen and match.words <= frozenset().union(*(one.words for one in chosen)):
            continue
        chosen.append(match)
    chosen = [
        one
        if lang == "both" or one.text.lang is None or one.text.lang in legible
        else _translate(one, result.hit.record)
        for one in chosen[:_MOST_SHOWN]
    ]
    labels = [_label(result.hit, match.text.field, lang) for match in chosen]
    made = tuple(
        _cut(match, label, _CELLS // len(chosen) - 2 * (len(chosen) - 1))
        for match, label in zip(chosen, labels, strict=True)
    )
    return made[0] if len(made) == 1 else made or ""


def _order(match: Match, lang: Lang) -> tuple[int, int, bool, bool]:
    """Return the rank of a match; of texts that say as much, the reader's own comes before ids."""
    own = match.text.lang
    return match.text.kind, -len(match.words), own != lang, own is None


def _label(hit: Hit[Any], field: str, lang: Lang) -> Phrase:
    """Return what a field is called; the title of a figure or takeaway has the section's name."""
    if field == hit.record.TITLE != "name":
        return phrase(*hit.section.one, lang)
    return heading(field, lang)


def _cut(match: Match, label: Phrase, cells: int) -> Marked:
    """Return a text with its label in about that many cells, around what was found first."""
    text = " ".join(match.text.text.split("\n"))
    whole = Marked(label, text, match.spans, match.text.lang)
    room = max(_MIN_CELLS, cells - measure_width(whole.heading()))
    if _fits(text, room):
        return whole
    start, end = _window(text, match.spans or ((0, 0),), room - 2)
    before = _ELLIPSIS if start else ""
    start += len(text[start:end]) - len(text[start:end].lstrip(_NOT_FIRST if start else None))
    kept = before + text[start:end].rstrip() + (_ELLIPSIS if end < len(text) else "")
    moved = len(before) - start
    spans = tuple(
        (one + moved, to + moved) for one, to in match.spans if start <= one and to <= end
    )
    return whole._replace(text=kept, spans=spans)


def _fits(text: str, room: int) -> bool:
    """Return whether a text fills at most so many cells; each character fills at least one."""
    return len(text) <= room and measure_width(text) <= room


def _window(text: str, spans: Sequence[tuple[int, int]], room: int) -> tuple[int, int]:
    """Return the start and end of what is shown of a text: most of it stands behind the match."""
    first, last = spans[0]
    for _, to in spans:
        if to - first <= room and _fits(text[first:to], room):
            last = max(last, to)
    start = first
    spare = room - measure_width(text[first:last])
    behind = measure_width(text[last : last + max(spare, 0)])  # of more, there is no room for any
    ahead = min(spare, max(spare // 3, spare - behind))
    while start and measure_width(text[start - 1 : first]) <= ahead:
        start -= 1
    end = last
    while end < len(text) and measure_width(text[start : end + 1]) <= room:
        end += 1
    for word in _WORD.finditer(text):  # none is cut in two
        if word.start() < start < word.end() <= first:
            start = word.end()
        if last <= word.start() < end < word.end():
            end = word.start()
    return start, end
