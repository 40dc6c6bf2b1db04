"""Labels of the numbers that 分别 gives out to the things before it: 粮食、油料分别为3吨、5吨."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.drafting.figures import DraftFigure
from briefing.drafting.naming import LONGEST_LABEL
from briefing.drafting.text import DraftText
from briefing.drafting.trimming import clean_words
from briefing.names.joints import JOINT

_EACH = re.compile(
    "(?P<how>同比|环比|年均|较[一-鿿]{1,5}?)?(?:将|已|要|也|都|均)?分别"
    "(?P<does>[^，。；：、“”0-9]{0,6}?)[约近超达为是到至逾]*$"
)
_JOINT = re.compile("、|以及|[和与]")
_NEXT = re.compile(f"{JOINT}|，")
"""What stands between two numbers that are given out."""
_CLAUSE = re.compile("[，。；：！？]")
_STOP = re.compile("[。；！？]")
_SHARED = re.compile(
    "(?:总?产[量值]|增加值|(?:播种|种植|收获)?面积|[总数金]额|[总数]量|(?:销售|营业)?收入|(?:零售|销售)?销?[量额]"
    "|[进出]口总?[额值]?|占比|比重|覆盖率|增速|[客货]运量|[用发]电量|吞吐量|投资额?|规模|均?价格?|指数"
    "|(?:保险)?参保人数|人数|笔数|(?:实际使用|利用)外资|利润率?)$"
)
"""What the last of some things has behind it that is told of each: 粮食、油料产量."""
_NAME = re.compile("(?!第[一二三四])[^0-9]{2,}")
_LONGEST = 60
"""What numbers are given out to stands no further before them."""


def share_labels(text: DraftText, figures: Iterable[DraftFigure]) -> Iterator[DraftFigure]:
    """Yield figures, of which those that 分别 gives out have the label of what each is of.

    A clause without things of its own goes on with those of the clause before in its sentence.
    """
    held = list(figures)
    at, things = 0, (0, -1, [""])
    while at < len(held):
        run = held[at : _end_of_run(text, held, at)]
        at += len(run)
        labels: list[str] = []
        if len(run) > 1 and (told := _read_things(text, run[0], things)):
            things, how = told
            labels = [one + how for one in things[2]]
        if len(labels) == len(run) and all(1 < len(one) <= LONGEST_LABEL for one in labels):
            for one, label in zip(run, labels, strict=True):
                yield one._replace(fields=one.fields | {"label": label})
        else:
            yield from run


def _end_of_run(text: DraftText, figures: Sequence[DraftFigure], at: int) -> int:
    """Return where the numbers of one unit end that stand one behind the other in a list."""
    end = at + 1
    while end < len(figures) and _is_next(text, figures[end - 1], figures[end]):
        end += 1
    return end


def _is_next(text: DraftText, one: DraftFigure, other: DraftFigure) -> bool:
    if (one.span.paragraph, one.fields["unit"]) != (other.span.paragraph, other.fields["unit"]):
        return False
    paragraph = text.paragraphs[one.span.paragraph - 1]
    return bool(_NEXT.fullmatch(paragraph, one.span.end, other.span.start))


_Things = tuple[int, int, list[str]]
"""What numbers are given out to, with the paragraph and the offset of 分别."""


def _read_things(
    text: DraftText, first: DraftFigure, before: _Things
) -> tuple[_Things, str] | None:
    """Return what numbers are of that 分别 gives out, and how these change; else nothing."""
    number, start = first.span.paragraph, first.span.start
    paragraph = text.paragraphs[number - 1]
    begin = max(0, start - _LONGEST)
    marks = [one.end() for one in _CLAUSE.finditer(paragraph, begin, start)]
    words = paragraph[marks[-1] if marks else begin : start]
    each = _EACH.search(words)
    if not each:
        return None
    does = each["does"] if len(each["does"]) > 1 else ""
    how = (each["how"] or "") * bool(does) + does
    head = words[: each.start()]
    if not head:
        goes_on = before[0] == number and not _STOP.search(paragraph, max(0, before[1]), start)
        return ((number, start, before[2]), how) if goes_on else None
    names = [clean_words(one) for one in _JOINT.split(head)]
    if len(names) < 2 or not all(map(_NAME.fullmatch, names)):
        return None
    shared = _SHARED.search(names[-1])
    behind = shared[0] if shared and shared.start() else ""
    things = [one if _SHARED.search(one) else one + behind for one in names]
    return (number, start, things), how
