"""What a sentence tells of a number that the label and anchors of its figure exclude.

What has come together since some time is not that of a year or of one month alone, and by how much
a share has risen is no growth.
"""

import re

from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.names.languages import compile_words
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.sentences import Sentence

_TOGETHER = re.compile("累计|总共|一共")
"""What tells in a label or anchor that a number is of all the time up to some day."""
_OF_YEAR = compile_words(
    r"(?:a|per|each|every) year|annual(?:ly)?|yearly",
    "(?<![0-9今去本全当])年(?=均|上网|发电|发|产|处理|供|用)|每年|全年",
)
_ALONE = compile_words(
    r"alone|by itself|in (?:just|only) one month", "单月|当月|单季|当季|单日|当天"
)
"""What tells that a number is of a year, or of one part of one."""
_SHARE = compile_words(
    r"shares?|proportion|percentage|accounts?|makes? up|made up", "比重|占比|份额|占"
)
_RATE = compile_words(r"growth|grew|growing|pace|rate of increase", "增速|增幅|增长率|增长速度")
"""What tells of a share, and what of a rate of growth."""


def is_told_otherwise(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a number is told of a time or kind that its figure excludes."""
    figure = bound.fact.record
    if not isinstance(figure, Figure):
        return False
    told = "\n".join((figure.label.zh, *(one.anchor for one in figure.evidence)))
    clause = sentence.clause_text(number.start)
    return any(
        _is_of_part(told, clause, language)
        or _is_growth(figure, clause, language)
        or _is_of_money(figure, sentence, language)
        for language in sentence.languages
    ) or _is_change(number, bound, sentence)


def _is_of_part(told: str, clause: str, language: str) -> bool:
    part = _OF_YEAR[language].search(clause) or _ALONE[language].search(clause)
    return bool(part and _TOGETHER.search(told)) and not _OF_YEAR["zh"].search(told)


_INVESTED = compile_words(
    r"invest\w*|sp(?:end|ent)\w*|money|yuan|funds|CNY|RMB|outlays?|plans?|targets?|planned",
    "投资|资金|投入|花|计划|目标|任务|元",
)
"""What tells that a share is one of money, or of what is planned."""


def _is_of_money(figure: Figure, sentence: Sentence, language: str) -> bool:
    """Return whether a share of money is told in a sentence that has no word of money."""
    of_money = figure.unit == "%" and not figure.change and "投资" in figure.label.zh
    return of_money and not _INVESTED[language].search(sentence.text)


_THAN_BEFORE = {
    "en": re.compile(
        r"(?: [\w-]+){0,2} (?:higher|more|lower|less|fewer|larger|smaller) than"
        r" (?:a year|last|the year|in the same|in 20)",
        re.I,
    ),
    "zh": re.compile("(?:比|较)(?:上年|去年|上月)[^，。]{0,6}[多增高少减降低][^，。]{0,4}$"),
}
"""What tells beside an amount that it is by how much something is more than before."""


def _is_change(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether how much there is of something is told as what it has changed by."""
    if bound.fact.is_change or bound.fact.is_difference or bound.fact.tells_turn:
        return False
    if sentence.language == "en":
        return bool(_THAN_BEFORE["en"].match(sentence.text, number.end))
    return bool(_THAN_BEFORE["zh"].search(sentence.text[: number.start]))


def _is_growth(figure: Figure, clause: str, language: str) -> bool:
    """Return whether the points by which a share has changed are told of a rate of growth."""
    is_share = figure.unit == "pp" and bool(_SHARE["zh"].search(figure.label.zh))
    rate = _RATE[language].search(clause)
    return is_share and bool(rate) and not _SHARE[language].search(clause)
