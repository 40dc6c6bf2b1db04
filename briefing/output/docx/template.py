"""The Word file whose styles, paper, headers and footers another one is to have."""

import contextlib
import io
import traceback
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from briefing.document import Template
from briefing.limits import DOCUMENT_TAGS, TEMPLATE_MEBIBYTES
from briefing.output.docx.element import make
from briefing.output.docx.file import set_paper
from briefing.problem import BriefingError, Status, message

_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_OF_ITS_TEXT = (
    "trackRevisions",
    "documentProtection",
    "writeProtection",
    "rsids",
    "docVars",
    "attachedTemplate",
)
"""The settings that say what has been, or may be, done to the text of the template, or where from
it is to be loaded."""


@contextlib.contextmanager
def taken_over(template: Template | None) -> Iterator[None]:
    """Refuse a template, if there is one, where what is done with it meets what Word never writes.

    Raises :class:`BriefingError`; what python-docx makes of such a file may be any other error.
    """
    try:
        yield
    except (BriefingError, MemoryError):
        raise
    except Exception as error:
        if template is None:
            raise
        # An archive that is half written is closed here, and not later, when its file may be gone.
        traceback.clear_frames(error.__traceback__)
        raise _refuse("usage.no-template", template) from error


def open_template(template: Template) -> Word:
    """Return a template as a Word file without its text: nothing in it is said any more.

    Raises :class:`BriefingError` where it is far larger than it looks.
    """
    _refuse_unsafe(template)
    word = docx.Document(io.BytesIO(template.content))
    word.element.body.clear_content()
    _remove_remarks(word)
    _find_numbering(word)
    _find_paper(word)
    return word


def _refuse(key: str, template: Template) -> BriefingError:
    return BriefingError(message(key, file=template.file), status=Status.USAGE)


def _refuse_unsafe(template: Template) -> None:
    """Refuse a file whose XML is far larger than the file, or defines entities of its own.

    Raises :class:`BriefingError` for the one, and :class:`ValueError` for the other.
    """
    with zipfile.ZipFile(io.BytesIO(template.content)) as parts:
        named = [one for one in parts.infolist() if one.filename.endswith((".xml", ".rels"))]
        if sum(one.file_size for one in named) > TEMPLATE_MEBIBYTES * 2**20:
            raise _refuse("usage.template-unpacks", template)
        read = [parts.read(one) for one in named]
    if sum(one.count(b"<") for one in read) > DOCUMENT_TAGS:
        raise _refuse("usage.template-tags", template)
    if any(b"<!DOCTYPE" in one for one in read):
        raise ValueError("a document of Word has no document type")


def _remove_remarks(word: Word) -> None:
    """Remove comments, notes, data, what leads out of the file, and what binds its own text."""
    for name, relation in list(word.part.rels.items()):
        kind = relation.reltype.rsplit("/", 1)[-1]
        if relation.is_external or kind.startswith(("comments", "people", "customXml")):
            word.part.rels.pop(name)
        elif relation.reltype in _NOTES:
            part = relation.target_part
            notes = parse_xml(part.blob)
            for note in list(notes):
                if note.get(qn("w:type")) is None:  # the others are the lines above notes
                    notes.remove(note)
            part._blob = serialize_part_xml(notes)
    settings = word.settings.element
    rels = word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for name in [name for name, one in rels.items() if one.is_external]:
        rels.pop(name)
    for setting in list(_list_settings(settings)):
        settings.remove(setting)


def _list_settings(settings: object) -> Iterator[object]:
    for name in _OF_ITS_TEXT:
        yield from settings.findall(qn(f"w:{name}"))  # type: ignore[attr-defined]


def _find_numbering(word: Word) -> None:
    """Give the file a part for its lists, if it has none."""
    if any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in word.part.rels.values()):
        return
    part = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        make("numbering"),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def _find_paper(word: Word) -> None:
    """Give the file our paper, if it does not say what its own is like."""
    if not word.sections:
        word.element.body.append(make("sectPr"))
    section = word.sections[0]
    if None in (section.page_width, section.left_margin, section.right_margin):
        set_paper(word, landscape=False)
