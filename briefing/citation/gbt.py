"""GB/T 7714, in the editions of 2025 and 2015.

The standard has no form for a paragraph. It puts a colon before the pages that are quoted and,
where a reference is online, the day of access behind them; a paragraph is put where those pages
would be. Whoever republished the article is named in a note at the end.
"""

from collections.abc import Callable, Sequence

from briefing.citation.cited import Cited, english, is_chinese, pointer
from briefing.citation.names import HAN, initials, line, name_as_written
from briefing.model.records import Bilingual, Source

_MOST = 3
"""Of more reporters than these, the rest are 等."""


def gbt7714(cited: Cited) -> str:
    """GB/T 7714-2025: commas, colons and brackets of full width; no day of access."""
    return _gbt(cited, comma="，", colon="：", family=str)


def gbt7714_2015(cited: Cited) -> str:
    """GB/T 7714-2015, its marks of half width; Western family names in capitals."""
    accessed = f"[{cited.accessed}]" if cited.source.address and cited.accessed else ""
    return _gbt(cited, comma=", ", colon=": ", family=str.upper, accessed=accessed)


def _gbt(
    cited: Cited, comma: str, colon: str, family: Callable[[str], str], accessed: str = ""
) -> str:
    source = cited.source
    chinese = is_chinese(source)
    people = [_name(person, family) for person in source.reporters]
    if len(people) > _MOST:
        people[_MOST:] = ["等" if chinese else "et al"]
    date = source.published.date().isoformat()
    if cited.paragraphs:
        date += colon + _pointer(cited.paragraphs, chinese)
    parts = [
        comma.join(people),
        line(source.title.zh) + ("[N/OL]" if source.address else "[N]"),
        line(source.publisher.zh) + comma + date + accessed,
        line(source.address or ""),
        _note(source, chinese),
    ]
    return ". ".join(filter(None, parts)) + "."


def _name(person: Bilingual, family: Callable[[str], str]) -> str:
    name = name_as_written(person)
    if HAN.search(name.family) or not name.given:
        return line(person.zh)
    return f"{family(name.family)} {initials(name.given, '')}"


def _pointer(paragraphs: Sequence[int], chinese: bool) -> str:
    return f"第{'、'.join(map(str, paragraphs))}段" if chinese else pointer(paragraphs)


def _note(source: Source, chinese: bool) -> str:
    if source.republisher is None:
        return ""
    if chinese:
        return f"{line(source.republisher.zh)}转载"
    return f"Republished by {english(source.republisher)}"
