"""Ways in which educated writers put a number that the evidence tells in other words."""

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
CODES = ("number-unproved", "qualifier-unproved", "change-reversed", "told-reversed")


def find_wrong(text: str, zh: str, en: str, folder: Path) -> set[object]:
    """Return the languages in which a note tells a number that its sentence does not prove."""
    example = EXAMPLE.format(text=text, zh=zh, en=en)
    (report,) = check([write_rule_example(example, folder)])
    return {one.path[-1] for one in report.problems if one.code in CODES}


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("甲队获冠军，乙队获亚军", "乙队列第二名", "Team B took second place"),
        ("增速放缓至5%", "增速放缓至5%", "Growth slowed to 5%"),
        ("增速回落至5%", "增速回落至5%", "Growth eased to 5%"),
        ("首月免费", "第一个月免费", "Free for the first month"),
        ("时隔11年再次夺冠", "11年来首次夺冠", "The first title in 11 years"),
        ("以98比91取胜", "净胜7分", "Won by seven points"),
        ("获40金27银24铜", "共91枚奖牌", "91 medals in all"),
        ("K42至K57段封闭", "15公里路段封闭", "A 15-km stretch is shut"),
        ("按6∶4的比例出资", "出资六成", "It puts up 60% of the money"),
        ("双向10车道", "单向五车道", "Five lanes each way"),
        ("成绩为2小时9分41秒", "成绩为2:09:41", "Won in 2h 9m 41s"),
        ("成绩为10秒03", "成绩为10.03秒", "Won in 10.03"),
        ("缩短至15分钟", "缩短至一刻钟", "Cut to a quarter of an hour"),
        ("提前47天", "提前约一个半月", "About a month and a half early"),
        ("降0.17元", "降1角7分", "Down 0.17 yuan"),
        ("占四分之一强", "占四分之一多一点", "A little over a quarter"),
        ("连续23个月下降", "连降23个月", "The 23rd monthly fall in a row"),
        ("占6.9%，低于去年同期的8.3%", "低于去年同期的8.3%", "Still below the 8.3% of last year"),
        ("三年破150万标箱", "三年超过150万标箱", "More than 1.5 million TEU in three years"),
        ("最高达318万件", "最高逾300万件", "Over 3 million at the peak"),
        ("最大负荷达684.5万千瓦", "峰值约685万千瓦", "A peak of about 6.85 GW"),
        ("每周航班增加近一成", "每周航班比上年多近10%", "Weekly flights were up nearly 10%"),
        ("完成年度计划的106%", "超计划6个百分点", "It beat its annual plan by 6%"),
        ("上半年降2.7%，转为增长1.9%", "增长1.9%", "From a 2.7% fall in H1 to 1.9% growth"),
        ("出口额翻一番", "出口额增加一倍", "Exports doubled"),
        ("5月底前完成", "6月到来之前完成", "To be done before June"),
        ("副院长兼任分院院长，床位800张", "床位800张", "He doubles as head; 800 beds"),
        ("首月免费", "头一个月不收费", "Free for the first month"),
        ("10月末3.8万头，较上月末增加600头", "9月末3.74万头", "37,400 at the end of September"),
        ("三季度盈利2.16亿元，上季度为1.98亿元", "二季度1.98亿元", "198 million yuan in Q2"),
        ("前三季度110.2亿元，三季度38.6亿元", "上半年71.6亿元", "7.16 billion yuan in H1"),
        ("由58天降至43天", "缩短半个月", "Shorter by half a month"),
        ("比上年缩短75秒", "快了75秒", "75 seconds faster"),
        ("以4比1取胜", "以4球对1球取胜", "Won by four goals to one"),
        ("共47所，首批19所", "首批占四成", "The first batch is about 40%"),
        ("由0.8万亩扩大到3.2万亩", "面积扩大了3倍", "The area has quadrupled"),
        ("平均156毫米，最大312.5毫米", "最大值是平均的两倍", "The most was twice the average"),
        ("得97.85分，比第二名高0.6分", "领先第二名0.6分", "0.6 points ahead"),
        ("17时至19时限行", "17时至19时限行", "Shut from 5 to 7 in the evening"),
        ("六成企业投资10亿元以上", "六成企业投资10亿元以上", "60% top a billion yuan"),
        ("9时至16时开放", "连开7小时", "Open at nine, for seven hours"),
        ("增长近65%", "增加了六成多", "Up by over 60%"),
        ("占近69%", "占近七成", "Nearly 70%"),
        (
            "甲区增5.2%，乙区增5.9%",
            "甲区增5.2%，低于乙区5.9%的增速",
            "A's 5.2% growth was slower than B's 5.9%",
        ),
        (
            "甲区降3%，乙区降8%",
            "甲区降3%，小于乙区8%的降幅",
            "A fell 3%, less than the 8% fall of B",
        ),
    ],
)
def test_other_words_for_a_number_are_no_mistake(
    text: str, zh: str, en: str, tmp_path: Path
) -> None:
    assert find_wrong(text, zh, en, tmp_path) == set()


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("甲队获冠军，乙队获亚军", "乙队列第三名", "Team B took third place"),
        ("首月免费", "第二个月免费", "Free for the second month"),
        ("以98比91取胜", "净胜8分", "Won by eight points"),
        ("获40金27银24铜", "共92枚奖牌", "92 medals in all"),
        ("按6∶4的比例出资", "出资七成", "It puts up 70% of the money"),
        ("双向六车道", "单向四车道", "Four lanes each way"),
        ("成绩为2小时9分41秒", "成绩为2:09:14", "Won in 2h 9m 14s"),
        ("成绩为10秒03", "成绩为10.30秒", "Won in 10.30"),
        ("缩短至15分钟", "缩短至三刻钟", "Cut to three quarters of an hour"),
        ("提前47天", "提前约两个半月", "About two and a half months early"),
        ("占四分之一强", "不到四分之一", "A little under a quarter"),
        ("占6.9%，低于去年同期的8.3%", "高于去年同期的8.3%", "Still above the 8.3% of last year"),
        ("最高达318万件", "最高逾400万件", "Over 4 million at the peak"),
        ("10月末3.8万头，较上月末增加600头", "8月末3.74万头", "37,400 at the end of August"),
        ("以4比1取胜", "打进5球", "Won by five goals to one"),
        ("今年58亿元，比去年全年多4亿元", "去年全年62亿元", "6.2 billion yuan last year"),
        ("游客比去年同期略有下降", "游客略有增长", "Visitor numbers rose slightly"),
        ("连续第18个月下降", "连续第18个季度下降", "The 18th straight quarterly fall"),
        ("增长近65%", "增加了七成多", "Up by over 70%"),
        ("增长近60%", "增加了六成多", "Up by over 60%"),
        (
            "甲区增5.2%，乙区增5.9%",
            "乙区增5.9%，低于甲区5.2%的增速",
            "B's 5.9% growth was slower than A's 5.2%",
        ),
        (
            "甲区增5.2%，乙区增5.9%",
            "甲区增5.2%，低于乙区5.9%的降幅",
            "A grew 5.2%, less than the 5.9% fall of B",
        ),
        ("增速加快至5%", "增速放缓至5%", "Growth slowed to 5%"),
        ("羊存栏减少500只", "羊存栏增加500只", "It raised 500 sheep"),
        ("棉花面积减少300亩", "棉花面积增加300亩", "It grew cotton on 300 mu"),
        (
            "甲区增5.2%，乙区增5.9%",
            "甲区增5.2%，而失业率低于5.9%",
            "A grew 5.2%, below B's fall of 5.9%",
        ),
    ],
)
def test_another_number_is_told(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert find_wrong(text, zh, en, tmp_path) == {"zh", "en"}
