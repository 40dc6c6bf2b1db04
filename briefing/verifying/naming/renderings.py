"""English names of a memo that say a Chinese name of some articles part by part.

A model has one English name of a thing, and a memo may have another: Shili Group for what is the
Example Group there. It is the same name if its words, from the first to the last, say the parts of
the Chinese one from the first to the last.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from briefing.model.records import Organisation
from briefing.names.glosses import by_beginning, find_alike
from briefing.names.pinyin import list_read_ends, readings
from briefing.names.stems import root
from briefing.names.tables import words_of
from briefing.verifying.naming.likeness import has_own_name
from briefing.verifying.naming.naming import Entries, Entry, Mention, Names
from briefing.verifying.naming.parts import FREE, LONGEST_PART, Word, list_meanings, list_reached
from briefing.verifying.naming.runs import Run, list_orders, list_runs
from briefing.verifying.naming.strangers import Near

_LONGEST_SYLLABLE = 6
_FEWEST_WORDS, _FEWEST_CHARACTERS, _FEWEST_SOUNDS = 2, 3, 2
"""What a text has without a record has so many words and characters at least, to be a name, and so
many that are said by their sound."""
_THE = re.compile(r"\b[Tt]he\b")
_END = "\n"
"""What stands behind each name."""


class _Beginnings:
    """Where names may begin in a Chinese text, by what an English word may say of them."""

    def __init__(self, text: str, offsets: Iterable[int]) -> None:
        self._text = text
        self._offsets = tuple(offsets)
        self._said: dict[Word, frozenset[int]] = {}
        self._meant: dict[str, frozenset[int]] = {}

    @cached_property
    def _by_sound(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at in self._offsets:
            for one in readings(self._text[at]):
                for rounded in {one.replace("v", each) for each in ("v", "u", "yu")}:
                    found[rounded].append(at)
        return found

    @cached_property
    def _by_meaning(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at in self._offsets:
            for size in range(1, LONGEST_PART + 1):
                for stem in list_meanings(self._text[at : at + size]):
                    found[stem].append(at)
        return found

    @cached_property
    def _stems(self) -> dict[str, list[str]]:
        return by_beginning(self._by_meaning)

    def list_said(self, word: Word) -> frozenset[int]:
        """Return where the text has what a word may say by its sound, or as a known name."""
        if word not in self._said:
            begins = range(1, min(len(word.text), _LONGEST_SYLLABLE) + 1)
            likely = {at for size in begins for at in self._by_sound.get(word.text[:size], ())}
            said = {at for at in likely if list_read_ends(word.text, self._text, at)}
            for _, name in word.known:
                said.update(at for at in self._offsets if self._text.startswith(name, at))
            self._said[word] = frozenset(said)
        return self._said[word]

    def list_meant(self, word: Word) -> frozenset[int]:
        """Return where the text has what a word may mean."""
        if word.text not in self._meant:
            stems = find_alike(root(word.text), self._stems)
            found = (at for stem in stems for at in self._by_meaning[stem])
            self._meant[word.text] = frozenset(found)
        return self._meant[word.text]


class Renderings:
    """Finds in English sentences what says a name of some articles otherwise than their models.

    ``text`` is all Chinese that the articles and their texts have.
    """

    def __init__(self, names: Names, text: str) -> None:
        self._names = names
        self._text = text

    @cached_property
    def _chinese(self) -> dict[str, list[Entry]]:
        """The Chinese names of places, bodies and projects."""
        found = {}
        for name, entries in self._names.chinese.items():
            if held := [one for one in entries if has_own_name(one.record)]:
                found[name] = held
        return found

    @cached_property
    def _lines(self) -> str:
        """All the names, with a mark behind each."""
        return "".join(f"{name}{_END}" for name in self._chinese)

    @cached_property
    def _names_begin(self) -> _Beginnings:
        lines = self._lines
        ends = [at for at, one in enumerate(lines) if one == _END]
        return _Beginnings(lines, (0, *(at + 1 for at in ends[:-1])) if ends else ())

    @cached_property
    def _told_begin(self) -> _Beginnings:
        return _Beginnings(self._text, range(len(self._text)))

    def find(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Return the known names of a text and those that it says in another way, in order."""
        found: list[Mention] = []
        for run in list_runs(text, mentions):
            start = run.spans[0][0]
            if found and start < found[-1].end:
                continue
            size, names = self._find_longest(run)
            end = run.spans[size - 1][1] if size else 0
            touched = [one for one in mentions if one.start < end and start < one.end]
            if not size or any(one.start < start or end <= one.end for one in touched):
                continue
            entries = self._unite(names)
            if not any(_has_all(one.entries, entries) for one in touched):
                found.append(Mention(start, end, text[start:end], entries))
        inside = [
            one
            for one in mentions
            if any(new.start <= one.start and one.end <= new.end for new in found)
        ]
        kept = [one for one in mentions if one not in inside]
        return sorted([*kept, *found], key=lambda one: one.start)

    def mark_told(self, text: str, mentions: list[Mention], near: list[Near]) -> list[Near]:
        """Return names of a text that are not known, with those marked that the articles have."""
        unknown = [one for one in near if not one.like]
        if not unknown:
            return near
        told = self._find_told(text, mentions, unknown)
        named = [
            *((one.start, one.end) for one in mentions),
            *(x.span() for x in _THE.finditer(text)),
        ]
        covered = {at for start, end in (*told, *named) for at in range(start, end)}
        return [
            one._replace(stands=True)
            if not one.like
            and any(start < one.end <= end for start, end in told)
            and all(at in covered or not text[at].isalnum() for at in range(one.start, one.end))
            else one
            for one in near
        ]

    def _find_told(
        self, text: str, mentions: list[Mention], unknown: list[Near]
    ) -> list[tuple[int, int]]:
        """Return where a sentence says a name that the Chinese of the articles has.

        Only words are looked at that reach to something ``unknown``.
        """
        found = []
        for run in list_runs(text, mentions):
            start, end = run.spans[0][0], run.spans[-1][1]
            if not any(start < one.end and one.start < end for one in unknown):
                continue
            longest = 0
            for words, size in list_orders(run.words):
                for at in self._told_begin.list_said(words[0]):
                    for said, sounds in list_reached(words, self._text, at):
                        is_whole = not size or said.words == len(words)
                        is_long = said.characters - at >= _FEWEST_CHARACTERS
                        if sounds >= _FEWEST_SOUNDS and is_whole and is_long and said.by != "free":
                            longest = max(longest, size or said.words)
            if longest >= _FEWEST_WORDS:
                found.append((run.spans[0][0], run.spans[longest - 1][1]))
        return found

    def _find_longest(self, run: Run) -> tuple[int, list[str]]:
        """Return how many words of a run say a name, and the names that they all say."""
        longest = 0, False
        said: list[str] = []
        for words, size in list_orders(run.words):
            for name, told, is_whole in self._list_said(words):
                if size and told < len(words):
                    continue
                reached = size or told, is_whole
                if reached > longest:
                    longest, said = reached, []
                if reached == longest:
                    said.append(name)
        if longest[0] and not longest[1]:  # the wharf, and no berth of it
            said = [one for one in said if len(one) == min(map(len, said))]
        return longest[0], said

    def _list_said(self, words: Sequence[Word]) -> Iterator[tuple[str, int, bool]]:
        """Yield the names that some words begin with, each with how many of them say it.

        With each it is told whether they say the whole of it. What is numbered may be told without
        what it is: Ding No. 4.
        """
        lines, begin = self._lines, self._names_begin
        for at in sorted(begin.list_said(words[0]) | begin.list_meant(words[0])):
            end = lines.index(_END, at)
            name = lines[at:end]
            for said, sounds in list_reached(words, name, 0):
                told = words[: said.words]
                if said.characters < len(name):
                    if said.by == "number" and sounds and _stand_alone(words, said.words):
                        yield name, said.words, False
                elif said.by == "sound" or (
                    said.by != "free" and said.words > 1 and (sounds or self._is_own(name, told))
                ):
                    yield name, said.words, True

    def _is_own(self, name: str, words: Sequence[Word]) -> bool:
        """Return whether words that tell what a name means are a name themselves."""
        is_name = all(one.is_capital or one.text in FREE for one in words)
        return is_name and any(isinstance(x.record, Organisation) for x in self._chinese[name])

    def _unite(self, names: Iterable[str]) -> Entries:
        entries = {id(one.record): one for name in names for one in self._chinese[name]}
        return Entries(entries.values())


def _has_all(some: Iterable[Entry], others: Iterable[Entry]) -> bool:
    """Return whether a name may stand for all that a longer one does, which says no more then."""
    return {id(one.record) for one in some} >= {id(one.record) for one in others}


def _stand_alone(words: Sequence[Word], size: int) -> bool:
    """Return whether no noun stands behind the first words, which might be another kind."""
    behind = words[size].text if size < len(words) else ""
    return not behind or behind in words_of("function_words.txt") | words_of("stopwords.txt")
