"""What several parties give that a sentence of the text tells side by side, and their sum."""

import re
from collections.abc import Iterator, Sequence

from briefing.checks.agreement import Fault, judge
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.judging import Judged
from briefing.checks.marks import limits_of_whole_sentence, right_before
from briefing.checks.once import once
from briefing.model.parts import Evidence
from briefing.quantities import Quantity

_GIVES = re.compile(
    "(?:出资|配套|投入|拨付|拨款|安排|补助|补贴|承担|负担|认购|自筹|捐赠|捐资|捐款|筹措)"
    "(?:的?(?:专项|补助|配套|财政)?资金)?[了约近超逾达为]{0,2}$"
)
"""The verb of giving right before what somebody gives."""
_TOGETHER = re.compile(
    r"\b(?:both|together|jointly|joint|combined|between them|pool\w*|in all|in total|total\w*)\b"
    r"|\b(?:two|three|four) (?:\w+ )?(?:sides|parties|partners|governments|companies|firms|levels"
    r"|institutions|bodies)\b"
    "|[双两三四]方|[两三四]家|[两三四]级|合计|共同|一共|总共|共计|联合|合力|一起",
    re.I,
)
"""What tells that several give."""
_PARTIES = re.compile(r" (?:\w+ )?(?:sides|parties|partners|companies|firms|governments)\b", re.I)
_LONGEST = 30
_FEW = range(2, 5)
_NAMES_NONE = re.compile(
    "[去今明上本前后][年期月]|[0-9一二三四]+[年月季]度?|其中|已|将|拟|再|又|还|由|计划|同时|首期|[一二三]期|累计|分别|另|用于"
)
"""What before a verb of giving names nobody who gives."""


def is_pooled(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is all that the parties of a sentence of its evidence give.

    Our prose must tell that they give it together. Or the number counts these parties.
    """
    if not _TOGETHER.search(said.text):
        return False
    values = {one.value for one in said.number.readings}
    is_of_parties = said.number.words[-1] in "方家级" or _PARTIES.match(said.text, said.number.end)
    return any(
        (is_of_parties and len(given) in values) or _is_sum(said, given)
        for given in _list_given(context, said.proofs)
    )


def _is_sum(said: Judged, given: Sequence[Quantity]) -> bool:
    total = sum(one.value for one in given if isinstance(one.value, int | float))
    held = Held(total, given[0].unit, "、".join(one.text for one in given))
    return judge(said.number, (held,)).fault <= Fault.DROPPED


@once
def _list_given(context: ProofContext, evidence: tuple[Evidence, ...]) -> list[list[Quantity]]:
    """Return what the parties of each sentence give, where each gives an exact amount of money."""
    return list(_find_given(context, evidence))


def _find_given(context: ProofContext, evidence: tuple[Evidence, ...]) -> Iterator[list[Quantity]]:
    held = {
        (one.paragraph, one.offset): one
        for proof in evidence
        for one in context.quantities_at(proof.paragraph, proof.anchor)
        if one.kind == "money" and isinstance(one.value, int | float)
    }
    sentences: dict[tuple[int, int], dict[str, Quantity]] = {}
    several: set[tuple[int, int]] = set()
    for _, one in sorted(held.items()):
        text, start, end = context.locate(one)
        if gives := right_before(_GIVES, text, start):
            place = one.paragraph, limits_of_whole_sentence(text, start, end)[0]
            given = sentences.setdefault(place, {})
            giver = _read_giver(text, gives.start())
            if not giver or giver in given:
                several.add(place)  # one party gives twice, or who gives is not told
            given[giver] = one
    for place, given in sentences.items():
        kinds = {(one.unit, one.qualifier) for one in given.values()}
        is_alike = len(kinds) == 1 and all(qualifier == "exact" for _, qualifier in kinds)
        if len(given) in _FEW and is_alike and place not in several:
            yield list(given.values())


def _read_giver(text: str, at: int) -> str:
    """Return the words for who gives, between the last mark or amount and a verb of giving."""
    before = re.split("[，。；、：0-9元]", text[max(0, at - _LONGEST) : at])[-1]
    return _NAMES_NONE.sub("", before)
