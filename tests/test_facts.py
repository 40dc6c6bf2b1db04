"""What the shipped model says where a careful reading of its article once found it wrong.

Each test holds a point of fact, speaker or stage by its value, as it stands in the article.
"""

from typing import Any

import pytest

from briefing.model.records import Figure, Person, Place, Project, Strategy
from briefing.shelf.library import Library, load
from briefing.words.catalogue import label, stage
from support import EXAMPLE, SECOND, briefing

pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def by_id(shipped_library: Library) -> dict[str, Any]:
    return dict(shipped_library.articles[0].by_id)


def shown(*args: str) -> str:
    run = briefing(*args)
    assert (run.status, run.err) == (0, "")
    return run.out


def test_what_is_drawn_up_is_not_called_being_drawn_up() -> None:
    assert label("listed", "zh").zh == "已列入谋划"
    assert label("planned", "zh").zh == "拟建"
    assert (label("proposed", "zh").zh, label("sought", "zh").zh) == ("正在谋划", "争取中")
    assert stage("sought", "zh").zh == "目标"


@pytest.mark.parametrize(
    ("name", "status", "stage"),
    [
        *((name, "listed", "unstated") for name in ("xiongxin-hsr", "jidayuan-hsr")),
        *((name, "listed", "unstated") for name in ("taixin-avenue", "pingshang-reservoir")),
        *((name, "listed", "unstated") for name in ("manufacturing-park", "grain-market")),
        ("data-valley", "unstated", "unstated"),
        ("silicon-rods", "signed", "agreed"),
        ("cetc-base", "under_construction", "under_way"),
        ("ankerui-line", "operating", "done"),
        ("shitai-passage", "proposed", "planned"),
        ("xiongan-expressway", "sought", "sought"),
        ("rcep-park", "planned", "planned"),
    ],
)
def test_a_project_is_as_far_as_the_article_says(
    by_id: dict[str, Any], name: str, status: str, stage: str
) -> None:
    assert (by_id[name].status, by_id[name].stage) == (status, stage)


def test_the_projects_drawn_up_are_stated_and_planned(by_id: dict[str, Any]) -> None:
    projects, measures = by_id["key-projects"], by_id["build-taixin"].measures
    assert (projects.value, projects.stage, projects.said_by) == (268, "planned", ())
    assert {(one.basis, one.stage) for one in measures[:2]} == {("stated", "planned")}
    assert by_id["key-investment"].period.zh == "截至目前"


@pytest.mark.parametrize("name", ["yq-industry", "yq-digital", "yq-services", "core-llzf"])
def test_only_the_owner_or_the_whole_is_inferred(by_id: dict[str, Any], name: str) -> None:
    assert by_id[name].basis == "stated"
    assert by_id[name].inferred in (("places",), ("part_of",))


def test_the_date_is_that_of_the_page_and_not_of_the_paper(shipped_library: Library) -> None:
    source = shipped_library.articles[0].source
    assert source.published is None
    assert source.republished is not None
    assert source.republished.isoformat() == "2022-03-21T14:45:00+08:00"
    assert "中国西藏网2022年3月21日转载" in shown("summary", "--lang", "zh")
    assert "republished by China Tibet Online on 21 March 2022" in shown("summary")
    cited = briefing("cite", "--style", "gbt7714").out
    assert "中国西藏网（2022-03-21）. 原载山西日报" in cited


@pytest.mark.parametrize(
    "name", ["mu-each", "forest-cover", "forest-rank", "air-rank-shanxi", "air-rank-fenwei"]
)
def test_an_officials_figures_are_his(by_id: dict[str, Any], name: str) -> None:
    assert by_id[name].said_by == ("yan-binsheng",)


def test_his_period_is_said_where_he_says_it_and_left_open_where_not(by_id: dict[str, Any]) -> None:
    assert {by_id[name].period.zh for name in ("forest-cover", "forest-rank", "mu-each")} == {
        "脱贫攻坚期间"
    }
    for name in ("air-rank-shanxi", "air-rank-fenwei"):
        assert by_id[name].period is None
        assert "文中未说" in by_id[name].note.zh


def test_two_rankings_are_two_figures(by_id: dict[str, Any]) -> None:
    first, second = by_id["air-rank-shanxi"], by_id["air-rank-fenwei"]
    assert (first.value, second.value) == (1, 1)
    assert "在全省" in first.label.zh
    assert "11个城市" in second.label.zh


def test_lvliang_has_the_roles_that_are_its_own_and_they_are_aims(by_id: dict[str, Any]) -> None:
    roles = by_id["lvliang"].roles
    assert {role.stage for role in roles} == {"sought"}
    assert not any("交汾文孝" in role.text.zh or "后花园" in role.text.zh for role in roles)
    assert [role.given_by for role in roles[:2]] == [("provincial-plenum",)] * 2
    assert all("provincial-plenum" in role.said_by for role in roles[:2])


