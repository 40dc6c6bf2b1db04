"""Labels of figures, held against the words beside their own numbers."""

from pathlib import Path

import pytest

from briefing.checks.context import ProofContext
from briefing.checks.contrasted import word_contradicted
from briefing.checks.registry import OnProof
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
