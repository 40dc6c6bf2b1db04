"""Growth, rates and shares that a sentence tells without a word of what they are of."""

import re
from collections.abc import Iterable, Iterator

from briefing.checks.numbers import Number
from briefing.model.records import Figure, Place
from briefing.names.glosses import by_beginning, find_alike, meanings_of
from briefing.verifying.aligning.support import list_words
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.manner import GROWTH
from briefing.verifying.sentences import Sentence

_FEWEST_DIGITS = 2
"""A rate with fewer digits may be that of anything by chance."""
_GROWTH = {
    "en": re.compile(r"\b(?:grow\w*|grew|expan(?:d|sion)\w*)\b", re.I),
    "zh": re.compile(GROWTH),
}
_BETWEEN = {
    "en": re.compile(
        r"['’]s\b|\W|\b(?:grow\w*|grew|expan(?:d|sion)\w*|rates?|by|of|at|was|were|is"
        r"|reached|came|to|an?"
        r"|mere|per ?cent|just|only|about|the|in|for|over|with|period"
        r"|first|second|third|fourth|half|full"
        r"|years?|quarters?|three|nine|months|all|managed|saw|recorded|posted|had|cit(?:y|ies)"
        r"|province|20\d\d|Q[1-4]|H[12])\b",
        re.I,
    ),
    "zh": re.compile(
        "今年|20[0-9]{2}年|[上下]半年|[前一二三四第]*季度|[前1-9一二三四五六七八九十]+个?月|同比"
        f"|{GROWTH}|达到?|只有|仅|也|都|的|是|为|了|约|，|,| "
    ),
}
"""What may stand between a place and its rate of growth that tells nothing of what grows."""


def is_bare_growth(
    number: Number, bound: Bound, sentence: Sentence, mentions: list[Mention]
) -> bool:
    """Return whether a rate is that of a place of a fact which has it, and no word tells of what.

    The place stands before the rate, or right behind it where the sentence begins with the growth.
    """
    unit = number.readings[0].unit
    digits = re.sub("[^0-9]", "", number.words).rstrip("0")
    if unit != "%" or len(digits) < _FEWEST_DIGITS or not bound.fact.is_change or not bound.fits:
        return False
    own = [one for one in mentions if one.ids(Place) & bound.fact.places]
    before = [one for one in own if one.end <= number.start]
    if before:
        told = sentence.text[before[-1].end : number.start]
        return _tells_growth_alone(told, sentence.language)
    start, _ = sentence.clauses[sentence.clause_at(number.start)]
    behind = sentence.clause_at(number.start) + 1
    place = next((one for one in own if sentence.clause_at(one.start) <= behind), None)
    if not place:
        return False
    told = f"{sentence.text[start : number.start]} {sentence.text[number.end : place.start]}"
    return _tells_growth_alone(told, sentence.language)


def _tells_growth_alone(words: str, language: str) -> bool:
    """Return whether words tell of growth, and of nothing that grows."""
    grows = _GROWTH[language].search(words)
    return bool(grows) and not _BETWEEN[language].sub("", words)


_SHARE = re.compile("(?:率|比重|占比|比例)$")
"""How the names of shares end that are of one thing."""


def judge_unnamed_shares(sentence: Sentence, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the shares of which a sentence has no word of what they are of by their names."""
    shares = {
        one.start
        for one in sentence.numbers
        if one.readings and one.readings[0].unit == "%" and not one.around.direction
    }
    for one in found:
        is_share = one.start in shares and (one.kind, one.status) == ("number", BORNE_OUT)
        if is_share and isinstance(one.record, Figure) and _is_unnamed(one.record, sentence):
            yield one._replace(status=UNKNOWN)


def _is_unnamed(figure: Figure, sentence: Sentence) -> bool:
    """Return whether a memo has no word of the name of a share, or of what it may mean."""
    name = figure.title.zh
    if not _SHARE.search(name):
        return False
    text = f"{sentence.heading} {sentence.before} {sentence.text}"
    if "zh" in sentence.languages and not list_words(text, "zh").isdisjoint(list_words(name, "zh")):
        return False
    meant = by_beginning(meanings_of(name) | list_words(figure.title.en or "", "en"))
    return "en" not in sentence.languages or not any(
        find_alike(one, meant) for one in list_words(text, "en")
    )
