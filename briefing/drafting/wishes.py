"""Whether a figure is a result that somebody wants or demands."""

import re
from typing import Any

from briefing.checks.stages import ALREADY, HAS, MUST
from briefing.drafting.finding.meetings import SPEAKS
from briefing.drafting.found import Span
from briefing.drafting.text import DraftText
from briefing.drafting.times import is_to_come
from briefing.model.periods import days_of

_REACHES = re.compile(
    "达到?|突破|超过?|[增升降减缩]至|[高升降长]到|增长|下降|降低|翻|实现|控制在|目标[是为]"
)
"""What before a number says that it is a result."""
_PROPOSED = re.compile(
    "(?:提出|明确|确定|要求|目标(?:是|为)?)[，,:：]?(?:到|至)?(?:今年|[0-9]{4}年)"
)
"""What before the year of the article tells that its result is only wanted."""
_AS_PLANNED = re.compile("按照?[^，,]{0,8}(?:规划|计划)[，,]|届时|能力")
"""What tells that a result is planned, or only what works are made for."""
_SAYS = re.compile("[^，。；：“”]{2,40}?(?P<verb>强调|要求|指出|提出|部署|明确)[，：,:“]+")
"""How a sentence begins in which somebody may demand something."""
_ORDERS = ("要求", "部署", "号召")
"""Verbs of speech behind which all is demanded that is not told to have come about."""
_NO_DEMAND = "(?!看到|看清|认识|感谢|清醒|知道|明白|注意到|承认)"
"""What is no deed behind 要, but what people are told of: 要看到."""
_DEMANDS = re.compile(f"(?:^|[，；：“])[一-鿿]{{0,8}}?{MUST}{_NO_DEMAND}")
"""要 near the head of a clause, which may name who is to do a thing: 各市要压减."""
_PAST = re.compile(
    f"{ALREADY}|{HAS}|[去上前]年|目前|累计|同比|截至|以来|至今|[0-9]年前|现有"
    "|(?<![要没])有[约近超多过]{0,2}[0-9]"
)
"""What tells that a number is of what has come about, or there is."""


def is_wished(text: DraftText, span: Span, times: dict[str, Any]) -> bool:
    """Return whether a figure is a result that somebody wants by a time to come."""
    period = times.get("period")
    if not isinstance(period, str) or not is_to_come(text, period):
        return False
    clause = text.clause_of(span)
    paragraph = text.paragraphs[span.paragraph - 1]
    before = text.words_before(text.sentence_of(span), span)
    if _AS_PLANNED.search(before) or not _REACHES.search(paragraph, clause.start, span.end):
        return False
    return begins_later(text, period) or bool(_PROPOSED.search(before))


def is_demanded(text: DraftText, span: Span, times: dict[str, Any]) -> bool:
    """Return whether a meeting or a person demands a figure: 会议指出，要新增就业70万人.

    What is told to be past, as 去年新增, is not demanded.
    """
    period = times.get("period")
    if isinstance(period, str) and not is_to_come(text, period):
        return False
    before = text.words_before(text.sentence_of(span), span)
    speaks = SPEAKS.match(before) or _SAYS.match(before)
    if not speaks:
        return False
    words = before[speaks.end() :]
    if speaks["verb"] not in _ORDERS:
        demand = _DEMANDS.search(words)
        if not demand:
            return False
        words = words[demand.end() :]
    paragraph = text.paragraphs[span.paragraph - 1]
    return not _PAST.search(words + paragraph[span.start : text.clause_of(span).end])


def begins_later(text: DraftText, period: Any) -> bool:
    """Return whether a period begins after the day of the article: nothing of it is done."""
    return isinstance(period, str) and text.date is not None and days_of(period).first > text.date
