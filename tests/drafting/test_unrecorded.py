"""Names of which a draft makes no record, and which it leaves to a person."""

from typing import Any, cast

import pytest

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.page import read_page
from briefing.model.yamlfile import Parsed


def draft(text: str) -> Any:
    page = read_page(f"示例日报 2031年10月24日\n甲县新闻\n{text}\n".encode(), "a.txt")
    return cast(Any, Parsed(draft_page(page, "zh").model, "").data)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青泽运河青石枢纽开工。青泽运河全长9公里。", "青泽运河（¶3）"),
        (
            "融入西部陆海新通道，白石半岛和大同都市圈受益。",
            "西部陆海新通道（¶3）、白石半岛（¶3）、大同都市圈（¶3）",
        ),
        ("落细构建大同东纵大通道。", "大同东纵大通道（¶3）"),
        ("云港集团与盛白冶金签约，青石智造和云港集团共建码头。", "盛白冶金（¶3）、青石智造（¶3）"),
        ("惠泽三期项目开工。", "惠泽（¶3）"),
        ("惠泽智能终端产业园开工，惠泽计划扩产。", "惠泽（¶3）"),
        ("大同惠泽股份有限公司投产，惠泽计划扩产。", "惠泽（¶3）"),
        ("打造沿海经济带和黄金走廊，建设高速公路、绿色通道。", None),
        ("长江经济带发展。云港集团与大同市政府签约。滨江二期项目开工。", None),
        ("甲县修建高速公路，弘扬铁路精神。", None),
    ],
)
def test_names_without_a_record_are_left_to_do(text: str, names: str | None) -> None:
    left = [one for one in draft(text)["summary"]["todo"] if one.startswith("这些名称")]
    assert [one.split("：")[1].split("；")[0] for one in left] == ([names] if names else [])


@pytest.mark.parametrize(
    "text",
    [
        "甲县云港电子有限公司（简称“云港”）投产。云港扩产。",
        "甲县云港电子有限公司，简称云港，投产。",
    ],
)
def test_a_body_has_its_short_name(text: str) -> None:
    (one,) = draft(text)["organisations"]
    assert one["short"] == {"zh": "云港"}
    assert [each["anchor"] for each in one["evidence"]] == ["甲县云港电子有限公司", "云港"]


@pytest.mark.parametrize("noun", ["公司", "集团"])
def test_a_common_noun_is_no_short_name_of_a_body(noun: str) -> None:
    (one,) = draft(f"甲县云港电子有限公司，以下简称{noun}，投产。")["organisations"]
    assert "short" not in one


def test_whoever_is_in_charge_of_a_body_makes_no_person_of_it() -> None:
    assert "people" not in draft("华泽三期项目开工，华泽负责人表示，年内投产。")
    assert len(draft("局长王建国负责人事工作，王建国说，年内投产。")["people"]) == 1
