"""Shares of the three sectors of an economy that a text tells as a ratio: 三次产业结构为7∶39∶54."""

import re
from collections.abc import Iterator

from briefing.checks.agreement import Fault, judge
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.judging import Judged
from briefing.checks.marks import right_before
from briefing.quantities import Quantity

_STRUCTURE = re.compile(
    "(?:三次产业|一二三产业?|三大产业)(?:增加值)?(?:结构|比例|比重|占比|构成)(?:[^，。；由从投就贡消0-9]{0,8}[为是])?[:：]?$"
)
"""What stands before the ratio of the primary, the secondary and the tertiary sector."""
_SECTORS, _FARTHEST = 3, 60
_WHOLE, _MOST_OFF = 100, 0.31
"""What the shares come to, but for the rounding of each."""
_SHARE = {
    "zh": re.compile(
        "(?<![^，。；、：与和及市县省区州国中其])(?:(第?一产业?|农业)|(第?二产业?|工业)|(第?三产业?|服务业))(?:增加值)?"
        "占(?:比|GDP|地区生产总值|生产总值|经济总量|全[省市县区州国]|的|比重|为|达到?|了|约|近|超过?)*$"
    ),
    "en": re.compile(
        r"(?:^|[.,;:] |\b(?:and|while|but|with|that) )(?:the |its )?"
        r"(?:(primary (?:sector|industry)|agriculture|farming)"
        r"|(secondary (?:sector|industry)|industry)"
        r"|(tertiary (?:sector|industry)|services?(?: (?:sector|industry))?))"
        r" (?:account(?:s|ed|ing)? for|ma(?:kes?|de|king) up)(?: (?:about|some|nearly|just|over))?"
        r" (?:a )?$",
        re.I,
    ),
}
"""What stands before the share of each of the three in our own prose."""
_OF_OTHERS = {
    "zh": re.compile("的(?!比重|份额|比例)"),
    "en": re.compile(
        r"(?:%| per ?cent)? of (?!GDP|gross|(?:the |its )?(?:economy|total\b(?! \w)|whole))", re.I
    ),
}
"""What behind it tells that it is a share of another thing than of an economy."""


def is_share_of_sector(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is told as the share that a sector has of an economy."""
    text, start, end = said.text, said.number.start, said.number.end
    language = str(said.path[-1])
    told = _SHARE[language].search(text, max(0, start - _FARTHEST), start)
    if not told or said.number.around.direction or _OF_OTHERS[language].match(text, end):
        return False
    return any(
        judge(said.number, (Held(shares[(told.lastindex or 1) - 1], "%", words),)).fault
        <= Fault.DROPPED
        for words, shares in _list_shares(context, said)
    )


def _list_shares(context: ProofContext, said: Judged) -> Iterator[tuple[str, list[float]]]:
    """Yield the words and the shares of each ratio of three sectors in the evidence of a number."""
    for proof in said.proofs:
        for one in context.quantities_at(proof.paragraph, proof.anchor):
            if shares := _read_shares(context, one):
                yield one.text, shares


def _read_shares(context: ProofContext, quantity: Quantity) -> list[float]:
    """Return the shares of the three sectors that a quantity tells, if it does."""
    if quantity.unit != "ratio" or not isinstance(quantity.value, list):
        return []
    shares = [float(one) for one in quantity.value]
    text, start, _ = context.locate(quantity)
    is_whole = len(shares) == _SECTORS and abs(sum(shares) - _WHOLE) <= _MOST_OFF
    return shares if is_whole and right_before(_STRUCTURE, text, start) else []
