"""What is new is one entry in one table, and every part of the tool that should know it does.

A section with a date, a format, a rule, a unit and a message are added for the length of a test.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from reference import model_reference

import briefing as api
from briefing.checks.context import ProofContext
from briefing.checks.manual import explain_codes
from briefing.checks.registry import RULES, source_rule
from briefing.document import Document
from briefing.model.parts import Bilingual, Date, Id, Statement
from briefing.model.records import Record
from briefing.model.sections import SECTIONS, Section
from briefing.output.formats import FORMATS, Format
from briefing.problem import Finding, message
from briefing.quantities import scan_paragraph, units
from briefing.serving.tools import TOOLS
from briefing.words.catalogue import catalogue
from support import briefing

MODEL = """\
source:
  id: trials
  title: {zh: 试验, en: Trials}
  publisher: {zh: 报, en: Paper}
  published: 2031-05-06
  text: text.txt
summary:
  gist: {zh: 要点, en: Gist}
  evidence: [{paragraph: 1, anchor: 试验}]
places:
  - {id: dong, name: {zh: 东甲, en: Dongjia}, kind: city, evidence: [{paragraph: 2, anchor: 东甲}]}
trials:
  - id: sowing
    name: {zh: 试种, en: Sowing}
    date: 2031-05-02
    places: [dong]
    outcome: {zh: 出苗, en: Sprouts}
    steps:
      - text: {zh: 翻土, en: Digging}
        evidence: [{paragraph: 2, anchor: 翻土}]
    evidence: [{paragraph: 2, anchor: 5月2日试种}]
waived:
  - {paragraph: 1, text: '2031-05-06 08:30', reason: {zh: 时间, en: Time}}
"""
TEXT = "试验（报） 2031-05-06 08:30\n\n东甲市5月2日试种，先翻土，后出苗。\n"


class Trial(Record, frozen=True, kw_only=True):
    """Something that was tried."""

    name: Bilingual
    date: Date | None = None
    places: tuple[Id, ...] = ()
    outcome: Bilingual | None = None
    steps: tuple[Statement, ...] = ()


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A model with a section that the tool has only just got to know."""
    section = Section(
        "trials",
        Trial,
        heading=("试验", "Trials"),
        one=("试验", "Trial"),
        columns=("date", "title", "outcome", "places"),
        help=("列出试验。", "List the trials."),
        example="trials",
    )
    waived = SECTIONS.pop("waived")  # it stays the last one
    monkeypatch.setitem(SECTIONS, "trials", section)
    SECTIONS["waived"] = waived
    monkeypatch.setitem(catalogue(), "heading.outcome", ("结果", "Outcome"))
    monkeypatch.setitem(catalogue(), "heading.steps", ("步骤", "Steps"))
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    file = tmp_path / "trials.yaml"
    file.write_text(MODEL, encoding="utf-8")
    return str(file)


def shown(*args: str) -> str:
    run = briefing(*args)
    assert (run.status, run.err) == (0, "")
    return run.out


def test_a_section_is_known_to_every_command(trials: str) -> None:
    assert "Sowing" in shown("trials", "-a", trials)
    assert "2 May 2031" in shown("trials", "--city", "dong", "-a", trials)
    assert "出苗" in shown("trials", "--lang", "zh", "-a", trials)
    assert "sowing" in shown("search", "sprouts", "-a", trials)
    assert "Outcome" in shown("show", "sowing", "-a", trials)
    assert "Digging" in shown("show", "sowing", "-a", trials)
    assert "Trials" in shown("city", "dong", "-a", trials)
    assert "Trials" in shown("city", "dong", "dong", "-a", trials)
    assert "para. 2" in shown("cite", "sowing", "--style", "apa", "-a", trials)
    assert "trials" in shown("--help")
    assert "List the trials." in shown("trials", "--help")
    assert "--city" in shown("trials", "--help")
    assert "did you mean trials" in briefing("试验").err
    assert "outcome" in json.loads(shown("schema"))["$defs"]["Trial"]["properties"]
    assert "trials" in TOOLS["search"].schema("en")["properties"]["section"]["enum"]


@pytest.mark.parametrize("form", [name for name, one in FORMATS.items() if not one.binary])
def test_a_section_is_in_every_export(trials: str, form: str) -> None:
    command = "trials" if form in ("csv", "tsv") else "export"  # which hold one table
    exported = shown(command, "-a", trials, "-O", form)
    assert "sowing" in exported
    assert "{'" not in exported  # no value is written as Python has it


