"""Organisations for a draft: what is one, of which kind, and by which names."""

import pytest

from briefing.drafting.finding.organisations import find_organisations


def names(*paragraphs: str) -> list[str]:
    return [one.name for one in find_organisations(paragraphs)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("省委、省政府召开会议，省委省政府部署。", ["省委", "省政府"]),
        ("县属国有企业白河城市发展公司负责运营。", ["白河城市发展公司"]),
        (
            "另一家企业白河新材料公司停产，省级链主企业云岭集团投产。",
            ["白河新材料公司", "云岭集团"],
        ),
        ("建设区域中心城市，推进研究院建设。", []),
        ("李某入职青河科技股份有限公司。", ["青河科技股份有限公司"]),
        ("民营企业家协会到会，央企改革办公室来了。", []),
        ("示例银行来了，该公司总经理王强说。", ["示例银行"]),
        ("昨天，青河市住房和城乡建设局与示例银行签约。", ["青河市住房和城乡建设局", "示例银行"]),
        ("引进甲乙（云南）有限公司，成立丙丁研究院。", ["甲乙（云南）有限公司", "丙丁研究院"]),
        ("示例大学环境学院的学生来到青河县人民医院。", ["示例大学环境学院", "青河县人民医院"]),
        ("县委书记李某会见示例集团总裁赵某。", ["县委", "示例集团"]),
        ("两家上市公司、多家大型企业集团和地方政府都来了。", []),
        ("市委部署，公司1家，三家医院。", ["市委"]),
        ("市里与青河大学签约共建光电研究院。", ["青河大学", "光电研究院"]),
        ("自治区水利厅2个，清远市电视台1个，农村医院12家。", ["自治区水利厅", "清远市电视台"]),
        ("会上，省发改委和县财政局汇报，政局稳定。", ["省发改委", "县财政局"]),
        ("青河县水务局原党组书记、局长王建国到会。", ["青河县水务局"]),
        ("除市级农民工服务中心，发挥云岭集团的优势。", ["市级农民工服务中心", "云岭集团"]),
        (
            "中国—中亚现代农业研究院在柳湾村党支部开课。",
            ["中国—中亚现代农业研究院", "柳湾村党支部"],
        ),
        ("青河环境监测总站青石水质监测站内", ["青河环境监测总站青石水质监测站"]),
        ("联合县中医院的方案上报水利部，没有新增政府债务。", ["县中医院", "水利部"]),
        ("甲县海洋与渔业局来了，甲县与水利部门、公办幼儿园都来了。", ["甲县海洋与渔业局"]),
        ("优化布局，开创新局面，作出部署，办成大事。", []),
        ("山河示范区管委会负责，管委会主任李某到会。", ["山河示范区管委会"]),
        ("清河高新区汽车零部件产业产值增长，清河县能源装备出口翻番。", []),
        ("清河高新区汽车产量增长，清河县示例汽车投产。", ["清河县示例汽车"]),
        ("农业农村部党组书记、部长王建国说，全力开新局。", ["农业农村部"]),
        ("记者从江苏省青石厅获悉，日前从省水利厅了解到。", ["江苏省青石厅", "省水利厅"]),
        ("从江县人民医院扩建。", ["从江县人民医院"]),
        ("旅游公司、上级医院、口岸海关、这家合作社和全部学校都来了。", []),
        ("国务院国资委发文，财政部紧急安排中央预算内投资。", ["国务院国资委", "财政部"]),
        ("建设美丽的新乡村汽车特色城镇。", []),
        ("甲新村29号青河医院起火。", ["青河医院"]),
        ("国务院湖南青河医院事故调查组到会。", ["国务院", "湖南青河医院"]),
        ("开展消费积分行动，残疾人大众冰雪活动开幕，首届科技·文化周闭幕。", []),
        ("县水利局会同县财政局检查，推动县教育局牵头。", ["县水利局", "县财政局", "县教育局"]),
        ("三个青河大学生来到青河市中学生球赛，全市局地有雨，48支队伍参加青河机器人大会。", []),
        ("百年变局之下，青河航空公司的人走进国家会堂宴会厅。", ["青河航空公司"]),
        ("220多万家农民合作社增收，联合中国示例研究院育种。", ["中国示例研究院"]),
    ],
)
def test_organisations_are_told_by_the_ends_of_their_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_short_names_are_mentions_of_the_full_one() -> None:
    (one,) = find_organisations(
        ["甲乙集团有限公司（简称“甲集”）签约。", "甲集投产，甲乙集团扩建。"]
    )
    assert one.name == "甲乙集团有限公司"
    assert set(one.aliases) == {"甲集", "甲乙集团"}
    assert [at.paragraph for at in one.mentions] == [1, 1, 2, 2]


def test_kinds_follow_from_the_ends() -> None:
    text = "青河市委、青河市统计局、甲乙煤业集团、丙丁大学、青河省商会、戊己工作队队长李某到会。"
    assert [one.kind for one in find_organisations([text])] == [
        *("party", "government", "firm", "institute", "association", "other")
    ]


def test_a_body_that_only_a_post_tells_is_named_elsewhere_too() -> None:
    paragraphs = ["省示例办召开会议。", "省示例办副主任林某说，路通了。"]
    (found,) = find_organisations(paragraphs)
    assert (found.name, [span[:2] for span in found.mentions]) == ("省示例办", [(1, 0), (2, 0)])


@pytest.mark.parametrize(
    "text",
    [
        "提高城乡居民养老保险待遇。",
        "打造国际科技创新中心。",
        "第三批11家甲乙丙联合实验室名单出炉，甲乙丙联合实验室总数31家。",
        "加强政府建设，建设法治政府。",
    ],
)
def test_a_benefit_a_position_and_a_kind_of_bodies_are_no_organisations(text: str) -> None:
    assert find_organisations([text]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本期债券的主承销商甲州示例证券股份有限公司牵头。", ["甲州示例证券股份有限公司"]),
        ("甲县示例水务有限公司公司债券发行。", ["甲县示例水务有限公司"]),
        ("债券获得甲省发展改革委批复，材料移交甲县财政局。", ["甲省发展改革委", "甲县财政局"]),
        ("走进陇县盛源果品有限责任公司，设备正在运转。", ["陇县盛源果品有限责任公司"]),
        ("甲县计划建设职工培训中心项目，总投资5亿元。", []),
        ("首届甲省中学生运动会开幕，世界机器人大会举行。", []),
        ("面对百年变局，嘉宾步入宴会厅。", []),
    ],
)
def test_a_body_is_told_from_the_words_around_it(text: str, names: list[str]) -> None:
    assert [one.name for one in find_organisations([text])] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议审议国务院的报告，纳入省水利厅的计划。", ["国务院", "省水利厅"]),
        ("还好青河县水务局救了急。", ["青河县水务局"]),
        ("协会积极对接省电子商务促进会。", ["省电子商务促进会"]),
        ("实施“党校+基地”工程。", []),
        ("省工商联党组书记王文山说，路通了。", ["省工商联"]),
    ],
)
def test_the_name_of_a_body_begins_behind_verbs(text: str, found: list[str]) -> None:
    assert names(text) == found
