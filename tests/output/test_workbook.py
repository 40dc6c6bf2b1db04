"""The workbook: what a reader finds in Excel, in the own language, and what leads where."""

import datetime
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.document import Document, Phrase, Prose
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, Rendering, parts
from briefing.model.sections import SECTIONS
from briefing.output.formats import FORMATS
from briefing.shelf.library import load
from support import EXAMPLE, SECOND, briefing

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra 'office', is missing")

HAN = re.compile("[\u4e00-\u9fff]")
COMMANDS = [
    *("summary", "city", "city dongjia", "city dongjia xiyi", "zone", "strategies", "figures"),
    *("figures --all", "projects", "people", "organisations", "events", "sectors", "terms"),
    *("commitments", "timeline", "unsaid", "search 投资", "search zzzzzz", "show dongjia"),
    *("show gdp-growth", "paragraph 5", "articles", "cite", "cite dongjia", "export"),
    *("figures zzzzzz", "timeline zzzzzz"),
]


@cache
def content(command: str, lang: str = "en", *models: str) -> bytes:
    named = [one for model in models or (SECOND,) for one in ("-a", model)]
    run = briefing(*command.split(), *named, "--lang", lang, "-O", "xlsx")
    assert run.status == 0
    return run.content


def workbook(command: str, lang: str = "en", *models: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content(command, lang, *models)))


def heads(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[1]]


