"""APA, in its seventh edition."""

from collections.abc import Sequence

from briefing.citation.cited import Cited, english, pointer
from briefing.citation.names import Name, initials, line, name_in_english
from briefing.quantities.months import MONTHS

_MOST = 20
"""Of more reporters than these, only the last is named behind the first nineteen."""


def apa(cited: Cited) -> str:
    """APA 7: the reference and, where paragraphs are cited, what stands in the text below it.

    The title is the original's with its translation in brackets: the model has no pinyin of it.
    The translation keeps its capitals, since which of them belong to names is not known.
    """
    source = cited.source
    date = source.published.date()
    people = [name_in_english(person) for person in source.reporters]
    title = line(source.title.zh)
    if title != english(source.title):
        title += f" [{english(source.title)}]"
    when = f"({date.year}, {MONTHS[date.month - 1]} {date.day})"
    parts = [_names(people), when, title] if people else [title, when]
    parts = [_stopped(part) for part in (*parts, english(source.publisher))]
    if source.address:
        parts.append(line(source.address))
    if source.republisher:
        parts.append(f"(Republished by {english(source.republisher)})")
    if cited.paragraphs:
        who = _in_text(people) or f"“{english(source.title)},”"
        parts[-1] += f"\n({who} {date.year}, {pointer(cited.paragraphs)})"
    return " ".join(parts)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."


def _names(people: Sequence[Name]) -> str:
    names = [
        f"{name.family}, {initials(name.given, '.')}" if name.given else name.family
        for name in people
    ]
    if len(names) > _MOST:
        return ", ".join([*names[: _MOST - 1], f". . . {names[-1]}"])
    if len(names) > 1:
        names[-1] = f"& {names[-1]}"
    return ", ".join(names)


def _in_text(people: Sequence[Name]) -> str:
    families = [name.family for name in people]
    if len(families) > 2:
        return f"{families[0]} et al.,"
    return " & ".join(families) + "," if families else ""
