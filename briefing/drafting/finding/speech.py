"""Who speaks in a text: the clauses that are a person's words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.drafting.found import Span
from briefing.names.tables import words

_QUOTED = re.compile("“[^“”]*”")
_STOP = re.compile("[。！？；]")
_END = re.compile("[。！？]")
_SENTENCE = re.compile("[^。！？]+[。！？]*")
_PRONOUN = re.compile("(?<![^，。；！？”：])[他她](?!们)")
_HEARD = re.compile("[^，。；：！？“”、]{0,12}(?:获悉|了解到)[，：]?")
"""What behind the name of a body tells that the words are its own: 从水利部获悉，."""
_FAR = 60
"""A speaker who stands so far behind a quotation is not its speaker."""
_LONGEST = 1000
"""A sentence has no more characters."""
_SHORTEST = 2
"""Fewer characters are no words of a person."""


class _Speaker(NamedTuple):
    """A name, or he or she, at two offsets of a paragraph; ``name`` is whom it means."""

    start: int
    end: int
    name: str


def find_speech(
    paragraphs: Sequence[str], mentions: Mapping[str, Sequence[Span]]
) -> dict[str, list[Span]]:
    """Return the spans of what each person says, in order.

    Words in quotation marks are those between the marks, and others go to the end of the sentence.
    He and she are who is named first in the last sentence with a name.
    """
    speaking: dict[int, list[_Speaker]] = {}
    for name, spans in mentions.items():
        for span in spans:
            speaking.setdefault(span.paragraph, []).append(_Speaker(span.start, span.end, name))
    said: dict[str, set[Span]] = {}
    last = ""
    for number, text in enumerate(paragraphs, 1):
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        named = [one for one in speaking.get(number, ()) if not _is_quoted(quoted, one.start)]
        speakers, last = _with_pronouns(text, named, quoted, last)
        for one in speakers:
            for start, end in _words_of(text, one, quoted):
                said.setdefault(one.name, set()).add(Span(number, start, end))
    return {name: sorted(spans) for name, spans in said.items() if spans}


def find_statements(
    paragraphs: Sequence[str], mentions: Mapping[str, Sequence[Span]]
) -> dict[str, list[Span]]:
    """Return the spans of what each body states, for which no he or she stands."""
    said: dict[str, list[Span]] = {}
    quoted = [[match.span() for match in _QUOTED.finditer(text)] for text in paragraphs]
    for name, spans in mentions.items():
        for number, start, end in spans:
            text, marks = paragraphs[number - 1], quoted[number - 1]
            if _is_quoted(marks, start):
                continue
            heard = _HEARD.match(text, end)
            words = (
                [(heard.end(), _end_of_sentence(text, heard.end()))]
                if heard
                else _words_of(text, _Speaker(start, end, name), marks)
            )
            said.setdefault(name, []).extend(Span(number, *one) for one in words)
    return said


def _end_of_sentence(text: str, start: int) -> int:
    last = min(len(text), start + _LONGEST)
    stop = _END.search(text, start, last)
    return stop.start() if stop else last


def _is_quoted(quoted: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(quoted, (at, at)) - 1
    return index >= 0 and quoted[index][0] < at < quoted[index][1]


def _with_pronouns(
    text: str, named: Sequence[_Speaker], quoted: Sequence[tuple[int, int]], last: str
) -> tuple[list[_Speaker], str]:
    """Return the names and pronouns of a paragraph in order, and who was named first at its end."""
    pronouns = [
        _Speaker(match.start(), match.end(), "")
        for match in _PRONOUN.finditer(text)
        if not _is_quoted(quoted, match.start())
    ]
    found: list[_Speaker] = []
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    sentence = -1
    for one in sorted([*named, *pronouns]):
        index = bisect_right(ends, one.start)
        if one.name:
            if index != sentence:
                sentence, last = index, one.name
            found.append(one)
        elif last:
            found.append(one._replace(name=last))
    return found, last


def _words_of(
    text: str, speaker: _Speaker, quoted: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what somebody says, before the name and behind it."""
    match = _verb().match(text, speaker.end)
    if not match:
        return
    index = bisect_right(quoted, (speaker.start, speaker.start)) - 1
    begin, end = quoted[index] if index >= 0 else (0, -_FAR)
    near = speaker.start - end < _FAR and not _STOP.search(text, end, speaker.start)
    if near and end - begin > _SHORTEST and text[end - 2] in "。！？，…":
        yield begin + 1, end - 1
    start = match.end()
    if text[start : start + 1] == "“":
        end = text.find("”", start)
        if end > start:
            yield start + 1, end
    elif match["thought"] or match["mark"].endswith(("，", "：")):
        end = _end_of_sentence(text, start)
        if end - start >= _SHORTEST and text[start] not in "了过的着":
            yield start, end


@cache
def _verb() -> re.Pattern[str]:
    """Return the pattern of what stands between a speaker and the words: 在会上说，."""
    verbs = "|".join(sorted(words("speech"), key=len, reverse=True))
    thoughts = "|".join(sorted(words("thought"), key=len, reverse=True))
    behind = "(?:道|说|表示|指出)?(?:[，：。]|$|(?=“))"
    return re.compile(
        "[^，。；：！？“”、]{0,20}?"
        f"(?<![宣演主听据小])(?:(?:{verbs})(?P<mark>{behind})|(?P<thought>{thoughts})(?=[^，。；：！？了过的着]))"
    )
