"""What a check costs grows as its input does: limits are told, and calls are counted, no time."""

from pathlib import Path

import pytest

from briefing.checks import prose
from briefing.checks.check import check
from briefing.limits import MODEL_NUMBERS
from support import HERE, briefing

CLEAN = HERE / "unproved" / "clean.yaml"
TEXT = HERE / "unproved" / "text.txt"
_OF_AN_EVENT = 4_000


def write_model(numbers: int, folder: Path) -> str:
    """Write a model with about so many numbers more in the names of events; return its path."""
    events = "".join(
        f"  - {{id: e{at}, name: {{zh: 项目{'24项、' * _OF_AN_EVENT}, en: Projects}},"
        " evidence: [{paragraph: 4, anchor: 谋划项目24项}]}\n"
        for at in range(numbers // _OF_AN_EVENT)
    )
    model = folder / "model.yaml"
    text = CLEAN.read_text(encoding="utf-8").replace("events:\n", "events:\n" + events)
    model.write_text(text, encoding="utf-8")
    return str(model)


def test_a_model_that_states_more_numbers_than_are_compared_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge_by(*_: object) -> None:
        raise AssertionError("a number is compared before all are counted")

    model = write_model(MODEL_NUMBERS + _OF_AN_EVENT, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(prose, "judge_by", judge_by)
        done = briefing("check", model, "--source", str(TEXT))
        page = str(tmp_path / "proof.html")
        refused = briefing("proof", "--article", model, "--source", str(TEXT), "-o", page)
    assert (done.status, refused.status) == (1, 3)
    for told in (done.out, refused.err):
        assert "model.yaml:1:1: too-large" in told
        assert f"{MODEL_NUMBERS:,} numbers" in told
    assert briefing("export", "--article", model, "-O", "json").status == 0


def test_a_model_that_states_no_more_numbers_is_judged(tmp_path: Path) -> None:
    model = write_model(MODEL_NUMBERS - _OF_AN_EVENT, tmp_path)
    (report,) = check([model], str(TEXT))
    assert "too-large" not in [one.code for one in report.problems]
    assert report.tally
