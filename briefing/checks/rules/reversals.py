"""The rule on what our own prose tells the other way round than its evidence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_clause
from briefing.checks.meaning import (
    Told,
    count_meant,
    find_told_otherwise,
    split_clauses,
    split_english,
)
from briefing.checks.othersides import find_other_side
from briefing.checks.registry import source_rule
from briefing.names.glosses import stems_of
from briefing.names.reversals import find_reversed
from briefing.problem import Finding

_DENIAL = re.compile(
    "(?:[从并尚还暂仍]|至今)?未(?![来经免必央成])[能曾]?|[从还并]?没有?(?!收)|不再|不会|不能|并非|并不"
    "|无(?=一|人员?[伤死遇受])|不(?![断仅但少同久论管只过及足等锈良变到低高超动得如含便可])"
)
"""What denies the words behind it."""
_DENIES = re.compile("[未无没不非难缺停止禁拒否莫勿免待除零若如]|取消|接替|接任")
"""What may deny in a text of ours, or tell of the end of a thing."""
_LEFT_OPEN = re.compile(
    "[未无没不非难缺停止禁拒否莫勿免暂待除零仅只若如尚仍剩余]|取消|杜绝|空白|扭转|遏制"
)
"""What in a clause of the text may deny a thing, or leave it open."""
_NOT_YET = re.compile("(?:至今|目前)?[尚还暂仍]|未(?![能曾])")
"""How a denial begins that only tells that a thing is still to come."""
_STILL_TO_COME = re.compile(
    "还[需要得]|还有待|有待|[需要]等|才能|最[快早]|(?:至少|起码|大约|约)[还仍]?[需要]"
    "|预计|计划|力争|有望|[拟将]于|(?<![只仅])需要?(?=[^，。；]{0,4}(?:年|月|天|时间))"
)
"""What tells that a thing needs time, or until when: 推广至少还需三年."""
_TILL = re.compile(f"(?:{_STILL_TO_COME.pattern})[^，。；]{{0,6}}?(?:年|月|日|天|时间)")
"""The same with a time, which may stand behind the thing and not only before it."""
_HAS_COME = re.compile("已|了|原[计定]|提前|如期|按期|按时|顺利|至今")
"""What tells that it has come about all the same, as 原计划年底通车的大桥提前通车."""
_IS_DENIED = re.compile(
    "(?:[从并尚还暂仍均]|至今)*(?:未(?![来经免必央成])[能曾]?|没有?(?!收)|不再|不会|不能|并非|并不|(?<=[暂尚并仍均])无|无(?=[一人意计证])|否认|拒绝"
    "|不得|不予|不(?![断仅但少同久论管只过及足等锈良变到低高超动得如含便可符合一移限定齐])"
    ")(?![^，。；]*的)"
)
"""What denies the words behind it, or what somebody says of it."""
_DENIES_IN_ENGLISH = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|yet|still|den(?:y|ies|ied|ying|ials?)"
    r"|reject\w*|refus\w*|rul(?:e|es|ed|ing) out|fail\w*|lack\w*|absen\w*|free|unless|until|except"
    r"|bar|bars|barred|ban|bans|banned|prohibit\w*|forb\w+|halt\w*|stop\w*|ceas\w*|suspend\w*"
    r"|remain\w*|stay\w*|keep\w*|kept|exempt\w*|avoid\w*|prevent\w*|spar\w+|pending|await\w*|open"
    r"|un\w{4,}|dismiss\w*|rumou?r\w*|false|quash\w*|only|just|merely|less|below|under|short|few\w*"
    r"|little|hardly|barely|rather|instead|despite|before|end\w*|wait\w*|delay\w*|postpon\w*"
    r"|outstanding|to go|if|any|waiv\w*|drop\w*|abandon\w*|held|hold\w*|exclud\w*|leav\w*"
    r"|left|skip\w*|zero|nil|non|declin\w*|turn\w* down|disput\w*|contest\w*|object\w*|oppos\w*"
    r"|at large|succe\w+|replac\w*|miss\w*|could|propos\w*|to be|being)\b"
    r"|n['’]t\b|\bnon-|\bun-",
    re.I,
)
"""What in an English text may deny, or tell that something is open, to come, or has ended."""
_DIGIT = re.compile("[0-9]")
_COMMA = re.compile(r",(?!\d)|[:—]")
_CONDITION = re.compile("[仅只若如除或]|是否|能否")
_SOME = re.compile("[0-9〇零一二三四五六七八九十百千万两几半多]|部分|有的|一些|其余|大多")
"""What tells that only some of a thing is meant: others may not be so."""
_OF_POST = re.compile("担?任|仅|只")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LOOSE = re.compile("no longer|still|continu|不再|仍|继续", re.I)
"""What may be told of many things in the same paragraph."""
_FEWEST_MEANT, _LEAST_MEANT = 2, 0.35
"""So many words, or pairs of characters, and so large a share of them tell that two clauses are
about one thing."""
_WHOLE = 4
"""So many characters behind a denial are the whole of what it denies."""
_PARTICLES = re.compile("[的了有]")
"""What may stand between the words of one text, and not between those of another that means it."""
_FEWEST, _DENIED, _TOLD = 3, 0.5, 0.6
"""So many pairs of characters, and so large a share of them, two clauses have in common."""


@source_rule(warning=True)
def told_reversed(context: ProofContext) -> Iterator[Finding]:
    """Our own prose tells the contrary of what its evidence tells. A warning.

    It denies in Chinese what a clause of the evidence tells in the same words, or tells what that
    denies, in English as well where that clause alone means it; or it has the opposite of a word by
    which the evidence tells a thing, as "confirmed" for 否认 or "overturned" for 维持原判, and
    nothing in the paragraphs of the evidence tells what our prose does. Or it has a side of the
    map, as "northern", of which these have only the opposite. That a thing is not yet so is no
    contrary of what tells that it still needs time.

    Passes:
        # 水位超过警戒线。
        events: [{id: start, coined: true, name: {zh: 水位超过了警戒线},
          evidence: [{paragraph: 2, anchor: 水位超过警戒线}]}]
    Fails:
        # 水位超过警戒线。
        events: [{id: start, coined: true, name: {zh: 水位没有超过警戒线},
          evidence: [{paragraph: 2, anchor: 水位超过警戒线}]}]
    """
    judges = {"zh": _judge_chinese, "en": _judge_english}
    yield from find_told_otherwise(context, "told-reversed", judges)


def _judge_english(text: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    yield from _judge_sentences(text, "en", paragraphs)
    yield from find_other_side(text, "en", paragraphs)
    if not _DENIES_IN_ENGLISH.search(text):
        yield from _find_denied_in_english(text, paragraphs)


def _find_denied_in_english(text: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    """Yield what an English text plainly tells, where the clause that means it denies it."""
    clauses, denied = split_clauses(paragraphs), _find_denials(tuple(paragraphs), _IS_DENIED)
    for said in _split_plain(text) if denied else ():
        fewest = max(_FEWEST_MEANT, _LEAST_MEANT * len(stems_of(said)))
        counts = [count_meant(said, one.string) for one in denied]
        most = max(counts)
        if most < fewest or sum(count_meant(said, one) >= most for one in clauses) > 1:
            continue
        denial = denied[counts.index(most)]
        clause = denial.string
        is_counted = _DIGIT.search(said) and not _DIGIT.search(clause)
        if not is_counted and count_meant(said, clause[denial.end() :]):
            yield said, clause


@lru_cache(maxsize=256)
def _find_denials(
    paragraphs: tuple[str, ...], pattern: re.Pattern[str]
) -> tuple[re.Match[str], ...]:
    """Return where clauses of paragraphs deny something, by a pattern of the words that do."""
    return tuple(found for one in split_clauses(paragraphs) if (found := pattern.search(one)))


def _split_plain(text: str) -> Iterator[str]:
    """Yield the sentences of an English text and, where there are several, their clauses."""
    for sentence in split_english(text):
        yield sentence
        clauses = [one.strip() for one in _COMMA.split(sentence)]
        yield from clauses if len(clauses) > 1 else ()


def _judge_sentences(text: str, language: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    """Yield the words of a text of ours that have their opposite in some paragraphs alone.

    Where that goes on or has ended, the clause must tell of more in the sentence: other things may.
    """
    whole = "\n".join(paragraphs)
    sentences = split_english(text) if language == "en" else re.split("[。；！？]", text)
    for sentence in sentences:
        for said, at in find_reversed(sentence, language, whole):
            clause = whole[slice(*limits_of_clause(whole, at, at))]
            if not _LOOSE.match(said) or _is_about(sentence, language, clause):
                yield said, clause


def _is_about(sentence: str, language: str, clause: str) -> bool:
    """Return whether a sentence of ours may be about what a clause of the text is about."""
    if language == "en":
        return count_meant(sentence, clause) >= _FEWEST_MEANT
    return len(_pairs(sentence) & _pairs(clause)) >= _FEWEST_MEANT


def _judge_chinese(text: str, paragraphs: Sequence[str]) -> Iterator[Told]:
    own = split_clauses([text])
    denials = [denial for one in own if (denial := _DENIAL.search(one))]
    whole = tuple(paragraphs)
    for denial in denials:
        if told := _find_told(denial, split_clauses(whole)):
            yield denial.string, told
    if not _DENIES.search(text):
        yield from _find_denied(own, whole)
        yield from _find_whole_denied(own, whole)
    yield from _judge_sentences(text, "zh", paragraphs)
    yield from find_other_side(text, "zh", paragraphs)


def _find_told(denial: re.Match[str], clauses: Sequence[str]) -> str:
    """Return the clause that plainly tells what a clause of ours denies."""
    clause = denial.string
    if _CONDITION.search(clause):
        return ""
    if _SOME.search(clause):
        return _find_done(denial, clauses)
    words = _pairs(f"{clause[: denial.start()]}〇{clause[denial.end() :]}")
    if len(words) < _FEWEST or not clauses:
        return ""
    best = max(clauses, key=lambda one: len(words & _pairs(one)))
    verb, subject = clause[denial.end() : denial.end() + 1], _pairs(clause[: denial.start()])
    is_open = _NOT_YET.match(denial[0]) and (
        _STILL_TO_COME.search(best, 0, max(0, best.find(verb))) or _TILL.search(best)
    )
    if is_open and not any(verb in one and _HAS_COME.search(one) for one in clauses):
        return ""
    is_told = verb and verb in best and not _LEFT_OPEN.search(best)
    if subject and not subject & _pairs(best):
        return ""
    return best if is_told and len(words & _pairs(best)) >= _DENIED * len(words) else ""


def _find_done(denial: re.Match[str], clauses: Sequence[str]) -> str:
    """Return the clause with 已 before the very words and numbers that a clause of ours denies."""
    clause = denial.string
    before, words = clause[: denial.start()], _PARTICLES.sub("", clause[denial.end() :])
    if _SOME.search(before) or len(words) < _WHOLE:
        return ""
    told = (one for one in clauses if f"已{words}" in _PARTICLES.sub("", one))
    return next((one for one in told if not _pairs(before) - _pairs(one)), "")


def _find_whole_denied(own: Sequence[str], paragraphs: tuple[str, ...]) -> Iterator[Told]:
    """Yield the clauses of ours with the very words that the text has behind denials alone."""
    for denial in _find_denials(paragraphs, _IS_DENIED):
        clause, words = denial.string, denial.string[denial.end() :][:_WHOLE]
        if not _HAN.fullmatch(words) or len(words) < _WHOLE:
            continue
        if _SOME.search(clause, 0, denial.start()) or _OF_POST.match(words):
            continue
        said = [mine for mine in own if words in mine]
        if said and sum(one.count(words) for one in split_clauses(paragraphs)) == 1:
            yield from ((mine, clause) for mine in said)


def _find_denied(own: Sequence[str], paragraphs: tuple[str, ...]) -> Iterator[Told]:
    """Yield the clauses of ours that tell what a clause of the text denies."""
    for denial in _find_denials(paragraphs, _DENIAL):
        clause = denial.string
        if _SOME.search(clause, 0, denial.start()):
            continue
        words = _pairs(clause[denial.end() :])
        if len(words) < _FEWEST or _OF_POST.match(clause, denial.end()):
            continue
        verb = clause[denial.end() : denial.end() + 1]
        for mine in own:
            if verb not in mine or len(words & _pairs(mine)) < _TOLD * len(words):
                continue
            most = max(len(_pairs(one) & _pairs(mine)) for one in split_clauses(paragraphs))
            if len(_pairs(clause) & _pairs(mine)) == most:
                yield mine, clause


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters that stand side by side in a Chinese text."""
    return frozenset(run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1))