def rows(sheet: Any) -> list[dict[str, Any]]:
    return [
        dict(zip(heads(sheet), (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=2)
    ]


def cells(book: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every cell that holds something, with its sheet."""
    for sheet in book:
        for row in sheet:
            yield from ((sheet, cell) for cell in row if cell.value is not None)


def written(*records: dict[str, Any]) -> Any:
    paper = Phrase("报", "Paper")
    rendered = FORMATS["xlsx"].render(Document((Prose(""),), list(records), paper, paper, "zh"))
    return openpyxl.load_workbook(io.BytesIO(rendered)).worksheets[0]


def model(file: str) -> Article:
    (article,) = load([file]).articles
    return article


@pytest.mark.parametrize(
    ("lang", "models"), [("zh", (SECOND,)), ("en", (EXAMPLE, SECOND)), ("both", (SECOND,))]
)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_writes_sheets_that_can_be_read(
    command: str, models: tuple[str, ...], lang: str
) -> None:
    book = workbook(command, lang, *models)
    tables = [sheet for sheet in book if sheet.freeze_panes]
    assert tables
    for sheet in tables:
        named = heads(sheet)
        assert sheet.auto_filter.ref == sheet.dimensions
        assert len(set(named)) == len(named)
        assert all(named)
        for column in sheet.iter_cols(min_row=2):
            assert not column or any(cell.value is not None for cell in column)
    for _, cell in cells(book):
        assert cell.data_type in ("s", "n", "d")
        assert not re.search(r"\{'|\['|None", str(cell.value))


@pytest.mark.parametrize("file", [EXAMPLE, SECOND])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_every_text_of_the_model_is_there(file: str, lang: str) -> None:
    found = "\n".join(str(cell.value) for _, cell in cells(workbook("export", lang, file)))
    for _, part in parts(model(file)):
        if isinstance(part, Bilingual):
            asked = {"zh": [part.zh], "en": [part.en or part.zh], "both": [part.zh, part.en or ""]}
            assert all(text in found for text in asked[lang])
        elif isinstance(part, Rendering) and lang != "zh":
            assert part.en in found


@pytest.mark.parametrize("file", [EXAMPLE, SECOND])
def test_every_part_of_the_model_has_one_row(file: str) -> None:
    article = model(file)
    sections = [one for one in SECTIONS.values() if one.name != "renderings"]
    held = {one.heading[1]: len(article.section(one)) for one in sections}
    for field, title in (
        *(("roles", "Roles"), ("links", "Ties to other places"), ("measures", "Measures")),
        *(("posts", "Posts"), ("positions", "Statements")),
    ):
        held[title] = sum(len(getattr(record, field, ())) for _, record in article.records())
    held["Evidence"] = sum(isinstance(part, Evidence) for _, part in article.all_parts)
    book = workbook("export", "en", file)
    assert {name: len(rows(book[name])) for name in held if held[name]} == {
        name: count for name, count in held.items() if count
    }
    proofs = Counter((row["Para."], row["Words of the article"]) for row in rows(book["Evidence"]))
    assert proofs == Counter(
        (part.paragraph, part.anchor) for _, part in article.all_parts if isinstance(part, Evidence)
    )


def test_a_reader_of_chinese_sees_no_english() -> None:
    """Names in Latin letters are the article's, and ids, citations and units are in no language."""
    texts = [part.zh for _, part in parts(model(SECOND)) if isinstance(part, Bilingual)]
    known = set(re.findall("[A-Za-z]+", " ".join(texts)))
    book = workbook("export", "zh")
    for sheet, cell in cells(book):
        head = sheet.cell(1, cell.column).value
        if isinstance(cell.value, str) and head not in ("编号", "又称", "通用指标", "单位", "数值"):
            words = set(re.findall("[A-Za-z]{3,}", cell.value))
            assert words <= {*known, "com", "https", "example", "org", "one", "source"}, cell.value


def test_a_reader_of_english_sees_chinese_only_where_it_is_data() -> None:
    untranslated = {
        part.zh for _, part in parts(model(SECOND)) if isinstance(part, Bilingual) and not part.en
    }
    for sheet, cell in cells(workbook("export", "en")):
        if isinstance(cell.value, str) and HAN.search(cell.value):
            head = sheet.cell(1, cell.column).value
            data = head in ("Words of the article", "As written", "Also called")
            assert data or cell.value in untranslated, (sheet.title, cell.value)


def test_both_languages_stand_side_by_side() -> None:
    book = workbook("figures", "both")
    assert book.sheetnames[0] == "数字 Figures"
    first = rows(book["数字 Figures"])[0]
    assert first["指标（中文） / Figure (Chinese)"] == "地区生产总值"
    assert first["指标（英文） / Figure (English)"] == "GDP"
    assert first["阶段 / Stage"] == "已完成 / done"


def test_what_is_needed_first_stands_first_and_the_id_last() -> None:
    named = heads(workbook("figures")["Figures"])
    assert named[:5] == ["Figure", "Value", "As a number", "Up to", "Unit"]
    assert named[-1] == "Id"
    assert heads(workbook("commitments")["Commitments"])[0] == "What it says"


def test_a_column_that_few_rows_fill_stands_behind_the_paragraphs() -> None:
    records = [{"id": f"r{at}", "name": "甲", "evidence": []} for at in range(9)]
    first = records[0] | {"due": "2031", "evidence": [{"paragraph": 1, "anchor": "甲"}]}
    others = [one | {"evidence": [{"paragraph": 2, "anchor": "乙"}]} for one in records[1:]]
    assert heads(written(first, *others)) == ["名称", "段", "期限", "编号"]


def test_what_goes_without_saying_has_no_column() -> None:
    usual = {"basis": "stated", "qualifier": "exact", "coined": False, "stage": "unstated"}
    assert heads(written({"id": "one", "note": "甲", **usual})) == ["说明", "编号"]
    sheet = written({"id": "one", "basis": "implied"}, {"id": "two", "basis": "stated"})
    assert [cell.value for cell in sheet["A"]] == ["明说或推断", "推断", None]


def test_the_paragraph_is_a_number_that_sorts_and_all_of_them_are_told() -> None:
    for row in rows(workbook("projects")["Projects"]):
        assert isinstance(row["Para."], int)
        if row["All paragraphs"]:
            assert row["All paragraphs"].split(", ")[0] == str(row["Para."])


def test_numbers_dates_and_units_have_their_types() -> None:
    sheet = workbook("figures")["Figures"]
    found = {row["Id"]: row for row in rows(sheet)}
    gdp = found["gdp"]
    assert (gdp["Value"], gdp["As a number"]) == ("CNY 1.864 trillion", 1864000000000)
    assert gdp["Unit"] == "CNY"
    assert sheet.cell(2, heads(sheet).index("As a number") + 1).number_format == "#,##0"
    assert (found["new-jobs"]["Unit"], found["new-jobs"]["Value"]) == (None, "369,000")
    days = [row["Date"] for row in rows(workbook("events")["Events"])]
    assert any(isinstance(day, datetime.datetime) for day in days)


def test_a_month_or_a_year_is_no_day() -> None:
    assert "2031年" in {row["时间"] for row in rows(workbook("figures", "zh")["数字"])}


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
@pytest.mark.parametrize("command", ["export", "city dongjia xiyi", "show dongjia", "figures"])
def test_a_link_leads_to_the_row_of_what_it_names(command: str, lang: str) -> None:
    book = workbook(command, lang)
    counted = 0
    for sheet, cell in cells(book):
        if cell.hyperlink and cell.hyperlink.location and not cell.hyperlink.target:
            name, place = cell.hyperlink.location.rsplit("!", 1)
            there = book[name.strip("'")][place]
            assert there.value is not None
            assert there.coordinate != cell.coordinate or there.parent.title != sheet.title
            counted += 1
    assert counted


def test_a_part_leads_to_its_record_and_the_record_to_its_first_part() -> None:
    book = workbook("export")
    places, roles = book["Places"], book["Roles"]
    for line in range(2, roles.max_row + 1):
        owner = roles.cell(line, 1)
        there = places[owner.hyperlink.location.rsplit("!", 1)[1]]
        assert owner.hyperlink.location.startswith("'Places'!")
        back = places.cell(there.row, heads(places).index("Role") + 1)
        assert back.hyperlink.location.startswith("'Roles'!")


def test_a_workbook_of_several_articles_names_the_article_of_each_row() -> None:
    named = {row["Article"] for row in rows(workbook("terms", "en", EXAMPLE, SECOND)["Terms"])}
    assert len(named) == 2
    assert "Article" not in heads(workbook("terms")["Terms"])


def test_the_contents_name_every_sheet_and_whose_reporting_it_is() -> None:
    book = workbook("export")
    sheet = book.worksheets[0]
    column = [cell.value for cell in sheet["A"]]
    assert set(book.sheetnames[1:]) <= set(column)
    source = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert "Qingchuan Example Daily" in source["Attribution"]
    assert source["Republished"] == datetime.datetime(2031, 10, 24, 7, 15)
    listed = workbook("figures").sheetnames
    assert listed == ["Figures", "Evidence", "Charts", "Contents and source"]


def test_a_sheet_prints_on_a4_in_landscape_with_its_heads() -> None:
    for sheet in workbook("export"):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToWidth <= 3
        assert sheet.oddFooter.right.text == "&P / &N"
        if sheet.freeze_panes:
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.print_title_rows.replace("$", "") == "1:1"
            widths = [one.width for one in sheet.column_dimensions.values()]
            assert max(widths) <= 80


def test_comparable_figures_have_a_chart_whose_data_are_cells() -> None:
    book = workbook("figures")
    shown = [
        re.findall(r"\$(\w+)\$(\d+)", chart.series[0].val.numRef.f)
        for chart in book["Charts"]._charts
    ]
    figures = book["Figures"]
    column = heads(figures).index("Id")
    ids = [{figures.cell(int(line), column + 1).value for _, line in chart} for chart in shown]
    known = {row["id"]: row for row in records("figures")}
    assert len(ids) >= 2
    for group in ids:
        assert len(group) >= 3
        for field in ("unit", "stage", "period", "change"):
            assert len({str(known[one][field]) for one in group}) == 1
        values = [known[one]["value"] for one in group]
        assert max(values) <= 100 * min(values)
    assert "Charts" not in workbook("figures", "en", EXAMPLE).sheetnames


def records(command: str) -> Any:
    return json.loads(briefing(*command.split(), "-a", SECOND, "-O", "json").out)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "2031-05-02", "1", "true"]
)
def test_text_that_looks_like_another_type_stays_text(text: str) -> None:
    cell = written({"id": "one", "note": text})["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_the_digits_of_a_very_long_number_are_kept_as_text() -> None:
    sheet = written({"id": "one", "value": 10**15 + 1}, {"id": "two", "value": 10**18})
    assert [sheet["A2"].value, sheet["A3"].value] == ["1000000000000001", 10**18]


def test_a_year_has_no_separator() -> None:
    assert written({"id": "one", "value": 2022})["A2"].number_format == "General"


def test_what_a_record_is_stands_over_its_names_wherever_it_is_listed() -> None:
    book = workbook("summary")
    assert heads(book["Key figures"])[0] == "Figure"
    assert heads(book["Takeaways"])[0] == "Takeaways"
    assert heads(workbook("city dongjia")["Place"])[0] == "Place"


def test_what_refers_to_a_record_is_named() -> None:
    (shown,) = records("show dongjia")
    sheet = workbook("show dongjia")["What refers to it"]
    assert [row["Id"] for row in rows(sheet)] == [one["id"] for one in shown["referenced_by"]]
    assert all(row["Record"] for row in rows(sheet) if row["Id"])


def test_an_order_of_magnitude_is_no_number_and_has_no_unit(tmp_path: Path) -> None:
    file = tmp_path / "figures.xlsx"
    briefing("figures", "--lang", "zh", "--fields", "数值,折算的数,单位", "-o", str(file))
    rows = list(openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True))
    assert ("千亿级", None, None) in rows
