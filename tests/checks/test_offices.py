"""The rule on offices of the state that our own prose names, and the text does not."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# 县农业农村局与市教体局签约，县气象台说今天有雨。
events: [{{id: one, coined: true, name: {{zh: 事}}, note: {{zh: "{zh}"}},
  evidence: [{{paragraph: 2, anchor: 今天有雨}}]}}]
"""


@pytest.mark.parametrize(
    ("chinese", "told"),
    [
        ("县科技局签了约", True),
        ("县生态环境局签了约", True),
        ("县农业局签了约", False),
        ("市教育局签了约", False),
        ("县气象局说有雨", False),
        ("县委和县政府签了约", False),
        ("科技委员到场", False),
    ],
)
def test_an_office_must_have_a_task_that_the_text_names(
    chinese: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(MODEL.format(zh=chinese), tmp_path)])
    assert ("office-not-named" in {one.code for one in report.problems}) == told
