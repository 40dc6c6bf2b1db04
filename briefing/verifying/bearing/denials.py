"""Sentences that deny what a clause of a text plainly tells."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.names.languages import compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import count_words, doubt, list_words
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence

_DENIES = {
    "zh": re.compile(
        "从未|未曾|尚未|还未|并未|没有|无法|无须|无需|未能|没能|不再|不会|不能|不设|不含|不是|并非|并不(?![只仅单])"
        "|不用|不必|[算谈称]不上是?(?:什么)?|不[许准得搞]|未(?![来经])|没(?!收)|不(?![断仅但少同久论管只过及足等锈良变到低高超])"
    ),
    "en": re.compile(
        r"\b(?:no(?! (?:less|fewer|more|(?:long|furth)er than)\b|\. ?\d)"
        r"|not(?! only| just| merely| least)"
        r"(?: (?:to )?be (?:seen|regarded|considered|called|treated|taken) as)?"
        r"|never|none|without|nor|neither|nothing|nobody|cannot|lacks?|excludes?|excluding)\b"
        r"|n['’]t\b",
        re.I,
    ),
}
_LATER = re.compile(r"\b(?:until|yet|again|resum\w*)\b", re.I)
"""What is denied for some time alone, and may be told as coming by the text."""
_DENIED = re.compile(
    "不(?![断仅但久])|[未无没非难缺停止禁拒否莫勿仅只唯除独免脱减压]|下降|取消|空白|扭转|遏制|杜绝"
)
"""What a sentence of a text may deny with."""
_OPEN = re.compile("[暂尚仍还待]|计划(?=[今明本后]?年|于|[0-9])|预计|拟(?!态)|力争|争取")
"""What a text tells with of what has not come about, but is under way, planned or sought."""
_NOT_YET = {
    "zh": re.compile("[从尚还并]?[未没]"),
    "en": re.compile(
        r"(?<!will )(?<!would )(?<!to )not?\b|(?<!wo)n['’]t\b|never|none|nothing", re.I
    ),
}
"""What denies that something has come about, and not that it will."""
_PENDING = compile_words(
    r"still|plann\w+|plans? to|expect\w*|se?ek\w*|sought|hop\w+|aim\w*|due|set to|to \w+|will"
    r"|intend\w*|propos\w*|schedul\w*|prepar\w*|stud(?:y|ies|ied)|feasib\w*|stages?|phases?|pending"
    r"|wait\w*|target\w*|goals?|under \w+|on the way|in the works|pipeline|future",
    "[拟将尚仍还待盼]|计划|预计|力争|争取|谋划|规划[中建]|筹|前期|研究|可研|论证|阶段|有望|定于|目标"
    "|正在|在[建办]|准备",
)
"""What is under way, planned or sought, which what has not come about is not."""
_FEWEST, _MOST_OF = 3, 0.5
"""So many of the denied words, and so large a share of them, must stand in one clause."""
_LIKELY = 2
"""So many clauses that have most of what is denied are looked at."""


_SURELY = compile_words(
    "no longer|not|never|cannot|refus\\w+ to",
    "(?<![还尚仍])(?:从未|没有|不再|不会|不能|不设|并非|并不|[算谈称]不上|不[许准得搞])",
)
"""What denies a thing for good, which a text need not deny of something else in its sentence."""
_NEARLY_ALL = 0.6


def _is_surely_denied(
    said: re.Match[str], sentence: Sentence, size: int, told: Clause, denied: str
) -> bool:
    """Return whether a sentence denies for good nearly all that one clause tells.

    ``size`` is how many words are denied. Whether another clause denies something is the same.
    """
    language = sentence.language
    return bool(
        _SURELY[language].match(sentence.text, said.start())
        and count_words(denied, language, told) >= _NEARLY_ALL * size
    )


_LEFT_OUT = compile_words(
    r"no mention of|not (?:mention\w*|listed|included|counted|among|on the list|part of)|omit\w*"
    r"|leaves? out|(?:was|were|been|is|are) left out of|unrelated to|nothing to do with"
    r"|no (?:link|connection|relation) (?:to|with)",
    "无关|不相干|没有关系|不在[^，。]{0,20}(?:之列|之内|清单|名单)|(?:没有?|未)被?(?:列入|纳入|写入|提到|提及)"
    "|不(?:包括|属于)",
)
"""What tells that something is no part of another thing, or has nothing to do with it."""


_LEAVES_OUT = re.compile("没|未(?!来)|不(?:在|含|包|属|列|是)|无关|除|以外|并非")
"""What a text tells with of what is no part of a thing."""


def judge_left_out(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what tells that a thing is left out, unless the text does so where it names it.

    A text tells what it tells, and hardly ever what it leaves out.
    """
    named = [one.entries for one in mentions[:MOST_ASKED] if one.entries]
    for language in sentence.languages:
        for said in islice(_LEFT_OUT[language].finditer(sentence.text), MOST_ASKED):
            naming = [clauses.list_naming(*(entry.record for entry in each)) for each in named]
            naming = naming or [clauses.align(sentence, said.start(), mentions)]
            told = ("".join(one.text for one in clauses.sentences_of(held)) for held in naming)
            if any(one and not _LEAVES_OUT.search(one) for one in told):
                yield Found(*said.span(), "statement", UNKNOWN)


