"""Which findings only follow from a mistake that kept a part of the model from being read."""

from briefing.model.mending import Mended, unit
from briefing.problem import Finding, Path

_ON_EVIDENCE = ("anchor-not-found", "anchor-too-long", "no-such-paragraph", "ambiguous-anchor")
"""What is found in a piece of evidence by itself, whatever is wrong elsewhere in its record."""
_ON_OTHERS = (
    "number-unproved",
    "qualifier-unproved",
    "qualifier-dropped",
    "change-reversed",
    "partner-not-found",
    "post-not-found",
    "named-only-with-detail",
)
"""What is found in a record by way of those that it names."""
_ON_ALL = ("waives-nothing",)
"""What no record explains, while one is unread."""
_ON_DATES = ("date-differs", "date-not-given", "due-before-article")


def follows(mended: Mended, code: str, finding: Finding) -> bool:
    """Return whether a finding may be true of no more than what a model was mended with."""
    path = finding.path
    if code in _ON_ALL or _is_in(path, mended.stand_ins):
        return True
    if code in _ON_DATES and ("source", "published") in mended.stand_ins:
        return True
    if unit(path) in mended.spoilt:
        return code not in _ON_EVIDENCE
    return code in _ON_OTHERS and unit(path) in mended.weakened


def _is_in(path: Path, places: frozenset[Path]) -> bool:
    return any(path[:depth] in places for depth in range(1, len(path) + 1))
