"""Dates and periods as codes: which are taken, and which days they span."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.periods import CODE, DATE, DATES, days_of, end_of


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022-02-26", "2022-02-26", "2022-02-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-Q1", "2022-01-01", "2022-03-31"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H2", "2022-07-01", "2022-12-31"),
        ("2021/2025", "2021-01-01", "2025-12-31"),
        ("2031-Q1/2031-Q3", "2031-01-01", "2031-09-30"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_code_spans_days(code: str, first: str, last: str) -> None:
    assert re.search(CODE, code)
    assert [day.isoformat() for day in days_of(code)] == [first, last]


@pytest.mark.parametrize(
    "code",
    [
        *("2022-13", "2022-02-30", "2023-02-29", "1900-02-29", "0000", "2022-Q5", "2022-H3"),
        *("22", "2022/", "2021/2022/2023", "2022-2-6", "2022\n", "２０２２"),
    ],
)
def test_what_is_in_no_calendar_is_no_code(code: str) -> None:
    assert not re.search(CODE, code)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    assert re.search(DATE, day.isoformat())
    assert end_of(day.isoformat()) == day
    assert days_of(day.isoformat()[:7]).first <= day <= days_of(day.isoformat()[:7]).last


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_date_is_taken_if_and_only_if_it_is_in_the_calendar(
    year: int, month: int, day: int
) -> None:
    try:
        datetime.date(year, month, day)
        exists = True
    except ValueError:
        exists = False
    assert bool(re.search(DATE, f"{year:04}-{month:02}-{day:02}")) == exists


def test_what_lasts_several_days_has_the_first_and_the_last_of_them() -> None:
    codes = ["2031-05-02", "2031-05", "2031-05-02/2031-05-04"]
    assert [code for code in codes if re.search(DATES, code)] == codes
    assert not any(re.search(DATES, code) for code in ("2031-Q1", "2031-05-02/", "2031/2032/2033"))
