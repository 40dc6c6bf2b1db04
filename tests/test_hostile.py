"""Models and texts that mean harm end in a plain answer.

These are a few examples of each kind; ``benchmarks/fuzz.py`` draws the same for hours.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import judge
from briefing.limits import SOURCE_CHARACTERS
from briefing.model.text import read_text
from briefing.model.yamldump import dump
from briefing.model.yamlfile import Parsed
from briefing.problem import ModelError
from briefing.quantities import scan_paragraph
from briefing.shelf.library import load
from strategies import HOSTILE, Case, models, source_texts, spoilt_models
from support import EXAMPLE, HERE, SMALLEST, briefing

TEXT = Path(EXAMPLE).read_text(encoding="utf-8")
MODELS = spoilt_models(2_000, TEXT, TEXT, SMALLEST)
FORMS = ("text", "json", "csv", "md", "html", "yaml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the text that the example names."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(HERE / "example.txt", folder)
    return folder


@settings(max_examples=20)
@given(MODELS, st.lists(judge.questions(*FORMS), min_size=1, max_size=3))
def test_a_spoilt_model_is_read_or_told_at_its_places(
    folder: Path, case: Case, asked: list[tuple[str, ...]]
) -> None:
    file = folder / "model.yaml"
    file.write_bytes(case.content)
    unread = judge.check(briefing, str(file))
    for one in asked:
        judge.answer(briefing, str(file), one, unread)


@settings(max_examples=15)
@given(MODELS, source_texts(2_000))
def test_a_model_is_held_against_any_text(folder: Path, case: Case, content: bytes) -> None:
    model, text = folder / "model.yaml", folder / "source.txt"
    model.write_bytes(case.content)
    text.write_bytes(content)
    judge.check(briefing, str(model), str(text))
    judge.list_quantities(briefing, str(text), "json")
    judge.lay_out(briefing, str(model), str(text))
    judge.hold_memo(briefing, str(model), str(text), "json")
    judge.draft(briefing, str(text))


@settings(max_examples=15)
@given(MODELS, source_texts(2_000))
def test_mending_makes_nothing_worse(folder: Path, case: Case, content: bytes) -> None:
    model, text = folder / "model.yaml", folder / "source.txt"
    model.write_bytes(case.content)
    judge.mend(briefing, str(model))
    text.write_bytes(content)
    judge.mend(briefing, str(model), str(text))


@settings(max_examples=12)
@given(models(), st.sampled_from(("yaml", "json")))
def test_a_model_survives_its_export(folder: Path, data: dict[str, Any], form: str) -> None:
    file, again = folder / "model.yaml", folder / f"again.{form}"
    file.write_text(dump(data), encoding="utf-8")
    again.write_bytes(briefing("export", "-O", form, "-a", str(file)).content)
    assert load([str(again)]).articles == load([str(file)]).articles
    assert briefing("export", "-O", form, "-a", str(again)).content == again.read_bytes()


@settings(max_examples=100)
@given(st.one_of(HOSTILE, st.binary(max_size=300).map(lambda some: some.decode("latin-1"))))
def test_any_text_is_parsed_or_refused_at_a_place_in_it(text: str) -> None:
    for parsed in (Parsed(text, "m.yaml"), Parsed(SMALLEST + text, "m.yaml")):
        for problem in parsed.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert str(problem).isprintable()


@settings(max_examples=100)
@given(HOSTILE)
def test_the_quantities_of_any_text_are_slices_of_it_in_order(text: str) -> None:
    at = 0
    text = text.strip()
    for found in scan_paragraph(text):
        assert found.offset >= at
        assert found.text == text[found.offset :][: len(found.text)] != ""
        at = found.offset + len(found.text)


@settings(max_examples=30)
@given(st.binary(max_size=400) | HOSTILE.map(lambda some: some.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_source_text_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.txt"
    file.write_bytes(content)
    listed = briefing("quantities", str(file))
    checked = briefing("check", EXAMPLE, "--source", str(file))
    assert all("\x1b" not in run.out for run in (listed, checked))
    try:
        content.decode()
    except UnicodeDecodeError:
        assert (listed.status, listed.out) == (3, "")
    else:
        codes = ("not-text", "empty", "control-character")
        refused = [code for code in codes if re.search(rf":\d+:\d+: {code}: ", listed.err)]
        assert (listed.status, checked.status) == ((3, 3) if refused else (0, 1))
        assert bool(listed.err) == bool(refused)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_source_text_is_read_up_to_its_limit_and_no_further(end: str, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    text = ("年" * 99 + end) * (SOURCE_CHARACTERS // (99 + len(end)))
    file.write_text(text, encoding="utf-8", newline="")
    assert len(read_text(str(file)).paragraphs) == SOURCE_CHARACTERS // (99 + len(end))
    file.write_text(text + "年" * 200, encoding="utf-8", newline="")
    with pytest.raises(ModelError, match="too-large"):
        read_text(str(file))


def test_a_text_is_as_long_as_what_its_characters_stand_for(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("东甲市。" + "\ufdfa" * (SOURCE_CHARACTERS // 15), encoding="utf-8")
    refused = briefing("quantities", str(file))
    assert (refused.status, "too-large" in refused.err) == (3, True)
