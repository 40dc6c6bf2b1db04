"""How words of an English name say the parts of a Chinese one: by sound, meaning or number.

``Jia No. 1 Wharf`` says 甲一码头 in three parts. A writer may take any of the ways for each part.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.names.glosses import are_forms, meanings_of_word
from briefing.names.pinyin import list_read_ends
from briefing.names.stems import root
from briefing.names.tables import toponyms
from briefing.verifying.naming.naming import tokens
from briefing.verifying.wording import read_lines

LONGEST_PART = 6
"""A part that is told by its meaning has so many characters at most."""
_MOST_WORDS = 8
"""So many words at most tell the meaning of one part."""
FREE = frozenset(["of", "and", "the", "for"])
"""Words that say no part of a name."""
_ADJECTIVES = frozenset(["municipal", "provincial", "regional", "prefectural", "national"])
"""Words for a kind of place that a name does not end in."""
_JOINING = "（）()“”·—–-、和与及"
"""Characters of a Chinese name that an English one has no word for."""
_KINDS = "省市县区州"
"""What a place is, which an English name may leave out behind its name."""
_DIGITS = "零一二三四五六七八九十"
_COUNTED = (
    ("one", "i", "first", "1st"),
    ("two", "ii", "second", "2nd"),
    ("three", "iii", "third", "3rd"),
    ("four", "iv", "fourth", "4th"),
    ("five", "v", "fifth", "5th"),
    ("six", "vi", "sixth", "6th"),
    ("seven", "vii", "seventh", "7th"),
    ("eight", "viii", "eighth", "8th"),
    ("nine", "ix", "ninth", "9th"),
)
NUMBERS = {str(one): one for one in range(1, 100)} | {
    word: at for at, words in enumerate(_COUNTED, 1) for word in words
}
_NUMBERING = frozenset(["no", "number", "nr"])


class Word(NamedTuple):
    """A word of an English name, as it is compared.

    ``known`` are the names of places that the words from this one on are known to be: how many
    words these are, and the Chinese of the name.
    """

    text: str
    is_capital: bool
    known: tuple[tuple[int, str], ...] = ()


class Said(NamedTuple):
    """How far a name has been said, in words and in characters, and how its last part was."""

    words: int
    characters: int
    by: str


def list_reached(words: Sequence[Word], text: str, start: int) -> list[tuple[Said, int]]:
    """Return all that the words of a name say of a text, in parts in a row from an offset on.

    With each it is told how many characters are said by their sound, or as a known name.
    """
    reached: dict[tuple[Said, int], None] = {}
    open_ = [(Said(0, start, ""), 0)]
    while open_:
        said, sounds = open_.pop()
        for after in _say_next(words, text, said):
            own = after.words > said.words and after.by in ("sound", "known")
            state = after, sounds + own * (after.characters - said.characters)
            if state not in reached:
                reached[state] = None
                open_.append(state)
    return [one for one in reached if words[one[0].words - 1].text not in _ADJECTIVES]


def _say_next(words: Sequence[Word], text: str, said: Said) -> Iterator[Said]:
    """Yield how far the next part of a name takes one, or what nothing need be said of."""
    at, here = said.words, said.characters
    if at and at < len(words) and words[at].text in FREE:
        yield Said(at + 1, here, "free")
    if here >= len(text):
        return
    skipped = _KINDS + _JOINING if said.by in ("sound", "known") else _JOINING
    if said.by and text[here] in skipped:
        yield Said(at, here + 1, said.by)
    if at < len(words):
        yield from _say_part(words, text, at, here)


def _say_part(words: Sequence[Word], text: str, at: int, here: int) -> Iterator[Said]:
    """Yield how far a part takes one that the words from one on say of a text from an offset on."""
    for end in list_read_ends(words[at].text, text, here):
        yield Said(at + 1, end, "sound")
    if words[at].text == "s" and words[at - 1].text == "people":
        yield Said(at + 1, here, "meaning")
    if text[here : here + len(words[at].text)].lower() == words[at].text:
        yield Said(at + 1, here + len(words[at].text), "meaning")  # LNG接收站
    for size, name in words[at].known:
        if at + size <= len(words) and text.startswith(name, here):
            yield Said(at + size, here + len(name), "known")
    for part in _list_telling(text[here : here + LONGEST_PART]):
        for end in _list_meant(words, at, part):
            yield Said(end, here + len(part), "meaning")
    yield from _say_number(words, text, at, here)


def _list_meant(words: Sequence[Word], at: int, part: str) -> Iterator[int]:
    """Yield up to which word those from an offset on are all meanings of a part of a name."""
    for end in range(at, min(len(words), at + _MOST_WORDS)):
        if means(words[end].text, part):
            yield end + 1
        elif words[end].text not in FREE:
            return


@cache
def _list_telling(text: str) -> tuple[str, ...]:
    """Return what a text begins with that has a meaning."""
    parts = (text[:size] for size in range(1, len(text) + 1))
    return tuple(part for part in parts if list_meanings(part))


def _say_number(words: Sequence[Word], text: str, at: int, here: int) -> Iterator[Said]:
    """Yield how a number is said: No. 1 for 一 or 1号; Phase II for 二期."""
    if number := _read_number(words, at):
        for end in _list_number_ends(text, here, number[1]):
            yield Said(number[0], end, "number")
    elif number := _read_number(words, at + 1):
        for end in _list_number_ends(text, here, number[1]):
            for size in range(1, LONGEST_PART + 1):
                part = text[end : end + size]
                if len(part) == size and means(words[at].text, part):
                    yield Said(number[0], end + size, "number")


def _read_number(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where a number ends that stands at an offset, and its value."""
    at += at < len(words) and words[at].text in _NUMBERING
    value = NUMBERS.get(words[at].text) if at < len(words) else None
    return (at + 1, value) if value else None


def _list_number_ends(text: str, at: int, value: int) -> Iterator[int]:
    """Yield where a number ends that stands in Chinese at an offset."""
    at += text.startswith("第", at)
    for written in {str(value), _write(value)}:
        end = at + len(written)
        if text.startswith(written, at) and text[end : end + 1] not in (*_DIGITS, *"0123456789"):
            yield end
            if text[end : end + 1] == "号":
                yield end + 1


def _write(value: int) -> str:
    """Return a number under a hundred in Chinese."""
    tens, ones = divmod(value, 10)
    head = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


@cache
def means(word: str, part: str) -> bool:
    """Return whether a word is a form of one that a part of a Chinese name means.

    >>> means("daily", "报"), means("harbour", "港"), means("bank", "港")
    (True, True, False)
    """
    return any(are_forms(root(word), one) for one in list_meanings(part))


@cache
def list_meanings(part: str) -> frozenset[str]:
    """Return the stems of the words that a part of a Chinese name may mean."""
    return _own_meanings().get(part) or meanings_of_word(part)


@cache
def _own_meanings() -> dict[str, frozenset[str]]:
    """Return the meanings of parts of names that ``nameparts.tsv`` and the table of zones have."""
    rows = dict(line.split("\t") for line in read_lines("nameparts.tsv"))
    for part, english in toponyms("zone").items():
        rows[part] = f"{rows.get(part, '')} {' '.join(tokens(english))}"
    return {part: frozenset(map(root, english.split())) for part, english in rows.items()}
