"""Lists of the parts of one work, which are no projects: 建设内容包括道路、桥涵."""

import re
from functools import cache

from briefing.names.tables import alternatives

_CONTENT = re.compile(
    "(?:建设|施工|改造|工程)(?:的?主要)?内容|[（(](?:主要)?(?:包[含括]|含)[^（）()]*$"
)
"""What before a list says that its items are parts: brackets behind a work among it."""
_ENDS = ("项目", "工程")
_ADVERB = re.compile("(?:主要|共|一共|具体|分别|还)$")
_NEAR = 20


def are_parts(text: str, start: int, end: int) -> bool:
    """Return whether the words between offsets say that the list behind them is one of parts."""
    return bool(_CONTENT.search(text, start, end))


def is_of_one_work(text: str, at: int) -> bool:
    """Return whether what is told to consist of a list is one named work: 甲水厂工程包括."""
    begin = max(text.rfind(mark, 0, at) + 1 for mark in "，。；：！？")
    run = _ADVERB.sub("", text[max(begin, at - _NEAR) : at])
    return run.endswith(_ENDS) and bool(compile_concrete().search(run, 0, len(run) - 2))


@cache
def compile_concrete() -> re.Pattern[str]:
    """Return the pattern of words for what is built, with which 项目 or 工程 is a name."""
    return re.compile(alternatives("concrete"))
