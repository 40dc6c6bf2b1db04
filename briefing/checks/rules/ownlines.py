"""The lines of a text that tell its own date and paper: those above and below its body."""

import re
from collections.abc import Iterator, Sequence

from briefing.checks import evidence
from briefing.checks.context import ProofContext
from briefing.problem import Finding, message
from briefing.quantities.own_date import find_days_of_lines, list_outer_lines

_LABEL = "(?:(?:信息|文章|稿件|新闻|本文)?来源|稿源|出处|转自|摘自|原载)"
_SOURCE = re.compile(f"{_LABEL}\\s?[:：]\\s{{0,4}}[《“]?([^\\s|｜/《》“”（）()，,；;:：]{{2,24}})")


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
    own = list(find_days_of_lines([one.text for one in context.source.paragraphs]))
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


def find_own_sources(texts: Sequence[str]) -> Iterator[str]:
    """Yield the papers and sites from which lines of a text say that it is.

    >>> list(find_own_sources(["码头开工", "码头昨日开工。", "来源：示例日报"]))
    ['示例日报']
    """
    for line in list_outer_lines(texts):
        yield from (match[1] for match in _SOURCE.finditer(line))
