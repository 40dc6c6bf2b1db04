"""The rule on what the model must not copy."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.limits import COPIED_CHARACTERS
from briefing.problem import Finding, message

_NAMES = ("name", "short", "title", "publisher", "republisher")
_HAN = re.compile("[\u4e00-\u9fff]+")
_MARKS_OF_LIST = 3
"""A run with so many of them has items that are no longer than names."""


@source_rule()
def copied_text(context: ProofContext) -> Iterator[Finding]:
    """A text of the model copies {COPIED_CHARACTERS} or more Chinese characters in a row.

    Names, titles and posts are what they are, however long. An anchor is a copy, and
    `anchor-too-long` tells of one that is too long.

    Passes:
        # 这是一段只为测试而写的文字用来看有没有人把它整段抄进模型。
        events: [{id: trial, name: {zh: 测试}, evidence: [{paragraph: 2, anchor: 测试}],
          note: {zh: 这段文字只为测试而写。}}]
    Fails:
        # 这是一段只为测试而写的文字用来看有没有人把它整段抄进模型。
        events: [{id: trial, name: {zh: 测试}, evidence: [{paragraph: 2, anchor: 测试}],
          note: {zh: 一段只为测试而写的文字用来看有没有人把它整段抄进}}]
    """
    source = {
        run for paragraph in context.source.paragraphs for run, *_ in _runs_of_han(paragraph.text)
    }
    for path, part in context.article.all_parts:
        if path and path[-1] in _NAMES:
            continue
        for name in part.__struct_fields__:
            text = getattr(part, name)
            if isinstance(text, str) and name != "anchor":
                copied = next((one for one in _runs_of_han(text) if one[0] in source), None)
                if copied:
                    quoted = text[slice(*_locate(text, *copied[1:]))]
                    yield Finding(message("copied-text", text=quoted), (*path, name))


def _locate(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a run of the Chinese characters of a text stands, other marks included."""
    offsets = [at for one in _HAN.finditer(text) for at in range(*one.span())]
    return offsets[start], offsets[end - 1] + 1


def _runs_of_han(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every run of Chinese characters that is as long as a copy, other marks left out.

    With it are its start and end among the Chinese characters of the text. A run with several marks
    of a list in it is one of names, which are what they are.
    """
    pieces = ["".join(_HAN.findall(one)) for one in text.split("、")]
    han = "".join(pieces)
    marks = [*accumulate(map(len, pieces))][:-1]
    for start in range(len(han) - COPIED_CHARACTERS + 1):
        end = start + COPIED_CHARACTERS
        if bisect_left(marks, end) - bisect_right(marks, start) < _MARKS_OF_LIST:
            yield han[start:end], start, end
