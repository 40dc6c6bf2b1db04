"""What a number in our prose must have in the evidence: value, unit, date, within its digits."""

import datetime
from pathlib import Path

import pytest

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, judge
from briefing.checks.check import check
from briefing.checks.spelled import read_spelled
from briefing.words.messages import told
from support import write_rule_example

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
        ("七成", "about 70 per cent", True),
        ("增长2.3倍", "up 230 per cent", True),
        ("每秒6200立方米", "6,200 cubic metres a second forecast", True),
        ("单价不超过20元", "none dearer than 20 yuan", True),
        ("阵风7级左右", "gusts of around force 7", True),
        ("投资约9亿元", "about 900 million yuan, and annual capacity", True),
        ("毛利由38元升至52元", "safety comes first as profit rises from 38 yuan to 52 yuan", True),
        ("用时53分钟", "in under an hour", True),
        ("用时53分钟", "in over an hour", False),
        ("降至0.6%", "below 1 per cent", True),
        ("占13%", "below 50 per cent", False),
        ("增速加快到4.7%", "growth picked up to 4.7%", True),
        ("日均限流4000人", "capped at 4,000 people a day", True),
        ("突破500列", "reached the 500 mark", True),
        ("贡献近半", "nearly half", True),
        ("近半年", "nearly half", False),
        ("增长5.4%", "growth slowed to 5.4 per cent", True),
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
        ("80后", "born in the 1980s", True),
        ("八零后", "born after 1980", True),
        ("80后", "born in the 1990s", False),
        ("AAAAA级景区", "a 5A scenic area", True),
        ("AAAA级景区", "a 5A scenic area", False),
        ("十几个", "a dozen or so", True),
        ("千亿级集群", "a cluster of CNY 100 billion", True),
        ("亿元以上重大项目87个", "87 key projects of at least CNY 100 million", True),
        ("过百亿元项目2个", "two projects of over CNY 10 billion", True),
        ("过百亿元项目2个", "two projects of over CNY 1 billion", False),
    ],
)
def test_an_english_number_is_held_by_the_evidence(source: str, text: str, ok: bool) -> None:
    found = numbers.read_english(text, DATE)
    assert found
    assert _worst(found, source) is (Fault.NONE if ok else Fault.VALUE)


