"""Chinese names that a text of ours has with another character in them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.model.records import Organisation, Place, Project
from briefing.names.spelling import is_family_name_first

_HAN = re.compile("[\u4e00-\u9fff]+")
_SHORTEST_PERSON, _SHORTEST_OTHER, _LONGEST_OTHER = 3, 4, 10
"""Names with so many characters are told from words that are like them."""
_COUNTED = re.compile("[\u4e00-\u9fff]{3}(?=[0-9〇一二三四五六七八九十百千万两近约])")
"""What stands before a number: it is no name, though it may look like one."""
_NUMERAL = frozenset("0123456789〇零一二三四五六七八九十百千万两双几")
_NO_SLIP = frozenset(
    "的和与及在是为省市县区州旗镇乡村局厅部委办我该本全各老新大小东西南北中上下前后内外"
)
"""Characters that tell one thing from another of its kind, or stand between words."""
_TURNED = 2
"""So many characters of a given name differ that is turned around."""


class Spelt:
    """The Chinese names of a text and its model, of which slips are found by what is left of them.

    ``every`` is the text with the names of the model, and ``listed`` are the people of both.
    """

    def __init__(self, context: ProofContext, every: str, listed: frozenset[str]) -> None:
        self._article = context.article
        self._all = every
        self._listed = listed
        counted = {one[0] for one in _COUNTED.finditer(context.whole_text)}
        self._people = {
            one
            for one in self._listed
            if len(one) >= _SHORTEST_PERSON and one[-_SHORTEST_PERSON:] not in counted
        }

    @cached_property
    def _others(self) -> frozenset[str]:
        """The names of places, bodies and projects that are no person's."""
        article = self._article
        named = (*article.of(Place), *article.of(Organisation), *article.of(Project))
        return frozenset(
            name
            for one in named
            if not getattr(one, "coined", False)
            for name in names_of(one)
            if _SHORTEST_OTHER <= len(name) <= _LONGEST_OTHER and _HAN.fullmatch(name)
        ).difference(self._people)

    @cached_property
    def _halves(self) -> frozenset[tuple[int, str]]:
        """The lengths of the names with either half of them, the second one behind a hyphen."""
        every = {*self._people, *self._others}
        return frozenset((len(name), half) for name in every for half in _halve(name))

    @cached_property
    def _people_but_one(self) -> dict[tuple[int, str], list[str]]:
        return _list_but_one(self._people)

    @cached_property
    def _others_but_one(self) -> dict[tuple[int, str], list[str]]:
        return _list_but_one(self._others)

    @cached_property
    def _triples(self) -> frozenset[str]:
        """Every three characters in a row of the text and the names, of which most are none."""
        return frozenset(_list_triples(self._all))

    @cached_property
    def _sizes(self) -> list[int]:
        return sorted({size for size, _ in self._halves}, reverse=True)

    def find_slips(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what a text has instead of a name, and the name."""
        for run in _HAN.finditer(text):
            done = 0
            for start in range(len(run[0])):
                for size in self._sizes if start >= done else ():
                    window = run[0][start : start + size]
                    if len(window) == size and (name := self._find_like(window)):
                        yield window, name
                        done = start + size
                        break

    def _find_like(self, window: str) -> str | None:
        """Return the name of which what stands where a name may is one with a wrong character.

        A half of it is as that of the name; of several names, it is one that begins as it does.
        """
        halves = _halve(window)
        if not any((len(window), one) in self._halves for one in halves) or self._stands(window):
            return None
        like = [
            name
            for name in (*self._list_people_like(window), *self._list_others_like(window))
            if any(map(str.__eq__, _halve(name), halves))
        ]
        return min(like, key=lambda name: (_halve(name)[0] != halves[0], name), default=None)

    def _stands(self, window: str) -> bool:
        """Return whether the text or a name has what may be a wrong name."""
        return self._triples.issuperset(_list_triples(window)) and window in self._all

    def _list_people_like(self, window: str) -> Iterator[str]:
        """Yield people with another character in the given name, or with it turned around."""
        if not is_family_name_first(window):
            return
        turned = window[0] + window[:0:-1]
        if turned in self._people and sum(map(str.__ne__, turned, window)) == _TURNED:
            yield turned
        if window[:-1] not in self._listed:
            for at, rest in _leave_out_each(window):
                like = self._people_but_one.get((at, rest), ())
                yield from [name for name in like[:2] if name != window][:1]

    def _list_others_like(self, window: str) -> Iterator[str]:
        """Yield what has another character that is within the name, and tells no kind."""
        for at, rest in _leave_out_each(window):
            for name in self._others_but_one.get((at, rest), ()) if at < len(rest) else ():
                if name != window and not {name[at], window[at]} & (_NUMERAL | _NO_SLIP):
                    yield name


def _halve(name: str) -> tuple[str, str]:
    """Return both halves of a name, the second one marked as such."""
    middle = len(name) // 2
    return name[:middle], f"-{name[middle:]}"


def _leave_out_each(name: str) -> Iterator[tuple[int, str]]:
    """Yield a name without each character but the first, with the offset of that."""
    return ((at, name[:at] + name[at + 1 :]) for at in range(1, len(name)))


def _list_but_one(names: Iterable[str]) -> dict[tuple[int, str], list[str]]:
    """Return names, in order, by what is left of them without one character."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(names):
        for key in _leave_out_each(name):
            found[key].append(name)
    return dict(found)


def _list_triples(text: str) -> Iterator[str]:
    """Yield every three characters of a text that stand in a row."""
    return map("".join, zip(text, text[1:], text[2:], strict=False))
