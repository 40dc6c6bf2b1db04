"""The rule on numbers of our own prose that are told of another thing of the same kind."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.names.rivals import list_rivals
from support import write_rule_example

EXAMPLE = """
# {text}
events:
- {{id: one, coined: true, name: {{zh: 事}}, note: {{zh: "{zh}", en: "{en}"}},
   evidence: [{{paragraph: 2, anchor: "{text}"}}]}}
"""


def find_told(text: str, zh: str, en: str, folder: Path) -> list[object]:
    """Return the languages in which a note tells a number of another thing."""
    (report,) = check([write_rule_example(EXAMPLE.format(text=text, zh=zh, en=en), folder)])
    return [one.path[-1] for one in report.problems if one.code == "told-of-another"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("出口52亿元，增长9%，进口24亿元", "进口52亿元", "Imports came to 5.2 billion yuan"),
        ("出口52亿元，增长9%，进口24亿元", "进口增长9%", "Imports grew by 9%"),
        ("左线5月27日贯通，右线在建", "右线5月27日贯通", "The right tube was through on 27 May"),
        ("猪肉价格降5%；鸡蛋涨3%", "鸡蛋降5%", "Eggs were 5% cheaper"),
        ("一期384套交付，第二期260套装修", "一期260套", "260 homes in the first phase"),
        ("学校、医院分别有51所和21所", "医院有51所", "There are 51 hospitals"),
        ("学校51所、医院21所，分别增9%和4%", "学校增4%", "The number of schools grew by 4%"),
        ("甲川、乙川、丙川产量分别为3吨、4吨和5吨", "丙川4吨", "Bingchuan made 4 tonnes"),
    ],
)
def test_a_number_is_told_of_what_it_stands_behind(
    text: str, zh: str, en: str, tmp_path: Path
) -> None:
    assert find_told(text, zh, en, tmp_path) == ["zh", "en"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("出口52亿元，增长9%，进口24亿元", "出口增长9%", "Exports grew by 9%"),
        ("出口52亿元，增长9%，进口24亿元", "出口52亿元，进口24亿元", "Imports 2.4 billion"),
        ("出口和进口分别增长9%和4%", "进口增长4%", "Imports grew by 4%"),
        ("学校、医院分别有51所和21所", "医院有21所", "There are 21 hospitals"),
        ("学校、医院分别有51所和21所", "医院21所，学校51所", "51 and 21 schools and hospitals"),
        ("企业产销分别增长9%和4%", "企业产量增长9%", "The company made 9% more"),
        ("抓获嫌疑人38名，发案数降三成", "案件降三成", "Cases fell by 30%"),
        ("出口增长9%，利润5亿元，进口24亿元", "进口企业利润5亿元", "Importers earned 500 million"),
        ("前7个月进出口18亿元，进口6亿元", "前7个月进口6亿元", "Imports in the first 7 months"),
        ("集装箱29万标箱，货物8亿吨", "29万标箱，货物8亿吨", "290,000 TEUs and cargo of 800 Mt"),
    ],
)
def test_what_may_be_of_either_is_not_told(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert find_told(text, zh, en, tmp_path) == []


def test_each_kind_has_several_things() -> None:
    assert all(len(rivals) > 1 for rivals in list_rivals().values())
