"""What a memo puts in the place of a thing, a part, a measure or a time that the text has."""

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.verify import Verifier
from holding import list_claims, write_verifier

TEXT = """甲市开发区观察
2031-10-20 来源：某报
2月26日，甲市开发区与丙泽半导体（云南）有限公司等企业成功签约10个项目；落户该区的丁科基地开工，戊安公司生产线投产。
“两廊”即癸江产业走廊、中戊科创走廊。己河、庚岭、辛溪、壬塘4县新建高标准农田12.4万亩。
清洁能源占电力总装机的48%。“十五五”时期，研发经费年均增长9.6%。重点项目完成投资占年度计划的80%。
前三季度，茶叶产值2亿元，PM2.5平均浓度为24微克/立方米。
己园一期已于6月投产，二期计划明年3月开工。
抓住走廊机遇，打造重要物流节点；发挥土壤富硒优势，发展精品农业，打造优质农产品供应节点；依托庚创城等平台，培养技术骨干，打造科技与人才交流节点。
"""
MODEL = """
schema_version: 2
source: {id: parts, title: {zh: 甲市开发区观察, en: The zone of Jia}, text: parts.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 开发区, en: The zone}, evidence: [{paragraph: 3, anchor: 甲市开发区}]}
places:
  - {id: zone, name: {zh: 甲市开发区, en: Jia Zone}, kind: zone,
     evidence: [{paragraph: 3, anchor: 甲市开发区}]}
organisations:
  - {id: bing, name: {zh: 丙泽半导体（云南）有限公司, en: Bingze Semiconductor}, kind: firm,
     short: {zh: 丙泽半导体, en: Bingze}, evidence: [{paragraph: 3, anchor: 丙泽半导体}]}
  - {id: wu, name: {zh: 戊安公司, en: Wu'an}, kind: firm,
     evidence: [{paragraph: 3, anchor: 戊安公司}]}
figures:
  - {id: share, label: {zh: 清洁能源占电力总装机的比重, en: Share of clean energy in all capacity},
     text: 48%, value: 48, unit: "%", kind: percent, stage: done,
     evidence: [{paragraph: 5, anchor: 占电力总装机的48%}]}
  - {id: research, label: {zh: 研发经费年均增长, en: Average annual growth of R&D spending},
     text: 9.6%, value: 9.6, unit: "%", kind: percent, stage: done, change: {turn: up},
     evidence: [{paragraph: 5, anchor: 研发经费年均增长9.6%}]}
  - {id: plan, label: {zh: 重点项目投资占年度计划的比例, en: Share of the plan done},
     text: 80%, value: 80, unit: "%", kind: percent, stage: done,
     evidence: [{paragraph: 5, anchor: 占年度计划的80%}]}
  - {id: tea, label: {zh: 茶叶产值, en: Output value of tea}, text: 2亿元, value: 200000000,
     unit: CNY, kind: money, stage: done, evidence: [{paragraph: 6, anchor: 茶叶产值2亿元}]}
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("zone"), MODEL, TEXT)


@pytest.mark.parametrize(
    ("sentence", "true"),
    [
        ("丙泽半导体等企业的生产线已经投产。", False),
        ("丙泽半导体等企业已经签约。", True),
        ("戊安公司的生产线已经投产。", True),
        ("甲市负责人到云南考察。", False),
        ("与开发区签约的有来自云南的丙泽半导体。", True),
        ("与开发区签约的有丙泽半导体公司。", True),
        ("与开发区签约的有华为公司。", False),
        ("甲为集团与开发区签约。", False),
        ("腾讯与开发区签约。", False),
        ("“两廊”是指癸江产业走廊和乙戊科创走廊。", False),
        ("新建高标准农田12.4万亩的是己河、庚岭、辛溪、丁塘4县。", False),
        ("新建高标准农田12.4万亩的是己河、庚岭、辛溪、壬塘4县。", True),
        ("Clean energy supplies 48% of the electricity that is consumed.", False),
        ("“十五五”时期，研发经费累计增长9.6%。", False),
        ("Eighty per cent of the key projects have been finished.", False),
        ("Tea output was 200 million yuan higher than a year earlier.", False),
        ("前三季度，PM10平均浓度为24微克/立方米。", False),
        ("甲市开发区有一条疫苗生产线。", False),
        ("己园一期已经投产，二期还没有动工。", True),
        ("依托庚创城，要打造的是优质农产品供应节点。", False),
        ("依托庚创城，要打造的是科技与人才交流节点。", True),
    ],
)
def test_what_stands_for_another_thing_is_doubted(
    sentence: str, true: bool, zone: Verifier
) -> None:
    assert all(one.status == BORNE_OUT for one in list_claims(zone, sentence)) == true


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("“两廊”除癸江产业走廊外，还有中戊科创走廊。", "“两廊”除癸江产业走廊外，还有开发区走廊。"),
        ("新建高标准农田的四个县里有壬塘。", "新建高标准农田的四个县里有中戊。"),
        (
            "Gengling is one of the four counties that built new farmland of a high standard.",
            "Zhongwu is one of the four counties that built new farmland of a high standard.",
        ),
    ],
)
def test_one_thing_more_than_a_list_has_is_doubted(zone: Verifier, true: str, false: str) -> None:
    assert all(one.status == BORNE_OUT for one in list_claims(zone, true))
    assert any(one.status != BORNE_OUT for one in list_claims(zone, false))
