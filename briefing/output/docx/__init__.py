"""Word: documents of ordinary headings, lists and tables, which can be edited."""

import io
from collections.abc import Sequence

import docx

from briefing import document as doc
from briefing.output.docx.blocks import Word
from briefing.output.docx.body import Body
from briefing.output.docx.contents import write_contents
from briefing.output.docx.element import PLAIN, Layout, make_paragraph, make_run, one_line
from briefing.output.docx.file import (
    set_header_and_footer,
    set_paper,
    set_properties,
    text_width,
)
from briefing.output.docx.links import Bookmarks
from briefing.output.docx.styles import LIGHT, set_styles
from briefing.output.docx.template import open_template, taken_over
from briefing.output.docx.text import TextWriter
from briefing.output.office import remove_dates
from briefing.words.catalogue import fill

_MAX_PORTRAIT_COLUMNS = 6  # a table of more columns needs a page in landscape
_MIN_LISTED = 8  # headings; fewer need no contents


def render(document: doc.Document) -> bytes:
    """Return the document as a Word file that ends with the attribution.

    Raises :class:`BriefingError` where the document has a template that is no Word document.
    """
    title = document.title or document.name or document.source
    chinese = document.lang != "en"
    several = len(document.articles or ()) > 1 and any(
        isinstance(block, doc.Prose) and block.title for block in document.blocks
    )
    with taken_over(document.template):
        file = open_template(document.template) if document.template else docx.Document()
        styles = set_styles(file, document.lang, is_template=document.template is not None)
        if document.template is None:
            set_paper(file, landscape=_is_wide(document), is_short=document.is_screen)
            set_header_and_footer(file, title, chinese=chinese)
        width = text_width(file)
    write = TextWriter(styles, Bookmarks(file.part, document), document.lang)
    word = Word(write, Body(file), width, 2 if several else 1)
    # Of several articles, each has a heading of its own below.
    word.paragraph("Subtitle" if several else "Title", write.cell(title))
    if any(below := document.subtitle or document.source) and below != title:
        word.paragraph("Subtitle", write.cell(below))
    gist, rest = _split_gist(document.blocks)
    for block in gist:
        word.block(block)
    begin = word.body.close_piece()
    for block in rest:
        word.block(block)
    has_contents = not document.is_screen and len(word.headings) >= _MIN_LISTED
    if has_contents:
        word.body.insert(begin, write_contents(word.headings, write, width))
    _close(word, document)
    word.body.mark()
    out = io.BytesIO()
    with taken_over(document.template):
        set_properties(file, title, document, has_contents=has_contents)
        file.save(out)
    return remove_dates(out.getvalue(), {file.part.partname.lstrip("/"): word.body.fill})


def _split_gist(
    blocks: Sequence[doc.Block],
) -> tuple[Sequence[doc.Block], Sequence[doc.Block]]:
    """Return what stands before the contents, which is the gist of an article, and the rest."""
    has_gist = bool(blocks) and isinstance(blocks[0], doc.Prose) and blocks[0].title is None
    return blocks[:has_gist], blocks[has_gist:]


def _is_wide(document: doc.Document) -> bool:
    """Return whether a table of the document has more columns than fit a page in portrait."""
    return any(
        sum(column.role != "id" for column in block.columns) > _MAX_PORTRAIT_COLUMNS
        for block in document.blocks
        if isinstance(block, doc.Table)
    )


def _close(word: Word, document: doc.Document) -> None:
    """Append what a mark means, what reuse asks for, and whose reporting it is.

    What stands in the document already is not said again.
    """
    fields = [block for block in document.blocks if isinstance(block, doc.Fields)]
    told = {text for block in fields for _, lines in block.rows for _, text in doc.texts(lines)}
    closing = [one for one in document.closing() if one[1] not in told]
    if any(True for _ in doc.find_evidence(document.blocks)):
        closing = [*doc.texts(fill("output.marks", document.lang)), *closing]
    for number, (lang, text) in enumerate(closing):
        word.body.append(
            make_paragraph(
                word.write.styles["Citation"],
                [make_run(one_line(text), lang)],
                PLAIN if number else Layout(rule_above=LIGHT, before=400),
            )
        )
