"""What the end of an article tells of where it is from: （来源：某某日报）, 摘自《某某日报》."""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.pages.lines import Line, is_head
from briefing.drafting.pages.sites import is_name_of_paper

_SOURCE_AT_END = re.compile(
    "[（(]\\s*(?P<label>来源\\s*[:：]|据)?\\s*(?P<source>[\u4e00-\u9fffA-Za-z]{2,16})\\s*[）)]\\s*$"
)
_TAKEN_FROM = re.compile(
    "^[-—（(\\s　]*(?:摘要于|摘要自|摘编自|摘录自|摘自|选自|载于|原载|刊于|转载|据)[于自\\s　:：]*"
    "《?(?P<source>[\u4e00-\u9fffA-Za-z]{1,12}?(?:报|网|社|台|在线|客户端|周刊|杂志))》?(?![\u4e00-\u9fff])"
)
"""A line at the end that tells from which paper an article was taken: 摘自《某某日报》."""
_LAST_SENTENCE = re.compile("[。！？…”][）)]?[\\s　]*(?=[^。！？…”]*$)")
_SOURCE_BEHIND = re.compile("[。！？）)][\\s　]*((?:来源|稿源)\\s*[:：][^。！？]{2,40})")
"""A source behind a text, before what a site says of itself."""
_NEAR = 150
_LONGEST = 90


def list_ends(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines that are of a head, and what stands behind the last sentence of the others.

    A text that breaks no lines has its source and its authors there: …。 作者：甲某 来源：某某网.
    """
    for line in lines:
        behind = _LAST_SENTENCE.search(line.text)
        if is_head(line.text):
            yield line
        elif behind and is_head(end := line.text[behind.end() :]):
            yield Line(end)
        elif source := _SOURCE_BEHIND.search(line.text, max(0, len(line.text) - _NEAR)):
            yield Line(source[1])


def find_source_at_end(body: Sequence[Line], foot: Sequence[Line]) -> str | None:
    """Return the source behind the last sentence: （来源：某某日报）, 摘自《某某日报》."""
    for line in (*body[-1:], *foot):
        if len(line.text) < _LONGEST and (taken := _TAKEN_FROM.match(line.text)):
            return taken["source"]
    found = next(filter(None, (_SOURCE_AT_END.search(line.text) for line in body[-1:])), None)
    is_source = found and (
        (found["label"] or "").startswith("来源") or is_name_of_paper(found["source"])
    )
    return found["source"] if found and is_source else None
