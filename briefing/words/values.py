"""Figures, dates and sources in words.

English counts follow the Chinese measure words that the model keeps as written.
"""

import datetime
from collections.abc import Iterable

from briefing.document import Lang, Phrase
from briefing.model.records import Figure, Source
from briefing.quantities.months import MONTHS
from briefing.quantities.units import unit_name
from briefing.words.catalogue import phrase

_QUALIFIERS = {
    "about": "about",
    "more_than": "over",
    "at_least": "at least",
    "less_than": "under",
    "at_most": "up to",
}
_AS_WRITTEN = {"近": "nearly", "突破": "over", "逾": "over"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def unit(code: str, lang: Lang) -> Phrase:
    """Return what the unit with that code is called."""
    return phrase(unit_name(code, "zh"), unit_name(code, "en"), lang)


def quantity(figure: Figure, lang: Lang) -> Phrase:
    """Return a figure's value, in Chinese as the article writes it, in English as a number.

    近2000亿元 is ``nearly CNY 200 billion``; a thing counted has no unit in English, since its
    label says what is counted.
    """
    return phrase(figure.text, _english(figure), lang)


def _english(figure: Figure) -> str:
    if figure.kind in ("rank", "ordinal") or figure.qualifier == "rank":
        return _ordinal(figure.value)
    number = _number(figure.value, figure)
    if figure.value_to is not None:
        number += "–" + _number(figure.value_to, figure)
    unit = figure.unit or ""
    if figure.kind == "money":
        number = f"{unit} {number}"
    elif unit == "%":
        number += "%"
    elif figure.kind == "duration":
        number += f" {unit_name(unit, 'en', plural=figure.value != 1)}"
    elif unit == "级":
        number += " class"
    elif unit.isascii() and unit:
        number += f" {unit}"
    first = next((en for zh, en in _AS_WRITTEN.items() if figure.text.startswith(zh)), None)
    qualifier = first or _QUALIFIERS.get(figure.qualifier)
    return f"{qualifier} {number}" if qualifier else number


def _number(value: float, figure: Figure) -> str:
    if figure.kind in ("money", "measure", "count"):
        for scale, word in _SCALES:
            if abs(value) >= scale:
                return f"{value / scale:,.10g} {word}"
    return f"{value:,}"


def _ordinal(value: float) -> str:
    if value != int(value):
        return f"{value:,}"
    number = int(value)
    endings = {} if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}
    return f"{number:,}{endings.get(number % 10, 'th')}"


def day(date: datetime.date, lang: Lang) -> Phrase:
    """Return a date as each language writes it."""
    return phrase(
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.day} {MONTHS[date.month - 1]} {date.year}",
        lang,
    )


def source_line(source: Source, lang: Lang) -> Phrase:
    """Return publisher, date and republisher, on one line."""
    date = day(source.published.date(), "both")
    zh = [source.publisher.zh, date.zh or ""]
    en = [source.publisher.en or source.publisher.zh, date.en or ""]
    if source.republisher:
        zh.append(f"{source.republisher.zh}转载")
        en.append(f"republished by {source.republisher.en or source.republisher.zh}")
    return phrase(" · ".join(zh), " · ".join(en), lang)


def attribution(sources: Iterable[Source]) -> Phrase:
    """Return whose reporting it is, in both languages: title, publisher and reporters of each."""
    parts = [_attribution(source) for source in sources]
    return phrase("；".join(zh for zh, _ in parts), "; ".join(en for _, en in parts), "both")


def rights(sources: Iterable[Source]) -> Phrase:
    """Return what reuse of the articles asks for, in both languages, each thing once."""
    said = dict.fromkeys(source.rights for source in sources if source.rights)
    return Phrase(
        " ".join(text.zh for text in said) or None,
        " ".join(text.en or text.zh for text in said) or None,
    )


def _attribution(source: Source) -> tuple[str, str]:
    line = source_line(source, "both")
    zh = f"《{source.title.zh}》，{line.zh}"
    en = f"“{source.title.en or source.title.zh}”, {line.en}"
    if source.reporters:
        zh += " · 记者：" + "、".join(person.zh for person in source.reporters)
        en += " · reporters: " + ", ".join(person.en or person.zh for person in source.reporters)
    return zh, en
