"""What a rendering of a Chinese text tells the other way round, by ``reversals.tsv``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.languages import ByLanguage, compile_words
from briefing.names.tables import read_lines


class Reversal(NamedTuple):
    """Words of a rendering, and patterns of those of a text that tell the contrary.

    With the words that ``excuses`` have a rendering turns nothing around, and with those that are
    ``untold`` a text tells both.
    """

    own: ByLanguage[re.Pattern[str]]
    excuses: ByLanguage[re.Pattern[str]]
    told: str
    untold: str


@cache
def _list_reversals() -> tuple[Reversal, ...]:
    return tuple(
        Reversal(compile_words(english, chinese), compile_words(*excuses), told, untold)
        for english, chinese, *excuses, told, untold in _rows()
    )


def _rows() -> list[list[str]]:
    return [line.split("\t") for line in read_lines("reversals.tsv")]


@cache
def _any_own() -> ByLanguage[re.Pattern[str]]:
    """Return the pattern of all that a rendering may turn around; most texts have none of it."""
    return compile_words("|".join(row[0] for row in _rows()), "|".join(row[1] for row in _rows()))


def find_reversed(rendering: str, language: str, text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a rendering that turn around what a text tells, and where that stands.

    >>> list(find_reversed("The mayor confirmed the closure", "en", "市长否认关停一事"))
    [('confirmed', 2)]
    >>> list(find_reversed("The mayor denied the closure", "en", "市长否认关停一事"))
    []
    """
    if not _any_own()[language].search(rendering):
        return
    for one in _list_reversals():
        said = one.own[language].search(rendering)
        if not said or one.excuses[language].search(rendering):
            continue
        if not re.search(one.untold, text):
            yield from ((said[0], told.start()) for told in re.finditer(one.told, text))
