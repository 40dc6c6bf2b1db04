"""The meetings of a text for a draft: where each is named, and what it says.

A meeting is held (全省工作会议在甲市召开) or speaks by its own name (全省工作会议指出). Behind
会议指出 stand words of the one that was named last.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.found import FoundMeeting, Span

_KIND = "(?:会议|全会|大会|论坛|[^开社机不大都协学联商理董监委，。；]会(?!议))"
_NAME = f"[一-鿿0-9A-Za-z·“”（）]{{2,28}}?{_KIND}"
_VERB = "(?P<verb>指出|强调|要求|提出|明确|认为|部署|号召|决定|宣布)"
_AGAIN = "(?:还|也|同时|进一步|最后|并|再次|特别|专门|郑重)*"
_WORDS = "(?=[，：,:“]|要(?!求)|力争|确保|争取|到[0-9]|今年|全年)[，：,:“]*"
SPEAKS = re.compile(
    f"(?:本次|此次|这次|该)?(?P<who>会议|全会|大会|论坛|[一-鿿]{{0,28}}?{_KIND}){_AGAIN}{_VERB}{_WORDS}"
)
"""How a clause begins with which a meeting begins to speak: 会议还指出，."""
_CLAUSE = re.compile("[^，。；：！？]+")
_LEAD = (
    "(?:[^，。；]{0,16}?(?:[日月午年底晚初]|昨天|今天|日前|近日|近期|前不久)(?![一-鿿]{0,2}会))?"
)
_HELD = re.compile(
    f"{_LEAD}(?P<name>{_NAME})(?:[^，。；：]{{0,10}}?[于在][^，。；：]{{1,24}}?|昨天|今天|日前|近日)?"
    "(?:正式|隆重|胜利|顺利)?(?:召开|举行|举办|开幕|闭幕)"
)
_HOLDS = re.compile(f"[^，。；：]{{0,24}}?(?:召开|举行|举办)了?(?P<name>{_NAME})")
_AT = re.compile(f"[^，。；：]{{0,20}}?[在从](?P<name>{_NAME})[上获]")
_GENERIC = re.compile(
    "(?:[本此这该]|一)?[次场个]?(?:会议|全会|大会|论坛|会)|(?:[在由与对从向据按各多]|有关|相关|多次|其中).*|.*[的了].*"
)
"""What names no meeting: it means one that was named before, or has a verb in it."""
_STOP = re.compile("[。！？]")
_UNKNOWN = re.compile(
    "召开|举[行办]|[开闭]幕|会见|(?<!人大)常委会|党组会|专题会|常务会|例会|主席会|董事会|座谈会|工作会"
    "|[在赴到][^，。；]{0,16}(?:调研|考察)|(?:出席|参加|列席)[^，。；]{1,24}会"
)
"""What tells of a meeting or an occasion that is perhaps none of those that are found."""
_SAME = re.compile(
    "(?:[本此这该]|一)?[次场个]?(?:会议|全会|大会|论坛)|[^会]{0,40}(?:出席|参加|列席)了?(?:会议|大会)"
)
"""How a clause begins that goes on with the meeting that was named last."""
_ANY = re.compile("[一-鿿]{0,28}?(?:会议?|论坛)")
_MEETING = ("会议", "会")
_LONGEST = 1000


def find_meetings(paragraphs: Sequence[str]) -> list[FoundMeeting]:
    """Return the meetings that the paragraphs name, in order, each with what it says.

    >>> found = find_meetings(["全省工作会议在甲市召开。会议指出，要建10座桥。"])
    >>> [(one.name, one.says) for one in found]
    [('全省工作会议', (Span(paragraph=1, start=17, end=23),))]
    """
    latest: dict[str, str] = {}
    mentions: dict[str, list[Span]] = {}
    says: dict[str, list[Span]] = {}
    for number, text in enumerate(paragraphs, 1):
        spoken = 0
        for clause in _CLAUSE.finditer(text):
            names = list(_find_names(text, *clause.span()))
            if clause.start() >= spoken and not names and _is_of_another(clause[0]):
                for word in _list_words(clause[0]):
                    latest.pop(word, None)
            for start, end in names:
                name = text[start:end]
                mentions.setdefault(name, []).append(Span(number, start, end))
                latest |= dict.fromkeys((*_MEETING, *_list_ends(name)), name)
            speaks = SPEAKS.match(text, clause.start())
            who = speaks and latest.get(speaks["who"])
            if speaks and who:
                spoken = _end_of_words(text, speaks.end())
                words = Span(number, speaks.end(), spoken)
                says.setdefault(who, []).append(words)
    return [
        FoundMeeting(name, tuple(spans), tuple(says.get(name, ())))
        for name, spans in mentions.items()
    ]


def _find_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a clause names a meeting that is held or speaks."""
    for pattern in (_HELD, _HOLDS, _AT):
        found = pattern.match(text, start, end)
        if found and not _GENERIC.fullmatch(found["name"]):
            yield found.span("name")
            return
    speaks = SPEAKS.match(text, start)
    if speaks and not _GENERIC.fullmatch(speaks["who"]) and len(speaks["who"]) > len("推进会议"):
        yield speaks.span("who")


def _is_of_another(clause: str) -> bool:
    """Return whether a clause that names no meeting may lead away from the one named last."""
    return bool(_UNKNOWN.search(clause)) and not _SAME.match(clause)


def _list_words(clause: str) -> Iterator[str]:
    """Yield by what words the meetings of a clause may be meant: 会议, 全会."""
    yield from _MEETING
    for one in _ANY.finditer(clause):
        yield from _list_ends(one[0])


def _list_ends(name: str) -> Iterator[str]:
    return (name[at:] for at in range(len(name)))


def _end_of_words(text: str, start: int) -> int:
    last = min(len(text), start + _LONGEST)
    stop = _STOP.search(text, start, last)
    return stop.start() if stop else last
