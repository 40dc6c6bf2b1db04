"""The quantity scanner: a table of phrases, labelled prose, and what holds for any text."""

from __future__ import annotations

import datetime
import json
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.quantities import Quantity, names, scan, scan_paragraph
from briefing.quantities.directions import find_direction
from prose import paragraphs, score

HERE = Path(__file__).parent
DATE = datetime.date(2022, 3, 21)


def _rows() -> list[tuple[str, list[tuple[str, ...]]]]:
    lines = (HERE / "quantities.tsv").read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines if not line.startswith("# ")]
    return [(phrase, [row[1:] for row in group]) for phrase, group in groupby(rows, lambda r: r[0])]


def _row(found: Quantity) -> tuple[str, ...]:
    named = found.kind == "name"
    value = "" if named else json.dumps(found.value, ensure_ascii=False)
    kind = found.kind + ("*" if found.resolved else "")
    return (found.text, found.qualifier, value, found.unit or "", kind)


def test_table() -> None:
    rows = _rows()
    found = {phrase: [_row(one) for one in scan_paragraph(phrase, 1, DATE)] for phrase, _ in rows}
    wanted = {phrase: [] if rest[0][0] == "-" else rest for phrase, rest in rows}
    assert len(wanted) > 1000
    assert {phrase: row for phrase, row in found.items() if row != wanted[phrase]} == {}


@pytest.mark.parametrize("name", ["prose_1.tsv", "prose_2.tsv", "prose_3.tsv"])
def test_labelled_prose(name: str) -> None:
    result = score(HERE / name)
    assert result.found / result.labels >= 0.98
    assert result.exact / result.labels >= 0.96
    assert result.right / result.reported >= 0.95
    assert result.value / result.found >= 0.99


@pytest.mark.parametrize("name", ["prose_1.tsv", "prose_2.tsv", "prose_3.tsv"])
def test_prose_is_labelled(name: str) -> None:
    assert len(paragraphs(HERE / name)) >= 10


def test_paragraphs_are_counted_without_blank_lines() -> None:
    found = scan(["", "  \u30003个项目 ", "\n", "今年5月"], DATE)
    assert [(q.paragraph, q.offset, q.text) for q in found] == [(1, 0, "3个"), (2, 2, "5月")]


def test_a_single_string_is_no_list_of_paragraphs() -> None:
    with pytest.raises(TypeError):
        scan("项目10个")


def test_a_given_name_is_no_count_where_it_is_meant() -> None:
    found = scan(
        ["三台正在建园区,三台县购置三台设备,沿黄四县"], DATE, ["三台", "三台县", "沿黄四县"]
    )
    said = [(q.text, q.kind) for q in found]
    names = [("三台", "name"), ("三台县", "name")]
    assert said == [*names, ("三台", "count"), ("四县", "count")]


def test_a_number_with_some_more_is_no_rise() -> None:
    """The 多 behind a number is its own, and says nothing with the word behind it."""
    assert find_direction("苹果九成多出自本县", 2, 4, "zh") == ""
    assert find_direction("比去年多出5万元", 5, 8, "zh") == "up"


@pytest.mark.parametrize(
    ("text", "number", "direction"),
    [
        ("Tea is grown on 30,000 hectares", "30,000 hectares", ""),
        ("It grows some 800,000 tonnes a year", "800,000 tonnes", ""),
        ("Farmers grow cotton on 300 mu", "300 mu", ""),
        ("It has 300 mu under tea", "300 mu", ""),
        ("It raised 500 sheep", "500", ""),
        ("Output grew 800,000 tonnes a year", "800,000 tonnes", "up"),
        ("The tea area has grown on 300 mu", "300 mu", "up"),
        ("It is 300 mu under the target", "300 mu", "down"),
    ],
)
def test_crops_that_are_grown_are_no_increase(text: str, number: str, direction: str) -> None:
    start = text.index(number)
    assert find_direction(text, start, start + len(number), "en") == direction


def test_the_place_of_a_number_with_blanks_is_that_in_the_text() -> None:
    (found,) = scan_paragraph("约 二 百 五 十 个 项目", 1, DATE)
    assert (found.offset, found.text, found.value) == (2, "二 百 五 十 个", 250)


def test_without_a_date_the_year_stays_open() -> None:
    assert [(q.value, q.resolved) for q in scan_paragraph("3月21日至4月2日,每月10日")] == [
        (["--03-21", "--04-02"], False),
        ("---10", False),
    ]


@pytest.mark.parametrize(
    ("date", "text", "value"),
    [
        (datetime.date(2022, 1, 3), "12月30日", "2021-12-30"),
        (datetime.date(2022, 3, 1), "28日", "2022-02-28"),
        (datetime.date(2022, 3, 21), "28日", "2022-03-28"),
        (datetime.date(2022, 3, 21), "去年12月", "2021-12"),
        (datetime.date(1, 1, 1), "15日", "0001-01-15"),
        (datetime.date(9999, 12, 31), "明年3月", "10000-03"),
    ],
)
def test_resolution(date: datetime.date, text: str, value: str) -> None:
    assert [q.value for q in scan_paragraph(text, 1, date)] == [value]


