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
        "从未|未曾|尚未|还未|并未|没有|无法|无须|无需|未能|没能|不再|不会|不能|不设|不含|不是|并非|并不"
        "|不用|不必|[算谈称]不上是?(?:什么)?|不[许准得搞]|未(?![来经])|没(?!收)|不(?![断仅但少同久论管只过及足等锈良变到低高超])"
    ),
    "en": re.compile(
        r"\b(?:no(?! (?:less|fewer|more|longer than)\b|\. ?\d)|not(?! only| just| merely| least)"
        r"(?: (?:to )?be (?:seen|regarded|considered|called|treated|taken) as)?"
        r"|never|none|without|nor|neither|nothing|nobody|cannot|lacks?|excludes?|excluding)\b"
        r"|n['’]t\b",
        re.I,
    ),
}
_LATER = re.compile(r"\b(?:until|yet|again|resum\w*)\b", re.I)
"""What is denied for some time alone, and may be told as coming by the text."""
_DENIED = re.compile(
    "不(?![断仅但久])|[未无没非难缺停止禁拒否莫勿仅只唯暂尚仍还待除独免脱减压]|下降|取消|空白|扭转|遏制|杜绝"
    "|计划(?=[今明本后]?年|于|[0-9])|预计|拟(?!态)|力争|争取"
)
"""What a sentence of a text may deny or leave open with, or tell as to come."""
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
                told = _find_affirmed(sentence, said.span(), denied, clauses)
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
    if told and sentence.has_amount(said.start()) and any(one.unit == "%" for one in told.held):
        return None  # of over 60% it is not so, where it is of 38.5%
    surely = told and _is_surely_denied(said, sentence, size, told, denied)
    of_same = [told] if told and surely else clauses.sentences_of(alike)
    return None if any(_DENIED.search(one.text) for one in of_same) else told


def _find_affirmed(
    sentence: Sentence, span: tuple[int, int], denied: str, clauses: Clauses
) -> Clause | None:
    """Return the clause that tells most of a clause in which little is denied, with all of that.

    A new thing is not told by what tells of the rest: 基础不扎实 is held against 基础扎实.
    """
    language = sentence.language
    if sentence.has_amount(span[0]):
        return None
    start, end = sentence.clauses[sentence.clause_at(span[0])]
    own = sentence.only(start, end).without(*span)
    size = len(list_words(own.text, language))
    for _, one in islice(clauses.rank(own, span[0], []), 1):
        shared = count_words(own.text, language, one)
        is_all = count_words(denied, language, one) >= len(list_words(denied, language))
        if is_all and shared >= max(_FEWEST, _MOST_OF * size) and not _DENIED.search(one.text):
            return one
    return None