def test_yangquans_first_role_is_given_and_not_inferred(by_id: dict[str, Any]) -> None:
    first, *_, last = by_id["yangquan"].roles
    assert (first.basis, first.given_by) == ("stated", ("provincial-committee",))
    assert (last.text.en, last.basis) == ("East wing", "implied")
    stages = {role.text.zh: role.stage for role in by_id["yangquan"].roles}
    assert stages["融入京津冀的桥头堡"] == "sought"
    assert {proof.paragraph for proof in by_id["yangquan"].evidence} >= {19, 20, 21, 22, 23}


def test_the_three_positions_point_to_the_one_that_is_named(by_id: dict[str, Any]) -> None:
    assert 19 in {proof.paragraph for proof in by_id["three-positions"].evidence}
    assert "重要节点" in by_id["three-positions"].note.zh


def test_the_plus_sign_and_the_partners_are_left_open(by_id: dict[str, Any]) -> None:
    for name in ("silicon-rods", "silicon-wafers"):
        assert by_id[name].partners == ("reform-committee", "signing-firms")  # not one firm alone
        assert "+" in by_id[name].note.zh


def test_what_the_article_joins_is_not_split(by_id: dict[str, Any]) -> None:
    assert by_id["manufacturing-park"].name.zh.startswith("航空航天材料精密制造、")
    assert "aerospace-materials" not in by_id
    goals = [one.text.zh for one in by_id["reform-zone"].roles]
    assert {"最优营商环境", "最佳宜居宜业新区"} <= set(goals)


def test_parallels_are_no_aims(by_id: dict[str, Any]) -> None:
    assert by_id["zone-creed"].aim is None


def test_lucid_waters_are_an_asset(by_id: dict[str, Any]) -> None:
    assert "yields wealth" in by_id["term-lucid-waters"].gloss.en


def test_the_rail_corridor_is_the_provinces(by_id: dict[str, Any]) -> None:
    assert by_id["east-railway"].places == ("shanxi",)
    assert "yangquan" in by_id["east-railway"].about


def test_enumerations_are_in_the_order_of_the_article(by_id: dict[str, Any]) -> None:
    text = next(one.text for one in by_id["effort-drivers"].measures if "千亿级" in one.text.zh)
    assert text.zh.index("合成生物") < text.zh.index("电子信息") < text.zh.index("新能源")
    names = [one for one in by_id if one in ("synthetic-biology", "electronic-info", "new-energy")]
    assert names == ["synthetic-biology", "electronic-info", "new-energy"]


def test_a_formula_is_no_post_and_resources_are_allocated(by_id: dict[str, Any]) -> None:
    assert [post.title.zh for post in by_id["xi-jinping"].posts] == ["总书记"]
    said = " ".join(one.text.zh for one in by_id["wang-jianfeng"].positions)
    assert "配置" in said
    assert "流动" not in said


def test_the_notice_binds_media_on_pain_of_legal_action(shipped_library: Library) -> None:
    rights = shipped_library.articles[0].source.rights
    assert rights is not None
    assert "媒体" in rights.zh
    assert "法律责任" in rights.zh


def test_the_zone_has_its_projects_its_money_its_people_and_its_paths() -> None:
    zone = shown("zone", "taixin-zone")
    for words in ("268", "nearly CNY 200 billion", "Wang Jianfeng", "four paths", "Xinzhou"):
        assert words.lower() in zone.lower()
    assert "wang-jianfeng" in shown("people", "--city", "taixin-zone")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("city", "jinzhong"), "Reform Demonstration Zone"),
        (("city", "taiyuan"), "Jiao-Fen-Wen-Xiao"),
        (("zone", "xiongan"), "Xiong'an–Xinzhou High-Speed Railway"),
        (("zone", "jingjinji"), "Yangquan"),
        (("zone", "Lyuliang Mountains"), "continued greening"),
        (("zone", "Lüliang Mountains"), "continued greening"),
    ],
)
def test_a_tie_is_shown_at_both_places(command: tuple[str, ...], words: str) -> None:
    assert words in shown(*command, "--full")


def test_numerals_in_names_are_kept_and_not_listed(shipped_library: Library) -> None:
    figures = shipped_library.articles[0].of(Figure)
    in_names = {one.id for one in figures if one.in_name}
    assert {"wings-count", "belts-count", "batches-count", "six-nodes"} - in_names == {"six-nodes"}
    assert "wings-count" not in shown("figures")
    assert "wings-count" in shown("figures", "--all")
    assert "wings-count" in shown("search", "两翼")


def test_every_name_is_the_articles_or_says_that_it_is_coined(
    shipped_library: Library, source_text: str
) -> None:
    plain = str.maketrans({"（": "(", "）": ")", "，": ",", "“": "", "”": "", "‘": "", "’": ""})
    text = "".join(source_text.translate(plain).split())
    for kind in (Place, Strategy, Project, Person):
        for record in shipped_library.articles[0].of(kind):
            name = "".join(record.title.zh.translate(plain).split()).split("：")[-1]
            assert name in text or getattr(record, "coined", False), record.id


def test_a_second_article_tells_the_same_project_at_a_later_stage() -> None:
    shelf = load([EXAMPLE, SECOND])
    second, first = (hit.record for hit in shelf.by_id["wharf"])
    assert (first.stage, second.stage) == ("agreed", "under_way")  # type: ignore[attr-defined]
