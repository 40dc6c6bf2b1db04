"""The reader of English numbers."""

import datetime
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.checks.numbers import read_english
from briefing.quantities.english import scan_english
from briefing.quantities.rates import Rate, find_rates
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
    ("text", "qualifiers"),
    [
        ("No section of a pile may be off by more than 1 mm.", ("at_most",)),
        ("The limit must not be set at less than 1 mm.", ("at_least",)),
        ("It was not only off but by more than 1 mm.", ("more_than",)),
    ],
)
def test_what_is_denied_of_a_limit_is_the_other_limit(
    text: str, qualifiers: tuple[str, ...]
) -> None:
    (number,) = read_english(text)
    assert number.qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5G and the 1990s, 3 in 10", [("1990", "date"), (30, "%")]),
        ("three times a year", [(3, "times")]),
        ("300 square kilometres", [(300, "km2")]),
        ("a 7,500-cubic-metre carrier", [(7500, "m3")]),
        ("Q1–Q3 2025, Q2 to Q4", [("2025-01/2025-09", "date"), ("2021-04/2021-12", "date")]),
        ("2.5 million kilowatt-hours", [(2_500_000, "kWh")]),
        ("twenty-one percentage points, 5 per cent, 6 percent", [(21, "pp"), (5, "%"), (6, "%")]),
        ("12 March, 1 May 2022", [("2021-03-12", "date"), ("2022-05-01", "date")]),
        ("Class IV to Class II or III, the type I like", [(4, None), (2, None), (3, None)]),
    ],
)
def test_english_prose(text: str, found: list[tuple[object, str | None]]) -> None:
    date = datetime.date(2021, 6, 1)
    assert [(one.value, one.unit) for one in scan_english(text, date)] == found


def test_a_sum_of_members_is_not_more_than_its_first() -> None:
    (first, _), (more,) = map(scan_english, ("the 13+2 mechanism", "the 30+ projects"))
    assert (first.qualifiers, more.qualifiers) == (("",), ("more_than",))


def test_an_anniversary_is_of_so_many_years() -> None:
    (one,) = scan_english("the 30th anniversary of the zone")
    assert (30, "year") in [(each.value, each.unit) for each in one.readings]


def test_what_is_below_a_goal_is_compared_with_just_so_much() -> None:
    goal, limit = scan_english("It is below 45%, the expected target. It is below 38% in the city.")
    assert (goal.qualifiers, limit.qualifiers) == (("less_than", ""), ("less_than",))


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("The co-op took over 300 mu.", ("more_than", "")),
        ("The talks about 12 piers went on.", ("about", "")),
        ("The port came to over 300 berths.", ("more_than",)),
        ("Some schools are short of 40 teachers.", ("nearly", "")),
    ],
)
def test_a_particle_of_a_verb_may_qualify_no_number(text: str, qualifiers: tuple[str, ...]) -> None:
    (number,) = scan_english(text)
    assert number.qualifiers == qualifiers


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Of the crew, 61% have a master's degree or above.", ("",)),
        ("There are 40 pilots at senior level or higher.", ("",)),
        ("The yard has 12 firms of grade A or above.", ("",)),
        ("A slope of 30 degrees or above is closed.", ("at_least",)),
        ("The yard has 12 firms or more.", ("at_least",)),
    ],
)
def test_what_is_above_a_rank_qualifies_no_number(text: str, qualifiers: tuple[str, ...]) -> None:
    (number,) = scan_english(text)
    assert number.qualifiers == qualifiers


