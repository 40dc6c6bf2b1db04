"""What the characters at the edges of a name say: whether it is cut, goes on or is a word."""

import re
from functools import cache

from briefing.names.abroad import starts_abroad
from briefing.names.gazetteer import longest_place, places_by_name
from briefing.names.tables import ends_word, longest_word, starts_word, text_before, words

STOPS = frozenset(["", *"，。、；：！？“”‘’（）《》【】「」()[],;:!?\"' \t\u3000—-…/|"])
"""Marks at which a name begins or ends, and the end of a text."""
_WHOLE = 3
"""So many characters most names have."""
OF_PEOPLE = (
    "(?:(?!地|单位|乡镇|企业(?!家)|公司|学校|高校|部门|[景社园校][区园]|个)"
    "[^，。；：、！？“”]){0,12}?"
    "(?:领导|干部|代表|专家|企业家|党员|职工|学生|嫌疑人|罪犯|成员|头目)"
)
"""What stands behind 等 where those before it are people, and no places or firms: 县领导."""
_OTHERS = re.compile(f"等(?:[一二两三四五六七八九十\\d]|同志|人|{OF_PEOPLE})")
"""What stands behind names of which there are more."""
_WAITS = re.compile("等[待候级额于同着了不离效差价温速距比闲]")
"""Words that begin like 等 behind the last of some names."""
LEADING = frozenset("由和与及对从让被把")
"""Family names that mostly lead to what is named behind them."""
_FROM = ("由", "从")
_CHANGES = re.compile(
    "[由从][^，。；：！？]{1,20}?[变改更增减升降转调扩缩加长高低少大短整级渡][为至到成]"
)
"""What leads from one state to another: 由双月通报变为每月通报."""
_SEASONS = frozenset("春夏秋冬")
_SHARE = re.compile("占[一二两三四五六七八九]成")
AGED = re.compile("，?(?:今年|现年|时年|年仅)[\\d一二三四五六七八九十]{1,3}多?岁|生于\\d{4}年")
"""How old somebody is whose name stands before it: 王某今年45岁."""
_VISITS = re.compile("(?:走进|走访|来到|赶到|前往|探访|在|到|进|去|从)[^，。；：、“”]{0,8}$")
"""What stands before the name of somebody whose home is visited: 走进村民王某家."""
_DONE = re.compile("[\u4e00-\u9fff](?:了(?!解)|着(?![手力眼急重实])|过(?![去程年来渡]))")
"""A verb with what tells that something is done: 签了, 种着."""
_JOINED_BODY = re.compile(
    "(?![在是也都就又还将对向从把被到去来])[^，。；：、！？“”的和在]{1,8}?"
    "(?:派出所|社区|公司|医院|学校|[路街村镇乡县市区局厂])"
)
"""Another one that 和 joins to somebody: 王某和某某路派出所."""
_FOR_WHOM = re.compile("(?:对|对于|就|拿|在)[^，。；：！？]{0,20}$")
_NEAR = 12
_FAR = 24
_TERM = re.compile("“[^“”，。：；！？、]{1,8}”")


def is_introduced(text: str, start: int) -> bool:
    """Return whether a post, or another word that introduces a name, stands before an offset."""
    before = text_before(text, start)
    return ends_word(text, start, "before") or ends_word(before, len(before), "post")


def begins_apart(text: str, start: int) -> bool:
    """Return whether a mark or the beginning of the text stands before an offset."""
    return start == 0 or text[start - 1] in STOPS


def is_apart(text: str, start: int) -> bool:
    """Return whether a mark, or a word that is no part of a name, stands before an offset."""
    return begins_apart(text, start) or text[start - 1] in words("little")


def is_rare_word(text: str, start: int) -> bool:
    """Return whether an ordinary word begins with what is hardly ever a family name: 时常."""
    return text[start] in words("rare") and (
        text[start : start + 2] in words("whole-word") or longest_word(text, start, "after") > 1
    )


def begins_other(text: str, start: int) -> bool:
    """Return whether what begins at an offset is a country, or part of a word, or leads on."""
    is_country = starts_word(text, start, "country") or starts_abroad(text, start)
    return (
        (is_country and not _names_like_country(text, start))
        or _ends_seasons(text, start)
        or is_inside_country(text, start)
        or text[start - 2 : start + 1] in words("no-office")  # 成员国
        or text.endswith("公司长", 0, start)  # 安 of 母公司长安集团
        or text.startswith(("那里", "那边", "那些", "那个", "那样"), start)
        or leads_to_change(text, start)
        or (text[start] in words("preposition") and ends_word(text, start, "address"))  # 先生向
        or (text[start] not in words("common") and leads_to_change(text, max(0, start - 1)))
        or (text[start] == "任" and text[start + 1 : start + 3] in places_by_name())  # 任上海市长
        or (text[start] in LEADING and text[start + 1 : start + 2] in words("common"))  # 由陈某
    )


