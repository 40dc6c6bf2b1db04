"""The exports for programs, and how files are written."""

import csv
import io
import json
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from briefing.document import Document, Phrase
from briefing.limits import MODEL_MEBIBYTES, MODEL_VALUES
from briefing.model import records as model
from briefing.model.article import article_type
from briefing.output import csv as csv_format
from briefing.output.formats import FORMATS
from briefing.output.formulas import may_be_formula
from briefing.output.rows import write_list
from briefing.shelf.library import load
from support import EXAMPLE, SECOND, SMALLEST, briefing, english, example
from texts import READABLE

KINDS = {
    "city": model.Place,
    "zone": model.Place,
    "strategies": model.Strategy,
    "figures": model.Figure,
    "projects": model.Project,
    "people": model.Person,
    "events": model.Event,
    "sectors": model.Sector,
    "terms": model.Term,
}
TEXT_FORMATS = ("json", "jsonl", "csv", "tsv", "yaml", "md")
MACHINE_FORMATS = ("json", "jsonl", "csv", "tsv", "yaml")
PROOF = {"paragraph": 1, "anchor": "要点"}


def records(*args: str) -> Any:
    return json.loads(example(*args, "-O", "json").out)


def rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


@pytest.mark.parametrize("command", KINDS)
def test_json_records_have_every_field_of_their_type_and_the_article(command: str) -> None:
    keys = {"article", *KINDS[command].__struct_fields__}
    found = records(command)
    assert found
    assert all(set(record) == keys for record in found)


def test_json_has_null_for_missing_values_and_unquoted_numbers() -> None:
    (figure,) = records("show", "air-rank")
    assert (figure["value"], figure["value_to"], figure["unit"]) == (2, None, None)
    assert figure["label"] == {"zh": "空气质量位次", "en": "Rank by air quality"}
    assert figure["evidence"] == [{"paragraph": 5, "anchor": "第二"}]
    assert records("show", "double-hundred")[0]["name"] == {"zh": "双百计划", "en": None}
    assert [event["date"] for event in records("events")] == ["2031-05-02", None]


def test_the_whole_model_is_one_object_with_what_each_section_has_under_its_name() -> None:
    whole = records("export")
    assert list(whole) == [name for name in article_type().__struct_fields__ if name in whole]
    assert whole["schema_version"] == 2
    assert whole["source"]["republished"] == "2031-05-06T08:30:00+08:00"
    left_out = {one.name: one.default for one in fields(model.Figure)}
    for listed, figure in zip(records("figures"), whole["figures"], strict=True):
        del listed["article"]
        assert figure == {key: listed[key] for key in listed if key in figure}
        assert all(listed[key] in (left_out[key], []) for key in listed.keys() - figure.keys())


def test_a_field_is_written_where_it_says_something_else_than_left_out(tmp_path: Path) -> None:
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    kept, file = "said_by: []", tmp_path / "model.yaml"
    file.write_text(
        f"{SMALLEST}people: [{{id: jia, name: {{zh: 甲某}}, {proof},\n"
        f"  positions: [{{text: {{zh: 甲}}, {proof}}}, {{text: {{zh: 乙}}, {kept}, {proof}}}]}}]\n"
        "strategies: [{id: plan, name: {zh: 方案}, kind: reform, stage: planned, said_by: [jia],\n"
        f"  inferred: [stage], {proof}, measures: [{{text: {{zh: 甲}}, {proof}}},\n"
        f"    {{text: {{zh: 乙}}, stage: planned, said_by: [jia], {proof}}}]}}]\n"
        f"projects: [{{id: quay, name: {{zh: 码头}}, status: planned, stage: planned, {proof}}}]\n",
        encoding="utf-8",
    )
    whole = json.loads(briefing("export", "-a", str(file), "-O", "json").out)
    first, second = whole["people"][0]["positions"]
    assert ("said_by" not in first, second["said_by"]) == (True, [])
    first, second = whole["strategies"][0]["measures"]
    assert first.keys() == {"text", "evidence"}
    assert (second.keys() - first.keys(), second["stage"]) == ({"stage"}, "planned")
    assert "stage" not in whole["projects"][0]


