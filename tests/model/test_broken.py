"""Broken models: each file in broken/ begins with what is wrong in it, ``# line:column: code``."""

import json
import re
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.manual import READ_ERRORS
from briefing.checks.registry import RULES
from briefing.limits import ID_CHARACTERS, MODEL_MEBIBYTES, MODEL_VALUES, VALUE_CHARACTERS
from briefing.problem import ModelError
from briefing.shelf.library import load
from briefing.words.messages import told
from support import HERE, SMALLEST, briefing

BROKEN = sorted((HERE / "broken").glob("*.yaml"))

BYTES: dict[str, tuple[bytes, tuple[int, int, str]]] = {
    "bad UTF-8": ("# 甲\nid: 乙".encode() + b"\xff", (2, 6, "not-utf-8")),
    "bad UTF-8 after CR": (b"# 1\r# 2\r\nid: \xff", (3, 5, "not-utf-8")),
    "cut off": (b"source: {id: x,\n  text: y", (2, 10, "syntax")),
    "GBK": ("# 甲乙".encode("gbk"), (1, 3, "not-utf-8")),
    "UTF-16": (SMALLEST.encode("utf-16"), (1, 1, "not-utf-8")),
    "byte order mark": (SMALLEST.encode("utf-8-sig"), (1, 1, "byte-order-mark")),
    "NUL": (b"source:\n  id: a\0b\n", (2, 8, "control-character")),
    "bell": (b"source:\n  id: a\a\n", (2, 8, "control-character")),
    "over 16 MiB": (b"#" * (MODEL_MEBIBYTES * 1024**2 + 1), (1, 1, "too-large")),
    "too many values": (b"- a\n" * MODEL_VALUES, (MODEL_VALUES, 3, "too-large")),
    "over 20,000 characters": (b"a: " + b"b" * (VALUE_CHARACTERS + 1), (1, 4, "too-large")),
    "PDF": (b"%PDF-1.7\n", (1, 1, "not-text")),
    "no bytes": (b"", (1, 1, "empty")),
}

NEED_MORE_THAN_A_FILE = frozenset(("duplicate-article", "no-model", "unreadable"))


def expected(file: Path) -> list[tuple[int, int, str]]:
    text = file.read_text(encoding="utf-8")
    found = re.findall(r"^# (\d+):(\d+): (\S+)$", text, re.M)
    return [(int(line), int(column), code) for line, column, code in found]


def positions(file: Path) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.code) for one in check([str(file)])[0].problems]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_broken_model_is_told_by_position_and_code(file: Path) -> None:
    assert expected(file)
    assert positions(file) == expected(file)


@pytest.mark.parametrize("case", BYTES)
def test_broken_bytes_are_told_by_position_and_code(case: str, tmp_path: Path) -> None:
    content, problem = BYTES[case]
    file = tmp_path / "model.yaml"
    file.write_bytes(content)
    assert positions(file) == [problem]


def test_every_code_of_reading_has_an_example_and_no_example_an_unknown_code() -> None:
    shown = {code for file in BROKEN for _, _, code in expected(file)}
    shown |= {code for _, (_, _, code) in BYTES.values()}
    model_rules = {rule.code for rule in RULES.values() if rule.on_model}
    assert shown | NEED_MORE_THAN_A_FILE == set(READ_ERRORS) | model_rules


def test_all_problems_of_all_files_come_at_once() -> None:
    files = [str(file) for file in BROKEN if file.stem in ("unknown-key", "doubled-id")]
    with pytest.raises(ModelError) as raised:
        load(files)
    assert [problem.code for problem in raised.value.problems] == [
        "duplicate-id",
        "missing-key",
        "unknown-key",
    ]


def test_a_folder_stands_for_the_models_directly_in_it(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    for name in ("b.yml", "a.yaml", "notes.txt", "deeper/c.yaml"):
        model = SMALLEST.replace("smallest", Path(name).stem)
        (tmp_path / name).write_text(model, encoding="utf-8")
    assert [article.source.id for article in load([str(tmp_path)]).articles] == ["a", "b"]


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no-model"):
        load([str(tmp_path)])


def test_a_missing_file_is_told() -> None:
    (problem,) = check(["nowhere.yaml"])[0].problems
    assert problem.code == "unreadable"
    assert told(problem.message, "en") == "No such file or directory"


def test_one_article_twice_is_told_at_its_id(smallest: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(SMALLEST, encoding="utf-8")
    with pytest.raises(ModelError, match=r"copy\.yaml:2:7: duplicate-article"):
        load([smallest, str(copy)])


def test_one_file_that_is_named_twice_is_read_once(smallest: str) -> None:
    assert len(load([smallest, smallest]).articles) == 1


def test_a_byte_order_mark_leaves_a_model_usable(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_bytes(SMALLEST.encode("utf-8-sig"))
    library = load([str(file)])
    assert library.articles[0].source.id == "smallest"
    assert [warning.code for warning in library.warnings] == ["byte-order-mark"]


@pytest.mark.parametrize(("length", "codes"), [(64, []), (400, ["too-deep"])])
def test_a_chain_of_parts_may_be_as_long_as_can_be_drawn(
    length: int, codes: list[str], tmp_path: Path
) -> None:
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    parts = "".join(
        f"  - {{id: s{number}, name: {{zh: 部分, en: Part}}, kind: path, {proof}"
        + (f", part_of: s{number - 1}}}\n" if number else "}\n")
        for number in range(length)
    )
    file = tmp_path / "model.yaml"
    file.write_text(f"{SMALLEST}strategies:\n{parts}", encoding="utf-8")
    assert [problem.code for problem in check([str(file)])[0].problems] == codes
    for form in ("text", "html") if not codes else ():
        assert briefing("strategies", "-a", str(file), "-O", form).status == 0


def test_what_an_export_of_several_models_holds_is_told(tmp_path: Path) -> None:
    models = tmp_path / "models.yaml"
    models.write_text("\n".join(f"- {json.dumps(part)}" for part in [{"source": 1}, {"source": 2}]))
    (problem,) = check([str(models)])[0].problems
    assert "a list of models" in told(problem.message, "en")


def test_an_id_that_is_too_long_is_told_with_the_limit(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    long = "wharf-" * 10 + "eight"
    model.write_text(SMALLEST.replace("id: ", f"id: {long}-", 1), encoding="utf-8")
    (problem,) = [one for one in check([str(model)])[0].problems if one.code == "wrong-type"]
    assert f"at most {ID_CHARACTERS} characters" in told(problem.message, "en")
