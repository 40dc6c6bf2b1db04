"""What in a sentence makes a number doubtful that a fact agrees with."""

from briefing.checks.numbers import Number, read_chinese
from briefing.model.records import Figure
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.measured import is_of_other_measure
from briefing.verifying.numbers.weighing import is_share_of_other
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern


def is_doubtful(number: Number, bound: Bound, sentence: Sentence, facts: Facts) -> bool:
    """Return whether a sentence tells otherwise of a number than the fact that it agrees with."""
    return (
        _is_parted(number, bound, sentence)
        or _is_turned(number, bound, sentence, facts)
        or is_share_of_other(number, bound, sentence, facts)
        or _is_told_as_added(number, bound, sentence)
        or _is_of_other_base(number, bound)
        or _is_for_each_of_other(number, bound)
        or is_of_other_measure(number.start, bound, sentence)
    )


def _is_of_other_base(number: Number, bound: Bound) -> bool:
    """Return whether a rate is told as nominal or real that is held as neither."""
    said = number.around.bases & {"nominal", "real"}
    held = {base for one in bound.fact.held for base in one.around.bases}
    return bool(said) and not said & held


def _is_for_each_of_other(number: Number, bound: Bound) -> bool:
    """Return whether an amount is for each of another unit than the label of a figure tells.

    Where the anchors tell it, the two have been converted.
    """
    said = {one.unit for one in number.around.rates if one.unit.isascii()}
    figure = bound.fact.record
    if not said or not isinstance(figure, Figure) or any(h.around.rates for h in bound.fact.held):
        return False
    labelled = read_chinese(f"{figure.label.zh}{figure.text}")
    known = {one.unit for each in labelled for one in each.around.rates if one.unit.isascii()}
    return bool(known) and not said & known


def _is_turned(number: Number, bound: Bound, sentence: Sentence, facts: Facts) -> bool:
    """Return whether something is told to have fallen to a number, and no fall of it is known.

    Where the sentence tells from what it fell, that is held against it as well.
    """
    begins = any(one.around.role == "from" for one in sentence.numbers)
    if number.around.role != "to" or number.around.direction != "down" or begins:
        return False
    words = bound.fact.words["zh"]
    return not any(
        held.around.direction == "down"
        for one in facts.all
        if 2 * len(words & one.words["zh"]) >= len(words)
        for held in one.held
    )


def _is_told_as_added(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether as many as there are now are told to have been added."""
    reached = any(held.around.role == "to" for held in bound.fact.held)
    return reached and not number.around.role and bool(sentence.find("added", number.start))


def _is_parted(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether what several places have together is told of each of them."""
    if len(bound.fact.places) < 2:
        return False
    anchors = "".join(one.anchor for one in bound.fact.record.evidence)
    parted = sentence.find("parted", number.start)
    return bool(parted) and not pattern("parted", "zh").search(anchors)
