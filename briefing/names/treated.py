"""Which of the names in a text are those of people, as the words beside them say.

Any other name may be that of a river or a breed: 江 and 牛 end given names, too.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from briefing.names.gazetteer import lies_in, places_by_name
from briefing.names.people import BETWEEN_PEOPLE, Mention
from briefing.names.personal.edges import AGED, OF_PEOPLE
from briefing.names.tables import ends_word, starts_word, text_before, words

BESIDE = re.compile(
    "(?:[（(][^（）()]{1,6}[）)])?(?:今年\\d+岁)?(?:，(?:男|女|今?年?\\d+岁|[\u4e00-\u9fff]{1,4}族|[\\d年月]+出?生))*，"
)
"""What stands between a name and the post behind it: 王某，女，今年45岁，."""
_JOINT_BEFORE = re.compile(BETWEEN_PEOPLE.pattern + "$")
_FAR = 28
"""No joint of a list is longer."""
_LONGEST = 16
"""What tells whose a name is has no more characters."""
_WHOLE = 3
"""So many characters most names have; a shorter one may be another word."""
_OFTEN = 3
_BREEDS = "牛羊猪马驴鸡鸭鹅鱼虾蟹蜂茶果瓜枣桃梨橘柚蒜姜椒菇米"
"""What the names of breeds and kinds of fruit end in."""
_WHO = re.compile(
    "(?:\\d岁|(?:家住|来自|从事)[^，。；：“”]{1,12}|上学|工作|毕业|出生|创业|执教)的$"
)
"""What stands before a name and says whose it is: 家住某市的."""
_MEMBER = re.compile(
    "(?:中心|大学|学院|中学|小学|幼儿园|医院|公司|集团|工厂|合作社|社区|[村镇乡班队])的$"
)
_GIVES = re.compile("把[^，。；：]{1,24}?(?:送|交|递|捐|寄|赠)")
"""What stands around the name of a member of a body: 甲中学的王某把花送给老师."""
_OTHERS = re.compile(
    f"等(?:[\\d一二两三四五六七八九十]+多?[人名位]|{OF_PEOPLE}|同志|人[，。、]|党和国家"
    "|出席|参加|参与|陪同|列席|到会|到场|一同|一道|随同|在座|当选)"
)
"""What stands behind the last of some people: 等出席."""
_LED = re.compile("(?:和|与|同|跟)[他她](?!们)|家(?:[中里门因，。、的]|看望|做客)")
"""What stands behind a name and tells of somebody's people or home."""
_WORDS_BEFORE = ("。”", "！”", "？”", "…”")
_WORDS_BEHIND = re.compile("[^，。；：！？“”]{1,6}[，：]“|[^。；：！？“”]{1,30}，[他她](?!们)")
"""What stands behind somebody who then speaks, or is meant by the next clause: 也有同感，“."""


def find_treated(
    paragraphs: Sequence[str],
    mentions: Iterable[tuple[int, Mention]],
    certain: Collection[str] = (),
) -> set[str]:
    """Return the names that a text treats as people somewhere, and those in lists with them.

    The number of its paragraph stands with each mention. ``certain`` names are people anyway.

    >>> text = "江山守着金山源。李建国说，路通了。"
    >>> find_treated([text], [(1, Mention(4, 7, "金山源")), (1, Mention(8, 11, "李建国"))])
    {'李建国'}
    """
    named = sorted(mentions)
    often = _find_often(paragraphs, named)
    places = {name for name in {one.name for _, one in named} if _is_place(name, paragraphs)}
    found = {
        one.name
        for number, one in named
        if one.name not in places
        and (one.name in certain or _is_treated(paragraphs[number - 1], one) or one.name in often)
    }
    ends = {(number, one.end): one.name for number, one in named}
    for number, one in (*named, *reversed(named)):  # a list may begin or end with a certain name
        joint = _JOINT_BEFORE.search(paragraphs[number - 1], max(0, one.start - _FAR), one.start)
        before = ends.get((number, joint.start())) if joint else None
        if before and not found.isdisjoint((before, one.name)):
            found |= {before, one.name}
    return found


