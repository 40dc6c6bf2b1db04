"""What a sentence tells to have taken place on a date, where more stands around it than a name.

Such is 由两市主办的甲展览会今天（5月2日）在乙市开幕: the event is the opening of the exhibition.
"""

import re
from functools import cache

from briefing.drafting.found import Span
from briefing.drafting.naming import LONGEST_LABEL
from briefing.drafting.text import DraftText
from briefing.names.tables import alternatives

_VERBS = (
    "举行|举办|召开|开幕|闭幕|落幕|揭幕|开赛|开营|开启|启动|启动建设|启动运营|开工|开工建设|动工|动工建设|奠基"
    "|成立|设立|揭牌|揭牌成立|揭牌运行|挂牌|授牌|通车|建成通车|全线通车|集中通车|通车运营|开通|开通运营|首发|首飞"
    "|投运|竣工投运|建成投运|投产|建成投产|投用|建成投用|投入使用|投入运营|投入生产|投入观测|启用|上线|上线运行"
    "|发布|公布|印发|出台|施行|实施|登陆|贯通|全线贯通|合龙|封顶|竣工|完工|建成|落成|下线|下水|交付|发射成功"
    "|通过竣工验收|通过验收|揭晓|签约|开馆|开园|开港|开航|开播|并网|并网发电|对外开放|点火|收官"
)
_HOW = "(?:又|再次|也|都|已经?|全部|全面|正式|隆重|陆续|先后|相继|顺利|如期|提前|同步|成功|起)*"
_ENDS = re.compile(f"(?P<where>在[^，。的]{{2,12}}?)??(?P<how>{_HOW})(?P<verb>{_VERBS})$")
"""The end of a clause that tells that something took place, and where."""
_MARK = re.compile("[，。；：！？、,;:!?（）()《》]|——")
_ATTRIBUTE = re.compile("^.*的(?=[^的]{4,}$)")
"""What stands before the last noun of a subject: 由两市主办的甲展览会."""
_LEADS = re.compile("(?:[已将]?于|已|在|将)$")
_SHORTEST = 4
LONGEST_COINED = 25
"""A name that is put together may be longer than one that the text has: it copies less in a row."""
_FAR = 90
"""A clause that is longer is not read."""


def tell_happening(text: DraftText, date: Span, behind: int) -> tuple[Span, ...]:
    """Return the words that tell what took place on a date, or none.

    ``date`` is its span, with the word for the day that it explains, and ``behind`` is where the
    words behind it begin.
    """
    number, paragraph = date.paragraph, text.paragraphs[date.paragraph - 1]
    behind -= paragraph.startswith("在", behind - 1)
    begin = _begin_of(paragraph, date.start)
    if paragraph[begin : date.start].strip():
        ends = _ENDS.fullmatch(paragraph, behind, _end_of(paragraph, behind))
        lead = _LEADS.search(paragraph, begin, date.start)
        subject = Span(number, begin, lead.start() if lead else date.start)
        return _join(text, subject, ends)
    start, end = behind, _end_of(paragraph, behind)
    if paragraph.startswith("—", end):  # what it is, before its name
        dash = _MARK.match(paragraph, end)
        start = dash.end() if dash else end
        end = _end_of(paragraph, start)
    ends = _ENDS.search(paragraph, start, end)
    return _join(text, Span(number, start, ends.start() if ends else end), ends)


def _begin_of(paragraph: str, at: int) -> int:
    """Return where the clause begins in which an offset stands."""
    first = max(0, at - _FAR)
    return max((one.end() for one in _MARK.finditer(paragraph, first, at)), default=first)


def _end_of(paragraph: str, at: int) -> int:
    mark = _MARK.search(paragraph, at, at + _FAR)
    return mark.start() if mark else min(len(paragraph), at + _FAR)


def _join(text: DraftText, subject: Span, ends: re.Match[str] | None) -> tuple[Span, ...]:
    """Return the subject, without its attributes, and the verb, with where it was if it fits."""
    words = text.read(subject)
    if attribute := _ATTRIBUTE.match(words):
        subject = subject._replace(start=subject.start + attribute.end())
        words = text.read(subject)
    is_half = words.count("“") != words.count("”")
    is_half = is_half or text.paragraphs[subject.paragraph - 1].startswith("”", subject.start - 1)
    if not ends or is_half or len(words) < _SHORTEST:
        return ()
    where = Span(subject.paragraph, ends.start(), ends.end())
    if document := _name_document(text, subject, where._replace(start=ends.start("verb"))):
        return document
    verb = where._replace(start=ends.start("how"))
    for part in (where, verb, verb._replace(start=ends.start("verb"))):
        is_whole = part.start == subject.end
        if len(words) + part.end - part.start <= (LONGEST_LABEL if is_whole else LONGEST_COINED):
            return (subject._replace(end=part.end),) if is_whole else (subject, part)
    return ()


def _name_document(text: DraftText, subject: Span, verb: Span) -> tuple[Span, ...]:
    """Return the title behind a verb with it, or else who gave it out, the verb and its kind."""
    title = _title().match(text.paragraphs[verb.paragraph - 1], verb.end)
    if not title:
        return ()
    whole = verb._replace(start=verb.end, end=title.end())
    if whole.end - whole.start <= LONGEST_LABEL:
        return whole, verb
    return subject, verb, verb._replace(start=title.start("kind"), end=title.end("kind"))


@cache
def _title() -> re.Pattern[str]:
    kinds = alternatives("document")
    return re.compile(f"《[^《》]{{2,60}}?(?P<kind>{kinds})(?:[（(][^（）()]*[）)])?》")
