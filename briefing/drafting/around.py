"""What stands around a figure of a draft: its place, and what else is there.

All spans of a paragraph are sorted once, since every figure of the paragraph asks about them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.drafting.compared import ends_route, leave_out_compared
from briefing.drafting.figures import is_figure
from briefing.drafting.found import FoundPlace, Span, Spans
from briefing.drafting.ids import Ids
from briefing.drafting.text import DraftText
from briefing.names.joints import JOINT, JOINTS

_PLACES = "省市州盟县区旗镇乡村"
"""The ends of the names of places."""
_OF_WHOLE = re.compile(
    f"(?<![居列占比于为是在])(?:全|我)([{_PLACES}])(?![域间位内第首平最各同排领前0-9])"
)
"""A whole province or the like (全州, 我省), if no rank or share in it is told (居全省第一)."""
_SMALL = "镇乡村"
"""The ends of names of places so small that the last one named is meant: 全村."""
_HOMES = ("county", "town", "village")
"""The kinds of places at which a body is at home whose name begins with one."""
_KINDS_OF_WHOLES = ("province", "city", *_HOMES)
_CLAUSE_MARK = re.compile("[，。；：！？,;:!?]")
_RESPECTIVELY = re.compile("分别|分列|分居|依次|顺次")
_NEXT_NUMBER = re.compile(f"{JOINT}[^，。；：、]{{0,4}}")
"""What stands between two numbers of a list: 增长5%和下降6%."""
_REGION = re.compile("[一-鿿][东西南北中]{1,2}部?地区")
"""A region that is told by the points of the compass."""
_THE_OTHERS = re.compile("(?:其余|其他|其它|另外|余下)的?$")
"""What before a number tells that it is of other places than the one before it: 其余11个县."""
_VENUE = re.compile("[^，。；]{0,8}?(?:召开|举行|举办|开幕|闭幕)")
"""What behind a place tells that something was held there, of which what follows need not be."""
_NATIONAL = ("全国", "我国", "全球", "世界")
_OPENS = re.compile("(?:^|[。；！？，])(?:与此同时，)?在$")
"""What stands before a place with which a sentence or a clause opens."""
_TIME_ALONE = re.compile(
    "(?:(?:[0-9]{4}|去|今|前|上|全|近)年来?|上半年|[0-9]{1,2}月份?|前?[一二三四0-9]个?(?:季度|月)|目前|日前|近日)+"
)
"""A first clause that tells a time and no more, behind which stands what a paragraph is about."""
_WHOLE_NAME = re.compile("[省市县区州旗盟镇乡村]$")
_NEAR = 4
"""Such words stand so near to their number."""
_LONGEST_LIST = 20
"""A list of places or numbers has no more items."""
_FAR = 200
"""A list of numbers is no longer."""


class Places:
    """The places of a text, by what names them and by where they stand.

    ``names`` are those of bodies that are no offices of a place. A place is only a part of such a
    name, unless it is a county or smaller, and the name begins with it: there the body is at home.
    No figure is of a place abroad, for what is sold to one is sold by another.
    """

    def __init__(
        self, text: DraftText, found: Sequence[FoundPlace], ids: Ids, names: Iterable[Span] = ()
    ) -> None:
        self.ids = {one.name: ids.take("places", one.name, one.id) for one in found}
        self._text = text
        self._small = {self.ids[one.name] for one in found if one.kind in _HOMES[1:]}
        self._by_end = _sort_by_end(found)
        self._wholes = _find_wholes(found, self._by_end)
        self._whole_at: dict[int, list[tuple[int, str]]] = {}
        self._at: dict[int, list[tuple[Span, str]]] = {}
        for one in found:
            for span in one.mentions if one.kind != "abroad" else ():
                self._at.setdefault(span.paragraph, []).append((span, self.ids[one.name]))
        for held in self._at.values():
            held.sort()
        self._told = self._leave_out_parts(found, list(names))

    def _leave_out_parts(
        self, found: Sequence[FoundPlace], names: Sequence[Span]
    ) -> dict[int, list[tuple[Span, str]]]:
        """Return the places of which a figure may be, by paragraph."""
        in_names = Spans(names)
        homes = {self.ids[one.name] for one in found if one.kind in _HOMES}
        begins = {
            span[:2] for span in names
        }  # where a name begins, or goes on with what lies in it
        for span in sorted(span for held in self._at.values() for span, _ in held):
            begins |= {(span.paragraph, span.end)} if span[:2] in begins else set()
        return {
            number: [
                (span, name)
                for span, name in leave_out_compared(self._text.paragraphs[number - 1], held)
                if not in_names.touch(span) or (name in homes and span[:2] in begins)
            ]
            for number, held in self._at.items()
        }

    def around(self, span: Span) -> dict[str, Any]:
        """Return the place that a figure is of, as far as its clause or its sentence tells it.

        In its clause it is the last place before the figure, or a list of them that ends there; in
        its sentence the only one. Our conclusions are which place the whole county (全县) is, and
        that a sentence without a place goes on about the last one in the first clause of its
        paragraph.
        """
        text = self._text
        paragraph = text.paragraphs[span.paragraph - 1]
        begin, end = max(0, span.start - _NEAR), span.end
        if _THE_OTHERS.search(paragraph, begin, span.start) and (
            paragraph[end - 1] in _PLACES or paragraph.startswith(tuple(_PLACES), end)
        ):
            return {}
        clause, sentence = text.clause_of(span), text.sentence_of(span)
        held = self._told.get(span.paragraph, [])
        first = bisect_left(held, sentence.start, key=lambda one: one[0].start)
        last = bisect_left(held, span.start, lo=first, key=lambda one: one[0].start)
        before = [(one.start, name) for one, name in held[first:last] if one.end <= span.start]
        wholes = self._list_wholes(sentence, span.start)
        told = sorted([*before, *wholes])
        if before and told[-1] == before[-1]:
            listed = _list_places(text, held[max(first, last - _LONGEST_LIST) : last])
            if len(listed) > 1 and not _CLAUSE_MARK.search(
                paragraph, listed[-1][0].end, span.start
            ):
                return _choose(text, listed, span)
        near = [(at, name) for at, name in told if at >= clause.start]
        since = max([sentence.start, *(one.end for one, _ in held[first:last])])
        if _REGION.search(paragraph, since, span.start):
            return {}  # no table has it: 川东北地区
        is_rank = paragraph.startswith(("第", "首"), span.start)
        if not (near or is_rank) and paragraph.endswith(_NATIONAL, clause.start, span.start):
            return {}  # 全国150项重大工程之一
        if not near and (opened := self._find_opening(held[first:last])):
            is_small = before[-1][1] in self._small  # 在甲市，乙村的桥塌了，5人被困
            return {"places": [before[-1][1] if is_small else opened]}
        if near or len({name for _, name in _leave_out_wholes(told, held[first:last])}) == 1:
            found: dict[str, Any] = {"places": [told[-1][1]]}
            is_named = told[-1][1] in (name for _, name in before)  # 甲省全省
            return found if is_named else found | {"inferred": ["places"]}
        if not told and paragraph.startswith("其中", sentence.start):
            return self._go_on(span.paragraph, sentence.start)
        return {} if told else self._find_topic(sentence, held[:first])

    def _find_topic(self, sentence: Span, before: Sequence[tuple[Span, str]]) -> dict[str, Any]:
        """Return the last of some places that is in the first clause of a paragraph.

        Where that tells a time and no more it is the next clause, with the whole name of a place.
        """
        text, number = self._text, sentence.paragraph
        paragraph = text.paragraphs[number - 1]
        opening = text.clause_of(Span(number, 0, 1))
        if is_time := _TIME_ALONE.fullmatch(paragraph, 0, opening.end):
            opening = text.clause_of(Span(number, opening.end + 1, opening.end + 2))
        topic = bisect_left(before, opening.end, key=lambda one: one[0].start)
        if topic and _VENUE.match(paragraph, before[topic - 1][0].end):
            return {}  # where a meeting was held
        if not topic or paragraph.startswith(JOINTS, before[topic - 1][0].end):
            return {}  # there is none, or a list of them
        is_whole = _WHOLE_NAME.search(paragraph, 0, before[topic - 1][0].end)
        if is_time and not (is_whole and not paragraph.startswith("在", sentence.start)):
            return {}  # the beginning of another name, or a sentence with a place of its own
        return {"places": [before[topic - 1][1]], "inferred": ["places"]}

    def _go_on(self, number: int, start: int) -> dict[str, Any]:
        """Return the place of what ends before an offset: a sentence goes on about its parts."""
        before = Span(number, max(0, start - 2), max(0, start - 1))
        if self._text.read(self._text.sentence_of(before)).startswith("其中"):
            return {}
        return {**found, "inferred": ["places"]} if (found := self.around(before)) else {}

    def _find_opening(self, places: Sequence[tuple[Span, str]]) -> str | None:
        """Return the last place that stands alone before a comma: 信阳 of 在河南信阳，水库开工."""
        for at in range(len(places) - 1, -1, -1):
            end = places[at][0].end
            start = at
            while start and places[start - 1][0].end == places[start][0].start:
                start -= 1
            begin = places[start][0].start
            paragraph = self._text.paragraphs[places[at][0].paragraph - 1]
            if paragraph.startswith("，", end) and _OPENS.search(paragraph, 0, begin):
                return places[at][1]
        return None

    def _list_wholes(self, sentence: Span, end: int) -> list[tuple[int, str]]:
        """Return where a sentence speaks of a whole province, city or county, and which it is."""
        number = sentence.paragraph
        if number not in self._whole_at:
            found = _OF_WHOLE.finditer(self._text.paragraphs[number - 1])
            named = ((one.start(), self._find_whole(one[1], number, one.start())) for one in found)
            self._whole_at[number] = [(at, self.ids[name]) for at, name in named if name]
        held = self._whole_at[number]
        first = bisect_left(held, (sentence.start, ""))
        return held[first : bisect_left(held, (end - 1, ""), lo=first)]

    def _find_whole(self, end: str, number: int, at: int) -> str | None:
        """Return the place that 全县 or the like is at an offset of a paragraph, by its end.

        A village is the one that is named last before it, any other the one that the whole text
        tells, or else the only one of its kind that is named before it in its paragraph.
        """
        names = {self.ids[one.name]: one.name for one in self._by_end.get(end, ())}
        held = self._at.get(number, [])
        before = [names[own] for span, own in held if span.start < at and own in names]
        if end in _SMALL and before:
            return before[-1]
        return self._wholes.get(end) or (before[0] if len(set(before)) == 1 else None)

    def of_name(self, span: Span, others: Spans) -> list[str]:
        """Return the places in a name, or else the one that stands before it.

        A place that stands there in one of the ``others`` names is only that one's.
        """
        held = self._at.get(span.paragraph, [])
        first = bisect_left(held, span.start, key=lambda one: one[0].start)
        last = bisect_left(held, span.end, lo=first, key=lambda one: one[0].start)
        named = [(one, name) for one, name in held[first:last] if one.end <= span.end]
        told = [(one.start, name) for one, name in named]
        inside = [name for _, name in _leave_out_wholes(told, named)]
        if inside:
            return list(dict.fromkeys(inside))
        found = self.around(span)
        before = {name: one for one, name in held[max(0, first - _LONGEST_LIST) : first]}
        places = [] if found.get("inferred") else found.get("places", [])
        return [one for one in places if one not in before or not others.touch(before[one])]


def _leave_out_wholes(
    told: Sequence[tuple[int, str]], places: Sequence[tuple[Span, str]]
) -> list[tuple[int, str]]:
    """Return places without those that only tell where the one right behind them lies: 甲县乙村."""
    starts = {span.start for span, _ in places}
    wholes = {span.start for span, _ in places if span.end in starts}
    return [one for one in told if one[0] not in wholes]


def _list_places(text: DraftText, places: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return the list of places that ends with the last one: 甲县、乙县 of 丙市甲县、乙县."""
    listed = [places[-1]]
    before = listed[0][0].start  # where the name of the first one begins, with what it lies in
    for span, name in reversed(places[:-1]):
        paragraph = text.paragraphs[span.paragraph - 1]
        between = paragraph[span.end : before]
        is_pair = not between and len(text.read(span)) == 1  # 京沪两地
        if is_pair or between in JOINTS or ends_route(paragraph, span.end, listed[0][0]):
            listed.insert(0, (span, name))
        elif between:
            break
        before = span.start
    return listed


