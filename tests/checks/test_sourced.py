"""The rule on whose data or words a fact is from, where its sentence names another source."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# {sentence}
# 乙协会和甲报提供了资料。
organisations:
- {{id: jia, name: {{zh: 甲研究院}}, kind: institute,
  evidence: [{{paragraph: 2, anchor: 甲研究院}}]}}
- {{id: yi, name: {{zh: 乙协会}}, kind: association, evidence: [{{paragraph: 3, anchor: 乙协会}}]}}
people: [{{id: wang, name: {{zh: 王某}}, evidence: [{{paragraph: 3, anchor: 资料}}], posts: [
  {{title: {{zh: 院长}}, organisation: jia, evidence: [{{paragraph: 2, anchor: 甲研究院}}]}}]}}]
figures: [{{id: output, label: {{zh: 码头产值}}, text: 3亿元, value: 300000000, unit: CNY,
  kind: money, said_by: [{told}], evidence: [{{paragraph: 2, anchor: 产值3亿元}}]}}]
"""


@pytest.mark.parametrize(
    ("sentence", "told", "is_other"),
    [
        ("根据甲研究院发布的报告，码头产值3亿元。", "jia", False),
        ("根据甲研究院发布的报告，码头产值3亿元。", "yi", True),
        ("根据甲研究院发布的报告，码头产值3亿元。", "wang", False),
        ("甲研究院发表的一篇文章指出，码头产值3亿元。", "yi", True),
        ("根据甲研究院、乙协会发布的报告，码头产值3亿元。", "yi", False),
        ("根据丙局发布的报告，甲研究院所在的码头产值3亿元。", "yi", False),
        ("甲研究院的码头产值3亿元。", "yi", False),
    ],
)
def test_the_source_of_a_fact_is_that_of_its_sentence(
    sentence: str, told: str, is_other: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(MODEL.format(sentence=sentence, told=told), tmp_path)])
    assert ("source-of-sentence" in {one.code for one in report.problems}) == is_other
