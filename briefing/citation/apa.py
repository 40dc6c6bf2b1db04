"""APA style, seventh edition (*Publication Manual of the APA*, 2020)."""

from collections.abc import Sequence

from briefing.citation.cited import (
    Cited,
    as_republished,
    container,
    date_parts,
    english_or_original,
    format_locator,
    is_page,
)
from briefing.citation.names import Name, format_initials, one_line, split_english_name
from briefing.quantities.months import MONTHS

_MAX_NAMES = 20  # section 9.8: above this, the first nineteen and the last


def format_apa(cited: Cited) -> str:
    """Return the reference and, where paragraphs are cited, the in-text citation on a second line.

    The title is the original, not its pinyin, which the model does not have. The translation in
    brackets keeps its capitals, because it is not known which of them begin names.
    """
    source = cited.source
    date = date_parts(source)
    year = str(date[0]) if date else "n.d."
    names = [split_english_name(person) for person in source.reporters]
    title = one_line(source.title.zh)
    translation = english_or_original(source.title)
    again = as_republished(source)
    publisher = english_or_original(container(source))
    if translation != title:
        title += f" [{translation}]"
    published = f"({_format_date(*date) if date else year})"
    heading = [_format_names(names), published, title] if names else [title, published]
    parts = [_end_sentence(part) for part in (*heading, publisher)]
    if source.address:
        parts.append(one_line(source.address))
    if again and source.republisher:
        parts.append(f"(Reprinted from {english_or_original(source.publisher)})")
    elif source.republisher:
        parts.append(f"(Republished by {english_or_original(source.republisher)})")
    if cited.paragraphs:
        author = _format_in_text_names(names) or _format_in_text_title(cited, translation)
        parts[-1] += f"\n({author} {year}, {format_locator(cited.paragraphs)})"
    return " ".join(parts)


def _format_date(year: int, month: int = 0, day: int = 0) -> str:
    if not month:
        return str(year)
    return f"{year}, {MONTHS[month - 1]}" + (f" {day}" if day else "")


def _end_sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."


def _format_names(people: Sequence[Name]) -> str:
    names = list(map(_format_name, people))
    if len(names) > _MAX_NAMES:
        return ", ".join([*names[: _MAX_NAMES - 1], f". . . {names[-1]}"])
    if len(names) > 1:
        names[-1] = f"& {names[-1]}"
    return ", ".join(names)


def _format_name(name: Name) -> str:
    given = format_initials(name.given, ".") if name.given else ""
    return ", ".join(filter(None, (name.family, given, name.suffix)))


def _format_in_text_title(cited: Cited, title: str) -> str:
    """Return the title that stands for the author: of a page as it is, of an article quoted."""
    if is_page(cited.source):
        return f"{title},"
    return f"“{title.replace('“', '‘').replace('”', '’')},”"


def _format_in_text_names(people: Sequence[Name]) -> str:
    """Return the family names with a comma; from three people on, only the first (section 8.17)."""
    families = [name.family for name in people]
    if len(families) > 2:
        return f"{families[0]} et al.,"
    return " & ".join(families) + "," if families else ""
