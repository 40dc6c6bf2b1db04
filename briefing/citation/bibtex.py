"""BibTeX entries, which BibLaTeX reads too."""

import re
from urllib.parse import quote

from briefing.citation.cited import (
    Cited,
    container,
    format_note,
    is_chinese,
    is_page,
    told_date,
)
from briefing.citation.names import HAN, one_line, split_written_name
from briefing.model.parts import Author

_ESCAPES = str.maketrans(
    {
        **{character: f"\\{character}" for character in "#$%&_"},
        # BibTeX counts braces even where they are escaped.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def format_bibtex(cited: Cited) -> str:
    """Return an ``@article``, or a ``@misc`` for a page.

    BibTeX reads the ``year``, BibLaTeX the ``date``.
    """
    source = cited.source
    page = is_page(source)
    fields = {
        "author": " and ".join(_format_name(person) for person in source.reporters),
        "title": f"{{{_escape(source.title.zh)}}}",
        "journal": "" if page else _escape(source.publisher.zh),
        "howpublished": _escape(container(source).zh) if page else "",
        "entrysubtype": "" if page else "newspaper",
        "date": told_date(source),
        "year": told_date(source)[:4],
        "langid": "chinese" if is_chinese(source) else "",
        # An address is not escaped: only characters that could end or break its field are quoted.
        "url": re.sub(r"[\s{}\\]", lambda found: quote(found[0]), source.address or ""),
        "urldate": str(cited.accessed) if source.address and cited.accessed else "",
        "note": _escape(format_note(cited)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{'misc' if page else 'article'}{{{source.id},\n{''.join(lines)}}}"


def _format_name(person: Author) -> str:
    """Return a Western name in its parts, as BibTeX takes them, and any other one as it is."""
    name = split_written_name(person)
    # BibTeX ends a name at the word wherever it stands outside of braces, in any letters.
    is_one = not re.search(r"(?<!\S)and(?!\S)", one_line(person.zh), re.I)
    if is_one and name.given and not HAN.search(name.family):
        particles = name.particles
        proper = name.family[len(particles) :].strip()
        # BibTeX would take all words up to one in small letters for particles (Ortega y Gasset).
        is_mixed = any(word[0].islower() for word in proper.split())
        last = f"{{{_escape(proper)}}}" if is_mixed else _escape(proper)
        parts = (f"{_escape(particles)} {last}".strip(), name.suffix, _escape(name.given))
        return ", ".join(filter(None, parts))
    whole = _escape(person.zh)
    # Braces keep BibTeX from splitting the name at a comma or at the word "and".
    is_special = (
        person.corporate or whole.lower() in ("and", "others") or re.search(r"[\s,]", whole)
    )
    return f"{{{whole}}}" if is_special else whole


def _escape(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
