"""The times of the figures of a model, and those with which they are compared, as codes."""

from collections.abc import Iterator

from briefing.model.article import Article
from briefing.model.parts import Bilingual, Period
from briefing.model.records import Figure
from briefing.quantities import scan_paragraph


def list_times(article: Article, *periods: Period | str | None) -> Iterator[str]:
    """Yield periods as codes; of one in words, the dates that these tell."""
    for period in periods:
        if isinstance(period, Bilingual):
            for found in scan_paragraph(period.zh, date=article.source.day):
                if found.unit == "date" and isinstance(found.value, str | list):
                    ends = [found.value] if isinstance(found.value, str) else found.value
                    yield "/".join(map(str, ends))
        elif period:
            yield period


def list_compared(article: Article, figure: Figure) -> Iterator[str]:
    """Yield the periods that a figure of change is compared with, as far as they can be told."""
    change = figure.change
    if change is None:
        return
    yield from list_times(article, change.since)
    for code in list_times(article, figure.period):
        if change.over == "yoy" and code[:4].isdecimal():
            before = str(int(code[:4]) - 1)
            yield code.replace(code[:4], before)
            yield before
        if change.over == "mom" and len(code) == 7 and code[5:].isdecimal():
            year, month = divmod(12 * int(code[:4]) + int(code[5:]) - 2, 12)
            yield f"{year:04}-{month + 1:02}"
