"""Events for a draft: what a text tells of a day or a month that is past."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from briefing.checks.naming import comparable
from briefing.drafting.found import Span
from briefing.drafting.halves import ALL_YEAR, GIVEN_OUT, is_half
from briefing.drafting.happenings import LONGEST_COINED, tell_happening
from briefing.drafting.naming import LONGEST_LABEL
from briefing.drafting.subjects import Subjects
from briefing.drafting.text import LONGEST_ANCHOR, DraftText, span_of
from briefing.drafting.times import code_of, is_to_come
from briefing.model.periods import DATE, days_of
from briefing.names.tables import alternatives
from briefing.quantities import Quantity

_YEAR = len("2031")
_NEAR = 8
_MARK = re.compile("[，。；：！？,;:!?（）()《》]|——")
_BEGINS = re.compile(
    "(?:[底末初]|[上中下]旬)?[\\s，,、在的]*(?:[上下中]午|[早当]?晚上?|清晨|凌晨|傍晚|早上|当天|起|以来|前后)?[，,]?"
)
_UNTIL = re.compile(
    "(?:年?底|月?底|末|初|[上中下]旬|[上中下]午|年|日|号)?(?:之前|以前|前(?![后沿瞻往期景述线来三两几]))"
)
"""What behind a date tells that something is due then: 6月底前全部完工."""
_IS_HOPED = re.compile(
    "(?:预计|预期|力争|争取|计划|拟|有望|确保|将|目标|要求|提出)[于在到]?(?:今年)?$"
)
"""What before a date tells that what it dates has not come about: 预计6月底."""
_LEADS_TO_TIME = re.compile("(?:已?于|已|在|将|到)?(?:去年|今年|明年|前年|当年|次年|同年)?$")
_SUBJECT = re.compile(
    "(?!.*(?:截至|截止|到|自|从|于|在|至|比|较|记者|受)$)(?!其中|目前|此前|此外|另外|随后|同时|进入|[据是由]|根据|随着|当地|不过)"
    "[一-鿿0-9A-Za-z·“”]{2,16}"
)
_MEETING = "[^，。；：“”《》]{2,18}?(?:会议|[^开社机不大都]会|论坛|仪式)"
_AT_MEETING = re.compile(f"(?:[^，。；：]{{0,14}}在|召开的|举行的)?(?P<name>{_MEETING})(?:上|在)")
"""A meeting at which somebody says something, or that takes place somewhere."""
_HELD = re.compile(f"[^，。；：]{{2,14}}?(?:召开|举行|举办)(?P<name>{_MEETING})(?![一-鿿])")
_ADVERBS = (
    "(?:又|再次?|也|就|才|刚刚?|已经?|全部|全面|正式|陆续|先后|相继|顺利|如期|提前|同步|成功|双双)*"
)
_TITLE = re.compile("《([^《》]{2,60}?)(?:[（(][^（）()]*[）)])?》")
_WORD = re.compile("(?:[今昨明][天日早晚]|当[天日])[（(]$")
_VISIT = re.compile("(?P<name>[^，。；：]{2,16}?(?:考察|调研|视察|访问))(?:时|期间|中|，|。|；|$)")
"""A journey, on which somebody says something: 在甲市考察时指出."""
_NOTED = re.compile(
    f"(?P<verb>{GIVEN_OUT})的[^，。；：]{{0,10}}?(?P<what>数据|报告|公报|名单|调查结果|消息)(?=显示|表明|指出|称|，)"
)
"""What is only told in passing to have been given out: 公布的数据显示."""
_HAPPENED = re.compile(
    f"(?:{GIVEN_OUT}|开工|动工|签约|通车|投产|投用|竣工|启动|开幕|闭幕|开通|揭牌|成立|挂牌|上线|落成|封顶|合龙|召开|举行|举办)$"
)
"""Verbs at the end of a clause that tell an event, whatever number the date is the time of, too."""
_DAYS = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""The first and the last day of what lasted several."""
_LASTS = re.compile("(?:会议?|论坛|节|展|赛|培训班|活动周?)$|召开|举行|举办|开幕")
"""What in a name tells that it lasts days; what else is told of days went on in them."""
_WHERE = re.compile(
    "在[^，。]{2,10}?(?=(?:正式|隆重|顺利)?(?:举行|举办|召开|开幕|闭幕|启动|启用|开工|揭牌|成立|发布)$)"
)
_SHORTEST, _SHORTEST_NAME, _SUBJECT_SIZE = 2, 3, 6
_FAR = LONGEST_LABEL + 2
"""A mark so far behind a date ends a clause that is too long for a name."""
_NO_SUBJECTS = Subjects(())


