"""What a number of our own prose is: a share, the size of a change, or where the change ends."""

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


def find_wrong(text: str, zh: str, en: str, folder: Path) -> list[object]:
    """Return the languages in which a note tells a change otherwise than its sentence."""
    (report,) = check([write_rule_example(EXAMPLE.format(text=text, zh=zh, en=en), folder)])
    return [one.path[-1] for one in report.problems if one.code == "change-reversed"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("民企占总值的61.7%", "民企增长61.7%", "Private firms grew 61.7%"),
        ("就业4万人，完成目标的58%", "就业同比增长58%", "Jobs grew by 58%"),
        ("装备制造业增长15.1%", "装备制造业占15.1%", "Equipment made up 15.1%"),
        ("企业增至412家", "企业净增412家", "The number of firms increased by 412"),
        ("发案数同比下降三成", "发案数下降到三成", "Cases fell to just under 30%"),
        ("去年吞吐量8.6万吨", "吞吐量增加8.6万吨", "Freight increased by 86,000 tonnes"),
    ],
)
def test_a_share_or_level_is_no_change(text: str, zh: str, en: str, tmp_path: Path) -> None:
    assert "en" in find_wrong(text, zh, en, tmp_path)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("民企占总值的61.7%", "民企占61.7%", "Private firms made up 61.7%"),
        ("工业增加值增长5.4%", "增速为5.4%", "Industrial growth slows to 5.4%"),
        ("增速达到5.4%", "增速5.4%", "The growth rate was 5.4%"),
        ("价格由75元提高到90元", "提高15元", "The price went up by 15 yuan"),
        ("新建改建学校38所", "新建改建38所", "It is to build or expand 38 schools"),
    ],
)
def test_what_is_told_in_other_words_is_no_mistake(
    text: str, zh: str, en: str, tmp_path: Path
) -> None:
    assert find_wrong(text, zh, en, tmp_path) == []
