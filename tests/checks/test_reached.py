"""The rule on what our own prose tells as reached, and the article only as an aim."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

NOTE = """
# {sentence}
events: [{{id: hub, coined: true, name: {{zh: 码头}}, note: {{zh: {note}}},
  evidence: [{{paragraph: 2, anchor: 枢纽码头}}]}}]
"""
MEASURE = """
# 东甲市争创示范港口。
strategies: [{{id: port, coined: true, name: {{zh: 港口}}, kind: effort, stage: sought,
  measures: [{{text: {{zh: {text}}}, stage: sought,
    evidence: [{{paragraph: 2, anchor: 争创示范港口}}]}}],
  evidence: [{{paragraph: 2, anchor: 争创示范港口}}]}}]
"""


def _is_told(model: str, folder: Path) -> bool:
    (report,) = check([write_rule_example(model, folder)])
    return "aim-told-as-reached" in {one.code for one in report.problems}


@pytest.mark.parametrize(
    ("sentence", "note", "told"),
    [
        ("今后五年，东甲市要建成枢纽码头。", "建成了枢纽码头", True),
        ("东甲市将建设港口。同时，建成枢纽码头。", "已建成枢纽码头", True),
        ("今后五年，东甲市要建成枢纽码头。", "要建成枢纽码头", False),
        ("今后五年，东甲市要建成枢纽码头。", "已公布建成枢纽码头的规划", False),
        ("东甲市去年建成了枢纽码头，今后还要建成新港。", "建成了枢纽码头", False),
        ("东甲市建成枢纽码头。", "建成了枢纽码头", False),
    ],
)
def test_an_aim_is_not_told_as_reached(
    sentence: str, note: str, told: bool, tmp_path: Path
) -> None:
    assert _is_told(NOTE.format(sentence=sentence, note=note), tmp_path) == told


@pytest.mark.parametrize(("tonnes", "told"), [(30, False), (90, True)])
def test_a_number_may_be_reached_beside_one_that_is_hoped_for(
    tonnes: int, told: bool, tmp_path: Path
) -> None:
    text = "枢纽码头货运突破30万吨，将超过90万吨"
    note = NOTE.format(sentence=text, note=f"枢纽码头货运已超过{tonnes}万吨")
    assert _is_told(note.replace("anchor: 枢纽码头", f"anchor: {text}"), tmp_path) == told


def test_a_number_of_another_thing_is_not_the_one_that_is_reached(tmp_path: Path) -> None:
    text = "要建成枢纽码头，吞吐量要突破90万吨。去年进口90万吨"
    note = NOTE.format(sentence=text, note="吞吐量已突破90万吨")
    assert _is_told(note.replace("anchor: 枢纽码头", f"anchor: {text}"), tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [("已经成为示范港口", True), ("争取成为示范港口", False), ("已申报示范港口", False)],
)
def test_the_text_of_what_is_sought_does_not_tell_it_as_reached(
    text: str, told: bool, tmp_path: Path
) -> None:
    assert _is_told(MEASURE.format(text=text), tmp_path) == told