class DraftEvent(NamedTuple):
    """A date as an event: its fields by name, and the spans of its anchors."""

    spans: tuple[Span, ...]
    fields: dict[str, Any]


def list_events(
    text: DraftText, used: frozenset[Span], subjects: Subjects = _NO_SUBJECTS
) -> Iterator[DraftEvent]:
    """Yield an event for each day or month of a text at whose span no figure has its time.

    ``used`` are the spans of the dates that something else has, and ``subjects`` is what a clause
    without a subject may be about. Years inside a clause, times to come and days of which
    the text tells nothing, or only half of a clause or an amount, are left out.
    """
    events = list(_list_all(text, used, subjects))
    exact = [one.fields for one in events if len(one.fields["date"]) > _YEAR]
    yield from (one for one in events if not _is_told_closer(one.fields, exact))


def _is_told_closer(event: dict[str, Any], exact: Iterable[dict[str, Any]]) -> bool:
    """Return whether an event of a year is told with its day or month as well."""
    year, subject = event["date"], event["name"][:-2][:_SUBJECT_SIZE]
    same = (one for one in exact if one["date"].startswith(year) and subject in one["name"])
    return len(year) == _YEAR and any(same)


def _list_all(text: DraftText, used: frozenset[Span], subjects: Subjects) -> Iterator[DraftEvent]:
    for number in text.quantities:
        for date in text.quantities[number]:
            span = span_of(date)
            if date.unit == "date" and date.kind in ("date", "range"):
                event = _make(text, date, span, subjects)
                if event and span in used and not _HAPPENED.search(event.fields["name"]):
                    event = None
                event = event or _make_happening(text, date, span)
                if event and (date.kind == "date" or _LASTS.search(event.fields["name"])):
                    yield event


def _make(text: DraftText, date: Quantity, span: Span, subjects: Subjects) -> DraftEvent | None:
    code = code_of(date)
    span = _with_word(text, span)
    if code is None or not _may_date(text, span, code):
        return None
    if told := _told_behind(text, span):
        return _coin(text, span, told, code)
    is_inside = _is_inside(text, span)
    around = _names_around(text, span)
    if around or (is_inside and is_explained(text, span_of(date))):  # else half a clause is behind
        return _coin(text, span, around, code) if around else None
    name = _name_behind(text, span)
    if name is None:
        return None
    if _is_bare(text.read(name)):
        subject = subjects.find_before(text, span)
        return _coin(text, span, (subject, name), code) if subject else None
    if title := _TITLE.match(text.paragraphs[span.paragraph - 1], name.end):
        return _coin(text, span, (name, _kind_of(title, span.paragraph)), code)
    if len(code) == _YEAR and ALL_YEAR.search(text.read(name)):
        return None
    is_cause = text.paragraphs[span.paragraph - 1].startswith("受", span.start - 1)
    if is_half(text.read(name)) or (not is_cause and name.end - name.start < _SHORTEST_NAME):
        return None
    fields = {"name": text.read(name), "date": code}
    if name.end - span.start <= LONGEST_ANCHOR:
        return DraftEvent((Span(span.paragraph, span.start, name.end),), fields)
    return DraftEvent((span, name), fields)


