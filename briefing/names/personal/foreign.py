"""Where people of other peoples are named in a Chinese text, and foreigners."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.names.abroad import starts_abroad
from briefing.names.gazetteer import places_by_name
from briefing.names.personal.edges import is_inside_country
from briefing.names.tables import ends_word, longest_word, starts_word, text_before, words

_DOTS = "·•・‧-‐－"
_OF_PARTS = re.compile(f"[{re.escape(_DOTS)}]|古丽")
"""What a text has in which a name is told by another sign than its elements."""
_WORD = 4
"""Hardly any word for a post is longer."""
_HYPHEN = re.compile("[-‐－]")
_OFFICES = ("馆", "府", "处", "团")
"""With these a post is the office of who holds it."""
_PAIR = 2
_LEAST_SOUNDS = 3
"""So many characters have a foreign name without a dot at least, if no mark stands behind it."""


def find_foreign(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of names of other peoples in a text.

    They are told by a dot, by two elements, or by a post or a verb of people beside an element, a
    run of sounds or a Japanese family name.
    """
    is_plain = _OF_PARTS.search(text) is None
    for match in (_of_elements() if is_plain else _with_dot()).finditer(text):
        start = _behind_post(text, match.start())
        start += is_inside_country(text, start)  # 列 of 以色列
        alone = match[0] in words("element")  # such a word may also be a part of another one
        end = _uncut_end(text, match)
        if (
            text[start] in _DOTS
            or _is_quoted(text, start, end)
            or ("·" in match[0] and starts_word(text, end, "after-name"))
        ):
            continue
        sure = not (alone or _HYPHEN.search(match[0]))  # a line from place to place has one, too
        if sure or _is_introduced(text, start) or _acts(text, end):
            yield start, end
    yield from _find_speakers(text)
    for pattern in _sounds():
        for match in pattern.finditer(text):
            end = _sounds_end(text, *match.span(1))
            if (
                end
                and not _is_of_place(text, match.start(1))
                and text[match.start() : end] not in places_by_name()
            ):
                yield match.start(), end
    for match in _japanese().finditer(text):
        if end := _japanese_end(text, match):
            yield match.start(), end


def _behind_post(text: str, start: int) -> int:
    """Return the offset of a name behind the post that its first characters end: 理 of 总理."""
    for end in (start + 2, start + 1):
        if any(text[at:end] in words("post") for at in range(max(0, end - _WORD), start + 1)):
            return end
    return start + (text[start - 1 : start + 1] in words("whole-word"))  # 子 of 男子


def _uncut_end(text: str, match: re.Match[str]) -> int:
    """Return where a name of several parts ends: before a word of which it would take a part."""
    end = match.end()
    least = match.start() + max(map(match[0].rfind, _DOTS)) + 2
    while end > least and _is_in_word(text, end) and not _acts(text, end):
        end -= 1
    return end


def _is_of_place(text: str, start: int) -> bool:
    """Return whether a place begins before an offset and goes over it: 青海 of 青海格尔木."""
    is_straddled = text[start - 1 : start + 1] in places_by_name()
    return is_straddled and not _is_introduced(text, start)