def _ends_seasons(text: str, at: int) -> bool:
    """Return whether the last of two seasons stands at an offset: 冬 of 春、冬."""
    return at > 1 and text[at] in _SEASONS and text[at - 1] in "、和" and text[at - 2] in _SEASONS


def _names_like_country(text: str, start: int) -> bool:
    """Return whether a name behind somebody's post only begins like a country: 市长韩国某."""
    before = text_before(text, start)
    is_given = text[start + 1] in words("given") and text[start + 2 : start + 3] in words("given")
    return is_given and ends_word(before, len(before), "style")


def leads_to_change(text: str, at: int) -> bool:
    """Return whether a word at an offset leads from one state to another."""
    return text.startswith(_FROM, at) and bool(_CHANGES.match(text, at))


def is_inside_country(text: str, start: int) -> bool:
    """Return whether the name of a country goes over an offset: 内 of 委内瑞拉."""
    return (start >= 1 and longest_word(text, start - 1, "country") > 1) or (
        start >= 2 and longest_word(text, start - 2, "country") > 2
    )


def takes_verb(text: str, end: int, *, acts: bool, introduced: bool) -> bool:
    """Return whether the last character before an offset is a verb with what belongs to it there.

    It is no part of a name then, as in 王某指向窗外, nor where it stands again: 王某手把手教. In a
    name that is ``introduced`` it may begin 听说 or 签了, and in one that ``acts`` only that.
    """
    if introduced and _tears_deed(text, end):
        return True
    if acts:
        return False
    last = text[end - 1 : end]
    if last in words("given") or not last:
        return False
    if text.startswith(("把" + last, "对" + last, "挨" + last, "并" + last), end):
        return True
    return last in words("after") and text[end : end + 1] in words("complement")


def begins_deed(text: str, at: int) -> bool:
    """Return whether a verb of what people do stands at an offset: 听说, 签了."""
    return starts_word(text, at, "deed") or bool(_DONE.match(text, at))


def _tears_deed(text: str, end: int) -> bool:
    """Return whether a verb begins with the last character before an offset: 听 of 王某听说."""
    is_torn = longest_word(text, end - 1, "deed") > 1 and longest_word(text, end, "saying") < 2
    return is_torn or bool(_DONE.match(text, end - 1))


def is_known_word(name: str) -> bool:
    """Return whether two characters are a place or another word: 黄山, 高铁."""
    return name in places_by_name() or name in words("phrase") | words("whole-word")


def is_share(text: str, start: int) -> bool:
    """Return whether a verb and a share stand at an offset, which look like a name: 占三成."""
    return bool(_SHARE.match(text, start))


def is_visited(text: str, start: int) -> bool:
    """Return whether the words before a name say that somebody goes where 家 stands behind it."""
    return bool(_VISITS.search(text, max(0, start - _NEAR), start))


def is_han(text: str, at: int) -> bool:
    """Return whether a Chinese character stands at an offset."""
    return "\u4e00" <= text[at : at + 1] <= "\u9fff"


def runs_on(text: str, end: int) -> bool:
    """Return whether the last character before an offset begins what follows it: 王某向记者.

    One that joins names does so before words for people that are no title, or that are that of
    the next name, and before another body: 和同事, 和省长李某, 和某某派出所, but not 和教授. The
    home of somebody stands behind his or her name: 王某家的院子. So does what tells for whom
    something holds: 对王某来说.
    """
    last = text[end - 1 : end]
    if last == "来" and text[end : end + 1] in ("说", "讲", "看"):
        return bool(_FOR_WHOM.search(text, max(0, end - _FAR), end - 3))
    if last == "家" and (
        text[end : end + 1] in words("of-home") or text[end - 3 : end - 1] in words("element")
    ):
        return True
    if last in words("joining"):
        people = starts_word(text, end, "post") or text[end : end + 1] in words("pronoun")
        title = max(longest_word(text, end, "style"), longest_word(text, end, "address"))
        is_body = bool(_JOINED_BODY.match(text, end)) or longest_place(text, end) > 0
        return is_body or (people and not (title and not begins_name(text, end + title)))
    return last in words("preposition") and text[end : end + 1] not in STOPS


def begins_name(text: str, at: int) -> bool:
    """Return whether a common family name, and what may be a given name, stand at an offset."""
    given = text[at + 1 : at + 3]
    return text[at : at + 1] in words("common") and not words("given").isdisjoint(given)


def is_title_of_next(text: str, at: int) -> bool:
    """Return whether the title at an offset is that of the name behind it: 卫生局长王建国."""
    behind = at + max(longest_word(text, at, "style"), longest_word(text, at, "address"))
    return (
        behind > at
        and text[behind : behind + 1] in words("common")
        and text[behind + 1 : behind + 2] in words("given")
        and text[behind : behind + 2] not in words("whole-word") | words("phrase")
        and not starts_word(text, behind, "ordinary")
    )


