"""Where people are named in a Chinese text, told by what stands beside their names.

A name alone cannot be told from other words. It is one beside a post (市长王某), a verb of speech, a
title of respect, or another name in a list.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.tables import surnames, words

_STOPS = frozenset(["", *"，。、；：！？“”‘’（）《》【】「」()[],;:!?\"' \t\u3000·—-…/|"])
_JOINTS = re.compile("(?:（[^（）]{1,4}）)?(?:[、 \u3000]|和|与|及|以及|同)")
_BRACKET = re.compile("（[^（）]{1,4}）")


class Mention(NamedTuple):
    """A person's name in a text, and the offsets of its start and end."""

    start: int
    end: int
    name: str


class _Candidate(NamedTuple):
    """What may be a name, and what speaks for it.

    It may be ``introduced`` by a post or the like, ``begin`` behind a mark of punctuation, stand
    ``apart`` from the word before it, ``end`` where a name may end or ``stop`` at a mark, ``act`` as people do, and be
    ``titled`` behind. Its characters may be those of ``usual`` names, or its family name ``rare``: mostly another word.
    """

    start: int
    end: int
    introduced: bool
    begins: bool
    apart: bool
    ends: bool
    stops: bool
    acts: bool
    titled: bool
    usual: bool
    rare: bool

    @property
    def is_told(self) -> bool:
        """Whether this is a name, by itself."""
        if self.rare and not self.usual:
            return self.introduced and (self.acts or self.stops)
        if self.usual and (self.introduced or self.begins):
            return True
        return self.ends and (
            self.introduced
            or (self.begins and (self.acts or self.titled))
            or (self.apart and (self.usual or self.acts))
        )


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
        family = 2 if text[start : start + 2] in surnames() else 1
        each = [_look_around(text, start, family, given) for given in (2, 1)]
        if text[start : start + 2] in words("ordinary"):
            each = [one for one in each if one.usual and one.introduced and one.ends]
        if _starts(text, start + family, "saying") or _starts(text, start + family, "post"):
            continue
        each = [one for one in each if one.usual or _may_be_given(text[start + family : one.end])]
        best = next((one for one in each if one.ends), None)
        best = best or next((one for one in each if one.usual), None)
        if best:
            yield best


def _look_around(text: str, start: int, family: int, given: int) -> _Candidate:
    """Return what may be a name, with what stands beside it."""
    end = start + family + given
    before = text[:start].rstrip(" ：:\u3000")
    begins = start == 0 or text[start - 1] in _STOPS
    acts = _starts(text, end, "saying")
    titled = _starts(text, end, "post")
    stops = text[end : end + 1] in _STOPS
    return _Candidate(
        start,
        end,
        introduced=_ends(text, start, "before") or _ends(before, len(before), "post"),
        begins=begins,
        apart=begins or text[start - 1] in words("little"),
        ends=acts or titled or stops or _starts(text, end, "after"),
        stops=stops,
        acts=acts,
        titled=titled,
        usual=given == 2
        and text[start : start + family] in words("common")
        and words("given").issuperset(text[start + family : end])
        and text[start + family : end] not in words("phrase")
        and end <= len(text)
        and text[end : end + 1] not in words("place-suffix"),
        rare=text[start : start + family] in words("rare"),
    )


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
    before = text[max(0, at - 12) : at].rstrip(" ：:（(\u3000")
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
    return re.compile(f"[{sounds}]+(?:[·•・‧][{sounds}]+)+|(?:{elements}){{2,}}|(?:{elements})")


def _of_other_peoples(text: str) -> Iterator[Mention]:
    """Yield the names of other peoples: with a dot, of two elements, or told by a post or a verb."""
    for match in _foreign().finditer(text):
        start, end = match.span()
        alone = match[0] in words("element")
        before = text[:start].rstrip(" ：:\u3000")
        if not alone or (_ends(before, len(before), "post") or _starts(text, end, "saying")):
            yield Mention(start, end, match[0])
