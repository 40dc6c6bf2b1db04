"""The Word file around its text: its paper, headers, footers and properties."""

from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm

from briefing.document import Document, Phrase
from briefing.output.docx.element import LANGUAGES, make, make_field, make_run, one_line

_MARGINS = {"left": 2.6, "right": 2.4, "top": 2.6, "bottom": 2.4}
"""In centimetres. Official papers have 2.8, 2.6, 3.7 and 3.5, which leaves tables too narrow."""
_SHORT_MARGINS = _MARGINS | {"top": 2.0, "bottom": 1.8}
"""Those of a file that is to fit one page."""
_BEHIND = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids")
"""The settings that the schema wants behind the one that has fields worked out anew."""


def set_paper(word: Word, *, landscape: bool, is_short: bool = False) -> None:
    """Set the paper to A4; one that is short is to have as much on its only page as may be."""
    section = word.sections[0]
    size = (Cm(21), Cm(29.7))
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        size = (size[1], size[0])
    section.page_width, section.page_height = size
    for side, margin in (_SHORT_MARGINS if is_short else _MARGINS).items():
        setattr(section, f"{side}_margin", Cm(margin))


def text_width(word: Word) -> int:
    """Return the width between the margins, in twentieths of a point."""
    section = word.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None
    assert left is not None
    assert right is not None
    return round((page - left - right) / 635)  # a twentieth of a point has 635 EMU


def set_header_and_footer(word: Word, title: Phrase, *, chinese: bool) -> None:
    """Write the title above every page but the first, and page numbers below every page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]._p
    for at, text in enumerate(filter(None, title)):
        header.append(make_run(("  " if at else "") + one_line(text)))
    for footer in (section.first_page_footer, section.footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        parts: list[Any] = make_field("PAGE", "1")
        if chinese:  # as official papers have it
            parts = [make_run("— "), *parts, make_run(" —")]
        else:
            parts = [*parts, make_run(" / "), *make_field("NUMPAGES", "1")]
        paragraph._p.extend(parts)


def set_properties(word: Word, title: Phrase, document: Document, *, has_contents: bool) -> None:
    """Set the title, description and language of the file, and the version of Word it is for."""
    core = word.core_properties
    core.title = one_line(title.joined(" / "))[:255]
    core.comments = one_line("; ".join(document.attributed()))[:255]
    core.author = core.last_modified_by = core.keywords = core.subject = core.category = ""
    core.language = LANGUAGES.get(document.lang, LANGUAGES["zh"])
    settings = word.settings.element
    if has_contents:  # only Word knows the numbers of its pages, and asks before it adds them
        settings.insert_element_before(make("updateFields", val="true"), *_BEHIND)
    for mode in settings.xpath('//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(qn("w:val"), "15")  # else Word opens the file in compatibility mode
    package = word.part.package
    for name, relation in list(package.rels.items()):
        # The picture shows python-docx's template; the properties are those of a reader's own.
        if relation.reltype.endswith(("/thumbnail", "/custom-properties")):
            package.rels.pop(name)
