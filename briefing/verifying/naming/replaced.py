"""English names of a memo that begin and end as a known one does, with another middle."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefing.names.glosses import are_forms, is_english
from briefing.names.stems import root
from briefing.names.tables import words_of
from briefing.verifying.naming.likeness import has_own_name
from briefing.verifying.naming.naming import Mention, Names, placed_tokens
from briefing.verifying.naming.parts import FREE
from briefing.verifying.naming.strangers import Near

_FEWEST, _MOST = 3, 4
"""A name has so many words at least, and so many at most stand between its beginning and end."""


class Replaced:
    """Finds names of which one part is another: a logistics corridor for an industrial one."""

    def __init__(self, names: Names) -> None:
        self._names = names

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of the long names by the first."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words, entries in self._names.english.items():
            if len(words) >= _FEWEST and any(has_own_name(one.record) for one in entries):
                found[words[0]].append(words)
        return found

    def find(self, text: str, mentions: list[Mention]) -> Iterator[Near]:
        """Yield such names, but for those that are known."""
        placed = list(placed_tokens(text))
        words = [word for word, _, _ in placed]
        for at, (word, start, _) in enumerate(placed):
            if not text[start].isupper():
                continue
            ends = {
                end for name in self._by_first.get(word, ()) if (end := _replace(name, words, at))
            }
            if not ends:
                continue
            end = placed[max(ends) - 1][2]
            is_known = any(one.start <= start and end <= one.end for one in mentions)
            if not is_known and not set(text[start:end]) & set(",;:.()’'"):
                yield Near(start, end)


def _replace(name: tuple[str, ...], words: Sequence[str], at: int) -> int:
    """Return where a name ends that begins at an offset as a known one and has another middle."""
    same = 0
    while same < len(name) - 1 and words[at + same : at + same + 1] == [name[same]]:
        same += 1
    middle = [one for one in name[same:-1] if one not in FREE]
    first = at + same
    for end in range(first + 1, min(first + _MOST, len(words) - 1) + 1):
        if words[end] == name[-1]:
            told = [one for one in words[first:end] if one not in FREE]
            return end + 1 if middle and told and _are_others(told, middle) else 0
    return 0


def _are_others(told: Sequence[str], middle: Sequence[str]) -> bool:
    """Return whether words name something, and none of it is what the middle of a name does."""
    ordinary = words_of("function_words.txt") | words_of("stopwords.txt")
    if not all(is_english(one) and one not in ordinary for one in told):
        return False
    return not any(are_forms(root(one), root(each)) for one in told for each in middle)
