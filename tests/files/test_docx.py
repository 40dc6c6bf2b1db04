"""A Word document is read as it would stand with its changes accepted, or refused with a reason."""

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.files.docx import read_docx
from briefing.limits import DOCUMENT_MEBIBYTES
from briefing.problem import ModelError

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def packed(body: str, before: str = "", names: str = NAMES) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<x/>")
        made.writestr(
            "word/document.xml",
            f"{before}<w:document {names}><w:body>{body}</w:body></w:document>",
        )
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
    "inside controls and links": (
        f"<w:sdt><w:sdtContent>{line('<w:hyperlink>', run('链接'), '</w:hyperlink>')}"
        "</w:sdtContent></w:sdt>",
        ["链接"],
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
