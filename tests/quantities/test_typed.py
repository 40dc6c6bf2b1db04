"""Numbers that a person types for a bound."""

import pytest

from briefing.quantities.typed import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1000000000", 1e9),
        ("1e9", 1e9),
        ("1,000,000,000", 1e9),
        ("10亿", 1e9),
        ("１０亿", 1e9),
        ("十亿", 1e9),
        ("1.5万", 15_000),
        ("1 billion", 1e9),
        ("1.5bn", 1.5e9),
        ("-1,000", -1000),
        ("-10亿", -1e9),
    ],
)
def test_a_number_is_read_as_people_type_it(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "a", "nan", "1,00", "1 2", "数百", "七八百", "10亿元", "65%"])
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    assert read_number(text) is None
