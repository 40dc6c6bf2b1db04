"""A slip in one record hides nothing of the others, and raises no alarm about them."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.limits import FINDINGS_OF_A_CODE, PROBLEMS_OF_A_CODE
from briefing.model import typed
from briefing.model.reading import shorten
from briefing.problem import Problem, message
from support import HERE, briefing

CLEAN = (HERE / "unproved" / "clean.yaml").read_text(encoding="utf-8")
WRONG = CLEAN.replace("value: 72.2", "value: 72.3")

SLIPS = [
    ("published: 2031-05-06", "published: 6 May 2031", ["wrong-type"]),
    ("  published: 2031-05-06\n", "", ["missing-key"]),
    ("  publisher: {zh: 示例日报, en: Example Daily}\n", "", ["missing-key"]),
    ("    - 7fb0b", "    - 7Fb0b", ["wrong-type"]),
    ("people:\n", "poeple:\n", ["unknown-key"]),
    ("people:\n", "people: none\nnobody:\n", ["unknown-key", "wrong-type"]),
    ("id: mayor", "id: Mayor", ["wrong-type"]),
    ("id: mayor", "id: start", ["duplicate-id"]),
    ("id: mayor", "id: mayor\n    psots: []", ["unknown-key"]),
    ("id: mayor", "id: mayor\n    places: [nowhere]", ["unknown-id"]),
    ("id: mayor", "id: mayor\n    todo:", ["wrong-type"]),
    ("{zh: 王某, en: Mr Wang}", "{zh: 王某, en: Wang, Mr}", ["unknown-key"]),
    ("{zh: 王某, en: Mr Wang}", "王某", ["wrong-type"]),
    ("    name: {zh: 王某, en: Mr Wang}\n", "", ["missing-key"]),
    ("[{paragraph: 4, anchor: 市长王某}]", "{paragraph: 4, anchor: 市长王某}", ["wrong-type"]),
    ("paragraph: 4, anchor: 市长王某", "anchor: 市长王某", ["missing-key"]),
    (
        "{paragraph: 4, anchor: “三",
        "{paragraph: four, anchor: “三",
        ["wrong-type"],
    ),
    ("date: 2031-05-02", "date: 2 May", ["wrong-type"]),
    ("kind: money", "kind: moeny", ["wrong-type"]),
    ("value: 24", "value: two dozen", ["wrong-type"]),
    ("  - {paragraph: 2, text: “两园”", "  -\n  - {paragraph: 2, text: “两园”", ["wrong-type"]),
    ("summary:\n", "summary:\n  headline: [mayor]\n", ["unknown-id"]),
    ("summary:\n", "ignore:\n  - {code: figure-differs, record: x, reason: 甲}\nsummary:\n", None),
]


def test_an_inferred_status_is_told_where_to_be_marked(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(
        CLEAN.replace("id: mayor", "id: mayor\n    inferred: [status]"), encoding="utf-8"
    )
    assert "basis: implied)" in briefing("check", str(path), "--lang", "en").out


@pytest.mark.parametrize(
    ("before", "after", "quoted"),
    [
        ("en: Mr Wang", "en: Wang, Mr", "'Wang, Mr'"),
        ("anchor: 市长王某", "anchor: 上午,市长王某", "'上午, 市长王某'"),
    ],
)
def test_a_text_that_a_comma_cuts_is_told_to_be_quoted(
    before: str, after: str, quoted: str, tmp_path: Path
) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(CLEAN.replace(before, after, 1), encoding="utf-8")
    assert f"as {quoted}" in briefing("check", str(path), "--lang", "en").out


@pytest.mark.parametrize(("before", "after", "codes"), SLIPS, ids=[one[1] for one in SLIPS])
def test_a_slip_hides_nothing_else(
    before: str, after: str, codes: list[str] | None, tmp_path: Path
) -> None:
    assert before in WRONG
    model = tmp_path / "model.yaml"
    model.write_text(WRONG.replace(before, after, 1), encoding="utf-8")
    report = check([str(model)], str(HERE / "unproved" / "text.txt"))[0]
    found = [one.code for one in report.problems]
    assert found.count("figure-differs") == 1
    if codes is not None:
        assert sorted(set(found)) == sorted(["figure-differs", *codes])
    assert report.tally is None


def test_what_is_wrong_in_the_record_itself_is_told_of_its_evidence(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    slip = CLEAN.replace("id: mayor", "id: mayor\n    psots: []").replace("市长王某", "市长黄某")
    model.write_text(slip, encoding="utf-8")
    report = check([str(model)], str(HERE / "unproved" / "text.txt"))[0]
    assert {one.code for one in report.problems} >= {"unknown-key", "anchor-not-found"}


def test_of_very_many_problems_of_one_code_the_first_are_listed() -> None:
    many = [Problem("a", at, 1, message("missing")) for at in range(PROBLEMS_OF_A_CODE + 5)]
    *shown, more = shorten([*many, Problem("a", 1, 1, message("empty"))], 7)
    assert shown[-1].code == "empty"
    assert len(shown) == PROBLEMS_OF_A_CODE + 1
    assert more.code == "left-out"
    assert more.line == PROBLEMS_OF_A_CODE
    assert dict(more.message.all_values()) == {"code": "missing", "count": 12}


def test_what_is_left_out_is_told_in_every_format(tmp_path: Path) -> None:
    numbers = " ".join(map(str, range(10_000, 10_000 + PROBLEMS_OF_A_CODE + 3)))
    model = tmp_path / "model.yaml"
    model.write_text(CLEAN.replace("The projects start", numbers), encoding="utf-8")
    text = f"--source={HERE / 'unproved' / 'text.txt'}"
    for form in ("text", "json", "github"):
        done = briefing("check", str(model), text, "-O", form)
        assert done.status == 1
        assert "left-out" in done.out
        assert done.out.count("number-unproved") < PROBLEMS_OF_A_CODE + 5


def test_what_is_left_out_of_a_text_leaves_it_read(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("要点24项\n" * (PROBLEMS_OF_A_CODE + 2), encoding="utf-8")
    (tmp_path / "model.yaml").write_text(CLEAN, encoding="utf-8")
    done = briefing("check", str(tmp_path / "model.yaml"))
    assert ": left-out: " in done.out
    assert done.status == 1


def test_only_what_can_be_listed_is_looked_up_among_the_known_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(typed, "suggest", lambda word, _: asked.append(word))
    keys = "".join(f"k{number}: 1\n" for number in range(PROBLEMS_OF_A_CODE + 5))
    model = tmp_path / "model.yaml"
    model.write_text(CLEAN + keys, encoding="utf-8")
    report = check([str(model)], str(HERE / "unproved" / "text.txt"))[0]
    assert asked == [f"k{number}" for number in range(PROBLEMS_OF_A_CODE)]
    assert [one.code for one in report.problems].count("unknown-key") == PROBLEMS_OF_A_CODE


def test_a_model_of_mistakes_alone_is_not_checked_further(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    items = "  - x\n" * (FINDINGS_OF_A_CODE + 1)
    model.write_text(WRONG.replace("terms:\n", f"terms:\n{items}"), encoding="utf-8")
    report = check([str(model)], str(HERE / "unproved" / "text.txt"))[0]
    assert {one.code for one in report.problems} == {"wrong-type", "left-out"}
