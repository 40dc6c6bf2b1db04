"""The rule on figures that are about figures of which neither sentence nor label tells."""

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
