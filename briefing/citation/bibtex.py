"""BibTeX, for BibLaTeX too."""

import re
from urllib.parse import quote

from briefing.citation.cited import Cited, is_chinese, note
from briefing.citation.names import HAN, line, name_as_written
from briefing.model.records import Bilingual


def bibtex(cited: Cited) -> str:
    """BibTeX and BibLaTeX: ``year`` is for the former, ``date`` for the latter."""
    source = cited.source
    date = source.published.date()
    fields = {
        "author": " and ".join(_name(person) for person in source.reporters),
        "title": f"{{{_tex(source.title.zh)}}}",
        "journal": _tex(source.publisher.zh),
        "entrysubtype": "newspaper",
        "date": date.isoformat(),
        "year": str(date.year),
        "langid": "chinese" if is_chinese(source) else "",
        "url": _address(source.address or ""),
        "urldate": str(cited.accessed) if source.address and cited.accessed else "",
        "note": _tex(note(cited)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@article{{{source.id},\n{''.join(lines)}}}"


def _name(person: Bilingual) -> str:
    name = name_as_written(person)
    if name.given and not HAN.search(name.family):
        return f"{_tex(name.family)}, {_tex(name.given)}"
    written = _tex(person.zh)
    # In braces no "and" or comma parts it.
    return f"{{{written}}}" if re.search(r"[\s,]", written) else written


_TEX = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "#$%&_"},
        # BibTeX counts braces, escaped or not.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def _tex(text: str) -> str:
    return line(text).translate(_TEX)


def _address(address: str) -> str:
    """An address is set as it is, so nothing in it may end or upset its field."""
    return re.sub(r"[\s{}\\]", lambda found: quote(found[0]), address)
