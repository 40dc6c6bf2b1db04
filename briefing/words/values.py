"""Figures, dates and sources in words.

English counts follow the Chinese measure words that the model keeps as written.
"""

import datetime
from collections.abc import Iterable

from briefing.document import Lang, Phrase
from briefing.model.records import Figure, Source
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
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


UNITS = {
    "CNY": "元",
    "USD": "美元",
    "mu": "亩",
    "ha": "公顷",
    "km": "公里",
    "km2": "平方公里",
    "m2": "平方米",
    "m3": "立方米",
    "t": "吨",
    "kW": "千瓦",
    "kWh": "千瓦时",
    "pp": "百分点",
    "times": "倍",
    "year": "年",
    "month": "个月",
    "day": "天",
    "hour": "小时",
    "minute": "分钟",
    "date": "日期",
}
"""What the symbols of units are called in Chinese."""


def unit_named(name: str) -> str:
    """The unit that a Chinese word for it means: 亩 is mu."""
    return next((key for key, zh in UNITS.items() if zh == name), name)


def unit(name: str, lang: Lang) -> Phrase:
    """What a unit is called."""
    return phrase(UNITS.get(name, name), name, lang)


def quantity(figure: Figure, lang: Lang) -> Phrase:
    """A figure's value: as the article writes it in Chinese, as a number and unit in English.

    近2000亿元 is ``nearly CNY 200 billion``; a thing counted has no unit in English, since its
    label says what is counted.
    """
    return phrase(figure.text, _english(figure), lang)


def _english(figure: Figure) -> str:
    number = _number(figure.value, figure)
    if figure.value_to is not None:
        number += "–" + _number(figure.value_to, figure)
    unit = figure.unit or ""
    if figure.kind == "rank" or figure.qualifier == "rank" or figure.kind == "ordinal":
        return _ordinal(figure.value)
    if figure.kind == "money":
        number = f"{unit} {number}"
    elif unit == "%":
        number += "%"
    elif figure.kind == "duration":
        number += f" {unit}" + ("s" if figure.value != 1 else "")
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
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number:,}{ending}"


def day(date: datetime.date, lang: Lang) -> Phrase:
    """A date as each language writes it."""
    return phrase(
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.day} {_MONTHS[date.month - 1]} {date.year}",
        lang,
    )


def source_line(source: Source, lang: Lang) -> Phrase:
    """Publisher, date and republisher, on one line."""
    date = day(source.published.date(), "both")
    zh = [source.publisher.zh, date.zh or ""]
    en = [source.publisher.en or source.publisher.zh, date.en or ""]
    if source.republisher:
        zh.append(f"{source.republisher.zh}转载")
        en.append(f"republished by {source.republisher.en or source.republisher.zh}")
    return phrase(" · ".join(zh), " · ".join(en), lang)


def attribution(sources: Iterable[Source], lang: Lang) -> Phrase:
    """Whose reporting it is, for whatever leaves the tool: title, publisher, reporters."""
    parts = [_attribution(source) for source in sources]
    return phrase("；".join(zh for zh, _ in parts), "; ".join(en for _, en in parts), lang)


def rights(sources: Iterable[Source]) -> Phrase:
    """What reuse of the articles asks for, in both languages, each thing once."""
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