def test_what_stands_under_headings_is_not_less_than_so_many() -> None:
    (_, headings), (people,) = map(scan_english, ("20 tasks under five headings", "under 5 people"))
    assert (headings.qualifiers, people.qualifiers) == (("less_than", ""), ("less_than",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RMB26bn, ¥1.02tn, US$5.2 bn, €3m", [26e9, 1.02e12, 5.2e9, 3e6]),
        ("a 3.56-billion-yuan plant, 12k base stations", [3.56e9, 12000]),
        ("a hundred and twenty, two and a half million, half a million", [120, 2.5e6, 500000]),
        ("three million and a half, 3 million and a half", [3.5e6, 3.5e6]),
        ("a quarter of a million, two thirds of a million", [250000, 666666.666667]),
        ("five point two five, nought point three", [5.25, 0.3]),
        ("10 1/2 miles, 3/4 of them, ½, 2¼ km", [10.5, 0.75, 0.5, 2.25]),
        ("the twenty-fifth, the two hundredth, the three-millionth", [25, 200, 3e6]),
        ("-9.2, minus five, negative 3, 3-5", [-9.2, -5, -3, 3, 5]),
        ("an hour and ten minutes, a mile and a half, more than a year", [70, 1.5, 1]),
        ("two thousand and ten, a dozen, eleven hundred", [2010, 12, 1100]),
        ("two thousand million, three lakh crore", [2e9, 3e12]),
        ("one billion and a half million, two million and one half", [1_000_500_000, 2_500_000]),
        (
            "one twenty-fifth, three twenty-firsts, a twenty-second pause",
            [4, 14.285714285714285, 22],
        ),
        ("a trillionth, three thousandths, two and fifty-four hundredths", [1e-10, 0.3, 2.54]),
        ("it fell by -1/2 to minus one, one of them", [-0.5, -1]),
        ("one mile, a one-yuan coin, one year old; one is enough", [1, 1, 1]),
        ("3 dollars 50 cents, 5 ft 2 in, 12 feet in 3 years", [350, 62, 12, 3]),
        ("1,280 mu, 1’280, 1\u202f280", [1280, 1280, 1280]),
        ("a tenth of a percentage point, 0.8 of a point", [0.1, 0.8]),
        ("doubled, trebled, a tenfold rise", [2, 3, 10]),
        ("zero-carbon, third-party, 24/7, COVID-19, 5G, G7, first-class, one another", []),
        ("Under a policy of stability first, it ranks first.", [1]),
        ("the two sessions, the Belt and Road, double-digit growth", []),
        ("a score of 79.6, the score, a first-aid kit, 6+X licences", [79.6]),
        ("a score of firms", [20]),
    ],
)
def test_numbers_are_read_as_educated_people_write_them(text: str, found: list[float]) -> None:
    assert [one.value for one in scan_english(text)] == found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two-thirds of villages", pytest.approx(200 / 3), "%"),
        ("a third corridor", 3, None),
        ("one in five", 20, "%"),
        ("2m kW", 2_000_000, "kW"),
        ("a wall of 2m", 2, "m"),
        ("from 163 to 183 yuan", 163, "CNY"),
        ("2 to 3 million tonnes", 2_000_000, "t"),
        ("16.5 Mt", 16.5, "Mt"),
        ("half a century", 0.5, "century"),
        ("230 per cent", 230, "%"),
    ],
)
def test_all_that_may_be_meant_is_read(text: str, value: float, unit: str | None) -> None:
    assert (value, unit) in [tuple(one) for one in scan_english(text)[0].readings]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("28 March 2024, March 28, Sept. 3rd", ["2024-03-28", "2021-03-28", "2021-09-03"]),
        ("in June, in May; it may march on", ["2021-06", "2021-05"]),
        ("the last three months of 2024", ["2024-10/2024-12"]),
        ("H1 2024, the third quarter", ["2024-01/2024-06", "2021-07/2021-09"]),
        ("the first half of the road, and of the year", []),
        ("the first half of the financial year", ["2021-01/2021-06"]),
        ("the first three quarters, nine months to September", ["2021-01/2021-09"] * 2),
        ("January–September 2023", ["2023-01/2023-09"]),
        ("18–20 October", ["2021-10-18"]),
        ("2025–27, 2025-01-01, the 1990s", ["2025", "2025-01-01", "1990"]),
        ("at 6 p.m., by 08:30", ["T18:00", "T08:30"]),
        ("at half past six in the evening, 2:45 in the afternoon", ["T18:30", "T14:45"]),
    ],
)
def test_dates_and_periods_are_read(text: str, dates: list[str]) -> None:
    found = scan_english(text, datetime.date(2021, 6, 1))
    assert [one.value for one in found] == dates


@pytest.mark.parametrize("piece", ["ten-", "x-", "x ", "-x ", "x-x "])
def test_a_chain_of_words_is_no_rate_however_long_it_is(piece: str) -> None:
    text = "5 " + piece * 2000
    assert find_rates(text, 0, 1, "en") == ()
    assert scan_english(text)[0].value == 5


def test_words_with_hyphens_may_stand_before_what_an_amount_is_for_each_of() -> None:
    text = "5 high-quality full-time jobs per year"
    assert find_rates(text, 0, 1, "en") == (Rate(1, "year"),)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    for found in scan_english(text):
        assert 0 <= found.start < found.end <= len(text)


def test_letters_that_only_look_like_others_are_read() -> None:
    found = scan_english("\u017feven m\u0131llion \u212am")
    assert [(one.start, one.end, one.value, one.unit) for one in found] == [
        (0, 13, 7_000_000, "km")
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("million " * 1300, "9" * 400 + " billion", "9" * 5000 + " 1/2", "9" * 5000 + "½"),
        *(
            "a hundred " * 400,
            "9" * 5000 + "th",
            "1." + "9" * 5000,
            "9" * 5000 + " in " + "8" * 5000,
        ),
    ],
)
def test_a_number_beyond_all_measure_is_finite(text: str) -> None:
    for one in scan_english(text):
        assert isinstance(one.value, str) or math.isfinite(float(one.value))
        assert math.isfinite(one.place)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("40 tonnes of fish or more by 2031", ("at_least",)),
        ("40 tonnes (or so)", ("about",)),
        ("40 tonnes by the end of May, or more", ("at_least",)),
        ("40 tonnes for the smaller ports or more, they say", ("at_least",)),
        ("40 tonnes, more or less, of fish", ("about",)),
        ("40 tonnes (nearly)", ("nearly",)),
        ("40 tonnes and above make up half", ("at_least",)),
        ("no more, in the first year, than 40 tonnes", ("at_most",)),
        ("a minimum catch of 40 tonnes", ("", "at_least")),
        ("must not fall short of 40 tonnes", ("at_least",)),
        ("nor more than an extra 40 tonnes", ("at_most",)),
        ("30 to 40 tonnes", ("", "at_most")),
        ("by 2031 no fewer than 40 tonnes", ("at_least",)),
        ("fell 30% to 40 tonnes", ("",)),
        ("40 tonnes a year or more", ("at_least",)),
        ("40 tonnes, and more boats", ("",)),
        ("40 tonnes in towns, or so they say", ("",)),
        ("40 tonnes at least 3 times", ("",)),
        ("40 tonnes for two or more boats", ("",)),
        ("40 tonnes, or more than last year", ("",)),
    ],
)
def test_a_qualifier_may_stand_behind_brackets_times_and_nouns(
    text: str, qualifiers: tuple[str, ...]
) -> None:
    assert next(one.qualifiers for one in scan_english(text) if one.unit == "t") == qualifiers


@pytest.mark.parametrize("piece", ["an hour and a day. ", "he must first go. ", "5 km a year. "])
def test_a_long_text_takes_no_longer_for_each_of_its_numbers(piece: str) -> None:
    begun = time.perf_counter()
    scan_english(piece * 4000)
    assert time.perf_counter() - begun < 5
