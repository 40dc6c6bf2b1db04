"""The check as a user runs it: edits, differences, the choice of problems, standard input."""

import io
import json
import os
import sys
from pathlib import Path
from unittest import mock

import pytest

from briefing.problem import Edit
from support import EXAMPLE, HERE, PROJECT, Run, briefing

CLEAN = (PROJECT / "docs/example/article.yaml").read_text(encoding="utf-8")
TEXT = str(PROJECT / "docs/example/article.txt")
WIDE = CLEAN.replace("30亿元", "３0 亿元").replace("  text: article.txt\n", "")
TAKEN = "evidence: [{paragraph: 3, anchor: 项目24项}]"
ELSEWHERE = WIDE.replace(TAKEN, TAKEN.replace("3,", "2,"))
"""Two problems can be mended safely, and one not."""
FOUND = {"quantity-not-covered", "renders-nothing"}
"""What follows from the others."""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    file = tmp_path / "model.yaml"
    file.write_text(ELSEWHERE, encoding="utf-8")
    return file


def check(model: Path | str, *args: str) -> Run:
    return briefing("check", str(model), "--source", TEXT, *args)


def given(text: str, *args: str) -> Run:
    """Run a check with a model on standard input."""
    with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()))):
        return briefing("check", "-", *args)


def test_the_edits_of_a_problem_are_told_and_are_what_mends_it(model: Path) -> None:
    lines = ELSEWHERE.split("\n")
    problems = json.loads(check(model, "-O", "json").out)["problems"]
    fixes = [one["fix"] for one in problems if one["fix"]]
    assert {one["safe"] for one in fixes} == {True, False}
    edits = {tuple(edit.values()) for one in fixes for edit in one["edits"]}
    assert all(tuple(edit) == Edit._fields for one in fixes for edit in one["edits"])
    for _, line, column, end_line, end_column, text in sorted(edits, reverse=True):
        assert line == end_line
        held = lines[line - 1]
        lines[line - 1] = held[: column - 1] + text + held[end_column - 1 :]
    assert "\n".join(lines) == CLEAN.replace("  text: article.txt\n", "")


def test_safe_edits_are_made_and_the_rest_is_told(model: Path) -> None:
    assert check(model).out.endswith(
        "\nproblems that --fix can mend: 2 (1 more with --unsafe-fixes)\n"
    )
    run = check(model, "--fix")
    assert run.err == f"briefing: {model}: problems mended: 2\n"
    assert run.status == 1
    assert "problems that --fix --unsafe-fixes can mend: 1;" in run.out
    assert model.read_text(encoding="utf-8") == ELSEWHERE.replace("３0 亿元", "30亿元")
    run = check(model, "--fix", "--unsafe-fixes")
    assert (run.status, run.err) == (0, f"briefing: {model}: problems mended: 1\n")
    assert check(model, "--fix", "--strict").err == ""


def test_a_difference_is_shown_and_nothing_is_changed(model: Path) -> None:
    run = check(model, "--diff")
    assert run.status == 1
    assert model.read_text(encoding="utf-8") == ELSEWHERE
    assert run.out.startswith(f"--- {model}\n+++ {model}\n@@ ")
    changed = [line for line in run.out.split("\n")[2:] if line[:1] in ("-", "+")]
    assert len(changed) == 4
    check(model, "--fix", "--unsafe-fixes")
    assert check(model, "--diff", "--unsafe-fixes")[:2] == (0, b"")


