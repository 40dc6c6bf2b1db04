"""People of a memo who have the family name of a known person, and a given name that nobody has."""

import re
from collections.abc import Iterator

from briefing.model.records import Person
from briefing.names.pinyin import count_syllables, list_read_ends
from briefing.names.tables import words_of
from briefing.verifying.naming.likeness import is_near
from briefing.verifying.naming.naming import Entry, Mention, Names, tokens
from briefing.verifying.naming.strangers import Near, touches

_NAME = re.compile(r"\b(?=([A-Z][a-z]+) ([A-Z][a-z]+(?:['’-][a-z]+)?)\b)")
_MOST_SYLLABLES = 2
"""A given name has so many syllables at most."""
_MOST_LETTERS = 2
"""A given name that differs from a known one in so many letters may be a slip for it."""


class Namesakes:
    """Finds such people; ``text`` is all Chinese that the articles and their texts have."""

    def __init__(self, names: Names, text: str) -> None:
        self._text = text
        self._had: dict[tuple[str, str], bool] = {}
        self._people: dict[str, list[tuple[str, Entry]]] = {}
        for article in names.articles:
            for person in article.of(Person):
                family, *given = tokens(person.title.en or "") or ("",)
                self._people.setdefault(family, []).append(("".join(given), Entry(article, person)))

    def find(self, text: str, mentions: list[Mention], near: list[Near]) -> Iterator[Near]:
        """Yield them outside of the known names of a sentence, and of what is like one."""
        taken = [(one.start, one.end) for one in mentions]
        taken += [(one.start, one.end) for one in near]
        for name in _NAME.finditer(text):
            family, given = ("".join(tokens(one)) for one in name.groups())
            known = self._people.get(family)
            if not known or touches(name.start(1), name.end(2), taken):
                continue
            if self._may_be_given(given) and not self._has(family, given):
                like = tuple(one for their, one in known if is_near(given, their, _MOST_LETTERS))
                yield Near(name.start(1), name.end(2), like)

    def _may_be_given(self, word: str) -> bool:
        """Return whether a word is spelt as a given name is, and is no word of a title."""
        counts = count_syllables(word)
        return bool(counts) and min(counts) <= _MOST_SYLLABLES and word not in _ordinary()

    def _has(self, family: str, given: str) -> bool:
        """Return whether the Chinese of the articles has characters that are read as a name."""
        if (family, given) not in self._had:
            text = self._text
            self._had[family, given] = any(
                list_read_ends(given, text, end)
                for at in range(len(text))
                for end in list_read_ends(family, text, at)
            )
        return self._had[family, given]


def _ordinary() -> frozenset[str]:
    return words_of("function_words.txt") | words_of("stopwords.txt")
