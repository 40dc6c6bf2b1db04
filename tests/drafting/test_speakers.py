"""People for a draft: their posts, the bodies of these, and their own words."""

import pytest

from briefing.drafting.finding.people import find_people


def posts(*paragraphs: str) -> dict[str, list[str]]:
    return {one.name: [post.title for post in one.posts] for one in find_people(paragraphs)}


def bodies(text: str) -> dict[str, list[str | None]]:
    return {one.name: [post.organisation for post in one.posts] for one in find_people([text])}


def says(*paragraphs: str) -> dict[str, list[str]]:
    return {
        one.name: [paragraphs[at.paragraph - 1][at.start : at.end] for at in one.says]
        for one in find_people(paragraphs)
    }


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("省委副书记、省长林某到会。", {"林某": ["省委副书记", "省长"]}),
        ("昨天，阳泉市委书记林某到会。", {"林某": ["阳泉市委书记"]}),
        ("会见了示例集团董事长傅某一行。", {"傅某": ["示例集团董事长"]}),
        ("邀请到示例（集团）公司总经理程某。", {"程某": ["示例（集团）公司总经理"]}),
        ("“示例电子”总经理程某到会。", {"程某": ["“示例电子”总经理"]}),
        ("示例公司创始人兼总裁何某说。", {"何某": ["示例公司创始人", "总裁"]}),
        ("工业和信息化部副部长何某到会。", {"何某": ["工业和信息化部副部长"]}),
        ("示例大学城市与环境学院院长何某到会。", {"何某": ["示例大学城市与环境学院院长"]}),
        (
            "大同市市长何某与来访的市水务局局长赵某见面。",
            {"何某": ["大同市市长"], "赵某": ["市水务局局长"]},
        ),
        ("作为示例公司总经理，何某到会。", {"何某": ["示例公司总经理"]}),
        (
            "市委经济组织和社会组织工委副书记何某到会。",
            {"何某": ["市委经济组织和社会组织工委副书记"]},
        ),
        (
            "副主任赵某、省环保厅厅长提名候选人何某到会。",
            {"赵某": ["副主任"], "何某": ["省环保厅厅长提名候选人"]},
        ),
        ("赵某局长、钱某院士发言。", {"赵某": ["局长"], "钱某": ["院士"]}),
        (
            "教授，现任省科协主席，示例大学校长孙某到会。",
            {"孙某": ["教授", "省科协主席", "示例大学校长"]},
        ),
        ("市长（代）孙某到会。", {"孙某": ["市长"]}),
        ("原市委书记吴某退休，时任县长郑某回忆往事。", {"吴某": ["原市委书记"], "郑某": ["县长"]}),
        ("该院首席研究员李某、本局局长赵某到会。", {"李某": ["首席研究员"], "赵某": ["局长"]}),
        ("在茶园当班组长的原技工何某说。", {"何某": ["班组长", "原技工"]}),
        ("旗长巴特尔、苏木达其其格陪同。", {"巴特尔": ["旗长"], "其其格": ["苏木达"]}),
        ("市长李某,市委书记赵某到会。", {"李某": ["市长"], "赵某": ["市委书记"]}),
        ("省第九届、十届人大代表王某到会。", {"王某": ["省第九届、十届人大代表"]}),
        ("自治区主席买买提·艾力到会。", {"买买提·艾力": ["自治区主席"]}),
        (
            "省委副书记、省长，省推进山海协作先行示范建设领导小组组长郑志强讲话。",
            {"郑志强": ["省委副书记", "省长", "省推进山海协作先行示范建设领导小组组长"]},
        ),
        ("家住清河县河湾村上院组村民李小军笑着说。", {"李小军": ["清河县河湾村上院组村民"]}),
    ],
)
def test_posts_stand_before_a_name(text: str, held: dict[str, list[str]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("王某任市水务局局长，兼任市委常委。", {"王某": ["市水务局局长", "市委常委"]}),
        (
            "任命王某为副市长；免去李某的市教育局局长职务。",
            {"王某": ["副市长"], "李某": ["市教育局局长"]},
        ),
        ("接受孙某辞去市长职务的请求。", {"孙某": ["市长"]}),
        (
            "赵某，示例公司总经理；钱某，示例公司副总经理。",
            {"赵某": ["示例公司总经理"], "钱某": ["示例公司副总经理"]},
        ),
        ("李明，女，1980年生，现任县长。", {"李明": ["县长"]}),
        ("村民韩桂香也在家门口当起了讲解员。", {"韩桂香": ["村民", "讲解员"]}),
        ("村民韩桂香让女儿当上了讲解员。", {"韩桂香": ["村民"]}),
        ("市委书记韩某（兼市人大常委会主任）到会。", {"韩某": ["市委书记", "市人大常委会主任"]}),
        ("王某、李某分别任市长、副市长。", {"王某": ["市长"], "李某": ["副市长"]}),
        ("李某、张某等5名同志为省人大代表。", {"李某": ["省人大代表"], "张某": ["省人大代表"]}),
        (
            "原本是高炉皮带工的李建伟应聘，成为示例公司员工。",
            {"李建伟": ["高炉皮带工", "示例公司员工"]},
        ),
        ("曾任副县长的王建国说，路通了。", {"王建国": ["副县长"]}),
        ("张明远是河湾社区的居委会主任，住得近。", {"张明远": ["河湾社区的居委会主任"]}),
        ("46岁的张明远是一家企业的技术负责人，很忙。", {"张明远": ["企业的技术负责人"]}),
        ("作为河湾村的带头人，43岁的张明远返乡。", {"张明远": ["河湾村的带头人"]}),
        ("当时还是一名学徒的张明远努力。", {"张明远": ["学徒"]}),
        ("李建伟回村，担任了党支部书记。", {"李建伟": ["党支部书记"]}),
        ("张明远：守山的村官 李建伟：当好服务员", {}),
        ("张明远说，大家都成为受益者。", {"张明远": []}),
        ("李建伟返乡，这里成为游客的去处。", {"李建伟": []}),
    ],
)
def test_posts_stand_behind_a_name(text: str, held: dict[str, list[str]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "省领导李某、赵某和孙某参加。",
            {"李某": ["省领导"], "赵某": ["省领导"], "孙某": ["省领导"]},
        ),
        ("市长李某、赵某到场。", {"李某": ["市长"], "赵某": []}),
        (
            "市委书记李某，市委副书记、市长赵某到场。",
            {"李某": ["市委书记"], "赵某": ["市委副书记", "市长"]},
        ),
    ],
)
def test_a_list_shares_a_post_that_several_people_can_hold(
    text: str, held: dict[str, list[str]]
) -> None:
    assert posts(text) == held


