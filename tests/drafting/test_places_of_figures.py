"""Which place a figure of a draft is of."""

import datetime
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.drafting import draft as drafting
from briefing.drafting.around import Places
from briefing.drafting.figures import list_figures
from briefing.drafting.finding.abroad import find_places_abroad
from briefing.drafting.finding.organisations import find_organisations
from briefing.drafting.finding.places import find_places
from briefing.drafting.ids import Ids
from briefing.drafting.text import DraftText

TEXTS = Path(__file__).parent.parent / "memos"
PREFECTURE = "大理白族自治州祥云县、宾川县与昆明市签约。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昆明市产值5亿元。", ("kunming", False)),
        ("全州产值5亿元。", ("dali", True)),
        ("昆明之外，全州产值5亿元。", ("dali", True)),
        ("产值5亿元，居全州第一。", (None, False)),
        ("全市产值5亿元。", ("kunming", True)),
        ("宾川县在招商。去年产值5亿元。", ("binchuan", True)),
        ("去年，宾川县在招商。水果产值5亿元。", ("binchuan", True)),
        ("昆明市在招商，宾川县办学。其中，产值5亿元。", ("binchuan", True)),
        ("招商在宾川县。去年昆明市产值5亿元。", ("kunming", False)),
    ],
)
def test_a_figure_is_of_a_place_that_its_text_tells(
    text: str, expected: tuple[str | None, bool]
) -> None:
    paragraphs = [PREFECTURE, text]
    draft = DraftText(paragraphs, datetime.date(2031, 10, 24))
    places = Places(draft, find_places(paragraphs), Ids({}))
    figure = next(iter(list_figures(draft)))
    found = places.around(figure.span)
    assert (found.get("places", [None])[0], "inferred" in found) == expected


def _places_of_figures(*paragraphs: str) -> list[list[str]]:
    """Return the places of each figure of the last paragraph."""
    draft = DraftText(paragraphs, datetime.date(2031, 10, 24))
    names = [span for one in find_organisations(paragraphs) for span in one.mentions]
    places = Places(draft, find_places(paragraphs), Ids({}), names)
    return [
        places.around(figure.span).get("places", [])
        for figure in list_figures(draft)
        if figure.span.paragraph == len(paragraphs)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祥云县和宾川县分别建成大棚3座、5座。", [["xiangyun"], ["binchuan"]]),
        ("祥云县到宾川县的车程由2小时缩短到1小时。", [["xiangyun", "binchuan"]] * 2),
        ("祥云县到宾川县采购3000头羊。", [["xiangyun"]]),
        ("祥云县每年向昆明市送电5亿千瓦时。", [["xiangyun"]]),
        ("祥云县与昆明市的出口额依次为5亿元和近6亿元。", [["xiangyun"], ["kunming"]]),
        (
            "祥云县、宾川县、昆明市分列第一、第三和第七位。",
            [["xiangyun"], ["binchuan"], ["kunming"]],
        ),
        ("祥云县、宾川县分别增长3%、5%和7%。", [[], [], []]),
        ("祥云县、宾川县各安排资金5亿元。", [["xiangyun", "binchuan"]]),
        ("仅祥云县及宾川县两县通了铁路。", [["xiangyun", "binchuan"]]),
        ("昆明市在招商，祥云县、宾川县产值5亿元。", [["xiangyun", "binchuan"]]),
        ("昆明市产值5亿元，祥云县6亿元。", [["kunming"], ["xiangyun"]]),
        ("在昆明市，水库开工，投资5亿元。在大理州祥云县，产值6亿元。", [["kunming"], ["xiangyun"]]),
        ("在昆明市，全国150项重大工程之一开工。", [[]]),
        ("昆明市的水库保障滇东北地区13个县，受益人口4万人。", [[], []]),
    ],
)
def test_the_places_of_a_list_have_a_figure_each_or_all_of_them(
    text: str, expected: list[list[str]]
) -> None:
    assert _places_of_figures(PREFECTURE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祥云县产值较昆明市高5亿元。", ["xiangyun"]),
        ("祥云县增速快于昆明市2个百分点。", ["xiangyun"]),
        ("祥云县产值5年后比昆明、大理少3亿元。", ["xiangyun"]),
        ("与昆明市相比，祥云县少3座大棚。", ["xiangyun"]),
        ("祥云县失业率高于昆明市的5%。", ["kunming"]),
        ("祥云县产值同比，昆明市增长5%。", ["kunming"]),
    ],
)
def test_a_figure_is_not_of_a_place_that_is_only_compared(text: str, expected: list[str]) -> None:
    assert _places_of_figures(PREFECTURE, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昆明果蔬研究院研究员说，损耗率约三成。", []),
        ("祥云县果蔬合作社说，损耗率约三成。", ["xiangyun"]),
    ],
)
def test_the_place_in_the_name_of_a_body_is_that_of_no_figure(
    text: str, expected: list[str]
) -> None:
    assert _places_of_figures(PREFECTURE, text) == [expected]


def test_a_figure_is_of_whoever_sells_and_of_no_place_abroad() -> None:
    paragraphs = ["昆明市对越南出口5亿元。"]
    draft = DraftText(paragraphs, datetime.date(2031, 10, 24))
    found = [*find_places(paragraphs), *find_places_abroad(paragraphs)]
    places = Places(draft, found, Ids({}))
    (figure,) = list_figures(draft)
    assert places.around(figure.span) == {"places": ["kunming"]}
    assert places.ids == {"昆明市": "kunming", "越南": "vietnam"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祥云县沙溪镇四宫村种豆5亩。", ["sigong"]),
        ("在祥云县沙溪镇，今年种豆5亩。", ["shaxi"]),
        ("祥云县四宫村在招商。全村种豆5亩。", ["sigong"]),
        ("祥云县沙溪镇在招商。宾川县双柳镇也是。全镇种豆5亩。", ["shuangliu"]),
        ("祥云县四宫村合作社种豆5亩。", ["sigong"]),
        ("在祥云县，大雨不停，沙溪镇四宫村的桥塌了，有5亩田被淹。", ["sigong"]),
    ],
)
def test_a_figure_is_of_the_town_or_village_that_stands_before_it(
    text: str, expected: list[str]
) -> None:
    assert _places_of_figures(text) == [expected]


def test_the_whole_county_is_the_only_one_that_its_paragraph_names() -> None:
    counties = "祥云县、宾川县、弥渡县都在招商。"
    assert _places_of_figures(counties, "在宾川县的大棚里，全县种豆5亩。") == [["binchuan"]]
    assert _places_of_figures(counties, "今年，祥云县、宾川县招商。全县种豆5亩。") == [[]]


def test_what_a_place_lies_in_is_no_other_place_of_the_sentence() -> None:
    assert _places_of_figures("在大理州祥云县的大棚里，今年种豆5亩。") == [["xiangyun"]]


@pytest.mark.parametrize("text", sorted(TEXTS.glob("*.txt")), ids=lambda one: one.stem)
def test_the_check_doubts_no_time_and_place_that_the_drafter_reads(
    text: Path, tmp_path: Path
) -> None:
    model = tmp_path / "model.yaml"
    model.write_text(drafting.draft(str(text)).model, encoding="utf-8")
    (report,) = check([str(model)], str(text))
    codes = {one.code for one in report.problems}
    assert not codes & {"period-of-another", "place-of-another"}