def test_a_section_has_a_sheet_in_the_workbook(trials: str, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    shown("export", "-a", trials, "--lang", "en", "-o", str(tmp_path / "all.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    rows = {name: [[cell.value for cell in row] for row in book[name]] for name in book.sheetnames}
    assert {"Trial", "Outcome"} <= set(rows["Trials"][0])
    assert {"Sowing", "Sprouts"} <= set(rows["Trials"][1])
    assert rows["Steps"][1][:2] == ["Sowing", "Digging"]


def test_a_section_has_a_table_in_the_package(trials: str, tmp_path: Path) -> None:
    shown("export", "-a", trials, "-o", str(tmp_path / "all.zip"))
    with zipfile.ZipFile(tmp_path / "all.zip") as package:
        assert "sowing,试种,Sowing,2031-05-02,出苗,Sprouts,," in package.read("trials.csv").decode()
        assert "trials,sowing,1,翻土,Digging" in package.read("steps.csv").decode()
        assert "trials,sowing,steps,1,2,翻土" in package.read("evidence.csv").decode()


def test_a_section_is_completed_and_is_in_the_reference(trials: str) -> None:
    environ = {"_BRIEFING_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    words = "briefing\nshow\nsow"
    run = briefing(BRIEFING_ARTICLE=trials, COMP_WORDS=words, **environ)
    assert run.out.splitlines() == ["sowing"]
    assert "`outcome`" in model_reference()


def test_references_and_types_of_a_section_are_checked(trials: str) -> None:
    file = Path(trials)
    file.write_text(MODEL.replace("places: [dong]", "places: [xi]"), encoding="utf-8")
    assert ": unknown-id: " in briefing("trials", "-a", trials).err
    file.write_text(MODEL.replace("name: {zh: 试种", "label: {zh: 试种"), encoding="utf-8")
    assert ": missing-key: " in briefing("trials", "-a", trials).err


def test_a_date_of_a_section_is_proved(trials: str) -> None:
    assert "values 2/2" in shown("check", trials).replace("no-digests", "")
    Path(trials).write_text(MODEL.replace("2031-05-02", "2031-05-03"), encoding="utf-8")
    run = briefing("check", trials)
    assert run.status == 1
    assert ": date-differs: " in run.out


def writer(content: str | None) -> ModuleType:
    """A module that writes documents, or fails to."""
    module = ModuleType("briefing.output.shout")

    def render(document: Document) -> str:
        if content is None:
            raise ValueError("this writer is broken")
        return f"{content} {document.section}\n"

    module.render = render  # type: ignore[attr-defined]  # modules are made so
    return module


def test_a_format_is_offered_named_and_chosen_by_ending(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(FORMATS, "shout", Format("shout", "shout", (".loud",)))
    monkeypatch.setitem(sys.modules, "briefing.output.shout", writer("HEAR"))
    assert shown("figures", "-O", "shout") == "HEAR figures\n"
    shown("figures", "-o", str(tmp_path / "a.loud"))
    assert (tmp_path / "a.loud").read_text(encoding="utf-8") == "HEAR figures\n"
    assert "shout" in shown("figures", "--help")
    assert "shout" in briefing("figures", "-O", "shoot").err
    environ = {"COMP_WORDS": "briefing\nfigures\n-O\nsh", "COMP_CWORD": "3"}
    assert briefing(_BRIEFING_COMPLETE="complete_bash", **environ).out.split() == ["shout"]


def test_a_broken_writer_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "shout", Format("shout", "shout", (".loud",)))
    monkeypatch.setitem(sys.modules, "briefing.output.shout", writer(None))
    with pytest.raises(ValueError, match="broken"):
        briefing("figures", "-O", "shout")


def test_a_rule_and_a_message_are_told_in_every_way(
    monkeypatch: pytest.MonkeyPatch, trials: str
) -> None:
    for name in list(RULES):  # what the test enters is taken out again
        monkeypatch.setitem(RULES, name, RULES[name])
    monkeypatch.setitem(catalogue(), "no-shouting", ("不要喊“{text}”", "do not shout '{text}'"))

    @source_rule()
    def no_shouting(_: ProofContext) -> Iterator[Finding]:
        """Somebody shouts."""
        yield Finding(message("no-shouting", text="喂"), ("source", "title"))

    try:
        assert ": no-shouting: do not shout '喂'" in briefing("check", trials).out
        assert ": no-shouting: 不要喊“喂”" in briefing("check", trials, "--lang", "zh").out
        told = json.loads(briefing("check", trials, "-O", "json").out)["problems"]
        (problem,) = [one for one in told if one["code"] == "no-shouting"]
        assert problem["message"] == {"zh": "不要喊“喂”", "en": "do not shout '喂'"}
        assert problem["values"] == {"text": "喂"}
        assert explain_codes()["no-shouting"] == "Somebody shouts."
    finally:
        del RULES["no-shouting"]


def test_a_unit_is_read_in_both_languages_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    row = units.Row("measure", "zhang", ["仗"], ["zhang", "zhangs"])
    original = units.rows()
    for cached in (units.rows, units.english_units):
        cached.cache_clear()
    monkeypatch.setattr(units, "rows", lambda: [*original, row])
    assert units.chinese_units()["仗"].code == "zhang"
    assert units.english_units()["zhangs"] == "zhang"
    units.english_units.cache_clear()


def test_the_public_names_are_there() -> None:
    assert all(getattr(api, name) is not None for name in api.__all__)
    assert scan_paragraph("项目24项")[0].value == 24
