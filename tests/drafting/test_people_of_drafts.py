"""People and their posts in drafts: lists, brackets, namesakes, and what is no person."""

import pytest

from briefing.drafting.draft import draft_page
from briefing.drafting.finding.people import find_people
from briefing.drafting.pages.page import read_page


def posts(text: str) -> dict[str, list[str]]:
    return {one.name: [post.title for post in one.posts] for one in find_people([text])}


def test_a_post_before_a_list_is_that_of_all_in_it() -> None:
    text = "县领导马文才、郭一峰（县委副书记）、周小燕、段亮（县政府党组成员、副县长）等参加。"
    assert posts(text) == {
        "马文才": ["县领导"],
        "郭一峰": ["县领导", "县委副书记"],
        "周小燕": ["县领导"],
        "段亮": ["县领导", "县政府党组成员", "副县长"],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("走进村民李明家，院子干净。", ["李明"]),
        ("来到画家李建家中。", ["李建"]),
        ("学员中青年占三成，妇女占两成。", []),
        ("记者在青海格尔木一家企业展位前看到求职者。", []),
    ],
)
def test_a_home_a_share_and_a_place_are_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert list(posts(text)) == found


@pytest.mark.parametrize(
    "deed", ["签订了协议", "听说后", "荣获奖牌", "花了5万元", "养着羊", "表演小品", "部署了工作"]
)
@pytest.mark.parametrize("name", ["王强", "赵立", "张建国", "欧阳明"])
def test_a_name_behind_a_post_ends_before_a_verb(name: str, deed: str) -> None:
    assert posts(f"乙公司经理{name}{deed}。") == {name: ["乙公司经理"]}


@pytest.mark.parametrize("text", ["游客黄山观看日出。", "居民房屋安装了电表。", "群众满意了。"])
def test_a_word_before_a_verb_is_no_name(text: str) -> None:
    assert posts(text) == {}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("王强先后担任设计员、青河公司总经理等职，始终在一线。", ["设计员", "青河公司总经理"]),
        ("先后担任设计员、总监等职，村民王强在一线。", ["设计员", "总监", "村民"]),
        ("村民王强逐渐成长为工程师、公司经理。", ["村民", "工程师", "公司经理"]),
        ("王强曾任甲县县长，现为乙市副市长。", ["甲县县长", "乙市副市长"]),
        ("村民王强如今是乙公司的总工程师。", ["村民", "乙公司的总工程师"]),
        ("村民王强爱鸟，缘于他的职业——青山保护区的护林员。", ["村民", "青山保护区的护林员"]),
        ("村民王强有了工作，他在县里的茶园当了管理小组长。", ["村民", "管理小组长"]),
        ("村民王强入职青河科技做工程师。", ["村民", "工程师"]),
    ],
)
def test_a_sentence_tells_the_posts_of_a_life(text: str, held: list[str]) -> None:
    assert posts(text) == {"王强": held}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("市委副书记市长王建国出席。", ["市委副书记", "市长"]),
        ("甲县副县长县公安局局长王建国出席。", ["甲县副县长", "县公安局局长"]),
        ("县委常委、宣传部部长县政协副主席王建国。", ["县委常委", "宣传部部长", "县政协副主席"]),
        ("市长办公室主任王建国出席。", ["市长办公室主任"]),
    ],
)
def test_posts_without_a_mark_between_are_two(text: str, held: list[str]) -> None:
    assert posts(text) == {"王建国": held}


def test_a_village_may_begin_like_what_is_in_its_town() -> None:
    assert posts("代县青口镇上坡村村民王建国说。") == {"王建国": ["代县青口镇上坡村村民"]}


def test_who_stands_at_the_core_holds_no_post_by_that() -> None:
    assert posts("市长王建国到会。以王建国同志为核心的省委领导。") == {"王建国": ["市长"]}


def test_two_of_one_name_in_a_list_are_two_people() -> None:
    text = "县领导郭一峰（县委副书记）、周小燕、郭一峰（副县长）等参加开工仪式。"
    (first, _) = find_people([text])
    assert ([post.title for post in first.posts], first.has_namesake) == (
        ["县领导", "县委副书记"],
        True,
    )
    page = read_page(f"甲县开工\n{text}甲县今年安排重点项目126个。\n".encode(), "a.txt")
    assert "a list names '郭一峰' twice" in draft_page(page, "en").model


def test_a_post_is_not_shared_with_whom_one_meets() -> None:
    told = posts("甲县示例中心副主任王建国与李晓明签约。")
    assert told == {"王建国": ["甲县示例中心副主任"], "李晓明": []}


def test_to_lead_is_no_post() -> None:
    assert posts("领导王建国出席。省领导李晓明致辞。") == {"王建国": [], "李晓明": ["省领导"]}


