"""A Word document is read as it would stand with its changes accepted, or refused with a reason."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.drafting.pages.page import read_page
from briefing.files.docx import read_docx
from briefing.limits import DOCUMENT_MEBIBYTES, DOCUMENT_TAGS
from briefing.problem import ModelError
from support import EXAMPLE, briefing

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def packed(body: str, before: str = "", names: str = NAMES, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<x/>")
        made.writestr(
            "word/document.xml",
            f"{before}<w:document {names}><w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", f"<w:x {names}>{content}</w:x>")
    return file.getvalue()


def run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


def line(*parts: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(parts)}</w:p>"


BOX = f"<w:txbxContent>{line(run('框里'))}</w:txbxContent>"
BODIES: dict[str, tuple[str, list[str]]] = {
    "runs, tabs and breaks": (
        line(run("去年"), run("增长"), "<w:r><w:tab/><w:t>5%</w:t><w:br/><w:t>其中</w:t></w:r>"),
        ["去年增长\t5%", "其中"],
    ),
    "cells of tables, blank ones not": (
        f"<w:tbl><w:tr><w:tc>{line(run('甲市'))}</w:tc><w:tc>{line()}</w:tc>"
        f"<w:tc>{line(run('30亿元'))}{line(run('（初步）'))}</w:tc></w:tr></w:tbl>{line(run('注'))}",
        ["甲市", "30亿元", "（初步）", "注"],
    ),
    "a box once, behind its paragraph": (
        line(
            run("前"),
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="s"><s:txbx>{BOX}</s:txbx></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            run("后"),
        ),
        ["前后", "框里"],
    ),
    "no field codes, no hidden text, no readings": (
        line(
            run("第"),
            "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            run("密", "<w:rPr><w:vanish/></w:rPr>"),
            run("3", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
            f"<w:r><w:ruby><w:rt>{run('ye')}</w:rt><w:rubyBase>{run('页')}</w:rubyBase></w:ruby></w:r>",
        ),
        ["第3页"],
    ),
    "formulas as they are written in a line": (
        line(
            run("约"),
            "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r>"
            "</m:sup></m:sSup></m:oMath>",
            run("亩的"),
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r>"
            "</m:den></m:f></m:oMath>",
            run("，即"),
            "<m:oMath><m:r><m:t>25</m:t></m:r><m:sSup><m:e><m:r><m:t>km</m:t></m:r></m:e><m:sup>"
            "<m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>",
        ),
        ["约10^4亩的1/3，即25km2"],
    ),
    "no numbers of pages": (
        line(
            run("一、概况"),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> PAGEREF a</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("12"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            run("。"),
        ),
        ["一、概况。"],
    ),
    "inside controls and links": (
        f"<w:sdt><w:sdtContent>{line('<w:hyperlink>', run('链接'), '</w:hyperlink>')}"
        "</w:sdtContent></w:sdt>",
        ["链接"],
    ),
    "a hidden row": (
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{line(run('旧'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{line(run('新'))}</w:tc></w:tr></w:tbl>",
        ["新"],
    ),
}
CHANGES: dict[str, tuple[str, list[str]]] = {
    "inserted and deleted words": (
        line(
            run("投资"),
            "<w:del><w:r><w:delText>20</w:delText></w:r></w:del>",
            f"<w:ins>{run('30')}</w:ins>",
            run("亿元"),
        ),
        ["投资30亿元"],
    ),
    "moved words": (
        line(f"<w:moveFrom>{run('甲')}</w:moveFrom>", run("乙"))
        + line(f"<w:moveTo>{run('甲')}</w:moveTo>"),
        ["乙", "甲"],
    ),
    "a deleted end of a paragraph": (
        line(run("一半"), mark="<w:del/>") + line(run("另一半")) + line(run("下段")),
        ["一半另一半", "下段"],
    ),
    "a deleted row": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{line(run('旧'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{line(run('新'))}</w:tc></w:tr></w:tbl>",
        ["新"],
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_what_a_reader_sees_is_the_text(name: str) -> None:
    body, lines = BODIES[name]
    assert read_docx(packed(body), "a.docx")[:2] == (tuple(lines), False)
    strict = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_docx(packed(body, names=strict), "a.docx").paragraphs == tuple(lines)


@pytest.mark.parametrize("name", CHANGES)
def test_tracked_changes_are_taken_as_accepted_and_told(name: str) -> None:
    body, lines = CHANGES[name]
    assert read_docx(packed(body), "a.docx")[:2] == (tuple(lines), True)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=20)
    )
)
def test_the_paragraphs_of_any_document_come_back(lines: list[str]) -> None:
    word = docx.Document()
    for text in lines:
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    kept = tuple(text.strip() for text in lines if text.strip())
    assert read_docx(out.getvalue(), "a.docx")[:2] == (kept, False)


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{line(run(text))}</w:{kind}>'


def test_notes_that_are_referred_to_and_margins_stand_apart() -> None:
    gone = f"<w:del>{reference('footnote', 3)}</w:del>"
    pages = f'{run("第")}<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>{run("页")}'
    word = read_docx(
        packed(
            line(run("正文"), reference("footnote", 2), reference("endnote", 2), gone),
            footnotes=note("footnote", 1, "无")
            + note("footnote", 2, "脚注")
            + note("footnote", 3, "删"),
            endnotes=note("endnote", 2, "尾注"),
            header1=line(run("报告")),
            header2=line(run("报告")),
            footer1=line(pages),
        ),
        "a.docx",
    )
    assert word.paragraphs == ("正文",)
    assert word.notes == ("脚注", "尾注")
    assert word.margins == ("报告",)
    assert word.unread == ()


STYLES = (
    '<w:style w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="more"><w:basedOn w:val="secret"/></w:style>'
    '<w:style w:styleId="seen"><w:basedOn w:val="more"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    '</w:style><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "shown"), [("secret", "甲丙"), ("more", "甲丙"), ("seen", "甲乙丙"), ("a", "甲乙丙")]
)
def test_what_a_style_hides_is_not_read(style: str, shown: str) -> None:
    styled = run("乙", f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>')
    word = read_docx(packed(line(run("甲"), styled, run("丙")), styles=STYLES), "a.docx")
    assert word.paragraphs == (shown,)


def test_a_run_is_shown_that_says_so_whatever_its_style_hides() -> None:
    shown = run("乙", '<w:rPr><w:rStyle w:val="more"/><w:vanish w:val="0"/></w:rPr>')
    hidden = f'<w:p><w:pPr><w:pStyle w:val="more"/></w:pPr>{run("丁")}</w:p>'
    word = read_docx(packed(line(shown) + hidden + line(run("戊")), styles=STYLES), "a.docx")
    assert word.paragraphs == ("乙", "戊")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_memo_tells_that_its_changes_are_taken_as_accepted(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(packed(line(run("清河县"), f"<w:ins>{run('谋划项目24项')}</w:ins>")))
    done = briefing("verify", str(file), "-a", EXAMPLE, "--lang", lang)
    for said in (done.err, done.out.splitlines()[-1]):
        assert {"zh": "接受修订", "en": "changes"}[lang] in said


def test_what_is_left_out_of_a_document_is_named() -> None:
    parts = {"comments": line(run("请核")), "charts/chart1": "", "diagrams/data1": ""}
    word = read_docx(packed(f"{line(run('文'))}<w:altChunk/>", **parts), "a.docx")
    assert word.unread == ("comments", "charts", "diagrams", "files")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_memo_is_judged_with_its_notes_and_tells_what_is_not_judged(
    lang: str, tmp_path: Path
) -> None:
    file = tmp_path / "memo.docx"
    parts = {
        "footnotes": note("footnote", 2, "清河县谋划项目99项。"),
        "comments": line(run("请核")),
    }
    file.write_bytes(packed(line(run("清河县"), reference("footnote", 2)), **parts))
    done = briefing("verify", str(file), "-a", EXAMPLE, "--lang", lang)
    assert f"{file}:2:8:" in done.out
    for said in (done.err, done.out.splitlines()[-1]):
        assert {"zh": "批注", "en": "comments"}[lang] in said


def test_a_draft_has_the_notes_of_a_document_and_tells_what_it_leaves_out() -> None:
    body = line(run("清河县今年谋划项目24项，总投资近30亿元。"), reference("footnote", 2))
    parts = {"footnotes": note("footnote", 2, "含上年结转的项目。"), "header1": line(run("内部"))}
    page = read_page(packed(body, **parts), "a.docx")
    assert page.paragraphs[-1] == "含上年结转的项目。"
    assert any(one.key == "draft.unread" for one in page.told)


LOCKED = bytearray(packed(line(run("x"))))
for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    for place in (LOCKED.find(mark), LOCKED.rfind(mark)):
        LOCKED[place + at] |= 1
REFUSED: dict[str, tuple[bytes, str]] = {
    "no zip": (b"PK\x03\x04 word/", "no-document.broken"),
    "cut off": (packed(line(run("x")))[:-40], "no-document.broken"),
    "half of its XML": (packed("<w:p>")[:-1] + b"x", "no-document.broken"),
    "another archive": (packed("").replace(b"word/", b"xord/"), "no-document.broken"),
    "a locked part": (bytes(LOCKED), "not-text"),
    "an encoding that nobody knows": (
        packed(line(run("x")), '<?xml version="1.0" encoding="GBK"?>'),
        "no-document.broken",
    ),
    "more tags than a limit": (packed("<w:p/>" * (DOCUMENT_TAGS + 1)), "too-large.document-tags"),
    "entities": (
        packed(line(run("&a;")), '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'),
        "no-document.broken",
    ),
    "a bomb": (
        packed(line(run("长" * (DOCUMENT_MEBIBYTES * 2**20 // 3)))),
        "too-large.document",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_cannot_be_read_is_refused_with_the_reason(name: str) -> None:
    content, key = REFUSED[name]
    with pytest.raises(ModelError) as raised:
        read_docx(content, "a.docx")
    (problem,) = raised.value.problems
    assert problem.message.key == key


def test_no_depth_is_too_deep() -> None:
    deep = f"{'<w:sdt>' * 9000}{line(run('底'))}{'</w:sdt>' * 9000}"
    assert read_docx(packed(deep), "a.docx").paragraphs == ("底",)
