"""RIS, which reference managers such as EndNote and Zotero read.

Each line has a tag of two characters, and ends with a carriage return and a line feed.
"""

from briefing.citation.cited import (
    Cited,
    container,
    format_note,
    is_page,
    language,
    told_date,
)
from briefing.citation.names import one_line, split_written_name


def format_ris(cited: Cited) -> str:
    """Return the record of a newspaper article (``NEWS``) or of a page (``ELEC``)."""
    source = cited.source
    accessed = cited.accessed if source.address else None
    fields = [
        ("TY", "ELEC" if is_page(source) else "NEWS"),
        ("ID", source.id),
        *(("AU", ", ".join(filter(None, split_written_name(one)))) for one in source.reporters),
        ("TI", source.title.zh),
        ("T2", container(source).zh),
        ("PY", told_date(source)[:4]),
        ("DA", _format_date(told_date(source)) if told_date(source) else ""),
        ("UR", source.address or ""),
        ("Y2", _format_date(str(accessed)) if accessed else ""),
        ("LA", language(source)),
        ("N1", format_note(cited)),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))


def _format_date(date: str) -> str:
    """Return a date with a slash behind the year, the month and the day, known or not.

    >>> _format_date("2031-05")
    '2031/05//'
    """
    year, month, day, *_ = [*date.split("-"), "", ""]
    return f"{year}/{month}/{day}/"
