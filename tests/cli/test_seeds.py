"""The same input gives the same bytes, whatever order sets have in a process."""

from pathlib import Path

import pytest

from support import EXAMPLE, HERE, SECOND, SMALLEST, Run, process

TEXT = ["标题：要点。", "雨季就要来了。", "滨海市的码头开工。", "滨海市经济技术开发新区也在招商。"]
MODEL = """\
places:
- {id: city, name: {zh: 滨海市}, kind: city, evidence: [{paragraph: 3, anchor: 滨海市}]}
- {id: zone, name: {zh: 滨海市经济技术开发新区}, kind: zone,
    evidence: [{paragraph: 4, anchor: 滨海市经济技术开发新区}]}
events:
- {id: rain, coined: true, name: {zh: 雨季}, evidence: [{paragraph: 2, anchor: 雨季}],
    note: {zh: 滨海市经济技术开发新区的雨季}}
"""


def run_under_seeds(*command: str) -> Run:
    """Run a command in processes in which sets have other orders, and return what all say."""
    one, other = (process(*command, PYTHONHASHSEED=seed) for seed in ("1", "4"))
    assert one == other
    return one


def test_findings_of_one_place_have_one_order(tmp_path: Path) -> None:
    text, model = tmp_path / "text.txt", tmp_path / "model.yaml"
    text.write_text("\n".join(TEXT), encoding="utf-8")
    model.write_text(SMALLEST + MODEL, encoding="utf-8")
    told = run_under_seeds("check", str(model), "--source", str(text))
    assert told.out.count("place-unproved") == 2


@pytest.mark.parametrize(
    "command",
    [
        ("check", EXAMPLE, "--source", str(HERE / "second.txt"), "--notes", "-O", "json"),
        ("verify", str(HERE / "second.txt"), "-a", SECOND, "-O", "json"),
        ("draft", str(HERE / "second.txt")),
    ],
    ids=lambda command: command[0],
)
def test_what_is_told_of_much_has_one_order(command: tuple[str, ...]) -> None:
    assert run_under_seeds(*command).content
