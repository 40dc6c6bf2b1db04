"""Numbers of our own prose that only count what the evidence names."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# 丁省甲县与乙县签了协议，将合办学校。
places:
- {{id: ding, name: {{zh: 丁省}}, kind: province, evidence: [{{paragraph: 2, anchor: 丁省}}]}}
- {{id: jia, name: {{zh: 甲县}}, kind: county, part_of: ding,
   evidence: [{{paragraph: 2, anchor: 甲县}}]}}
- {{id: yi, name: {{zh: 乙县}}, kind: county, evidence: [{{paragraph: 2, anchor: 乙县}}]}}
events:
- {{id: tie, coined: true, name: {{zh: 协议}}, note: {{zh: "{zh}", en: "{en}"}},
   evidence: [{{paragraph: 2, anchor: 丁省甲县与乙县签了协议}}]}}
"""


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
    ("text", "zh", "en", "told"),
    [
        ("福建省与宁夏回族自治区开会", "闽宁两省区开会", "The two signed", []),
        ("四川省与重庆市签约", "两省市签约", "The two signed", []),
        ("湖南省与贵州省签约", "湘黔两省签约", "Two provinces signed", []),
        ("合肥市与芜湖市签约", "两市签约", "The two cities signed", []),
        ("福建省与宁夏回族自治区开会", "闽宁三省区开会", "Three met", ["zh", "en"]),
        ("福建省与宁夏回族自治区开会", "川渝三省区开会", "Two cities met", ["zh", "en"]),
        ("广东省与广西壮族自治区开会", "两市开会", "Three provinces met", ["zh", "en"]),
    ],
)
def test_divisions_are_counted_by_their_names(
    text: str, zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    assert find_unproved(text, zh, en, tmp_path) == told


@pytest.mark.parametrize(
    ("text", "zh", "en", "told"),
    [
        ("甲江大桥、乙江大桥通车", "两座大桥通车", "Two new bridges are open", []),
        ("城北医院、城南医院和城东医院获批", "三家医院获批", "Three hospitals were approved", []),
        ("3号线东延段、5号线首开段开通", "两段开通", "Two sections are open", []),
        ("甲江大桥、乙江大桥通车", "三座大桥通车", "Three new bridges are open", ["zh", "en"]),
        ("甲江大桥、乙江大桥等通车", "两座大桥通车", "Two new bridges are open", ["zh", "en"]),
        ("甲江大桥、乙江大桥引桥通车", "两座大桥通车", "Two bridges are open", ["zh", "en"]),
        ("拟建甲江大桥、乙江大桥", "两座大桥通车", "Two bridges are open", ["zh", "en"]),
        ("甲江大桥、乙江大桥开工", "两座大桥通车", "Two bridges are open", ["zh", "en"]),
        ("西宁市签约，兰州市、银川市退出", "三市签约", "The three cities signed", ["zh", "en"]),
        ("甲江大桥、乙江大桥通车", "两座机场通航", "Two airports are open", ["zh", "en"]),
    ],
)
def test_the_things_of_a_list_are_counted(
    text: str, zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    assert find_unproved(text, zh, en, tmp_path) == told


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("Loans grew 39% and deposits 17%, so the gap between the two widened", []),
        ("Loans grew 39% and deposits 17%; the two drew apart", []),
        ("Loans grew 39% and deposits 17%, so the gap between the three widened", ["en"]),
        ("Loans grew 39% and deposits 17% at the two firms", ["en"]),
        ("Loans grew 39%, which widened the gap between the two", ["en"]),
    ],
)
def test_the_two_may_be_those_that_are_compared(
    english: str, told: list[str], tmp_path: Path
) -> None:
    assert find_unproved("贷款增39%，存款增17%", "贷款增39%", english, tmp_path) == told


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("双方拿出5.3亿元", "530 million yuan from the two sides", []),
        ("两家共同投入5.3亿元", "The two partners give 530 million yuan", []),
        ("双方拿出5.2亿元", "520 million yuan from the two sides", ["zh", "en"]),
        ("省里拿出5.3亿元", "The province gives 530 million yuan", ["zh", "en"]),
    ],
)
def test_what_parties_give_side_by_side_is_added_up(
    zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    text = "由水利部出资3.2亿元，丁省配套2.1亿元，年产值9亿元"
    assert find_unproved(text, zh, en, tmp_path) == told


@pytest.mark.parametrize(
    ("text", "zh", "en", "told"),
    [
        ("航线由38条增至45条", "新增7条航线", "It added seven routes, for a total of 45", []),
        ("门店由43家减至38家", "门店关了5家", "It closed five shops", []),
        ("航线由38条增至45条", "新增8条航线", "It added eight routes", ["zh", "en"]),
        ("企业由12家增至20家", "企业增多", "The firms opened 8 factories", ["en"]),
        ("企业由38家增至45家", "企业增多", "Seven firms opened factories", ["en"]),
        ("航线由38条增至45条", "新增7所学校", "It lost seven routes", ["zh", "en"]),
    ],
)
def test_a_small_change_follows_from_its_ends(
    text: str, zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    assert find_unproved(text, zh, en, tmp_path) == told


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("第三产业占53.9%", "Services accounted for 53.9%", []),
        ("农业占6.9%", "Industry accounted for 39.2% and farming made up 6.9%", []),
        ("第二产业占53.9%", "Services accounted for 39.2%", ["zh", "en"]),
        ("出口占53.9%", "Exports accounted for 53.9%", ["zh", "en"]),
        ("第三产业增长53.9%", "Services grew by 53.9%", ["zh", "en"]),
        ("农业用地占6.9%", "Services make up 53.9% of jobs", ["zh", "en"]),
    ],
)
def test_the_structure_of_an_economy_tells_the_shares_of_its_sectors(
    zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    assert find_unproved("三次产业结构为6.9∶39.2∶53.9", zh, en, tmp_path) == told


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("两地签了协议", "The two signed an agreement", []),
        ("甲县与乙县两县签了协议", "The two counties signed an agreement", []),
        ("两个县签了协议", "Two places signed an agreement", []),
        ("三县签了协议", "Three counties signed an agreement", ["zh", "en"]),
        ("两市签了协议", "Two cities signed an agreement", ["zh", "en"]),
        ("两项协议", "The two agreements", ["zh", "en"]),
        ("两国签了协议", "The two new schools", ["zh", "en"]),
    ],
)
def test_two_may_be_the_places_that_are_named(
    zh: str, en: str, told: list[str], tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(TEXT.format(zh=zh, en=en), tmp_path)])
    found = [one.path[-1] for one in report.problems if one.code == "number-unproved"]
    assert found == told
