"""What is concluded, as `inferred` or `implied`, is not the contrary of what its clause tells."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

PLACES = """
places:
- {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
- {id: yi, name: {zh: 乙县}, kind: county, evidence: [{paragraph: 2, anchor: 乙县}]}
"""


def _told(model: str, folder: Path) -> set[str]:
    (report,) = check([write_rule_example(model, folder)])
    return {one.code for one in report.problems}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("甲县不种稻，乙县产量7吨。", True),
        ("乙县和甲县种稻，产量7吨。", False),
        ("乙县种稻。甲县也种，全国产量7吨。", False),
    ],
)
def test_a_concluded_place_is_no_other_than_the_clause_names(
    sentence: str, told: bool, tmp_path: Path
) -> None:
    model = f"""
# {sentence}
{PLACES}
figures: [{{id: output, label: {{zh: 产量}}, text: 7吨, value: 7, unit: t, kind: measure,
  places: [jia], inferred: [places], evidence: [{{paragraph: 2, anchor: 产量7吨}}]}}]
"""
    assert ("place-of-another" in _told(model, tmp_path)) == told


@pytest.mark.parametrize(
    ("sentence", "status", "told"),
    [
        ("县里计划建设甲产业园。", "operating", True),
        ("县里计划建设甲产业园。", "under_construction", True),
        ("县里计划建设甲产业园。", "planned", False),
        ("来宾走进甲产业园现场。", "operating", False),
    ],
)
def test_an_implied_status_has_not_come_further_than_a_plan(
    sentence: str, status: str, told: bool, tmp_path: Path
) -> None:
    model = f"""
# {sentence}
projects: [{{id: park, name: {{zh: 甲产业园}}, status: {status}, basis: implied,
  evidence: [{{paragraph: 2, anchor: 甲产业园}}]}}]
"""
    assert ("status-of-project" in _told(model, tmp_path)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("县里力争建5个码头。", True),
        ("县里力争来客更多，码头有5个码头。", False),
    ],
)
def test_a_concluded_stage_is_not_done_where_the_clause_hopes_for_it(
    sentence: str, told: bool, tmp_path: Path
) -> None:
    model = f"""
# {sentence}
figures: [{{id: wharves, label: {{zh: 码头}}, text: 5个, value: 5, unit: 个, kind: count,
  stage: done, inferred: [stage], evidence: [{{paragraph: 2, anchor: 5个码头}}]}}]
strategies: [{{id: port, coined: true, name: {{zh: 码头}}, kind: effort, stage: done,
  inferred: [stage], evidence: [{{paragraph: 2, anchor: 5个码头}}]}}]
"""
    codes = _told(model, tmp_path)
    assert bool({"stage-not-told", "stage-contradicts-verb"} & codes) == told
    assert ("stage-of-sentence" in codes) == told