def _make_happening(text: DraftText, date: Quantity, span: Span) -> DraftEvent | None:
    """Return an event that a long sentence tells, if the date is a day or a month."""
    code, span = code_of(date), _with_word(text, span)
    if code is None or len(code) == _YEAR or not _may_date(text, span, code):
        return None
    begins = _BEGINS.match(text.paragraphs[span.paragraph - 1], span.end)
    parts = tell_happening(text, span, begins.end() if begins else span.end)
    return _coin(text, span, parts, code) if parts else None


def _may_date(text: DraftText, span: Span, code: str) -> bool:
    """Return whether a date may be that of an event: it is one, and no time to come.

    A year in the middle of a clause says when something else was.
    """
    is_date = re.match(DATE, code) or _DAYS.fullmatch(code)
    if not is_date or days_of(code).first > (text.date or datetime.date.max):
        return False
    if _is_deadline(text, span) and is_to_come(text, code):
        return False
    is_bare = len(code) == _YEAR == span.end - span.start  # 2031世界盆景大会
    return len(code) != _YEAR or not (is_bare or _is_inside(text, span))


def _is_deadline(text: DraftText, span: Span) -> bool:
    """Return whether a date is told as that by which something is due, or is hoped for."""
    paragraph = text.paragraphs[span.paragraph - 1]
    before = paragraph[max(0, span.start - _NEAR) : span.start]
    return bool(_UNTIL.match(paragraph, span.end) or _IS_HOPED.search(before))


def _is_inside(text: DraftText, span: Span) -> bool:
    """Return whether a date stands in the middle of a clause."""
    before = text.paragraphs[span.paragraph - 1][max(0, span.start - 1) : span.start].strip()
    return bool(before) and not _MARK.match(before)


def _told_behind(text: DraftText, span: Span) -> tuple[Span, ...]:
    """Return the words behind a date that tell of a journey, or that a document was given out."""
    paragraph = text.paragraphs[span.paragraph - 1]
    begins = _BEGINS.match(paragraph, span.end)
    start = begins.end() if begins else span.end
    if visit := _VISIT.match(paragraph, start):
        return (Span(span.paragraph, *visit.span("name")),)
    if given := _document().match(paragraph, start):
        kind = Span(span.paragraph, *given.span("kind"))
        verb = Span(span.paragraph, *given.span("verb"))
        whole = Span(span.paragraph, start, verb.end)
        return (whole,) if whole.end - whole.start <= LONGEST_LABEL else (kind, verb)
    noted = _NOTED.match(paragraph, start)
    clause = text.clause_of(span)
    if (
        noted
        and paragraph[start - 1] not in "）)"
        and _SUBJECT.fullmatch(paragraph, clause.start, span.start)
    ):
        before = Span(span.paragraph, clause.start, span.start)
        return (before, *(Span(span.paragraph, *noted.span(part)) for part in ("verb", "what")))
    return ()


@cache
def _document() -> re.Pattern[str]:
    """Return the pattern of a title, with who made it, and the verb that gives it out."""
    kinds = alternatives("document")
    return re.compile(
        f"[^，。；：《》]{{0,16}}《[^《》]{{0,40}}?(?P<kind>{kinds})(?:[（(][^（）()]*[）)])?》"
        f"(?P<verb>(?:正式|对外|同时|今天)?(?:{GIVEN_OUT}|实施|施行))(?=[，。；]|$)"
    )


def _with_word(text: DraftText, span: Span) -> Span:
    """Return the span of a date with the word for the day that it explains: 今天（5月2日）."""
    paragraph = text.paragraphs[span.paragraph - 1]
    word = _WORD.search(paragraph, max(0, span.start - 4), span.start)
    if not word or paragraph[span.end : span.end + 1] not in ("）", ")"):
        return span
    return span._replace(start=word.start(), end=span.end + 1)


def is_explained(text: DraftText, span: Span) -> bool:
    """Return whether a date only explains a word for the day."""
    return _with_word(text, span) != span


