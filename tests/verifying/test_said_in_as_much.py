"""What a text says in as much, though in other words than the memo: no longer, intends to."""

import pytest

from briefing.verifying.verify import Verifier
from holding import is_borne_out, list_claims, list_doubted, write_verifier

TEXT = """甲县农业观察
2031-02-24 来源：新华社
新华社乙市2月23日电（记者丙某）甲县龙头企业通过订单杜绝农户盲目生产。
甲县坚守安全生产底线，加快建设进度。从2032年开始，甲县逐步转入农田提质改造。
甲县园区被认定为全省唯一的出口基地。土地流转以后，专业化服务随之而来。
甲县没有产生新的债务，五个园区合计产值11.26亿元。
甲县谋划重点项目268个，投资近2000亿元。清洁能源占比为48%。
荷园占地面积为19平方公里，梅园占地面积为12.9平方公里。
甲县下一步抓好创新。规范现有平台运营，提升产出，并新引入一批平台。
"""
MODEL = """
schema_version: 2
source: {id: farms, title: {zh: 甲县农业观察, en: Farms in Jia}, text: works.txt,
  publisher: {zh: 新华社, en: Xinhua}, published: 2031-02-24}
summary: {gist: {zh: 农业, en: Farms}, evidence: [{paragraph: 3, anchor: 龙头企业}]}
places:
  - {id: jia, name: {zh: 甲县, en: Jia County}, kind: county,
     evidence: [{paragraph: 1, anchor: 甲县}]}
figures:
  - {id: output, label: {zh: 五个园区合计产值, en: Output of the five parks}, text: 11.26亿元,
     value: 1126000000, unit: CNY, kind: money, places: [jia],
     evidence: [{paragraph: 6, anchor: 11.26亿元}]}
  - {id: projects, label: {zh: 重点项目数, en: Number of key projects}, text: 268个, value: 268,
     unit: 个, kind: count, places: [jia], evidence: [{paragraph: 7, anchor: 268个}]}
  - {id: investment, label: {zh: 重点项目投资, en: Investment in key projects}, text: 近2000亿元,
     value: 200000000000, unit: CNY, qualifier: about, kind: money, places: [jia],
     evidence: [{paragraph: 7, anchor: 近2000亿元}]}
  - {id: clean, label: {zh: 清洁能源占比, en: Share of clean energy}, text: 48%, value: 48,
     unit: "%", kind: percent, places: [jia], evidence: [{paragraph: 7, anchor: 48%}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("farms"), MODEL, TEXT)


@pytest.mark.parametrize(
    "memo",
    [
        "龙头企业靠订单让甲县农户不再盲目生产。",
        "甲县的土地流转之后，专业化服务也跟着发展起来。",
        "Jia County intends to turn step by step to improving its farmland from 2032 on.",
        "The five parks in Jia County together produced an output of CNY 1.126 billion.",
        "2月23日，新华社记者报道了甲县的农业。",
        "The lotus garden covers 19 square kilometres and the plum garden 12.9 square kilometres.",
        "Jia County intends to put the running of its existing platforms in order.",
        "由新华社发布的这篇报道，讲的是甲县的农业。",
        "甲县268个重点项目平均每个投资约7.4亿元。",
        "甲县清洁能源占比为48%，还没有过半。",
        "甲县五个园区产值11.26亿元，平均每个园区约2.25亿元。",
    ],
)
def test_what_a_text_says_in_as_much_is_not_doubted(verifier: Verifier, memo: str) -> None:
    assert list_doubted(verifier, memo) == set()
    assert list_claims(verifier, memo)


def test_another_day_than_that_of_the_dateline_is_doubted(verifier: Verifier) -> None:
    assert not is_borne_out(verifier, "2月13日，新华社记者报道了甲县的农业。")


def test_what_is_worked_out_of_nearly_so_much_is_no_more(verifier: Verifier) -> None:
    assert not is_borne_out(verifier, "甲县268个重点项目平均每个投资约7.6亿元。")
