"""What a sentence tells that excludes what the clauses tell which clearly tell of the same.

It tells of all what is so of a part, plainly what the texts deny, or something strong of which the
texts tell nothing.
"""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.checks.numbers import Number
from briefing.names.glosses import meanings_of, stems_of
from briefing.quantities.english_dates import Span
from briefing.quantities.units import is_measured
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import CLOSE, MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.kinds import is_ordinal, is_time
from briefing.verifying.numbers.texts import agrees
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.milestones import is_still_built
from briefing.verifying.wording import pattern

_DENIED = re.compile(
    "(?:尚未|暂未|仍未|还未|并未|未(?!来)|没有|还没|没能|没|不再|不必|无法|不予|并非|并不是|绝非|而不是)(?:能|被|获得?|有|要)?"
    "(?:因为|由于|对外|正式|全面|全部|完全|真正|根本|大规模|彻底|进一步|重新|开始)?"
    "(?P<verb>[\u4e00-\u9fff]{2})"
)
_PARTICIPLE = re.compile(r"\b[a-z]+(?:ed|en|ing|un|lt|pt|ld|de|ught)\b")


def judge_wholes(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield that something is told of all or of none, and in the texts of a part, or of all."""
    names = [(one.start, one.end) for one in mentions]
    for kind, other in (("all-of", "partly"), ("none-of", "all-of")):
        for said in sentence.pattern(kind).finditer(sentence.text):
            if any(start < said.end() and said.start() < end for start, end in names):
                continue
            own = sentence.clause_text(said.start())
            if sentence.language == "zh" and pattern(other, "zh").search(own):
                continue  # all of them are done by half, or a part of each
            alike = clauses.align_beyond_names(sentence, said.start(), mentions, CLOSE)
            told = any(pattern(other, "zh").search(one.text) for one in alike)
            if told and not any(pattern(kind, "zh").search(one.text) for one in alike):
                yield doubt(said.start(), said.end(), "statement", alike[0])
                return


def _list_shares(clause: Clause) -> Iterator[float]:
    """Yield the percentages of a clause that are no rises or falls."""
    for held in clause.held:
        if held.unit == "%" and isinstance(held.value, int | float) and not held.around.direction:
            yield held.value


_MET = 100  # percent
_MOST_READ = 5
_PLAN = re.compile("(?:年度|全年)[^，。]{0,12}?(?:计划|目标|任务)|(?:计划|目标|任务)[^，。]{0,10}%")


def judge_plans_met(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield that a year's plan is told as met, where the clauses of the same have a part of it."""
    for language in sentence.languages:
        for said in islice(pattern("plan-met", language).finditer(sentence.text), MOST_ASKED):
            ranked = islice(clauses.rank(sentence, said.start(), mentions), _MOST_READ)
            shares = [
                (share, one)
                for _, one in ranked
                if _PLAN.search(one.text)
                for share in _list_shares(one)
            ]
            if shares and all(share < _MET for share, _ in shares):
                yield doubt(*said.span(), "statement", shares[0][1])


def judge_denied(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what a sentence tells plainly where the texts tell that it is not so."""
    for start, end in sentence.clauses:
        if not sentence.text[start:end].strip() or sentence.has_amount(start):
            continue
        for one in clauses.align_closely(sentence, start, mentions):
            for denied in _DENIED.finditer(one.text):
                if said := _find_plainly(sentence, start, end, denied["verb"]):
                    yield doubt(*said, "stage", one)
                    return


_MOST = re.compile(r"最|\w+est\b|most\b", re.I)
_FIRST = re.compile("首[个家条座批例次部届]|第一[个家条座批例次]")
_ONE_OF_MOST = re.compile("(?:最|首)[^，。；：]{0,24}之一")
_AMONG = re.compile(r"\b(?:one of|among)\b|之一", re.I)
_SEVERAL = re.compile(r"\b(?:part of|(?:\w+est|first|most \w+) (?:[\w-]+ )?\w+s)\b|之列|其中", re.I)
"""What tells of several things that are the most, of one of them, or of some among others."""


def _hide_weaker(said: str, text: str, sentence: Sentence) -> str:
    """Return a text without what is less than the most of all, where a sentence tells that.

    The first port of its kind need not be the largest one, nor is one of the largest ports.
    """
    if not _AMONG.search(sentence.text):
        text = _ONE_OF_MOST.sub(" ", text)
    return _FIRST.sub(" ", text) if _MOST.match(said) else text


_BEARING = {"superlative": ("foremost", "ahead"), "negation": ("negated", "negative")}
"""What is strong to tell, and what in a paragraph and in a sentence of a text may bear it out."""


_LONG = 150
"""Longer paragraphs tell of too many things for what stands elsewhere in them to count."""


def judge_unsupported(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what is told to be the most of all, or not so, where the texts tell nothing like it.

    A number whose clause denies something may be the rest of one that the texts have.
    """
    names = [(one.start, one.end) for one in mentions]
    for kind, (in_paragraph, in_sentence) in _BEARING.items():
        for said in islice(sentence.pattern(kind).finditer(sentence.text), MOST_ASKED):
            if any(start < said.end() and said.start() < end for start, end in names):
                continue
            if kind == "negation" and (
                sentence.has_amount(said.start())
                or _denies_half(sentence, said)
                or is_still_built(sentence, said.start(), mentions, clauses)
            ):
                continue
            of_most = kind == "superlative"
            rest = sentence.without(*said.span())
            alike = clauses.align_closely(rest, said.start(), mentions)
            is_weaker = of_most and _is_one_of_most(alike, sentence)
            if of_most and not is_weaker and clauses.has(_phrase_at(sentence, said.start())):
                continue
            around = (
                _hide_weaker(said[0], one, sentence)
                for one in map(clauses.paragraph_of, alike)
                if len(one) < _LONG
            )
            if kind == "negation":  # which is told of one thing, and may be of another beside it
                own = sentence.only(*sentence.clauses[sentence.clause_at(said.start())])
                best = (one for _, one in clauses.rank(own, said.start(), []))
                told = alike[:1] + list(islice(best, 1))
                beside = [each for one in told for each in clauses.around(one)]
            else:
                told = beside = list(clauses.sentences_of(alike))
            numbered = list(_list_numbered(sentence, said.start(), clauses))
            near = (
                (_hide_weaker(said[0], one.text, sentence), of)
                for held, of in (
                    ([*beside, *numbered], in_paragraph),
                    ([*told, *numbered], in_sentence),
                )
                for one in held
            )
            borne_out = any(map(pattern(in_paragraph, "zh").search, around)) or any(
                pattern(of, "zh").search(text) for text, of in near
            )
            if alike and (is_weaker or not borne_out):
                yield doubt(*said.span(), "statement", alike[0])


_HALF = re.compile(r"[^，。；]{0,4}(?:过半|一半|半数)|[^,.;]{0,30}\bhalf\b", re.I)
_MOST_OF_HALF = 50  # percent


def _denies_half(sentence: Sentence, said: re.Match[str]) -> bool:
    """Return whether what is denied is half of something, of which the sentence tells less."""
    shares = (
        reading.value
        for one in sentence.numbers
        for reading in one.readings
        if reading.unit == "%" and one.end <= said.start()
    )
    less = any(not isinstance(one, Span) and one < _MOST_OF_HALF for one in shares)
    return less and bool(_HALF.match(sentence.text, said.end()))


def _is_one_of_most(alike: list[Clause], sentence: Sentence) -> bool:
    """Return whether clauses tell of one of the most first, and a sentence of the most of all."""
    foremost = pattern("foremost", "zh")
    told = next((one.text for one in alike if foremost.search(one.text)), "")
    return (
        bool(told)
        and not any(each.search(sentence.text) for each in (_AMONG, _SEVERAL))
        and not foremost.search(_ONE_OF_MOST.sub(" ", told))
    )


_STRONG = {
    "causing": ("causal",),
    "wholly": ("whole",),
    "worldwide": ("world",),
    "superlative": ("foremost", "ahead"),
    "plainly-not": ("not-so",),
    "in-order": ("ordered",),
    "preparing": ("prepared",),
    "of-country": ("country-wide",),
    "sole": ("unique",),
    "needless": ("no-need",),
    "first-time": ("first-of-all",),
    "ever": ("of-history",),
    "no-longer": ("over",),
    "barely-begun": ("begun-lately",),
}
"""What is strong to tell, and what in a sentence of a text may bear it out."""


def judge_strong(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield a cause, all there is, the world or the most where no sentence of the texts is like it.

    The sentences are those that have most of what each clause of the memo's sentence tells.
    """
    names = [(one.start, one.end) for one in mentions]
    alike: list[Clause] | None = None
    for kind, told in _STRONG.items():
        for said in islice(sentence.pattern(kind).finditer(sentence.text), MOST_ASKED):
            if any(start <= said.start() < end for start, end in names):
                continue
            if kind == "plainly-not" and _denies_half(sentence, said):
                continue
            alike = clauses.list_best(sentence) if alike is None else alike
            if kind == "superlative" and (
                clauses.has(_phrase_at(sentence, said.start()))
                or any(said.start() - 1 == one.end and is_ordinal(one) for one in sentence.numbers)
            ):
                continue  # a term, or the sixth largest, which is held against ranks
            if kind == "in-order" and any(map(is_time, sentence.numbers)):
                continue  # times tell their order themselves
            near = "\n".join(one.text for one in clauses.sentences_of(alike))
            if kind in ("plainly-not", "preparing"):  # which may stand beside the thing itself
                around = map(clauses.paragraph_of, alike)
                near = "\n".join([near, *(one for one in around if len(one) < _LONG)])
            if kind == "superlative":
                near = _hide_weaker(said[0], near, sentence)
            if alike and not any(pattern(one, "zh").search(near) for one in told):
                yield doubt(*said.span(), "statement", alike[0])


_NEAR = 0.05
"""By what part of it a number may be rounded."""


def _list_numbered(sentence: Sentence, at: int, clauses: Clauses) -> Iterator[Clause]:
    """Yield the clauses of the sentences of a text that have the amount nearest to an offset."""
    numbers = [one for one in sentence.numbers if one.readings and is_measured(_unit_of(one))]
    nearest = min(numbers, key=lambda one: abs(one.start - at), default=None)
    value = nearest.readings[0].value if nearest else None
    if nearest and isinstance(value, int | float):
        having = [
            clause
            for clause in clauses.all
            if any(
                not isinstance(held.value, str) and abs(held.value - value) <= _NEAR * abs(value)
                for held in clause.held
            )
            and agrees(nearest, clause, None, clauses)
        ]
        yield from clauses.sentences_of(having)


def _unit_of(number: Number) -> str:
    return number.readings[0].unit or ""


_PHRASE = 6


def _phrase_at(sentence: Sentence, at: int) -> str:
    """Return the few Chinese characters at an offset, which may be a term: 最高运价标准."""
    return sentence.text[at : at + _PHRASE] if sentence.language == "zh" else ""


def _find_plainly(sentence: Sentence, start: int, end: int, verb: str) -> tuple[int, int] | None:
    """Return where a clause of a sentence tells of a Chinese verb as of what is so, if it does."""
    text = sentence.text[start:end]
    if sentence.language == "zh" or sentence.is_mixed:
        at = text.find(verb)
        if at >= 0 and not pattern("unlike", "zh").search(text[:at]):
            return start + at, start + at + len(verb)
    elif not pattern("unlike", "en").search(text):
        meant = meanings_of(verb)
        for word in _PARTICIPLE.finditer(text):
            if stems_of(word[0]) & meant:
                return start + word.start(), start + word.end()
    return None
