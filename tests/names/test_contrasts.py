"""Words for things of one kind: a translation or a summary may not name another one."""

import pytest

from briefing.names.contrasts import contrast_languages, contrast_texts, list_kinds


@pytest.mark.parametrize(
    ("chinese", "right", "wrong"),
    [
        ("国家级贫困村", "a national-level poor village", "a provincial-level poor village"),
        ("镇党委书记", "Party secretary of the town", "mayor of the town"),
        ("副市长", "vice mayor", "mayor"),
        ("长山市委书记", "Party secretary of Changshan", "mayor of Changshan"),
        ("甲市研究中心", "Jia research centre", "Jia academy"),
        ("甲市行业协会", "Jia trade association", "Jia trade commission"),
        ("县城西南部", "southwest of the county seat", "southeast of the county seat"),
        ("中部城市", "central cities", "western cities"),
        ("建筑面积", "floor area", "planned area"),
        ("产业数字化", "industrial digitalisation", "digital industries"),
        ("本土企业", "home-grown firms", "firms from elsewhere"),
        ("市长", "mayor", "deputy mayor"),
        ("每天揽收的快递", "parcels collected a day", "parcels collected a month"),
        ("蚕桑产业", "sericulture", "beekeeping"),
        ("出口额", "exports", "imports"),
        ("热电", "thermal power", "nuclear power"),
        ("西部通道", "western corridor", "eastern corridor"),
        ("总经理", "general manager", "deputy general manager"),
        ("副总经理", "deputy general manager", "general manager"),
        ("县政协", "county CPPCC committee", "county people's congress"),
        ("苏北", "northern Jiangsu", "eastern Jiangsu"),
        ("南北两翼", "north and south wings", "east and west wings"),
        ("降低成本", "lowering costs", "raising costs"),
        ("肉羊存栏", "stock of sheep", "sheep slaughtered"),
        ("码头计划总投资", "investment planned in the wharf", "investment completed in the wharf"),
        ("新增就业", "new jobs", "cumulative employment"),
        ("一般公共预算支出", "general public budget spending", "budget revenue"),
        ("建制村", "villages", "towns"),
        ("签约项目", "projects agreed, to be built next year", "projects started"),
    ],
)
def test_a_translation_names_no_other_thing_of_the_kind(
    chinese: str, right: str, wrong: str
) -> None:
    assert not list(contrast_languages(chinese, right))
    assert list(contrast_languages(chinese, wrong))


@pytest.mark.parametrize(
    ("text", "source", "is_wrong"),
    [
        ("省级试点", "这里是国家级试点", True),
        ("国家级试点", "这里是国家级试点", False),
        ("社会资本进入", "外资进入当地", True),
        ("交付了两千单", "签下了两千单", True),
        ("签订了两千单", "签下了两千单", False),
        # Both are said of it, so that none of them is wrong.
        ("进口增长", "出口和进口都增长", False),
    ],
)
def test_a_summary_names_no_other_thing_of_the_kind(text: str, source: str, is_wrong: bool) -> None:
    found = contrast_texts(text, source, lambda one: bool(one.chinese.search(source)))
    assert bool(list(found)) == is_wrong


def test_a_country_is_no_direction() -> None:
    assert not list(contrast_languages("苏北的企业到韩国", "North Jiangsu firms in South Korea"))


def test_each_member_begins_with_a_character_that_its_words_have() -> None:
    for members in list_kinds().values():
        assert len(members) > 1
        for one in members:
            assert all("\u4e00" <= first <= "\u9fff" for first in one.firsts)
