"""Every word of ours that a model can call for is there, in both languages."""

import typing

import msgspec
import pytest

from briefing.checks.numbers import read_english
from briefing.model import choices
from briefing.model.parts import Bilingual
from briefing.model.records import Figure
from briefing.model.sections import SECTIONS, Section
from briefing.quantities.units import rows
from briefing.words.catalogue import heading, label, say
from briefing.words.values import quantity

CHOICES = [
    *(choices.Basis, choices.Direction, choices.PlaceKind, choices.StrategyKind, choices.Detail),
    *(choices.FigureKind, choices.Qualifier, choices.ProjectStatus, choices.OrganisationKind),
]


def test_a_measure_of_a_class_is_none_of_an_amount() -> None:
    fields = {"text": "7亿吨级", "value": 7 * 10**8, "unit": "t", "kind": "measure"}
    assert in_english(fields) == "700 million t class"
    assert in_english(fields | {"text": "7亿吨"}) == "700 million t"


def test_two_sides_of_a_thing_are_no_range() -> None:
    fields = {"text": "3米×5米", "value": 3, "value_to": 5, "unit": "m", "kind": "measure"}
    assert in_english(fields) == "3 × 5 m"
    assert in_english(fields | {"text": "3至5米"}) == "3–5 m"


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind", "english"),
    [
        ("60公里/小时", 60, "km/hour", "measure", "60 km/h"),
        ("超过12微克/立方米", 12, "µg/m3", "measure", "12 µg/m³"),
        ("300元/亩", 300, "CNY/mu", "money", "CNY 300/mu"),
        ("40元/人·天", 40, "CNY/人/day", "money", "CNY 40/person/day"),
        ("70人/平方公里", 70, "人/km2", "measure", "70/km²"),
        ("5升/百公里", 5, "L/百km", "measure", "5 L/100 km"),
        ("6小时/天", 6, "hour/day", "duration", "6 hours/day"),
        ("4%/年", 4, "%/year", "percent", "4%/year"),
        ("9辆/小时", 9, "辆/hour", "measure", "9/hour"),
    ],
)
def test_english_says_what_an_amount_is_for_each_of(
    text: str, value: float, unit: str, kind: str, english: str
) -> None:
    fields = {"text": text, "value": value, "unit": unit, "kind": kind}
    assert in_english(fields) == english


def in_english(fields: dict[str, typing.Any]) -> str:
    """What a figure with some fields is in English."""
    record = {
        "id": "figure",
        "label": {"zh": "数", "en": "Number"},
        "text": "数",
        "evidence": [{"paragraph": 1, "anchor": "数"}],
    }
    return quantity(msgspec.convert(record | fields, Figure), "en").en or ""


@pytest.mark.parametrize("section", [one for one in SECTIONS.values() if one.has_records])
def test_every_field_of_a_record_has_a_heading_in_both_languages(section: Section) -> None:
    for field in (*section.fields, section.name):
        assert all(heading(field, "both"))


@pytest.mark.parametrize("choice", CHOICES)
def test_every_choice_has_a_label_in_both_languages(choice: typing.Any) -> None:
    for value in typing.get_args(choice):
        assert all(label(value, "both"))


def test_what_has_no_english_is_said_in_chinese() -> None:
    assert say(Bilingual(zh="双百计划"), "en").joined("/") == "双百计划"
    assert say(Bilingual(zh="双百计划"), "both").joined("/") == "双百计划"
    assert say(Bilingual(zh="东甲", en="Dongjia"), "both").joined("/") == "东甲/Dongjia"


@pytest.mark.parametrize(
    ("fields", "english"),
    [
        ({"value": 268, "kind": "count", "unit": "项"}, "268"),
        ({"value": 1200000, "kind": "count", "unit": "人"}, "1.2 million"),
        ({"value": 268, "kind": "count", "unit": "项", "label": {"zh": "数"}}, "268 项"),
        ({"value": 300000, "kind": "money", "unit": "CNY"}, "CNY 300,000"),
        ({"value": 2 * 10**11, "kind": "money", "unit": "CNY", "text": "近2000亿元"},
         "nearly CNY 200 billion"),
        ({"value": 10**12, "kind": "money", "unit": "CNY", "qualifier": "more_than"},
         "over CNY 1 trillion"),
        ({"value": 72.2, "kind": "percent", "unit": "%"}, "72.2%"),
        ({"value": 3, "value_to": 5, "kind": "range", "unit": "%"}, "3–5%"),
        ({"value": 1, "kind": "duration", "unit": "year"}, "1 year"),
        ({"value": 3, "kind": "duration", "unit": "year", "qualifier": "about"}, "about 3 years"),
        ({"value": 20, "kind": "measure", "unit": "GW", "qualifier": "at_least"}, "at least 20 GW"),
        ({"value": 1, "kind": "rank", "qualifier": "rank"}, "1st"),
        ({"value": 10, "kind": "rank", "qualifier": "at_most"}, "top 10"),
        ({"value": 10, "kind": "rank", "qualifier": "rank", "text": "前10位"}, "top 10"),
        ({"value": 500, "kind": "rank", "qualifier": "rank", "text": "500强"}, "top 500"),
        ({"value": 12, "kind": "ordinal"}, "12th"),
        ({"value": 22, "kind": "ordinal"}, "22nd"),
        ({"value": 1.5, "kind": "rank"}, "1.5"),
        ({"value": 5, "value_to": 5, "kind": "measure", "unit": "ratio", "text": "5∶5"}, "5:5"),
        ({"value": 1, "value_to": 2, "kind": "measure", "unit": "ratio", "text": "1∶2.5∶3"},
         "1:2.5:3"),
    ],
)  # fmt: skip
def test_a_figure_in_english(fields: dict[str, typing.Any], english: str) -> None:
    assert in_english(fields) == english


@pytest.mark.parametrize("value", [1, 2, 1.5, 114000, 2000000])
def test_a_figure_in_english_is_read_as_what_it_is(value: float) -> None:
    for row in rows():
        if row.kind != "date":
            shown = in_english({"value": value, "unit": row.code, "kind": row.kind})
            readings = {reading for one in read_english(shown) for reading in one.readings}
            assert (value, None if row.code == "人" else row.code) in readings, shown
