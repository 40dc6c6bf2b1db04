"""Refuses texts whose draft would have more values than a model may.

The values are counted before the work that takes long, as far as they are known by then.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.drafting.figures import DraftFigure, is_figure
from briefing.drafting.pages.page import Page
from briefing.drafting.text import DraftText
from briefing.limits import MODEL_VALUES

_LEAST_OF_FIGURE = 11
"""A figure has at least its mapping and id, a label, a text, a value and a kind, and evidence."""
_LEAST_OF_EVIDENCE = 3
_LEAST_OF_NAMED = 8
"""So many values has what is found by its name, at least."""


class TooManyValuesError(Exception):
    """Raised where a draft would have more values than a model may; what names the file says so."""


def refuse_many(page: Page, text: DraftText, named: int) -> None:
    """Raise :class:`TooManyValuesError` where the draft of a page would certainly have too many.

    Only what always becomes a value counts: the digests of the paragraphs, the evidence of each
    number, a figure for each other number, and the ``named`` things, of which so many are found.
    """
    furniture = frozenset(page.furniture)
    numbers = [
        (one.text, str(one.value), one.unit)
        for number, quantities in text.quantities.items()
        for one in quantities
        if number not in furniture and is_figure(one)
    ]
    values = len(page.paragraphs) + named * _LEAST_OF_NAMED + len(numbers) * _LEAST_OF_EVIDENCE
    _refuse_over(values + len(set(numbers)) * (_LEAST_OF_FIGURE - _LEAST_OF_EVIDENCE))


def count_figures(figures: Iterable[DraftFigure]) -> Iterator[DraftFigure]:
    """Yield figures; raises :class:`TooManyValuesError` where no model may have so many."""
    values = 0
    seen: set[tuple[object, ...]] = set()
    for one in figures:
        same = (one.fields["text"], str(one.fields["value"]), one.fields["label"])
        values += _LEAST_OF_EVIDENCE if same in seen else _LEAST_OF_FIGURE
        seen.add(same)
        _refuse_over(values)
        yield one


def refuse_large(data: Any) -> None:
    """Raise :class:`TooManyValuesError` where plain data has more values than a model may."""
    _refuse_over(_count(data))


def _count(data: Any) -> int:
    if isinstance(data, dict):
        return 1 + sum(map(_count, data.values()))
    return 1 + sum(map(_count, data)) if isinstance(data, list) else 1


def _refuse_over(values: int) -> None:
    if values > MODEL_VALUES:
        raise TooManyValuesError
