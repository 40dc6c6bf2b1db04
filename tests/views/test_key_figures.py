"""Which key figures a takeaway tells, so that one screen need not tell them again."""

import msgspec
import pytest

from briefing.model.records import Figure, Takeaway
from briefing.views.summary import is_told


@pytest.mark.parametrize(
    ("anchor", "told"),
    [("预警9家企业", True), ("查处19家企业", False), ("十9家", False), ("查处19家、预警9家", True)],
)
def test_a_figure_is_told_by_its_whole_number(anchor: str, told: bool) -> None:
    proof = [{"paragraph": 2, "anchor": anchor}]
    text = {"text": {"zh": "话"}, "id": "told", "evidence": proof}
    amount = {"text": "9家", "value": 9, "unit": "家", "kind": "count"}
    figure = {"id": "firms", "label": {"zh": "企业"}, "evidence": proof}
    takeaway = msgspec.convert(text, Takeaway)
    assert is_told(msgspec.convert(figure | amount, Figure), [takeaway]) == told
