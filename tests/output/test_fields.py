"""The choice of fields, in formats for programs and in lists for people."""

import json
from pathlib import Path

import pytest

from briefing.output.formats import FORMATS
from support import EXAMPLE, SECOND, Run, briefing, example

FOR_PROGRAMS = [name for name, form in FORMATS.items() if form.has_fields]


def figures(*args: str) -> Run:
    return example("figures", *args, "--lang", "en")


def test_fields_are_picked_and_put_in_order_in_every_format_for_programs() -> None:
    asked = ("--fields", "unit, id,unit", "-O")
    assert FOR_PROGRAMS == ["json", "jsonl", "csv", "tsv", "yaml"]
    assert list(json.loads(figures(*asked, "json").out)[0]) == ["unit", "id"]
    assert figures(*asked, "jsonl").out.startswith('{"unit":"项","id":"key-projects"}\n')
    assert figures(*asked, "csv").out.startswith("unit,id\n项,key-projects\n")
    assert figures(*asked, "tsv").out.startswith("unit\tid\n项\tkey-projects\n")
    assert "- unit: 项\n  id: key-projects\n" in figures(*asked, "yaml").out


def test_a_field_has_all_its_columns_and_a_column_may_be_asked_for_alone() -> None:
    head = figures("--fields", "evidence,label,value,attribution,label_en", "-O", "csv").out
    assert head.startswith("paragraphs,anchors,label_zh,label_en,value,attribution\n")
    assert figures("--fields", "label_en", "-O", "csv").out.startswith("label_en\nKey projects\n")


def test_records_of_several_kinds_have_the_fields_of_all() -> None:
    found = json.loads(example("search", "码头", "--fields", "id,status", "-O", "json").out)
    assert {"id": "wharf", "status": "signed"} in found
    assert any(one["status"] is None for one in found)


def test_the_fields_of_one_object_are_picked_too() -> None:
    both = json.loads(briefing("summary", "-a", EXAMPLE, "--fields", "gist", "-O", "json").out)
    assert list(both[0] if isinstance(both, list) else both) == ["gist"]


@pytest.mark.parametrize("form", FOR_PROGRAMS)
@pytest.mark.parametrize("words", [[], ["nothing-holds-this"]])
def test_an_unknown_field_is_told_with_those_that_there_are(form: str, words: list[str]) -> None:
    run = figures(*words, "--fields", "id,valu", "-O", form)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("briefing: there is no field 'valu' (did you mean value?)\n")
    assert "there are: article, id, label" in run.err


def test_in_a_list_for_people_columns_are_picked() -> None:
    lines = figures("--fields", "id,value").out.splitlines()
    assert [line.split() for line in lines[:2]] == [["Id", "Value"], ["key-projects", "24"]]
    run = figures("--fields", "id,unit")
    assert (run.status, run.out) == (2, "")
    assert "no column 'unit'" in run.err
    assert "there are: label, value, places, evidence, id, note, cite\n" in run.err
    assert "-O json" in run.err
    assert figures("--fields", "Figure,value").out == figures("--fields", "label,value").out


def test_a_list_has_notes_and_references_where_they_are_asked_for() -> None:
    run = figures("--fields", "label,cite,note")
    assert run.out.splitlines()[0].split() == ["Figure", "Citation", "Note"]
    assert "para. 5)" in run.out
    found = json.loads(figures("--fields", "id,cite", "-O", "json").out)
    assert "第5段" in found[0]["cite"]


def test_a_column_that_is_left_out_as_nothing_is_in_it_is_known() -> None:
    whole = example("projects", "--fields", "partners,id")
    assert whole.status == 0
    without = briefing("projects", "-a", SECOND, "--fields", "partners", "--lang", "en")
    assert without.out.startswith("Partners\n")


@pytest.mark.parametrize(
    "args", [("summary",), ("show", "wharf"), ("figures", "-O", "zip", "-o", "x.zip")]
)
def test_what_has_no_fields_to_pick_is_refused(args: tuple[str, ...]) -> None:
    run = example(*args, "--fields", "id", "--lang", "en")
    assert (run.status, run.out) == (2, "")
    assert "json, jsonl, csv, tsv" in run.err


def test_fields_must_be_named() -> None:
    assert "'--fields' needs a value" in figures("--fields", " , ").err


@pytest.mark.parametrize("ending", ["md", "html", "txt", "docx", "xlsx"])
@pytest.mark.parametrize("fields", ["指标,数值,note,cite", "label,value,note,cite"])
def test_columns_are_picked_by_field_or_heading_in_all_formats_for_people(
    ending: str, fields: str, tmp_path: Path
) -> None:
    if ending in ("docx", "xlsx"):
        pytest.importorskip({"docx": "docx", "xlsx": "openpyxl"}[ending])
    file = tmp_path / f"figures.{ending}"
    run = briefing("figures", "--lang", "zh", "--fields", fields, "-o", str(file))
    assert (run.status, run.err) == (0, "")
    if ending in ("md", "html", "txt"):
        text = file.read_text(encoding="utf-8")
        heads = [text.index(word) for word in ("指标", "数值")]
        assert heads == sorted(heads)


def test_a_word_file_and_a_workbook_have_the_columns_that_are_picked(tmp_path: Path) -> None:
    docx, openpyxl = map(pytest.importorskip, ("docx", "openpyxl"))
    for ending in ("docx", "xlsx"):
        briefing("figures", "--fields", "value,label", "-o", str(tmp_path / f"f.{ending}"))
    (table, *_) = docx.Document(str(tmp_path / "f.docx")).tables
    assert [one.text for one in table.rows[0].cells] == ["Value", "Figure"]
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").worksheets[0]
    assert [one.value for one in sheet[1]] == ["Value", "Figure"]
