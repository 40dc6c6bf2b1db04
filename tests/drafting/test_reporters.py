"""Who wrote an article: people and desks."""

from typing import Any, cast

import pytest

from briefing.drafting.draft import draft_page
from briefing.drafting.pages.bylines import find_reporters
from briefing.drafting.pages.leads import find_reporters_of_lead
from briefing.drafting.pages.page import read_page
from briefing.drafting.records import make_reporter
from briefing.model.yamlfile import Parsed


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("林某", {"zh": "林某", "en": "Lin Mou"}),
        ("娜仁花", {"zh": "娜仁花"}),
        ("次仁多吉", {"zh": "次仁多吉"}),
        ("本报采访组", {"zh": "本报采访组", "corporate": True}),
        ("示例晚报评论员", {"zh": "示例晚报评论员", "corporate": True}),
    ],
)
def test_a_name_of_another_people_is_that_of_a_person(name: str, made: dict[str, object]) -> None:
    assert make_reporter(name) == made


def test_names_behind_their_desk_close_an_article() -> None:
    foot = "（示例县融媒体中心 林文山 赵立）"
    assert find_reporters([], ["码头开工。", foot], []) == ["林文山", "赵立"]
    assert find_reporters([], ["码头开工。", "（示例县融媒体中心 供图）"], []) == []


def test_names_of_other_peoples_stand_in_a_byline() -> None:
    assert find_reporters(["（本报记者 卓玛央宗 林某文 摄影报道）"], [], []) == [
        "卓玛央宗",
        "林某文",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2031年5月6日 09:15 来源：示例晚报 本报记者 林某文　赵某",
        "来源: 示例网 | 2031-05-06 | 记者 林某文 赵某 责任编辑：钱某",
        "2031/05/06 稿源：示例日报　通讯员：林某文、赵某",
    ],
)
def test_reporters_stand_behind_the_date_and_the_source_of_a_line(line: str) -> None:
    assert find_reporters([line], [], []) == ["林某文", "赵某"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王文山 李立 本报记者 赵一鸣", ["王文山", "李立", "赵一鸣"]),
        ("王文山 通讯员 李立", ["王文山"]),
        ("太原 本报记者 赵一鸣", ["赵一鸣"]),
        ("示例晚报 本报记者 赵一鸣", ["赵一鸣"]),
    ],
)
def test_names_before_the_first_role_are_those_of_reporters(line: str, names: list[str]) -> None:
    assert find_reporters([line], [], []) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（记者 林文山 通讯员 赵立 实习生 王小明）", ["林文山"]),
        ("（通讯员 赵立）", ["赵立"]),
        ("林文山 文/图", ["林文山"]),
        ("文、图：林文山", ["林文山"]),
        ("（林文山供稿）", ["林文山"]),
        ("（供稿：甲县融媒体中心 林文山）", ["林文山"]),
        ("（林文山/文 赵立/图）", ["林文山"]),
        ("（林文山 摄影）", []),
    ],
)
def test_those_who_wrote_are_told_from_those_who_helped(line: str, names: list[str]) -> None:
    text = f"甲县经济观察\n甲县产值增长5.6%，群众增收。\n甲县再建一所学校。\n{line}"
    assert list(read_page(text.encode(), "a.txt").reporters) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("林文山", ["林文山"]), ("赵　立", ["赵立"]), ("高标准", []), ("新变化", []), ("赵立", [])],
)
def test_a_name_that_is_the_line_below_a_title_is_that_of_the_reporter(
    line: str, names: list[str]
) -> None:
    text = f"山乡的新路（一线行走）\n{line}\n去年，甲县再建一所学校，群众增收。\n路通了。"
    assert list(read_page(text.encode(), "a.txt").reporters) == names


def test_a_line_without_a_role_names_no_reporters() -> None:
    assert find_reporters(["2031-05-06 来源：示例日报 林某文"], [], []) == []


