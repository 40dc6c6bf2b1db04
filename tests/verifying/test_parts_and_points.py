"""Parts and differences of figures that a memo tells: one in six, 2.4 points above, 25 left."""

import pytest

from briefing.verifying.verify import Verifier
from holding import is_borne_out, write_verifier

TEXT = """甲省工业观察
2033-10-20 来源：某报
前三季度，甲省规模以上工业增加值增长7.2%，乙市增长9.6%。制造业投资增长5.1%，采矿业投资下降1.4%。
全省居民人均收入名义增长6.3%，实际增长5.7%。农村居民人均收入名义增长7.7%，实际增长6.8%。
乙市谋划的重点工程30项，目前已开工5项，其余25项正在开展前期工作。水电装机900万千瓦，占电力总装机的36%。
甲省粮食产量672万吨，油料产量118万吨。甲省港口吞吐量554万吨。
乙市力争三年内建成全国节水城市、无废城市、海绵城市、宜居城市。乙市要抓好山前水库、东岭铁路、西岭铁路建设。
乙市已有9块城市牌子，有12座铁路车站。
"""
MODEL = """
schema_version: 2
source: {id: points, title: {zh: 甲省工业观察, en: Industry in Jia}, text: points.txt,
  publisher: {zh: 某报, en: Paper}, published: 2033-10-20}
summary: {gist: {zh: 工业, en: Industry}, evidence: [{paragraph: 3, anchor: 工业增加值}]}
places:
  - {id: jia, name: {zh: 甲省, en: Jia}, kind: province, evidence: [{paragraph: 3, anchor: 甲省}]}
  - {id: yi, name: {zh: 乙市, en: Yi}, kind: city, part_of: jia,
     evidence: [{paragraph: 3, anchor: 乙市}]}
figures:
  - {id: industry, label: {zh: 规模以上工业增加值增速, en: Growth of industrial value added},
     text: 7.2%, value: 7.2, unit: "%", kind: percent, change: {over: yoy, turn: up},
     period: 2033-Q1/2033-Q3, places: [jia], evidence: [{paragraph: 3, anchor: 增长7.2%}]}
  - {id: industry-yi, label: {zh: 乙市规模以上工业增加值增速,
     en: Growth of industrial value added in Yi}, text: 9.6%, value: 9.6, unit: "%",
     kind: percent, change: {over: yoy, turn: up}, period: 2033-Q1/2033-Q3, places: [yi],
     evidence: [{paragraph: 3, anchor: 乙市增长9.6%}]}
  - {id: manufacturing, label: {zh: 制造业投资增速, en: Growth of investment in manufacturing},
     text: 5.1%, value: 5.1, unit: "%", kind: percent, change: {over: yoy, turn: up},
     period: 2033-Q1/2033-Q3, places: [jia], evidence: [{paragraph: 3, anchor: 增长5.1%}]}
  - {id: mining, label: {zh: 采矿业投资降幅, en: Fall of investment in mining}, text: 1.4%,
     value: 1.4, unit: "%", kind: percent, change: {over: yoy, turn: down},
     period: 2033-Q1/2033-Q3, places: [jia], evidence: [{paragraph: 3, anchor: 下降1.4%}]}
  - {id: income, label: {zh: 居民人均收入名义增速, en: Nominal growth of incomes per head},
     text: 6.3%, value: 6.3, unit: "%", kind: percent,
     change: {over: yoy, turn: up, prices: nominal}, period: 2033-Q1/2033-Q3, places: [jia],
     evidence: [{paragraph: 4, anchor: 名义增长6.3%}]}
  - {id: income-real, label: {zh: 居民人均收入实际增速, en: Real growth of incomes per head},
     text: 5.7%, value: 5.7, unit: "%", kind: percent,
     change: {over: yoy, turn: up, prices: real}, period: 2033-Q1/2033-Q3, places: [jia],
     evidence: [{paragraph: 4, anchor: 实际增长5.7%}]}
  - {id: rural, label: {zh: 农村居民人均收入名义增速,
     en: Nominal growth of incomes per head in the countryside}, text: 7.7%, value: 7.7,
     unit: "%", kind: percent, change: {over: yoy, turn: up, prices: nominal},
     period: 2033-Q1/2033-Q3, places: [jia], evidence: [{paragraph: 4, anchor: 名义增长7.7%}]}
  - {id: rural-real, label: {zh: 农村居民人均收入实际增速,
     en: Real growth of incomes per head in the countryside}, text: 6.8%, value: 6.8,
     unit: "%", kind: percent, change: {over: yoy, turn: up, prices: real},
     period: 2033-Q1/2033-Q3, places: [jia], evidence: [{paragraph: 4, anchor: 实际增长6.8%}]}
  - {id: works, label: {zh: 乙市谋划的重点工程, en: Key works that Yi has drawn up}, text: 30项,
     value: 30, unit: 项, kind: count, places: [yi], stage: planned,
     evidence: [{paragraph: 5, anchor: 重点工程30项}]}
  - {id: works-begun, label: {zh: 乙市已开工的重点工程, en: Key works of Yi that have been started},
     text: 5项, value: 5, unit: 项, kind: count, places: [yi], stage: under_way,
     evidence: [{paragraph: 5, anchor: 已开工5项}]}
  - {id: works-left, label: {zh: 乙市正做前期工作的重点工程,
     en: Key works of Yi that are still being prepared}, text: 25项, value: 25, unit: 项,
     kind: count, places: [yi], stage: planned,
     evidence: [{paragraph: 5, anchor: 其余25项正在开展前期工作}]}
  - {id: hydro, label: {zh: 水电装机, en: Installed hydropower}, text: 900万千瓦, value: 9000000,
     unit: kW, kind: measure, evidence: [{paragraph: 5, anchor: 900万千瓦}]}
  - {id: hydro-share, label: {zh: 水电占电力总装机的比重,
     en: Share of hydropower in the total installed capacity}, text: 36%, value: 36, unit: "%",
     kind: percent, evidence: [{paragraph: 5, anchor: 占电力总装机的36%}]}
  - {id: grain, label: {zh: 粮食产量, en: Grain output}, text: 672万吨, value: 6720000, unit: t,
     kind: measure, places: [jia], evidence: [{paragraph: 6, anchor: 672万吨}]}
  - {id: oil, label: {zh: 油料产量, en: Oil crop output}, text: 118万吨, value: 1180000, unit: t,
     kind: measure, places: [jia], evidence: [{paragraph: 6, anchor: 118万吨}]}
  - {id: port, label: {zh: 港口吞吐量, en: Port throughput}, text: 554万吨, value: 5540000,
     unit: t, kind: measure, places: [jia], evidence: [{paragraph: 6, anchor: 554万吨}]}
  - {id: titles, label: {zh: 城市牌子, en: City titles}, text: 9块, value: 9, unit: 块,
     kind: count, places: [yi], evidence: [{paragraph: 8, anchor: 9块}]}
  - {id: stations, label: {zh: 铁路车站, en: Railway stations}, text: 12座, value: 12, unit: 座,
     kind: count, places: [yi], evidence: [{paragraph: 8, anchor: 12座}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("points"), MODEL, TEXT)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "乙市规上工业增长9.6%，比全省高2.4个百分点。",
            "乙市规上工业增长9.6%，比全省低2.4个百分点。",
        ),
        (
            "全省规上工业增长7.2%，乙市比这一水平高2.4个百分点。",
            "全省规上工业增长7.2%，乙市比这一水平低2.4个百分点。",
        ),
        (
            "Industrial value added in Yi grew by 9.6%, 2.4 points above the provincial rate.",
            "Industrial value added in Yi grew by 9.6%, 2.4 points below the provincial rate.",
        ),
        (
            "农村居民人均收入实际增长6.8%，比全省居民高1.1个百分点。",
            "农村居民人均收入实际增长6.8%，比全省居民高0.5个百分点。",
        ),
        (
            "居民人均收入名义增速为6.3%，实际增速低0.6个百分点。",
            "居民人均收入名义增速为6.3%，实际增速高0.6个百分点。",
        ),
        (
            "制造业投资增速比采矿业投资高6.5个百分点。",
            "制造业投资增速比采矿业投资高3.7个百分点。",
        ),
    ],
)
def test_points_are_borne_out_between_rates_of_like_things_on_the_side_that_is_told(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "One in six of the key works that Yi has drawn up has been started.",
            "One in three of the key works that Yi has drawn up has been started.",
        ),
        (
            "One in six of the 30 key works that Yi has drawn up has been started.",
            "One in six of the 25 key works that Yi has drawn up has been started.",
        ),
        (
            "乙市谋划的重点工程里，还有25项停留在前期阶段。",
            "乙市谋划的重点工程里，还有15项停留在前期阶段。",
        ),
        (
            "甲省粮食产量比油料产量多554万吨。",  # as much as its ports handle
            "甲省粮食产量比油料产量多654万吨。",
        ),
        (
            "水电装机900万千瓦，占36%，由此推知电力总装机约2500万千瓦。",
            "水电装机900万千瓦，占36%，由此推知电力总装机约2900万千瓦。",
        ),
    ],
)
def test_a_part_a_rest_and_a_whole_follow_from_what_the_sentence_speaks_of(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Within three years Yi wants four city titles, that of a sponge city among them.",
            "Within three years Yi wants five city titles, that of a sponge city among them.",
        ),
        (
            "乙市力争三年内拿下节水城市等四块城市牌子。",
            "乙市力争三年内拿下节水城市等五块城市牌子。",
        ),
    ],
)
def test_as_many_things_are_borne_out_as_the_text_lists(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)
