"""What `check` says of small models of invented sentences: which problems, and of what."""

from pathlib import Path

from briefing.checks.check import check
from briefing.words.messages import told
from support import write_rule_example

CENTURY = """
# 东甲码头北接西乙古道，南连21世纪丁香之路。
places: [{id: scent, name: {zh: 21世纪丁香之路, en: 21st Century Clove Road}, kind: corridor,
  evidence: [{paragraph: 2, anchor: 21世纪丁香之路}]}]
"""
TERM = CENTURY.replace("places:", "terms:").replace("kind: corridor", "gloss: {zh: 路, en: A road}")


def problems(folder: Path, example: str) -> list[str]:
    """The codes of the problems of the smallest model with an example and its text."""
    (report,) = check([write_rule_example(example, folder)], notes=True)
    return [one.code for one in report.problems if one.code != "untranslated"]


def said(folder: Path, example: str) -> list[str]:
    """What is told of these problems in English."""
    (report,) = check([write_rule_example(example, folder)], notes=True)
    return [told(one.message, "en") for one in report.problems if one.code != "untranslated"]


def test_a_name_with_a_number_in_it_is_proved_by_its_anchor(tmp_path: Path) -> None:
    assert problems(tmp_path, CENTURY) == []
    assert problems(tmp_path, TERM) == []
    assert problems(tmp_path, CENTURY.replace("21st", "20th")) == ["number-unproved"]


def test_a_waiver_of_what_a_name_holds_is_told_as_such(tmp_path: Path) -> None:
    waived = "\nwaived: [{paragraph: 2, text: 21世纪, reason: {zh: 名称, en: Name}}]"
    assert said(tmp_path, CENTURY + waived) == [
        "a record already holds the waived '21世纪'; take the waiver out"
    ]
