"""The head of a text that breaks no lines: the title, the date and the source before its body."""

import re

from briefing.drafting.pages.headlabels import read_labels
from briefing.drafting.pages.leads import measure_lead
from briefing.drafting.pages.sites import is_site

_WORD = re.compile(r"[^\s　]+")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-/.]\d\d?[-/.]\d\d?|年\d\d?月\d\d?日)(?:\d\d?[:：]\d\d(?:[:：]\d\d)?)?"
)
_APART = re.compile(
    "(?:【(?=[^【】]*】))?(?P<title>[^，。；：！？【】\\s　]{8,40})"
    "(?:】|[\\s　]{2,})(?=[^。]{20,200}。)"
)
"""A title before a body, in brackets or with blanks between: 【甲县办节】昨日，甲县办节。"""
_RUN_INTO = re.compile(
    "(?<=[\u4e00-\u9fff\\d”！？])"
    "(?=(?:发布时间|发布日期|发表时间|来源|稿源|作者|责任编辑)[ \u3000]*[:：])"
)
"""Where a label runs into the words before it: 甲县办节发布时间：2031-05-06来源：甲县日报."""
_CLOCK = re.compile(r"\d\d?[:：]\d\d(?:[:：]\d\d)?")
_OTHER = re.compile(r"[大中小]|[\d|｜丨]+|【\s*字[号体].*|[】\]]|[大中小][】\]]")
"""What else stands in a head: the sizes of the letters, how often it was read, a bar."""
_LONGEST_TITLE = 60
_LONGEST_HEAD = 200
_SENTENCE = re.compile("[。；！？，]$")


def part_head(text: str) -> list[str]:
    """Return the title, the head and the body of a text as lines, or the text as its only line.

    A head begins with a date or a label, and each of its words is one, or stands behind one.

    >>> part_head("甲县办节 2031-05-06 14:45 来源：甲县日报 昨日，甲县首次办节。")
    ['甲县办节', '2031-05-06 14:45 来源：甲县日报', '昨日，甲县首次办节。']
    >>> part_head("甲县办节发布时间：2031-05-06来源：甲县日报 昨日，甲县首次办节。")[:2]
    ['甲县办节', '发布时间：2031-05-06 来源：甲县日报']
    >>> part_head("2031年5月6日，甲县首次办节。")
    ['2031年5月6日，甲县首次办节。']
    """
    text = _RUN_INTO.sub(" ", text[:_LONGEST_HEAD]) + text[_LONGEST_HEAD:]
    words = list(_WORD.finditer(text, 0, _LONGEST_HEAD))
    first = next((at for at, word in enumerate(words) if _begins_head(word[0])), None)
    if first is None:
        apart = _APART.match(text)
        return [apart["title"], text[apart.end() :]] if apart and not measure_lead(text) else [text]
    last = first
    while last + 1 < len(words) and _goes_on(words[last][0], words[last + 1][0]):
        last += 1
    start, end = words[first].start(), words[last].end()
    title, head, body = (one.strip() for one in (text[:start], text[start:end], text[end:]))
    if len(title) > _LONGEST_TITLE or "。" in title or "。" in head or "。" not in body:
        return [text]
    return [one for one in (title, head, body) if one]


def _begins_head(word: str) -> bool:
    labels = read_labels(word)
    return _DATE.fullmatch(word) is not None or bool(labels and labels[0].start == 0)


def _goes_on(before: str, word: str) -> bool:
    """Return whether a head goes on with a word behind another one of its words."""
    if _SENTENCE.search(word):
        return False
    if _begins_head(word) or _CLOCK.fullmatch(word) or _OTHER.fullmatch(word):
        return True
    is_dated = _DATE.fullmatch(before) or _CLOCK.fullmatch(before)
    return before.endswith((":", "：")) or (is_dated is not None and is_site(word))
