"""A source that is no text in UTF-8 is told as what it is, with what makes a text of it."""

import io
import zipfile
from pathlib import Path

import pytest

from briefing.limits import SOURCE_NUMBERS, SOURCE_PARAGRAPHS, SOURCE_SENTENCES
from briefing.model.text import read_text, split_paragraphs
from briefing.problem import ModelError
from briefing.words.messages import told
from support import EXAMPLE, HERE, briefing

TEXT = (HERE / "second.txt").read_text(encoding="utf-8")
TRADITIONAL = (
    "這是一個經濟運行的觀察，全省的產業發展在建設中。他們說，為了這個國家，我們要動起來。\n" * 9
)
JAPANESE = "これは日本の経済についての観察で、前年に比べて増加した。\n" * 9
PAGE = f'<!DOCTYPE html>\n<html lang="zh"><body><p>{TEXT}</p></body></html>'


def zipped(name: str, content: str = "x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", content)
        made.writestr(name, content)
    return file.getvalue()


FILES: dict[str, tuple[bytes, str, str]] = {
    "GB18030": (
        TEXT.encode("gb18030"),
        "not-utf-8",
        "iconv -f GB18030 -t UTF-8 'a b.txt' > new.txt",
    ),
    "GBK behind ASCII": (b"2031 " * 40 + TEXT.encode("gbk"), "not-utf-8", "iconv -f GB18030"),
    "Big5": (TRADITIONAL.encode("big5"), "not-utf-8", "iconv -f BIG5"),
    "Shift JIS": (JAPANESE.encode("shift_jis"), "not-utf-8", "iconv -f SHIFT_JIS"),
    "UTF-16": (TEXT.encode("utf-16"), "not-utf-8", "iconv -f UTF-16 "),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), "not-utf-8", "iconv -f UTF-16LE"),
    "UTF-16 the other way": (TEXT.encode("utf-16-be"), "not-utf-8", "iconv -f UTF-16BE"),
    "UTF-32": (TEXT.encode("utf-32"), "not-utf-8", "iconv -f UTF-32"),
    "Latin": ("déjà vu".encode("latin-1"), "not-utf-8", "save the file as UTF-8"),
    "cut in a character": (TEXT.encode()[:601], "not-utf-8", "type it anew"),
    "a page": (PAGE.encode(), "not-text", "a web page (HTML); to convert it: pandoc -f html"),
    "a page in GBK": (
        PAGE.encode("gbk"),
        "not-text",
        "iconv -f GB18030 -t UTF-8 'a b.txt' | pandoc",
    ),
    "a part of a page": (PAGE[40:].replace("。", "。</p><p>").encode(), "not-text", "(HTML)"),
    "a saved page": (
        b"Subject: x\r\nContent-Type: multipart/related;\r\n\r\n",
        "not-text",
        "saved",
    ),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "not-text", "pdftotext -enc UTF-8 'a b.txt' new.txt"),
    "Word": (zipped("word/document.xml"), "not-text", "a Word file; to convert it: pandoc"),
    "OpenDocument": (zipped("a", "application/vnd.oasis.opendocument.text"), "not-text", "pandoc"),
    "zip": (zipped("a.txt"), "not-text", "unpacked"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not-text", "soffice"),
    "locked Word": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "not-text",
        "an Office file with a password",
    ),
    "RTF": (b"{\\rtf1 x}", "not-text", "RTF"),
    "gzip": (b"\x1f\x8b\x08\x00", "not-text", "gzip -dc"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "not-text", "OCR"),
    "nothing": (b"", "empty", "the source text is empty"),
    "blanks": ("\ufeff \n\u3000\n".encode(), "empty", "the source text is empty"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_text_is_told_as_what_it_is(name: str, tmp_path: Path) -> None:
    content, code, said = FILES[name]
    file = tmp_path / "a b.txt"
    file.write_bytes(content)
    with pytest.raises(ModelError) as raised:
        read_text(str(file))
    (problem,) = raised.value.problems
    assert problem.code == code
    assert said.replace("a b.txt", str(file)) in told(problem.message, "en")
    done = briefing("check", EXAMPLE, "--source", str(file))
    assert done.status == 3
    assert len(done.out.splitlines()) <= 2


@pytest.mark.parametrize(
    "text", [TEXT, "\ufeff" + TEXT, "a < b > c\n" + TEXT, TRADITIONAL, JAPANESE]
)
def test_a_text_is_taken(text: str, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    paragraphs = read_text(str(file)).paragraphs
    assert paragraphs
    assert not paragraphs[0].text.startswith("\ufeff")  # its digest is that of what is read


@pytest.mark.parametrize("command", ["quantities", "check", "proof"])
def test_a_text_of_more_numbers_than_any_text_has_is_refused(command: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("增长1元，" * (SOURCE_NUMBERS + 1), encoding="utf-8")
    options = {
        "quantities": [str(tmp_path / "text.txt")],
        "check": [EXAMPLE, "--source", str(tmp_path / "text.txt")],
        "proof": [
            "--article",
            EXAMPLE,
            "--source",
            str(tmp_path / "text.txt"),
            "-o",
            str(tmp_path / "p.html"),
        ],
    }
    done = briefing(command, *options[command])
    assert done.status == 3
    assert "too-large" in done.out + done.err


def test_numerals_in_a_row_are_counted_as_the_numbers_that_they_may_be(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("年一百二十一百二十\n" * (SOURCE_NUMBERS // 2 + 1), encoding="utf-8")
    assert f"{SOURCE_NUMBERS:,} numbers" in briefing("quantities", str(file)).err


def test_a_text_of_too_many_paragraphs_is_refused_with_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("年\n\n" * SOURCE_PARAGRAPHS, encoding="utf-8")
    assert briefing("quantities", str(file)).status == 0
    file.write_text("年\n" * (SOURCE_PARAGRAPHS + 1), encoding="utf-8")
    assert f"{SOURCE_PARAGRAPHS:,} paragraphs" in briefing("quantities", str(file)).err


def test_a_text_of_too_many_sentences_is_refused_with_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("年！！" * SOURCE_SENTENCES, encoding="utf-8")
    assert briefing("quantities", str(file)).status == 0
    file.write_text("年。" * (SOURCE_SENTENCES + 1), encoding="utf-8")
    assert f"{SOURCE_SENTENCES:,} sentences" in briefing("quantities", str(file)).err


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_at_every_break_and_is_counted_as_editors_do(mark: str) -> None:
    found = split_paragraphs(f"甲县{mark} 乙县\n丙县")
    assert [one.text for one in found] == ["甲县", "乙县", "丙县"]
    assert [one.place() for one in found] == [(1, 1), (1, 5), (2, 1)]


@pytest.mark.parametrize("name", ["memo.txt", "memo.md", "memo.html"])
def test_a_control_character_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    for command in (["verify", str(file), "-a", EXAMPLE], ["quantities", str(file)]):
        file.write_text("清河县\n谋划\x1b[31m项目24项。\n", encoding="utf-8")
        done = briefing(*command)
        assert done.status == 3
        assert f"{name}:2:3: control-character" in done.err
        assert "U+001B" in done.err
