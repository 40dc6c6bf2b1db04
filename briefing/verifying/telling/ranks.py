"""Whether a sentence gives something the place in an order that the texts give it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import itemgetter

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found, list_proved
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence

_CLOSE = 0.6
"""The least share of a sentence, but for the rank, that the clause must have which tells it."""
_NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_ORDINALS = _NTH.split("|")
_MOST = "highest|largest|biggest|fastest|best|longest|lowest|slowest|smallest|strongest|richest"
_RANKS = {
    "en": re.compile(
        rf"(?:(?P<nth>{_NTH}|\d+(?:st|nd|rd|th))[- ](?:{_MOST})"
        rf"|(?:ranks?|ranked|ranking|came|comes|placed|places|stands|stood) (?P<place>{_NTH})\b"
        rf"|(?<!one of the )(?<!\w-)\b(?P<top>{_MOST}) (?:[\w-]+ ){{0,4}}?"
        r"(?:in|of|among|across) (?:all )?(?:the )?"
        r"(?:province|country|nation|city|prefecture|county|China|(?-i:[A-Z]))"
        r"|(?P<last>second-to-last|bottom|last) (?:in|of|among) (?:the|all))",
        re.I,
    ),
    "zh": re.compile(
        "倒数第(?P<last>[一二三四五六七八九十]|[0-9]{1,2})"
        "|第(?P<nth>[一二三四五六七八九十]|[0-9]{1,2})(?:位|名|大|高|长|快|多)"
        "|(?:居|位列|排名|排|列|名列)[\u4e00-\u9fff]{0,6}第(?P<place>[一二三四五六七八九十]|[0-9]{1,2})(?![次届批个期])"
        "|(?P<top>首位|榜首|居首|之首|(?:全国|全省|全市|全州)(?:最[高大快多长]|第一))"
    ),
}
_DIGITS = {one: at for at, one in enumerate("一二三四五六七八九十", 1)}


def judge_ranks(
    sentence: Sentence, mentions: list[Mention], found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield the places in an order where the texts give others to what the sentence tells of.

    What is borne out of the sentence, by what is ``found``, tells of which paragraph it is.
    """
    proved = list_proved(found)
    for language in sentence.languages:
        for said in islice(_RANKS[language].finditer(sentence.text), MOST_ASKED):
            one = _align(sentence.without(*said.span()), mentions, clauses)
            if one is None or (proved and (one.article.source.id, one.paragraph) not in proved):
                continue
            around = "，".join(each.text for each in clauses.sentences_of([one]))
            told = _list_ranks(around)
            place = _read(said)
            ranked = told or (said["nth"] and place > 1)  # the second longest needs a rank
            if ranked and place not in _list_ranks(clauses.paragraph_of(one)):
                yield doubt(*said.span(), "number", one)


_NUMBERED = {
    "en": re.compile(
        r"\b(?P<nth>second|third|fourth|fifth|sixth)\b(?![- ](?:half|quarters?|place|part(?:y|ies)|"
        rf"time|industry|sector|tiers?|largest|{_MOST})\b)(?= (?!of its)[A-Za-z])",
        re.I,
    ),
    "zh": re.compile("第(?P<nth>[二三四五六])(?![季产方者位名])"),
}
"""Which of several things of a kind one is: a third passage."""


def judge_numbered(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield which of several things one is told to be, where the text tells the same of another."""
    for language in sentence.languages:
        for said in islice(_NUMBERED[language].finditer(sentence.text), MOST_ASKED):
            rest = sentence.without(*said.span())
            for one in clauses.align_closely(rest, said.start(), mentions)[:1]:
                told = {_DIGITS[nth["nth"]] for nth in _NUMBERED["zh"].finditer(one.text)}
                written = said["nth"].lower()
                place = _DIGITS.get(written) or _ORDINALS.index(written) + 1
                if told and place not in told:
                    yield doubt(*said.span(), "number", one)


def _align(rest: Sentence, mentions: list[Mention], clauses: Clauses) -> Clause | None:
    """Return the clause that tells most of what any clause of a sentence tells, if one does."""
    ranked = (next(clauses.rank(rest, start, mentions), None) for start, _ in rest.clauses)
    share, best = max((one for one in ranked if one), key=itemgetter(0), default=(0.0, None))
    return best if share >= _CLOSE else None


def _list_ranks(text: str) -> set[int]:
    return {_read(one) for one in _RANKS["zh"].finditer(text)}


def _read(found: re.Match[str]) -> int:
    """Return a place in an order, counted from 1, or from -1 where it is counted from the last."""
    if found["last"]:
        written = found["last"].lower()
        return -_DIGITS.get(written, 2 if written.startswith("second") else 1)
    written = (found["nth"] or found["place"] or "first").lower()
    if written in _ORDINALS:
        return _ORDINALS.index(written) + 1
    return _DIGITS.get(written) or int(re.sub(r"\D", "", written))
