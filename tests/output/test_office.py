"""Word and Excel files, as a reader finds them in Word and Excel."""

import datetime
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefing.document import Document, Phrase, Prose
from briefing.model.article import SECTIONS
from briefing.output.formats import FORMATS
from support import EXAMPLE, briefing, example

docx = pytest.importorskip("docx", reason="python-docx, of the extra 'office', is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra 'office', is missing")

COMMANDS = ["summary", "city dongjia", "city dongjia xiyi", "figures", "strategies", "export"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(*args: str) -> Any:
    return docx.Document(io.BytesIO(example(*args, "-O", "docx").content))


def workbook(*args: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(example(*args, "-O", "xlsx").content))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows()
    columns = [cell.value for cell in head]
    return [dict(zip(columns, (cell.value for cell in row), strict=True)) for row in rest]


def records(*args: str) -> Any:
    return json.loads(example(*args, "-O", "json").out)


def written(form: str, *records: dict[str, Any], text: str = "") -> bytes:
    paper = Phrase("报", "Paper")
    return FORMATS[form].render(Document((Prose(text),), list(records), paper, paper, "zh"))


def note(text: str) -> Any:
    """Return the Excel cell that contains a text."""
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", {"id": "one", "note": text})))
    return book["records"]["B2"]


def test_excel_has_a_sheet_for_each_section_and_a_row_for_each_record() -> None:
    book, whole = workbook("export"), records("export")
    for section in [name for name, section in SECTIONS.items() if not section.path]:
        assert len(rows(book[section])) == len(whole[section]), section
    assert len(rows(book["takeaways"])) == len(whole["summary"]["takeaways"])
    assert rows(book["summary"])[0]["headline"] == "investment | air-rank"
    roles = [role["text"]["en"] for place in whole["places"] for role in place["roles"]]
    assert [row["text_en"] for row in rows(book["roles"])] == roles


@pytest.mark.parametrize("command", [*COMMANDS, "search 东甲", "show tea"])
def test_excel_freezes_and_filters_every_sheet_and_has_the_attribution(command: str) -> None:
    book = workbook(*command.split())
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert all(sheet.auto_filter.ref == sheet.dimensions for sheet in book)
    first = rows(book["Source 来源"])[0]
    assert (first["field"], "青川示例报" in first["zh"]) == ("attribution", True)
    assert "Reporter Jia" in first["en"]


def test_excel_has_numbers_dates_and_truth_values_with_their_types() -> None:
    figures = workbook("figures")["figures"]
    investment = rows(figures)[1]
    assert (investment["label_zh"], investment["label_en"]) == ("总投资", "Total investment")
    assert (investment["value"], investment["paragraphs"]) == (30000000000, 5)
    assert figures.cell(3, list(investment).index("value") + 1).number_format == "#,##0"
    signing = rows(workbook("events")["events"])[0]
    assert signing["date"] == datetime.datetime(2031, 5, 2)
    assert {type(row["spelled_out"]) for row in rows(workbook("terms")["terms"])} == {bool}
    source = {row["field"]: row["value"] for row in rows(workbook("export")["Source 来源"])}
    assert source["republished"] == datetime.datetime(2031, 5, 6, 8, 30)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "2031-05-02", "1", "true"]
)
def test_excel_keeps_text_that_looks_like_another_type(text: str) -> None:
    cell = note(text)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_excel_keeps_the_digits_of_a_very_long_number_as_text() -> None:
    content = written("xlsx", {"id": "one", "value": 10**15 + 1}, {"id": "two", "value": 10**18})
    sheet = openpyxl.load_workbook(io.BytesIO(content))["records"]
    assert [sheet["B2"].value, sheet["B3"].value] == ["1000000000000001", 10**18]


def test_characters_that_xml_does_not_allow_are_replaced() -> None:
    text = "甲\x00\x1b\ufffe\ud800乙"
    assert note(text).value == "甲\ufffd\ufffd\ufffd\ufffd乙"
    file = docx.Document(io.BytesIO(written("docx", text=text)))
    assert "甲\ufffd\ufffd\ufffd\ufffd乙" in [one.text for one in file.paragraphs]
    long = note("长" * 40_000).value
    assert (len(long), long[-1]) == (32_767, "…")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_same_records_make_the_same_file(form: str) -> None:
    first, second = (example("export", "-O", form).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


@pytest.mark.parametrize(("form", "needed"), [("docx", "docx"), ("xlsx", "openpyxl")])
def test_the_error_for_a_missing_library_tells_how_to_install_it(
    form: str, needed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(f"briefing.output.{form}")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [])
    for name in [name for name in sys.modules if name.partition(".")[0] == needed]:
        monkeypatch.delitem(sys.modules, name)
    run = example("figures", "-O", form)
    assert (run.status, run.out) == (2, "")
    assert f"{form} needs the extra 'office'" in run.err
    assert "python -m pip install 'policy-briefing[office]'" in run.err


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_libreoffice_opens_the_file(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"all.{form}"
    briefing("export", "-a", EXAMPLE, "-o", str(file))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(file)], check=True, capture_output=True, timeout=120)
    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