def _chinese(number: int) -> str:
    """`number` below 10**16 as Chinese writes it."""
    digits = "零一二三四五六七八九"

    def four(part: int) -> str:
        written, gap = "", False
        for size, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = part // size % 10
            if digit:
                written += ("零" if gap else "") + digits[digit] + mark
                gap = False
            elif written:
                gap = True
        return written

    if number >= 10**8:
        high, low = divmod(number, 10**8)
        return (
            _chinese(high) + "亿" + (("零" if low < 10**7 else "") + _chinese(low) if low else "")
        )
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return four(high) + "万" + (("零" if low < 1000 else "") + four(low) if low else "")
    return four(number)


_FULL = str.maketrans("0123456789.", "".join(chr(0xFF10 + k) for k in range(10)) + "\uff0e")


@given(st.integers(1, 10**12))
@settings(deadline=None, max_examples=150)
def test_integers_read_back(number: int) -> None:
    ways = [str(number), str(number).translate(_FULL), f"{number:,}", _chinese(number)]
    for size, mark in ((10**4, "万"), (10**8, "亿")):
        if number % size == 0:
            ways.append(f"{number // size}{mark}")
    for written in ways:
        (found,) = scan_paragraph(f"共{written}吨。")
        assert (found.value, found.text, found.unit) == (number, f"{written}吨", "t")


@given(st.integers(1, 10**7), st.integers(1, 4), st.sampled_from(["", "万", "亿", "万亿"]))
@settings(deadline=None, max_examples=150)
def test_decimals_read_back(top: int, places: int, scale: str) -> None:
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    whole, part = divmod(top, 10**places)
    written = f"{whole}.{part:0{places}d}{scale}"
    for way in (written, written.translate(_FULL), written.replace(".", " . ")):
        (found,) = scan_paragraph(f"为{way}元")
        assert found.value == pytest.approx(top * size / 10**places, rel=1e-12)
        assert (found.text, found.unit, found.kind) == (f"{way}元", "CNY", "money")


@given(st.integers(100, 10**15))
@settings(deadline=None, max_examples=150)
def test_against_cn2an(number: int) -> None:
    cn2an = pytest.importorskip("cn2an")
    written = cn2an.an2cn(number)
    (found,) = scan_paragraph(f"有{written}吨")
    assert found.value == cn2an.cn2an(written, "strict") == number


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from("—-~至到"))
@settings(deadline=None, max_examples=100)
def test_ranges(one: int, two: int, sign: str) -> None:
    low, high = sorted((one, two + 100))
    (found,) = scan_paragraph(f"占{low}%{sign}{high}%")
    assert (found.value, found.kind, found.unit) == ([low, high], "range", "%")


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
@settings(deadline=None, max_examples=100)
def test_dates(day: datetime.date) -> None:
    for written in (f"{day.year}年{day.month}月{day.day}日", day.isoformat()):
        (found,) = scan_paragraph(f"于{written}。", 1, DATE)
        assert (found.value, found.kind, found.resolved) == (day.isoformat(), "date", False)


_MARKS = (
    "0123456789.,:、-—~至到一二三四五六七八九十百千万亿零〇两半几数多余来第前首年月日号时点分季度上下个项元%亩千瓦"
    '/×+()“”‘’"的近超约不足以上左右内大强级期届次abGWk²℃$¥ \u3000翻番成倍每人口\ud800\0٣०'
)


@given(
    st.text(st.one_of(st.sampled_from(_MARKS), st.characters()), max_size=80),
    st.one_of(st.none(), st.dates()),
)
@settings(deadline=None, max_examples=600)
def test_any_text(text: str, date: datetime.date | None) -> None:
    end, plain = 0, text.strip()
    for found in scan_paragraph(text, 1, date):
        assert found.text
        assert found.offset >= end
        end = found.offset + len(found.text)
        assert plain[found.offset : end] == found.text


def test_a_long_run_of_digits_is_no_quantity() -> None:
    assert scan_paragraph("9" * 1_000_000) == []


def test_a_run_of_more_numerals_than_any_number_has_is_passed_over() -> None:
    with patch.object(names, "find_name_end", wraps=names.find_name_end) as find:
        assert [one.text for one in scan_paragraph(f"{'十' * 100_000}，3年")] == ["3年"]
    assert find.call_count < 10


@pytest.mark.parametrize("numeral", ["③", "½", "Ⅲ", "३", "N"])
def test_a_scale_behind_a_numeral_that_is_not_read_is_no_amount(numeral: str) -> None:
    assert scan_paragraph(f"投资{numeral}亿元。") == []
    assert [one.value for one in scan_paragraph("GDP万亿元城市")] == [10**12]


@pytest.mark.parametrize("number", ["3·5", "3点5", "3’000"])
def test_a_number_with_a_mark_that_is_not_read_is_none(number: str) -> None:
    assert scan_paragraph(f"投资{number}亿元。") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("短跑10秒03夺冠", [10.03]),
        ("短跑9秒83。", [9.83]),
        ("成绩10秒88名列第一", [10.88]),
        ("每10秒30次", [10, 30]),
        ("30秒25个", [30, 25]),
        ("5秒20米", [5, 20]),
        ("5秒20 米", [5, 20]),
        ("10秒20万次", [10, 200_000]),
        ("用时10秒12月1日公布", [10]),
        ("10秒30%的人", [10, 30]),
    ],
)
def test_hundredths_of_a_second_count_nothing(text: str, values: list[float]) -> None:
    found = [
        one.value for one in scan_paragraph(text) if one.unit in ("second", "次", "个", "m", "%")
    ]
    assert found == values