def is_cut(text: str, end: int) -> bool:
    """Return whether a name that ends at an offset would cut a word in two: 查 of 王某查看."""
    if _OTHERS.match(text, end):  # 平等 is no word in 刘某平等一批
        return False
    return text[end - 1 : end + 1] in words("whole-word") and longest_word(text, end, "after") < 2


def is_in_term(text: str, start: int, end: int) -> bool:
    """Return whether a short term in quotation marks begins at an offset and goes on behind it."""
    match = _TERM.match(text, start - 1) if start else None
    return match is not None and match.end() > end + 1


def fills_list(text: str, start: int, end: int) -> bool:
    """Return whether characters stand alone in a list: the last of them may be a particle.

    Three do so behind a post as well. Of two, the first is a common family name, and the second a
    particle that is hardly one behind it: 胡为.
    """
    if text[end : end + 1] not in ("、", "，", "。", "（", "等") or _WAITS.match(text, end):
        return False
    if not all(is_han(text, at) for at in range(start, end)):
        return False
    if end - start == _WHOLE - 1:
        is_common = text[start] in words("common")
        return text[start - 1 : start] == "、" and is_common and has_weak_particle(text, start, end)
    if end - start != _WHOLE:
        return False
    if text[start + 1] in "的了着们是":
        return False
    if any(starts_word(text, end - 1, kind) for kind in ("saying", "speech")):  # 李某称，
        return False
    return text[start - 1 : start] == "、" or ends_word(text, start, "post")


def has_weak_particle(text: str, start: int, end: int) -> bool:
    """Return whether two characters may be a name although the second is mostly a particle: 饶镇.

    They are no word or place, and the first is no family name that is mostly another word.
    """
    name = text[start:end]
    return (
        end - start == _WHOLE - 1
        and name[1:] in words("weak-particle")
        and name[:1] not in words("rare") | words("particle")
        and not starts_word(text, start, "ordinary")
        and name not in words("whole-word") | words("phrase") | words("word-end")
        and name not in places_by_name()
    )


def may_be_given(characters: str) -> bool:
    """Return whether characters may make a given name: none of them is a particle."""
    if not characters or not words("particle").isdisjoint(characters):
        return False
    return all("\u3400" <= one <= "\u9fff" for one in characters)


def begins_place(text: str, start: int) -> bool:
    """Return whether a place or a word begins with the end of a post: 长沙 in 海军长沙舰."""
    at = start - 1
    if text[at : at + 1] not in ("长", "相"):
        return False
    return text[at : at + 2] in words("long") or longest_place(text, at) > 0


def heads_place(text: str, start: int, end: int) -> bool:
    """Return whether a short name is that of a place, and the post behind it that of its head."""
    is_short = end - start < _WHOLE
    return is_short and starts_word(text, end, "head") and text[start:end] in places_by_name()


def is_cut_out(text: str, start: int, end: int) -> bool:
    """Return whether a name would be cut out of that of a place, or of a longer foreign one."""
    if (
        text[start - 1 : start + 1] in words("word-end")
        and text[start + 1 : end] in places_by_name()
    ):
        return True  # 历任上海某厂技术员
    return _is_of_place(text, start, end) or _is_of_foreign(text, start, end)


def _is_of_place(text: str, start: int, end: int) -> bool:
    """Return whether a place begins with a name and goes on, or ends in its first character.

    Such are the names of bays and harbours, too: 罗源湾, 江阴港.
    """
    before, last = text[start - 1 : start], text[end - 1 : end]
    straddled = before not in words("little") and text[start - 1 : start + 1] in places_by_name()
    goes_on = text[end : end + 1] not in STOPS or last in words("thing-end")
    return straddled or (goes_on and text[start : start + 2] in places_by_name())


def _is_of_foreign(text: str, start: int, end: int) -> bool:
    """Return whether a foreign name goes on behind two characters or more: 哈巴罗夫斯克."""
    return _sounds().issuperset(text[start : end + 2]) and end + 1 < len(text)


@cache
def _sounds() -> frozenset[str]:
    return words("loan") | words("sound")


def end_of_unnamed(text: str, unnamed: re.Match[str]) -> int:
    """Return where a name such as 王某 ends: behind one more character in 王某军."""
    end = unnamed.end()
    more = text[end : end + 1]
    is_given = (
        more in words("given") and words("particle").isdisjoint(more) and more not in "一有先"
    )
    goes_on = (
        text[end : end + 2] in words("whole-word")
        or longest_word(text, end, "after") > 1
        or starts_word(text, end, "saying")
        or more in words("preposition")
    )
    behind = end + 1
    ends = text[behind : behind + 1] in STOPS or any(
        starts_word(text, behind, kind) for kind in ("saying", "after", "little", "post")
    )
    return end + (len(unnamed[0]) == 1 and is_given and ends and not goes_on)
