"""The rule on the status of projects, where no word about a project tells any."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# {source}。
projects: [{{id: park, name: {{zh: 甲产业园}}, status: {status},
  evidence: [{{paragraph: 2, anchor: 甲产业园}}]}}]
"""


@pytest.mark.parametrize(
    ("source", "status", "told"),
    [
        ("甲产业园接待来宾", "operating", False),
        ("来宾走进甲产业园现场", "operating", True),
        ("来宾走进甲产业园现场", "unstated", False),
        ("甲产业园已通过审批", "under_construction", True),
        ("甲产业园已通过审批", "planned", False),
        ("甲产业园主体封顶", "under_construction", False),
    ],
)
def test_a_status_needs_a_word_that_may_tell_it(
    source: str, status: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(TEXT.format(source=source, status=status), tmp_path)])
    assert ("status-of-project.untold" in {one.message.key for one in report.problems}) == told


def test_nothing_is_held_against_the_status_of_a_campaign(tmp_path: Path) -> None:
    text = TEXT.format(source="甲县启动甲产业园行动，首个专区开业", status="unstated")
    campaign = text.replace("甲产业园}", "甲产业园行动}")
    (report,) = check([write_rule_example(campaign, tmp_path)])
    assert not any(one.code == "status-of-project" for one in report.problems)


@pytest.mark.parametrize(
    "source",
    [
        "全力推动甲产业园等重大交通水利设施建设",
        "甲产业园公开工作计划",
        "甲产业园恢复工作秩序",
        "甲产业园采取措施工作有序",
        "甲产业园创建成果丰硕",
    ],
)
def test_a_word_that_the_ends_of_two_others_make_tells_no_status(
    source: str, tmp_path: Path
) -> None:
    text = TEXT.format(source=source, status="unstated")
    (report,) = check([write_rule_example(text, tmp_path)])
    assert not any(one.code == "status-of-project" for one in report.problems)
