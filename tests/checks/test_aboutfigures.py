"""The rules on figures that are taken for others, by the words of their labels."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# {sentence}
# 医院8家。
figures: [{{id: ports, label: {{zh: 全县在建港口}}, text: 24个, value: 24, unit: 个, kind: count,
    evidence: [{{paragraph: 2, anchor: 24个}}]}},
  {{id: growth, label: {{zh: {label}}}, text: 7%, value: 7, unit: '%', kind: percent,
    about: [{about}], evidence: [{{paragraph: 2, anchor: 7%}}]}},
  {{id: bridges, label: {{zh: 全县在建桥梁}}, text: 30个, value: 30, unit: 个, kind: count,
    evidence: [{{paragraph: 2, anchor: 30个}}]}},
  {{id: clinics, label: {{zh: 医院}}, text: 8家, value: 8, unit: 家, kind: count,
    evidence: [{{paragraph: 3, anchor: 8家}}]}}]
"""


@pytest.mark.parametrize(
    ("sentence", "label", "about", "told"),
    [
        ("全县桥梁30个，港口24个，增长7%。", "港口的增长", "bridges", True),
        ("全县桥梁30个，港口24个，增长7%。", "港口的增长", "ports", False),
        ("全县桥梁30个，港口24个，增长7%。", "港口的增长", "clinics", True),
        ("全县桥梁30个，港口24个，增长7%。", "增幅", "clinics", False),
        ("全县桥梁30个。港口24个，增长7%。", "桥梁和港口的增长", "bridges", False),
    ],
)
def test_a_figure_is_about_that_of_its_sentence_whose_words_it_has(
    sentence: str, label: str, about: str, told: bool, tmp_path: Path
) -> None:
    model = MODEL.format(sentence=sentence, label=label, about=about)
    (report,) = check([write_rule_example(model, tmp_path)])
    assert ("about-other-figure" in {one.code for one in report.problems}) == told


def test_no_amount_is_about_a_share(tmp_path: Path) -> None:
    model = """
# 港口占比40%，港口24个。
# 医院8家。
figures: [{id: share, label: {zh: 港口占比}, text: 40%, value: 40, unit: '%', kind: percent,
    evidence: [{paragraph: 2, anchor: 40%}]},
  {id: ports, label: {zh: 港口}, text: 24个, value: 24, unit: 个, kind: count, about: [clinics],
    evidence: [{paragraph: 2, anchor: 24个}]},
  {id: clinics, label: {zh: 医院}, text: 8家, value: 8, unit: 家, kind: count,
    evidence: [{paragraph: 3, anchor: 8家}]}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    assert "about-other-figure" not in {one.code for one in report.problems}


def test_a_part_of_a_count_is_not_about_the_money_beside_it(tmp_path: Path) -> None:
    model = """
# 甲县项目183个。其中公路类项目71个、投资422亿元，产业类项目112个。
figures: [{id: all, label: {zh: 甲县项目}, text: 183个, value: 183, unit: 个, kind: count,
    evidence: [{paragraph: 2, anchor: 183个}]},
  {id: cost, label: {zh: 公路类项目投资}, text: 422亿元, value: 42200000000, unit: CNY,
    kind: money, evidence: [{paragraph: 2, anchor: 422亿元}]},
  {id: works, label: {zh: 产业类项目}, text: 112个, value: 112, unit: 个, kind: count,
    about: [all], evidence: [{paragraph: 2, anchor: 112个}]}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    assert "about-other-figure" not in {one.code for one in report.problems}


NOTE = """
# 县内码头投资5亿元，其中甲河码头投资3亿元。
figures: [{{id: all, label: {{zh: 县内码头的投资}}, text: 5亿元, value: 500000000, unit: CNY,
    kind: money, evidence: [{{paragraph: 2, anchor: 5亿元}}]}},
  {{id: river, label: {{zh: 甲河码头的投资}}, text: 3亿元, value: 300000000, unit: CNY,
    kind: money, evidence: [{{paragraph: 2, anchor: 3亿元}}]}}]
events: [{{id: wharves, name: {{zh: 码头}}, note: {{zh: {note}}},
  evidence: [{{paragraph: 2, anchor: 县内码头投资5亿元}}, {{paragraph: 2, anchor: 投资3亿元}}]}}]
"""


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("县内的码头共投资3亿元", True),
        ("县内的码头共投资5亿元", False),
        ("县内的码头共投资5亿元，甲河的3亿元", False),
        ("共投资3亿元", False),
    ],
)
def test_a_number_of_our_prose_has_the_words_of_its_own_figure(
    note: str, told: bool, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(NOTE.format(note=note), tmp_path)])
    assert ("number-of-other-figure" in {one.code for one in report.problems}) == told
