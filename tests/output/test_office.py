"""Word and Excel files, as a reader finds them in Word and Excel."""

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefing.document import Document, Phrase, Prose
from briefing.output.formats import FORMATS
from support import EXAMPLE, briefing, example

docx = pytest.importorskip("docx", reason="python-docx, of the extra 'office', is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra 'office', is missing")


def written(form: str, *records: dict[str, Any], text: str = "") -> bytes:
    paper = Phrase("报", "Paper")
    return FORMATS[form].render(Document((Prose(text),), list(records), paper, paper, "zh"))


def note(text: str) -> Any:
    """Return the Excel cell that contains a text."""
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", {"id": "one", "note": text})))
    return book.worksheets[0]["A2"]


def test_characters_that_xml_does_not_allow_are_replaced() -> None:
    text = "甲\x00\x1b\ufffe\ud800乙"
    assert note(text).value == "甲\ufffd\ufffd\ufffd\ufffd乙"
    file = docx.Document(io.BytesIO(written("docx", text=text)))
    assert "甲\ufffd\ufffd\ufffd\ufffd乙" in [one.text for one in file.paragraphs]


def test_what_a_cell_cannot_hold_goes_on_in_another_sheet() -> None:
    text = "长" * 40_000 + "𠀀" * 20_000 + "尾"
    content = written("xlsx", {"id": "one", "note": text})
    book = openpyxl.load_workbook(io.BytesIO(content))
    begun = book.worksheets[0]["A2"].value
    assert (len(begun), begun[-1]) == (32_767, "…")
    (rest,) = [one for one in book if one["A1"].value == "单元格"]
    pieces = [begun, *(line[1].value for line in rest.iter_rows(min_row=2))]
    assert "".join(one.removesuffix("…") for one in pieces) == text
    assert rest["A2"].hyperlink.location == f"'{book.worksheets[0].title}'!A2"


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
