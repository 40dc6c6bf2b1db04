"""GB/T 7714, the Chinese standard for references, in its editions of 2025 and 2015.

The standard has no form for a paragraph. We write it where the standard puts the pages that are
quoted: behind a colon after the date, and before the date of access. A republisher is named in a
note at the end; where only its date is known, its page is cited, and the note names the paper. A
page is cited by its date and its address (8.11); one whose address is not known, by its site too.
"""

from collections.abc import Callable
from typing import NamedTuple

from briefing.citation.cited import (
    Cited,
    as_republished,
    container,
    english_or_original,
    format_locator,
    is_chinese,
    is_page,
    told_date,
)
from briefing.citation.names import HAN, format_initials, one_line, split_written_name
from briefing.document import ranges
from briefing.model.parts import Author, Bilingual
from briefing.model.records import Source

_UNDATED = "出版日期不详"
_MAX_NAMES = 3  # GB/T 7714-2015, 8.1.2: above this, the first three and 等 or et al


class _Marks(NamedTuple):
    """What differs between the editions: marks, and how the names of Westerners are written.

    ``dates_access`` says whether the date of access stands with a newspaper article, too.
    """

    comma: str
    colon: str
    brackets: tuple[str, str]
    hyphen: str
    family: Callable[[str], str]
    dates_access: bool


_OF_2025 = _Marks("，", "：", ("（", "）"), "-", str, dates_access=False)
_OF_2015 = _Marks(", ", ": ", ("(", ")"), " ", str.upper, dates_access=True)


def format_gbt7714(cited: Cited) -> str:
    """Return the reference by GB/T 7714-2025.

    Its punctuation is full-width, and only that of a page has the date of access.
    """
    return _format_reference(cited, _OF_2025)


def format_gbt7714_2015(cited: Cited) -> str:
    """Return the reference by GB/T 7714-2015.

    Its punctuation is half-width, and Western family names are in capitals.
    """
    return _format_reference(cited, _OF_2015)


def _format_reference(cited: Cited, marks: _Marks) -> str:
    source = cited.source
    chinese = is_chinese(source)
    names = [_format_name(person, marks) for person in source.reporters]
    if len(names) > _MAX_NAMES:
        names[_MAX_NAMES:] = ["等" if chinese else "et al"]
    medium = "[EB/OL]" if is_page(source) else "[N/OL]" if source.address else "[N]"
    parts = [
        marks.comma.join(names),
        one_line(source.title.zh) + medium,
        _format_place(cited, marks),
        one_line(source.address or ""),
    ]
    if source.republisher:
        parts.append(_format_note(source, source.republisher, chinese))
    return ". ".join(filter(None, parts)) + "."


def _format_place(cited: Cited, marks: _Marks) -> str:
    """Return where and when it was published, and the paragraphs that are cited.

    A page has its date in brackets, and is named by its address; only one without is by its site.
    """
    source = cited.source
    page = is_page(source)
    name = one_line(container(source).zh)
    when = told_date(source) or _UNDATED
    if page:
        opening, closing = marks.brackets
        date = f"{'' if source.address else name}{opening}{when}{closing}"
    else:
        date = f"{name}{marks.comma}{when}"
    if cited.paragraphs and is_chinese(source):
        date += f"{marks.colon}第{'、'.join(ranges(cited.paragraphs, '-'))}段"
    elif cited.paragraphs:
        date += marks.colon + format_locator(cited.paragraphs, "-")
    dates_access = source.address and cited.accessed and (page or marks.dates_access)
    return f"{date}[{cited.accessed}]" if dates_access else date


def _format_note(source: Source, republisher: Bilingual, chinese: bool) -> str:
    """Return the note that names the paper of a cited page, or who republished a cited paper."""
    if as_republished(source):
        paper = source.publisher
        return (
            f"原载{one_line(paper.zh)}"
            if chinese
            else (f"Originally published by {english_or_original(paper)}")
        )
    if chinese:
        return f"{one_line(republisher.zh)}转载"
    return f"Republished by {english_or_original(republisher)}"


def _format_name(person: Author, marks: _Marks) -> str:
    """Return a Chinese name as it is, and a Western one as family name and initials."""
    name = split_written_name(person)
    if HAN.search(name.family) or not name.given:
        return one_line(person.zh)
    initials = format_initials(name.given, "", marks.hyphen)
    parts = (marks.family(name.family), initials, name.suffix.rstrip("."))
    return " ".join(filter(None, parts))
