"""The command that holds a memo against models."""

import json
import re
from pathlib import Path

import pytest

from support import SECOND, Run, briefing

MEMO = "甲一码头计划总投资61亿元。\n\n甲一码头于9月12日开工。\n"
KEYS = ["line", "column", "text", "kind", "status", "article", "record", "paragraph", "says"]


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    file = tmp_path / "memo.md"
    file.write_text(MEMO, encoding="utf-8")
    return file


def verify(memo: Path, *args: str) -> Run:
    return briefing("verify", str(memo), "-a", SECOND, *args)


def test_a_contradiction_is_a_line_and_a_status(memo: Path) -> None:
    run = verify(memo, "--lang", "en")
    assert run.status == 1
    assert f"{memo}:1:10: contradicted: number '61亿元'" in run.out
    assert "CNY 1.6 billion" in run.out
    assert run.out.endswith("contradicted 1, unknown 0\n")


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "5.6% (up, year on year, "), ("zh", "5.6%（上升，同比，")]
)
def test_what_is_told_the_wrong_way_is_one_line_with_the_way(
    memo: Path, lang: str, said: str
) -> None:
    memo.write_text("GDP in Qingchuan shrank by 5.6% in the first three quarters.\n", "utf-8")
    contradicted, tally = verify(memo, "--lang", lang).out.splitlines()
    assert said in contradicted
    assert "shrank" not in contradicted + tally


def test_a_line_says_how_far_what_the_model_has_has_come(memo: Path) -> None:
    memo.write_text("东甲市谋划重点工程25项。\n", encoding="utf-8")
    assert ": 24 (planned" in verify(memo, "--lang", "en").out


def test_a_memo_in_which_nothing_is_judged_does_not_look_as_if_it_passed(memo: Path) -> None:
    memo.write_text("请阅。\n", encoding="utf-8")
    assert "unknown 0 (nothing in it could be compared)" in verify(memo, "--lang", "en").out


def test_what_is_unknown_fails_only_where_it_is_asked_to(memo: Path) -> None:
    memo.write_text("甲一码头用工3300人。\n", encoding="utf-8")
    assert (verify(memo).status, verify(memo, "--strict").status) == (0, 1)


def test_json_has_every_claim_with_the_same_keys(memo: Path) -> None:
    found = json.loads(verify(memo, "-O", "json").out)
    assert all(list(one) == KEYS for one in found)
    assert {one["status"] for one in found} == {"borne_out", "contradicted"}
    assert set(next(one["says"] for one in found if one["says"])) == {"zh", "en"}


def test_github_shows_what_is_not_borne_out(memo: Path) -> None:
    [line] = verify(memo, "-O", "github").out.splitlines()
    assert line.startswith("::error file=")
    assert "line=1,col=10,title=contradicted::" in line


def test_the_page_marks_the_memo_in_place(memo: Path, tmp_path: Path) -> None:
    page = tmp_path / "memo.html"
    verify(memo, "-o", str(page))
    written = page.read_text(encoding="utf-8")
    assert "<mark class=contradicted><a href=#n1 id=m1>61亿元" in written
    assert "<mark class=borne_out>9月12日</mark>" in written
    assert "http" not in written.split("<body")[1]


def test_a_memo_is_not_overwritten(memo: Path) -> None:
    assert verify(memo, "-O", "text", "-o", str(memo)).status == 2
    assert memo.read_text(encoding="utf-8") == MEMO


def test_what_moves_a_cursor_in_a_memo_is_named_on_its_page(tmp_path: Path) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text("东甲市谋划了24项\u202e重点工程。", encoding="utf-8")
    page = briefing("verify", str(memo), "-a", SECOND, "-O", "html").out
    assert "[U+202E]" in page
    assert "\u202e" not in page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", [("summary",), ("city", "dongjia"), ("commitments",)])
def test_nothing_that_the_tool_tells_of_a_model_is_contradicted_by_it(
    tmp_path: Path, command: tuple[str, ...], lang: str
) -> None:
    memo = str(tmp_path / "own.md")
    assert briefing(*command, "-a", SECOND, "--lang", lang, "-o", memo).status == 0
    run = briefing("verify", memo, "-a", SECOND, "--lang", "en")
    assert "contradicted 0" in run.out


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_page_is_verified_in_the_encoding_that_it_has(tmp_path: Path, encoding: str) -> None:
    memo = tmp_path / "memo.html"
    page = "<head><meta charset='gb18030'></head><body><p>甲一码头计划总投资61亿元。</p></body>"
    memo.write_bytes(f"<html>{page}</html>".encode(encoding))
    assert "contradicted: number '61亿元'" in verify(memo, "--lang", "en").out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("memo.md", "# 工作备忘\n\n## 一、港口\n\n- 甲一码头\n\n1. 总投资61亿元。\n"),
        (
            "memo.html",
            "<h1>工作备忘</h1><h2>一、港口</h2><ul><li>甲一码头</li></ul><ol>"
            "<li>总投资61亿元。</li></ol>",
        ),
    ],
)
def test_headings_and_lists_of_a_memo_are_such_on_its_page(
    tmp_path: Path, name: str, text: str
) -> None:
    memo = tmp_path / name
    memo.write_text(text, encoding="utf-8")
    page = briefing("verify", str(memo), "-a", SECOND, "-O", "html").out
    assert "<h2 lang=zh>工作备忘</h2>" in page
    assert re.search("<h3 lang=zh>(?:<span class=mark>一、</span> )?港口</h3>", page)
    assert "<p lang=zh class=item><span class=mark>•</span> " in page
    assert re.search("<p lang=zh class=item><span class=mark>(?:1.|•)</span> 总投资", page)


def test_headings_of_a_word_document_are_such_on_its_page(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("工作备忘", 0)
    document.add_heading("港口", 2)
    document.add_paragraph("甲一码头")
    memo = tmp_path / "memo.docx"
    document.save(memo)
    page = briefing("verify", str(memo), "-a", SECOND, "-O", "html").out
    assert "<h2 lang=zh>工作备忘</h2>" in page
    assert "<h3 lang=zh>港口</h3>" in page
    assert "<p lang=zh>" in page