@pytest.mark.parametrize(
    ("source", "text", "ok"),
    [
        ("升至第3位", "进入前3位", True),
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


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        (
            "近2000亿元",
            "nearly CNY 200 billion, just under RMB 200bn, almost 200bn yuan",
            Fault.NONE,
        ),
        ("近2000亿元", "over CNY 200 billion", Fault.QUALIFIER),
        ("近2000亿元", "CNY 200 billion", Fault.DROPPED),
        ("268项", "at least 268 projects", Fault.QUALIFIER),
        ("35.6亿元", "more than 3.5 billion yuan", Fault.NONE),
        ("35.6亿元", "nearly 3.5 billion yuan", Fault.QUALIFIER),
        ("不得低于18℃", "at least 18 °C", Fault.NONE),
        ("不得低于18℃", "no more than 18 °C", Fault.QUALIFIER),
        ("100毫米以上", "100 mm or more", Fault.NONE),
        ("最高可达350公里", "up to 350 km", Fault.NONE),
        ("超过30家", "over 30 firms", Fault.NONE),
        ("历时3年", "over three years", Fault.NONE),
        ("增长5%", "up 5 per cent, a rise of 5 per cent, 5 per cent more", Fault.NONE),
        ("增长5%", "down 5 per cent", Fault.DIRECTION),
        ("下降5%", "5 per cent more than before", Fault.DIRECTION),
        ("降幅收窄0.8个百分点", "the fall narrowed by 0.8 percentage points", Fault.NONE),
        ("提高到61%", "rose by 61 per cent", Fault.DIRECTION),
        ("提高到61%", "rose 61 per cent", Fault.DIRECTION),
        ("优良天数比例为84%", "good days increased by 84 per cent", Fault.DIRECTION),
        ("出口占总量的31%", "exports grew 31 per cent", Fault.DIRECTION),
        ("出口占总量的31%", "exports have grown to a share of 31 per cent", Fault.NONE),
        ("提高到61%", "went up by 61 per cent", Fault.DIRECTION),
        ("提高到61%", "went up to 61 per cent", Fault.NONE),
        ("多挣300元", "300 yuan less", Fault.DIRECTION),
        ("前移2位", "2 places down", Fault.DIRECTION),
        ("减按3%征收", "cut by 3 per cent", Fault.DIRECTION),
        ("利润-1.3亿元", "a profit of 130 million yuan", Fault.DIRECTION),
        ("利润由去年的5亿元降至4亿元", "the profit rose to 400 million yuan", Fault.DIRECTION),
        ("利润-1.3亿元", "a loss of 130 million yuan", Fault.NONE),
        ("同比增长5%", "5 per cent up on the month", Fault.DIRECTION),
        ("每亩补贴90元", "90 yuan a mu", Fault.NONE),
        ("每亩补贴90元", "90 yuan per hectare", Fault.VALUE),
        ("亩产3.2吨", "48 tonnes per hectare", Fault.NONE),
        ("日均客流12.5万人次", "125,000 riders a day", Fault.NONE),
        ("日均客流12.5万人次", "125,000 riders a month", Fault.VALUE),
        ("2027年底", "by the end of 2027, late in 2027", Fault.NONE),
        ("2027年底", "early in 2027", Fault.QUALIFIER),
        ("今年一季度", "in the first quarter of last year", Fault.VALUE),
        ("十三五", "from 2026 to 2030", Fault.VALUE),
        ("十四五", "from 2021 to 2025", Fault.NONE),
        ("国庆节前", "before 1 October", Fault.NONE),
        ("4小时40分钟", "280 minutes, four hours and forty minutes", Fault.NONE),
        ("约4小时40分钟", "four hours and forty minutes or so", Fault.NONE),
        ("一年多", "in less than a year", Fault.QUALIFIER),
        ("2.5亿元", "a quarter of a billion yuan", Fault.NONE),
        (
            "甲市突破1000亿元，乙市突破500亿元",
            "The economy of Jia passed CNY 100 billion, and that of Yi CNY 50 billion.",
            Fault.NONE,
        ),
        (
            "甲市突破1000亿元，乙市突破500亿元",
            "Jia exceeded CNY 100 billion, and output in Yi was CNY 50 billion.",
            Fault.DROPPED,
        ),
        ("甲市突破1000亿元、乙市500亿元", "Yi is over CNY 50 billion", Fault.NONE),
        ("奋勇争先", "They strive to be first.", Fault.NONE),
        ("先行先试", "They are the first to try.", Fault.NONE),
        ("21世纪的水运", "the 21st-century waterway", Fault.NONE),
        ("21世纪的水运", "the 20th century", Fault.VALUE),
        ("居全国前10位", "within the top ten, in the top 10, the top-10", Fault.NONE),
        ("居全国前10位", "ranked 10th", Fault.DROPPED),
        ("世界500强企业", "Fortune 500 firms, the world's top 500", Fault.NONE),
        ("增长2.3倍", "3.3 times as many", Fault.NONE),
    ],
)
def test_what_is_said_around_a_number_must_be_what_the_evidence_says(
    source: str, text: str, fault: Fault
) -> None:
    assert _worst(numbers.read_english(text, DATE), source) is fault


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        ("近2000亿元", "接近2000亿元", Fault.NONE),
        ("近2000亿元", "超2000亿元", Fault.QUALIFIER),
        ("增长5%", "回落5%", Fault.DIRECTION),
        ("不超过60分钟", "最多1小时", Fault.NONE),
        ("28个月", "两年零四个月", Fault.NONE),
        ("50立方米", "50方", Fault.NONE),
        ("打七折", "便宜三成", Fault.NONE),
        ("打七折", "便宜四成", Fault.VALUE),
        ("占2030年的53%", "超过2030年的一半", Fault.NONE),
        ("30人以上、不超过40人", "30至40人", Fault.NONE),
        ("30人以上、不超过50人", "40至50人", Fault.VALUE),
        ("每千人拥有3.4人", "每万人拥有34人", Fault.NONE),
        ("三季度", "四季度", Fault.VALUE),
        ("居全国前10位", "在前10位之内", Fault.NONE),
        ("居全国前10位", "居全国第10位", Fault.DROPPED),
    ],
)
def test_chinese_prose_is_held_to_the_same(source: str, text: str, fault: Fault) -> None:
    assert _worst(numbers.read_chinese(text, DATE), source) is fault


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        (
            "1287.4亿元，同比增长6.8%",
            "up 6.8 per cent year on year to RMB 128.74 billion",
            Fault.NONE,
        ),
        ("1287.4亿元，同比增长6.8%", "rose 6.8% to just under 129 billion yuan", Fault.NONE),
        ("稳定在65%以上", "will not be allowed to slip below 65%", Fault.NONE),
        ("65%以上", "65 per cent of the land or more", Fault.NONE),
        ("日均8400人次，超过26万人次", "8,400 a day, or over 260,000 in all", Fault.NONE),
        ("超过26万人次", "more than a quarter of a million", Fault.NONE),
        ("2027年3月下旬", "in the last ten days of March 2027", Fault.NONE),
        ("由52.7%提高到60%", "from 52.7% to 60%", Fault.NONE),
        ("由52.7%提高到60%", "from 60% to 52.7%", Fault.DIRECTION),
        ("两个半小时", "two hours and a half", Fault.NONE),
        ("下降2.4%", "negative growth of 2.4%", Fault.NONE),
        ("翻两番", "output will quadruple", Fault.NONE),
        ("翻一番", "output will triple", Fault.VALUE),
        ("率先建成", "the first to be finished", Fault.NONE),
        ("高于上年同期的4.1%", "higher than the 4.1% of a year before", Fault.NONE),
        ("由第三位升至第一位", "from third to first", Fault.NONE),
        ("实行半价", "at half price", Fault.NONE),
        ("明年上半年报国家审批", "in the first half of next year", Fault.NONE),
        ("连续两个季度滞后", "late for two quarters on end", Fault.NONE),
        ("服务7×24小时不断", "open 7×24 hours", Fault.NONE),
        ("服务7×24小时不断", "a 24-hour service, seven days a week", Fault.NONE),
        ("提请州人大常委会初次审议", "goes to its first reading", Fault.NONE),
    ],
)
def test_ordinary_sentences_of_a_brief(source: str, text: str, fault: Fault) -> None:
    assert _worst(numbers.read_english(text, DATE), source) is fault


