"""Where people are named in a Chinese text, told by what stands beside their names.

A name alone cannot be told from other words. It is one beside a post (市长王某), a verb of speech,
a title of respect, or another name in a list. The words for all this are in ``people.tsv``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.joints import JOINT
from briefing.names.personal.candidate import Candidate
from briefing.names.personal.candidates import find_candidates
from briefing.names.personal.edges import is_han, is_introduced
from briefing.names.personal.foreign import find_foreign
from briefing.names.personal.unusual import find_unusual
from briefing.names.personal.wholes import find_wholes
from briefing.names.quoted import find_quoted
from briefing.names.tables import (
    ends_word,
    longest_word,
    starts_word,
    text_before,
    words,
)

BETWEEN_PEOPLE = re.compile(
    f"(?:[（(][^（）()]{{1,24}}[）)])?(?:[同 \u3000]|{JOINT})(?:“[^“”]{{1,20}}”的)?"
)
"""What stands between two names of a list: 甲某、“一心为民”的乙某."""
_FIRM = re.compile(
    "[（(](?:[^（）()]{2,8}[）)][\u4e00-\u9fff]{0,12}(?:公司|集团)|(?:中国|[^（）()]{1,5}[区省市])[）)])"
)
"""What stands behind the first word of a firm's name: it is no person."""
_TRADE = re.compile(
    "[^\\W任在为是的和与兼就将把对向到办创及等、]{2,4}?(?:(?:股份|有限|责任){1,3}公司|专业合作社)"
)
"""What stands behind the first word of a firm's name: its trade and its legal form."""
_AROUND_DOT = re.compile(
    "(?<=[\u4e00-\u9fff])[ \u3000]{1,2}(?=[·•・])|(?<=[·•・])[ \u3000]{1,2}(?=[\u4e00-\u9fff])"
)
"""The blanks around the dot in a name: 某某 · 某某."""
_IN_CHARGE = re.compile(
    "(?:相关|有关|方面)?负责人(?:表示|说|介绍|称|告诉|坦言|透露|指出|认为|[一-鿿]{2,3}(?:表示|说|介绍))"
)
"""What behind a name tells that it is that of a body: 甲乙负责人表示."""
_LONG = 3
_PAIR = 2
_BRACKET = re.compile("[（(][^（）()]{1,24}[）)]")


class Mention(NamedTuple):
    """A person's name in a text, and the offsets of its start and end."""

    start: int
    end: int
    name: str


def find_people(text: str) -> list[Mention]:
    """Return the people who are named in a text, in order.

    >>> [one.name for one in find_people("市长王某主持，李某、赵某出席。高度重视方案。")]
    ['王某', '李某', '赵某']
    """
    return list(_find_people(text))


@lru_cache(maxsize=8192)
def _find_people(text: str) -> tuple[Mention, ...]:
    """Return the people of a text, which is kept: a draft asks thrice about each paragraph."""
    blanks = {at for one in _spaced().finditer(text) for at in _blanks_of(text, one)}
    blanks |= {at for one in _AROUND_DOT.finditer(text) for at in range(*one.span())}
    if not blanks:
        return _find_unspaced(text)
    offsets = [at for at in range(len(text)) if at not in blanks]
    return tuple(
        Mention(offsets[start], offsets[min(end, len(offsets)) - 1] + 1, name)
        for start, end, name in _find_unspaced("".join(text[at] for at in offsets))
    )


def _blanks_of(text: str, name: re.Match[str]) -> range:
    """Return the offsets of the blanks inside a short name that is spaced out: 县长王　某."""
    start = name.start()
    is_apart = start == 0 or not is_han(text, start - 1) or is_introduced(text, start)
    return range(*name.span("blanks")) if is_apart else range(0)


@cache
def _spaced() -> re.Pattern[str]:
    """Return the pattern of a family name and a given name of one character with blanks between."""
    single = words("common") - words("preposition") - words("rare")
    families = "".join(sorted(name for name in single if len(name) == 1))
    return re.compile(f"[{families}](?P<blanks>[ \u3000]{{1,3}})[\u4e00-\u9fff]")


def _find_unspaced(text: str) -> tuple[Mention, ...]:
    slogans = {at for one in find_quoted(text) if "，" in one.text for at in range(*one[:2])}
    candidates = {one.start: one for one in find_candidates(text) if one.start not in slogans}
    told = {one.start for one in candidates.values() if one.is_told}
    told |= _listed(text, candidates, told)
    told -= _joined(text, candidates, told)
    named = [Mention(at, candidates[at].end, text[at : candidates[at].end]) for at in told]
    firms = {
        text[one.start : one.end + 2] for one in candidates.values() if _begins_firm(text, one.end)
    }
    found = [
        one
        for one in named
        if text[one.start : one.end + 2] not in firms and not _is_named_after(text, one.end)
    ]
    found += [Mention(start, end, text[start:end]) for start, end in find_foreign(text)]
    found = _without_overlaps([*found, *_seen_again(text, found)])
    likely = {
        one.start: one.end
        for one in candidates.values()
        if one.end - one.start == _LONG and not one.phrase
    }
    unusual = find_unusual(text, {one.start: one.end for one in found}, likely)
    found += [Mention(start, end, text[start:end]) for start, end in unusual]
    wholes = find_wholes(text, {one.start: one.end for one in found})
    found += [Mention(start, end, text[start:end]) for start, end in wholes]
    return tuple(_without_overlaps(found))


def _joined(text: str, candidates: dict[int, Candidate], told: set[int]) -> set[int]:
    """Return where a word behind somebody's title looks like a family name: 和 of 王某院士和李某.

    The title is that of the name before it, and so speaks for none behind it.
    """
    return {
        end
        for at in told
        if (size := longest_word(text, candidates[at].end, "style"))
        and (end := candidates[at].end + size) in told
        and candidates[end].rare
    }


def _begins_firm(text: str, at: int) -> bool:
    """Return whether a trade and the legal form of a firm stand behind a name: it is the firm's."""
    told = any(starts_word(text, at, kind) for kind in ("saying", "after", "post"))
    return not told and bool(_TRADE.match(text, at))


def _is_named_after(text: str, at: int) -> bool:
    """Return whether the words at an offset make a name that of a road, a school or the like."""
    if text[at : at + 1] in ("（", "(") and _FIRM.match(text, at):
        return True
    if _IN_CHARGE.match(text, at):
        return True
    if (
        longest_word(text, at + 1, "after-name") >= _LONG
    ):  # of a longer name: 习近 of 习近平法治思想
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


def _listed(text: str, candidates: dict[int, Candidate], told: set[int]) -> set[int]:
    """Return where the names are that stand in a list with names that are told to be some."""
    found: set[int] = set()
    for whole in _runs(text, candidates):
        first, last = candidates[whole[0]], candidates[whole[-1]]
        is_long = len(whole) > _PAIR
        run = [at for at in whole if is_long or candidates[at].begins or not candidates[at].phrase]
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


def _runs(text: str, candidates: dict[int, Candidate]) -> Iterator[list[int]]:
    """Yield the offsets of candidates that stand one behind the other in a list."""
    left = dict(candidates)
    for start in sorted(candidates):
        if start not in left:
            continue
        run = [start]
        end = left.pop(start).end
        while (joint := BETWEEN_PEOPLE.match(text, end)) and joint.end() in left:
            run.append(joint.end())
            end = left.pop(joint.end()).end
        if len(run) > 1:
            yield run