def _coin(text: DraftText, date: Span, parts: Sequence[Span], code: str) -> DraftEvent | None:
    """Return an event whose name is put together from words that stand apart in the text."""
    name = "".join(map(text.read, parts))
    where = _WHERE.match(text.read(parts[-1]))
    if where and len(name) > LONGEST_LABEL:  # 大会在某市开幕, the name of which is long
        parts = (*parts[:-1], parts[-1]._replace(start=parts[-1].start + where.end()))
        name = "".join(map(text.read, parts))
    between = parts[0]._replace(end=max(parts[0].end, parts[-1].end))
    stands = comparable(name) == comparable(text.read(between))  # and not in a headline alone
    longest = LONGEST_LABEL if stands or text.has(name) else LONGEST_COINED
    fits = len(name) <= longest and not is_half(name)
    fields = {"name": name} | ({} if stands else {"coined": True}) | {"date": code}
    return DraftEvent((date, *parts), fields) if fits else None


def _is_bare(name: str) -> bool:
    """Return whether a name has a verb and no more, so that it does not tell of what."""
    return bool(_bare().fullmatch(name))


@cache
def _bare() -> re.Pattern[str]:
    verbs = alternatives("operates", "completes", "builds", "resumes", "stalls", "signs")
    return re.compile(f"{_ADVERBS}(?:{verbs}|使用|运营|建设|生产){{1,3}}")


def _kind_of(title: re.Match[str], paragraph: int) -> Span:
    """Return the word for the kind of document that a title ends in: 行动方案."""
    kind = re.search(f"(?:{alternatives('document')})$", title[1])
    return Span(paragraph, title.start(1) + (kind.start() if kind else 0), title.end(1))


def _names_around(text: DraftText, span: Span) -> tuple[Span, Span] | None:
    """Return the words before and behind a date inside a clause, if both are of what happened.

    Together they are a name that does not stand so in the text: 中试基地去年10月建成.
    """
    clause = text.clause_of(span._replace(end=span.start + 1))
    clause = clause._replace(end=text.clause_of(Span(span.paragraph, span.end, span.end + 1)).end)
    before = Span(span.paragraph, clause.start, span.start)
    leads = _LEADS_TO_TIME.search(text.read(before))
    before = before._replace(end=before.end - len(leads[0] if leads else ""))
    begins = _BEGINS.match(text.paragraphs[span.paragraph - 1], span.end, clause.end)
    start = begins.end() if begins else span.end
    if text.paragraphs[span.paragraph - 1].endswith("在", span.end, start):
        start -= 1  # 大桥今天（5月2日）在青河县通车
    behind = Span(span.paragraph, start, clause.end)
    words, follows = text.read(before), text.read(behind)
    if not _SUBJECT.fullmatch(words) or not follows or follows[0] in "的至前后":
        return None
    return before, behind


def _name_behind(text: DraftText, span: Span) -> Span | None:
    """Return the clause behind a date if it is no longer than a name, or the meeting that it names.

    Where the date stands alone before a comma, it is the next clause.
    """
    paragraph = text.paragraphs[span.paragraph - 1]
    begins = _BEGINS.match(paragraph, span.end)
    start = begins.end() if begins else span.end
    if meeting := _AT_MEETING.match(paragraph, start):
        return Span(span.paragraph, *meeting.span("name"))
    mark = _MARK.search(paragraph, start, start + _FAR)
    if mark and mark[0] == "——":  # it only tells what has its name behind
        return None
    end = mark.start() if mark else len(paragraph)
    told = bool(_HAPPENED.search(paragraph[start:end]))
    is_cut = mark is not None and mark[0] in "（(" and not told
    if is_cut or (told and paragraph.startswith("在", start - 1)):  # who did it stands before
        return None
    of_cause = paragraph.startswith("受", span.start - 1) and paragraph.endswith("影响", start, end)
    if of_cause:  # 受6月旱情影响
        return Span(span.paragraph, start, end - len("影响"))
    if end - start > LONGEST_LABEL and (held := _HELD.match(paragraph, start)):
        return Span(span.paragraph, *held.span("name"))
    return Span(span.paragraph, start, end) if _SHORTEST <= end - start <= LONGEST_LABEL else None