@pytest.mark.parametrize(
    ("source", "fault"),
    [("全省首座", Fault.NONE), ("全省第一座", Fault.NONE), ("率先", Fault.NONE), ("", Fault.VALUE)],
)
def test_a_first_is_held_by_the_evidence_in_chinese_too(source: str, fault: Fault) -> None:
    assert _worst(tuple(numbers.read_firsts("建成首座码头")), source) is fault


def test_a_number_of_hundreds_that_is_left_open_is_none() -> None:
    for text in ("several hundred firms", "a few thousand people", "dozens of villages"):
        assert not numbers.read_english(text, DATE)
    assert numbers.read_english("a hundred firms", DATE)
    assert _worst(numbers.read_english("over a hundred firms", DATE), "上百家") is Fault.NONE


def test_a_first_phase_is_one_and_a_first_batch_is_none() -> None:
    assert _worst(tuple(numbers.read_firsts("首期5公里")), "首期5公里") is Fault.NONE
    assert tuple(numbers.read_firsts("首批5家")) == numbers.read_english("the first batch", DATE)


def test_a_group_is_no_number_in_either_language() -> None:
    assert numbers.read_chinese("建成一组码头，不止一家企业来。", DATE) == ()
    assert numbers.read_english("A group of wharves draws more than one firm.", DATE) == ()


def test_what_must_first_be_done_is_no_first_place() -> None:
    assert list(numbers.read_english("Projects must first pass an assessment.", DATE)) == []


@pytest.mark.parametrize("run", ["１２" * 5000, "十四五" * 5000, "9" * 20_000])
def test_a_run_of_numerals_of_any_length_is_read(run: str) -> None:
    assert len(read_spelled(run)) <= len(run)


@pytest.mark.parametrize(
    ("source", "text", "ok"),
    [
        ("12345万元", "12,345万元", True),
        ("12345万元", "12,845万元", False),
        ("30%—40%", "30%—44%", False),
        ("30%—40%", "30%至40%", True),
    ],
)
def test_a_chinese_number_is_as_exact_as_its_own_digits(source: str, text: str, ok: bool) -> None:
    assert (_worst(numbers.read_chinese(text), source) == Fault.NONE) is ok


def test_what_the_evidence_holds_instead_is_no_numeral_of_a_word(tmp_path: Path) -> None:
    model = write_rule_example(
        """
# 新一轮改革让零配件企业增至9家。
events: [{id: firms, coined: true, name: {zh: 企业, en: 7 firms},
  evidence: [{paragraph: 2, anchor: 新一轮改革让零配件企业增至9家}]}]
""",
        tmp_path,
    )
    (report,) = check([model])
    (found,) = (told(one.message, "en") for one in report.problems if one.code.startswith("number"))
    assert found.endswith("has: 9家")


@pytest.mark.parametrize(
    ("text", "zh", "ok"),
    [
        ("首先召开会议。", "摘得“第一”", False),
        ("首单签约。", "“第一单”签约", True),
        ("甲队排名第一。", "摘得“第一”", True),
    ],
)
def test_a_first_is_named_with_what_is_first(text: str, zh: str, ok: bool, tmp_path: Path) -> None:
    example = f"""
# {text}
events: [{{id: one, coined: true, name: {{zh: 事}}, note: {{zh: "{zh}", en: Event}},
  evidence: [{{paragraph: 2, anchor: "{text[:-1]}"}}]}}]
"""
    (report,) = check([write_rule_example(example, tmp_path)])
    assert ("number-unproved" not in {one.code for one in report.problems}) == ok


@pytest.mark.parametrize(
    ("source", "text", "ok"),
    [
        ("14时28分4秒升空", "it lifted off at 14:28:04", True),
        ("9时22分升空", "it lifted off at 9:22:31", True),
        ("9时22分升空", "it lifted off at 9:23:31", False),
        ("9时22分升空", "it lasted 9:22:31", False),
        ("2小时9分41秒夺冠", "won in 2:09:41", True),
    ],
)
def test_a_time_with_seconds_may_be_one_of_the_day(source: str, text: str, ok: bool) -> None:
    assert (_worst(numbers.read_english(text), source) == Fault.NONE) == ok


def test_a_time_with_seconds_is_read_in_chinese() -> None:
    for text, ok in (("14:28:04升空", True), ("于14:28:04升空", True), ("14:29:04升空", False)):
        assert (_worst(numbers.read_chinese(text), "14时28分4秒升空") == Fault.NONE) == ok
