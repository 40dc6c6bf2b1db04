"""Numbers of our own prose that follow from two of their evidence."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

EXAMPLE = """
# {text}
events:
- {{id: one, coined: true, name: {{zh: 事}}, note: {{zh: "{zh}", en: "{en}"}},
   evidence: [{{paragraph: 2, anchor: "{text}"}}]}}
"""


def find_unproved(text: str, zh: str, en: str, folder: Path) -> list[object]:
    """Return the languages in which a note has a number that its sentence does not prove."""
    example = EXAMPLE.format(text=text, zh=zh, en=en)
    (report,) = check([write_rule_example(example, folder)])
    return [one.path[-1] for one in report.problems if one.code == "number-unproved"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("增速5.4%，比一季度回落0.3个百分点", "一季度增速5.7%", "Growth had been 5.7% in Q1"),
        ("合格率97.2%", "2.8%不合格", "Another 2.8% did not pass"),
        ("共有企业132家，完工的67家", "过半完工", "Just over half are finished"),
        ("一期384套，二期260套", "两期共644套", "644 in all"),
        ("产量742吨，比上年增加31吨", "上年产量711吨", "Output was 711 tonnes a year earlier"),
        ("收入300万元，租金占四成", "租金120万元", "Rents brought in 1.2 million yuan"),
        ("收入312万元，增长20%", "上年收入260万元", "It had earned 2.6 million yuan before"),
        ("出资17.8亿元，占总投资的56%", "总投资约31.8亿元", "The total is some 3.18 billion yuan"),
        ("来客146.2万人次，假期8天", "日均约18万人次", "About 180,000 visits a day on average"),
        ("9日8时至10日8时大雨", "24小时大雨", "24 hours of rain"),
        ("甲县由第9位升至第4位", "甲县上升5位", "The county climbed five places"),
        ("治沙17.8万亩，占任务的89%", "还差2.2万亩", "It is still 22,000 mu short of its goal"),
        ("比计划提前47天", "提前一个半月多", "It was more than a month and a half early"),
    ],
)
def test_plain_arithmetic_is_no_mistake(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert find_unproved(text, zh, en, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("增速5.4%，比一季度回落0.3个百分点", "一季度增速5.1%", "Growth had been 5.1% in Q1"),
        ("合格率97.2%", "2.9%不合格", "Another 2.9% did not pass"),
        ("12人遇难，4人失联", "16人遇难", "The storm killed 16"),
        ("收入300万元，租金占四成", "租金130万元", "Rents brought in 1.3 million yuan"),
        ("鲜奶每天500吨", "鲜奶每月500吨", "500 tonnes of milk a month"),
        ("2024年人口51.3万，比上年减少0.4万", "2023年人口51.3万", "513,000 people in 2023"),
        ("外资占47.3%", "高新产业占52.7%", "High-tech firms have 52.7%"),
    ],
)
def test_wrong_arithmetic_is_told(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert find_unproved(text, zh, en, tmp_path) == ["zh", "en"]


def test_a_list_is_counted_behind_it(tmp_path: Path) -> None:
    text = "甲厂与乙厂合并"
    assert find_unproved(text, "甲厂、乙厂两家合并", "They merge", tmp_path) == []
    assert find_unproved(text, "甲厂、乙厂三家合并", "They merge", tmp_path) == ["zh"]


def test_the_end_of_a_month_ends_the_months_of_its_year(tmp_path: Path) -> None:
    text = "截至9月底今年累计运货286吨"
    assert find_unproved(text, "前三季度运货286吨", "First nine months", tmp_path) == []
    assert find_unproved("9月底运货286吨", "前三季度运货286吨", "Freight", tmp_path) == ["zh"]


@pytest.mark.parametrize(("zh", "languages"), [("工期366天", []), ("工期368天", ["zh"])])
def test_a_day_may_be_in_leap_years_alone(zh: str, languages: list[str], tmp_path: Path) -> None:
    text = "2月29日开工，2033年3月1日完工"
    assert find_unproved(text, zh, "Work", tmp_path) == languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("3个县共投资140亿元", ["zh", "en"]),
        ("3个县今年投资140亿元", ["zh", "en"]),
        ("3个县的各乡镇共投资140亿元", ["zh", "en"]),
        ("3个县各投资140亿元", []),
        ("3个县均投资140亿元", []),
        ("3个县，每县投资140亿元", []),
    ],
)
def test_only_what_is_for_each_is_multiplied(
    text: str, languages: list[str], tmp_path: Path
) -> None:
    found = find_unproved(text, "共投资420亿元", "A total of 42 billion yuan", tmp_path)
    assert found == languages


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("甲厂有工人375名或更多", "Plant A has 375 workers or so"),
        ("甲厂计划有工人375名", "Plant A has 375 workers, or more"),
        ("甲厂合作有工人375名", "Either plant or its rival has 375 workers"),
    ],
)
def test_words_for_a_choice_tell_of_no_sum(zh: str, en: str, tmp_path: Path) -> None:
    text = "甲厂有工人140名，乙厂有235名"
    assert find_unproved(text, zh, en, tmp_path) == ["zh", "en"]


@pytest.mark.parametrize(
    ("en", "languages"),
    [
        ("The university had 2.8%", ["en"]),
        ("The united unit had 2.8%", ["en"]),
        ("Of the goods 2.8% were unqualified", []),
        ("Goods unsold or unpaid came to 2.8%", []),
    ],
)
def test_only_words_of_what_is_undone_tell_of_a_rest(
    en: str, languages: list[str], tmp_path: Path
) -> None:
    assert find_unproved("合格率97.2%", "事", en, tmp_path) == languages
