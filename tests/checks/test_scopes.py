"""The rule on how wide the area is that a number is of."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# 甲市全市产茶5万吨，占全省的36%，增速比全国平均高2个百分点。
places: [{{id: jia, name: {{zh: 甲市}}, kind: city, evidence: [{{paragraph: 2, anchor: 甲市}}]}}]
figures:
- {{id: tea, label: {{zh: {label}}}, text: {text}, value: {value}, unit: {unit}, kind: {kind},
   places: [jia], evidence: [{{paragraph: 2, anchor: {text}}}]}}
"""
OUTPUT = {"text": "5万吨", "value": 50000, "unit": "t", "kind": "measure"}
SHARE = {"text": "36%", "value": 36, "unit": "'%'", "kind": "percent"}
LEAD = {"text": "2个百分点", "value": 2, "unit": "pp", "kind": "percent"}


@pytest.mark.parametrize(
    ("label", "figure", "told"),
    [
        ("全市茶叶产量", OUTPUT, False),
        ("全县茶叶产量", OUTPUT, True),
        ("全省茶叶产量", OUTPUT, True),
        ("占全省茶叶产量的比重", SHARE, False),
        ("占全国茶叶产量的比重", SHARE, True),
        ("全市茶叶产量占全省的比重", SHARE, False),
        ("增速高于全国平均的幅度", LEAD, False),
        ("增速高出的幅度", LEAD, False),
        ("全市增速高出的幅度", LEAD, False),
    ],
)
def test_a_label_tells_of_no_other_area_than_the_text(
    label: str, figure: dict[str, object], told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(TEXT.format(label=label, **figure), tmp_path)])
    assert ("area-not-told" in {one.code for one in report.problems}) == told


@pytest.mark.parametrize(("own", "told"), [("占全省的36%", False), ("占全市的36%", True)])
def test_our_prose_tells_of_no_other_area_beside_a_number(
    own: str, told: bool, tmp_path: Path
) -> None:
    model = f"""
# 甲市产茶5万吨，占全省的36%。
events: [{{id: tea, coined: true, name: {{zh: 茶叶}}, note: {{zh: {own}}},
  evidence: [{{paragraph: 2, anchor: 占全省的36%}}]}}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    assert ("area-not-told" in {one.code for one in report.problems}) == told
