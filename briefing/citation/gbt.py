"""GB/T 7714, the Chinese standard for references, in its editions of 2025 and 2015.

The standard has no form for a paragraph. We write it where the standard puts the pages that are
quoted: behind a colon after the date, and before the date of access. A republisher is named in a
note at the end; where only its date is known, its page is cited, and the note names the paper.
"""

from collections.abc import Callable

from briefing.citation.cited import (
    Cited,
    as_republished,
    container,
    english_or_original,
    format_locator,
    is_chinese,
)
from briefing.citation.names import HAN, format_initials, one_line, split_written_name
from briefing.model.parts import Bilingual
from briefing.model.records import Source

_MAX_NAMES = 3  # GB/T 7714-2015, 8.1.2: above this, the first three and 等 or et al


def format_gbt7714(cited: Cited) -> str:
    """Return the reference by GB/T 7714-2025: full-width punctuation and no date of access."""
    return _format_reference(cited, comma="，", colon="：", family=str)


def format_gbt7714_2015(cited: Cited) -> str:
    """Return the reference by GB/T 7714-2015.

    Its punctuation is half-width, and Western family names are in capitals.
    """
    accessed = f"[{cited.accessed}]" if cited.source.address and cited.accessed else ""
    return _format_reference(cited, comma=", ", colon=": ", family=str.upper, accessed=accessed)


def _format_reference(
    cited: Cited, comma: str, colon: str, family: Callable[[str], str], accessed: str = ""
) -> str:
    source = cited.source
    chinese = is_chinese(source)
    names = [_format_name(person, family) for person in source.reporters]
    if len(names) > _MAX_NAMES:
        names[_MAX_NAMES:] = ["等" if chinese else "et al"]
    date = source.date
    if cited.paragraphs and chinese:
        date += f"{colon}第{'、'.join(map(str, cited.paragraphs))}段"
    elif cited.paragraphs:
        date += colon + format_locator(cited.paragraphs)
    again = as_republished(source)
    medium = "[EB/OL]" if again else "[N/OL]" if source.address else "[N]"
    parts = [
        comma.join(names),
        one_line(source.title.zh) + medium,
        one_line(container(source).zh) + comma + date + accessed,
        one_line(source.address or ""),
    ]
    if source.republisher:
        parts.append(_format_note(source, source.republisher, chinese))
    return ". ".join(filter(None, parts)) + "."


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


def _format_name(person: Bilingual, family: Callable[[str], str]) -> str:
    """Return a Chinese name as it is, and a Western one as family name and initials."""
    name = split_written_name(person)
    if HAN.search(name.family) or not name.given:
        return one_line(person.zh)
    return f"{family(name.family)} {format_initials(name.given, '')}"
