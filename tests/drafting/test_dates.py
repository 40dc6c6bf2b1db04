"""The date of an article: where a text tells it, and what is left open where it does not."""

from typing import Any, cast

import pytest

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.owndate import find_date
from briefing.drafting.pages.page import read_page
from briefing.model.yamlfile import Parsed


def draft(text: str) -> Any:
    page = read_page(f"甲县粮食丰收\n{text}\n".encode(), "a.txt")
    return cast(Any, Parsed(draft_page(page, "en").model, "").data)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("本报甲县2021年3月6日电 甲县粮食丰收。", "2021-03-06"),
        ("记者2021年3月6日从甲县获悉，粮食丰收。", "2021-03-06"),
        ("今天（2021年3月6日），甲县粮食丰收。", "2021-03-06"),
        ("甲县粮食丰收。\n（2021年3月）", "2021-03"),
        ("甲县示例桥将于2021年2月投入运营。", None),
        ("2021年2月，甲县建成一座示例桥。", None),
        ("甲县粮食丰收。", None),
    ],
)
def test_only_a_date_that_is_told_of_the_article_is_its_own(text: str, date: str | None) -> None:
    assert find_date(text.splitlines()) == date


def test_years_are_left_open_where_no_date_is_told() -> None:
    made = draft(
        "去年甲县粮食总产量达到25万吨，收入3000元。3月5日，甲县召开农业大会。"
        "2012年3月，甲县建成示例码头。"
    )
    assert not any("period" in one for one in made["figures"])
    assert "events" not in made
    assert [str(one["date"]) for one in made["projects"]] == ["2012-03"]
    assert any("3月5日" in one for one in made["summary"]["todo"])


def test_the_day_of_a_lead_is_no_event_and_its_words_are_no_label() -> None:
    made = draft(
        "示例社甲县3月6日电（记者 林文山）去年甲县粮食总产量达到25万吨，比上年增长5%。\n"
        "来源：示例日报 2021年3月7日"
    )
    assert "events" not in made
    labels = [one["label"]["zh"] for one in made["figures"]]
    assert labels == ["甲县粮食总产量", "甲县粮食总产量比上年增长"]


def test_a_season_is_no_event() -> None:
    made = draft("2015年9月是苹果丰收的季节，甲县果农忙着采摘。甲县今年安排重点项目126个。")
    assert "events" not in made


def test_two_numbers_of_one_title_are_two_figures() -> None:
    head = "甲县上半年6个项目开工6个项目投产"
    page = read_page(
        f"{head}\n甲县今年安排项目建设，农民收入增加，产业升级步伐加快。\n".encode(), "a.txt"
    )
    made = cast(Any, Parsed(draft_page(page, "en").model, "").data)
    assert [one["text"] for one in made["figures"]] == ["6个", "6个"]
