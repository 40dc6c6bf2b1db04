"""Who wrote an article, as its byline, its lead or its end tells: （记者 甲某 乙某）."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from briefing.drafting.pages.roles import ROLES, keep_reporters, split_roles
from briefing.drafting.pages.wording import head_words
from briefing.names.gazetteer import places_by_name
from briefing.names.personal.foreign import is_foreign_name
from briefing.names.tables import starts_word, surnames, words

HAN = "\u4e00-\u9fff"
_PEN_NAME = re.compile(rf"[{HAN}]{{2,5}}|[A-Za-z][A-Za-z. ]{{2,20}}")
BETWEEN = re.compile(r"[、,，;；&＆\s　]+")
"""What stands between two names."""
_ORGANISATION = re.compile("[报网局办处]$|...+[部社院会室台厅署所]$|公司|中心|杂志|客户端|频道")
_DESK = re.compile(
    "^本[报刊网台]|[组部社室团会院台]$|手[记札]$|札记$|直击$|观察$|连线$|走笔$|评论员|专班|编辑|记者|新闻"
)
"""What else tells that no person is named who wrote an article, but a desk or a column."""
IN_BRACKETS = re.compile(rf"[（(]([^（）()。]{{0,40}}?{ROLES}[^（）()。]{{1,80}})[）)]")
_CREDIT = re.compile(
    r"[（(【\[]\s*(?:文/图|图/文|文图|图文|文字|文|撰文|作者|采写|执笔|供稿|撰稿)\s*[/／：:\s　]\s*"
    r"([^（）()【】\[\]。]{2,40})[）)】\]]"
)
LINE = re.compile(
    rf"^[（(【\[■◎●▲□\s　—]*(?:[^，。；：:、（）()]{{0,16}}?)?{ROLES}[\s　:：]*"
    rf"(?P<names>[^，。；：:（）()]{{2,60}}?)[）)】\]\s　]*$"
)
_MARKED = re.compile(r"^[■◎●▲□][\s　]*(?P<names>[^，。；：:（）()]{2,60})$")
AFTER_NAMES = re.compile(
    "[\\s　/]*(?:摄影报道|文并图|文/图|图/文|文图|图文|文、图|整理|综合报道|报道|采写|供稿|撰稿"
    f"|摄影|(?<=[/／])\\s*文|(?<=[{HAN}]{{2}}[\\s　])文|整合|综合)$"
)
"""What behind names tells what these people did: 甲某 文/图."""
_PICTURE = re.compile("[摄攝图圖]$|供图|摄于")
_ONLY_PICTURE = re.compile("摄影?[\\s　）)]*$")
_AT_END = re.compile(rf"(?:[（(]|(?<=[。！？”]))([{HAN}·、/／\s\u3000]{{2,30}})[）)]?$")
_WROTE = re.compile(rf"([{HAN}]{{2,4}})[/／]文(?![{HAN}])")
"""Somebody who wrote, where another one took the pictures: 甲某/文 乙某/图."""
_OF_DESK = re.compile(
    rf"^[（(][{HAN}]{{2,14}}(?:中心|[报社台网]|客户端)[\s　:：]+"
    rf"(?P<names>[{HAN}·、\s　]{{2,30}})[）)]$"
)
"""Names behind their desk, in brackets on a line of their own: （甲县融媒体中心 甲某 乙某）."""
_SLASH = re.compile(
    rf"^([{HAN}]{{2,4}}(?:[、\s　][{HAN}]{{2,4}})*)[/／]"
    rf"([{HAN}·]{{2,12}}(?:报|社|网|周刊|新闻))$"
)
_CORPORATE = re.compile(
    rf"^[（(■◎●□—\s　]*((?:本报|本刊|本网|本台|[{HAN}]{{2,8}}(?:日报|晚报|时报|社|网|杂志))"
    r"(?:特约)?(?:评论员|编辑部|评论部|编委会|社论))(?:文章)?[）)]?$"
)
_BEHIND = re.compile(r"(?<=..)[\s　|｜]*(?:《[^》]*》\s*)?[（(]?(?:19|20)\d\d\s*[-年/.].*")
"""The date that may stand behind a byline, and the paper with it."""
_EDITORS = re.compile(r"(?<=.)[\s　]*(?:责任编辑|责编|编辑)[\s　:：].*")
"""The editors who may stand behind the reporters of a line."""
_RUN_ON = re.compile(
    rf"^[^，。；：:（）()]{{0,8}}?{ROLES}[\s　:：]+(?P<names>[{HAN}、\s　]{{2,30}}?)本[报刊网台]"
)
"""Reporters at the beginning of a text in one line, before others: 本报记者 甲某本报通讯员."""
_DATE = r"(?:19|20)\d\d\s*[-年/.]\s*\d\d?\s*[-月/.]\s*\d\d?日?"
_CLOCK = r"\d\d?[:：]\d\d(?:[:：]\d\d)?"
_WHOLE = 3
"""So many characters most names have; a line of two may be any word."""
_LEAD, _LEADS = 80, 5
_LEAD_INSIDE = re.compile(f"(?<=[。！？])[{HAN}]{{1,8}}[讯电][\\s　]*[（(][^（）()]{{2,80}}[）)]")
"""A lead behind the first sentences of an article: 某报讯（记者 甲某）."""
_FAR = 400
_LONGEST_LINE = 60
_LONGEST_PARAGRAPH = 500
"""A line with reporters is no longer, whatever stands behind them."""


def is_byline(text: str) -> bool:
    """Return whether a line is nothing but who wrote an article: 本报记者 甲某 乙某."""
    line = LINE.match(text.strip()) or _MARKED.match(text.strip())
    if not line:
        return False
    rest = " ".join(_without_roles(line["names"]))
    return "".join(split_names(line["names"])) == BETWEEN.sub("", rest) != ""


def _without_roles(text: str) -> tuple[str, ...]:
    before, pieces = split_roles(text)
    return before, *(piece for _, piece in pieces)


def split_names(text: str, *, sure: bool = False) -> list[str]:
    """Return the names of people in a text that should hold nothing but them and their roles.

    With ``sure`` a label has told that they are names, so that a pen name is one as well.

    >>> split_names("张 伟 欧阳明、通讯员 李文博王芳")
    ['张伟', '欧阳明', '李文博', '王芳']
    """
    first, *others = BETWEEN.split(text.strip())
    text = " ".join(others) if others and _ORGANISATION.search(first) else text  # a desk
    for role in head_words("role"):
        text = text.replace(role, " ")
    tokens = [token.strip("/／.。:：") for token in BETWEEN.split(text.strip()) if token]
    found: list[str] = []
    for token in _join_single(tokens):
        is_whole = _is_name(token) or (sure and not _cut(token) and _is_pen_name(token))
        names = [token] if is_whole else _cut(token)
        if not names:
            break  # what follows is no list of names
        found += names
    return list(dict.fromkeys(found))


def find_reporters(head: Sequence[str], body: Sequence[str], foot: Sequence[str]) -> list[str]:
    """Return who wrote an article, out of its head, its own paragraphs, and what stands below it.

    The surest place is looked at first: the lead, then lines of their own, then the end.
    """
    opening = (text for text in body[_LEADS:] if text.startswith(("（", "(")))
    leads = [*head, *(text[:_LEAD] for text in (*body[:_LEADS], *opening))]
    leads += [inside[0] for text in body[:1] for inside in _LEAD_INSIDE.finditer(text[:_FAR])]
    ends = [*foot, *body[:1:-1][:3]]
    return (
        _first(_in_brackets, leads)
        or _first(_own_line, [*head, *body[:_LEADS]])
        or _first(_in_brackets, ends)
        or _first(_own_line, ends)
        or _first(_at_end, body[::-1][:4])
        or _first(_corporate, [*head, *body[:2], *ends])
        or _first(_run_on, leads)
    )


def read_authors(value: str) -> list[str]:
    """Return the names behind a label such as 作者, where a pen name is one as well."""
    return _people(value) if re.search(ROLES, value) else split_names(value, sure=True)


def is_desk(name: str) -> bool:
    """Return whether who wrote an article is a desk, a column or a paper, and no person.

    >>> is_desk("本报数据组"), is_desk("其木格")
    (True, False)
    """
    return bool(_ORGANISATION.search(name) or (_DESK.search(name) and not _is_name(name)))


def find_names_before(line: str) -> list[str]:
    """Return the names with which a line begins that has a date behind them, and no label."""
    return split_names(_BEHIND.sub("", line)) if _BEHIND.search(line) else []


def find_name_alone(line: str) -> list[str]:
    """Return the name that is a line below a title by itself: 林文山, or 赵　立.

    >>> find_name_alone("林文山"), find_name_alone("高标准")
    (['林文山'], [])
    """
    name = "".join(line.split())
    is_whole = len(name) == _WHOLE or (len(name) < _WHOLE and name != line.strip())
    return [name] if is_whole and are_surely_names(name) else []


def find_author_of(line: str) -> tuple[list[str], str] | None:
    """Return the authors and the paper of a line such as 甲某/某某日报, if it is one."""
    match = _SLASH.match(line)
    names = split_names(match[1]) if match else []
    return (names, match[2]) if match and names else None


def _first(find: Callable[[str], list[str]], lines: Iterable[str]) -> list[str]:
    return next((names for line in lines if (names := find(line))), [])


def _in_brackets(text: str) -> list[str]:
    for match in IN_BRACKETS.finditer(text):
        if names := _people(match[1]) or _read_one(match[1]):
            return names
    for match in _CREDIT.finditer(text):
        if names := split_names(match[1].split("专栏作者")[-1], sure=False):
            return names
    return []


def _read_one(text: str) -> list[str]:
    """Return the only name behind a role in brackets, of whatever family: （记者 央珍）."""
    before, pieces = split_roles(text)
    name = pieces[0][1].strip() if len(pieces) == 1 and not before.strip() else ""
    is_word = name in words("whole-word") or starts_word(name, 0, "ordinary")
    is_short = re.fullmatch(rf"[{HAN}]{{2,3}}", name) and name not in places_by_name()
    return [name] if is_short and not is_word and not is_desk(name) else []


def _own_line(line: str) -> list[str]:
    if len(line) > _LONGEST_PARAGRAPH:
        return []
    if before := _before_byline().match(line):
        line = line[before.end() :]
    line = _EDITORS.sub("", _BEHIND.sub("", line))
    if len(line) > _LONGEST_LINE:
        return []
    if wrote := _WROTE.findall(line):
        return [name for name in wrote if _is_sure(name)]
    if match := LINE.match(line):
        return _people(match[0])
    marked = _MARKED.match(line)
    if marked and is_byline(line):
        return split_names(marked["names"])
    names = AFTER_NAMES.sub("", line.strip())  # 甲某 文/图
    is_bare = names != line.strip() and not _ONLY_PICTURE.search(line)
    return split_names(names) if is_bare and names and are_surely_names(names) else []


def _run_on(text: str) -> list[str]:
    """Return the reporters with whom a text begins that breaks no lines."""
    match = _RUN_ON.match(text)
    return split_names(match["names"]) if match and are_surely_names(match["names"]) else []


@cache
def _before_byline() -> re.Pattern[str]:
    """Return the pattern of the date, the time and the source before the reporters of a line."""
    labels = "|".join(map(re.escape, sorted(head_words("source"), key=len, reverse=True)))
    source = rf"(?:{labels})\s*[:：]\s*[^\s|｜:：]{{2,20}}|[{HAN}]{{2,12}}(?:报|网|社)"
    each = rf"(?:{_DATE}|{_CLOCK}|{source})[\s|｜]+"
    return re.compile(rf"\s*(?:{each})+(?=[^\s:：]{{0,12}}?{ROLES})")


def _people(text: str) -> list[str]:
    """Return the names behind each role in a text, if it tells of no picture."""
    text = text.strip("（(）)【】[]■◎●▲□— \u3000")
    if _PICTURE.search(text) and not AFTER_NAMES.search(text):
        return []
    first, pieces = split_roles(text)
    found = [("", _before_role(first))]
    for role, piece in pieces:
        names = AFTER_NAMES.sub("", piece.strip())
        found.append((role, split_names(names) or ([names] if _is_long_name(names) else [])))
    return keep_reporters(found)


def _before_role(text: str) -> list[str]:
    """Return the names before the first role of a line: 王某 李某 本报记者 张某."""
    return _join_single(_tokens_of(text)) if are_surely_names(text) else []


def are_surely_names(text: str) -> bool:
    """Return whether a text without any role is nothing but names of people."""
    return all(
        _is_sure(name)
        for token in _join_single(_tokens_of(text))
        for name in ([token] if _is_name(token) else _cut(token) or [token])
    )


def _is_sure(name: str) -> bool:
    """Return whether a name is one of a family whose name is no word, and begins no other word."""
    is_family = name[0] in words("common") or name[:2] in surnames() or name[0] not in words("rare")
    is_word = name in words("whole-word") or starts_word(name, 0, "ordinary")
    return (
        _is_name(name)
        and is_family
        and not (is_word or name in places_by_name() or _DESK.search(name))
    )


def is_usual_name(text: str) -> bool:
    """Return whether three characters are a family name, of any family, and a usual given name."""
    is_word = starts_word(text, 0, "ordinary") or text[:2] in words("whole-word")
    return len(text) == 3 and _is_name(text) and words("given").issuperset(text[1:]) and not is_word


def _tokens_of(text: str) -> list[str]:
    return [token for token in BETWEEN.split(text.strip()) if token]


def _at_end(text: str) -> list[str]:
    if (desk := _OF_DESK.match(text)) and are_surely_names(desk["names"]):
        return split_names(desk["names"])
    match = None if _ONLY_PICTURE.search(text) else _AT_END.search(text)
    if match and (wrote := _WROTE.findall(match[1])):
        return [name for name in wrote if _is_sure(name)]
    listed = AFTER_NAMES.sub("", match[1].strip()) if match else ""
    names = split_names(listed)
    return names if len("".join(names)) == len(BETWEEN.sub("", listed)) else []


def _corporate(line: str) -> list[str]:
    match = _CORPORATE.match(line)
    return [match[1]] if match else []


def _join_single(tokens: Sequence[str]) -> list[str]:
    """Return tokens with two single characters in a row joined: papers space short names out."""
    joined: list[str] = []
    is_open = False
    for token in tokens:
        if is_open and len(token) == 1:
            joined[-1] += token
            is_open = False
        else:
            joined.append(token)
            is_open = len(token) == 1
    return joined


def _is_name(token: str) -> bool:
    if re.fullmatch(rf"[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{1,8}})+", token) or is_foreign_name(token):
        return True
    if not re.fullmatch(rf"[{HAN}]{{2,4}}", token):
        return False
    if token in head_words("nobody") or _ORGANISATION.search(token):
        return False
    longest = 4 if token[:2] in surnames() else 3
    if len(token) > longest:
        return False
    is_usual = len(token) == 3 and set(token[1:]) <= words("given")
    return token[:2] in surnames() or token[0] in surnames() or is_usual


def _is_long_name(token: str) -> bool:
    """Return whether four characters behind a role are a name: 李某某某."""
    is_han = re.fullmatch(rf"[{HAN}]{{4}}", token) and not _ORGANISATION.search(token)
    return bool(is_han and token[0] in surnames() and words("particle").isdisjoint(token))


def _cut(token: str) -> list[str]:
    """Return two or three names that stand without a mark between them, or nothing."""
    if not re.fullmatch(rf"[{HAN}]{{4,9}}", token):
        return []
    for first in (3, 2, 4):
        rest = token[first:]
        if _is_name(token[:first]) and (_is_name(rest) or _cut(rest)):
            return [token[:first], *([rest] if _is_name(rest) else _cut(rest))]
    return []


def _is_pen_name(token: str) -> bool:
    if token.lower() in head_words("nobody") or _ORGANISATION.search(token):
        return False
    return _PEN_NAME.fullmatch(token) is not None
