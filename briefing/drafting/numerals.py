"""Figures for the numerals that are only part of a name: 一廊 and 两带 of “一廊两带”."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.checks.rules.figures import NUMERAL_OF_NAME
from briefing.checks.spelled import read_spelled
from briefing.drafting.figures import DraftFigure
from briefing.drafting.found import FoundTerm, Span
from briefing.drafting.text import DraftText, span_of
from briefing.quantities import scan_paragraph
from briefing.quantities.names import find_fixed_terms

_NUMERALS = "〇零一二两双三四五六七八九十百千万"
_PARTS = re.compile(f"([{_NUMERALS}]+)[^{_NUMERALS}\\W]{{1,4}}(?=[{_NUMERALS}]|$)")
_COUNTS = re.compile(f"^([{_NUMERALS}]+)[个项条类种](?=[^{_NUMERALS}\\W]{{4,}}$)")
"""The numeral with which a longer name begins: 五个领域率先突破."""
_NAME = re.compile(f"[^{_NUMERALS}\\W]{{0,2}}(?:[{_NUMERALS}]+[^{_NUMERALS}\\W]{{1,4}})+")
_LARGE = re.compile(f"^[百千万]|[{_NUMERALS}\\d][百千万]")
_NUMBERED = re.compile(
    "第[一二三四五六七八九十]{1,3}(?:集团军|野战军|方面军|兵团|支队|纵队|师(?!傅)|军(?!事)|旅(?!游)|[采轧炼制][\u4e00-\u9fff]{0,3}厂|[分水电]厂|作业区|工区|标段|合同段|车间|[\u4e00-\u9fff]{0,3}楼|中学|小学|水厂)"
    "|(?<![0-9])[0-9]++(?:[、和-][0-9]++){0,20}号(?:泊位|机组|航站楼|高炉|码头|厂房|线|井|楼|桥|塔)|[0-9]{4}届|(?<=[村路街巷弄])[0-9]{1,4}号"
    "|[一二三四五六七八九十]{1,3}届(?:[一二三四五六七]中全会|[一二三四五六七八九十]{1,3}次全会)"
)
"""What a number only tells from others of its kind, a plenum among them: 十二届三次全会."""
_COUNTED = ("count", "ordinal", "rank", "duration")
"""The kinds of numbers that stand in names of bodies and plans: 第一医院, 三年行动方案."""
_LONGEST = 14
"""The label of a figure quotes no longer name."""
_NO_COUNT = re.compile(
    "零|十[一二三四五六七]五|第[一二三四五六七八九十]|一体化|一站式|双碳|双创|两会"
)


def list_numerals(text: DraftText, terms: Sequence[FoundTerm]) -> Iterator[DraftFigure]:
    """Yield a figure for each numeral with what it counts in the quoted names of a text."""
    pieces: set[str] = set()
    for term in terms:
        if text.read(term.mentions[0])[0] not in "“‘":
            continue  # the numbers of a saying that is not quoted are figures already
        if term.name in pieces:
            continue  # “一群” of “一群两区三圈” has its figures already
        parts = _PARTS if _NAME.fullmatch(term.name) else _COUNTS
        if _NO_COUNT.search(term.name):
            continue
        if _LARGE.search(term.name):
            continue  # “千万工程” and “百千万工程” count nothing
        if _is_fixed(term.name):
            continue  # “一网通办” counts nothing, as the list of the quantities says
        ends = range(1, len(term.name) + 1) if parts is _PARTS else ()
        pieces.update(term.name[start:end] for end in ends for start in range(end))
        first = term.mentions[0]
        for part in parts.finditer(term.name):
            start = first.start + text.read(first).find(term.name) + part.start()
            span = Span(first.paragraph, start, start + len(part[0]))
            if fields := _fields(text.read(span), part, term.name):
                yield DraftFigure(span, fields)


def _is_fixed(name: str) -> bool:
    """Return whether a name is a fixed term, or has its only numeral in one: 双牌 of 双牌照."""
    terms = list(find_fixed_terms(name))
    parts = list(_PARTS.finditer(name))
    only = len(parts) == 1 and any(begin <= parts[0].start() < end for begin, end in terms)
    return only or terms == [(0, len(name))]


def find_numbered(text: DraftText) -> Iterator[Span]:
    """Yield where a number is that of a thing, and counts nothing: 8号泊位."""
    for number, paragraph in enumerate(text.paragraphs, 1):
        for match in _NUMBERED.finditer(paragraph):
            yield Span(number, *match.span())


def mark_in_names(
    text: DraftText, figures: Iterable[DraftFigure], names: Iterable[Span]
) -> Iterator[DraftFigure]:
    """Yield figures, those inside names and sayings as parts of these."""
    spans = sorted(names)
    for one in figures:
        at = (
            bisect_right(
                spans, one.span._replace(end=len(text.paragraphs[one.span.paragraph - 1]) + 1)
            )
            - 1
        )
        span = spans[at] if at >= 0 else one.span
        is_inside = span.paragraph == one.span.paragraph and one.span.end <= span.end
        if span == one.span or not is_inside or one.fields["kind"] not in _COUNTED:
            yield one
            continue
        words, name = one.fields["text"], text.read(span).strip("《》“”‘’")
        quotes = len(name) <= _LONGEST and not _has_others(text, span, one.span)
        label = f"“{name}”中“{words}”之数" if quotes else f"名称中“{words}”之数"
        kept = ("text", "value", "value_to", "unit", "qualifier", "kind", "stage")
        fields = {field: one.fields.get(field) for field in kept}
        yield DraftFigure(one.span, {"label": label, **fields, "in_name": True})


def _has_others(text: DraftText, name: Span, number: Span) -> bool:
    """Return whether a name has more numbers, of which evidence for one of them proves none."""
    held = text.starting(name.paragraph, name.start, name.end)
    return any(one.kind != "name" and span_of(one) != number for one in held)


def _fields(words: str, part: re.Match[str], name: str) -> dict[str, object]:
    """Return the fields of such a figure, as the anchor is read when the model is checked.

    A date is none: “一月一调度” has something each month, and nothing in January.
    """
    counted = [one for one in scan_paragraph(words) if one.kind != "name"]
    read = counted[0] if counted else None
    if read and not isinstance(read.value, int | float):
        return {}
    numeral = NUMERAL_OF_NAME.match(part[0])
    held = read_spelled(numeral[0]) if numeral else ()
    value = read.value if read else next(iter(held), None)
    unit = read.unit if read else words[numeral.end() if numeral else 1 :]
    return {
        "label": f"“{name}”之数" if len(part[0]) == len(name) else f"“{name}”中“{words}”之数",
        "text": words,
        "value": value,
        "unit": unit,
        "qualifier": read.qualifier if read else "exact",
        "kind": read.kind if read else "count",
        "in_name": True,
    }