def test_only_the_chosen_problems_are_mended(model: Path) -> None:
    check(model, "--fix", "--ignore", "anchor-not-found", "--select", "anchor-,figure-differs")
    mended = model.read_text(encoding="utf-8")
    assert mended == ELSEWHERE.replace("text: 近３0 亿元", "text: 近30亿元")


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        ((), {*FOUND, "anchor-not-found", "figure-differs"}),
        (("--select", "figure-differs"), {"figure-differs"}),
        (("--select", "figure-,quantity-not-covered"), {"figure-differs", "quantity-not-covered"}),
        (("--select", "anchor-", "--ignore", "anchor-not-found"), set()),
        (
            ("--ignore", "anchor-not-found", "--ignore", "figure-,term-"),
            FOUND,
        ),
    ],
)
def test_problems_are_chosen_by_their_codes(
    args: tuple[str, ...], codes: set[str], model: Path
) -> None:
    found = json.loads(check(model, "-O", "json", *args).out)
    whole = json.loads(check(model, "-O", "json").out)
    assert {one["code"] for one in found["problems"]} == codes
    assert found["tallies"] == whole["tallies"]
    run = check(model, *args)
    assert run.status == bool(codes)
    hidden = len(whole["problems"]) - len(found["problems"])
    assert (f"not asked for: {hidden}\n" in run.out) == bool(hidden)


def test_what_keeps_a_model_from_being_read_is_shown_whatever_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_text(WIDE.replace("value: 24", "value: many"), encoding="utf-8")
    run = check(file, "--select", "untranslated")
    assert ": wrong-type: " in run.out
    assert run.status == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--select", "figure-difers"), "(did you mean figure-differs?)"),
        (("--ignore", "x"), "--ignore cannot be 'x'"),
        (("--ignore", "syntax"), "'syntax' keeps a model from being read"),
        (("--select", ","), "--select"),
        (("--unsafe-fixes",), "--unsafe-fixes goes together with --fix or --diff"),
        (("--diff", "-O", "json"), "--diff shows changes only"),
    ],
)
def test_a_wrong_choice_is_a_usage_error(args: tuple[str, ...], said: str) -> None:
    run = briefing("check", EXAMPLE, *args)
    assert (run.status, run.out) == (2, "")
    assert said in run.err


def test_a_model_on_standard_input_is_checked_and_mended() -> None:
    run = given(ELSEWHERE, "--source", TEXT)
    assert run.status == 1
    assert run.out.startswith("-:")
    run = given(WIDE, "--source", TEXT, "--fix")
    assert run.status == 0
    assert run.out == CLEAN.replace("  text: article.txt\n", "")
    assert run.err.startswith("briefing: -: problems mended: 2\n-: records: 7\n")
    run = given(WIDE, "--source", TEXT, "--diff")
    assert run.out.startswith("--- -\n+++ -\n@@ ")


def test_the_text_of_a_model_on_standard_input_is_beside_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(PROJECT / "docs/example")
    run = given(CLEAN)
    assert (run.status, run.err) == (0, "")
    assert "anchors 12/12" in run.out


def test_a_file_is_replaced_in_one_step_behind_its_links(model: Path, tmp_path: Path) -> None:
    model.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(model)
    check(link, "--fix")
    assert link.is_symlink()
    assert "３" not in model.read_text(encoding="utf-8")
    assert model.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "model.yaml"]


def test_a_model_that_may_not_be_written_is_told_and_left(model: Path) -> None:
    with mock.patch("os.access", return_value=False):
        run = check(model, "--fix")
    assert run.status == 3
    assert run.err == f"briefing: cannot write {model}: Permission denied\n"
    assert "problems that --fix can mend: 2" in run.out
    assert model.read_text(encoding="utf-8") == ELSEWHERE


def test_several_models_are_mended_and_still_told_apart(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(WIDE, encoding="utf-8")
    run = check(tmp_path, "--fix")
    assert run.err.count("problems mended: 2\n") == 2
    assert run.out.count("duplicate-article") == 1
    assert run.status == 1


def test_without_a_text_only_what_needs_none_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + WIDE.replace("id: wharves", "id：wharves").encode())
    assert briefing("check", str(file), "--fix").status == 0
    assert file.read_text(encoding="utf-8") == WIDE


def test_the_shipped_and_the_other_models_have_nothing_to_mend() -> None:
    for name in ("second.yaml", "example.yaml"):
        assert briefing("check", str(HERE / name), "--diff", "--unsafe-fixes")[:2] == (0, b"")
