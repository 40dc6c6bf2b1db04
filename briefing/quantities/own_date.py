"""The date of a text, as its first lines tell it."""

import datetime
from collections.abc import Sequence

from briefing.quantities.scanner import scan

_FIRST_LINES = 5
_DATE_LINE = 200
"""The characters of a line in which a date is looked for, since date lines are short."""


def own_date(texts: Sequence[str]) -> datetime.date | None:
    """Return the first full date in the first paragraphs of a text, if there is one."""
    for quantity in scan([text[:_DATE_LINE] for text in texts[:_FIRST_LINES]]):
        if quantity.kind == "date" and isinstance(quantity.value, str):
            try:
                return datetime.datetime.fromisoformat(quantity.value).date()
            except ValueError:
                continue
    return None
