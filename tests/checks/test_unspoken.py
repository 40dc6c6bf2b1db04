"""The rule on speakers and givers of whom the text tells nothing of the kind."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

SAID = """
# {source}
people: [{{id: wang, name: {{zh: 王某}}, evidence: [{{paragraph: 2, anchor: 王某}}]}}]
figures: [{{id: output, label: {{zh: 产值}}, text: 3亿元, value: 300000000, unit: CNY, kind: money,
  said_by: [wang], evidence: [{{paragraph: 2, anchor: 3亿元}}]}}]
"""
GIVEN = """
# 在省政府确定的基地县甲县，码头开工。水利部也来了。
organisations:
- {{id: province, name: {{zh: 省政府}}, kind: government,
   evidence: [{{paragraph: 2, anchor: 省政府}}]}}
- {{id: water, name: {{zh: 水利部}}, kind: government,
   evidence: [{{paragraph: 2, anchor: 水利部}}]}}
places:
- id: jia
  name: {{zh: 甲县}}
  kind: county
  evidence: [{{paragraph: 2, anchor: 甲县}}]
  roles: [{{text: {{zh: 基地县}}, given_by: [{given}],
    evidence: [{{paragraph: 2, anchor: 确定的基地县}}]}}]
"""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("码头产值达3亿元。王某到场为码头奠基。", True),
        ("码头产值达3亿元。王某说，码头还要扩建。", False),
        ("据王某介绍，码头产值达3亿元。", False),
        ("王某翻开账本。“码头产值达3亿元，比去年多。”", False),
    ],
)
def test_a_speaker_says_something(source: str, told: bool, tmp_path: Path) -> None:
    (report,) = check([write_rule_example(SAID.format(source=source), tmp_path)])
    assert ("speaker-not-speaking" in {one.code for one in report.problems}) == told


@pytest.mark.parametrize(("given", "told"), [("province", False), ("water", True)])
def test_a_role_is_given_by_whom_the_sentence_names(given: str, told: bool, tmp_path: Path) -> None:
    (report,) = check([write_rule_example(GIVEN.format(given=given), tmp_path)])
    assert ("speaker-not-speaking" in {one.code for one in report.problems}) == told
