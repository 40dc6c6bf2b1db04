"""What our prose tells is no more proved for a number of something else, or of another way."""

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


def is_found(text: str, said: str, folder: Path) -> bool:
    """Return whether a problem is found in a note in either language with a text as evidence."""
    zh, en = ("事", said) if said.isascii() else (said, "Event")
    (report,) = check([write_rule_example(EXAMPLE.format(text=text, zh=zh, en=en), folder)])
    return any("note" in map(str, one.path) for one in report.problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("月均产值5亿元", "On the annual average it makes 500 million yuan"),
        ("季度预算5亿元", "The annual budget is 500 million yuan"),
        ("近千人报名", "1,000 people signed up"),
        ("上百家商户开业", "100家商户开业"),
        ("用时比去年多3分钟", "用时比去年快3分钟"),
        ("甲队领先3分钟", "Team A is 3 minutes behind"),
        ("产量增长5%", "Output fell to 5%"),
        ("产量增长5%，增速提高2个百分点", "产量增速回落至5%"),
        ("时隔两年，庙会恢复", "庙会有1处"),
        ("双向八车道", "A four-lane road"),
        ("成本下降50%", "Costs are 50% of the price"),
        ("全长3公里", "The plan has 3 goals"),
        ("9时开会，企业15家", "Firms rose from 9 to 15"),
        ("上午9时开门", "It opens at nine in the evening"),
        ("首批10个开工，其余3个待建", "共有4个"),
        ("第五届开幕，下届在外地", "第六名"),
        ("停水100次", "用水100度"),
        ("首都机场", "获“第一都”称号"),
        ("单月产量12万吨", "It took one month"),
        ("合格率98%，同比提高1个百分点", "合格率为99%"),
        ("合格率98%，同比提高1个百分点", "合格率为97%"),
        ("2025年5月，研发3年的产品下线", "It will be finished in 2028"),
        ("甲厂319人，乙厂100人", "甲厂人数是乙厂的3.1倍"),
        ("2024年前三季度12亿元，三季度5亿元", "2019年上半年7亿元"),
        (
            "2025年产量120吨，比上年多20吨；招工50人",
            "In 2024 it hired 50 and made 100 t",
        ),
        ("气温降至12℃，下降8℃", "气温为20℃"),
        ("2020年1月成立，2023年3月上市，2025年6月分红", "历时27个月"),
        ("改造病房30间，新建20间", "The hospital improved 50 rooms"),
        ("绿化率40%", "绿化率仅有60%"),
        ("产量3万吨，库存5万吨", "据统计，产量8万吨"),
        ("甲县、乙县各有学校30所，新建5个操场", "共有学校150所"),
        ("甲厂投资30亿元，乙厂投资20亿元", "甲厂投资10亿元"),
        ("总长40公里，已完成10公里", "75% of it is finished"),
        ("由163元提高到183元", "It is 21 yuan more"),
        ("由163元提高到183元", "It is 20 yuan less"),
        ("他名列第二", "He came first"),
        ("双向四车道", "A two-lane road"),
        ("总长4公里，设2站", "They won by 4 points to 2"),
        ("水池三座", "The first pool"),
    ],
)
def test_a_number_of_something_else_proves_nothing(text: str, said: str, tmp_path: Path) -> None:
    assert is_found(text, said, tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("完成全年计划的106%", "It beat its annual plan by 6%"),
        ("月均产值5亿元", "It makes 500 million yuan a month"),
        ("百名干部下乡", "100 cadres went to the villages"),
        ("用时缩短3分钟", "It was 3 minutes faster"),
        ("产量增长5%，增速回落2个百分点", "Growth in output slowed to 5%"),
        ("9时开门", "It opens at nine"),
        ("21时关门", "It is open until nine in the evening"),
        ("创单日新高", "A one-day record"),
        ("首单签约", "“第一单”签约"),
        ("合格率98%，同比提高1个百分点", "上年合格率为97%"),
        (
            "2025年产量120吨，比上年多20吨；招工50人",
            "100 tonnes in 2024; 50 men hired",
        ),
        ("总长40公里，已完成10公里", "75% of it remains"),
        ("总长40公里，已完成10公里", "还差30公里"),
        ("甲厂投资30亿元，乙厂投资20亿元", "甲厂多投资10亿元"),
        ("由163元提高到183元", "It is 20 yuan more"),
        ("世界1000强企业落户", "A firm of the global top 1,000 has settled"),
        ("产值超1000亿元的园区", "Parks that top CNY 100 billion"),
        ("出口下降5%", "Exports slid 5% as growth in demand slowed"),
        ("增长5.2%强于全国水平", "Tourists rose 5.2%"),
        ("比例为1:10:20", "The ratio is 1:10:20"),
        ("以10秒03夺冠", "He won in 10.03 s"),
        ("出口6万辆，超过去年水平", "出口6万辆，超过去年"),
    ],
)
def test_the_same_in_other_words_is_proved(text: str, said: str, tmp_path: Path) -> None:
    assert not is_found(text, said, tmp_path)
