"""What the records of a draft hold of a text: whole names and gists, and nothing twice."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from briefing.checks.check import examine
from briefing.drafting.draft import draft_page, list_known
from briefing.drafting.pages.page import read_page
from briefing.model.parts import Bilingual
from briefing.model.reading import inspect_model, inspect_text
from briefing.model.records import Place
from support import EXAMPLE

BODY = "去年，示例市建成青河大桥，投资5亿元，车流量增长6%，沿线各镇都受了益，商户多了起来。"


def draft_text(*paragraphs: str) -> dict[str, Any]:
    """Return the plain data of the draft of a text."""
    page = read_page("\n".join(paragraphs).encode(), "text.txt")
    data: dict[str, Any] = yaml.safe_load(draft_page(page, "zh").model)
    return data


@pytest.mark.parametrize(
    ("title", "gist"),
    [
        ("示例市修路架桥通水", "示例市修路架桥通水"),
        ("修路架桥通水——示例市今年上半年全力补齐短板纪实", "修路架桥通水"),
        ("示例市：修路架桥 通水通电，全年补齐短板", "示例市：修路架桥 通水通电"),
        ("示例市今年上半年修路架桥通水通电全力补齐各项短板", "（待写）"),
    ],
)
def test_a_gist_ends_at_a_mark_or_is_left_to_do(title: str, gist: str) -> None:
    data = draft_text(title, "2031-05-06 来源：示例日报", BODY, BODY)
    assert data["summary"]["gist"]["zh"] == gist


def test_what_stands_in_brackets_before_a_headline_is_the_column() -> None:
    title = "【新春走基层】示例市修路架桥通水"
    data = draft_text(title, "2031-05-06 来源：示例日报", BODY, BODY)
    assert data["source"]["title"]["zh"] == title
    assert data["source"]["section"]["zh"] == "新春走基层"
    assert data["summary"]["gist"]["zh"] == "示例市修路架桥通水"


def test_the_name_of_a_document_is_whole() -> None:
    name = "示例市推进内河航运与临港产业融合发展五年行动计划（2031—2035年）"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY + f"5月印发《{name}》。")
    (one,) = data["strategies"]
    assert one["name"]["zh"] == name
    assert all(len(proof["anchor"]) < 20 for proof in one["evidence"])


def test_evidence_and_waivers_stand_once_each() -> None:
    plans = "青河大桥计划明年3月开工。这不只是一座桥，更是一座桥头堡。"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY, plans)
    for one in data["projects"]:
        assert len(one["evidence"]) == len({str(proof) for proof in one["evidence"]})
    waived = [(one["paragraph"], one["text"]) for one in data["waived"]]
    assert len(waived) == len(set(waived))


TOP = ("示例市修路架桥", "2031-05-06 来源：示例日报", BODY)


@pytest.mark.parametrize(
    "text",
    [
        "全市贯彻党的三十届四中全会精神，李明院士团队荣获示例奖一等奖。",
        "青河镇、白河镇分获全省一、二等奖，补助标准不低于当地最低保障标准的1.6倍。",
        "全市推进“4个85%”，实现“五个翻番”，启动“百名教师进山村”，建成“两湾一岛”。",
        "示例市市长王明主持会议，王明说。市长王明到会。",
        "5月2日，青河大桥通车，《青河晨曲》。4月，示例市发布《青河》画册。",
        "《示例市推进内河航运与临港产业融合发展五年行动计划》出台。",
        "《示例市推进内河航运与临港产业融合发展五年行动计划》见效，《白河》也见效。",
        "规划顺利收官，6家企业入驻。白河县另有6家企业。",
        "截至5月3日24时，示例市播种7万亩。",
        "吉林省开会，吉林出资5亿元，长春、吉林两市签约。",
    ],
)
def test_a_fresh_draft_is_clean_but_for_what_is_left_to_do(text: str, tmp_path: Path) -> None:
    source = tmp_path / "text.txt"
    source.write_text("\n".join((*TOP, text)), encoding="utf-8")
    drafted = draft_page(read_page(source.read_bytes(), "text.txt"), "zh")
    examined = examine(inspect_text(drafted.model, "model.yaml"), str(source))
    left = {"untranslated", "left-to-do", "quantity-not-covered"}
    assert [one for one in examined.report.problems if one.code not in left] == []


def test_a_headline_that_the_page_repeats_is_evidence_in_both_places() -> None:
    data = draft_text(TOP[0], TOP[1], "下载", TOP[0], BODY)
    assert [one["paragraph"] for one in data["summary"]["evidence"]] == [1, 4]


def test_a_headline_inside_the_text_has_the_figure_of_the_paragraph_below() -> None:
    data = draft_text(*TOP, "前4个月白河县开建码头7座", "前4个月，白河县开建码头7座，进度加快。")
    (one,) = [figure for figure in data["figures"] if figure["text"] == "7座"]
    assert {proof["paragraph"] for proof in one["evidence"]} == {4, 5}
    assert one["evidence"][0]["paragraph"] == 5


def test_other_names_of_a_place_stand_in_the_text() -> None:
    data = draft_text(
        "示例市修路架桥", "2031-05-06 来源：示例日报", BODY + "贵州和云南省通了车，云南高兴。"
    )
    told = {one["name"]["zh"]: one.get("aliases") for one in data["places"]}
    assert told["贵州"] is None
    assert told["云南省"] == ["云南"]


def test_what_only_sums_up_places_or_says_one_is_waived() -> None:
    plans = "贵州和云南两地签约，不能只是一座码头，推进“高效办成一个事项”。"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY + plans)
    waived = {one["text"] for one in data["waived"]}
    assert waived >= {"两地", "一座"}
    assert "一个" not in waived  # a term holds it


def test_a_date_in_a_name_or_of_a_saying_is_waived_and_another_is_left_to_do() -> None:
    said = "县水利局2日称，6日停水。《青河规划（2030—2040年）》获批，“2031渔业年”延至2033年。"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY + said)
    waived = {str(one["text"]) for one in data["waived"]}
    assert waived >= {"2日", "2030—2040年", "2031"}
    assert any("2033年" in one for one in data["summary"]["todo"])


def test_a_month_without_a_year_waits_for_that_of_the_article() -> None:
    data = draft_text("示例市修路架桥", "1—9月，产量增长5%，3月6日，青河停水。")
    told = "".join(data["summary"]["todo"])
    assert "3月6日" in told
    assert "1—9月" not in told


def test_a_name_beside_whose_part_the_post_stands_is_cited_as_a_whole_too() -> None:
    says = "阿里·安齐到场，示例市大使安齐说，路通了。"
    data = draft_text("示例市修路架桥", "2031-05-06 来源：示例日报", BODY + says)
    (person,) = data["people"]
    assert [one["anchor"] for one in person["evidence"]] == ["阿里·安齐", "示例市大使安齐"]
    assert person["aliases"] == ["安齐"]


def test_the_second_draft_of_a_paper_and_day_has_a_source_of_its_own() -> None:
    page = read_page("\n".join(TOP).encode(), "-")
    first = draft_page(page, "en")
    article = inspect_text(first.model, "-").article
    assert article
    second = draft_page(page, "en", known=list_known([article]))
    assert yaml.safe_load(second.model)["source"]["id"] == f"{article.source.id}-2"


def test_figures_of_one_value_and_label_are_one_figure_however_often_they_stand() -> None:
    data = draft_text(*TOP, "收入5亿元，支出5亿元，支出5亿元。")
    labels = [one["label"]["zh"] for one in data["figures"] if one["text"] == "5亿元"]
    assert labels.count("支出") == 1


def test_what_only_sets_the_direction_is_a_guideline_and_a_treaty_no_strategy() -> None:
    data = draft_text(*TOP, "《甲乙纲要》和《甲乙行动方案》印发，《甲乙公约》生效。")
    kinds = {one["name"]["zh"]: one["kind"] for one in data["strategies"]}
    assert kinds == {"甲乙纲要": "guideline", "甲乙行动方案": "programme"}


def test_a_long_post_has_its_last_words_in_its_evidence() -> None:
    line = "省推进山海协作先行示范建设领导小组第一副组长王建国讲话。"
    model = draft_text("清河日报 2031-05-06", "清河县开会", line)
    (person,) = model["people"]
    anchors = [one["anchor"] for one in person["posts"][0]["evidence"]]
    assert "".join(anchors) == "省推进山海协作先行示范建设领导小组第一副组长"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("记者今天从水利部获悉，全国新建泵站9座。", "水利部"),
        ("水利部有关负责人介绍，全国新建泵站9座。", "水利部"),
        ("水利部部长李国英介绍，全国新建泵站9座。", "李国英"),
        ("全国新建泵站9座，水利部门加快验收。", None),
        ("从水利部获悉的情况很好。全国新建泵站9座。", None),
    ],
)
def test_what_a_body_states_is_said_by_it(text: str, speaker: str | None) -> None:
    model = draft_text("泵站", text)
    names = {
        one["id"]: one["name"]["zh"]
        for section in ("people", "organisations")
        for one in model.get(section, [])
    }
    (figure,) = (one for one in model["figures"] if one["text"] == "9座")
    assert [names[one] for one in figure.get("said_by", [])] == ([speaker] if speaker else [])


@pytest.mark.parametrize("end", range(10, 40))
def test_a_text_may_end_anywhere(end: int) -> None:
    text = "桥已修好。甲市副市长甲某5月2日说，2031年5月建成甲大桥；2032年，桥长3公里"
    assert draft_text(text[:end])["source"]


def test_an_amount_that_no_value_is_made_of_is_left_to_a_person() -> None:
    text = "近日，青河县召开推进会，一家企业投资③亿元，一家投资1½亿元，一家投资3e2亿元，①提升能力。"
    model = draft_page(read_page(text.encode(), "a.txt"), "en").model
    for amount in ("③亿元", "1½亿元", "3e2亿元"):
        assert f"'{amount}' of paragraph 1" in model
    assert "unit: CNY" not in model


def test_two_undated_texts_have_ids_of_their_own() -> None:
    first = draft_text("近日，甲县召开推进会，今年安排项目126个。")["source"]["id"]
    assert draft_text("昨日，乙县召开农村会议，今年安排资金16亿元。")["source"]["id"] != first


def test_a_zone_that_another_model_has_is_found() -> None:
    other = inspect_model(str(EXAMPLE)).article
    assert other
    page = read_page("\n".join([*TOP, "中戊城市群建成大道。"]).encode(), "text.txt")
    data = yaml.safe_load(draft_page(page, "en", known=list_known([other])).model)
    found = {one["id"]: (one["name"]["zh"], one["kind"]) for one in data["places"]}
    known = next(one for one in other.of(Place) if one.name.zh == "中戊城市群")
    assert found[known.id] == (known.name.zh, known.kind)


@pytest.mark.parametrize(
    "text",
    [
        "记者从福建省发改委获悉，中戊城市群建成大道。",  # that of another province
        "城东中戊湖开工，示范区建成大道。",  # a part of another name, and a word of any text
    ],
)
def test_a_name_of_another_model_may_be_that_of_another_place(text: str) -> None:
    article = inspect_model(str(EXAMPLE)).article
    assert article
    known = list_known([article])
    place = next(each for each in known.places if each.name.zh == "中戊城市群")
    lake = replace(place, id="lake", name=Bilingual(zh="中戊湖"), aliases=("示范区",))
    page = read_page("\n".join([*TOP, text]).encode(), "text.txt")
    known = known._replace(places=[*known.places, lake])
    data = yaml.safe_load(draft_page(page, "en", known=known).model)
    assert {one["id"] for one in data.get("places", ())}.isdisjoint({"lake", place.id})


def test_what_stands_behind_a_name_with_a_place_in_it_is_not_of_that_place() -> None:
    text = "会场设在青田县，其余11个县设分会场。项目包括青田县青河水库、南湖大坝等项目。"
    data = draft_text(*TOP, text)
    assert [one.get("places") for one in data["figures"] if one["text"] == "11个"] == [None]
    places = {one["name"]["zh"]: one.get("places") for one in data["projects"]}
    assert (places["青田县青河水库"], places["南湖大坝"]) == (["qingtian"], None)


def test_a_known_place_is_found_once_with_the_names_of_the_first_model() -> None:
    article = inspect_model(str(EXAMPLE)).article
    assert article
    known = list_known([article])
    place = next(each for each in known.places if each.name.zh == "中戊城市群")
    longer = replace(place, id="longer", name=Bilingual(zh="大中戊城市群", en="Greater cluster"))
    twin = replace(place, name=Bilingual(zh="中戊城市群", en="Another name"))
    text = "大中戊城市群建成大道，中戊城市群开工。"
    known = known._replace(places=[*known.places, longer, twin])
    page = read_page("\n".join([*TOP, text]).encode(), "text.txt")
    data = yaml.safe_load(draft_page(page, "en", known=known).model)
    found = {each["id"]: each["name"] for each in data["places"]}
    assert found["longer"]["zh"] == "大中戊城市群"
    assert found[place.id] == {"zh": place.name.zh, "en": place.name.en}
