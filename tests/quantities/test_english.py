"""The reader of English numbers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quantities.english import scan_english
from briefing.quantities.units import english_units

NUMBERS = ("one", "two", "seventh", "twenty-", "hundred", "May", "1", "3,000", "2.5", "CNY")
PIECES = st.sampled_from([*english_units(), *NUMBERS, "\u017f", "\u0131", "\u212a"])


def test_a_currency_is_found_before_an_english_number() -> None:
    found = scan_english("by 2025 CNY 50 million, USD 3, RMB 4 and 7 yuan")
    assert [(one.value, one.unit) for one in found] == [
        (2025, None),
        (50_000_000, "CNY"),
        (3, "USD"),
        (4, "CNY"),
        (7, "CNY"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5G and the 1990s, 3 in 10", [(5, None), (1990, None), (3, None), (10, None)]),
        ("three times a year", [(3, None)]),
        ("300 square kilometres", [(300, "km2")]),
        ("2.5 million kilowatt-hours", [(2_500_000, "kWh")]),
        ("twenty-one percentage points, 5 per cent, 6 percent", [(21, "pp"), (5, "%"), (6, "%")]),
        ("12 March, 1 May 2022", [("2021-03-12", "date"), ("2022-05-01", "date")]),
    ],
)
def test_english_prose(text: str, found: list[tuple[object, str | None]]) -> None:
    date = datetime.date(2021, 6, 1)
    assert [(one.value, one.unit) for one in scan_english(text, date)] == found


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    for found in scan_english(text):
        assert 0 <= found.start < found.end <= len(text)


def test_letters_that_only_look_like_others_are_read() -> None:
    found = scan_english("\u017feven m\u0131llion \u212am")
    assert [(one.start, one.end, one.value, one.unit) for one in found] == [
        (0, 13, 7_000_000, "km")
    ]