def _is_in_word(text: str, at: int) -> bool:
    """Return whether the characters on both sides of an offset make an ordinary word."""
    return text[at - 1 : at + 1] in words("whole-word") or longest_word(text, at - 1, "after") > 1


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a name stands alone in quotation marks: it is that of a thing."""
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”"


def _is_introduced(text: str, at: int) -> bool:
    before = text_before(text, at)
    return ends_word(before, len(before), "post") or ends_word(before, len(before), "before")


def _acts(text: str, at: int) -> bool:
    return starts_word(text, at, "saying")


def _ends(text: str, at: int) -> bool:
    """Return whether a name may end at an offset."""
    return (
        not text[at : at + 1].isalpha()
        or _acts(text, at)
        or _starts_post(text, at)
        or starts_word(text, at, "after")
    )


def _sounds_end(text: str, start: int, last: int) -> int:
    """Return where a foreign name without a dot ends, or 0 if a run of sounds is none.

    Behind a post it may end at a mark or a word that can follow a name, or else takes every sound;
    without one it needs three sounds and a verb of people or a post behind it. One that begins
    like a place needs both, and two sounds more.
    """
    introduced = _is_introduced(text, start)
    place = longest_word(text, start, "country")
    if starts_abroad(text, start) or (place and not introduced):
        return 0
    if text[start] in "来到赴" and starts_abroad(text, start + 1):  # 游客来肯尼亚
        return 0
    if is_inside_country(text, start):
        return 0
    if _is_in_word(text, start) and not introduced:
        return 0
    ends = [
        end
        for end in range(last, start + 1, -1)
        if _is_foreign(text[start:end])
        and not _is_named_after(text, end)
        and not _is_in_word(text, end)
        and not (text[end - 1] in words("preposition") and text[end : end + 1].isalpha())
        and not any(_is_in_word(text, at) for at in range(start + 1, end))
    ]
    for end in ends:
        if place and end - start < place + 2:
            return 0
        if _is_addressed(text, end) and (introduced or end - start >= _LEAST_SOUNDS):
            return end
    if not introduced or place:
        return 0
    return next((end for end in ends if _ends(text, end)), 0) or (
        last if last in ends and last - start >= _LEAST_SOUNDS else 0
    )


def _find_speakers(text: str) -> Iterator[tuple[int, int]]:
    """Yield names between a post and a verb of speech that hold more characters than sounds.

    A run of sounds of which half hardly stand in Chinese words ends them: 主席因凡多诺宣布.
    """
    for match in _run_behind().finditer(text):
        start, end = match.span()
        if not starts_word(text, end, "speech") or is_inside_country(text, start):
            continue
        for at in range(start, end - _LEAST_SOUNDS):
            if ends_word(text, at, "style") or ends_word(text, at, "head"):
                inside = range(at, end)
                if _is_foreign(text[at:end]) and not any(_is_in_word(text, one) for one in inside):
                    yield at, end


def _is_named_after(text: str, at: int) -> bool:
    """Return whether what stands at an offset makes the name a place's or a thing's."""
    return starts_word(text, at, "place-suffix") or starts_word(text, at, "after-name")


def _is_addressed(text: str, at: int) -> bool:
    return _acts(text, at) or _starts_post(text, at)


def _starts_post(text: str, at: int) -> bool:
    """Return whether a post stands at an offset, and no office that is named so: 总领事馆."""
    size = longest_word(text, at, "post")
    return bool(size) and text[at + size : at + size + 1] not in _OFFICES


def _is_foreign(sounds: str) -> bool:
    """Return whether half the characters of a run are such as hardly stand in Chinese words."""
    strict = sum(one in words("loan") for one in sounds)
    return strict >= 2 and 2 * strict >= len(sounds)


def _japanese_end(text: str, match: re.Match[str]) -> int:
    """Return where a Japanese name ends, or 0 if it is none."""
    introduced = _is_introduced(text, match.start())
    if text[match.start() - 1 : match.start() + 1] in words("whole-word"):  # 城中村
        return 0
    if match[0][0] in words("place-suffix") and not introduced and match.start():
        return 0  # the last character of a village: 河湾村上院组
    for length in (3, 2, 1, 0):
        end = match.end() + length
        given = text[match.end() : end]
        if any(longest_word(text, at, "after") > 1 for at in range(match.end(), end)):
            continue  # 今天 is no part of a name
        plain = given[1:] if given[:1] == "和" and length == _PAIR else given  # 和夫
        if words("particle").isdisjoint(plain) and (not given or given.isalpha()):
            if _is_addressed(text, end):
                return end
            if introduced and _ends(text, end):
                return end
    return 0


def is_foreign_name(name: str) -> bool:
    """Return whether the whole of some words is a name of parts with a dot, or of elements.

    >>> is_foreign_name("央金拉姆"), is_foreign_name("综合报道")
    (True, False)
    """
    return bool(_with_dot().fullmatch(name))


@cache
def _with_dot() -> re.Pattern[str]:
    """Return the pattern of names of parts with a dot between, or of elements."""
    sounds = "".join(sorted(words("sound") | words("dotted")))
    plain = "".join(sorted(words("sound")))
    return re.compile(
        f"[{sounds}]{{1,12}}(?:[{_DOTS[:4]}][{sounds}]{{1,12}}|(?<=..)[{_DOTS[4:]}][{sounds}]{{2,12}})+|{_of_elements().pattern}|[{plain}]{{1,4}}古丽"
    )


@cache
def _of_elements() -> re.Pattern[str]:
    """Return the pattern of names of elements, which is tried only where one may begin."""
    elements = sorted(words("element"), key=len, reverse=True)
    firsts = "".join(sorted({one[0] for one in elements}))
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(elements)})+[吉草措加花]?")


@cache
def _sounds() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of runs of sounds without a dot: behind a post, and with none before."""
    sounds = "".join(sorted(words("sound") | words("loan")))
    loan = "".join(sorted(words("loan")))
    before = "".join(sorted({word[-1] for word in words("post")}))
    run = f"(?=[{sounds}]?[{loan}])([{sounds}]{{2,9}})"
    return re.compile(f"(?<=[{before}])(?={run})"), re.compile(f"(?<![{sounds}]){run}")


@cache
def _run_behind() -> re.Pattern[str]:
    """Return the pattern of a few characters of which the last are sounds."""
    loan = "".join(sorted(words("loan")))
    return re.compile(f"[\u4e00-\u9fff]{{1,7}}[{loan}]{{2}}(?![{loan}])")


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("japanese"), key=len, reverse=True)))