def test_a_person_is_there_once_with_the_fullest_posts() -> None:
    assert posts("示例省统计局局长李某到会。", "局长李某讲话。李某局长也是省委委员。") == {
        "李某": ["示例省统计局局长", "省委委员"]
    }
    (found,) = find_people(["王建国去了。王建国又来了。", "县长王建国到会。"])
    assert [at.paragraph for at in found.mentions] == [2, 1, 1]


def test_who_writes_the_news_is_no_person_of_it() -> None:
    assert posts("（本报记者 王小明）", "责任编辑：张三丰") == {}
    assert posts("（本报记者 王小明 通讯员 李大海）") == {"李大海": ["通讯员"]}
    assert posts("这里变了样。（王小明 李大海）", "全景（张三丰 摄）", "质量有保证。赵大勇") == {}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("省统计局副局长、新闻发言人李某到会。", {"李某": ["省统计局", "省统计局"]}),
        ("太原市委副书记、市长张某到会。", {"张某": ["太原市委", None]}),
        ("示例大学党委书记张某、副校长李某到会。", {"张某": ["示例大学"], "李某": ["示例大学"]}),
        ("县委书记张某、总经理李某到会。", {"张某": ["县委"], "李某": [None]}),
        ("村民张某到会。", {"张某": [None]}),
    ],
)
def test_a_post_has_the_body_that_is_named(text: str, held: dict[str, list[str | None]]) -> None:
    assert bodies(text) == held


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("李某说：“路通了。产业来了。”", {"李某": ["路通了。产业来了。"]}),
        ("“路通了。”县长李某说，“产业来了。”", {"李某": ["路通了。", "产业来了。"]}),
        ("李某在会上表示，要加快，要稳。大家都到了。", {"李某": ["要加快，要稳"]}),
        ("李某认为这条路走得通。", {"李某": ["这条路走得通"]}),
        ("李某欢迎赵某一行。他指出，前景很好。", {"李某": ["前景很好"], "赵某": []}),
        ("李某介绍了情况，宣讲，大家听。", {"李某": []}),
        ('李某说:"路通了,好。"', {"李某": ["路通了,好。"]}),
        ("“赵某说，不行。”李某摇头。", {"赵某": [], "李某": []}),
    ],
)
def test_words_are_those_of_the_speaker(text: str, said: dict[str, list[str]]) -> None:
    assert says(text) == said


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["江山守着金山源做文章。安德牛出栏四十万头，秦川牛也走俏。"], []),
        (["金山源是一条河，", "金山源说，路通了。"], ["金山源"]),
        (["陈江海、林建国和赵志强说，路通了。"], ["陈江海", "林建国", "赵志强"]),
    ],
)
def test_people_are_whom_the_text_treats_as_such(paragraphs: list[str], found: list[str]) -> None:
    assert list(posts(*paragraphs)) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“快了很多。”赵志良多年前来到县城，先做销售。", ["赵志良"]),
        ("经营饭店的孙昌平也有同感，“如今只去一次。”", ["孙昌平"]),
        ("孙昌平就是新城人，他从厨师做起。", ["孙昌平"]),
        ("金山岭是旅游胜地，它吸引游客。", []),
        ("大冶市和阳新县开会，阳新签约18个项目。", []),  # the county
        ("徐嘉一和张雨辰还分别夺冠，郎素青家中来客。", ["徐嘉一", "张雨辰", "郎素青"]),
        ("家住示例市的卜文平上班，金马镇、平安镇等4个镇受灾。", ["卜文平"]),
        ("全媒体记者到村里采访。", []),
        ("构建“群众张嘴，干部跑腿”的格局。", []),
    ],
)
def test_people_without_posts_are_told_by_their_words(text: str, names: list[str]) -> None:
    assert [one.name for one in find_people([text])] == names


def test_the_last_part_of_a_foreign_name_is_the_same_person() -> None:
    texts = "总统约翰·迪布兰到访。", "甲国总统迪布兰表示，一切顺利。"
    assert posts(*texts) == {"约翰·迪布兰": ["甲国总统"]}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("周大海主任医师、裴大军总指挥到场。", {"周大海": ["主任医师"], "裴大军": ["总指挥"]}),
        ("《乙谈》播出甲国总统费诺·穆亚专访。", {"费诺·穆亚": ["甲国总统"]}),
        ("他重申支持甲国总统费诺·穆亚。", {"费诺·穆亚": ["甲国总统"]}),
    ],
)
def test_a_post_is_whole_and_no_more_than_that(text: str, held: dict[str, list[str]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("幸小军和妻子回乡养鱼。", ["幸小军"]),
        ("冰场上，刘昀生、潘宝新组合以3分夺冠。", ["刘昀生", "潘宝新"]),
        ("庞云开团队手握技术。", ["庞云开"]),
        ("高平市长到会，任丘市委表示。", []),
    ],
)
def test_a_spouse_or_a_team_beside_a_name_tells_a_person(text: str, names: list[str]) -> None:
    assert list(posts(text)) == names
