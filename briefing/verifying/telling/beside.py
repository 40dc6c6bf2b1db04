"""The clauses of the texts that have a number which is borne out, and so tell what it is of.

A share of one whole is held against them here; stages, opposites and lots are where these are read.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.checks.numbers import Number
from briefing.model.forms import pairs_of
from briefing.model.records import Figure
from briefing.names.glosses import by_beginning, find_alike, meanings_of
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import list_words
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.kinds import is_unit_alike
from briefing.verifying.numbers.measured import list_counted
from briefing.verifying.sentences import Sentence


def find_beside(number: Found, sentence: Sentence, clauses: Clauses) -> Iterator[Clause]:
    """Yield the clauses of the paragraph that bears a number out which have it."""
    if number.article is None:
        return
    readings = [r for one in sentence.numbers if one.start == number.start for r in one.readings]
    for clause in clauses.of_paragraph(number.article, number.paragraph):
        if any(
            reading.value == held.value and is_unit_alike(reading.unit, held.unit)
            for reading in readings
            for held in clause.held
        ):
            yield clause


_WHOLE = re.compile(
    "以?上?(?:左右|多)?的(?!增|涨|降|跌|升|占|比|速|幅|目标|底线|要求|关口|红线|门槛|[\u4e00-\u9fff]{1,6}?(?:增速|增幅|增长|降幅))"
    "(?P<whole>[\u4e00-\u9fff]{2,4})"
)
"""What stands behind a share that is told of a whole in Chinese, and the first words for it."""
_THINGS = {
    "en": re.compile(
        r" of (?:the |its |all )*(?:\d[\d,]* )?(?P<things>[A-Za-z][\w -]{2,40}?)"
        r" (?:has|have|had|is|are|was|were)\b"
    ),
    "zh": re.compile("(?P<things>[\u4e00-\u9fff]{2,6})(?:当中|之中|中|里)[，,]?(?:有|约)?$"),
}
"""What behind an English share, or before a Chinese one, is the things of which it is a part."""


def judge_wholes_of_shares(
    sentence: Sentence, found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield the shares that are told of a whole of which the text's own clauses tell nothing.

    60% of the townships are not 60% of the villages. So are those of which nothing is told of what
    a rate or share is by its name.
    """
    shares = {
        one.start: one
        for one in sentence.numbers
        if one.readings and one.readings[0].unit == "%" and not one.around.direction
    }
    for share in found:
        number = shares.get(share.start)
        if not number or share.kind != "number" or share.status != BORNE_OUT:
            continue
        whole = _WHOLE.match(sentence.text, number.end)
        things = _find_things(number, sentence)
        beside = list(find_beside(share, sentence, clauses)) if whole or things else []
        is_of_other = beside and (
            (whole and not any(_names(whole["whole"], one) for one in beside))
            or (things and not any(things & list_counted(one.text, "zh") for one in beside))
        )
        if is_of_other or (
            isinstance(share.record, Figure) and _is_unnamed(share.record, sentence)
        ):
            yield share._replace(status=UNKNOWN)


_SHARE = re.compile("(?:率|比重|占比|比例)$")
"""How the names of shares end that are of one thing."""


def _is_unnamed(figure: Figure, sentence: Sentence) -> bool:
    """Return whether a memo has no word of the name of a share, or of what it may mean."""
    name = figure.title.zh
    if not _SHARE.search(name):
        return False
    own = list_words(f"{sentence.heading} {sentence.before} {sentence.text}", sentence.language)
    if sentence.language == "zh":
        return own.isdisjoint(list_words(name, "zh"))
    meant = by_beginning(meanings_of(name) | list_words(figure.title.en or "", "en"))
    return not any(find_alike(one, meant) for one in own)


def _find_things(number: Number, sentence: Sentence) -> set[int]:
    """Return what is counted of which a share is told to be a part, if anything is."""
    if sentence.language == "en":
        found = _THINGS["en"].match(sentence.text, number.end)
    else:
        found = _THINGS["zh"].search(sentence.text[: number.start])
    return list_counted(found["things"], sentence.language) if found else set()


def _names(whole: str, clause: Clause) -> bool:
    """Return whether a clause has two characters of the words for a whole, or no words at all.

    What stands in brackets has none: 高于全省平均水平（4.6%）.
    """
    told = pairs_of(clause.text)
    return not told or any(one in told for one in pairs_of(whole))
