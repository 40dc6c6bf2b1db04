"""The quoted terms of a text for a draft, and the documents and works in 《》."""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.found import FoundTerm, Span, TermKind
from briefing.names.quoted import find_quoted
from briefing.names.tables import words

_TITLE = re.compile("《([^《》]{1,60})》")
_SAYING = re.compile(
    "(?<![“‘])[一两双三四五六七八九十](?:条腿(?:走路|跑步)|盘棋(?=[思谋统])|只手抓|手抓两手硬)(?![”’])"
)
"""An image that is seldom quoted: 两条腿走路."""
_SETS_OUT = re.compile("(?:中)?(?:明确)?(?:提出|指出|明确|要求|规定|强调|确定)了?[，,：:]?")
_END = re.compile("[。！？]|[，,；](?=去年|上年|目前|当前|现有|截至|而)")
"""What ends the words of a document: a sentence, or what tells how things are by now."""
_REMARK = re.compile("[（(][^（）()]*[）)]$")


def find_terms(paragraphs: Sequence[str]) -> list[FoundTerm]:
    """Return the quoted terms, the sayings and what stands in 《》, once each, in order.

    A title is a ``document`` where it ends in 规划, 意见 and the like, and else a ``work``. What a
    document sets out goes to the end of the sentence, or to what tells how things are. A title that
    is such a word alone, as 《意见》, means the last one that ends so.

    >>> [(one.name, one.kind) for one in find_terms(["《示例规划》提出“一廊两带”。"])]
    [('示例规划', 'document'), ('一廊两带', 'term')]
    """
    found: dict[tuple[str, TermKind], list[Span]] = {}
    again: dict[str, list[Span]] = {}
    for number, text in enumerate(paragraphs, 1):
        for start, end, name, kind in sorted(_named(text)):
            span = Span(number, start, end)
            if kind == "work" and name in words("document"):
                documents = (each for each, kind in reversed(found) if kind == "document")
                if whole := next((each for each in documents if each.endswith(name)), None):
                    again.setdefault(whole, []).append(span)
                    continue
            found.setdefault((name, kind), []).append(span)
    return [
        FoundTerm(
            *(name, kind, tuple(spans)),
            tuple(_list_said(paragraphs, sorted([*spans, *again.get(name, ())])))
            if kind == "document"
            else (),
        )
        for (name, kind), spans in found.items()
    ]


def _list_said(paragraphs: Sequence[str], mentions: Sequence[Span]) -> Iterator[Span]:
    """Yield what a document says, where a verb that tells so stands right behind its title."""
    for one in mentions:
        text = paragraphs[one.paragraph - 1]
        if verb := _SETS_OUT.match(text, one.end):
            stop = _END.search(text, verb.end())
            yield Span(one.paragraph, verb.end(), stop.start() if stop else len(text))


def find_titles(text: str) -> Iterator[tuple[int, int, str, TermKind]]:
    """Yield the offsets of what stands in 《》, the title, and whether it is that of a document.

    >>> [(title, kind) for *_, title, kind in find_titles("《甲省规划》和《甲州之夜》")]
    [('甲省规划', 'document'), ('甲州之夜', 'work')]
    """
    for match in _TITLE.finditer(text):
        title = _REMARK.sub("", match[1])  # 《决定》 alone points at one
        is_document = title.endswith(tuple(words("document"))) and title not in words("document")
        yield *match.span(), match[1], "document" if is_document else "work"


def _named(text: str) -> Iterator[tuple[int, int, str, TermKind]]:
    titles = list(find_titles(text))
    works = [(start, end) for start, end, _, kind in titles if kind == "work"]
    inside = {at for start, end in works for at in range(start, end)}
    for one in find_quoted(text):
        if one.start not in inside:  # the title of a work may hold quotation marks
            yield one.start, one.end, one.text, "term"
    for saying in _SAYING.finditer(text):
        yield *saying.span(), saying[0], "term"
    yield from titles
