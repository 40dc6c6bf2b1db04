"""The rule on what our own prose tells as done and its evidence only as to come."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.meaning import (
    Told,
    count_meant,
    find_meant,
    find_told_otherwise,
    split_clauses,
    split_english,
)
from briefing.checks.registry import source_rule
from briefing.checks.stages import ALREADY, HAS, HOPED
from briefing.checks.tenses import PART_OF
from briefing.model.forms import pairs_of
from briefing.names.milestones import Milestone, is_told_for, list_milestones, read_milestones
from briefing.problem import Finding

_TRIAL = re.compile("试(?:运[行营]|生产|通水|开放|营业|航|飞)")
"""What has come about on trial alone."""
_ON_TRIAL = re.compile(r"\b(?:trial|test|pilot)", re.I)
_ENGLISH_CLAUSE = re.compile(r"[^,;.!?]+(?:[.,](?=\d)[^,;.!?]*)*")
_OPEN = (
    r"will|would|shall|should|could|can|(?-i:may)|might|must|not|n['’]t|no|never|yet|if|when|once"
    r"|until|before|expect\w*|forecast\w*|plan(?:s|ned|ning)?|due|set|aim\w*|target\w*|hop\w*"
    r"|schedul\w*|slated|propos\w*|intend\w*|wants?|seek\w*|demand\w*|order\w*|call\w*"
    r"|requir\w*|asks?|need\w*|pending|await\w*|ahead|design\w*|promis\w*|pledg\w*|by"
)
"""English words with which nothing is told as done."""
_NOT_DONE = re.compile(
    rf"\b(?:{_OPEN}|after|being|without|nearly|almost|half|partly|part|to|nobody|none|nothing)\b"
    r"|n['’]t\b",
    re.I,
)
"""What before the words for a milestone keeps them from telling that it has been reached."""
_DENIED = re.compile(r"\b(?:not|never|no|yet|to be)\b|n['’]t\b", re.I)
"""What among the words for a milestone denies it."""
_IS_PLANNED = re.compile(r" (?:is |was |are |were )?(?:planned|due|expected|set|scheduled)\b", re.I)
"""What behind the words for a milestone tells that it is to come."""
_STILL_OPEN = re.compile(
    rf"\b(?:{_OPEN}|(?:is|are|was|were) to|estimat\w*|predict\w*|project\w*|likely|bids?|eye\w*"
    r"|look\w*|goals?|under way|coming|next|later|future|outlook|put\w* back|delay\w*"
    r"|postpon\w*|potential\w*|tomorrow|says?|believ\w*|think\w*|ready|prepar\w*|agree\w*"
    r"|consider\w*)\b",
    re.I,
)
"""What anywhere in a sentence may tell that it is of what is to come."""
_PART_OF = re.compile(rf"{PART_OF}\d", re.I)
"""What tells of a part of a number; the clause with the whole number tells the plan."""
_DONE_IN_ENGLISH = re.compile(
    r"\b(?:already|confirmed)\b|\b(?:has|have|had|was|were)\s+(?:\w+\s+){0,2}?"
    r"(?:been|begun|built|\w{2,}(?:ed|ew|en|wn|un))\b",
    re.I,
)
_TO_COME = re.compile(
    "预计|预期|计划(?!总?投资)|拟(?!态)|打算|择期|即将|明年|后年|年底前|定于|下月"
)
"""What tells that a clause is of what is surely to come, and not only striven for."""
_HAPPENED = re.compile(f"{ALREADY}|{HAS}|完成|目前|现有")
_DONE = re.compile(f"{ALREADY}|{HAS}|现已|业已")
_DATE = re.compile("[0-9]+月[0-9]+日|[0-9]+[月日]")
_NOT_DONE_YET = re.compile("[尚未没不拟将待要后前]|计划|预[定计期]|力争|争取|准备|目标|打算|有望")
_IN_PART = "(?:过半|近半|[约近超]{0,2}(?:[0-9.]+[%％]|[一二三四五六七八九]成))"
"""What behind a verb tells that a part has been done."""
_TELLS_DONE = re.compile(
    "已经?(?:[于在][^，。；]{1,12}?[月日年底初间内])?"
    "(?:全面|全部|全线|按期|如期|按时|顺利|正式|提前|累计|陆续|相继)*(?P<verb>[\u4e00-\u9fff]{2})"
)
_TELLS_OVER = re.compile(
    "(?P<verb>[\u4e00-\u9fff]{2})(?:工[作程])?"
    f"(?:(?:已经?|全部|全面|基本){{1,3}}(?:完成|结束)(?!了?{_IN_PART})|(?:已经?|全部|全面|基本){{0,3}}完毕)"
)
_GOING_ON = "(?:正在|仍在|尚在|还在|持续)"
_NO_DEED = frozenset(["完成", "实现", "达到", "成为", "形成", "累计", "超过", "突破"])
"""Verbs that tell nothing without what stands behind them."""
_TIME_OF = re.compile("(?:时间|日期)(?:尚|仍|还|待|未|定于|推迟|延后|另行)")
"""What behind a milestone tells that its time is open or to come."""
_LAST = re.compile(f"(?P<ahead>{HOPED.pattern}|拟|将|打算|择期)|{ALREADY}|{HAS}")
"""What before a verb tells that it is to come, or has come about; the last of them counts."""
_NOUN = re.compile("[后前率量时的]|安排|仪式|时间|日期|计划|条件|情况|许可|手续|通知|消息|准备")
"""What behind a milestone makes a noun of it, or a condition."""
_NUMERALS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMERALS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10}
_IN_CHINESE = dict(zip("两三四五六七八九十", range(2, 11), strict=True))
_SENTENCE_END = re.compile("[。！？；;]")
_NO_THING = ("", *"已都均全悉中也现")
"""With these begins what is told of some things that are not named: 74个已全部完工."""
_ALL = {
    "zh": re.compile(
        "(?<![0-9.,第])(?P<number>[0-9]{1,6}+)(?P<of>[\u4e00-\u9fff])(?P<thing>[^，。；0-9]{0,11}?)"
        "(?:已经?|都|均)*(?:全部|悉数|均已|都已)"
    ),
    "en": re.compile(
        r"\ball (?:of )?(?:the |its |their )?"
        rf"(?P<number>\d[\d,]{{0,9}}+(?!\d|\.\d| ?%| per ?cent)|(?:{'|'.join(_NUMERALS)})\b)",
        re.I,
    ),
}
"""What tells something of all of so many things."""
_NOT_ALL = {
    "zh": re.compile("[未尚其余剩将拟要需须没不]|计划|预[计期]|力争"),
    "en": re.compile(
        rf"\b(?:{_OPEN}|to be|nearly|almost|not|remain\w*|rest|other|but|except|under)\b", re.I
    ),
}
"""What may keep that from being told as done."""
_COUNT = re.compile(
    "(?<![0-9.,第〇零一二两三四五六七八九十百千万亿])"
    "(?P<number>[0-9]{1,6}+(?![.,][0-9])|[两三四五六七八九十])(?P<of>(?![年月日号时点分十百千万亿])[\u4e00-\u9fff])"
)
"""A number with the first character of what it counts."""
_REST = re.compile(
    "(?:其余|剩余|余下|尚余|还剩)(?:的|下的?)?(?:(?P<number>[0-9]{1,6}+)(?P<of>[\u4e00-\u9fff]))?"
    "|最后一[个台座条批]"
)
"""What tells that some are left, and how many."""
_NEAR = 60
"""So many characters beside a verb tell of what it is told."""
_LOOSE = frozenset(["approval", "acceptance", "goal", "plan", "stop", "start again"])
"""The kinds of milestones whose words may be told of many things."""
_OF_ALL = re.compile("全部|均|都(?!市)|悉数")
"""What tells in the text itself that something is so of all of so many things."""


@source_rule(warning=True)
def told_as_done(context: ProofContext) -> Iterator[Finding]:
    """Our own prose gives as done what its evidence only expects, plans or leaves open. A warning.

    Chinese says with 已, 了 or a date that something has come about, English with a verb in the
    past. The paragraphs of the evidence have the same milestone, as 投产 or 封顶, the same verb,
    or a clause that means what the sentence does, and have it only after 预计, 将 and the like.
    What goes on, or is done in part, is not 完毕. Of 74 of which some are left not all are done.

    Passes:
        # 码头预计年底建成。
        events: [{id: start, coined: true, name: {zh: 码头建设, en: The wharf is to be completed},
          evidence: [{paragraph: 2, anchor: 码头预计年底建成}]}]
    Fails:
        # 码头预计年底建成。
        events: [{id: start, coined: true, name: {zh: 码头建设, en: The wharf has been completed},
          evidence: [{paragraph: 2, anchor: 码头预计年底建成}]}]
    """
    judges = {"zh": _judge_chinese, "en": _judge_english}
    yield from find_told_otherwise(context, "told-as-done", judges)


def _find_all(text: str, language: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    """Yield what a text tells of all of so many things, of which the sentence has some left.

    The clause of the whole may tell the same of all: 12人全部获救，其中10人出院.
    """
    said = _ALL[language].search(text)
    if not said or _NOT_ALL[language].search(text):
        return
    of, thing = (said["of"], said["thing"][:2]) if language == "zh" else ("", "")
    deed = re.split(r"\W|了", text[said.end() :], maxsplit=1)[0]
    for sentence in (one for text in paragraphs for one in _SENTENCE_END.split(text)):
        told = _find_some_left(sentence, _value_of(said["number"]), of)
        clause = told.partition("，")[0]
        is_of_all = deed in clause and _OF_ALL.search(clause)
        if told and not is_of_all and (thing[:1] in _NO_THING or thing in sentence):
            yield said[0], told
            return


def _value_of(numeral: str) -> int:
    """Return the value of a numeral in digits, in words or in one character."""
    digits = numeral.replace(",", "").lower()
    return int(digits) if digits.isdecimal() else _NUMERALS.get(digits) or _IN_CHINESE[digits]


def _find_some_left(sentence: str, whole: int, of: str) -> str:
    """Return the words in which some of so many things are left, or none.

    Between the whole and what is left of it stand only parts of the whole.
    """
    counts = deque(_COUNT.finditer(sentence))
    for rest in _REST.finditer(sentence):
        near = []
        while counts and counts[0].start() < rest.start():
            near.append(counts.popleft())
        at = [n for n, one in enumerate(near) if _value_of(one["number"]) == whole]
        first = near[at[0]] if at else None
        if first and of in ("", first["of"]) and _are_parts(near[at[-1] + 1 :], whole, first, rest):
            return sentence[first.start() : rest.end()]
    return ""


def _are_parts(
    near: Sequence[re.Match[str]], whole: int, first: re.Match[str], rest: re.Match[str]
) -> bool:
    """Return whether counts of the same things behind a whole, and the rest, may be its parts."""
    parts = [_value_of(one["number"]) for one in near if one["of"] == first["of"]]
    if any(part > whole for part in parts):
        return False
    if not rest["number"]:
        return not parts or "其中" in first.string[first.start() : rest.start()]
    left = int(rest["number"])
    others = whole - left
    return (
        rest["of"] == first["of"] and left < whole and (not parts or others in (*parts, sum(parts)))
    )


def _judge_chinese(text: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    yield from _find_all(text, "zh", paragraphs)
    for clause in split_clauses([text]):
        if _NOT_DONE_YET.search(clause):
            continue
        is_done, dates = _DONE.search(clause), _DATE.findall(clause)
        for one in _list_told() if is_done or dates else ():
            said = one.words["zh"].search(clause)
            if not said or _NOUN.match(clause, said.end()):
                continue
            near = _is_near(clause, said)
            ahead = _find_unreached(one, paragraphs, near, on_trial=bool(_TRIAL.search(clause)))
            # A date alone may be the one for which it is planned.
            if ahead and (is_done or not any(date in ahead for date in dates)):
                yield said[0], ahead
        for told in _TELLS_OVER.finditer(clause):
            if going_on := _find_going_on(told["verb"], paragraphs, _is_near(clause, told)):
                yield told[0], going_on
        for told in _TELLS_DONE.finditer(clause):
            if ahead := _find_ahead(told["verb"], paragraphs, _is_near(clause, told)):
                yield told[0], ahead


Near = Callable[[str], object]
"""Whether a paragraph has words of what we tell of."""


def _is_near(clause: str, said: re.Match[str]) -> Near:
    """Return whether texts share two characters with a clause near what is said in it."""
    first, last = max(0, said.start() - _NEAR), said.end() + _NEAR
    pairs = pairs_of(f"{clause[first : said.start()]}，{clause[said.end() : last]}")
    return lambda text: not pairs.isdisjoint(pairs_of(text))


def _keep_near(paragraphs: Sequence[str], near: Near) -> Sequence[str]:
    """Return those of several paragraphs that are near what we tell of, or all if none is.

    Of a canal in one paragraph nothing is told by the projects of another.
    """
    return (len(paragraphs) > 1 and [text for text in paragraphs if near(text)]) or paragraphs


def _find_going_on(verb: str, paragraphs: Sequence[str], near: Near) -> str:
    """Return the clause in which a verb stands, where it goes on in all that have it."""
    clauses = [one for one in split_clauses(paragraphs) if verb in one]
    pattern = re.compile(f"{_GOING_ON}[^，。；]{{0,8}}{verb}|{verb}[^，。；]{{0,6}}{_IN_PART}")
    is_open = bool(clauses) and all(map(pattern.search, clauses))
    return _find_first(verb, paragraphs, near) if is_open else ""


def _find_ahead(verb: str, paragraphs: Sequence[str], near: Near) -> str:
    """Return the clause in which a verb stands, where it stands in none that is not to come."""
    clauses = [one for one in split_clauses(paragraphs) if verb in one]
    is_open = verb not in _NO_DEED and all(_is_ahead(one, verb) for one in clauses)
    return _find_first(verb, paragraphs, near) if is_open else ""


def _find_first(verb: str, paragraphs: Sequence[str], near: Near) -> str:
    """Return the first clause with a verb in the paragraphs that are near what we tell of."""
    clauses = split_clauses(_keep_near(paragraphs, near))
    return next((one for one in clauses if verb in one), "")


def _is_ahead(clause: str, verb: str) -> bool:
    at = clause.index(verb)
    before = [one for one in _LAST.finditer(clause) if one.end() <= at]
    return bool(before) and before[-1]["ahead"] is not None


def _judge_english(text: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    yield from _find_all(text, "en", paragraphs)
    for clause in _ENGLISH_CLAUSE.findall(text):
        for one in _list_told():
            said = one.words["en"].search(clause)
            if not said or _NOT_DONE.search(clause, 0, said.start()) or _DENIED.search(said[0]):
                continue
            if _IS_PLANNED.match(clause, said.end()):
                continue
            near = partial(count_meant, clause[: said.start()] + clause[said.end() :])
            on_trial = bool(_ON_TRIAL.search(clause))
            if ahead := _find_unreached(one, paragraphs, near, on_trial=on_trial):
                yield said[0], ahead
    for sentence in split_english(text):
        if not _DONE_IN_ENGLISH.search(sentence) or _STILL_OPEN.search(sentence):
            continue
        if _PART_OF.search(sentence):
            continue  # 260 of the 320 estates, which the clause with the 320 only plans
        meant = find_meant(sentence, paragraphs)
        if meant and _TO_COME.search(meant) and not _HAPPENED.search(meant):
            yield sentence, meant


def _find_unreached(
    one: Milestone, paragraphs: Sequence[str], near: Near, *, on_trial: bool
) -> str:
    """Return a clause that tells of a milestone, where none tells that it has been reached.

    What is reached on trial alone is reached only for what is told to be on trial.
    """
    told = [held for text in paragraphs for held in _read(text) if is_told_for(one, held.milestone)]
    if not told or any(held.is_reached and (on_trial or not held.is_trial) for held in told):
        return ""
    about = (held for text in _keep_near(paragraphs, near) for held in _read(text))
    ahead = (held for held in about if not held.is_reached and held.milestone.name == one.name)
    return next((held.clause for held in ahead), "")


class _Told(NamedTuple):
    """A milestone that a clause of the text tells of."""

    milestone: Milestone
    is_reached: bool
    is_trial: bool
    clause: str


@lru_cache(maxsize=256)
def _read(text: str) -> list[_Told]:
    """Return the milestones of which a paragraph tells."""
    return [
        _Told(one, reached and not _TIME_OF.search(clause), bool(_TRIAL.search(clause)), clause)
        for clause in split_clauses([text])
        for one, reached in read_milestones(clause)
    ]


@cache
def _list_told() -> tuple[Milestone, ...]:
    """Return the milestones that can be told apart by their words alone."""
    return tuple(one for one in list_milestones() if one.kind not in _LOOSE)