_UNWANTED = compile_words(
    r"(?:has|have|had|sees?|saw|with|without|is|are|was|were|makes?|made) (?:no|any) (?:\w+ )?"
    r"(?:plans?|intentions?|wish|desire|ambitions?|thought|need|call|demand|proposals?|attempt|move)"
    r"(?= (?:to|of|for|that|at)\b)"
    r"|(?:(?:do|does|did|is|are|was|were|has|have|had)(?: not|n['’]t)) (?:been )?(?:\w+ly )?"
    r"(?:ask(?!ed whether)|seek|sought|want|plan|intend|wish|aim|hop[ei]|try|tried|call|requir|need"
    r"|propos|push|strive|striving|look|prepar|think|consider|going to|about to|out to)\w*"
    r"|(?:is|are|was|were)(?: not|n['’]t) (?:\w+ly )?(?:expected|forecast|projected"
    r"|scheduled|due|slated)(?![^.;,]*\b(?:until|before)\b)"
    r"|(?:does|do|did) not (?:set|give|name|put forward|lay down) (?:a|any)"
    r"|refus\w+ to|declin\w+ to|unwilling to|has ruled out|against (?:the idea of )?\w+ing",
    "无意(?!中|间|识)|[不没未](?:有|曾)?(?:再|去|急着|想过|想着)?(?:打算|想(?!到|象|起|过)|愿意?"
    "|准备(?!好)|要求|提出(?![了的])|争取|寻求|谋求|希望|计划|主张|考虑|需要|倡导|提倡|鼓励|支持)"
    "|(?:并非|不是|没有?|未)(?:计划|预计|安排|定于|力争)|预计并?不(?!会?[低少超到足及])"
    "|无需|无须|不必(?!然)|不需|用不着|没有?必要|不急于",
)
"""What tells that something is not wanted, planned, asked for or needed."""
_UNWANTED_THERE = re.compile(
    "不(?![断仅但久只少同足够等管论光单])|未(?!来|复)|没|无(?:意|需|须|权|法)|勿|莫|拒|停|免|取消|放弃"
    "|[禁防]止|避免|杜绝|而非|而是"
)
_REJECTED = compile_words(
    r"den(?:y|ies|ied|ying)(?! access| entry)|refut\w+|rebut\w*|disavow\w*|disput(?:es?|ed|ing)"
    r"|(?:reject|dismiss)\w* (?:the |any |all )?(?:idea|claim|suggestion|notion|view|talk)s?",
    "否认|矢口|驳斥|反驳|否定(?!之否定)|辟谣",
)
_REJECTED_THERE = re.compile("否[认定]|驳|辟谣|澄清|不实|谣|并非|并不|不是|不存在|质疑")
"""What tells that somebody calls a thing untrue."""
_BELITTLED = compile_words(
    "by no means|far from being|anything but|hardly (?:an?|any|the)|(?:is|are|was|were) barely an?"
    "|untouched|unaffected|(?:was|were|is|are|been) unable to|fail(?:s|ed|ing)? to",
    "[算谈称说]不上|绝[非不]|远非|毫[无不](?!疑|例|逊)|未能|没能|没有?能够|不至于",
)
"""What tells that something is not so after all, or has not been managed."""
_UNRELATED = compile_words(
    "unrelated to|nothing to do with|no (?:link|connection|relation) (?:to|with)|not because"
    "|for no reason",
    "无关(?!紧要|痛痒)|不相干|没有?关系|没有?关联|不是因为?|并非因为?",
)
_UNRELATED_THERE = re.compile("无关|不相干|没有?关[系联]|并非|不是|不因|不属于|不取决")
"""What tells that one thing has nothing to do with another."""
_DROPPED = compile_words(
    r"(?<!not )(?<!never )(?<!n['’]t )(?:(?:give|gives|gave|given|giving) up(?: on)?"
    r"|abandon\w*|oppos(?:e|es|ed|ing)"
    r"|doubt(?:s|ed|ful)?|disagree\w*|reluctan\w*|(?:do|does|did) without|cancel\w*"
    r"|scrap(?:ped|ping)(?! (?:\w+ )?(?:cars?|vehicles?|ships?|metal|steel|iron))|shelv\w+"
    r"|withdr[ae]w\w*|call(?:s|ed|ing)? off|turn(?:s|ed|ing)? (?:its|their|his|her) back on"
    r"|turn(?:s|ed|ing)? down|object(?:s|ed|ing) to|shun\w*|ignor\w*"
    r"|neglect\w*)",
    "放弃|反对|取消|暂停|搁置|怀疑|质疑|不积极|消极|抵制|回避|冷落|忽视|舍弃|叫停|撤销|终止",
)
_DROPPED_THERE = re.compile(
    "弃|反对|取消|停|搁|疑|消极|抵制|避|撤|终[止结]|退(?!休)|不(?:愿|想|肯|敢|再|同意|赞成|要|搞)|无法"
)
"""What tells that something is given up, opposed or doubted."""
_EARLY = compile_words(
    r"(?:not|no longer|n['’]t) (?:still |yet |now )?(?:at|in|under(?:going)?|past)(?: \w+)?"
    r" (?:\w+ )?(?:planning|study|studies|feasibility|prepar\w+|preliminary|design|discussion)",
    "(?:没有?|未|不再?|并非|不是)(?:仍|还|正)?(?:处[于在]|停留在|进入|在)?"
    "(?:谋划|规划|可行性|可研|前期|初步|论证|筹备|储备|设计|研究)(?!好)",
)
"""What tells that something is not being planned or studied."""
_EARLY_THERE = re.compile(f"{_UNWANTED_THERE.pattern}|已|[开动]工|开建|建成|竣工|投[产用运]|通车")
_KINDS = (
    (_DROPPED, _DROPPED_THERE),
    (_EARLY, _EARLY_THERE),
    (_UNWANTED, _UNWANTED_THERE),
    (_REJECTED, _REJECTED_THERE),
    (_BELITTLED, _UNWANTED_THERE),
    (_UNRELATED, _UNRELATED_THERE),
)
_MOST_HELD = 2


