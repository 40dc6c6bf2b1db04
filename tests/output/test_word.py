"""Word files, as a reader finds them in Word."""

import io
import random
import re
import tempfile
import weakref
import zipfile
from pathlib import Path
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import Column, Document, Phrase, Table, Template
from briefing.limits import DOCUMENT_TAGS
from briefing.output.formats import FORMATS
from briefing.problem import BriefingError
from support import EXAMPLE, SECOND, briefing, example

docx = pytest.importorskip("docx", reason="python-docx, of the extra 'office', is not installed")

COMMANDS = ["summary", "city dongjia", "city dongjia xiyi", "figures", "strategies", "export"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(*args: str) -> Any:
    return docx.Document(io.BytesIO(example(*args, "-O", "docx").content))


def text_of(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def bookmarks(file: Any) -> dict[str, Any]:
    """The bookmarks of a file, each with the paragraph that it is in."""
    return {one.get(f"{W}name"): one.getparent() for one in file.element.iter(f"{W}bookmarkStart")}


def links(file: Any) -> list[tuple[str, str]]:
    """What is linked within the file, and the bookmark that it leads to."""
    inside = (one for one in file.element.iter(f"{W}hyperlink") if one.get(f"{W}anchor"))
    return [(text_of(one), one.get(f"{W}anchor")) for one in inside]


def test_a_file_has_headings_for_the_navigation_pane() -> None:
    file = word("city", "dongjia", "--full", "--lang", "both")
    headings = [(one.style.name, one.text) for one in file.paragraphs if "Head" in one.style.name]
    assert file.paragraphs[0].style.name == "Title"
    assert file.paragraphs[0].text == "东甲市\nDongjia"
    assert ("Heading 1", "数字  Figures") in headings
    assert ("Heading 2", "三步走  Three steps") in headings


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_contents_lead_to_every_section_and_city(lang: str) -> None:
    file = word("export", "--lang", lang)
    entries = [one for one in file.paragraphs if one.style.name.lower().startswith("toc ")]
    headings = [one for one in file.paragraphs if re.match("Heading [12]", one.style.name)]
    assert [one.text.strip() for one in entries] == [one.text for one in headings]
    assert (
        {"东甲市", "数字"}
        if lang == "zh"
        else {"Dongjia", "Figures"} <= {one.text.strip() for one in entries}
    )
    leads = [one.find(f"{W}hyperlink").get(f"{W}anchor") for one in (e._p for e in entries)]
    assert [text_of(bookmarks(file)[name]) for name in leads] == [one.text for one in headings]


def test_a_few_headings_need_no_contents() -> None:
    assert not any("toc" in one.style.name for one in word("summary").paragraphs)


def test_every_link_within_a_file_leads_somewhere() -> None:
    for models in ([EXAMPLE], [EXAMPLE, SECOND]):
        named = [part for model in models for part in ("-a", model)]
        for command in ("export", "commitments", "city dongjia --full"):
            run = briefing(*command.split(), *named, "-O", "docx", "--lang", "en")
            file = docx.Document(io.BytesIO(run.content))
            names = bookmarks(file)
            assert links(file)
            assert {name for _, name in links(file)} <= set(names), command
            assert all(len(name) <= 40 for name in names)
            numbers = [one.get(f"{W}id") for one in file.element.iter(f"{W}bookmarkStart")]
            assert len(numbers) == len(set(numbers)) == len(names)


def test_a_mark_leads_to_the_words_of_its_paragraph_and_those_to_the_records() -> None:
    file = word("export", "--lang", "en")
    names = bookmarks(file)
    marks = {name for text, name in links(file) if text.startswith("¶")}
    assert marks
    assert all(f"¶{name.split('_')[1]}" in text_of(names[name]) for name in marks)
    leads = dict(links(file))
    assert text_of(names[leads["Dongjia"]]) == "Dongjia"


def test_a_table_has_no_ids_of_records() -> None:
    (table, words) = word("figures", "--lang", "en").tables
    assert [cell.text for cell in table.rows[0].cells] == ["Figure", "Value", "Places", "Para."]
    assert [cell.text for cell in words.rows[0].cells] == [
        "Para.",
        "In Chinese",
        "Word for word",
        "What rests on it",
    ]


def test_the_header_row_of_a_table_is_repeated_and_no_row_is_split() -> None:
    table = word("figures", "--lang", "both").tables[0]
    head, *rest = table.rows
    assert [cell.text for cell in head.cells][:2] == ["指标\nFigure", "数值\nValue"]
    assert head._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in rest)
    assert all(row._tr.find(f"{W}trPr/{W}tblHeader") is None for row in rest)


@pytest.mark.parametrize(("columns", "landscape"), [(6, False), (7, True)])
def test_a_table_of_many_columns_is_in_landscape(columns: int, landscape: bool) -> None:
    paper = Phrase("报", "Paper")
    table = Table((Column(paper, "text"),) * columns, ((paper,) * columns,))
    content = FORMATS["docx"].render(Document((table,), [], paper, paper, "zh"))
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert (section.page_width > section.page_height) == landscape


def test_a_chinese_file_has_the_typefaces_of_official_papers_and_what_may_replace_them() -> None:
    file = word("summary", "--lang", "zh")
    fonts = {
        name: file.styles[name].element.rPr.rFonts.get(f"{W}eastAsia")
        for name in ("Normal", "Title", "Heading 1", "Heading 2")
    }
    assert fonts == {
        "Normal": "仿宋",
        "Title": "方正小标宋简体",
        "Heading 1": "黑体",
        "Heading 2": "楷体",
    }
    content = example("summary", "--lang", "zh", "-O", "docx").content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        table = parts.read("word/fontTable.xml").decode()
    for font in fonts.values():
        assert re.search(rf'w:name="{font}"[^>]*><w:altName', table)
    assert not any(
        "Theme" in name for one in file.styles.element.iter(f"{W}rFonts") for name in one.attrib
    )


def test_each_run_names_its_language() -> None:
    runs = word("summary", "--lang", "both").paragraphs[0].runs
    langs = {run.text: run._r.find(f"{W}rPr/{W}lang") for run in runs}
    assert langs["一核引领 四方协同"].get(f"{W}val") == "zh-CN"
    assert langs["One Core Leads and Four Sides Join"].get(f"{W}val") == "en-GB"


def test_a_summary_is_a_page_with_figures_and_what_is_to_be_done_by_when() -> None:
    run = briefing("summary", "-a", SECOND, "-O", "docx")
    file = docx.Document(io.BytesIO(run.content))
    figures, to_do = (
        [[cell.text for cell in row.cells] for row in one.rows] for one in file.tables
    )
    assert figures[0][:2] == ["Key figures", "Value"]
    assert [row[1] for row in figures[1:3]] == ["CNY 1.864 trillion", "5.6%"]
    assert [to_do[0][0], *to_do[0][2:4]] == ["Commitments", "Who", "Due"]
    assert ["First berth of Jiayi Wharf", "Example Port (implied)", "2032"] in [
        [row[0], *row[2:4]] for row in to_do
    ]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_a_file_ends_with_the_attribution_and_numbers_its_pages(command: str, lang: str) -> None:
    file = word(*command.split(), "--lang", lang)
    closing = [one.text for one in file.paragraphs if one.style.name == "Citation"]
    texts = {"zh": "青川示例报", "en": "Qingchuan Example Daily"}
    shown = [one for one in texts if lang in (one, "both")]
    credited = closing[-len(shown) :]
    assert [texts[one] in line for one, line in zip(shown, credited, strict=True)] == [True] * len(
        shown
    )
    assert file.paragraphs[-1].text == closing[-1]
    for footer in (file.sections[0].first_page_footer, file.sections[0].footer):
        fields = [one.text.strip() for one in footer._element.iter(f"{W}instrText")]
        assert fields == (["PAGE", "NUMPAGES"] if lang == "en" else ["PAGE"])


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The paper of an office: green headings, a letterhead, and text that is no part of a brief."""
    file = docx.Document()
    file.styles["Heading 1"].font.color.rgb = docx.shared.RGBColor(0, 0x80, 0)
    file.sections[0].header.paragraphs[0].text = "Office of Examples"
    file.sections[0].left_margin = docx.shared.Cm(4)
    file.add_paragraph("Write here.")
    path = tmp_path / "paper.docx"
    file.save(str(path))
    return path


def test_a_template_gives_its_styles_paper_and_header_but_no_text(template: Path) -> None:
    file = word("summary", "--lang", "zh", "--template", str(template))
    assert str(file.styles["Heading 1"].font.color.rgb) == "008000"
    assert file.sections[0].header.paragraphs[0].text == "Office of Examples"
    assert round(file.sections[0].left_margin.cm, 1) == 4
    assert file.paragraphs[0].text == "一核引领 四方协同"
    assert "Write here." not in [one.text for one in file.paragraphs]
    assert "Table Text" in [one.name for one in file.styles]


def test_what_is_no_template_is_refused(tmp_path: Path, template: Path) -> None:
    text = tmp_path / "text.docx"
    text.write_text("no archive", encoding="utf-8")
    book = tmp_path / "book.docx"
    book.write_bytes(example("figures", "-O", "xlsx").content)
    for file in (text, book):
        run = example("summary", "-O", "docx", "--template", str(file))
        assert (run.status, run.out) == (2, "")
        assert "no Word document" in run.err
    missing = example("summary", "-O", "docx", "--template", str(tmp_path / "none.docx"))
    assert missing.status == 3
    other = example("summary", "-O", "md", "--template", str(template))
    assert (other.status, other.out) == (2, "")
    assert "ends in .docx" in other.err


def saved(tmp_path: Path, name: str, change: Any = None) -> Path:
    """A Word file of python-docx's, changed."""
    file = docx.Document()
    if change:
        change(file)
    path = tmp_path / name
    file.save(str(path))
    return path


def without_styles(file: Any) -> None:
    for name in ("List Bullet", "Title", "Heading 1", "Heading 2", "Subtitle"):
        file.styles[name].delete()
    rels = file.part.rels
    for key in [key for key, one in rels.items() if one.reltype.endswith("/numbering")]:
        rels.pop(key)


def with_styles_of_another_kind(file: Any) -> None:
    file.styles.add_style("Name", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    file.styles.add_style("Table Text", docx.enum.style.WD_STYLE_TYPE.CHARACTER)


def in_capitals(file: Any) -> None:
    for style in file.styles.element.iter(f"{W}name"):
        style.set(f"{W}val", style.get(f"{W}val").title())


def without_paper(file: Any) -> None:
    file.element.body.remove(file.element.body.sectPr)


def with_a_paper_that_says_nothing(file: Any) -> None:
    for said in list(file.sections[0]._sectPr):
        file.sections[0]._sectPr.remove(said)


CHANGES = (
    *(without_styles, with_styles_of_another_kind, in_capitals),
    *(without_paper, with_a_paper_that_says_nothing),
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_template_lacks_is_added(change: Any, tmp_path: Path) -> None:
    path = saved(tmp_path, "paper.docx", change)
    run = example("export", "--lang", "zh", "-O", "docx", "--template", str(path))
    assert (run.status, run.err) == (0, "")
    file = docx.Document(io.BytesIO(run.content))
    kinds = {one.get(f"{W}styleId"): one.get(f"{W}type") for one in file.styles.element}
    used = {
        (one.tag.removeprefix(W), one.get(f"{W}val"))
        for one in file.element.body.iter(f"{W}pStyle", f"{W}rStyle")
    }
    wanted = {"pStyle": "paragraph", "rStyle": "character"}
    assert {(tag, name) for tag, name in used if kinds[name] != wanted[tag]} == set()


@given(st.randoms(use_true_random=False))
@settings(max_examples=12)
def test_a_template_that_word_never_writes_is_used_or_refused(chance: random.Random) -> None:
    saved = io.BytesIO()
    docx.Document().save(saved)
    spoiled = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(spoiled, "w") as written:
        for name in parts.namelist():
            content = parts.read(name)
            if name.endswith((".xml", ".rels")) and chance.random() < 0.4:
                tree = lxml.etree.fromstring(content)
                some = list(tree.iter())
                for element in chance.sample(some, chance.randint(1, min(len(some), 9))):
                    if element.attrib and chance.random() < 0.5:
                        element.attrib.pop(chance.choice(list(element.attrib)))
                    elif (above := element.getparent()) is not None:
                        above.remove(element)
                content = lxml.etree.tostring(tree)
            written.writestr(name, content)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(spoiled.getvalue())
        run = example("summary", "-O", "docx", "--template", str(path))
    assert run.status in (0, 2)
    assert run.status == 0 or "no Word document" in run.err


def test_an_archive_that_is_half_written_is_closed_at_once() -> None:
    held = []

    def fail() -> None:
        archive = zipfile.ZipFile(io.BytesIO(), "w")
        archive.writestr("a", "")
        held.append(weakref.ref(archive))
        raise TypeError

    template = pytest.importorskip("briefing.output.docx.template")
    wanted = Template("paper.docx", b"")
    with pytest.raises(BriefingError) as raised, template.taken_over(wanted):
        fail()
    assert isinstance(raised.value.__cause__, TypeError)
    assert held[0]() is None


def test_nothing_that_a_template_says_is_in_the_file(tmp_path: Path) -> None:
    def remark(file: Any) -> None:
        run = file.add_paragraph("Write here.").add_run("!")
        if hasattr(file, "add_comment"):  # since python-docx 1.2
            file.add_comment(run, text="A secret remark", author="Someone")
        file.settings.element.append(file.settings.element.makeelement(f"{W}trackRevisions", {}))
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        settings = file.part.part_related_by(f"{base}/settings")
        for part, kind in ((settings, "attachedTemplate"), (file.part, "image")):
            part.relate_to("http://outside.example/x", f"{base}/{kind}", is_external=True)
        file.core_properties.last_modified_by = "A secret editor"

    path = saved(tmp_path, "paper.docx", remark)
    content = example("summary", "-O", "docx", "--template", str(path)).content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
    assert b"secret" not in whole
    assert b"outside.example" not in whole
    assert b"Write here" not in whole
    assert b"trackRevisions" not in whole


def test_a_template_that_unpacks_to_far_more_or_has_entities_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "paper.docx")
    contents = {
        "huge": b" " * 17 * 2**20,
        "entity": b"<!DOCTYPE a []><a/>",
        "tags": b"<a/>" * (DOCUMENT_TAGS + 1),
    }
    for name, content in contents.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(path.read_bytes())
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("word/extra.xml", content)
        run = example("summary", "-O", "docx", "--template", str(file))
        assert (run.status, run.out) == (2, "")
        assert file.name in run.err


def test_what_is_read_is_not_overwritten(template: Path, tmp_path: Path) -> None:
    before = template.read_bytes()
    run = example("summary", "--template", str(template), "-o", str(template))
    assert (run.status, template.read_bytes()) == (2, before)
    model = tmp_path / "model.yaml"
    model.write_text(Path(SECOND).read_text(encoding="utf-8"), encoding="utf-8")
    text = tmp_path / "second.txt"
    text.write_text("the only copy", encoding="utf-8")
    run = briefing("export", "-a", str(model), "-o", str(text))
    assert (run.status, text.read_text(encoding="utf-8")) == (2, "the only copy")


def test_no_more_than_some_paragraphs_are_elements_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.output.docx import body, element

    written: list[int] = []

    def write(self: body.Body, *more: Any) -> bytes:
        written.append(len(self._holder) + len(more))
        return whole(self, *more)

    whole = body.Body._write
    monkeypatch.setattr(body.Body, "_write", write)
    file = body.Body(docx.Document())
    for _ in range(1_000):
        file.append(element.make("p"))
    assert sum(written) == 1_000
    assert max(written) < 50


def test_the_layout_stands_on_one_page() -> None:
    run = briefing("export", "-O", "docx")
    layout = docx.Document(io.BytesIO(run.content)).tables[0]
    for row in layout.rows:
        assert row._tr.trPr.find(f"{W}cantSplit") is not None
    kept = [
        [one.paragraph_format.keep_with_next for one in row.cells[1].paragraphs]
        for row in layout.rows
    ]
    assert all(all(row) for row in kept[:-1])
    assert not any(kept[-1])


def test_groups_of_one_article_are_headings_of_one_level() -> None:
    file = docx.Document(io.BytesIO(briefing("unsaid", "-O", "docx").content))
    levels = {one.style.name for one in file.paragraphs if one.style.name.startswith("Heading")}
    assert levels == {"Heading 1"}
