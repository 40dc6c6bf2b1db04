"""The rules on names in our own prose that are spelt otherwise than those of the text."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

MODEL = """
# 选手叶青禾和李敏在岚溪县夺冠，恒拓化工与深中通道等赞助，市长周敏说，青禾农业集团的码头开工。
people: [{{id: ye, name: {{zh: 叶青禾, en: Ye Qinghe}},
  evidence: [{{paragraph: 2, anchor: 叶青禾}}]}}]
organisations: [{{id: farm, name: {{zh: 青禾农业集团, en: Qinghe Farming}}, kind: firm,
  evidence: [{{paragraph: 2, anchor: 青禾农业集团}}]}}]
events: [{{id: start, coined: true, name: {{zh: 事, en: Event}}, note: {{zh: "{zh}", en: "{en}"}},
  evidence: [{{paragraph: 2, anchor: 码头开工}}]}}]
"""


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("Ye Qinghe won in Lanxi County.", None),
        ("Ye Qinghua won.", "Ye Qinghua"),
        ("Mayor Zhou Ming spoke.", "Zhou Ming"),
        ("Hengtuo Chemical and Hengtuo’s wharf.", None),
        ("Hengyuan Chemical paid.", "Hengyuan"),
        ("It lies in Yanxi County.", "Yanxi"),
        ("The Shenzhen–Zhongshan Link paid.", None),
        ("Women manage the language centre in China. Resale is open.", None),
        ("Long March 5, He Said, Hong Kong and Canada.", None),
        ("A Hengtuo wharf and an Anhui plan. A Shanghai plan.", None),
        ("A Hengyuan wharf.", "Hengyuan"),
        ("An Min spoke.", "An Min"),
    ],
)
def test_a_name_in_pinyin_is_read_somewhere_in_the_text(
    english: str, told: str | None, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(MODEL.format(zh="事", en=english), tmp_path)])
    found = [one.message.values["name"] for one in report.problems if one.code == "pinyin-unproved"]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(("name", "count"), [("Zarubino", 0), ("Zarubani", 1), ("Hengyuan", 1)])
def test_a_foreign_name_has_the_sounds_of_its_characters(
    name: str, count: int, tmp_path: Path
) -> None:
    model = MODEL.replace("等赞助", "等赞助，船经俄罗斯扎鲁比诺港返航")
    text = model.format(zh="事", en=f"It sailed from {name}.")
    (report,) = check([write_rule_example(text, tmp_path)])
    assert [one.code for one in report.problems].count("pinyin-unproved") == count


def test_a_name_in_our_own_chinese_may_be_spelt(tmp_path: Path) -> None:
    text = MODEL.format(zh="与衡远公司有关", en="It is tied to Hengyuan.")
    (report,) = check([write_rule_example(text, tmp_path)])
    assert "pinyin-unproved" not in {one.code for one in report.problems}


@pytest.mark.parametrize(
    ("chinese", "told"),
    [
        ("叶青荷得了冠军", ("叶青荷", "叶青禾")),
        ("冠军是叶禾青", ("叶禾青", "叶青禾")),
        ("冠军是叶青禾", None),
        ("青禾林业集团的码头", ("青禾林业集团", "青禾农业集团")),
        ("青禾农业公司的码头", None),
        ("李敏说开工了", None),
    ],
)
def test_a_name_has_the_characters_of_the_text(
    chinese: str, told: tuple[str, str] | None, tmp_path: Path
) -> None:
    (report,) = check([write_rule_example(MODEL.format(zh=chinese, en="Event"), tmp_path)])
    held = [one.message.values for one in report.problems if one.code == "name-misspelt"]
    assert [(one["said"], one["name"]) for one in held] == ([told] if told else [])
