"""Tests that what is looked up of much evidence is what a look at all of it finds."""

import datetime
from itertools import product

from briefing.checks.agreement import judge, judge_by
from briefing.checks.evidence import Held, read_anchor
from briefing.checks.known import MANY, Known
from briefing.checks.matching import find_matches
from briefing.checks.numbers import Number, read_chinese, read_english

DATE = datetime.date(2031, 5, 6)
AMOUNTS = ("7", "48", "49.6", "50", "300", "2.3万", "100亿", "七八百", "三分之一")
UNITS = ("个", "人", "亿元", "%", "倍", "公里", "度", "吨", "小时", "个月", "年")
SAID = ("", "近", "超", "约", "下降", "增长", "每月", "人均", "同比增长")
TIMES = (
    *("2031年", "2031年5月", "5月2日", "5月2日上午9时", "去年", "前三季度", "2031年底", "90年代"),
    *("2027年至2030年", "3月至5月", "12月底", "上半年", "“十五五”", "今年年底前", "12月", "下个月"),
)
ENGLISH = (
    *("about 50", "nearly 500 people", "over CNY 10 billion", "49.6 per cent", "3.3 times"),
    *("up 48%", "7 km", "down 300 tonnes a month", "in May", "on 2 May", "by the end of 2031"),
    *("the third quarter of 2031", "the 1990s", "from March to May", "9 am", "ten years", "23,000"),
    *("December 2031", "last year", "one in three", "230% more", "48 hours", "2 days", "122 °F"),
)


def _evidence() -> tuple[Held, ...]:
    texts = [*map("".join, product(SAID, AMOUNTS, UNITS)), *TIMES]
    return tuple(dict.fromkeys(held for text in texts for held in read_anchor(text, DATE)))


def _numbers() -> list[Number]:
    chinese = [*map("".join, product(SAID, AMOUNTS, UNITS[:6])), *TIMES]
    found = [number for text in chinese for number in read_chinese(text, DATE)]
    return found + [number for text in ENGLISH for number in read_english(text, DATE)]


def test_all_that_agrees_with_a_number_is_near_it() -> None:
    held = _evidence()
    known = Known(held)
    numbers = _numbers()
    assert len(held) > 500 < len(numbers)
    for number in numbers[::3]:
        near = known.near(number)
        assert len(near) < len(held) / 2
        assert list(find_matches(number, held)) == list(find_matches(number, near)), number


def test_a_number_is_judged_by_what_is_near_it_as_by_all() -> None:
    """Of amounts there are no more than are compared with each other, so that none is left out."""
    times = tuple(one for one in _evidence() if isinstance(one.value, str))
    amounts = [one for one in _evidence() if not isinstance(one.value, str)]
    for start in range(0, len(amounts), 97):
        some = (*amounts[start : start + 40], *times)
        known = Known(some)
        assert len(some) > MANY
        for number in _numbers()[start % 7 :: 29]:
            by_all = judge(number, some)
            assert judge_by(number, known.near(number), known.following).fault == by_all.fault
