"""JSON in ASCII, in which a character beyond the first plane is a pair of escapes."""

import json
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.model.reading import inspect_text
from support import SMALLEST, briefing

MODEL = {
    "source": {
        "id": "a",
        "title": {"zh": "𠮷市“𠮷”", "en": "Ji"},
        "publisher": {"zh": "报", "en": "P"},
        "published": "2031-05-06",
    },
    "summary": {"gist": {"zh": "𠮷", "en": "Ji"}, "evidence": [{"paragraph": 1, "anchor": "𠮷"}]},
}


@pytest.mark.parametrize("indent", [None, 1])
def test_a_model_in_ascii_is_the_same_as_one_in_utf_8(indent: int | None) -> None:
    escaped, plain = (json.dumps(MODEL, ensure_ascii=one, indent=indent) for one in (True, False))
    assert "\\ud842\\udfb7" in escaped
    found = inspect_text(escaped, "m")
    assert found.problems == []
    assert found.article == inspect_text(plain, "m").article


@pytest.mark.parametrize(
    "half", ["\\ud842", "\\udfb7", "\\udfb7\\ud842", "\\ud842\\u0041", "\\ud842\\\\udfb7"]
)
def test_a_half_alone_is_refused(half: str) -> None:
    text = json.dumps(MODEL).replace("\\ud842\\udfb7", half, 1)
    found = inspect_text(text, "m")
    assert (found.article, [one.code for one in found.problems]) == (None, ["syntax"])


def test_what_is_wrong_is_told_where_it_stands_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(json.dumps(MODEL | {"x": "y"}), encoding="utf-8")
    (report,) = check([str(file)])
    (wrong,) = (one for one in report.problems if one.code == "unknown-key")
    text = file.read_text(encoding="utf-8")
    assert text[wrong.column - 1 :].startswith('"x"')
    before = file.read_bytes()
    briefing("check", str(file), "--fix", "--unsafe-fixes")
    assert file.read_bytes() == before


def test_in_yaml_that_is_no_json_the_escape_is_the_text_that_it_is() -> None:
    text = SMALLEST.replace("zh: 要点", "zh: '\\ud842\\udfb7'")
    article = inspect_text(text, "m").article
    assert article
    assert article.summary.gist.zh == "\\ud842\\udfb7"
