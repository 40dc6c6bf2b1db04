"""The rule on the kinds of organisations and strategies, which their names may tell."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# {name}在场。
organisations: [{{id: jia, name: {{zh: {name}}}, kind: {kind},
  evidence: [{{paragraph: 2, anchor: {name}}}]}}]
"""


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("甲县水利局", "government", False),
        ("甲县水利局", "firm", True),
        ("甲果品有限责任公司", "association", True),
        ("甲医疗集团", "institute", False),
        ("甲医疗集团", "government", True),
        ("甲县县委", "government", True),
        ("甲大学", "other", False),
        ("甲数据中心", "firm", False),
    ],
)
def test_the_name_tells_the_kind(name: str, kind: str, told: bool, tmp_path: Path) -> None:
    (report,) = check([write_rule_example(TEXT.format(name=name, kind=kind), tmp_path)])
    assert ("kind-contradicts-name" in {one.code for one in report.problems}) == told


STRATEGY = """
# {name}在推进。
strategies: [{{id: jia, name: {{zh: {name}}}, kind: {kind}, detail: named_only,
  evidence: [{{paragraph: 2, anchor: {name}}}]}}]
"""


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("一核两翼四湾", "reform", True),
        ("一核两翼四湾", "layout", False),
        ("兴水战略", "node", True),
        ("兴水战略", "strategy", False),
        ("码头改革方案", "reform", False),
        ("码头建设方案", "reform", True),
    ],
)
def test_the_name_of_a_strategy_tells_what_it_is_not(
    name: str, kind: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(STRATEGY.format(name=name, kind=kind), tmp_path)])
    assert ("kind-contradicts-name" in {one.code for one in report.problems}) == told
