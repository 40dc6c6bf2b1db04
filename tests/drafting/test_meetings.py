"""Meetings for a draft: what they say, which is of no time and place of theirs."""

import datetime
from typing import Any, cast

import pytest

from briefing.drafting.draft import draft_page
from briefing.drafting.figures import list_figures
from briefing.drafting.finding.meetings import find_meetings
from briefing.drafting.pages.page import read_page
from briefing.drafting.text import DraftText
from briefing.model.yamlfile import Parsed

DAY = datetime.date(2031, 10, 24)


def draft(text: str) -> Any:
    page = read_page(f"示例日报 2031年10月24日\n甲县新闻\n{text}\n".encode(), "a.txt")
    return cast(Any, Parsed(draft_page(page, "en").model, "").data)


@pytest.mark.parametrize(
    ("text", "stage", "period"),
    [
        ("5月5日至6日，全省渔业会议在大同举行，会议指出，要新增就业70万人。", "sought", None),
        ("5月5日至6日，渔业推进会在大同召开。会议要求，完成投资5亿元。", "sought", None),
        ("会议强调，要坚持创新，各市要关停渔场200家。", "sought", None),
        ("县长赵某强调，要新建渔港20座。", "sought", None),
        ("5月5日，渔业大会召开，会议指出，去年新增就业7万人。", "done", "2030"),
        ("县长赵某表示，要新建渔港20座。", None, None),
        ("会议决定，安排渔港20座。", None, None),
        ("会议指出，全县要巩固成果，已经建成渔港20座。", "done", None),
        ("5月5日至6日，大同市接待游客7万人次。", "done", "2031-05-05/2031-05-06"),
        ("渔港要消耗鱼苗5万吨。", None, None),
        ("县长赵某指出，要看到，全县渔民有30万人。", None, None),
        ("市政府部署，大同市渔港12座已完工。", "done", None),
        ("会议要求，认真总结，全省有30个渔港复工，惠及500人。", None, None),
    ],
)
def test_a_demand_is_sought_and_not_of_the_days_of_the_meeting(
    text: str, stage: str | None, period: str | None
) -> None:
    *_, one = list_figures(DraftText([text], DAY))
    assert (one.fields["stage"], one.fields.get("period")) == (stage, period)


def test_where_a_meeting_is_held_is_no_place_of_what_it_says() -> None:
    made = draft("5月5日，渔业大会在方山县召开，会议强调，要建设渔港12座。")
    assert not any("places" in one for one in made["figures"])
    made = draft("5月5日，渔业大会在方山县召开。方山县建设渔港12座。")
    assert [one["places"] for one in made["figures"]] == [["fangshan"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "5月5日，全省渔业会议召开。会议指出，要建港。会议还要求：抓好防汛。",
            {"全省渔业会议": ["要建港", "抓好防汛"]},
        ),
        (
            "市委六届八次全会日前举行，推进会近日在大同市召开。全会提出，要建港。",
            {"市委六届八次全会": ["要建港"]},
        ),
        ("全省渔业会议强调，要建港。", {"全省渔业会议": ["要建港"]}),
        (
            "5月5日，渔业会议召开。在县委常委会会议上，会议要求抓好防汛，会议指出，要建港。",
            {"县委常委会会议": ["要建港"]},
        ),
        ("5月5日，全省渔业会议召开。昨天，市委常委会召开。会议指出，要建港。", {}),
        ("5月5日，全省渔业会议召开。县长主持召开专题会。会议指出，要建港。", {}),
        ("5月5日，全省渔业会议召开。县长到大同调研。会议指出，要建港。", {}),
        (
            "5月5日，全省渔业会议召开。会议指出，要在大同召开现场会。会议要求，要建港。",
            {"全省渔业会议": ["要在大同召开现场会", "要建港"]},
        ),
        ("示例协会强调，要建港。会议提出的目标是建港，会议认为，要建港。", {}),
        ("这次会议在大同召开，会议指出，要建港。", {}),
    ],
)
def test_what_a_meeting_says_goes_to_the_end_of_the_sentence(
    text: str, said: dict[str, list[str]]
) -> None:
    found = find_meetings([text])
    assert {
        one.name: [text[at.start : at.end] for at in one.says] for one in found if one.says
    } == said


def test_a_meeting_that_speaks_is_an_event_and_the_speaker_of_its_figures() -> None:
    made = draft(
        "5月5日至6日，全省渔业会议在大同召开。会议提出，要建渔港12座。\n"
        "日前，甲县渔业大会召开。大会强调，要关停渔场200家。县长赵明德强调，要建渔港3座。"
    )
    first, second = made["events"]
    assert (first["name"]["zh"], first["date"]) == ("全省渔业会议", "2031-05-05/2031-05-06")
    assert "date" not in second
    assert len(second["todo"]) == 1
    said_by = [one["said_by"] for one in made["figures"]]
    assert said_by == [[first["id"]], [second["id"]], ["zhao-mingde"]]


def test_who_says_what_a_meeting_that_is_not_known_demands_is_left_to_do() -> None:
    made = draft("5月5日，全省渔业会议在大同召开。\n昨天，市委常委会召开。会议强调，要建渔港12座。")
    (one,) = made["figures"]
    assert "said_by" not in one
    assert one["todo"] == ["find out which meeting or who says this, and write it as said_by"]
