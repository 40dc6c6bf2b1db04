"""Labels of figures, held against the words beside their own numbers."""

from pathlib import Path

import pytest

from briefing.checks.context import ProofContext
from briefing.checks.registry import OnProof
from briefing.checks.rules.labels import label_not_beside
from briefing.checks.rules.labelunits import label_of_other_unit
from briefing.checks.rules.ownwords import word_contradicted
from briefing.model.reading import inspect_model
from briefing.model.text import read_own_text
from support import write_rule_example


def find(rule: OnProof, text: str, label: str, number: str, folder: Path) -> list[object]:
    """What a rule finds in a figure with such a label, whose number stands in a text."""
    model = write_rule_example(
        f"# {text}\n"
        f"figures: [{{id: one, label: {{zh: {label}}}, text: {number}, value: 1, unit: x, "
        f"kind: count, evidence: [{{paragraph: 2, anchor: {number}}}]}}]\n",
        folder,
    )
    article = inspect_model(model).article
    assert article
    source = read_own_text(str(model), article)
    assert source
    return [one.message.key for one in rule(ProofContext(article, source))]


@pytest.mark.parametrize(
    ("label", "number", "is_wrong"),
    [
        ("生猪出栏", "12万头", False),
        ("生猪存栏", "12万头", True),
        ("甲县失业人数", "3000人", True),
        ("城镇就业", "3000人", False),
        ("码头累计新增泊位", "20个", False),
        ("出口比进口多出", "2亿元", False),  # both are said of it
        ("出口多出的额", "2亿元", False),  # it is compared with the other
        ("计划总投资", "6亿元", True),
        ("完成投资", "6亿元", False),
    ],
)
def test_a_label_says_no_other_measure_than_the_clause_of_its_number(
    label: str, number: str, is_wrong: bool, tmp_path: Path
) -> None:
    text = (
        "甲县生猪存栏30万头，出栏12万头，解决就业3000人，新增泊位20个；"
        "出口5亿元，比进口多2亿元；码头总投资8亿元，目前完成投资6亿元。"
    )
    assert bool(find(word_contradicted, text, label, number, tmp_path)) == is_wrong


@pytest.mark.parametrize(
    ("label", "number", "found"),
    [
        ("游客接待量", "486万人次", ""),
        ("旅游收入增幅", "5%", ""),  # the clause names nothing of its own
        ("亩均产值", "3万元", ""),
        ("受益家庭", "120户", ""),
        ("周边的县", "两县", ""),
        ("旅游收入", "120户", ".another"),
        ("果农合作社带动的农户", "29亿元", ".another"),
        ("种植规模", "600亩", ""),
        ("接待外地游客", "3万人", ""),  # of which the sentence before tells
        ("开工的学校", "12个", ".contrary"),
        ("旅游收入占比", "5%", ".contrary"),
        ("旅游收入降幅", "5%", ".contrary"),
        ("旅游收入增速", "29亿元", ".contrary"),
        ("跨江隧道盾构掘进", "600亩", "nowhere"),
        ("柑橘产量在全省的排名", "第8位", ""),  # neither the years nor the acres are a rank
    ],
)
def test_a_label_belongs_to_the_number_beside_which_it_stands(
    label: str, number: str, found: str, tmp_path: Path
) -> None:
    text = (
        "甲县累计接待游客486万人次，旅游收入29亿元，同比增长5%。乙乡联合两县种柑橘600亩，"
        "每亩产值3万元，果农合作社带动农户120户，开工12个项目。接待游客9万人。其中，外省3万人。"
        "十年来甲县柑橘产量在全省领先，产量增至5万吨，排名从全省第8位升至第6位。"
    )
    expected = [f"label-not-beside{found.replace('nowhere', '')}"] if found else []
    assert find(label_not_beside, text, label, number, tmp_path) == expected


@pytest.mark.parametrize(
    ("label", "unit", "is_wrong"),
    [
        ("码头总投资", "CNY", False),
        ("码头总投资（估算）", "mu", True),
        ("固定资产投资", "%", False),  # its growth, in short
        ("投资项目", "个", False),
        ("覆盖率目标", "km", True),
        ("覆盖率", "pp", False),
        ("税收分成比例", "ratio", False),
        ("师生比例", "人", True),
        ("公路里程", "km", False),
        ("公路里程", "CNY", True),
        ("平均通关时间", "minute", False),
        ("平均通关时间", "t", True),
        ("增速在全省的位次", "%", True),
        ("旅客人数", "万人次", False),
        ("旅客人数", "CNY", True),
    ],
)
def test_a_label_ends_as_that_of_its_unit(
    label: str, unit: str, is_wrong: bool, tmp_path: Path
) -> None:
    figure = (
        f"figures: [{{id: one, label: {{zh: {label}}}, text: 要点, value: 1, unit: '{unit}', "
        "kind: measure, evidence: [{paragraph: 1, anchor: 要点}]}]\n"
    )
    article = inspect_model(write_rule_example(figure, tmp_path)).article
    assert article
    assert bool(list(label_of_other_unit(article))) == is_wrong
