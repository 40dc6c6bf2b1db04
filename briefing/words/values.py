"""Figures, dates and sources in words.

English counts follow the Chinese measure words that the model keeps as written.
"""

import re
from collections.abc import Iterable, Sequence

from briefing.document import Lang, Phrase
from briefing.model.parts import Bilingual, Change
from briefing.model.periods import is_no_date
from briefing.model.records import Figure, Source
from briefing.quantities.months import MONTHS
from briefing.quantities.units import (
    MULTIPLIED,
    each_written,
    is_measured,
    metric,
    unit_name,
    unit_written,
)
from briefing.words.catalogue import fill, label, phrase, say, texts

_QUALIFIERS = {
    "about": "about",
    "more_than": "over",
    "at_least": "at least",
    "less_than": "under",
    "at_most": "up to",
}
_AS_WRITTEN = {"近": "nearly", "突破": "over", "逾": "over", "今后": "the next", "未来": "the next"}
_RAISED = str.maketrans("23", "²³")
"""What follows the letters of a unit, as in m2, is a power of it."""
_TERM = re.compile(r"[\d.]+")
"""A term of a ratio, which may have more of them than a range has ends."""
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))

SCALES = ("级",)
"""What is written like a unit, and says that a number is only an order of magnitude."""


def unit(code: str, lang: Lang) -> Phrase:
    """Return what the unit with that code is called."""
    return phrase(unit_name(code, "zh"), unit_name(code, "en"), lang)


def quantity(figure: Figure, lang: Lang) -> Phrase:
    """Return a figure's value, in Chinese as the article writes it, in English as a number.

    近2000亿元 is ``nearly CNY 200 billion``; a thing counted has no unit in English where its
    label says in English what is counted; what it is for each of stands behind it, as in 80 km/h.
    A Chinese unit has about the same in metric units behind
    it, which is ours and not the article's.
    """
    return phrase(figure.text, _english(figure), lang)


def _english(figure: Figure) -> str:
    if figure.kind in ("rank", "ordinal") or figure.qualifier == "rank":
        return _place(figure)
    if figure.unit == "ratio":
        return _qualify(":".join(_TERM.findall(figure.text)), figure)
    number = _number(figure.value, figure)
    if figure.value_to is not None:
        are_sides = any(mark in figure.text for mark in MULTIPLIED)
        number += (" × " if are_sides else "–") + _number(figure.value_to, figure)
    unit, each = (figure.unit or "").partition("/")[0], each_written(figure.unit or "")
    each = each.translate(_RAISED)
    written = unit_written(unit, plural=(figure.value_to or figure.value) != 1).translate(_RAISED)
    if figure.kind == "money":
        number = f"{unit} {number}" if written == unit else f"{number} {written}"
    elif unit == "%":
        number += "%"
    elif figure.kind == "duration":
        number += f" {unit_name(unit, 'en', plural=figure.value != 1)}"
    elif unit in SCALES:
        number = f"scale of {number}"
    elif unit and not figure.label.en and (figure.kind == "count" or not is_measured(unit)):
        number += f" {unit}"
    elif is_measured(unit):
        number += f" {written}{each}" + (" class" if figure.text.endswith("级") else "")
        return _qualify(number + _metric(figure), figure)
    return _qualify(number + each, figure)


def _metric(figure: Figure) -> str:
    """Return about how much a figure in a Chinese unit is in a metric one, in brackets."""
    ends = [one for one in (figure.value, figure.value_to) if one is not None]
    same = [about.split(" ") for end in ends for about in metric(figure.unit or "", end)]
    if not same:
        return ""
    shown = [" ".join(about) for about in same]
    if same[0][1:] == same[-1][1:]:  # the unit is said once
        shown[0] = shown[0] if len(same) == 1 else same[0][0]
    return f" (≈ {'–'.join(shown)})"


def _qualify(number: str, figure: Figure) -> str:
    """Return a number behind its qualifier, in the word that is nearest to what is written."""
    first = next((en for zh, en in _AS_WRITTEN.items() if figure.text.startswith(zh)), None)
    within = figure.kind == "duration" and figure.qualifier == "at_most"
    qualifier = first or ("within" if within else _QUALIFIERS.get(figure.qualifier))
    return f"{qualifier} {number}" if qualifier else number


