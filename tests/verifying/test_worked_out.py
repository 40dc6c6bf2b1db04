"""Numbers that a memo works out, and what it tells of in other words than the article."""

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.verify import Verifier
from holding import list_claims, write_verifier

TEXT = """甲市项目建设观察
2031-10-20 来源：某报
截至6月底，甲市重点项目累计开工152个。甲市集中签约项目总投资17.2亿元，集中开工项目总投资20.9亿元，集中投产项目总投资24亿元。
前三季度，甲市工业投资增长达到23.4%，甲市经济增速为5.4%，乙市经济增速为3.1%，在全省排第六位。
甲市都市圈面积19117平方公里。全市培育领军企业105个，雁阵形集群73家。
丙水库5月2日签约，9月12日开工建设。丙水库大坝长1943米。
一般公共预算收入占GDP的比重达到10%。甲市实施三大行动。丁园年产值近80亿元。
"""
MODEL = """
schema_version: 2
source: {id: works, title: {zh: 甲市项目建设观察, en: Projects in Jia}, text: works.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 项目, en: Projects}, evidence: [{paragraph: 3, anchor: 重点项目}]}
places:
  - {id: jia, name: {zh: 甲市, en: Jia}, kind: city, evidence: [{paragraph: 3, anchor: 甲市}]}
  - {id: yi, name: {zh: 乙市, en: Yi}, kind: city, evidence: [{paragraph: 4, anchor: 乙市}]}
  - {id: circle, name: {zh: 甲市都市圈, en: Jia Metropolitan Area}, kind: region,
     evidence: [{paragraph: 5, anchor: 甲市都市圈}]}
projects:
  - {id: bing, name: {zh: 丙水库, en: Bing Reservoir}, status: under_construction,
     evidence: [{paragraph: 6, anchor: 丙水库}]}
terms:
  - {id: drives, name: {zh: 三大行动, en: Three Drives}, gloss: {zh: 行动, en: drives},
     evidence: [{paragraph: 7, anchor: 三大行动}]}
figures:
  - {id: started, label: {zh: 累计开工的重点项目, en: Key projects started}, text: 152个,
     value: 152, unit: 个, kind: count, period: 2031-06, places: [jia],
     evidence: [{paragraph: 3, anchor: 截至6月底}, {paragraph: 3, anchor: 152个}]}
  - {id: signed, label: {zh: 集中签约项目总投资, en: Investment in projects signed},
     text: 17.2亿元, value: 1720000000, unit: CNY, kind: money, places: [jia],
     evidence: [{paragraph: 3, anchor: 17.2亿元}]}
  - {id: begun, label: {zh: 集中开工项目总投资, en: Investment in projects begun},
     text: 20.9亿元, value: 2090000000, unit: CNY, kind: money, places: [jia],
     evidence: [{paragraph: 3, anchor: 20.9亿元}]}
  - {id: running, label: {zh: 集中投产项目总投资, en: Investment in projects put into operation},
     text: 24亿元, value: 2400000000, unit: CNY, kind: money, places: [jia],
     evidence: [{paragraph: 3, anchor: 24亿元}]}
  - {id: industry, label: {zh: 甲市工业投资增速, en: Growth of industrial investment in Jia},
     text: 23.4%, value: 23.4, unit: "%", kind: percent, change: {turn: up},
     period: 2031-Q1/2031-Q3, places: [jia],
     evidence: [{paragraph: 4, anchor: 工业投资增长达到23.4%}]}
  - {id: growth-jia, label: {zh: 甲市经济增速, en: GDP growth of Jia}, text: 5.4%, value: 5.4,
     unit: "%", kind: percent, change: {turn: up}, period: 2031-Q1/2031-Q3, places: [jia],
     evidence: [{paragraph: 4, anchor: 增速为5.4%}]}
  - {id: growth-yi, label: {zh: 乙市经济增速, en: GDP growth of Yi}, text: 3.1%, value: 3.1,
     unit: "%", kind: percent, change: {turn: up}, period: 2031-Q1/2031-Q3, places: [yi],
     evidence: [{paragraph: 4, anchor: 增速为3.1%}]}
  - {id: area, label: {zh: 甲市都市圈面积, en: Area of the Jia Metropolitan Area},
     text: 19117平方公里, value: 19117, unit: km2, kind: measure, places: [circle],
     evidence: [{paragraph: 5, anchor: 19117平方公里}]}
  - {id: leaders, label: {zh: 领军企业, en: Leading firms}, text: 105个, value: 105, unit: 个,
     kind: count, places: [jia], evidence: [{paragraph: 5, anchor: 105个}]}
  - {id: clusters, label: {zh: 雁阵形集群, en: Clusters}, text: 73家, value: 73, unit: 家,
     kind: count, places: [jia], evidence: [{paragraph: 5, anchor: 73家}]}
  - {id: dam, label: {zh: 丙水库大坝长度, en: Length of the dam of Bing Reservoir}, text: 1943米,
     value: 1943, unit: m, kind: measure, about: [bing],
     evidence: [{paragraph: 6, anchor: 大坝长1943米}]}
  - {id: output, label: {zh: 丁园年产值, en: Output of Ding Park}, text: 近80亿元,
     value: 8000000000, unit: CNY, qualifier: less_than, kind: money,
     evidence: [{paragraph: 7, anchor: 近80亿元}]}
  - {id: revenue, label: {zh: 一般公共预算收入占GDP的比重, en: Budget revenue as a share of GDP},
     text: 10%, value: 10, unit: "%", kind: percent, places: [jia],
     evidence: [{paragraph: 7, anchor: 比重达到10%}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("works"), MODEL, TEXT)


def judge(verifier: Verifier, sentence: str) -> dict[str, str]:
    claims = list_claims(verifier, sentence)
    return {one.text: one.status for one in claims}


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Together, the three batches of projects represent CNY 6.21 billion.",
            "Together, the three batches of projects represent CNY 6.31 billion.",
        ),
        ("上半年，甲市累计开工重点项目152个。", "一季度，甲市累计开工重点项目152个。"),
        (
            "Jia's first-three-quarters growth was 5.4%.",
            "Yi's first-three-quarters growth was 5.4%.",
        ),
        (
            "Jia grew by 5.4 percent over three quarters.",
            "Jia grew by 5.6 percent over three quarters.",
        ),
        (
            "Industrial investment in Jia jumped by 23.4%.",
            "Industrial investment in Jia fell by 23.4%.",
        ),
        (
            "The Jia circle extends over about 19,100 square kilometres.",
            "The Yi circle extends over about 19,100 square kilometres.",
        ),
        ("甲市培育了105家领军企业。", "甲市培育了105家集群。"),
        (
            "Over four months passed between the signing of Bing Reservoir and its start.",
            "Over seven months passed between the signing of Bing Reservoir and its start.",
        ),
        (
            "The dam of Bing Reservoir is almost two kilometres long.",
            "The dam of Bing Reservoir is almost three kilometres long.",
        ),
        ("丁园年产值不超过80亿元。", "丁园年产值在80亿元以上。"),
        ("Budget revenue equals one tenth of GDP.", "Budget revenue equals one fifth of GDP."),
    ],
)
def test_what_is_told_otherwise_is_borne_out_and_what_is_told_wrongly_is_not(
    verifier: Verifier, true: str, false: str
) -> None:
    assert set(judge(verifier, true).values()) == {BORNE_OUT}
    assert set(judge(verifier, false).values()) != {BORNE_OUT}


def test_a_name_that_counts_may_be_counted_by_another_word(verifier: Verifier) -> None:
    assert judge(verifier, "甲市要实施三项行动。")["三项行动"] == BORNE_OUT
