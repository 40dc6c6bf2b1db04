"""Our own words in Chinese and English, and the choice between them.

With :mod:`briefing.views` this is where the language is chosen. English counts follow the
Chinese measure words that the model keeps as written.
"""

import datetime
from collections.abc import Iterable

from briefing.document import Cell, Lang, Phrase
from briefing.model import Bilingual, Figure, Source
from briefing.quantities.months import MONTHS
from briefing.quantities.units import unit_name

HEADINGS: dict[str, tuple[str, str]] = {
    "about": ("相关", "About"),
    "aim": ("目标", "Aim"),
    "aliases": ("又称", "Also called"),
    "article": ("文章", "Article"),
    "basis": ("依据", "Basis"),
    "citation": ("引用", "Citation"),
    "city": ("城市", "City"),
    "cities": ("城市", "Cities"),
    "compared": ("对照", "Side by side"),
    "date": ("日期", "Date"),
    "detail": ("详略", "Detail"),
    "direction": ("方位", "Direction"),
    "event": ("事件", "Event"),
    "events": ("事件", "Events"),
    "evidence": ("出处", "Evidence"),
    "figure": ("指标", "Figure"),
    "figures": ("数字", "Figures"),
    "found": ("查找结果", "What was found"),
    "gist": ("要义", "Gist"),
    "gloss": ("释义", "Meaning"),
    "headline": ("关键数字", "Key figures"),
    "id": ("编号", "Id"),
    "industry": ("产业", "Industry"),
    "kind": ("类别", "Kind"),
    "label": ("指标", "Figure"),
    "layout": ("布局", "The layout"),
    "links": ("与各地的联系", "Ties to other places"),
    "measures": ("举措", "Measures"),
    "name": ("名称", "Name"),
    "next": ("接下来可以输入", "What to type next"),
    "no_quantity": ("没有找到数量。", "No quantity was found."),
    "note": ("说明", "Note"),
    "offset": ("位置", "Offset"),
    "paragraph": ("段", "Para."),
    "parts": ("境内各地", "Places in it"),
    "part_of": ("所属", "Part of"),
    "partners": ("参与方", "Partners"),
    "people": ("人物", "People"),
    "person": ("人物", "Person"),
    "place": ("地方", "Place"),
    "places": ("地方", "Places"),
    "plans": ("战略与举措", "What it is to do"),
    "positions": ("谈话要点", "Said"),
    "posts": ("职务", "Posts"),
    "project": ("项目", "Project"),
    "projects": ("项目", "Projects"),
    "qualifier": ("限定", "Qualifier"),
    "quantities": ("数量", "Quantities"),
    "record": ("条目", "Record"),
    "role": ("定位", "Role"),
    "roles": ("定位", "Its part in the plan"),
    "section": ("栏目", "Section"),
    "sectors": ("产业", "Industries"),
    "source": ("来源", "Source"),
    "short": ("简称", "Short name"),
    "spelled_out": ("文中释义", "Explained there"),
    "status": ("进展", "Status"),
    "strategies": ("战略", "Strategies"),
    "strategy": ("战略", "Strategy"),
    "takeaway": ("要点", "Takeaway"),
    "takeaways": ("要点", "Takeaways"),
    "term": ("术语", "Term"),
    "terms": ("术语", "Terms"),
    "text": ("原文写法", "As written"),
    "try_city": ("一座城市的定位与任务", "what one city is, and is to do, in the plan"),
    "try_figures": ("每个数字及其出处", "every figure, and where it stands"),
    "try_help": ("全部命令", "all commands"),
    "tier": ("产业定位", "Tier"),
    "unit": ("单位", "Unit"),
    "value_to": ("上限", "Up to"),
    "value": ("数值", "Value"),
    "wider": ("其他相关战略", "Other strategies that concern it"),
    "zone": ("区域", "Area"),
    "zones": ("区域", "Zones and other areas"),
}
"""What stands over a section or a column, or before a field: Chinese, English."""

