"""What share each of several amounts has in what they add up to, and what they are to each other.

Three sectors add up to the output of all: a memo tells that one of them is 51% of it, or just over
half, and that they are as 8 to 41 to 51, which no figure tells.
"""

import re

from briefing.names.languages import compile_words
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.operands import CLEARLY
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.sums import Whole, value_of
from briefing.verifying.numbers.weighing import Judged

_RATIO = re.compile(r"\d+(?:\.\d+)?(?: ?[:∶：/] ?\d+(?:\.\d+)?)+")
_TELLS_SHARE = compile_words(
    r"of|share|accounts?(?:ed)? for|makes? up|made up|total|half|contribut\w+",
    "占|比重|份额|半|贡献",
)
"""What tells that a number is a share of a whole, which need not be named."""


def work_out_share(one: Judged, binder: Binder) -> Found | None:
    """Return a share or ratio as borne out where it is that of the parts of a whole."""
    number, sentence, wholes = one.number, binder.sentence, binder.facts.wholes
    ratio = next(
        (x for x in _RATIO.finditer(sentence.text) if x.start() <= number.start < x.end()), None
    )
    if ratio:
        values = [float(x) for x in re.findall(r"\d+(?:\.\d+)?", ratio[0])]
        for whole in wholes:
            if _are_as(values, whole):
                return _borne_out(one, whole.whole)
        return None
    until = sentence.clauses[sentence.clause_at(number.start)][1]
    tells_share = any(
        _TELLS_SHARE[lang].search(sentence.text, 0, until) for lang in sentence.languages
    )
    if number.readings[0].unit != "%" or number.around.direction or not tells_share:
        return None
    parts = {id(part): whole for whole in wholes for part in whole.parts}
    spoken = [
        bound
        for bound in binder.rank_amounts(number)
        if id(bound.fact) in parts and bound.share >= CLEARLY and bound.fits
    ]
    if not spoken or (len(spoken) > 1 and spoken[1].score == spoken[0].score):
        return None
    part = spoken[0].fact
    share = 100 * value_of(part) / value_of(parts[id(part)].whole)
    return _borne_out(one, part) if is_result(number, share) else None


def _are_as(values: list[float], whole: Whole) -> bool:
    """Return whether the parts of a whole are to each other as some values are that are told."""
    told, total = sum(values), value_of(whole.whole)
    return len(values) == len(whole.parts) and all(
        abs(value / told - value_of(part) / total) <= 0.5 / told
        for value, part in zip(values, whole.parts, strict=True)
    )


def _borne_out(one: Judged, fact: Fact) -> Found:
    at = one.number.start, one.number.end
    return Found(*at, "number", BORNE_OUT, fact.article, fact.record, fact.paragraph)
