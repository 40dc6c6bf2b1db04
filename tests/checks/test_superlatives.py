"""The rule on what only our own prose calls the greatest or the next day."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# {sentence}
events: [{{id: start, name: {{zh: 码头开工}}, note: {{zh: {note}}},
  evidence: [{{paragraph: 2, anchor: 码头开工}}]}}]
"""


@pytest.mark.parametrize(
    ("sentence", "note", "told"),
    [
        ("县里的码头开工。", "县里最大的码头", True),
        ("县里规模居首的码头开工。", "县里最大的码头", False),
        ("码头开工，投资约3亿元。", "投资的上限", True),
        ("码头开工，投资不超过3亿元。", "投资的上限", False),
        ("码头开工，投资2亿至3亿元。", "投资的上限", False),
        ("县里的码头开工。", "在会后次日", True),
        ("码头开工，投资不超过3亿元。", "投资最多3亿元", False),
        ("码头开工，投资约3亿元。", "投资最多3亿元", True),
        ("会后第二天，码头开工。", "在会后次日", False),
        ("县里的码头开工。", "县里的码头", False),
    ],
)
def test_what_is_the_greatest_is_told_so(
    sentence: str, note: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(MODEL.format(sentence=sentence, note=note), tmp_path)])
    assert ("superlative-unproved" in {one.code for one in report.problems}) == told
