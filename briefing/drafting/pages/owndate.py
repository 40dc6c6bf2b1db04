"""The date that an article tells as its own where no line of its head dates it."""

import datetime
import re
from collections.abc import Sequence

from briefing.model.periods import DATE, end_of
from briefing.quantities.own_date import find_told_dates


def find_date(paragraphs: Sequence[str]) -> str | None:
    """Return the last date, not to come, that a text itself tells as its own, if it does.

    >>> find_date(["甲市2021年2月建成一所学校。", "本报甲市2021年5月6日电 学校开学。"])
    '2021-05-06'
    """
    today = datetime.date.today()
    found = list(find_told_dates(paragraphs))
    dates = [one for one in found if re.fullmatch(DATE, one) and end_of(one) <= today]
    return max(dates, key=lambda one: (end_of(one), len(one)), default=None)
