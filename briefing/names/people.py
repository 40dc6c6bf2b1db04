"""Where people are named in a Chinese text, told by what stands beside their names.

A name alone cannot be told from other words. It is one beside a post (市长王某), a verb of speech,
a title of respect, or another name in a list. The words for all this are in ``people.tsv``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.tables import surnames, words

_STOPS = frozenset(["", *"，。、；：！？“”‘’（）《》【】「」()[],;:!?\"' \t\u3000·—-…/|"])
_UNNAMED = re.compile("某某?(?![些个种市县省])")
_JOINTS = re.compile("(?:（[^（）]{1,4}）)?(?:[、 \u3000]|和|与|及|以及|同)")
_FAR = 16
"""No word of the tables is longer, with the blanks behind it."""
_BRACKET = re.compile("（[^（）]{1,4}）")


class Mention(NamedTuple):
    """A person's name in a text, and the offsets of its start and end."""

    start: int
    end: int
    name: str


class _Candidate(NamedTuple):
    """What may be a name, and what speaks for it.

    Before it: a post or the like (``introduced``), a character that words for people end in
    (``called``), a mark of punctuation (``begins``), or a word
    that is no part of it (``apart``). Behind it: a word or mark at which a name may end (``ends``),
    among them a mark (``stops``), a verb of people (``acts``) and a post (``titled``).

    Its characters are no particles (``may_be_given``), or those of ``usual`` given names; the given
    name is ``short`` with one character, and may be a ``phrase``, which is a word as well. A
    ``rare`` family name is mostly another word.
    """

    start: int
    end: int
    introduced: bool
    called: bool
    begins: bool
    apart: bool
    ends: bool
    stops: bool
    acts: bool
    titled: bool
    may_be_given: bool
    usual: bool
    short: bool
    phrase: bool
    rare: bool

    @property
    def is_plain(self) -> bool:
        """Whether this is a name although an ordinary word begins like it."""
        if self.short or not self.ends:
            return False
        return self.introduced or (self.usual and self.begins and self.acts)

    @property
    def is_told(self) -> bool:
        """Whether this is a name, by itself."""
        if self.rare:
            told = self.acts or self.stops or (self.usual and self.ends)
            return self.introduced and told and not self.phrase
        if self.introduced:
            return self.ends or self.usual
        if self.usual and not self.phrase:
            if self.short:
                return self.ends and (self.called or (self.apart and self.acts))
            return self.begins or self.apart or (self.ends and (self.acts or self.titled))
        return self.ends and ((self.begins and self.titled) or (self.apart and self.acts))


def find_people(text: str) -> list[Mention]:
    """Return the people who are named in a text, in order.

    >>> [one.name for one in find_people("市长王某主持，李某、赵某出席。高度重视方案。")]
    ['王某', '李某', '赵某']
    """
    candidates = {one.start: one for one in _candidates(text)}
    told = {one.start for one in candidates.values() if one.is_told}
    told |= _listed(text, candidates, told)
    found = [
        Mention(at, end, text[at:end])
        for at in told
        if not _starts(text, end := candidates[at].end, "after-name")
    ]
    return _without_overlaps([*found, *_of_other_peoples(text)])