def test_a_section_that_is_asked_for_is_told_where_it_is_empty(smallest: str) -> None:
    asked = briefing("export", "-a", smallest, "--fields", "figures,summary", "-O", "json")
    assert json.loads(asked.out) == {
        "figures": [],
        "summary": {"gist": {"zh": "要点", "en": "Gist"}, "evidence": [PROOF]},
    }


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_model_as_large_as_may_be_is_read_again_from_its_export(
    form: str, tmp_path: Path
) -> None:
    named: dict[str, Any] = {"name": {"zh": "甲"}, "evidence": [PROOF]}
    role = {"text": {"zh": "乙"}, "evidence": [PROOF]}
    tied = {"kind": "city", "roles": [role], "links": [{**role, "place": "p0"}]}
    places = [{"id": f"p{at}", **named, **tied} for at in range(1_000)]
    plan = {"id": "plan", **named, "kind": "reform", "stage": "planned", "said_by": ["p0"]}
    data = {
        **yaml.load(SMALLEST, yaml.BaseLoader),
        "places": places,
        "strategies": [{**plan, "measures": [role] * 1_000}],
    }
    places[0]["aliases"] = ["又名"] * (MODEL_VALUES - 1 - count_values(data))
    file, again, third = (tmp_path / f"{name}.{form}" for name in ("model", "again", "third"))
    file.write_text(json.dumps(data), encoding="utf-8")
    assert briefing("export", "-a", str(file), "-o", str(again)).err == ""
    assert briefing("export", "-a", str(again), "-o", str(third)).err == ""
    assert third.read_bytes() == again.read_bytes()
    places[0]["aliases"].append("又名")
    file.write_text(json.dumps(data), encoding="utf-8")
    assert "too-large" in briefing("export", "-a", str(file)).err


