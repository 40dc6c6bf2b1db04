"""Who says a thing, how far it is and of when: every format for people says so, and every row."""

import csv
import io
import json
import re

import pytest

from support import SECOND, briefing

docx = pytest.importorskip("docx", reason="python-docx, of the extra 'office', is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra 'office', is missing")

SAID = {
    "en": ("the Statistics bureau", "aim", "Q1–Q3 2031"),
    "zh": ("省统计局说", "目标", "第三季度"),
}


def second(*args: str) -> bytes:
    run = briefing(*args, "-a", SECOND)
    assert (run.status, run.err) == (0, "")
    return run.content


def text_of(form: str, lang: str) -> str:
    content = second("figures", "-O", form, "--lang", lang)
    if form != "docx":
        return re.sub("<[^>]*>", "", content.decode())  # names are links in a page
    tables = docx.Document(io.BytesIO(content)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("form", ["text", "md", "html", "docx"])
def test_people_are_told_speaker_stage_and_period(form: str, lang: str) -> None:
    text = text_of(form, lang)
    for words in SAID[lang]:
        assert words in text


def test_a_program_gets_them_as_fields_of_their_own() -> None:
    records = {one["id"]: one for one in json.loads(second("figures", "-O", "json"))}
    growth = records["gdp-growth"]
    assert growth["said_by"] == ["qingchuan-statistics-bureau"]
    assert (growth["stage"], growth["period"]) == ("done", "2031-Q1/2031-Q3")
    assert growth["change"]["prices"] == "real"
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(second("figures", "-O", "csv").decode()))
    }
    assert rows["gdp-growth"]["change_over"] == "yoy"
    assert rows["rd-intensity-target"]["stage"] == "sought"
    book = openpyxl.load_workbook(io.BytesIO(second("figures", "--lang", "en", "-O", "xlsx")))
    heads = [cell.value for cell in next(book["Figures"].iter_rows())]
    assert {"Said by", "Stage", "Period", "Change", "Places"} <= set(heads)


@pytest.mark.parametrize(("lang", "shown"), [("en", "(≈ 10 km²)"), ("zh", "1.5万亩")])
def test_a_chinese_unit_has_about_the_same_beside_it_for_foreign_readers(
    lang: str, shown: str
) -> None:
    out = second("figures", "--unit", "mu", "--lang", lang).decode()
    assert shown in out
    assert ("≈" in out) == (lang == "en")


def test_a_tie_is_data_at_both_places() -> None:
    cities = ("dongjia", "xiyi")
    near, far = (json.loads(second("city", name, "-O", "json"))[0] for name in cities)
    assert [one["place"] for one in near["ties"]] == ["xiyi"]
    assert [one["place"] for one in far["ties"]] == ["dongjia"]
    assert near["ties"][0]["text"] == far["ties"][0]["text"]
