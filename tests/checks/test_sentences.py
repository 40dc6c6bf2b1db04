"""What `check` says of small models of invented sentences: which problems, and of what."""

from pathlib import Path

from briefing.checks.check import check
from briefing.problem import Problem
from briefing.words.messages import told
from support import write_rule_example

CENTURY = """
# 东甲码头北接西乙古道，南连21世纪丁香之路。
places: [{id: scent, name: {zh: 21世纪丁香之路, en: 21st Century Clove Road}, kind: corridor,
  evidence: [{paragraph: 2, anchor: 21世纪丁香之路}]}]
"""
TERM = CENTURY.replace("places:", "terms:").replace("kind: corridor", "gloss: {zh: 路, en: A road}")


def check_example(folder: Path, example: str, *, notes: bool = False) -> list[Problem]:
    """The problems of the smallest model with an example and its text."""
    (report,) = check([write_rule_example(example, folder)], notes=notes)
    return [one for one in report.problems if one.code != "untranslated"]


def problems(folder: Path, example: str) -> list[str]:
    """The codes of these problems."""
    return [one.code for one in check_example(folder, example)]


def said(folder: Path, example: str, *, notes: bool = False) -> list[str]:
    """What is told of these problems in English."""
    return [told(one.message, "en") for one in check_example(folder, example, notes=notes)]


def test_a_name_with_a_number_in_it_is_proved_by_its_anchor(tmp_path: Path) -> None:
    assert problems(tmp_path, CENTURY) == []
    assert problems(tmp_path, TERM) == []
    assert problems(tmp_path, CENTURY.replace("21st", "20th")) == ["number-unproved"]


def test_a_waiver_of_what_a_name_holds_is_told_as_such(tmp_path: Path) -> None:
    waived = "\nwaived: [{paragraph: 2, text: 21世纪, reason: {zh: 名称, en: Name}}]"
    assert said(tmp_path, CENTURY + waived) == [
        "a record already holds the waived '21世纪'; take the waiver out"
    ]


POWER = """
# 东甲县算力规模达到2.4万P。
figures: [{id: power, label: {zh: 算力, en: "Power (24,000P)"}, text: 2.4万P, value: 24000,
  unit: PFLOPS, kind: measure, evidence: [{paragraph: 2, anchor: 算力规模达到2.4万P}]}]
"""


def test_a_unit_may_be_written_in_any_common_way(tmp_path: Path) -> None:
    for written in ("24,000P", "24,000 P", "24,000 PFLOPS", "24,000 petaflops"):
        assert problems(tmp_path, POWER.replace("24,000P", written)) == []
    assert said(tmp_path, POWER.replace("unit: PFLOPS", "unit: P")) == [
        "a model writes the unit 'P' as 'PFLOPS'"
    ]
