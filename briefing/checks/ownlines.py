"""The lines of a text that tell its own date and paper: those above and below its body."""

import re
from collections.abc import Iterator, Sequence

from briefing.checks import evidence
from briefing.checks.context import ProofContext
from briefing.problem import Finding, message
from briefing.quantities import scan_paragraph

_HEAD, _FOOT = 6, 4
"""So many paragraphs at either end may tell of the article itself."""
_LONGEST = 80
"""Characters of such a line; a longer one is part of the body."""
_SENTENCE = re.compile("[。！？!?]")
_LABEL = "(?:(?:信息|文章|稿件|新闻|本文)?来源|稿源|出处|转自|摘自|原载)"
_SOURCE = re.compile(f"{_LABEL}\\s?[:：]\\s{{0,4}}[《“]?([^\\s|｜/《》“”（）()，,；;:：]{{2,24}})")
_DATED = re.compile("来源|稿源|时间|日期|发[布表]|更新|[0-9]{1,2}[:：][0-9]{2}|第?[0-9A-Z]{1,3}版")
"""What beside a date tells that a line dates the article."""
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST_WORDS = 3
"""So many characters beside a date make a line that tells of something else on that day."""
_OF_DAY = re.compile("(?:星期|周)[一二三四五六日天]|[上下]午")


def find_dates_of_source(context: ProofContext) -> Iterator[Finding]:
    """Yield the dates of the paper and the page that the source does not tell, or tells otherwise.

    What a person knows from elsewhere is held against the lines that tell the text's own date.
    """
    source = context.article.source
    if source.is_undated:
        yield Finding(message("date-differs.untold"), ("source", "published"))
        return
    written = [
        str(value)
        for quantities in context.quantities.values()
        for quantity in quantities
        if quantity.kind == "date" and not quantity.resolved
        for value in evidence.values_of(quantity)
    ]
    time = source.republished.replace(tzinfo=None).isoformat() if source.republished else ""
    own = list(find_own_dates([one.text for one in context.source.paragraphs]))
    is_own = any(time.startswith(one) or one.startswith(source.published or "-") for one in own)
    days = [one for one in written if len(one) >= len("2022-03-21")]
    told = {
        "published": any(one.startswith(source.published or "-") for one in written),
        "republished": any(time.startswith(one) for one in days),
    }
    for field, date in (("published", source.published), ("republished", time)):
        if date and field in source.inferred and own and not is_own:
            found = message("date-differs.own", date=date, found=own[0])
            yield Finding(found, ("source", field))
        elif date and field not in source.inferred and not told[field]:
            found = message("date-differs.published", date=date, field=field)
            yield Finding(found, ("source", field))


def find_other_papers(context: ProofContext) -> Iterator[Finding]:
    """Yield the papers that a person knows from elsewhere, where a line of the text has others."""
    source = context.article.source
    named = [one.zh for one in (source.publisher, source.republisher) if one]
    told = list(find_own_sources([one.text for one in context.source.paragraphs]))
    if not told or any(one in name or name in one for one in told for name in named):
        return
    for field in ("publisher", "republisher"):
        if field in source.inferred and (name := getattr(source, field)):
            found = message("source-name-not-found.other", name=name.zh, told=told[0])
            yield Finding(found, ("source", field, "zh"))


def find_own_dates(texts: Sequence[str]) -> Iterator[str]:
    """Yield the days that lines of a text's own date tell.

    >>> list(find_own_dates(["码头开工", "来源：示例日报 2031-05-06", "码头昨日开工。"]))
    ['2031-05-06']
    """
    for line in _list_lines(texts):
        dates = [one for one in scan_paragraph(line) if one.kind == "date"]
        days = [str(one.value)[: len("2031-05-06")] for one in dates]
        rest = line
        for one in dates:
            rest = rest.replace(one.text, "")
        rest = _OF_DAY.sub("", rest)
        if _DATED.search(rest) or len(_HAN.findall(rest)) < _FEWEST_WORDS:
            yield from (day for day in days if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day))


def find_own_sources(texts: Sequence[str]) -> Iterator[str]:
    """Yield the papers and sites from which lines of a text say that it is.

    >>> list(find_own_sources(["码头开工", "码头昨日开工。", "来源：示例日报"]))
    ['示例日报']
    """
    for line in _list_lines(texts):
        yield from (match[1] for match in _SOURCE.finditer(line))


def _list_lines(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a text before its first sentence, and those behind its last one."""
    bodies = [at for at, text in enumerate(texts) if len(text) > _LONGEST or _SENTENCE.search(text)]
    first, last = (bodies[0], bodies[-1] + 1) if bodies else (len(texts), len(texts))
    yield from texts[: min(first, _HEAD)]
    yield from texts[max(last, len(texts) - _FOOT) :]
