"""Where people are named in a Chinese text, told by what stands beside their names.

A name alone cannot be told from other words. It is one beside a post (市长王某), a verb of speech,
a title of respect, or another name in a list. The words for all this are in ``people.tsv``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.foreign import find_foreign
from briefing.names.tables import (
    ends_word,
    longest_word,
    places_of_words,
    starts_word,
    surnames,
    text_before,
    words,
)

_STOPS = frozenset(["", *"，。、；：！？“”‘’（）《》【】「」()[],;:!?\"' \t\u3000—-…/|"])
_WHOLE = 3
"""So many characters most names have."""
_UNNAMED = re.compile("某某?(?![些个种市县省])")
_JOINTS = re.compile("(?:（[^（）]{1,4}）)?(?:[、 \u3000]|和|与|及|以及|同)")
_FIRM = re.compile("[（(][^（）()]{2,8}[）)][\u4e00-\u9fff]{0,12}(?:公司|集团)")
"""What stands behind the first word of a firm's name: it is no person."""
_TERM = re.compile("“[^“”，。：；！？、]{1,8}”")
_BRACKET = re.compile("（[^（）]{1,4}）")


class Mention(NamedTuple):
    """A person's name in a text, and the offsets of its start and end."""

    start: int
    end: int
    name: str


class _Candidate(NamedTuple):
    """What may be a name, and what speaks for it.

    Before it: a post or the like (``introduced``), a character that words for people end in
    (``called``), a mark of punctuation (``begins``), or a word that is
    no part of it (``apart``). Behind it: a word or mark at which a name may end (``ends``), among
    them a mark (``stops``), a verb of people (``acts``), a post (``titled``) and a word of two
    characters or more (``parted``).

    Its characters are no particles (``may_be_given``), or those of ``usual`` given names, or one of
    two is such (``hinted``), and that behind a common family name (``likely``); a name of two
    characters is ``short``. The given name may be a ``phrase``, which is a word as well. A ``rare``
    family name is mostly another word. A person without a full name, such as 王某, is ``unnamed``.
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
    parted: bool
    may_be_given: bool
    usual: bool
    short: bool
    hinted: bool
    likely: bool
    phrase: bool
    rare: bool
    unnamed: bool

    @property
    def is_plain(self) -> bool:
        """Whether this is a name although an ordinary word begins like it."""
        if self.short or not self.ends:
            return False
        return self.introduced or (self.usual and self.begins and self.acts)

    @property
    def is_told(self) -> bool:
        """Whether this is a name, by itself."""
        if self.unnamed:
            return self.introduced or not self.rare
        if self.rare:
            told = self.acts or (self.usual and self.ends)
            named = self.introduced or (self.usual and self.apart and self.acts and not self.short)
            placed = self.introduced and (self.stops or self.parted) and self.hinted
            return ((named and told) or placed) and not self.phrase
        if self.introduced:
            return self.ends or (self.usual and not self.short) or self.likely
        if self.usual and not self.phrase:
            if self.short:
                told = self.called or (self.apart and (self.acts or self.titled))
                return self.ends and (told or (self.begins and not self.stops))
            return self.begins or self.apart or (self.ends and (self.acts or self.titled))
        if self.likely and self.begins and not (self.stops or self.phrase):
            return self.ends
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
        if not _is_named_after(text, end := candidates[at].end)
    ]
    found += [Mention(start, end, text[start:end]) for start, end in find_foreign(text)]
    return _without_overlaps([*found, *_seen_again(text, found)])


def _is_named_after(text: str, at: int) -> bool:
    """Return whether the words at an offset make a name that of a road, a school or the like."""
    if text[at : at + 1] in ("（", "(") and _FIRM.match(text, at):
        return True
    return longest_word(text, at, "after-name") > longest_word(text, at, "after")


def _seen_again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield where a name that was found, and is not short, stands again without any sign."""
    names = {one.name for one in found if len(one.name) > 2}
    lengths = {len(name) for name in names}
    firsts = {name[0] for name in names}
    for start, first in enumerate(text):
        if first not in firsts:
            continue
        for end in (start + length for length in lengths):
            if text[start:end] in names and not _is_named_after(text, end):
                yield Mention(start, end, text[start:end])


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
def _family_names() -> re.Pattern[str]:
    compound = sorted((name for name in surnames() if len(name) > 1), reverse=True)
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    return re.compile(f"(?={'|'.join(compound)}|[{single}])")


def _candidates(text: str) -> Iterator[_Candidate]:
    """Yield what begins with a family name: as far as a name may go, or a usual name."""
    posts = _inside_posts(text)
    for match in _family_names().finditer(text):
        start = match.start()
        if start in posts:  # 局长孙某 is no 长孙, and the 程 of 工程师 no family
            continue
        if starts_word(text, start, "country"):
            continue
        each = [one for one in _lengths(text, start) if one.usual or one.may_be_given]
        if start - 1 not in posts and text[start - 1 : start + 1] in words("word-end"):
            if text[start - 2 : start] not in words("whole-word"):  # 落实 before 习, and no 实习
                continue
            each = [one for one in each if one.titled and not one.short]
        if starts_word(text, start, "ordinary") and not _fills_list(text, start, start + 3):
            each = [one for one in each if one.is_plain]
        best = next((one for one in each if one.acts or one.titled or one.stops), None)
        best = best or next((one for one in each if one.parted), None)
        best = best or next((one for one in each if one.ends), None)
        best = best or next((one for one in each if one.usual or one.likely or one.unnamed), None)
        if best:
            yield best


