"""The words of the records that are near to one that stands in none of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.names.pinyin import sound_of
from briefing.names.stems import stem
from briefing.shelf.pages import LABELS, Page, level
from briefing.shelf.query import JOINING
from briefing.shelf.terms import LONGEST_WORD, is_han, is_latin

_MIN_LETTERS = 4
_LONG = 7  # letters; so long a word may have two mistakes
_MIN_HAN = 3  # characters; of a shorter name one may not be wrong


def suggest_words(pages: Sequence[Page], word: str) -> list[str]:
    """Return the words of some pages that are nearest to one; none where no word is near.

    Characters that sound alike are near, as is a word with one letter or character more, fewer or
    other, or with two exchanged. Of words of one stem only the first is returned.
    """
    levelled = level(word).strip()
    if len(levelled) > LONGEST_WORD:
        return []
    if is_latin(levelled):
        return _near_latin(pages, levelled)
    return _near_han(pages, levelled) if is_han(levelled) else []


def _near_latin(pages: Iterable[Page], word: str) -> list[str]:
    if len(word) < _MIN_LETTERS:
        return []
    most = 2 if len(word) >= _LONG else 1
    known = dict.fromkeys(one for page in pages for one in page.words if one not in JOINING)
    # One mistake makes a difference of at most two letters.
    alike = (one for one in known if len(set(one) ^ set(word)) <= 2 * most)
    far = {one: distance(word, one) for one in alike if abs(len(one) - len(word)) <= most}
    near = _nearest(far, most)
    return list({stem(one): one for one in reversed(near)}.values())[::-1]


def _near_han(pages: Sequence[Page], word: str) -> list[str]:
    alike = re.compile(sound_of(word))
    sounding = dict.fromkeys(one[0] for page in pages for one in alike.finditer(page.level))
    if sounding or len(word) < _MIN_HAN:
        return list(sounding)
    names = dict.fromkeys(_names(pages))
    return _nearest({one: distance(word, one) for one in names}, 1)


def _names(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        for text in page.texts:
            if text.kind <= LABELS and text.lang == "zh":
                yield level(text.text).replace(" ", "")


def _nearest(far: dict[str, int], most: int) -> list[str]:
    least = min(far.values(), default=most + 1)
    return [one for one, steps in far.items() if steps == least] if least <= most else []


def distance(one: str, other: str) -> int:
    """Return how many characters must be added, taken, changed or exchanged with the next.

    >>> distance("yangqan", "yangquan"), distance("xinhzou", "xinzhou")
    (1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, character in enumerate(one, 1):
        above, before_last = row, before
        row = [at]
        for to, met in enumerate(other, 1):
            steps = min(above[to] + 1, row[-1] + 1, above[to - 1] + (character != met))
            if at > 1 and to > 1 and character == other[to - 2] and one[at - 2] == met:
                steps = min(steps, before_last[to - 2] + 1)
            row.append(steps)
        before = above
    return row[-1]
