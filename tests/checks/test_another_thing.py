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
    ],
)
def test_the_same_in_other_words_is_proved(text: str, said: str, tmp_path: Path) -> None:
    assert not is_found(text, said, tmp_path)