@pytest.mark.parametrize(
    "head",
    [
        "甲县经济观察\n本报记者 林文山 赵立\n2031-10-24 来源：示例日报",
        "甲县经济观察\n□林文山 赵立\n2031-10-24 来源：示例日报",
        "甲县经济观察\n2031年10月24日 示例日报 记者 林文山 赵立",
        "2031年10月24日 示例日报 第03版\n甲县经济观察\n本报记者 林文山 赵立",
    ],
)
def test_a_byline_is_no_title_wherever_it_stands(head: str) -> None:
    page = read_page(f"{head}\n10月21日，甲县产值增长5.6%。甲县再建一所学校。\n".encode(), "a.txt")
    made: Any = cast(Any, Parsed(draft_page(page, "en").model, "").data)["source"]
    assert made["title"]["zh"] == "甲县经济观察"
    assert (made["publisher"]["zh"], str(made["published"])) == ("示例日报", "2031-10-24")
    assert [one["zh"] for one in made["reporters"]] == ["林文山", "赵立"]


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("本报甲市5月6日电记者林文山报道：", ["林文山"]),
        ("本报甲市5月6日电 记者林文山、赵立报道：", ["林文山", "赵立"]),
        ("示例日报记者林文山报道 ", ["林文山"]),
        ("本报记者林文山甲市报道：", []),
        ("本报记者林文山西安报道：", ["林文山"]),
        ("某新网昆明5月6日电 (林文山)记者6日从昆明市获悉，", ["林文山"]),
        ("本报讯 (曾建文)近日，展会开幕。", ["曾建文"]),  # a family name that is a word, too
        ("本报讯（林博文/文）近日，展会开幕。", ["林博文"]),
        ("本报讯（林博文 文）近日，展会开幕。", ["林博文"]),
        ("本报讯（时政部）近日，展会开幕。", []),
        ("本报讯 (林文山)近日，", ["林文山"]),
        ("本报讯 记者林文山 通讯员赵立 近日，", ["林文山"]),
        ("甲县讯（林文山 赵立）", ["林文山", "赵立"]),
        ("本报讯 林文山报道：", ["林文山"]),
        ("本报讯（佘文山 赵立 文/图）", ["佘文山", "赵立"]),
        ("甲县融媒体中心讯（林文山）", ["林文山"]),
        ("本报讯（融媒体中心）", []),
        ("本报讯（权威发布）", []),
        ("本报讯 (昆明)", []),
        ("某华社昆明5月6日电（国际观察）", []),
        ("本报讯 记者昨日从甲市获悉，", []),
        ("本报讯 记者 于近日 获悉，", []),
        ("本报记者了解到，多家媒体报道：", []),
    ],
)
def test_a_lead_tells_who_wrote(lead: str, names: list[str]) -> None:
    assert find_reporters_of_lead(f"{lead}甲市再建一所学校。") == names


@pytest.mark.parametrize(
    "lines", [["甲市再建学校。（林文山赵立）"], ["甲市再建学校。", "（林文山赵立）"]]
)
def test_names_run_together_at_the_end_are_told_apart(lines: list[str]) -> None:
    assert find_reporters([], lines, []) == ["林文山", "赵立"]
    assert find_reporters([], ["甲市再建学校。（全文完）"], []) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("林文山 赵 立", ["林文山", "赵立"]),
        ("安全 生产", []),
        ("金山 银山", []),
        ("山东 河南", []),
        ("花卉 种植", []),
    ],
)
def test_names_alone_on_a_line_are_those_of_reporters(line: str, names: list[str]) -> None:
    assert find_reporters_of_lead(line) == names


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("示例网讯 （记者 央珍）", ["央珍"]),
        ("示例社甲市二月二日电（记者宽宁）", ["宽宁"]),
        ("示例网讯（记者手记）", []),
        ("示例网讯（记者调查）", []),
    ],
)
def test_one_name_behind_a_role_in_brackets_is_of_any_family(lead: str, names: list[str]) -> None:
    assert find_reporters([], [f"{lead}甲县产值增长5.6%。"], []) == names


def test_a_lead_on_a_line_of_its_own_is_no_title_and_names_its_agency() -> None:
    text = (
        "示例社甲市二月二日电（记者央珍）\n“八五”期间，甲县产值增长百分之五。甲县再建一所学校。\n"
    )
    page = read_page(text.encode(), "a.txt")
    assert (page.title, page.publisher, list(page.reporters)) == (None, "示例社", ["央珍"])


def test_the_source_in_brackets_behind_the_last_sentence_is_the_paper() -> None:
    page = read_page("甲县产值增长5.6%。甲县再建一所学校。（来源：示例日报）\n".encode(), "a.txt")
    assert page.publisher == "示例日报"


def test_reporters_are_found_in_a_text_that_breaks_no_lines() -> None:
    text = "本报记者　林文山本报通讯员　赵立从５月中旬开始，甲县演出多了。"
    assert find_reporters([], [text], []) == ["林文山"]


def test_of_those_behind_a_role_the_one_who_wrote_is_the_reporter() -> None:
    assert find_reporters(["示例日报记者 林文山/文 赵立新/图"], [], []) == ["林文山"]
