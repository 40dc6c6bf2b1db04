"""The rules on places and people that our own prose names, and the whole text does not."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# 县长甲某说，湖南省与泗洪县、沙特的码头开工，京津冀企业都来了。
events:
- {id: start, coined: true, name: {zh: "ZH", en: "EN"},
  evidence: [{paragraph: 2, anchor: 码头开工}]}
"""
CODES = ("place-not-named", "person-not-named")


@pytest.mark.parametrize(
    ("chinese", "english", "told"),
    [
        ("泗洪县聚集了", "Sihong County of Jiangsu", []),
        ("江苏、湖南和河北", "Jiangsu, Hunan and Hebei", []),
        ("南京市聚集了", "work", ["place-not-named"]),
        ("湖南开工", "Work in Hubei", ["place-not-named"]),
        ("陕西开工", "Work in Shaanxi", ["place-not-named"] * 2),
        ("沙特开工", "Work in the UAE", ["place-not-named"]),
        ("沙特开工", "Work in Saudi Arabia", []),
        ("新宇公司开工", "Xinyu builds", []),
        ("县长甲某说开工", "work", []),
        ("县长王明说，码头开工", "work", ["person-not-named"]),
        ("文中未说是哪里", "work", []),
    ],
)
def test_what_our_prose_names_the_text_names_somewhere(
    chinese: str, english: str, told: list[str], tmp_path: Path
) -> None:
    text = TEXT.replace("ZH", chinese).replace("EN", english)
    (report,) = check([write_rule_example(text, tmp_path)])
    assert [one.code for one in report.problems if one.code in CODES] == told


@pytest.mark.parametrize("text", ["县长艾力 · 木提说", "县长艾力·木提说", "县长艾　明说"])
def test_the_blanks_in_a_name_are_no_part_of_it(text: str, tmp_path: Path) -> None:
    model = """
# 县长艾力 · 木提和县长艾明说，码头开工。
events:
- {{id: start, coined: true, name: {{zh: "{text}开工了"}},
  evidence: [{{paragraph: 2, anchor: 码头开工}}]}}
"""
    (report,) = check([write_rule_example(model.format(text=text), tmp_path)])
    assert "person-not-named" not in [one.code for one in report.problems]


@pytest.mark.parametrize(
    ("source", "english", "told"),
    [
        ("海峡西岸的码头开工", "Work on a wharf west of the Taiwan Strait", False),
        ("海峡西岸的码头开工", "The zone west of the Taiwan Straits begins work", False),
        ("海峡西岸的码头开工", "Work begins in Taiwan, across the Taiwan Strait", True),
        ("河西的码头开工", "Work on a wharf on the Taiwan Strait", True),
    ],
)
def test_the_name_of_a_strait_names_no_place(
    source: str, english: str, told: bool, tmp_path: Path
) -> None:
    model = f"""
# {source}。
events:
- {{id: start, coined: true, name: {{zh: 码头开工了, en: "{english}"}},
  evidence: [{{paragraph: 2, anchor: 码头开工}}]}}
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    assert ("place-not-named" in [one.code for one in report.problems]) == told