def _place(figure: Figure) -> str:
    """Return a place in an order, which may be one of the first so many: 前10位, 500强."""
    among = figure.qualifier == "at_most" or "前" in figure.text or figure.text.endswith("强")
    if figure.kind == "rank" and among:
        return f"top {_number(figure.value, figure)}"
    return _ordinal(figure.value)


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


def join(phrases: Sequence[Phrase], zh: str, en: str) -> Phrase:
    """Return phrases one after another, with the separator of each language between them.

    A phrase that has one language only stands in for the other one. Both are given where a phrase
    has both; one that is not translated does not bring Chinese into English.
    """
    both = any(one.zh and one.en for one in phrases)
    english = any(one.en for one in phrases)
    return Phrase(
        zh.join(one.chinese for one in phrases) if both or not english else None,
        en.join(one.english for one in phrases) if english else None,
    )


def period(when: str | Bilingual, lang: Lang) -> Phrase:
    """Return a date or a period as each language writes it; the source's own words stay."""
    if isinstance(when, Bilingual):
        return say(when, lang)
    begin, _, end = when.partition("/")
    zh, en = _written(begin)
    if begin.endswith("-Q1") and end[:6] == f"{begin[:4]}-Q":
        last = texts(f"period.first-{end[5:]}")[0]
        return phrase(f"{begin[:4]}年{last}", f"Q1–{end[5:]} {begin[:4]}", lang)
    if end and end != begin:
        last_zh, last_en = _written(end)
        year = begin[:4]
        if end.startswith(f"{year}-") and begin != year:  # the year is said once
            last_zh = last_zh.removeprefix(f"{year}年")
            en = en.removesuffix(year).strip()
        zh, en = f"{zh}至{last_zh}", f"{en}–{last_en}"
    return phrase(zh, en, lang)


def _written(code: str) -> tuple[str, str]:
    """Return a date, month, quarter, half or year as Chinese and as English write it."""
    year, *rest = code.split("-")
    if is_no_date(code):
        return texts("date.none")
    if not rest:
        return f"{year}年", year
    if rest[0][0] in "QH":
        return f"{year}年{texts(f'period.{rest[0]}')[0]}", f"{rest[0]} {year}"
    month = int(rest[0])
    if len(rest) == 1:
        return f"{year}年{month}月", f"{MONTHS[month - 1]} {year}"
    return f"{year}年{month}月{int(rest[1])}日", f"{int(rest[1])} {MONTHS[month - 1]} {year}"


def change(compared: Change, lang: Lang) -> Phrase:
    """Return what a figure of change compares, such as ``year on year, real``."""
    over = f"over-{compared.over}" if compared.over else None
    said = [compared.turn, over, compared.prices, compared.span]
    keys = [key for key in said if key] + (["comparable"] if compared.comparable else [])
    words = [phrase(*texts(f"change.{key}"), lang) for key in keys]
    if compared.since:
        words.append(fill("change.since", lang, when=period(compared.since, lang)))
    return join(words, "，", ", ")


def source_line(source: Source, lang: Lang) -> Phrase:
    """Return publisher, date and republisher on one line, so that it is clear whose date it is."""
    zh, en = [source.publisher.zh], [source.publisher.en or source.publisher.zh]
    if source.published:
        zh.append(_written(source.published)[0])
        en.append(_written(source.published)[1])
    by, page = source.republisher, source.republished
    if by or page:
        when = _written(page.date().isoformat()) if page else ("", "")
        zh.append(f"{by.zh if by else ''}{when[0]}转载")
        en.append(
            "republished"
            + (f" by {by.en or by.zh}" if by else "")
            + (f" on {when[1]}" if page else "")
        )
    return phrase(" · ".join(zh), " · ".join(en), lang)


def say_implied(count: int, lang: Lang) -> Phrase:
    """Return the remark on names that are our conclusion: on the only one, on both or on all."""
    return label({1: "implied", 2: "both_implied"}.get(count, "all_implied"), lang)


def is_written_in(lang: Lang, name: str) -> bool:
    """Return whether a name is in the script of a language, or both languages are wanted."""
    return lang == "both" or (lang == "zh") == any("\u3400" <= one <= "\u9fff" for one in name)


def short_name(source: Source, lang: Lang) -> Phrase:
    """Return what an article is called where there is little room: its publisher and its date."""
    publisher = source.publisher
    told = texts("date.none") if source.is_undated else (source.date, source.date)
    return phrase(f"{publisher.zh} {told[0]}", f"{publisher.en or publisher.zh} {told[1]}", lang)


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