def _without_overlaps(found: Iterable[Mention]) -> list[Mention]:
    """Return mentions in order; of two that overlap, the longer one."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


@cache
def _by_first(kind: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words(kind):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(listed) for first, listed in found.items()}


@cache
def _by_last(kind: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words(kind):
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(listed) for last, listed in found.items()}


def _starts(text: str, at: int, kind: str) -> bool:
    """Return whether a word of a kind stands at an offset."""
    return (
        text.startswith(_by_first(kind).get(text[at : at + 1], ()), at) if at < len(text) else False
    )


def _ends(text: str, at: int, kind: str) -> bool:
    """Return whether a word of a kind ends before an offset."""
    return at > 0 and text.endswith(_by_last(kind).get(text[at - 1], ()), 0, at)


@cache
def _family_names() -> re.Pattern[str]:
    compound = sorted((name for name in surnames() if len(name) > 1), reverse=True)
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    return re.compile(f"(?={'|'.join(compound)}|[{single}])")


def _candidates(text: str) -> Iterator[_Candidate]:
    """Yield what begins with a family name: as far as a name may go, or a usual name."""
    for match in _family_names().finditer(text):
        start = match.start()
        each = [one for one in _lengths(text, start) if one.usual or one.may_be_given]
        if text[start : start + 2] in words("ordinary"):
            each = [one for one in each if one.is_plain]
        best = next((one for one in each if one.ends), None)
        best = best or next((one for one in each if one.usual), None)
        if best:
            yield best


def _lengths(text: str, start: int) -> list[_Candidate]:
    """Return the names that may begin at an offset, the longest first."""
    family = 2 if text[start : start + 2] in surnames() else 1
    if family == 2 and _ends(text, start + 1, "post"):  # 局长孙某 is no 长孙
        return []
    if unnamed := _UNNAMED.match(text, start + family):
        return [_look_around(text, start, family, len(unnamed[0]))]
    if _starts(text, start + family, "saying") or _starts(text, start + family, "post"):
        return []
    return [_look_around(text, start, family, given) for given in (2, 1)]


def _look_around(text: str, start: int, family: int, given: int) -> _Candidate:
    """Return what may be a name, with what stands beside it."""
    end = start + family + given
    characters = text[start + family : end]
    before = _before(text, start)
    begins = start == 0 or text[start - 1] in _STOPS
    acts = _starts(text, end, "saying")
    titled = _starts(text, end, "post")
    stops = text[end : end + 1] in _STOPS
    return _Candidate(
        start,
        end,
        introduced=_ends(text, start, "before") or _ends(before, len(before), "post"),
        called=text[start - 1 : start] in words("called"),
        begins=begins,
        apart=begins or text[start - 1] in words("little"),
        ends=acts or titled or stops or _starts(text, end, "after"),
        stops=stops,
        acts=acts,
        titled=titled,
        may_be_given=_may_be_given(characters),
        usual=(given == 2 or text[start : start + family] in words("common"))
        and words("given").issuperset(characters)
        and end <= len(text)
        and text[end : end + 1] not in words("place-suffix"),
        short=given == 1,
        phrase=characters in words("phrase"),
        rare=text[start : start + family] in words("rare"),
    )


def _before(text: str, at: int) -> str:
    """Return the few characters before an offset, without a colon or blank at their end."""
    return text[max(0, at - _FAR) : at].rstrip(" ：:\u3000")


def _may_be_given(characters: str) -> bool:
    return bool(characters) and all(
        "\u3400" <= one <= "\u9fff" and one not in words("particle") for one in characters
    )


def _listed(text: str, candidates: dict[int, _Candidate], told: set[int]) -> set[int]:
    """Return where the names are that stand in a list with names that are told to be some."""
    found: set[int] = set()
    for run in _runs(text, candidates):
        first, last = candidates[run[0]], candidates[run[-1]]
        if told.intersection(run) or (
            any(not candidates[at].rare for at in run)
            and (
                _names_people(text, first.start)
                or _starts(text, _behind_bracket(text, last.end), "listed")
            )
        ):
            found.update(run)
    return found


def _behind_bracket(text: str, at: int) -> int:
    """Return the offset behind a short remark in brackets, as （女）, if one stands there."""
    found = _BRACKET.match(text, at)
    return found.end() if found else at


def _names_people(text: str, at: int) -> bool:
    """Return whether a word that introduces a list of people stands just before an offset."""
    before = _before(text, at).rstrip("（(")
    return _ends(before, len(before), "listing")


def _runs(text: str, candidates: dict[int, _Candidate]) -> Iterator[list[int]]:
    """Yield the offsets of candidates that stand one behind the other in a list."""
    left = dict(candidates)
    for start in sorted(candidates):
        if start not in left:
            continue
        run = [start]
        end = left.pop(start).end
        while (joint := _JOINTS.match(text, end)) and joint.end() in left:
            run.append(joint.end())
            end = left.pop(joint.end()).end
        if len(run) > 1:
            yield run


@cache
def _foreign() -> re.Pattern[str]:
    """Return the pattern of names of other peoples: parts with a dot between, or two elements."""
    sounds = "".join(sorted(words("sound")))
    elements = "|".join(sorted(words("element"), key=len, reverse=True))
    return re.compile(
        f"[{sounds}]{{1,12}}(?:[·•・‧][{sounds}]{{1,12}})+|(?:{elements})+[吉草措加]?"
    )


def _of_other_peoples(text: str) -> Iterator[Mention]:
    """Yield names of other peoples: with a dot, of two elements, or beside a post or a verb."""
    for match in _foreign().finditer(text):
        start, end = match.span()
        alone = match[0] in words("element")  # such a word may also be a part of another one
        before = _before(text, start)
        if not alone or _ends(before, len(before), "post") or _starts(text, end, "saying"):
            yield Mention(start, end, match[0])
