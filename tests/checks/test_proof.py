"""Models that their source does not bear out.

Each file in unproved/ names text.txt as its source and begins with what is wrong with it:
``# line:column: code`` in the model, ``# text line:column: code`` in the text.
"""

import json
import os
import re
from pathlib import Path

import pytest

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, judge
from briefing.checks.check import check
from briefing.checks.report import Report, Share, Tally
from briefing.model.reading import shipped_model
from briefing.output import problems
from briefing.words.messages import told
from support import HERE, SMALLEST, briefing, write_rule_example

CLEAN = HERE / "unproved" / "clean.yaml"
UNPROVED = sorted(file for file in CLEAN.parent.glob("*.yaml") if file != CLEAN)


def expected(file: Path) -> list[tuple[str, int, int, str]]:
    text = file.read_text(encoding="utf-8")
    return [
        ("text.txt" if where else file.name, int(line), int(column), code)
        for where, line, column, code in re.findall(r"^# (text )?(\d+):(\d+): (\S+)$", text, re.M)
    ]


def found(file: Path) -> list[tuple[str, int, int, str]]:
    return [
        (Path(one.file).name, one.line, one.column, one.code)
        for one in check([str(file)])[0].problems
    ]


def changed(folder: Path, before: str, after: str) -> list[str]:
    """What is told of the clean model with one text in it changed."""
    model = folder / "model.yaml"
    model.write_text(CLEAN.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    (folder / "text.txt").write_bytes((CLEAN.parent / "text.txt").read_bytes())
    return [told(one.message, "en") for one in check([str(model)])[0].problems]


@pytest.mark.parametrize("file", UNPROVED, ids=lambda file: file.stem)
def test_unproved_model_is_told_by_position_and_code(file: Path) -> None:
    assert expected(file)
    assert found(file) == expected(file)


def test_a_model_that_its_source_bears_out_is_clean() -> None:
    checked = check([str(CLEAN)])[0]
    assert checked.problems == []
    assert checked.tally is not None
    assert checked.tally.anchors == Share(7, 7)
    assert checked.tally.values == Share(5, 5)
    assert checked.tally.names == Share(5, 5)
    assert checked.tally.quantities == Share(7, 7)
    assert checked.tally.terms == Share(2, 2)
    assert checked.tally.people == Share(1, 1)


def test_a_changed_digit_is_never_suggested(tmp_path: Path) -> None:
    messages = changed(tmp_path, "总投资近300亿元}]", "总投资近301亿元}]")
    assert "'总投资近301亿元' is not in paragraph 4" in messages


def test_an_anchor_in_another_width_is_found_where_it_stands(tmp_path: Path) -> None:
    messages = changed(tmp_path, "谋划项目24项", "谋划项目２４项")
    assert any("with a difference in full or half width only" in one for one in messages)


def test_a_slip_in_an_anchor_is_answered_with_what_stands_there(tmp_path: Path) -> None:
    messages = changed(tmp_path, "谋划项目24项", "谋画项目24项")
    assert any(one.endswith("did you mean '谋划项目24项'?") for one in messages)


def test_warnings_fail_only_where_check_is_strict() -> None:
    model = str(HERE / "unproved" / "ambiguous-anchor.yaml")
    assert briefing("check", model).status == 0
    assert briefing("check", "--strict", model).status == 1


def test_a_source_that_cannot_be_read_ends_with_3() -> None:
    done = briefing("check", "--source", str(HERE / "no-such-text.txt"), str(CLEAN))
    assert done.status == 3
    assert "no-such-text.txt: No such file" in done.out


def test_a_source_without_a_name_is_not_passed_over() -> None:
    done = briefing("check", "--source", "", str(CLEAN))
    assert done.status == 3
    assert "No such file" in done.out


def test_a_model_whose_text_is_no_file_does_not_wait_for_it(tmp_path: Path) -> None:
    model = CLEAN.read_text(encoding="utf-8").replace("text: text.txt", "text: /dev/zero")
    (tmp_path / "model.yaml").write_text(model, encoding="utf-8")
    assert "unreadable" in briefing("check", str(tmp_path / "model.yaml")).out


def test_a_source_that_is_too_long_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("长" * 250_001, encoding="utf-8")
    done = briefing("check", "--source", str(tmp_path / "long.txt"), str(CLEAN))
    assert done.status == 3
    assert "long.txt:1:1: too-large" in done.out


def test_a_number_past_all_measure_is_no_traceback() -> None:
    huge = "9" * 400
    (number,) = numbers.read_english(f"{huge} billion mu")
    assert number.words == f"{huge} billion"
    assert judge(number, evidence.read_anchor("24项")).fault == Fault.VALUE


def test_json_has_every_problem_and_the_tally() -> None:
    told = json.loads(briefing("check", "-O", "json", str(UNPROVED[0])).out)
    assert [one["code"] for one in told["problems"]] == [code for *_, code in expected(UNPROVED[0])]
    assert told["tallies"][0]["anchors"]["of"] == 7


def test_github_gets_an_annotation_a_problem() -> None:
    done = briefing("check", "-O", "github", str(HERE / "unproved" / "value-differs.yaml"))
    assert re.fullmatch(
        r"::error file=.*value-differs\.yaml,line=\d+,col=\d+,title=figure-differs::value .*\n",
        done.out,
    )


def test_the_tally_fits_a_terminal_in_both_languages() -> None:
    tally = check([str(CLEAN)])[0].tally
    assert tally is not None
    many = Tally(9999, *(Share(9999, 10000) for _ in tally[1:]))
    for lang in ("zh", "en"):
        told = problems.text([Report("a.yaml", [], many)], lang)
        assert told.count("9999/10000") == len(tally) - 1
        assert all(len(line.encode("gbk")) < 80 for line in told.splitlines())


def test_notes_are_told_only_who_asks_and_never_fail(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(
        "标题：要点。2031-05-06，报\n示例集团到东甲市。", encoding="utf-8"
    )
    waiver = "waived: [{paragraph: 1, text: 2031-05-06, reason: {zh: 日期, en: The date}}]\n"
    model = tmp_path / "model.yaml"
    model.write_text(SMALLEST + waiver, encoding="utf-8")
    source = ("--source", str(tmp_path / "text.txt"))
    quiet = briefing("check", str(model), *source)
    assert "unmentioned" not in quiet.out
    noted = briefing("check", "--notes", str(model), *source)
    assert "'示例集团' is in no record (a note)" in noted.out
    assert quiet.status == noted.status == 0


@pytest.mark.usefixtures("source_text")
def test_the_shipped_model_is_proved() -> None:
    checked = check([shipped_model()], os.environ["BRIEFING_SOURCE"])[0]
    assert checked.problems == []
    assert checked.tally is not None
    assert checked.tally.quantities.found == checked.tally.quantities.of > 0


def test_an_anchor_of_a_title_proves_the_numbers_of_the_whole_title(tmp_path: Path) -> None:
    title = "甲省数字经济和实体经济深度融合发展三年行动方案（2024—2026年）"
    name = f"{{zh: {title}, en: Three-Year Action Plan (2024–2026)}}"
    model = (
        f"# 甲省印发《{title}》《发展20条》。\n"
        f"strategies: [{{id: plan, name: {name}, kind: programme, detail: named_only, "
        "evidence: [{paragraph: 2, anchor: 数字经济和实体经济深度融合}]}]\n"
        "events: [{id: issued, coined: true, name: {zh: 印发《发展20条》, en: 20 measures issued}, "
        "evidence: [{paragraph: 2, anchor: 甲省印发}]}]\n"
    )
    (report,) = check([write_rule_example(model, tmp_path)])
    found = [one.message.values for one in report.problems if one.code != "untranslated"]
    assert found == [{"text": "20条"}]  # no record has it yet
