"""The rule on the kind of an organisation, which its name may tell."""

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
