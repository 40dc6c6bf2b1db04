"""What a number in our prose must have in the evidence: value, unit, date, within its digits."""

import datetime

import pytest

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, judge

DATE = datetime.date(2031, 5, 6)


def _worst(found: tuple[numbers.Number, ...], source: str) -> Fault:
    known = evidence.read_anchor(source, DATE)
    return max(judge(number, known).fault for number in found)


@pytest.mark.parametrize(
    ("source", "text", "ok"),
    [
        ("1038亿元", "103.8 billion yuan, ¥103.8bn, CNY 103.8 billion", True),
        ("1038亿元", "USD 103.8 billion", False),
        ("1038亿元", "103.9 billion yuan", False),
        ("48769.2亿元", "RMB 4.88trn", True),
        ("48769.2亿元", "RMB 4.87trn", False),
        ("200万千瓦", "2 GW", True),
        ("200万千瓦", "2 MW", False),
        ("100万亩", "667 km²", True),
        ("100万亩", "1 million hectares", False),
        ("三分之二", "two-thirds", True),
        ("七成", "seven in ten, 70 per cent", True),
        ("增长2.3倍", "up 230 per cent", True),
        ("五年", "5 strategies", False),
        ("268项", "268 projects", True),
        ("268项", "269 projects", False),
        ("2027年", "by 2027", True),
        ("2027年", "by 2028", False),
        ("2024年12月31日", "31 December 2024, end-2024", True),
        ("10月18日至20日", "18–20 October", True),
        ("10月18日至20日", "18–21 October", False),
        ("上半年", "in the first half", True),
        ("上半年", "in the second half", False),
        ("前三季度", "over the first nine months", True),
        ("7月15日8时", "at 8 a.m. on 15 July", True),
        ("十四五", "the 14th Five-Year Plan", True),
    ],
)
def test_an_english_number_is_held_by_the_evidence(source: str, text: str, ok: bool) -> None:
    found = numbers.read_english(text, DATE)
    assert found
    assert _worst(found, source) is (Fault.NONE if ok else Fault.VALUE)


@pytest.mark.parametrize(
    ("source", "text", "ok"),
    [
        ("11名专家", "11人", True),
        ("48769.2亿元", "约4.88万亿元", True),
        ("前三季度", "1至9月", True),
        ("前三季度", "1至8月", False),
        ("8项", "9项", False),
    ],
)
def test_a_chinese_number_is_held_by_the_evidence(source: str, text: str, ok: bool) -> None:
    found = numbers.read_chinese(text, DATE)
    assert _worst(found, source) is (Fault.NONE if ok else Fault.VALUE)


@pytest.mark.parametrize(("zh", "ok"), [("2021年至2025年", True), ("2022年至2025年", False)])
def test_both_ends_of_a_period_must_be_the_same_in_both_languages(zh: str, ok: bool) -> None:
    english = numbers.all_values(numbers.read_english("from 2021 to 2025", DATE))
    assert all(numbers.is_among(one, english) for one in numbers.read_chinese(zh, DATE)) is ok
