"""The rules on two numbers of our own prose that are told of each other's subjects."""

import re
from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# {source}
organisations:
- {{id: port, name: {{zh: 港务局}}, kind: other, note: {{zh: "{own}"}},
   evidence: [{{paragraph: 2, anchor: "港务局"}}, {anchors}]}}
"""
RISE = "港务局的吞吐量同比增长8%，占全省的35%"
SHARES = "港务局出口占全县出口量的40%，占全市出口量的15%以上"
BATCHES = "港务局签约一批码头，总投资7亿元。另有一批仓库开工，总投资9亿元"
ENDS = "港务局的自给率由18%提高到35%"


@pytest.mark.parametrize(
    ("source", "own", "told"),
    [
        (RISE, "同比增长8%，占全省35%", False),
        (RISE, "同比增长35%，占全省8%", True),
        (RISE, "在全省占35%，增长8%", False),
        (SHARES, "占全县出口量的40%、全市的15%以上", False),
        (SHARES, "占全市出口量的40%、全县的15%以上", True),
        (BATCHES, "签约的投资7亿元，开工的9亿元", False),
        (BATCHES, "签约的投资9亿元，开工的7亿元", True),
        (ENDS, "自给率由18%升到35%", False),
        (ENDS, "自给率由35%升到18%", True),
    ],
)
def test_numbers_told_of_each_others_subjects(
    source: str, own: str, told: bool, tmp_path: Path
) -> None:
    anchors = (f"{{paragraph: 2, anchor: {one}}}" for one in re.findall("[0-9]+(?:%|亿元)", source))
    model = TEXT.format(source=source, own=own, anchors=", ".join(anchors))
    (report,) = check([write_rule_example(model, tmp_path)])
    assert ("numbers-exchanged" in {one.code for one in report.problems}) == told


ENGLISH = """
# {source}
events:
- {{id: one, coined: true, name: {{zh: 事}}, note: {{zh: 注, en: "{en}"}},
   evidence: [{{paragraph: 2, anchor: "{source}"}}]}}
"""
COUNTED = "学校有51所，医院有21所"
CITIES = "南昌市占79.8%，赣州市占59.2%"
PORTS = "航线通达34个国家的110个港口"


@pytest.mark.parametrize(
    ("source", "en", "told"),
    [
        (COUNTED, "There are 51 schools and 21 hospitals", False),
        (COUNTED, "There are 21 hospitals, and 51 schools", False),
        (COUNTED, "Schools number 51 and hospitals 21", False),
        (COUNTED, "Schools and hospitals number 51 and 21", False),
        (COUNTED, "There are 51 hospitals and 21 schools", True),
        (COUNTED, "Schools number 21, hospitals 51", True),
        (COUNTED, "Hospitals and schools number 51 and 21", True),
        (CITIES, "The share is 79.8 percent in Nanchang and 59.2 percent in Ganzhou", False),
        (CITIES, "The share is 59.2 percent in Nanchang and 79.8 percent in Ganzhou", True),
        (PORTS, "Ships call at 110 ports in 34 countries", False),
    ],
)
def test_english_numbers_and_their_words_stand_in_the_same_order(
    source: str, en: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(ENGLISH.format(source=source, en=en), tmp_path)])
    assert ("numbers-exchanged" in {one.code for one in report.problems}) == told