def _choose(text: DraftText, listed: Sequence[tuple[Span, str]], span: Span) -> dict[str, Any]:
    """Return the places of a list that a figure behind it is of.

    Where as many numbers stand there in a list, the places have one each (分别); else all of them
    have it together, or have as much (各).
    """
    names = list(dict.fromkeys(name for _, name in listed))
    each = _RESPECTIVELY.search(text.paragraphs[span.paragraph - 1], listed[-1][0].end, span.start)
    if not each:
        return {"places": names}
    numbers = _list_numbers(text, span.paragraph, each.end())
    at = next((at for at, one in enumerate(numbers) if span.start <= one < span.end), None)
    if at is None:
        return {"places": names}
    return {"places": [listed[at][1]]} if len(numbers) == len(listed) else {}


def _list_numbers(text: DraftText, number: int, start: int) -> list[int]:
    """Return where the numbers begin that stand in a list behind an offset of a paragraph."""
    paragraph = text.paragraphs[number - 1]
    found: list[int] = []
    end = start
    for one in text.starting(number, start, start + _FAR):
        if found and not _NEXT_NUMBER.fullmatch(paragraph, end, one.offset):
            break
        if not is_figure(one):
            break
        found.append(one.offset)
        end = one.offset + len(one.text)
    return found


def _sort_by_end(found: Sequence[FoundPlace]) -> dict[str, list[FoundPlace]]:
    """Return the places that may be told of without their names, by the ends of these."""
    by_end: dict[str, list[FoundPlace]] = {}
    for one in found:
        if one.kind in _KINDS_OF_WHOLES:
            for end in {name[-1] for name in (one.name, *one.aliases)}:
                by_end.setdefault(end, []).append(one)
    return by_end


def _find_wholes(
    found: Sequence[FoundPlace], by_end: Mapping[str, Sequence[FoundPlace]]
) -> dict[str, str]:
    """Return the name of the place that the whole province, city or county (全州) is, by its kind.

    It is the only one whose name ends so, or is written so, or in which others lie.
    """
    wholes, with_parts = {}, {one.part_of for one in found}
    for end, held in by_end.items():
        written = [one for one in held if one.name.endswith(end)]
        larger = [one for one in held if one.name in with_parts]
        if one := next((each[0] for each in (held, written, larger) if len(each) == 1), None):
            wholes[end] = one.name
    return wholes