@pytest.mark.parametrize("mark", ["'", " \"'\\n"])
def test_a_model_full_of_quotation_marks_is_read_again_from_its_export(
    mark: str, tmp_path: Path
) -> None:
    said = ("甲" + mark * 20_000)[:19_900] + "。"
    role = {"text": {"zh": said}, "evidence": [PROOF]}
    place = {"id": "p", "name": {"zh": "甲"}, "kind": "city", "evidence": [PROOF]}
    roles = [role] * (MODEL_MEBIBYTES * 2**20 * 4 // 5 // len(said))
    data = {**yaml.load(SMALLEST, yaml.BaseLoader), "places": [place | {"roles": roles}]}
    file, again, third = (tmp_path / f"{name}.yaml" for name in ("model", "again", "third"))
    text = yaml.dump(data, Dumper=Plain, allow_unicode=True, width=10**6)
    file.write_text(text, encoding="utf-8")
    assert briefing("export", "-a", str(file), "-o", str(again)).err == ""
    assert briefing("export", "-a", str(again), "-o", str(third)).err == ""
    assert third.read_bytes() == again.read_bytes()
    assert load([str(again)]).articles == load([str(file)]).articles


TEXT = yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG


class Plain(yaml.CSafeDumper):
    """Writes every text as a block, and each text anew."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


Plain.add_representer(str, lambda dumper, text: dumper.represent_scalar(TEXT, text, style="|"))


def count_values(data: Any) -> int:
    held = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + sum(map(count_values, held))


@pytest.mark.parametrize("form", MACHINE_FORMATS)
@pytest.mark.parametrize(
    "command", ["figures", "summary", "city dongjia", "city dongjia xiyi", "export"]
)
def test_the_language_changes_no_machine_format(command: str, form: str) -> None:
    if form in ("csv", "tsv") and command != "figures":
        command = "commitments"
    runs = {example(*command.split(), "-O", form, "--lang", lang) for lang in ("en", "zh", "both")}
    assert len(runs) == 1


def test_json_lines_have_the_records_of_json() -> None:
    lines = example("figures", "-O", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == records("figures")


def test_csv_has_a_row_for_each_record_and_a_column_for_each_language() -> None:
    figures = rows(example("figures", "-O", "csv").out)
    chosen = ("id", "label_zh", "label_en", "value", "unit", "paragraphs", "anchors")
    assert [figures[1][column] for column in chosen] == [
        *("investment", "总投资", "Total investment", "30000000000", "CNY", "5", "近300亿元"),
    ]
    assert len(figures) == len(records("figures"))


def test_tsv_has_the_rows_of_csv() -> None:
    text = example("figures", "-O", "tsv").out
    found = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))
    assert found == rows(example("figures", "-O", "csv").out)


@pytest.mark.parametrize(
    ("command", "form"),
    [
        *(("figures", form) for form in ("csv", "tsv", "yaml", "md")),
        *((one, form) for one in ("summary", "city dongjia", "export") for form in ("yaml", "md")),
    ],
)
def test_every_export_has_the_attribution(command: str, form: str) -> None:
    out = example(*command.split(), "-O", form, "--lang", "both").out
    assert all(name in out for name in ("青川示例报", "虚构网", "甲某"))


def test_a_document_names_its_source_in_the_language_asked_for() -> None:
    chinese, english = (
        example("figures", "-O", "md", "--lang", lang).out.splitlines()[-1] for lang in ("zh", "en")
    )
    assert "青川示例报" in chinese
    assert "Qingchuan Example Daily" in english
    assert "青川示例报" not in english


def test_a_table_has_the_attribution_once_for_each_article() -> None:
    found = rows(briefing("figures", "-a", EXAMPLE, "-a", SECOND, "-O", "csv").out)
    first = {one["article"]: at for at, one in reversed(list(enumerate(found)))}
    credited = {at: one["attribution"] for at, one in enumerate(found) if one["attribution"]}
    assert set(credited) == set(first.values())
    assert all("; “" in credit for credit in credited.values())
    assert len(set(credited.values())) == 2


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("command", ["summary", "city dongjia", "zone dongjia xiyi", "export"])
def test_several_sections_are_no_one_table(command: str, form: str) -> None:
    run = example(*command.split(), "-O", form, "--lang", "en")
    assert (run.status, run.out) == (2, "")
    assert "-o" in run.err
    assert "NAME.zip" in run.err
    assert "NAME.zip" in example(*command.split(), "-O", form, "--lang", "zh").err


LISTS = (
    *("places", "strategies", "figures --all", "projects", "people", "organisations", "events"),
    *(
        "sectors",
        "terms",
        "commitments",
        "timeline",
        "unsaid",
        "articles",
        "cite --style apa",
        "city",
        "zone",
    ),
    *("city", "zone", "paragraph 5", "search 项目", "show dongjia"),
)


@pytest.mark.parametrize("path", [EXAMPLE, SECOND, "@shipped"])
@pytest.mark.parametrize("command", LISTS)
def test_no_cell_holds_python(command: str, path: str) -> None:
    name = command if path == EXAMPLE else command.replace("show dongjia", "search 市")
    run = briefing(*name.split(), "-a", path, "-O", "csv")
    assert run.status == 0
    cells = [cell for row in csv.reader(io.StringIO(run.out, newline="")) for cell in row]
    assert not [one for one in cells if one.startswith(("{", "[")) or "': " in one]


def split_list(text: str) -> list[str]:
    """The items of a list in a cell, read as docs/formats.md says."""
    return [re.sub(r"\\(.)", r"\1", one, flags=re.S) for one in text.split(" | ")]


@given(st.lists(st.text(READABLE | st.sampled_from("|\\ ;")), min_size=1))
def test_a_list_in_a_cell_can_be_split_again(items: list[str]) -> None:
    assert split_list(write_list(items)) == items


WIDE = ("＝1", "﹢1", "－1", "＠x", "\n=1", " @x", "\u3000-1", "\n\u00a0＋1")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C'!A0", *WIDE])
def test_csv_escapes_text_that_a_spreadsheet_would_run(text: str) -> None:
    assert rows(as_csv({"id": "one", "note": text}))[0]["note"] == f"'{text}"


@pytest.mark.parametrize("number", [-1, -2.5, 0, 30000000000])
def test_csv_does_not_escape_numbers(number: float) -> None:
    assert rows(as_csv({"id": "one", "value": number}))[0]["value"] == str(number)


@given(st.text(READABLE | st.sampled_from('\n",; \t')))
def test_text_is_the_same_when_csv_is_read_again(text: str) -> None:
    escaped = f"'{text}" if may_be_formula(text) else text
    assert rows(as_csv({"id": "one", "note": text}))[0]["note"] == escaped


def as_csv(record: dict[str, Any]) -> str:
    return csv_format.render(Document((), [record], Phrase("报"), Phrase("报"), "zh"))


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_the_ending_of_a_file_chooses_its_format(form: str, tmp_path: Path) -> None:
    for ending in FORMATS[form].endings:
        file = tmp_path / f"figures{ending.upper()}"
        run = example("figures", "-o", str(file))
        assert (run.status, run.content, run.err) == (0, b"", "")
        assert file.read_bytes() == FORMATS[form].mark + example("figures", "-O", form).content


def test_csv_has_a_byte_order_mark_in_a_file_but_not_in_a_pipe(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    example("figures", "-o", str(file))
    assert file.read_bytes().startswith(b"\xef\xbb\xbfarticle,")
    assert example("figures", "-O", "csv").content.startswith(b"article,")
    assert example("figures", "-O", "csv", "-o", "-") == example("figures", "-O", "csv")


def test_a_named_format_has_priority_over_the_ending(tmp_path: Path) -> None:
    file = tmp_path / "figures.txt"
    example("figures", "-O", "JSON", "-o", str(file))
    assert json.loads(file.read_bytes()) == records("figures")


@pytest.mark.parametrize("name", ["", "nowhere/figures.json", "folder.json", "x" * 300 + ".json"])
def test_a_file_that_cannot_be_written_gives_status_3_and_leaves_nothing(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "folder.json").mkdir()
    run = example("figures", "-O", "json", "-o", str(tmp_path / name))
    assert (run.status, run.out) == (3, "")
    assert run.err.startswith("briefing: cannot write ")
    assert len(run.err.splitlines()) == 1
    assert os.listdir(tmp_path) == ["folder.json"]


def test_a_failed_write_leaves_the_old_file_and_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "figures.json"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", refuse)
    assert example("figures", "-o", str(file)).status == 3
    assert file.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["figures.json"]


def test_a_mistaken_command_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "city.json"
    file.write_text("old", encoding="utf-8")
    assert example("city", "nowhere", "-o", str(file)).status == 1
    assert file.read_text(encoding="utf-8") == "old"


def test_a_file_keeps_its_permissions_and_a_symbolic_link_its_target(tmp_path: Path) -> None:
    file, link = tmp_path / "figures.json", tmp_path / "link.json"
    file.touch(mode=0o600)
    link.symlink_to(file)
    assert example("figures", "-o", str(link)).status == 0
    assert link.is_symlink()
    assert json.loads(file.read_bytes()) == records("figures")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("path", [EXAMPLE, "data/article.yaml"])
def test_a_model_exported_as_yaml_reads_as_the_same_model(
    path: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    file = tmp_path / "copy.yaml"
    original = str(pytestconfig.rootpath / path)
    assert briefing("export", "-a", original, "-o", str(file)).status == 0
    assert briefing("export", "-a", str(file), "-O", "json") == briefing(
        *("export", "-a", original, "-O", "json")
    )


@given(st.text(READABLE, min_size=1))
def test_any_text_survives_yaml(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("yaml")
    file, copy = folder / "model.yaml", folder / "copy.yaml"
    file.write_text(english(text), encoding="utf-8")
    assert briefing("export", "-a", str(file), "-o", str(copy)).err == ""
    whole = json.loads(briefing("export", "-a", str(copy), "-O", "json").out)
    assert whole["source"]["title"]["en"] == text


def test_other_yaml_parsers_read_the_same_records() -> None:
    read = yaml.safe_load(example("figures", "-O", "yaml").out)
    assert read == records("figures")


def test_a_machine_format_names_the_article(smallest: str) -> None:
    for form in MACHINE_FORMATS:
        command = "cite" if form in ("csv", "tsv") else "summary"
        assert "smallest" in briefing(command, "-a", smallest, "-O", form).out


def test_markdown_escapes_text_in_a_table(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    term = "terms: [{id: t, name: {zh: 'a|b*c'}, gloss: {zh: '<i>'}, evidence: "
    file.write_text(f"{SMALLEST}{term}[{{paragraph: 1, anchor: a}}]}}]", encoding="utf-8")
    assert r"| a\|b\*c | \<i\> |" in briefing("terms", "-a", str(file), "-O", "md").out


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@team/x", "\\@<!-- -->team/x"),
        ("o/r#12", "o/r\\#<!-- -->12"),
        ("GH-12", "GH-<!-- -->12"),
        (
            ":tea: :thumbs_up: :+1: :100:",
            r":<!-- -->tea: :<!-- -->thumbs\_up: :<!-- -->+1: :<!-- -->100:",
        ),
        ("08:30:00, a: b: c", "08:30:00, a: b: c"),
        ("WWW.x.example ftp://x", r"WWW\.x.example ftp\://x"),
    ],
)
def test_markdown_names_nobody_and_links_nothing_that_a_text_has(
    text: str, written: str, tmp_path: Path
) -> None:
    file = tmp_path / "model.yaml"
    file.write_text(SMALLEST.replace("en: Gist", f'en: "{text}"'), encoding="utf-8")
    out = briefing("summary", "-a", str(file), "-O", "md").out
    assert f"\n{written} " in out


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_duckdb_reads_the_columns_with_their_types(ending: str, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    file = tmp_path / f"figures.{ending}"
    briefing("figures", "-o", str(file))
    found = duckdb.sql(
        f"select label_zh, value, unit, qualifier from '{file}' where id = 'key-investment'"
    )
    assert found.fetchall() == [("忻州已谋划重点项目的投资规模", 200_000_000_000.0, "CNY", "about")]


@pytest.mark.parametrize(
    "command", ["figures", "projects", "people", "events", "sectors", "terms", "strategies"]
)
def test_an_empty_list_has_the_columns_of_a_full_one(command: str) -> None:
    full, *rows = example(command, "-O", "csv").out.splitlines()
    assert rows
    assert example(command, "zzzz", "-O", "csv").out.splitlines() == [full]
