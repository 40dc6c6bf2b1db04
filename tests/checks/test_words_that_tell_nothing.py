"""Words that look as if they told of a stage, a copy or a time left out, and tell nothing of it."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

FIGURE = """
# {sentence}
figures: [{{id: count, label: {{zh: 码头}}, text: 7个, value: 7, unit: 个, kind: count, stage: done,
  evidence: [{{paragraph: 2, anchor: 7个}}]}}]
"""
PLAN = """
# 去年印发《甲河码头开工方案》，工作转型。
strategies: [{id: change, name: {zh: 转型}, kind: effort, detail: named_only, stage: done,
  evidence: [{paragraph: 2, anchor: 工作转型}]}]
"""
BRIDGE = """
# {sentence}
projects: [{{id: bridge, name: {{zh: 甲大桥}}, status: {status},
  evidence: [{{paragraph: 2, anchor: 甲大桥}}]}}]
"""
LIST = """
# 全县有甲河、乙湖、丙山、丁港、戊塘、己洲、庚岛、辛滩、壬湾、癸溪、子岭、丑坪等去处。
# 前来游玩的人们都说这些地方的风光一年比一年更好看也更让人流连忘返。
events: [{{id: visit, name: {{zh: 去处}}, evidence: [{{paragraph: 2, anchor: 去处}}],
  note: {{zh: {note}}}}}]
"""
TIMES = """
# 5月2日，甲码头开工。{again}
# {behind}
events: [{{id: start, name: {{zh: 甲码头开工}}, date: 2031-05-02,
  evidence: [{{paragraph: 2, anchor: 5月2日，甲码头开工}}]}}]
"""


def codes(folder: Path, model: str) -> set[str]:
    """Return the codes of what `check` says of a model."""
    (report,) = check([write_rule_example(model, folder)])
    return {one.code for one in report.problems}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("经过多年努力，码头增加到7个。", False),
        ("在各方的努力下，码头增加到7个。", False),
        ("全县努力把码头增加到7个。", True),
    ],
)
def test_effort_is_hoped_for_only_as_a_verb(sentence: str, told: bool, tmp_path: Path) -> None:
    found = codes(tmp_path, FIGURE.format(sentence=sentence))
    assert bool(found & {"stage-not-told", "stage-contradicts-verb"}) == told


def test_a_verb_in_a_title_tells_no_stage(tmp_path: Path) -> None:
    assert "stage-contradicts-verb" not in codes(tmp_path, PLAN)


@pytest.mark.parametrize(
    ("sentence", "status", "told"),
    [
        ("甲大桥建成通车后，两岸往来方便了，游客同比增长。", "operating", False),
        ("甲大桥建成通车后，两岸往来将方便得多。", "operating", True),
        ("甲大桥建成通车后，两岸往来将方便得多。", "planned", False),
    ],
)
def test_what_came_of_a_thing_tells_that_it_is_built(
    sentence: str, status: str, told: bool, tmp_path: Path
) -> None:
    model = BRIDGE.format(sentence=sentence, status=status)
    assert ("status-of-project" in codes(tmp_path, model)) == told


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("甲河、乙湖、丙山、丁港、戊塘、己洲、庚岛、辛滩、壬湾、癸溪、子岭、丑坪", False),
        ("前来游玩的人们都说这些地方的风光一年比一年更好看", True),
    ],
)
def test_a_list_of_names_is_no_copy(note: str, told: bool, tmp_path: Path) -> None:
    assert ("copied-text" in codes(tmp_path, LIST.format(note=note))) == told


def test_a_copy_is_quoted_with_its_marks(tmp_path: Path) -> None:
    note = "前来游玩的人们都说，这些地方的“风光”一年比一年更好看"
    (report,) = check([write_rule_example(LIST.format(note=note), tmp_path)])
    (found,) = [one for one in report.problems if one.code == "copied-text"]
    assert str(found.message.values["text"]) in note
    assert "，" in str(found.message.values["text"])


@pytest.mark.parametrize(
    ("again", "behind", "told"),
    [
        ("5月2日是好日子。", "天晴。", False),
        ("天晴。", "5月2日，乙码头停工。", True),
        ("5月3日是好日子。", "天晴。", True),
    ],
)
def test_a_day_that_stands_twice_in_a_paragraph_needs_one_anchor(
    again: str, behind: str, told: bool, tmp_path: Path
) -> None:
    model = TIMES.format(again=again, behind=behind)
    assert ("quantity-not-covered" in codes(tmp_path, model)) == told
