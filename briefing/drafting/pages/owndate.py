"""The date that an article tells as its own where no line of its head dates it."""

import datetime
import re
from collections.abc import Sequence

from briefing.model.periods import DATE, end_of
from briefing.quantities import Quantity, scan_paragraph

_YEAR = re.compile("[0-9０-９]{4}|[〇零○一二三四五六七八九]{4}")
_WORD = re.compile("[\u4e00-\u9fff]")
_BEFORE_LEAD = re.compile("[^，。；：！？]{0,24}[报社网刊台端道][^，。；：！？]{0,12}")
_BEHIND_LEAD = re.compile("[\\s　]*(?:讯|电|消息)")
_NOW = re.compile("(?:[今昨]天|今日|记者)[（(]?$")
_NEAR = 4
"""What is before a date in an article that came out then, or on the day after."""


def find_date(paragraphs: Sequence[str]) -> str | None:
    """Return the date that a text itself tells as its own, as far as it writes it, if it does.

    It stands in the lead (某某社某地2021年5月6日电), behind 今天 or 记者, or on a line of its own.
    Any other date is of what the text tells of, and may be past or still to come.

    >>> find_date(["甲市2021年2月建成一所学校。", "本报甲市2021年5月6日电 学校开学。"])
    '2021-05-06'
    """
    today = datetime.date.today()
    found = [
        str(one.value).partition("T")[0]
        for number, text in enumerate(paragraphs, 1)
        if _YEAR.search(text)
        for one in scan_paragraph(text, number)
        if one.unit == "date" and not one.resolved and _is_own_date(text, one)
    ]
    dates = [one for one in found if re.fullmatch(DATE, one) and end_of(one) <= today]
    return max(dates, key=lambda one: (end_of(one), len(one)), default=None)


def _is_own_date(text: str, one: Quantity) -> bool:
    """Return whether the words around a date tell that an article came out then."""
    before, behind = text[: one.offset], text[one.offset + len(one.text) :]
    if not _WORD.search(before + behind):
        return True
    is_lead = bool(_BEFORE_LEAD.fullmatch(before) and _BEHIND_LEAD.match(behind))
    return is_lead or bool(_NOW.search(before[-_NEAR:]))
