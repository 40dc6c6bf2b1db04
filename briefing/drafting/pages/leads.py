"""What the lead of an article tells of it: the paper, who wrote it, and its title.

A lead stands before the first sentence: 某某社某地5月6日电 (甲某), 本报某地5月6日电记者甲某报道：.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.drafting.pages.bylines import (
    AFTER_NAMES,
    BETWEEN,
    HAN,
    are_surely_names,
    is_usual_name,
    split_names,
)
from briefing.drafting.pages.roles import ROLES, keep_reporters, split_roles
from briefing.names.gazetteer import places_by_name

_PAPER = re.compile(
    f"^[（(【]?据?(?P<paper>[{HAN}A-Z0-9]{{1,12}}?"
    "(?:报|社|网|在线|之家|信息港|传媒|客户端|融媒(?:体(?:中心)?)?|(?:广播)?电视台)"
    f"(?:[{HAN}]{{2,6}}频道)?)"
    "(?:[-—·－][^，。（(]{0,14})?[^，。；（(]{0,14}?"
    "(?:(?:讯|电|消息|报道)(?=[\\s　（(：:，]|题|$)|(?<=[日网线报])讯(?!息))"
)
_OWN_NAMES = ("本社", "本网", "本报", "综合", "独家", "联合", "现场")
_OWN = re.compile(f"^[（(【]?[{HAN}]{{2,8}}报(?:全媒体)?讯(?=[\\s　（(：:，])")
_REPORTED = re.compile(f"^据(?P<paper>[{HAN}]{{2,8}}?(?:报|社|网))(?:记者)?报道")
_TAKEN = re.compile(f"^据[{HAN}]{{2,8}}报(?:记者)?报道(?=[\\s　：:])")
"""How an article begins that is another paper's as a whole; behind a comma it is only cited."""
_TELLS = re.compile(
    f"^[（(【]?(?P<paper>[{HAN}]{{2,10}})报道[\\s　]*[（(](?=[^（）()]{{0,8}}{ROLES})"
)
"""How an article of an account begins whose name is none of a paper: 云上某某报道（记者 甲某）."""
_INSIDE = re.compile(
    f"(?<=[图摄。！？）)])(?P<paper>[{HAN}]{{1,4}}[社网报])[{HAN}]{{2,8}}"
    "\\d{1,2}月\\d{1,2}日[电讯][\\s　]*[（(]"
)
"""The lead of an agency behind a caption, in a text that breaks no lines."""
_FAR = 200
_OF_REPORTER = re.compile(
    f"(?:^|[（(■□◎/／])\\s*(?P<paper>[{HAN}]{{2,10}}?(?:日报|晚报|报|网|在线|新闻))社?"
    f"[{HAN}·]{{0,6}}记者[^，。；]{{2,30}}(?:[）)]|$)"
)
_LEAD = re.compile(
    f"^[（(【]?[{HAN}A-Za-z0-9]{{1,14}}?(?:[报社网刊台]|在线|新闻|客户端|频道|中心|信息港|传媒|融媒体?)"
    f"[^，。；：:（()）\\s　]{{0,16}}?(?:讯|电|消息)[】\\s　]*"
    f"|^[{HAN}]{{1,8}}[市县区州旗]讯[\\s　]*(?=[（(])"
)
"""The paper or agency, the place and the day before an article: 某某社某地5月6日电."""
_WITH_REPORTER = re.compile(f"[（(][^（）()]{{0,40}}{ROLES}[^（）()]+[）)]$")
_OPENING = 2
"""A lead in one of so many paragraphs is that of the whole article."""
_IN_BRACKETS = re.compile("[（(][^（）()，。]{2,40}[）)][\\s　]*")
_SIGNED = re.compile("[\\s　]*[（(]([^（）()，。；：“”]{2,30})[）)]")
_ALONE = re.compile(f"[{HAN}]{{1,3}}(?:[\\s　、]+[{HAN}]{{1,3}}){{1,7}}")
"""Names on a line of their own, with blanks between."""
_REPORTED_BY = re.compile("[^，,。；：“”（）()]{2,60}?(?=报道(?:[：:，,。\\s　]|$))")
"""What stands before the word that tells that somebody reports."""
_TOLD = re.compile("[^，,。；：“”（）()]{2,60}")
_KIND_OF_REPORT = re.compile("(?:综合|摄影|联合|现场|独家)$")
_AT_A_TIME = re.compile("于[近昨今日当]")
"""What looks like a name behind 记者, and tells when: 记者 于近日."""
_PLACES = ("省", "市", "县", "区", "州", "盟", "旗")
"""The ends of places that no gazetteer knows, and of no names of people."""
_TITLE = re.compile(
    "[\\s　]*(?:[（(][^（）()]{2,40}[）)])?[\\s　]*题[：:\\s　]\\s*(?P<title>[^（()）]{4,60}?)"
    f"[\\s　]*(?:$|[（(]|(?<=[\\s　])[^\\s　]{{0,12}}?{ROLES}[\\s　:：])"
)


