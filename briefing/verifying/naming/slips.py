"""What is a Chinese name of some articles but for one character."""

import re
from collections.abc import Iterator
from functools import cached_property

from briefing.verifying.naming.heads import PRECEDES
from briefing.verifying.naming.likeness import NUMERAL, is_comparable, is_short_name
from briefing.verifying.naming.naming import Names
from briefing.verifying.naming.standing import Standing
from briefing.verifying.naming.strangers import Near, touches

PLAN = re.compile("十[一二三四五六七八九]五")
"""What a Five-Year Plan is called."""
_HAN = re.compile("[\u3400-\u9fff]")
_DIGITS = "123456789一二三四五六七八九"
_AREA = re.compile("[新片园城郊湖港矿库景老]区|[东西南北中]部")
_NO_END = frozenset("内外里上下中等的地共有在至到和与及将已")
"""Characters that stand behind a name, and are no end of one: 恩施州内."""
_FOLLOWS = re.compile("[市县省区的是已将有在与和、及，。：]|$")
_COUNTED = re.compile("[一二三四五六七八九十两][个条项件种类大]")
_SO_MANY = re.compile("[一二三四五六七八九十]大")
_DIVISIONS = re.compile("[一二三四五六七八九十两][省市县区镇乡旗盟州]{2}")
_JOINING = frozenset("、和与及")
"""What joins the parts of a name, one for another."""
_BEFORE_NAMES = frozenset("据由经按向被让请与和及在对从到")
"""What stands before a name, and is no first character of one."""


def _may_be_slip(written: str, right: str) -> bool:
    """Return whether a character may be a slip for another one, as a mark or 的 is not."""
    joins = written in _JOINING and right in _JOINING
    return written not in (right, "的") and right != "的" and written.isalnum() and not joins


def _is_word_beside(window: str, name: str, at: int) -> bool:
    """Return whether the character that differs from a name is a word before it, or a kind of area.

    南沙片区 is no slip for 南沙新区, nor the east of a province for its middle; nor is another
    word for what is counted, as 四条路子.
    """
    if (_COUNTED.search(name) and not NUMERAL.match(name[at])) or _DIVISIONS.fullmatch(window):
        return True
    ours, theirs = _DIGITS.find(window[at]), _DIGITS.find(name[at])
    if ours >= 0 and theirs >= 0 and ours % 9 == theirs % 9:
        return True
    is_before = at == 0 and window[0] in _BEFORE_NAMES
    return is_before or bool(_AREA.fullmatch(window[at:]) and _AREA.fullmatch(name[at:]))


class _Sharing:
    """Names of one length that share one half; ``begin`` and ``end`` are where the other is."""

    def __init__(self, begin: int, end: int) -> None:
        self.names: list[str] = []
        self._begin, self._end = begin, end

    def find(self, window: str, at: int) -> str | None:
        """Return the first of the names that is like some words but for the character there."""
        return self._gapped.get((at, window[self._begin : at], window[at + 1 : self._end]))

    @cached_property
    def _gapped(self) -> dict[tuple[int, str, str], str]:
        """The names by what is left and right of each character of the half that is their own."""
        begin, end = self._begin, self._end
        found: dict[tuple[int, str, str], str] = {}
        for name in self.names:
            for at in range(begin, end):
                found.setdefault((at, name[begin:at], name[at + 1 : end]), name)
        return found


class Slips:
    """Finds in sentences what is a Chinese name of some articles but for one character."""

    def __init__(self, names: Names, standing: Standing) -> None:
        self._names = names
        self._standing = standing

    @cached_property
    def _halves(self) -> list[tuple[int, dict[str, _Sharing], dict[str, _Sharing]]]:
        """The Chinese names of each length by their first and second halves, the longest first.

        What is a name but for one character has one of its halves.
        """
        found: dict[int, tuple[dict[str, _Sharing], dict[str, _Sharing]]] = {}
        for name, entries in self._names.chinese.items():
            if is_comparable(name, entries):
                firsts, lasts = found.setdefault(len(name), ({}, {}))
                middle = len(name) // 2
                firsts.setdefault(name[:middle], _Sharing(middle, len(name))).names.append(name)
                lasts.setdefault(name[middle:], _Sharing(0, middle)).names.append(name)
        return [(size, *found[size]) for size in sorted(found, reverse=True)]

    def find(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        """Yield what is nearly a name, and no other word, outside of what is ``taken``."""
        done: list[tuple[int, int]] = []
        for length, firsts, lasts in self._halves if _HAN.search(text) else ():
            middle = length // 2
            for start in range(len(text) - length + 1):
                end = start + length
                first = firsts.get(text[start : start + middle])
                last = lasts.get(text[start + middle : end])
                if not first and not last:
                    continue
                window = text[start:end]
                begun = [last for begin, last in taken if begin == start and last < end]
                if not _HAN.search(window) or touches(start, end, done):
                    continue
                for at in range(length):
                    sharing = first if at >= middle else last
                    name = sharing.find(window, at) if sharing else None
                    if not name or not _may_be_slip(window[at], name[at]):
                        continue
                    if _is_word_beside(window, name, at):
                        continue
                    behind = NUMERAL.match(text[max(0, start - 1)]) and start > 0
                    if behind or not self._is_slip(text, start, end, at, taken):
                        continue
                    if is_short_name(window, name, self._names) or window in self._standing.text:
                        continue
                    done.append((start, end))
                    # Another plan, or another number of things, is no slip of one.
                    is_other = (
                        PLAN.fullmatch(window)
                        or _COUNTED.match(window)
                        or self._is_of_place(window, name, [one - start for one in begun])
                    )
                    entries = () if is_other else tuple(self._names.chinese[name])
                    yield Near(start, end, entries, "" if is_other else name)
                    break

    def _is_of_place(self, window: str, name: str, places: list[int]) -> bool:
        """Return whether words are a known name, up to one of some offsets, and a common word.

        That stands in the texts without what is before it in a name: a bridge of the city is not
        the bridge that is called like it.
        """
        return any(
            window[:at] != name[:at]
            and window[at:] == name[at:]
            and re.search(
                f"(?<!{re.escape(name[at - 1])}){re.escape(name[at:])}", self._standing.text
            )
            for at in places
        )

    def _is_slip(
        self, text: str, start: int, end: int, at: int, taken: list[tuple[int, int]]
    ) -> bool:
        """Return whether what is nearly a name is no part of another one or of other words."""
        for first, last in taken:
            if first < end and start < last and last - first >= min(end - start - 1, 3):
                if (first, last) != (start, end) and not (start <= first and last <= end):
                    return False
                if start <= start + at < end and first <= start + at < last:
                    return False
        if at == 0 and not (PRECEDES.search(text[:start]) or _SO_MANY.match(text, start)):
            return False
        if at == end - start - 1 and ((start, end - 1) in taken or text[start + at] in _NO_END):
            return False  # 民乐县还 is the county and another word, and not 民乐县委
        return not (at == end - start - 1 and not _FOLLOWS.match(text, end))