def test_a_body_may_have_brackets_in_its_name() -> None:
    assert posts("昌邑滨海（示例）经济开发区党工委书记王建国介绍，项目投产。") == {
        "王建国": ["昌邑滨海（示例）经济开发区党工委书记"]
    }


@pytest.mark.parametrize(
    "text",
    [
        "走进陇县盛源果品有限责任公司，盛源果品引进新设备。",
        "走进甲州李大年食品有限公司，李大年食品引进新设备。",
        "江阴港、罗源湾、平潭港区同步建设，江阴港集装箱码头开工。",
        "昌邑滨海开发区开工。",
        "当地巡查堤防，确保安全度汛。",
        "我们对中国人民怀有诚挚感情。",
        "阿穆尔州和哈巴罗夫斯克边疆区开展合作。",
        "巡河员守着青塔河说，青塔河小流域水清了。",
        "金山源、青龙湖等地群众代表到会。",
        "1967年起历任上海电子管厂技术员。",
    ],
)
def test_no_person_is_cut_out_of_another_name_or_word(text: str) -> None:
    assert posts(text) == {}


def test_who_is_in_charge_of_a_body_is_of_that_body() -> None:
    assert posts("甲县统计局主持工作的副局长王建国介绍，增速回升。") == {
        "王建国": ["甲县统计局主持工作的副局长"]
    }


def test_those_in_a_list_are_people_if_the_words_behind_it_say_so() -> None:
    told = posts("，郭大宁、王凤珠等贫困户代表发言。周春涌、李国平等县四家班子领导参加。")
    assert list(told) == ["郭大宁", "王凤珠", "周春涌", "李国平"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("青河农场的老总王强说，果子甜。", "青河农场的老总"),
        ("来自青河农业有限公司的技术总监王强作了分享。", "青河农业有限公司的技术总监"),
        ("王强是青河县人民法院的一名法官。", "青河县人民法院的一名法官"),
        ("另一家服装企业的负责人王强说。", "服装企业的负责人"),
        ("青河码头有限公司（以下简称“青河公司”）总经理王强说。", "青河码头有限公司总经理"),
        ("“全国劳动模范”王强来了。", "全国劳动模范"),
        ("该村村民王强说，路通了。", "村民"),
        ("青河县任店镇任庄村村民王强说。", "青河县任店镇任庄村村民"),
        ("青河县永和镇镇长王强说。", "青河县永和镇镇长"),
        ("青河县白石镇新建村村民王强说。", "青河县白石镇新建村村民"),
        ("青河县和白石镇党委书记王强说。", "白石镇党委书记"),
        ("王强今年45岁，是白石村的低保户。", "白石村的低保户"),
        ("青河同益码头公司经理王强说，从同益码头运货。", "青河同益码头公司经理"),
        ("白石公司同青河码头公司经理王强签约。", "青河码头公司经理"),
        ("青河县文旅局工作人员王强说，书不够看。", "青河县文旅局工作人员"),
        ("该县县委书记王强说，路通了。", "县委书记"),
        ("（记者林文山）省旅游局局长王强说，路通了。", "省旅游局局长"),
        ("来到50岁贫困户王强家，院子干净。", "贫困户"),
        ("——记青河县白石村村支书王强", "青河县白石村村支书"),
        ("说起生活，永和桥村村民王强说，路通了。", "永和桥村村民"),
        ("来自青河县的水果收购商王强说，路通了。", "青河县的水果收购商"),
        ("\xa0\xa0青河县劳动监察大队大队长王强说，路通了。", "青河县劳动监察大队大队长"),
        ("青河资本市场分析师王强说，路通了。", "青河资本市场分析师"),
    ],
)
def test_a_post_has_the_body_that_stands_before_it_and_no_more(text: str, held: str) -> None:
    assert posts(text) == {"王强": [held]}


def test_who_leads_others_is_no_part_of_their_posts() -> None:
    text = "省国土厅厅长林文山率监察总队总队长王强到会。记者赵立通讯员李文静报道。"
    assert posts(text)["王强"] == ["监察总队总队长"]
    assert posts("本报首席记者赵立通讯员李文静")["李文静"] == ["通讯员"]


def test_posts_before_and_behind_zhiyi_are_of_one_person() -> None:
    text = "青河基地的负责人之一，来自青河公司的技术总监王强作了分享。"
    assert posts(text) == {"王强": ["青河基地的负责人", "青河公司的技术总监"]}


def test_a_school_that_somebody_left_is_not_named_after_that_person() -> None:
    assert list(posts("周立明大学毕业后回到青河村当起了村官。")) == ["周立明"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委书记韩国庆、局长韩国强到场。", ["韩国庆", "韩国强"]),
        ("总统韩国之行结束，大使古巴之行开始。", []),
        ("台商温仁得接受采访。", ["温仁得"]),
        ("村民王立得到帮助。", ["王立"]),
        ("村支书高峰介绍，驻村干部雷雨说：“好。”", ["高峰", "雷雨"]),
        ("公司经理成功说服客户。", []),
        ("总裁马克·施密特和村民吉克阿牛、侬秀芬到场。", ["马克·施密特", "吉克阿牛", "侬秀芬"]),
        ("带货主播王立正在直播，青河一中高三学生来了。", ["王立"]),
    ],
)
def test_a_name_may_begin_like_a_country_or_end_in_a_particle(text: str, names: list[str]) -> None:
    assert list(posts(text)) == names