LABELS: dict[str, tuple[str, str]] = {
    # places
    "province": ("省", "province"),
    "city": ("市", "city"),
    "zone": ("功能区", "zone"),
    "county": ("县区", "county or district"),
    "cluster": ("城镇群", "city or town cluster"),
    "corridor": ("廊带", "corridor or belt"),
    "region": ("地区", "region"),
    "north": ("北", "north"),
    "south": ("南", "south"),
    "east": ("东", "east"),
    "west": ("西", "west"),
    "centre": ("中", "centre"),
    # strategies
    "layout": ("布局", "layout"),
    "guideline": ("方针", "guideline"),
    "strategy": ("战略", "strategy"),
    "programme": ("专项", "programme"),
    "effort": ("着力点", "effort"),
    "reform": ("改革", "reform"),
    "path": ("路径", "path"),
    "node": ("节点", "node"),
    "goal": ("目标", "goal"),
    "named_only": ("仅提及", "named only"),
    "described": ("有阐述", "described"),
    # figures
    "count": ("数量", "count"),
    "money": ("金额", "money"),
    "percent": ("百分比", "percent"),
    "duration": ("时长", "duration"),
    "ordinal": ("序数", "ordinal"),
    "rank": ("位次", "rank"),
    "measure": ("度量", "measure"),
    "range": ("区间", "range"),
    "date": ("日期", "date"),
    "name": ("固定词语", "fixed term"),
    "every": ("每", "each"),
    "exact": ("确数", "exact"),
    "about": ("约数", "about"),
    "more_than": ("超过", "more than"),
    "at_least": ("不少于", "at least"),
    "less_than": ("不足", "less than"),
    "at_most": ("不超过", "at most"),
    # statuses, and what else is said of a record
    "proposed": ("拟议", "proposed"),
    "planned": ("谋划中", "planned"),
    "signed": ("已签约", "signed"),
    "under_construction": ("已开工", "under construction"),
    "operating": ("已投运", "operating"),
    "stated": ("明言", "stated"),
    "implied": ("推断", "implied"),
    "yes": ("有", "yes"),
    "no": ("无", "no"),
    "undated": ("未载日期", "no date given"),
    "nothing": ("没有符合条件的条目。", "Nothing matches."),
}
"""What the model's fixed values and the tool's remarks are called: Chinese, English."""

_QUALIFIERS = {
    "about": "about",
    "more_than": "over",
    "at_least": "at least",
    "less_than": "under",
    "at_most": "up to",
}
_AS_WRITTEN = {"近": "nearly", "突破": "over", "逾": "over"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def say(text: Bilingual | None, lang: Lang) -> Phrase:
    """A text of the model in the reader's language, or in Chinese where it has no other."""
    if text is None:
        return Phrase()
    return phrase(text.zh, text.en, lang)


def phrase(zh: str, en: str | None, lang: Lang) -> Phrase:
    """One of two texts, or both; the same text is not said twice."""
    if lang == "zh" or not en or zh == en:
        return Phrase(zh=zh)
    if lang == "en":
        return Phrase(en=en)
    return Phrase(zh, en)


def heading(key: str, lang: Lang) -> Phrase:
    """Our word for a section, a column or a field."""
    return phrase(*HEADINGS[key], lang)


def label(key: str, lang: Lang) -> Phrase:
    """Our word for a fixed value, such as a kind or a status, or a remark."""
    return phrase(*LABELS[key], lang)


def value_named(name: str) -> str:
    """The fixed value that a word of ours in either language means; or else the word itself."""
    plain = name.strip().lower().replace("-", "_")
    for key, texts in LABELS.items():
        if plain == key or name.strip().lower() in (texts[0], texts[1].lower()):
            return key
    return name


def unit(name: str, lang: Lang) -> Phrase:
    """What a unit is called."""
    return phrase(unit_name(name, "zh"), unit_name(name, "en"), lang)


def listed(texts: Iterable[Bilingual], lang: Lang) -> Cell:
    """Several texts as a list in one cell."""
    return tuple(say(text, lang) for text in texts)


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
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number:,}{ending}"


def day(date: datetime.date, lang: Lang) -> Phrase:
    """A date as each language writes it."""
    return phrase(
        f"{date.year}年{date.month}月{date.day}日",
        f"{date.day} {MONTHS[date.month - 1]} {date.year}",
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
