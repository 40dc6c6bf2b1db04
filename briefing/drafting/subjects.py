"""Of what a verb that stands alone behind a date tells: 甲园由乙公司共建，10月底投用."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from briefing.drafting.found import Span
from briefing.drafting.text import DraftText
from briefing.names.joints import JOINT

_MOST = 20
"""So many names before a date are looked at."""
_HEAD = re.compile(
    "(?:.*(?:[的日号]|[0-9一二两三四五六七八九十]月|[今去前]年|[0-9]年|[年月]?[底末初])|其中|目前|此外|另外|同时|如今)?"
)
"""What may stand in a clause before the name with which it begins: 总投资5亿元的, 5月2日."""
_WHOLE = re.compile("[，,]|[今去前]年|[0-9]|位于|坐落|总投资|占地|由|已|于|自|因|是|项目|建设")
"""What behind the name of a body tells that it goes on with no other noun: 甲公司去年动工."""
_NEXT = re.compile(f"{JOINT}|等")


class Subjects:
    """The works of a text, and the bodies, of which a verb without a subject may tell.

    A body that only takes part, as in 由甲公司与乙市政府共建, is no subject.
    """

    def __init__(self, works: Iterable[Span], bodies: Iterable[Span] = ()) -> None:
        self._works = sorted(works)
        self._bodies = sorted(bodies)

    def find_before(self, text: DraftText, date: Span) -> Span | None:
        """Return the work of which the sentence tells before a date, or else the body, if any.

        Of several it is the last with which a clause begins. Of a list of works it is none.
        """
        works = _list_before(text, self._works, date)
        if works:
            heads = [one for one in works if _begins_clause(text, one)]
            chosen = heads[-1:] or (works if len(works) == 1 else [])
            return chosen[0] if chosen and not _is_listed(text, chosen[0], works) else None
        bodies = [one for one in _list_before(text, self._bodies, date) if _acts(text, one)]
        return bodies[-1] if bodies else None


def _list_before(text: DraftText, spans: Sequence[Span], date: Span) -> list[Span]:
    """Return the last spans that stand in the sentence of a date before it, none inside another."""
    begin = text.sentence_of(date).start
    at = bisect_left(spans, date)
    near = [one for one in spans[max(0, at - _MOST) : at] if one[:2] >= (date.paragraph, begin)]
    found: list[Span] = []
    for one in near:
        if found and one.start < found[-1].end:
            if one.end - one.start > found[-1].end - found[-1].start:
                found[-1] = one
        else:
            found.append(one)
    return found


def _begins_clause(text: DraftText, one: Span) -> bool:
    clause = text.clause_of(one)
    return bool(_HEAD.fullmatch(text.paragraphs[one.paragraph - 1], clause.start, one.start))


def _acts(text: DraftText, one: Span) -> bool:
    """Return whether a body is the subject of its clause, and not what else it has, as a plant."""
    is_whole = _WHOLE.match(text.paragraphs[one.paragraph - 1], one.end)
    return bool(is_whole) and _begins_clause(text, one)


def _is_listed(text: DraftText, one: Span, works: Sequence[Span]) -> bool:
    """Return whether a work stands in a list with another one."""
    paragraph = text.paragraphs[one.paragraph - 1]
    return any(
        _NEXT.fullmatch(paragraph, min(one.end, other.end), max(one.start, other.start))
        for other in works
        if other != one
    )
