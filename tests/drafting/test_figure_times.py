"""The times of figures in a draft: of their own clause, or of one that governs it."""

import datetime

import pytest

from briefing.drafting.figures import list_figures
from briefing.drafting.text import DraftText


def periods(text: str) -> list[object]:
    """Return the periods of the figures of an article of October 2031."""
    drafted = DraftText([text], datetime.date(2031, 10, 24))
    found = [one.fields.get("period") for one in list_figures(drafted)]
    return [one["zh"] if isinstance(one, dict) else one for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("到2035年，投资要达9亿元，而目前落地的为3亿元。", ["2035", "目前"]),
        ("“十四五”以来修路50公里，过去五年造林3万亩。", ["“十四五”以来", "过去五年"]),
        ("上半年，占比由去年同期的9%升至12%。", ["2030-H1", "2031-H1"]),
        ("前三季度产值9亿元，去年同期为8亿元。", ["2031-Q1/2031-Q3", "2030-Q1/2030-Q3"]),
        ("前三季度，空置率为7%，低于上年同期的9%。", ["2031-Q1/2031-Q3", "2030-Q1/2030-Q3"]),
        ("在校生由2025年的9万人减至今年秋季的7万人。", ["2025", "今年秋季"]),
        ("去年出口3亿元，占4%，前年是2亿元。", ["2030", "2030", "2029"]),
        ("2029年全市增长5%，在12市中由上年的第六位升至第四位。", ["2029", None, "2028", "2029"]),
        ("2030年以来累计投入12亿元；截至8月底，全市存栏9万头。", ["2030年以来", "2031-08"]),
        ("截至2030年底装机9万千瓦；全年发电3亿千瓦时。", ["2030", "2030"]),
        ("预计2033年6月通车，届时车程由50分钟缩短到12分钟。", [None, "2033-06"]),
        ("达产后年产值5亿元。", [None]),
        ("今年1至5月开通线路34条，每年为企业节省3亿元。", ["2031-01/2031-05", "每年"]),
        ("今年起，县里每年拿出2亿元。", [None]),
        ("去年，粮食产量5万吨。水果产量3万吨，户均年增收6000元。", ["2030", "2030", None]),
        ("今年9月产值比去年12月增长7%，比2030年同期增长8%。", ["2031-09", "2031-09"]),
    ],
)
def test_a_figure_is_of_the_time_of_its_own_clause_or_of_one_that_governs_it(
    text: str, wanted: list[object]
) -> None:
    assert periods(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "水库始建于1958年，灌溉面积14万亩。",
        "2021年3月，医院成立，有床位3150张。",
        "今年5月，总投资4800万元的中心投用。",
        "前三季度，他说：“一头牛多挣3000元。”",
        "《三年行动方案（2031—2033年）》提出，产量达9万吨。",
        "《2030年白皮书》记者会后，产量达9万吨。",
    ],
)
def test_a_time_of_something_else_is_not_that_of_a_figure(text: str) -> None:
    assert periods(text)[-1] is None


def test_where_no_time_is_surely_that_of_a_figure_it_is_left_to_do() -> None:
    text = DraftText(["计划2033年建成，产值达9亿元。"], datetime.date(2031, 10, 24))
    (figure,) = list_figures(text)
    assert [one.key for one in figure.fields["todo"]] == ["draft.todo.period"]


def test_the_heading_of_a_section_of_a_report_tells_the_year_of_its_results() -> None:
    text = [
        "一、2030年工作回顾",
        "产值增长5%，有企业12家，新增泊位3个。",
        "五年来，产值年均增长6%。",
        "二、“十六五”时期主要目标",
        "投资增长7%。",
        "三、2031年重点工作",
        "投资达到9亿元。",
        "四、加强自身建设",
        "满意率达到98%。",
    ]
    drafted = DraftText(text, datetime.date(2031, 2, 3))
    found = [one for one in list_figures(drafted) if one.fields["kind"] != "duration"]
    years = [one.fields.get("period") for one in found]
    assert years == ["2030", None, "2030", {"zh": "五年来"}, None, "2031", None]
    assert found[0].fields["inferred"] == ["period"]
    assert [tuple(span) for span in found[0].dates] == [(1, 2, 7)]


def test_more_harvest_than_a_year_before_is_a_change() -> None:
    text = DraftText(["水果产量3万吨，同比增产12%，比去年增收2亿元。"], datetime.date(2031, 10, 24))
    changes = [one.fields["change"] for one in list_figures(text)]
    assert changes == [None, {"over": "yoy", "turn": "up"}, {"over": "yoy", "turn": "up"}]
