"""The rule on what a record refers to, which the clauses of its evidence tell."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# {sentence}
# 那里还有甲码头、乙大桥，县港务局、县公路局管着它们。
projects:
- {{id: wharf, name: {{zh: 甲码头}}, status: unstated,
   evidence: [{{paragraph: 3, anchor: 甲码头}}]}}
- {{id: bridge, name: {{zh: 乙大桥}}, status: unstated,
   evidence: [{{paragraph: 3, anchor: 乙大桥}}]}}
organisations:
- {{id: port, name: {{zh: 县港务局}}, kind: government,
   evidence: [{{paragraph: 3, anchor: 县港务局}}]}}
- {{id: road, name: {{zh: 县公路局}}, kind: government,
   evidence: [{{paragraph: 3, anchor: 县公路局}}]}}
figures: [{{id: cost, text: 7亿元, value: 700000000, unit: CNY, kind: money,
  {field}, evidence: [{{paragraph: 2, anchor: 7亿元}}]}}]
"""


def is_told(folder: Path, sentence: str, field: str) -> bool:
    """Return whether `check` tells that the sentence names another record than a field has."""
    field += "" if "label" in field else ", label: {zh: 投资}"
    (report,) = check([write_rule_example(MODEL.format(sentence=sentence, field=field), folder)])
    return "other-is-named" in {one.code for one in report.problems}


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("甲码头总投资5亿元，乙大桥总投资7亿元。", "about: [wharf]"),
        ("去年，乙大桥动工，总投资7亿元。", "about: [wharf]"),
        ("甲码头去年动工；其中，总投资7亿元的乙大桥正在收尾。", "about: [wharf]"),
        ("县公路局今年投入7亿元。", "actors: [port]"),
        ("乙大桥总投资7亿元。", "label: {zh: 甲码头的投资}"),
    ],
)
def test_a_clause_tells_of_another_record_of_the_kind(
    sentence: str, field: str, tmp_path: Path
) -> None:
    assert is_told(tmp_path, sentence, field)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("甲码头总投资5亿元，乙大桥总投资7亿元。", "about: [bridge]"),
        ("乙大桥与甲码头总投资7亿元。", "about: [wharf]"),
        ("甲码头正在建设。该工程与乙大桥相连，总投资7亿元。", "about: [wharf]"),
        ("甲码头正在建设。它的前面是乙大桥，总投资7亿元。", "about: [wharf]"),
        ("乙大桥动工，码头总投资7亿元。", "about: [wharf]"),
        ("乙大桥动工，两者合计投资7亿元。", "about: [wharf]"),
        ("乙大桥的一半投资由它分担，为7亿元。", "about: [wharf]"),
        ("乙大桥开通后，码头又添7亿元货物。", "about: [wharf]"),
        ("乙大桥总投资7亿元。", "about: [wharf], inferred: [about]"),
        ("总投资7亿元。", "about: [wharf]"),
    ],
)
def test_what_may_be_told_of_the_given_one_is_let_be(
    sentence: str, field: str, tmp_path: Path
) -> None:
    assert not is_told(tmp_path, sentence, field)
