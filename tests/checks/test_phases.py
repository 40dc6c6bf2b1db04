"""The phase that a sentence tells before an anchor that is too short to hold it."""

import pytest

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, judge

TEXT = "一期5月投产，二期计划2033年完工，可住90户"


@pytest.mark.parametrize(
    ("said", "language", "fault"),
    [
        ("phase two", "en", Fault.NONE),
        ("Stage 2", "en", Fault.NONE),
        ("the second phase", "en", Fault.NONE),
        ("the first phase", "en", Fault.VALUE),
        ("the second house", "en", Fault.VALUE),
        ("two houses", "en", Fault.VALUE),
        ("第二期", "zh", Fault.NONE),
        ("第三期", "zh", Fault.VALUE),
    ],
)
def test_a_short_anchor_is_of_the_phase_before_it(said: str, language: str, fault: Fault) -> None:
    read = numbers.read_english if language == "en" else numbers.read_chinese
    known = tuple(evidence.read_order_before(TEXT, TEXT.index("可住")))
    assert [judge(one, known).fault for one in read(said)] == [fault]


def test_a_first_before_an_anchor_is_of_what_stands_behind_it() -> None:
    text = "产量首次突破5万吨，增长8%。库存3万吨。"
    for anchor, is_held in (("5万吨", True), ("8%", True), ("3万吨", False)):
        held = list(evidence.read_order_before(text, text.index(anchor)))
        assert bool(held) == is_held
