"""One fault of a model is told once, at the field that is wrong."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.report import Report
from support import HERE, write_rule_example

CLEAN = (HERE / "unproved" / "clean.yaml").read_text(encoding="utf-8")

FAULTS = [
    ("anchor: 谋划项目24项", "anchor: 谋划项目24顶", "anchor-not-found", "figures"),
    ("{paragraph: 4, anchor: 谋划", "{paragraph: 5, anchor: 谋划", "anchor-not-found", "figures"),
    ("text: 近300亿元", "text: 近300亿", "figure-differs", "figures"),
    ("anchor: 市长王某", "anchor: 市长工某", "anchor-not-found", "people"),
    ("zh: 王某", "zh: 王某某", "name-not-found", "people"),
    ("date: 2031-05-02", "date: 2031-05-03", "date-differs", "events"),
    ("anchor: “三步走”", "anchor: “三步走，", "anchor-not-found", "terms"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "section"), FAULTS)
def test_one_fault_is_told_once(
    right: str, wrong: str, code: str, section: str, tmp_path: Path
) -> None:
    assert right in CLEAN
    told = _check(CLEAN.replace(right, wrong), tmp_path)
    assert [(one.code, one.path[0]) for one in told.problems] == [(code, section)]


def test_what_a_model_lets_be_explains_nothing(tmp_path: Path) -> None:
    wrong = CLEAN.replace("date: 2031-05-02", "date: 2031-05-03")
    wrong += "ignore: [{code: date-differs, record: start, reason: {zh: 甲, en: A}}]\n"
    assert [one.code for one in _check(wrong, tmp_path).problems] == ["quantity-not-covered"]


def test_a_time_that_a_record_has_otherwise_is_told_at_its_field(tmp_path: Path) -> None:
    wrong = CLEAN.replace("date: 2031-05-02", "due: 2031-06-02\n    inferred: [due]")
    wrong = wrong.replace("events:", "projects:").replace(
        "    inferred", "    status: planned\n    inferred"
    )
    [told] = _check(wrong, tmp_path).problems
    assert told.message.key == "quantity-not-covered.field"
    assert told.path == ("projects", 0, "due")


def test_an_aim_that_is_told_as_reached_is_not_told_as_done_again(tmp_path: Path) -> None:
    model = """
# 水库预计年底试通水。
events: [{id: flow, coined: true, name: {zh: 通水, en: Flow},
  note: {zh: 水库已经试通水, en: A reservoir}, evidence: [{paragraph: 2, anchor: 预计年底试通水}]}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    told = {"told-as-done", "aim-told-as-reached"} & {one.code for one in report.problems}
    assert told == {"aim-told-as-reached"}


def _check(model: str, folder: Path) -> Report:
    (folder / "text.txt").write_bytes((HERE / "unproved" / "text.txt").read_bytes())
    (folder / "model.yaml").write_text(model, encoding="utf-8")
    return check([str(folder / "model.yaml")])[0]
