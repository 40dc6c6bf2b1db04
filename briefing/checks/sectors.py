"""Shares of the three sectors of an economy that a text tells as a ratio: 三次产业结构为7∶39∶54."""

import re
from collections.abc import Iterator

from briefing.checks.agreement import Fault, judge
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.judging import Judged
from briefing.checks.marks import find_marks, right_before
from briefing.quantities import Quantity

_STRUCTURE = re.compile("(?:三次产业|一二三产业?|三大产业)[^，。；]{0,12}$")
"""What stands before the ratio of the primary, the secondary and the tertiary sector."""
_WHOLE, _MOST_OFF = 100, 0.31
"""What the shares come to, but for the rounding of each."""
_SECTORS = {
    "zh": (
        re.compile("第?一产业?(?!二三)|农业|农林牧渔业?"),
        re.compile("第?二产业?|工业"),
        re.compile("(?<!一二)第?三产业?(?!结构|比例)|服务业"),
    ),
    "en": (
        re.compile(r"\bprimary\b|\bagricultur\w*|\bfarming\b", re.I),
        re.compile(
            r"\bsecondary\b|\bindustry\b(?<!primary industry)(?<!tertiary industry)"
            r"(?<!service industry)(?<!services industry)",
            re.I,
        ),
        re.compile(r"\btertiary\b|\bservices?\b", re.I),
    ),
}
"""What names each of the three in our own prose."""
_PARTS = re.compile(r"[,，、;；。](?!\d)|\.(?!\d)|\b(?:and|while|but|with|against)\b")


def is_share_of_sector(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is the share of the only sector that its part of a sentence names."""
    if all(reading.unit != "%" for reading in said.number.readings):
        return False
    named = _read_sectors(said)
    return len(named) == 1 and any(
        judge(said.number, (Held(shares[named[0]], "%", words),)).fault <= Fault.DROPPED
        for words, shares in _list_shares(context, said)
    )


def _read_sectors(said: Judged) -> list[int]:
    """Return which of the three sectors the part of a sentence around a number names."""
    text, start, end = said.text, said.number.start, said.number.end
    parts = find_marks(_PARTS, text)
    part = text[parts.behind(start) : parts.before(end)]
    return [at for at, one in enumerate(_SECTORS[str(said.path[-1])]) if one.search(part)]


def _list_shares(context: ProofContext, said: Judged) -> Iterator[tuple[str, list[float]]]:
    """Yield the words and the shares of each ratio of three sectors in the evidence of a number."""
    for proof in getattr(said.part, "evidence", ()):
        for one in context.quantities_at(proof.paragraph, proof.anchor):
            if shares := _read_shares(context, one):
                yield one.text, shares


def _read_shares(context: ProofContext, quantity: Quantity) -> list[float]:
    """Return the shares of the three sectors that a quantity tells, if it does."""
    if quantity.unit != "ratio" or not isinstance(quantity.value, list):
        return []
    shares = [float(one) for one in quantity.value]
    text, start, _ = context.locate(quantity)
    is_whole = len(shares) == len(_SECTORS["en"]) and abs(sum(shares) - _WHOLE) <= _MOST_OFF
    return shares if is_whole and right_before(_STRUCTURE, text, start) else []