def _find_often(paragraphs: Sequence[str], named: Sequence[tuple[int, Mention]]) -> set[str]:
    """Return the names that stand so often that somebody is meant, with different words behind.

    They are as long as most and of a common family. One in quotation marks may be that of a storm,
    and one that is a place, or ends like a breed, names nobody.
    """
    behind: dict[str, list[str]] = {}
    quoted: set[str] = set()
    for number, one in named:
        text = paragraphs[number - 1]
        behind.setdefault(one.name, []).append(text[one.end : one.end + 1])
        if text.startswith(f"“{one.name}”", one.start - 1):
            quoted.add(one.name)
    return {
        name
        for name, each in behind.items()
        if len(each) >= _OFTEN
        and len(set(each)) > 1
        and len(name) == _WHOLE
        and name[0] in words("common")
        and name[-1] not in _BREEDS
        and name not in quoted
        and name not in places_by_name()
    }


def _is_place(name: str, paragraphs: Sequence[str]) -> bool:
    """Return whether a name is that of a river, or the short one of a county that the text names.

    Where the county lies may be named as well.
    """
    if name[-1] in "河江湖溪川渠海泉" and any(_names_water(name, text) for text in paragraphs):
        return True
    if len(name) >= _WHOLE:
        return False
    around = {
        each
        for place in places_by_name().get(name, ())
        for each in (place.name, *(one.name for one in lies_in(place)[:1]))
    }
    return any(each in text for each in around for text in paragraphs)


def _names_water(name: str, text: str) -> bool:
    """Return whether a text has a name as that of a river or lake somewhere: 某某河流域."""
    return name in text and any(  # few of the paragraphs have it
        starts_word(text, one.end(), "of-water") for one in re.finditer(name, text)
    )


def _is_treated(text: str, one: Mention) -> bool:
    """Return whether the words beside a name say that somebody is meant, or does something."""
    before = text_before(text, one.start)
    return bool(
        "·" in one.name
        or "某" in one.name
        or starts_word(text, one.end, "saying")
        or AGED.match(text, one.end)
        or starts_word(text, one.end, "post")
        or ends_word(text, one.start, "before")
        or ends_word(before, len(before), "post")
        or text[one.start - 1 : one.start] in words("called")
        or ends_word(before, len(before), "listing")
        or (
            text[one.end : one.end + 1] in "和与同跟的"
            and starts_word(text, one.end + 1, "no-office")
        )
        or starts_word(text, one.end, "pair")
        or (len(one.name) >= _WHOLE and bool(_LED.match(text, one.end)))
        or bool(_WHO.search(text, max(0, one.start - _LONGEST), one.start))
        or _share_deed(text, one)
        or (bool(_MEMBER.search(text[: one.start][-_FAR:])) and bool(_GIVES.match(text, one.end)))
        or bool(BESIDE.match(text, one.end))
        or _is_speaker(text, one)
    )


def _share_deed(text: str, one: Mention) -> bool:
    """Return whether a name is the last of some who do something together: 甲和乙还分别夺冠."""
    end = one.end + (text[one.end : one.end + 1] in ("还", "也", "均", "都"))
    joined = _JOINT_BEFORE.search(text, max(0, one.start - _FAR), one.start)
    if not joined or one.name[-1] in words("place-suffix") - words("given"):
        return False
    if text.startswith("等", end):
        return bool(_OTHERS.match(text, end))
    return len(one.name) >= _WHOLE and starts_word(text, end, "listed")


def _is_speaker(text: str, one: Mention) -> bool:
    """Return whether somebody's words stand right before a name or behind it, or he or she does."""
    if len(one.name) < _WHOLE:
        return False
    before = text.endswith(_WORDS_BEFORE, 0, one.start)
    return before or bool(_WORDS_BEHIND.match(text, one.end))
