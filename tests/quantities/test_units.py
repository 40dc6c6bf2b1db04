"""The data files: each unit is found by its spellings, and each line of a table can take effect."""

import pytest

from briefing.quantities import scan_paragraph
from briefing.quantities.data import read_context, read_rows, read_words
from briefing.quantities.english import scan_english
from briefing.quantities.units import (
    Row,
    chinese_units,
    english_units,
    metric,
    rows,
    unit_name,
    unit_named,
)

CODES = [row.code for row in rows()]
NOT_AFTER_120 = {
    "成": "九成",  # tenths, of which there are ten at most
    "等": "三等奖",  # a grade only before 奖, 座 and the like; otherwise it means "and so on"
}


def plain(spellings: list[str]) -> list[str]:
    return [spelling.strip("()").partition("=")[0] for spelling in spellings]


def test_a_unit_is_found_after_a_chinese_number() -> None:
    for word, unit in chinese_units().items():
        phrase = NOT_AFTER_120.get(word, f"120{word}")
        (found,) = scan_paragraph(f"共{phrase}。")
        assert found.unit == unit.code, word
        if word not in NOT_AFTER_120:
            top, bottom = unit.factor
            assert (found.text, found.value) == (phrase, 120 * top / bottom)


def test_a_unit_is_found_after_an_english_number() -> None:
    for word, unit in english_units().items():
        for text in (f"about 12 {word}.", f"a 12-{word} plan", f"12 {word.upper()}"):
            found = scan_english(text)[0]
            assert (found.value, found.unit) == (12, unit), text
        assert scan_english(f"12 {word}x")[0].unit != unit or word == "%", word


def test_a_spelling_means_one_unit() -> None:
    assert len(set(CODES)) == len(CODES)
    chinese = [word for row in rows() for word in plain(row.chinese)]
    english = [word.lower() for row in rows() for word in set(map(str.lower, plain(row.english)))]
    assert len(set(chinese)) == len(chinese)
    assert len(set(english)) == len(english)
    assert not [word for word in english if len(word) == 1 and word.isalpha()]
    assert not set(chinese) & set(read_words("measure_words.txt")) - {"人"}


def test_a_unit_is_named_in_both_languages() -> None:
    for row in rows():
        code = row.code
        assert unit_named(code) == code
        assert unit_name(code, "zh") == plain(row.chinese)[0]
        assert unit_name(code, "en") == (plain(row.english) or [code])[0]
        names = {word for word in plain(row.chinese) + plain(row.english) if word not in CODES}
        assert {unit_named(word) for word in names} <= {code}, code


def test_a_name_may_be_plural_and_what_is_no_unit_is_left_as_it_is() -> None:
    names = [(unit_name(code, "en"), unit_name(code, "en", plural=True)) for code in ("year", "mu")]
    assert names == [("year", "years"), ("mu", "mu")]
    assert unit_name("month", "zh", plural=True) == "个月"
    assert unit_name("项", "en") == unit_named("项") == "项"


def test_every_line_of_the_context_concerns_a_word_that_there_is() -> None:
    units, names = set(chinese_units()), set(read_words("names.txt"))
    qualifiers = {
        word.strip("[]") for *_, words in read_rows("qualifiers.tsv") for word in words.split()
    } | set("内多余")
    known = {
        "unit-not-before": units | {"折"},
        "qualifier-not-after": qualifiers,
        "qualifier-not-before": qualifiers,
        "name-not-before": names,
        "name-not-after": names,
        "begins-not-after": set("一前首半负对零陆伍拾肆仟佰"),
        "begins-after": set("前"),
        "list-after": {"分别"},
        "indefinite-after": {"一"},
        "indefinite-before": {"一"},
        "figure-not-after": {"图"},
        "count-before": {"打"},
        "begins-not-before": {"首"},
        "ordinal-before": {*units, "首"},
        "count-after": units,
        "rank-after": set("第前首"),
        "duration-before": units,
    }
    assert {rule for rule, *_ in read_rows("context.tsv")} == set(known)
    for rule, words in known.items():
        assert set(read_context(rule)) <= words


def test_no_word_stands_twice_in_a_data_file() -> None:
    for name in ("names.txt", "measure_words.txt"):
        words = read_words(name)
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("row", [one for one in rows() if one.metric], ids=lambda one: one.code)
def test_an_amount_in_a_chinese_unit_is_told_in_a_metric_one(row: Row) -> None:
    assert all(metric(row.code, value) for value in (0.5, 1, 3000, 83_000_000_000))
