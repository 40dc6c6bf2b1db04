"""Foreign names that a Chinese text writes by their sound, by ``transliterated.tsv``: 扎鲁比诺."""

import re
from collections.abc import Iterable
from functools import cache

from briefing.names.pinyin import fold_pinyin, readings
from briefing.names.tables import read_lines

_FEWEST = 3
"""A name of fewer characters may be any Chinese one."""
_MOST_LETTERS = 24
"""No name of one word has more."""
_LONGEST = 6
"""A character renders so many letters at most."""
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|")
_AFTER_GLIDE = {"y": "i", "w": "u"}


def list_runs(text: str) -> frozenset[str]:
    """Return the characters in a row of a Chinese text by which a foreign name may be written.

    >>> list_runs("经俄罗斯扎鲁比诺港运粮")
    frozenset({'罗斯扎鲁比诺'})
    """
    return frozenset(_runs().findall(text))


def may_render(runs: Iterable[str], name: str) -> bool:
    """Return whether characters of one of some runs may render the sounds of a foreign name.

    >>> may_render(["罗斯扎鲁比诺"], "Zarubino"), may_render(["罗斯扎鲁比诺"], "Zarubani")
    (True, False)
    """
    letters = re.sub("[^a-z]", "", fold_pinyin(name))
    return len(letters) <= _MOST_LETTERS and any(_renders(run, letters) for run in runs)


def _renders(run: str, letters: str) -> bool:
    """Return whether some characters of a run, one after the other, may be all of some letters."""
    reached: dict[int, int] = {}  # the offset in the letters, and the most characters up to it
    for character in run:
        begun = {0: 0, **reached}
        reached = {}
        for at, size in begun.items():
            for end in _list_ends(character, letters, at):
                reached[end] = max(reached.get(end, 0), size + 1)
        if reached.get(len(letters), 0) >= _FEWEST:
            return True
    return False


def _list_ends(character: str, letters: str, at: int) -> list[int]:
    """Return where in some letters the sound of a character may end that begins at an offset."""
    return [
        end
        for end in range(at, min(len(letters), at + _LONGEST) + 1)
        if _sound_of(character).fullmatch(letters, at, end)
    ]


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_table('characters').values())}]{{{_FEWEST},}}")


@cache
def _table(kind: str) -> dict[str, str]:
    """Return the entries of a kind of the table by their sounds."""
    rows = (line.split("\t") for line in read_lines("transliterated.tsv"))
    return {row[1]: row[2] for row in rows if row[0] == kind}


@cache
def _sound_of(character: str) -> re.Pattern[str]:
    """Return the pattern of the letters that a character may render."""
    return re.compile("|".join(map(_pattern_of, sorted(readings(character)))) or "(?!)")


def _pattern_of(syllable: str) -> str:
    """Return the pattern of the letters that a syllable may render: ma, yue, wo, er."""
    initial = _INITIAL.match(syllable)
    first = initial[0] if initial else ""
    last = syllable[len(first) :]
    finals = _table("final")
    if first in _AFTER_GLIDE:
        last = last if last in finals else _AFTER_GLIDE[first] + last
    return f"(?:{_table('initial').get(first, '')})(?:{finals.get(last, '(?!)')})"
