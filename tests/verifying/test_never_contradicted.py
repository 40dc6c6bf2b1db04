"""What is true and tells of something else than a figure that has nearly all of its words."""

from pathlib import Path

import pytest

from briefing.verifying.claim import CONTRADICTED
from briefing.verifying.verify import Verifier
from holding import is_borne_out, list_claims, write_verifier

TEXT = """甲山市建设观察
2031-10-20 来源：某报
通往我国的7条国际海运航线中，有6条经过甲山市。甲山市累计建成24座跨海大桥，甲岱跨海大桥全长16.3公里。
四年来，甲山市完成交通投资380亿元。2030年北部六市GDP占全省的比重为28.94%。
6月，丙省全省进出口增长38.3%。五大都市圈GDP合计11.26万亿元。
甲山市提出，到2035年经济总量达到1.7万亿元。在建项目1077个，实现全线开工。
生态工程每项面积100万亩。甲山市林草覆盖率72.2%。
"""
MODEL = """
schema_version: 2
source: {id: works, title: {zh: 甲山市建设观察, en: Works in Jiashan}, text: works.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 建设, en: Works}, evidence: [{paragraph: 3, anchor: 甲山市}]}
places:
  - {id: bing, name: {zh: 丙省, en: Bing}, kind: province,
     evidence: [{paragraph: 5, anchor: 丙省}]}
  - {id: jia, name: {zh: 甲山市, en: Jiashan}, kind: city, part_of: bing,
     evidence: [{paragraph: 3, anchor: 甲山市}]}
  - {id: north, name: {zh: 北部六市, en: Six Northern Cities}, kind: region, part_of: bing,
     evidence: [{paragraph: 4, anchor: 北部六市}]}
projects:
  - {id: bridge, name: {zh: 甲岱跨海大桥, en: Jiadai Bridge}, status: under_construction,
     places: [jia], evidence: [{paragraph: 3, anchor: 甲岱跨海大桥}]}
strategies:
  - {id: all-begun, name: {zh: 全线开工, en: Work All Along the Line}, kind: goal, stage: sought,
     places: [jia], evidence: [{paragraph: 6, anchor: 全线开工}]}
figures:
  - {id: routes, label: {zh: 通往中国的国际海运航线中经过甲山的, en: Routes by Jiashan}, text: 6条,
     value: 6, unit: 条, kind: count, places: [jia],
     evidence: [{paragraph: 3, anchor: 有6条经过甲山市}]}
  - {id: bridges, label: {zh: 甲山累计建成的跨海大桥, en: Sea-crossing bridges}, text: 24座,
     value: 24, unit: 座, kind: count, stage: done, places: [jia],
     evidence: [{paragraph: 3, anchor: 累计建成24座}]}
  - {id: length, label: {zh: 甲岱跨海大桥全长, en: Length of Jiadai Bridge}, text: 16.3公里,
     value: 16.3, unit: km, kind: measure, about: [bridge],
     evidence: [{paragraph: 3, anchor: 全长16.3公里}]}
  - {id: roads, label: {zh: 甲山完成的交通投资, en: Investment in transport}, text: 380亿元,
     value: 38000000000, unit: CNY, kind: money, stage: done, places: [jia],
     evidence: [{paragraph: 4, anchor: 380亿元}]}
  - {id: share, label: {zh: 北部六市GDP占全省的比重, en: Share of the six cities in provincial GDP},
     text: 28.94%, value: 28.94, unit: "%", kind: percent, stage: done, places: [north],
     evidence: [{paragraph: 4, anchor: 占全省的比重为28.94%}]}
  - {id: trade, label: {zh: 全省进出口增速, en: Growth of the province's trade}, text: 38.3%,
     value: 38.3, unit: "%", kind: percent, stage: done, change: {turn: up}, places: [bing],
     evidence: [{paragraph: 5, anchor: 全省进出口增长38.3%}]}
  - {id: circles, label: {zh: 五大都市圈GDP合计, en: GDP of the five circles}, text: 11.26万亿元,
     value: 11260000000000, unit: CNY, kind: money, stage: done,
     evidence: [{paragraph: 5, anchor: 合计11.26万亿元}]}
  - {id: goal, label: {zh: 甲山经济总量, en: Output of Jiashan}, text: 1.7万亿元,
     value: 1700000000000, unit: CNY, kind: money, stage: sought, places: [jia],
     evidence: [{paragraph: 6, anchor: 1.7万亿元}]}
  - {id: each, label: {zh: 生态工程每项的面积, en: Area of each programme}, text: 100万亩,
     value: 1000000, unit: mu, kind: measure, places: [jia],
     evidence: [{paragraph: 7, anchor: 每项面积100万亩}]}
  - {id: forest, label: {zh: 甲山林草覆盖率, en: Forest and grass cover of Jiashan}, text: 72.2%,
     value: 72.2, unit: "%", kind: percent, stage: done, places: [jia],
     evidence: [{paragraph: 7, anchor: 林草覆盖率72.2%}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("works"), MODEL, TEXT)


def list_contradicted(verifier: Verifier, memo: str) -> list[str]:
    return [one.text for one in list_claims(verifier, memo) if one.status == CONTRADICTED]


@pytest.mark.parametrize(
    "memo",
    [
        "通往我国的7条国际海运航线中，只有1条不经过甲山。",
        "到2032年甲山市的跨海大桥将增至25座。",
        "加上甲岱跨海大桥，甲山跨海大桥长近100公里。",
        "甲山市平均每年完成交通投资95亿元。",
        "甲山市占北部六市GDP的25.1%。",
        "6月全国进出口增长约14.3%。",
        "五大都市圈GDP合计112609.32亿元。",
        "三个都市圈GDP合计约2.47万亿元。",
        "甲山市生态工程面积2000平方公里。",
        "甲山市林草覆盖率与百分之百差27.8个百分点。",
        "甲山市经济总量1.7万亿元。",
        "全线开工是甲山市的目标。",
        "乙岛、丙岛等跨海大桥相继建成。",
        "The bridges of Jiashan were completed one after another.",
        "| 指标 | 数值 | 单位 |\n|---|---|---|\n| 甲山市无林草面积占比 | 27.8 | % |",
    ],
)
def test_what_tells_of_something_else_is_not_contradicted(verifier: Verifier, memo: str) -> None:
    assert list_contradicted(verifier, memo) == []


@pytest.mark.parametrize(
    ("memo", "wrong"),
    [
        ("甲山市累计建成30座跨海大桥。", "30座"),
        ("甲岱跨海大桥全长61.3公里。", "61.3公里"),
        ("甲山市完成交通投资830亿元。", "830亿元"),
        ("北部六市GDP占全省的比重为38.94%。", "38.94%"),
        ("甲山市经济总量已达1.7万亿元。", "1.7万亿元"),
        ("| 指标 | 数值 |\n|---|---|\n| 甲山市林草覆盖率 | 27.2% |", "27.2%"),
    ],
)
def test_what_tells_otherwise_of_the_same_is_contradicted(
    verifier: Verifier, memo: str, wrong: str
) -> None:
    assert list_contradicted(verifier, memo) == [wrong]


def test_the_province_is_that_of_most_figures(tmp_path: Path) -> None:
    text = "丁省观察\n2031-10-20 来源：某报\n丁省工业增长1.5%，重点项目13个。巳市在戊省。\n"
    model = """
schema_version: 2
source: {id: works, title: {zh: 丁省观察, en: Ding}, text: text.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 工业, en: Industry}, evidence: [{paragraph: 3, anchor: 工业}]}
places:
  - {id: ding, name: {zh: 丁省, en: Ding}, kind: province,
     evidence: [{paragraph: 3, anchor: 丁省}]}
  - {id: wu, name: {zh: 戊省, en: Wu}, kind: province, evidence: [{paragraph: 3, anchor: 戊省}]}
  - {id: si, name: {zh: 巳市, en: Si}, kind: city, part_of: wu,
     evidence: [{paragraph: 3, anchor: 巳市}]}
figures:
  - {id: growth, label: {zh: 全省工业增速, en: Growth of industry}, text: 1.5%, value: 1.5,
     unit: "%", kind: percent, change: {turn: up}, places: [ding],
     evidence: [{paragraph: 3, anchor: 增长1.5%}]}
"""
    verifier = write_verifier(tmp_path, model, text)
    assert is_borne_out(verifier, "全省工业增速为1.5%。")
    assert not is_borne_out(verifier, "戊省工业增速为1.5%。")