def judge_unwanted(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what is told as not wanted, needed or so, unless the clause of the same denies it too.

    A text that has a plan or a view hardly tells beside it that somebody has none.
    """
    names = [(one.start, one.end) for one in mentions]
    for language in sentence.languages:
        for words, there in _KINDS:
            for said in islice(words[language].finditer(sentence.text), MOST_ASKED):
                if any(start < said.end() and said.start() < end for start, end in names):
                    continue
                told = _list_told(sentence, said, clauses)
                if not any(there.search(one.text) for one in told):
                    found = Found(*said.span(), "statement", UNKNOWN)
                    yield doubt(*said.span(), "statement", told[0]) if told else found


def _list_told(sentence: Sentence, said: re.Match[str], clauses: Clauses) -> list[Clause]:
    """Return the clauses that tell most of a sentence, and of its own clause, but for a denial."""
    rest = sentence.without(*said.span())
    own = rest.only(*sentence.clauses[sentence.clause_at(said.start())])
    ranked = (clauses.rank(one, said.start(), []) for one in (own, rest))
    return [one for held in ranked for _, one in islice(held, _MOST_HELD)]


_TURN = compile_words(
    r"(?:did|does|do|has|have|had) not (?:\w+ly )?(?:been )?"
    r"(?:(?P<down>fall\w*|declin\w+|drop\w*|shr[aiu]nk\w*|decreas\w+)"
    r"|(?P<up>gr[eo]w\w*|ris(?:e|en|ing)|increas\w+|expand\w*))",
    "(?:并?没有|并?未)(?:出现)?(?:(?P<down>下降|减少|回落|下滑|萎缩)|(?P<up>增长|上升|提高|增加))",
)
"""A rise or fall that is denied."""


def judge_denied_turns(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the denial of a rise or fall that the clause which tells the same has in a number."""
    for language in sentence.languages:
        for said in islice(_TURN[language].finditer(sentence.text), MOST_ASKED):
            for one in clauses.align_closely(sentence, said.start(), mentions)[:1]:
                ways = {held.around.direction for held in one.held if held.unit == "%"}
                if ways == {said.lastgroup}:
                    yield doubt(*said.span(), "statement", one)


def judge_denials_of_told(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what a sentence denies and a clause of a text tells, none of whose sentence denies."""
    names = [(one.start, one.end) for one in mentions]
    for language in sentence.languages:
        for said in islice(_DENIES[language].finditer(sentence.text), MOST_ASKED):
            if any(start < said.end() and said.start() < end for start, end in names):
                continue
            last = sentence.clauses[sentence.clause_at(said.start())][1]
            denied = sentence.text[said.end() : last]
            words = list_words(denied, language)
            if _LATER.search(denied) or not words:
                continue
            if len(words) < _FEWEST:
                told = _find_affirmed(sentence, said, denied, clauses)
            else:
                told = _find_told(sentence, said, denied, clauses)
            if told:
                yield doubt(*said.span(), "statement", told)


def _find_told(
    sentence: Sentence, said: re.Match[str], denied: str, clauses: Clauses
) -> Clause | None:
    """Return the clause that tells what is denied, if no clause of its sentence denies anything."""
    language = sentence.language
    size = len(list_words(denied, language))
    part = sentence.only(said.end(), said.end() + len(denied))
    alike = [one for _, one in islice(clauses.rank(part, said.end(), []), _LIKELY)]
    least = max(_FEWEST, _MOST_OF * size)
    told = next((one for one in alike if count_words(denied, language, one) >= least), None)
    own = sentence.clauses[sentence.clause_at(said.start())]
    if told and _is_beyond(sentence.only(*own), told):
        return None
    surely = told and _is_surely_denied(said, sentence, size, told, denied)
    of_same = [told] if told and surely else clauses.sentences_of(alike)
    return None if any(_may_deny(one, said, denied, sentence) for one in of_same) else told


def _is_beyond(own: Sentence, told: Clause) -> bool:
    """Return whether every share of which a clause denies something is more than any of another.

    What is so of 38.5% is not so of over 60%; but not so of 30% tells against it.
    """
    read = (one for number in own.numbers for one in number.readings[:1])
    shares = [one.value for one in read if one.unit == "%" and isinstance(one.value, int | float)]
    held = (one.value for one in told.held if one.unit == "%")
    most = max((one for one in held if isinstance(one, int | float)), default=0)
    return bool(shares and most) and all(one > most for one in shares)


def _may_deny(one: Clause, said: re.Match[str], denied: str, sentence: Sentence) -> bool:
    """Return whether a clause denies something, or leaves open what has not come about yet."""
    language = sentence.language
    if _DENIED.search(one.text):
        return True
    not_yet = _NOT_YET[language].match(sentence.text, said.start())
    return bool(not_yet and _OPEN.search(one.text)) and not _PENDING[language].search(denied)


def _find_affirmed(
    sentence: Sentence, said: re.Match[str], denied: str, clauses: Clauses
) -> Clause | None:
    """Return the clause that tells most of a clause in which little is denied, with all of that.

    A new thing is not told by what tells of the rest: 基础不扎实 is held against 基础扎实.
    """
    language = sentence.language
    if sentence.has_amount(said.start()):
        return None
    start, end = sentence.clauses[sentence.clause_at(said.start())]
    own = sentence.only(start, end).without(*said.span())
    size = len(list_words(own.text, language))
    for _, one in islice(clauses.rank(own, said.start(), []), 1):
        shared = count_words(own.text, language, one)
        is_all = count_words(denied, language, one) >= len(list_words(denied, language))
        if is_all and shared >= max(_FEWEST, _MOST_OF * size):
            return None if _may_deny(one, said, denied, sentence) else one
    return None