def find_lead(texts: Sequence[str]) -> str | None:
    """Return the paper or agency that an article itself names as its own.

    It is that of the lead (某某社某地5月6日电), or of a reporter (某某日报记者).
    """
    for text in texts:
        for pattern in (_PAPER, _REPORTED, _OF_REPORTER, _TELLS, _INSIDE):
            match = pattern.search(text[:_FAR])
            if match and match["paper"] not in _OWN_NAMES and "记者" not in match["paper"]:
                return match["paper"]
    return None


def find_parts(texts: Sequence[str]) -> list[str]:
    """Return the leads with reporters of the parts of an article that one paper put together.

    An article that has a lead itself, or parts of more papers, has none.

    >>> find_parts(["开年好。", "买卖旺。", "某某日报讯（记者林文山）日前，年货好卖。"])
    ['某某日报讯（记者林文山）']
    """
    leads = [text[: measure_lead(text)] for text in texts]
    told = [lead for lead in leads if _WITH_REPORTER.search(lead)]
    papers = {find_lead([lead]) for lead in told}
    return told if len(papers) == 1 and None not in papers and not any(leads[:_OPENING]) else []


def is_own(text: str) -> bool:
    """Return whether a lead tells that an article is a paper's own: 某某日报讯, 据某某日报报道."""
    return bool(_OWN.match(text) or _TAKEN.match(text))


def find_reporters_of_lead(text: str) -> list[str]:
    """Return who wrote an article, as its lead tells.

    A name alone in brackets behind the day, and one before 报道, is that of a reporter.

    >>> find_reporters_of_lead("某某社甲市5月6日电 (林文山)记者6日从甲市了解到，")
    ['林文山']
    >>> find_reporters_of_lead("本报甲市5月6日电 记者林文山、赵立报道：去年，")
    ['林文山', '赵立']
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if lead and (title := _TITLE.match(text, start)):
        start = title.end("title")
        if found := _read_whole_pieces(text[start:], is_lead=False):
            return found
    signed = _SIGNED.match(text, start) if lead else None
    who = AFTER_NAMES.sub("", signed[1]) if signed else ""
    if who and (are_surely_names(who) or is_usual_name(who)):
        return split_names(who)
    if not lead and _ALONE.fullmatch(text) and are_surely_names(text):
        return split_names(text)
    if told := _REPORTED_BY.match(text, start):
        return _read_whole_pieces(told[0], is_lead=lead is not None)
    told = _TOLD.match(text, start) if lead else None
    return _read_first_names(told[0]) if told else []


def _read_whole_pieces(text: str, *, is_lead: bool) -> list[str]:
    """Return the names behind the roles of a text in which nothing else stands, or none."""
    before, pieces = split_roles(text)
    found: list[tuple[str, list[str]]] = []
    for role, piece in pieces:
        listed = _without_place(_KIND_OF_REPORT.sub("", piece.strip()).strip())
        names = split_names(listed)
        if "".join(names) != BETWEEN.sub("", listed) or listed.endswith(_PLACES):
            return []
        found.append((role, names))
    if not pieces and is_lead and are_surely_names(before):  # 本报讯 林文山报道：
        return split_names(before)
    return [] if before.strip() else keep_reporters(found)


def _without_place(text: str) -> str:
    """Return a text without the place at its end from where somebody reports."""
    ends = (text[-size:] for size in (4, 3, 2) if len(text) - size > 1)
    return text.removesuffix(next((end for end in ends if end in places_by_name()), "")).strip()


def _read_first_names(text: str) -> list[str]:
    """Return the names that a blank parts from each other, and from the sentence behind them."""
    before, pieces = split_roles(text)
    found: list[tuple[str, list[str]]] = []
    for role, piece in pieces:
        *tokens, _ = BETWEEN.split(piece)
        for token in filter(None, tokens):
            if not are_surely_names(token) or _AT_A_TIME.match(token):
                return keep_reporters(found)
            found.append((role, split_names(token)))
    return [] if before.strip() else keep_reporters(found)


@lru_cache(maxsize=256)
def measure_lead(text: str) -> int:
    """Return how many characters of a paragraph are its lead, which tells nothing of its matter.

    >>> measure_lead("本报甲市5月6日电（记者林文山）去年，甲市再建学校。")
    16
    """
    lead = _LEAD.match(text)
    if not lead:
        return 0
    behind = _IN_BRACKETS.match(text, lead.end())
    return behind.end() if behind else lead.end()


def find_title_of_lead(text: str) -> str | None:
    """Return the title that a lead tells behind 题, if it does.

    >>> find_title_of_lead("某某社甲市5月6日电 题：山乡的新路（记者林文山）")
    '山乡的新路'
    """
    lead = _LEAD.match(text)
    title = _TITLE.match(text, lead.end()) if lead else None
    return title["title"].strip() if title else None
