"""What models and texts hold of numbers and dates, each with what it is of."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.checks.evidence import Held, read_anchor
from briefing.checks.numbers import read_chinese, read_english
from briefing.model.article import Article
from briefing.model.choices import HOPED_FOR
from briefing.model.parts import Bilingual, Statement, parts
from briefing.model.records import Figure, Organisation, Place, Project, Record, Sector, Strategy
from briefing.names.glosses import meanings_of
from briefing.names.languages import ByLanguage
from briefing.quantities.rates import Rate
from briefing.quantities.surroundings import Surroundings
from briefing.verifying.naming.naming import Names, hide
from briefing.verifying.numbers.figuretimes import list_compared, list_times
from briefing.verifying.wording import words_in

LANGUAGES = ("zh", "en")
Words = ByLanguage[frozenset[str]]
"""Words of a text by their language, which are read when they are asked for."""
_RATE = re.compile("增速|增幅|增长率|降幅|涨幅|跌幅|升幅")
"""What a label of a rate of growth says."""


class Fact(NamedTuple):
    """A number or date of a record, with what it is of.

    ``held`` are its values, ``words`` the words of what it is of by their language, ``places`` the
    ids of the places that it is of, ``besides`` those of others that its label names, and ``named``
    those of the records that its label names. ``tells_turn`` is whether the anchors tell of a
    rise or fall, whatever the model says of one.
    """

    article: Article
    record: Record
    held: tuple[Held, ...]
    words: Words
    places: frozenset[str]
    named: frozenset[str]
    times: tuple[str, ...]
    stage: str
    paragraph: int
    is_date: bool = False
    compared: tuple[str, ...] = ()
    besides: frozenset[str] = frozenset()
    is_count: bool = False
    hints: Words = ByLanguage(lambda _: frozenset())
    tells_turn: bool = False

    @property
    def is_change(self) -> bool:
        """Whether the number tells how much something has changed, as its label may tell alone."""
        record = self.record
        if not isinstance(record, Figure):
            return False
        is_rate = record.unit == "%" and bool(_RATE.search(record.label.zh))
        return record.change is not None or is_rate

    @property
    def is_difference(self) -> bool:
        """Whether the number tells by how much one thing is more than another, or has been."""
        reached = any(one.around.role in ("from", "to") for one in self.held)
        return self.tells_turn and not (self.is_change or reached)


def read_facts(articles: Iterable[Article], names: Names) -> Iterator[Fact]:
    """Yield the facts of some articles."""
    for article in articles:
        yield from _figures(article, names)
        yield from _dates(article, names)
        yield from _counts(article)


def _figures(article: Article, names: Names) -> Iterator[Fact]:
    for figure in article.of(Figure):
        label = _label_of(figure, names)
        named = {
            entry.record.id
            for text in (figure.label.zh, figure.label.en or "")
            for mention in names.find(text)
            for entry in mention.entries
            if entry.article is article
        }
        owned = {one for one in named if article.place(one)}
        yield Fact(
            article,
            figure,
            tuple(dict.fromkeys(_held(figure, article))),
            label,
            frozenset(figure.places),
            frozenset({*named, *figure.about} - owned),
            tuple(list_times(article, figure.period, figure.due)),
            figure.stage,
            figure.evidence[0].paragraph,
            compared=tuple(list_compared(article, figure)),
            besides=frozenset(owned.difference(figure.places)),
            hints=_hints_of(figure, label, article, names),
            tells_turn=_tells_turn(figure, article),
        )


def _tells_turn(figure: Figure, article: Article) -> bool:
    """Return whether the anchors of a figure tell of a rise or fall."""
    return any(
        one.around.direction in ("up", "down")
        for proof in figure.evidence
        for one in read_anchor(proof.anchor, article.source.day)
    )


def _hints_of(figure: Figure, label: Words, article: Article, names: Names) -> Words:
    """Return other words that stand beside a figure: of its evidence, and of what it is about."""
    texts = [
        Bilingual(zh=one.anchor, en=article.renderings_of.get((one.paragraph, one.anchor)))
        for one in figure.evidence
    ]
    for name in figure.about:
        record = article.by_id[name]
        if isinstance(record, (Project, Sector, Strategy, Organisation)):
            texts.append(record.title)

    def work_out(lang: str) -> frozenset[str]:
        found = set(meanings_of(figure.label.zh)) if lang == "en" else set[str]()
        found.update(*(_without_places(text, names)[lang] for text in texts))
        return frozenset(found - label[lang])

    return ByLanguage(work_out)


_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")


def _label_of(figure: Figure, names: Names) -> Words:
    """Return the words of what a figure is of, without its period and what is said in brackets."""
    label = Bilingual(
        zh=_IN_BRACKETS.sub("", figure.label.zh),
        en=_IN_BRACKETS.sub("", figure.label.en or "") or None,
    )

    def work_out(lang: str) -> frozenset[str]:
        words = _without_places(label, names)[lang]
        if isinstance(figure.period, Bilingual):
            words = words - _without_places(figure.period, names)[lang] or words
        if figure.stage in HOPED_FOR:
            words = words - _OF_TARGETS or words
        if figure.kind == "rank":
            words = words - _OF_RANKS or words
        return words

    return ByLanguage(work_out)


_OF_RANKS = frozenset(["@rank", "@位次", "shar", "并列", "列位"])
_OF_TARGETS = frozenset(["@target", "目标"])


_SCALE = "级"
"""The unit of clusters on the scale of so many yuan."""


_RATES = {
    "year": re.compile(
        "(?<![0-9一二三四五六七八九十今去前当全上明多近每])年(?=[产销供均]|吞吐|加工|处理|发电|接待|运输|输)"
        r"|\b(?:annual|yearly|a year|per year|each year)\b",
        re.I,
    ),
    "month": re.compile(r"月均|每月|\b(?:monthly|a month|per month|each month)\b", re.I),
    "day": re.compile(r"日[均产]|每[日天]|\b(?:daily|a day|per day|each day)\b", re.I),
}
"""What in a label tells that a figure is for each of a length of time."""


def _rates_of(figure: Figure) -> tuple[Rate, ...]:
    """Return for each of what a figure is, by its label or by what it changes over."""
    label = f"{figure.label.zh} {figure.label.en or ''}"
    units = [unit for unit, told in _RATES.items() if told.search(label)]
    if figure.change and figure.change.over == "annual_average" and "year" not in units:
        units.append("year")
    return tuple(Rate(1, unit, implied=True) for unit in units)


def _held(figure: Figure, article: Article) -> Iterator[Held]:
    """Yield the values of a figure, with what the model says of them."""
    unit = (figure.unit or "").partition("/")[0] or None
    change = figure.change
    bases = {one for one in (change.over, change.prices) if one} if change else set()
    rates = _rates_of(figure)
    anchored = [
        one
        for proof in figure.evidence
        for one in read_anchor(proof.anchor, article.source.day)
        if one.value in (figure.value, figure.value_to) and one.unit == unit
    ]
    for value in (figure.value, figure.value_to):
        if value is None:
            continue
        same = [one for one in anchored if one.value == value]
        around = same[0].around if same else Surroundings()
        said = frozenset(qualifier for one in same for qualifier in one.qualifiers)
        qualifiers = said or frozenset(
            [figure.qualifier if figure.qualifier != "rank" else "exact"]
        )
        if figure.qualifier == "rank":
            qualifiers |= {"exact", "rank"}
        if unit == _SCALE:
            qualifiers |= {"exact", "about"}
        if figure.kind == "range":
            qualifiers |= {"at_least" if value == figure.value else "at_most"}
        units = (unit, "CNY") if unit == _SCALE else (unit,)
        yield from (
            Held(
                value,
                one,
                figure.text,
                qualifiers,
                around._replace(
                    direction=(change.turn or "") if change else "",
                    bases=frozenset(bases) & {"yoy", "mom", "real", "nominal"},
                    role=around.role if around.role in ("from", "to") else "",
                    rates=around.rates or rates,
                ),
            )
            for one in units
        )


def _without_places(text: Bilingual, names: Names) -> Words:
    """Return the words of a text but for the names of places in it."""

    def work_out(lang: str) -> frozenset[str]:
        written = text.zh if lang == "zh" else text.en or ""
        plain = hide(written, (one for one in names.find(written) if one.ids(Place)))
        return words_in(plain, lang)

    return ByLanguage(work_out)


def _dates(article: Article, names: Names) -> Iterator[Fact]:
    """Yield the dates of events and projects, and the deadlines of all records."""
    for _, record in article.records():
        if isinstance(record, Figure):
            continue
        dates = [getattr(record, "date", None), getattr(record, "due", None)]
        titles = [(record, code) for code in list_times(article, *dates)]
        for part in (*getattr(record, "measures", ()), *getattr(record, "roles", ())):
            titles += [(part, code) for code in list_times(article, part.due)]
        for part, code in titles:
            text = part.text if hasattr(part, "text") else record.title
            label = _without_places(text, names)
            about = getattr(record, "about", ())
            yield Fact(
                article,
                record,
                tuple(dict.fromkeys(_held_dates(record, code, article))),
                label,
                frozenset(getattr(record, "places", ())),
                frozenset([record.id, *about]),
                (code,),
                getattr(part, "stage", None) or "unstated",
                record.evidence[0].paragraph,
                is_date=True,
            )


def _held_dates(record: Record, code: str, article: Article) -> Iterator[Held]:
    """Yield a date of a record, with the part of the month or year that its anchors tell."""
    found = [
        one
        for proof in record.evidence
        for one in read_anchor(proof.anchor, article.source.day)
        if one.unit == "date" and one.value == code
    ]
    yield Held(code, "date", code)
    yield from found


def _only(words: frozenset[str], language: str) -> Words:
    """Return words of one language alone."""
    return ByLanguage(lambda lang: words if lang == language else frozenset())


_MOST_COUNTED = 20
_COUNTED = {
    "zh": re.compile("个?([\u4e00-\u9fff]{2})"),
    "en": re.compile(r" (?:\w+ly )?([A-Za-z]+)"),
}


def _counts(article: Article) -> Iterator[Fact]:
    """Yield the small counts that statements tell in words, as action on four fronts."""
    for _, record in article.records():
        for _, part in parts(record):
            if not isinstance(part, Statement):
                continue
            for lang, text in (("zh", part.text.zh), ("en", part.text.en or "")):
                read = read_chinese if lang == "zh" else read_english
                for number in read(text, article.source.day):
                    counted = _COUNTED[lang].match(text, number.end)
                    value = number.readings[0].value if number.readings else None
                    if not counted or not isinstance(value, int) or value > _MOST_COUNTED:
                        continue
                    words = words_in(counted[1], lang)
                    held = Held(value, number.readings[0].unit, number.words + counted[0])
                    at = part.evidence[0].paragraph
                    yield Fact(
                        article,
                        record,
                        (held,),
                        _only(words, lang),
                        frozenset(),
                        frozenset(),
                        (),
                        "unstated",
                        at,
                        is_count=True,
                    )
