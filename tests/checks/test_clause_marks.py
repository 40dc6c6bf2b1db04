"""Marks of clauses are where a search from the span finds them, and no piece is endless."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.checks.marks import Marks

MARK = re.compile("(?<![0-9]),|,(?![0-9])|。|—+")


@given(st.text("甲1,。—", max_size=30), st.data())
def test_a_piece_reaches_from_mark_to_mark(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    marks = Marks(MARK, text)
    behind = max((found.end() for found in MARK.finditer(text, 0, at)), default=0)
    following = MARK.search(text, at)
    assert marks.behind(at) == behind
    assert marks.before(at) == (following.start() if following else len(text))


def test_what_goes_on_without_a_mark_is_cut() -> None:
    marks = Marks(MARK, "甲" * 2_500 + "。" + "乙" * 10)
    assert [marks.behind(at) for at in (999, 1_000, 2_400, 2_501, 2_511)] == [
        *(0, 1_000, 2_000, 2_501, 2_501)
    ]
    assert [marks.before(at) for at in (999, 1_000, 2_400, 2_501)] == [1_000, 2_000, 2_500, 2_511]
