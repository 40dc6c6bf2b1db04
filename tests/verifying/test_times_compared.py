"""With which time a change is compared, and what follows from figures for other times."""

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.verify import Verifier
from holding import list_claims, write_verifier

TEXT = """甲省经济观察
2033-10-20 来源：某报
前三季度，甲省地区生产总值同比增长6.4%，增速比上半年加快0.3个百分点；其中三季度当季增长7.1%。全年要确保增长6.2%左右。
1—9月，全社会用电量1200亿千瓦时，同比增长5.2%。9月当月用电量140.5亿千瓦时，同比增长8.5%，环比下降12.4%。
前三季度，甲省新建粮库61.5万平方米，全年目标80万平方米以上。
电子制造业增加值占规模以上工业的比重为21.3%，比上年同期提高1.6个百分点。
"""
MODEL = """
schema_version: 2
source: {id: times, title: {zh: 甲省经济观察, en: The economy of Jia}, text: times.txt,
  publisher: {zh: 某报, en: Paper}, published: 2033-10-20}
summary: {gist: {zh: 经济, en: Economy}, evidence: [{paragraph: 3, anchor: 地区生产总值}]}
places:
  - {id: jia, name: {zh: 甲省, en: Jia}, kind: province, evidence: [{paragraph: 3, anchor: 甲省}]}
figures:
  - {id: growth, label: {zh: 地区生产总值增速, en: Growth of GDP}, text: 6.4%, value: 6.4,
     unit: "%", kind: percent, change: {over: yoy, turn: up}, period: 2033-Q1/2033-Q3,
     places: [jia], evidence: [{paragraph: 3, anchor: 同比增长6.4%}]}
  - {id: gain, label: {zh: 地区生产总值增速的加快, en: How much faster GDP grew},
     text: 0.3个百分点, value: 0.3, unit: pp, kind: percent,
     change: {over: total, turn: up, since: 2033-H1}, period: 2033-Q1/2033-Q3,
     places: [jia], evidence: [{paragraph: 3, anchor: 加快0.3个百分点}]}
  - {id: growth-q3, label: {zh: 三季度当季地区生产总值增速, en: Growth of GDP in Q3 alone},
     text: 7.1%, value: 7.1, unit: "%", kind: percent, change: {over: yoy, turn: up},
     period: 2033-Q3, places: [jia], evidence: [{paragraph: 3, anchor: 当季增长7.1%}]}
  - {id: growth-target, label: {zh: 全年地区生产总值增速目标, en: Growth of GDP to be reached},
     text: 6.2%左右, value: 6.2, unit: "%", qualifier: about, kind: percent,
     change: {over: yoy, turn: up}, period: 2033, due: 2033, stage: sought, places: [jia],
     evidence: [{paragraph: 3, anchor: 确保增长6.2%左右}]}
  - {id: power, label: {zh: 全社会用电量, en: Electricity use}, text: 1200亿千瓦时,
     value: 120000000000, unit: kWh, kind: measure, period: 2033-01/2033-09, places: [jia],
     evidence: [{paragraph: 4, anchor: 用电量1200亿千瓦时}]}
  - {id: power-growth, label: {zh: 全社会用电量同比增速, en: Growth of electricity use},
     text: 5.2%, value: 5.2, unit: "%", kind: percent, change: {over: yoy, turn: up},
     period: 2033-01/2033-09, places: [jia], evidence: [{paragraph: 4, anchor: 同比增长5.2%}]}
  - {id: power-month, label: {zh: 9月当月全社会用电量, en: Electricity use in September},
     text: 140.5亿千瓦时, value: 14050000000, unit: kWh, kind: measure, period: 2033-09,
     places: [jia], evidence: [{paragraph: 4, anchor: 140.5亿千瓦时}]}
  - {id: power-month-growth, label: {zh: 9月当月全社会用电量同比增速,
     en: Growth of electricity use in September on a year before}, text: 8.5%, value: 8.5,
     unit: "%", kind: percent, change: {over: yoy, turn: up}, period: 2033-09,
     places: [jia], evidence: [{paragraph: 4, anchor: 同比增长8.5%}]}
  - {id: power-month-fall, label: {zh: 9月当月全社会用电量环比降幅,
     en: Fall of electricity use in September on the month before}, text: 12.4%, value: 12.4,
     unit: "%", kind: percent, change: {over: mom, turn: down}, period: 2033-09,
     places: [jia], evidence: [{paragraph: 4, anchor: 环比下降12.4%}]}
  - {id: stores, label: {zh: 新建粮库, en: Grain stores built}, text: 61.5万平方米,
     value: 615000, unit: m2, kind: measure, period: 2033-Q1/2033-Q3, places: [jia],
     stage: done, evidence: [{paragraph: 5, anchor: 新建粮库61.5万平方米}]}
  - {id: stores-target, label: {zh: 新建粮库全年目标, en: Grain stores to be built over the year},
     text: 80万平方米以上, value: 800000, unit: m2, qualifier: at_least, kind: measure,
     period: 2033, due: 2033, stage: sought, places: [jia],
     evidence: [{paragraph: 5, anchor: 全年目标80万平方米以上}]}
  - {id: share, label: {zh: 电子制造业增加值占规模以上工业的比重,
     en: Share of electronics in the value added of larger industrial firms}, text: 21.3%,
     value: 21.3, unit: "%", kind: percent, period: 2033-Q1/2033-Q3, places: [jia],
     evidence: [{paragraph: 6, anchor: 比重为21.3%}]}
  - {id: share-rise, label: {zh: 电子制造业比重的提高, en: Rise in the share of electronics},
     text: 1.6个百分点, value: 1.6, unit: pp, kind: percent, change: {over: yoy, turn: up},
     period: 2033-Q1/2033-Q3, places: [jia],
     evidence: [{paragraph: 6, anchor: 提高1.6个百分点}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("times"), MODEL, TEXT)


def judge(verifier: Verifier, sentence: str) -> dict[str, str]:
    claims = list_claims(verifier, sentence)
    return {one.text: one.status for one in claims}


def is_borne_out(verifier: Verifier, sentence: str) -> bool:
    return set(judge(verifier, sentence).values()) == {BORNE_OUT}


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Electricity use in September was up 8.5% on the same month last year"
            " but down 12.4% from August.",
            "Electricity use in September was 12.4% lower than in September of the previous year.",
        ),
        (
            "9月用电比去年9月多8.5%，比8月少12.4%。",
            "9月用电比8月多8.5%，比去年9月少12.4%。",
        ),
        ("与8月相比，9月用电少了12.4%。", "与去年9月相比，9月用电少了12.4%。"),
        (
            "Electricity use in September fell below that of August,"
            " but was 8.5% higher than a year earlier.",
            "Electricity use in September fell below that of May,"
            " but was 8.5% higher than a year earlier.",
        ),
    ],
)
def test_a_change_on_a_year_before_is_none_on_a_month_before(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_a_goal_with_which_growth_is_compared_is_told_as_roughly_as_it_is(
    verifier: Verifier,
) -> None:
    assert is_borne_out(verifier, "前三季度6.4%的经济增速，略高于全年6.2%左右的目标。")
    assert not is_borne_out(verifier, "前三季度6.4%的经济增速，略高于全年6.3%左右的目标。")


def test_last_year_is_no_last_year_of_a_plan(verifier: Verifier) -> None:
    sentence = "Electricity use was 5.2% more than in the same months of last year."
    assert judge(verifier, f"From January to September, {sentence}")["5.2%"] == BORNE_OUT


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("上半年全省经济增长6.1%。", "上半年全省经济增长6.7%。"),
        (
            "From 6.1% growth in the first half, the economy went to 6.4% after three quarters.",
            "From 6.2% growth in the first half, the economy went to 6.4% after three quarters.",
        ),
        (
            "Electronics made up 19.7% of the value added of larger industrial firms last year.",
            "Electronics made up 22.9% of the value added of larger industrial firms last year.",
        ),
        ("1至8月全社会用电量约1060亿千瓦时。", "1至8月全社会用电量约1160亿千瓦时。"),
        ("四季度粮库还差18.5万平方米。", "四季度粮库还差61.5万平方米。"),
        (
            "Another 185,000 square metres of grain stores must be built in the last quarter"
            " to reach 800,000.",
            "Another 145,000 square metres of grain stores must be built in the last quarter"
            " to reach 800,000.",
        ),
    ],
)
def test_what_follows_for_another_time_is_borne_out_where_that_time_is_told(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    "sentence",
    [
        "前三季度全省经济增长6.1%。",
        "四季度新建粮库18.5万平方米。",
        "In the fourth quarter 185,000 square metres of grain stores were built.",
        "1至9月全社会用电量约1060亿千瓦时。",
    ],
)
def test_what_follows_for_another_time_is_told_of_no_other_and_is_not_yet_done(
    verifier: Verifier, sentence: str
) -> None:
    assert not is_borne_out(verifier, sentence)


def test_growth_of_a_time_alone_is_that_of_the_economy(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "The third quarter taken alone grew by 7.1%.")
    assert is_borne_out(verifier, "三季度单季增长7.1%。")
    assert not is_borne_out(verifier, "The third quarter taken alone grew by 6.4%.")


@pytest.mark.parametrize(
    "sentence",
    [
        "A year ago electronics made up 19.7% of the value added of larger industrial firms;"
        " now it is 21.3%.",
        "Electronics now makes up 21.3% of the value added of larger industrial firms,"
        " compared with 19.7% a year ago.",
        "The province insists on growth of around 6.2% for 2033 as a whole.",
    ],
)
def test_what_is_told_of_now_is_of_no_time_of_another_clause(
    verifier: Verifier, sentence: str
) -> None:
    assert is_borne_out(verifier, sentence)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("全年目标是新建粮库80万平方米。", "全年目标是新建粮库不多不少80万平方米。"),
        ("前三季度新建粮库正好61.5万平方米。", "前三季度新建粮库正好62万平方米。"),
        (
            "The full-year goal is to build 800,000 square metres of grain stores.",
            "The full-year goal is to build precisely 800,000 square metres of grain stores.",
        ),
    ],
)
def test_what_is_told_to_be_just_so_much_is_neither_the_least_nor_rounded(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("2033年全年，甲省要新建粮库80万平方米以上。", "2033年全年，甲省新建粮库61.5万平方米。"),
        (
            "For the whole of 2033 the goal is 800,000 square metres of grain stores or more.",
            "In 2033 as a whole, 615,000 square metres of grain stores were built.",
        ),
    ],
)
def test_three_quarters_are_no_whole_year(verifier: Verifier, true: str, false: str) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)