def test_a_whole_name_that_stands_often_is_that_of_a_person() -> None:
    often = "桥建成了，周淑霞刚松口气。据了解，周淑霞做销售多年。如今，周淑霞很忙。"
    assert posts(often) == {"周淑霞": []}
    assert posts("桥建成了，周淑霞刚松口气。") == {}
    assert posts("台风“杜苏明”登陆。据了解，杜苏明北上。如今，杜苏明减弱。") == {}
    assert posts("台下，李强红的奶奶笑了。") == {"李强红": []}


def test_a_short_name_that_is_spaced_out_is_one_name() -> None:
    text = "县委书记李　明、县长王 芳和县领导赵　刚、周立明参加。李明讲话。他在 杨 树下。"
    found = {
        one.name: [text[at.start : at.end] for at in one.mentions] for one in find_people([text])
    }
    assert found == {
        "李明": ["李　明", "李明"],
        "王芳": ["王 芳"],
        "赵刚": ["赵　刚"],
        "周立明": ["周立明"],
    }
    assert posts(text)["王芳"] == ["县长"]


def test_each_name_of_a_list_may_have_a_quoted_attribute() -> None:
    text = "推出了“一心为民”的林文山、“富不忘本”的赵立新、“带富乡亲”的史明朝等一批先进党员干部。"
    assert list(posts(text)) == ["林文山", "赵立新", "史明朝"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("平州市市长韩国平北京之行签约。", {"韩国平": ["平州市市长"]}),
        ("时任平州市委常委、副市长的林文山说，先干起来。", {"林文山": ["平州市委常委", "副市长"]}),
        ("特别是夏、秋雨季，河水以百倍的流量奔腾，给老人干家务、开药。", {}),
    ],
)
def test_a_name_may_stand_before_a_place_and_behind_several_former_posts(
    text: str, found: dict[str, list[str]]
) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("协会陈立明秘书长、青河设计师张驰到会。", {"陈立明": ["秘书长"], "张驰": ["青河设计师"]}),
        ("县长王建强副县长李明到会。", {"王建强": ["县长"], "李明": ["副县长"]}),
        ("自某某部原部长王建强落马后，", {"王建强": ["某某部原部长"]}),
        (
            "青河特区政府财经事务及库务局局长陈明说，",
            {"陈明": ["青河特区政府财经事务及库务局局长"]},
        ),
        ("华润堂（香港区）总经理曹伟勇到会。", {"曹伟勇": ["华润堂（香港区）总经理"]}),
        ("张一再提出，我从妻子那里听说了。", {}),
        ("（驻京记者/刘晓静 实习生/戴莲）昨日，", {"戴莲": ["实习生"]}),
    ],
)
def test_each_has_the_posts_that_are_his_or_hers(text: str, found: dict[str, list[str]]) -> None:
    assert posts(text) == found


def test_those_who_took_pictures_are_named_but_no_reporters() -> None:
    found = find_people(
        ["果农在摘桃。林文山 赵立 摄", "工人在安装。本报记者陈明 摄", "夏摄于甲市。"]
    )
    assert [(one.name, one.posts) for one in found] == [("林文山", ()), ("赵立", ())]


def test_a_part_of_a_name_with_a_dot_stands_for_the_whole() -> None:
    found = find_people(["社长麦提图尔荪·喀日介绍，增收了。", "麦提图尔荪说，路通了。"])
    assert [(one.name, len(one.mentions)) for one in found] == [("麦提图尔荪·喀日", 2)]


def test_pupils_who_ask_for_a_paper_are_people_without_a_post() -> None:
    text = "馆长李文接受小记者林易乐体验采访，向小记者周子涵、王一桐介绍馆藏。"
    assert posts(text) == {"李文": ["馆长"], "林易乐": [], "周子涵": [], "王一桐": []}


def test_a_given_name_may_be_a_post_as_well() -> None:
    found = find_people(["青河区委书记林文书，区长严中兴到会。林文书介绍了项目。"])
    assert [(one.name, [post.title for post in one.posts]) for one in found] == [
        ("林文书", ["青河区委书记"]),
        ("严中兴", ["区长"]),
    ]


def test_a_bank_and_a_load_are_nobody_and_a_dot_joins_the_parts_of_a_name() -> None:
    text = "副省长苏干·奔勇到会，机组高负荷运行，国开行青河代表处代表王明讲话。"
    assert [one.name for one in find_people([text])] == ["苏干·奔勇", "王明"]