def _inside_posts(text: str) -> set[int]:
    """Return the offsets of the characters of posts, the longest word first from the left."""
    found: set[int] = set()
    end = 0
    for start in places_of_words(text, "post"):
        if start >= end:
            end = start + longest_word(text, start, "post")
            found.update(range(start, end))
    return found


def _lengths(text: str, start: int) -> list[_Candidate]:
    """Return the names that may begin at an offset, the longest first."""
    family = 2 if text[start : start + 2] in surnames() else 1
    if unnamed := _UNNAMED.match(text, start + family):
        return [_look_around(text, start, family, _end_of_unnamed(text, unnamed) - unnamed.start())]
    if starts_word(text, start + family, "saying") or starts_word(text, start + family, "post"):
        return []
    return [_look_around(text, start, family, given) for given in (2, 1)]


def _end_of_unnamed(text: str, unnamed: re.Match[str]) -> int:
    """Return where a name such as 王某 ends: behind one more character in 王某军."""
    end = unnamed.end()
    more = text[end : end + 1]
    goes_on = text[end : end + 2] in words("whole-word") or starts_word(text, end, "saying")
    is_given = more in words("given") and more not in words("preposition") and words("particle").isdisjoint(more)
    return end + (len(unnamed[0]) == 1 and is_given and not goes_on)


def _look_around(text: str, start: int, family: int, given: int) -> _Candidate:
    """Return what may be a name, with what stands beside it."""
    end = start + family + given
    characters = text[start + family : end]
    before = text_before(text, start)
    introduced = ends_word(text, start, "before") or ends_word(before, len(before), "post")
    is_common = family == 2 or text[start : start + family] in words("common")
    begins = start == 0 or text[start - 1] in _STOPS
    acts = starts_word(text, end, "saying")
    titled = starts_word(text, end, "post")
    stops = text[end : end + 1] in _STOPS
    goes_on = (
        _goes_on(text, end)
        or characters == "家"
        or (given > 1 and not (acts or titled) and _is_cut(text, end))
        or (begins and not titled and _is_in_term(text, start, end))
    )
    return _Candidate(
        start,
        end,
        introduced=introduced,
        called=text[start - 1 : start] in words("called")
        or (titled and text[start - 1 : start] in words("office-end")),
        begins=begins,
        apart=begins or text[start - 1] in words("little"),
        ends=acts or titled or stops or starts_word(text, end, "after"),
        stops=stops,
        acts=acts,
        titled=titled,
        parted=longest_word(text, end, "after") > 1,
        may_be_given=(_may_be_given(characters) or _fills_list(text, start, end))
        and characters[-1] not in words("word-tail")
        and (introduced or characters[-1] not in words("place-suffix") or _fills_list(text, start, end))
        and not goes_on,
        usual=(given == 2 or is_common)
        and words("given").issuperset(characters)
        and not goes_on
        and end <= len(text)
        and (titled or text[end : end + 1] not in words("place-suffix"))
        and (characters[-1:] not in words("place") or ends_word(before, len(before), "post")),
        short=family + given == 2,
        hinted=not words("given").isdisjoint(characters),
        likely=given == 2 and is_common and not words("given").isdisjoint(characters),
        phrase=characters in words("phrase") or characters in words("whole-word"),
        rare=text[start : start + family] in words("rare"),
        unnamed=characters.startswith("某"),
    )


def _goes_on(text: str, end: int) -> bool:
    """Return whether the last character before an offset begins what follows it: 王某向记者."""
    return text[end - 1 : end] in words("preposition") and text[end : end + 1] not in _STOPS


def _is_cut(text: str, end: int) -> bool:
    """Return whether a name that ends at an offset would cut a word in two: 查 of 王某查看."""
    return text[end - 1 : end + 1] in words("whole-word") and longest_word(text, end, "after") < 2


def _is_in_term(text: str, start: int, end: int) -> bool:
    """Return whether a short term in quotation marks begins at an offset and goes on behind it."""
    match = _TERM.match(text, start - 1) if start else None
    return match is not None and match.end() > end + 1


def _fills_list(text: str, start: int, end: int) -> bool:
    """Return whether three characters stand alone in a list: their last one may be a particle."""
    alone = (text[start - 1 : start] == "、" or ends_word(text, start, "post")) and text[
        end : end + 1
    ] in ("、", "，", "。", "（", "等")
    if starts_word(text, end - 1, "saying"):
        return False
    return alone and end - start == _WHOLE and text[start + 1] not in "的了着们是"


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
                or starts_word(text, _behind_bracket(text, last.end), "listed")
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
    before = text_before(text, at).rstrip("（(")
    return ends_word(before, len(before), "listing")


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
