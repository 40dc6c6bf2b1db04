"""The places that a text names: all that are named, and none that are not."""

from collections.abc import Mapping

import pytest

from briefing.drafting.finding.places import find_places
from briefing.limits import ID_CHARACTERS
from briefing.names.gazetteer import lies_in, listed_places, spell_place
from briefing.names.zones import listed_zones


def names(*paragraphs: str) -> list[str]:
    """Return the longest name of each place, which is the official one."""
    return [max(place.name, *place.aliases, "", key=len) for place in find_places(paragraphs)]


def test_every_full_name_is_found_behind_what_it_lies_in() -> None:
    missed = []
    zones = {zone.name for zone in listed_zones().values()}
    for place in listed_places():
        before = "".join(other.name for other in reversed(lies_in(place)))
        found = {one.name: one for one in find_places([f"{before}{place.name}今年开工12个项目。"])}
        told = found.get(place.name)
        english = spell_place(place)
        wanted = ((place.level, english), (place.level, f"{english} City"))  # in one called so, too
        if place.name not in zones and (told is None or (told.kind, told.english) not in wanted):
            missed.append(place.name)
    assert missed == []


def test_a_paper_names_its_own_county_by_its_short_name() -> None:
    lead = "方山新闻网讯：我县召开会议。"
    assert names(lead, "这让台商对方山留下印象，方山的路通了。") == ["方山县"]
    assert names("方山新闻网讯：会议召开。", "这让台商对方山留下印象。") == []
    assert names("我县召开会议。", "这让台商对方山留下印象。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("乙山村地处丙岭国家级自然保护区外围。", ["乙山村", "丙岭国家级自然保护区"]),
        ("广西丙岭国家级自然保护区升级。", ["广西", "丙岭国家级自然保护区"]),
        ("甲省有12个国家级自然保护区，申报国家大数据综合试验区。", []),
        ("儋州市洋浦经济开发区新增企业。", ["儋州市", "洋浦经济开发区"]),
        ("南京高淳区的滨湖花海正值花期。", ["南京", "高淳区"]),
        ("方山县青口镇上坡村村民李某来了。", ["方山县", "青口镇", "上坡村"]),
        ("邻村白石村村民李某来了。", ["白石村"]),
        ("位于黄河三角洲国家级自然保护区。", ["黄河三角洲国家级自然保护区"]),
        ("将于明年在临湖新区投产。", ["临湖新区"]),
        ("南宁五象新区和成都东部新区获批。", ["南宁五象新区", "成都东部新区"]),
        ("加快新区建设，打造城市新区，支持国家级新区，建设老城新区。", []),
        ("金山区廊下镇开工，廊下镇复产。", ["金山区", "廊下镇"]),
        ("人在异国他乡，珠宝坐镇，江南水乡，联系点来榜镇财政所。", []),
        ("某某乐、大理某春、昆明某联等160家超市供货，昆明涨价。", ["昆明"]),
        ("李某系涉县索堡镇人。", ["涉县", "索堡镇"]),
    ],
)
def test_reserves_of_the_state_and_villages_nearby_are_places(text: str, found: list[str]) -> None:
    assert [one.name for one in find_places([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("阳泉市郊区今年开工12个项目，城区、矿区同步推进。", "阳泉市 郊区 城区 矿区"),
        ("太原、忻州两市签约，太原市牵头。", "太原市 忻州市"),
        ("贺兰山东麓的葡萄运往北京，经大兴国际机场和天津滨海国际机场。", "北京市"),
        ("京沪两地游客来到拉萨市中心。", "北京市 上海市 拉萨市"),
        ("毗邻港澳，粤港澳三地的港澳青年来到京港澳高速。", "香港特别行政区 澳门特别行政区"),
        (
            "山西省委书记到忻州调研，代县、繁峙、五台、定襄等县参加。",
            "山西省 忻州市 代县 繁峙县 五台县 定襄县",
        ),
        ("湖南长沙县、望城区、浏阳、宁乡", "湖南省 长沙县 望城区 浏阳市 宁乡市"),
        ("广东省佛山市高明区项目开工", "广东省 佛山市 高明区"),
        ("海南州共和县与海南省海口市结对", "海南藏族自治州 共和县 海南省 海口市"),
        ("阿拉善左旗、锡林郭勒盟、延边州", "阿拉善左旗 锡林郭勒盟 延边朝鲜族自治州"),
        ("江西省上饶市铅山县，铅山今年增长", "江西省 上饶市 铅山县"),
        ("本报大同10月8日电", "大同市"),
        ("我省与陕西、内蒙古接壤", "陕西省 内蒙古自治区"),
        ("对接京津，学习江浙", "北京市 天津市 江苏省 浙江省"),
        ("襄樊市与重庆市渝北区", "襄樊市 重庆市 渝北区"),
        (
            "广东江门今年开工，湖北江陵、广西河池也开工",
            "广东省 江门市 湖北省 江陵县 广西壮族自治区 河池市",
        ),
        ("广州市的南沙港开港，重庆江北机场扩建", "广州市 重庆市"),
        ("黑龙江漠河北极村的村民", "黑龙江省 漠河市 北极村"),
    ],
)
def test_places_are_found(text: str, found: str) -> None:
    assert names(text) == found.split()


@pytest.mark.parametrize(
    "text",
    [
        "全市推进和平、平安建设，永安居民，同心协力。",
        "技术高明，南山开花，青山常在，太平盛世。",
        "推动新兴产业、文明城市、世界大同，确保长治久安。",
        "李文山、张和平参加，王大同主持。",
        "平遥县南坪新城开发建设投资公司、太原经开区国有资产经营有限公司发债，面向湾区海西市场。",
        "《延安的夜》在《无锡之夜》后上演，黄山风景区和西湖景区人多。",
        "太原钢铁集团与大同煤业公司签约，山西大学、太原理工大学参加。",
        "南京路步行街、中山路、北京东路改造，长江西路通车。",
        "淮河北岸、黄河南岸、太行山西麓、出海口附近。",
        "建成国家级示范县，打造成都市圈，四平方公里。",
        "我省、全省、全市、该县、本区都在增长。",
        "（来源：太原发布）转自：长治日报",
        "广东发展银行、忻州建设投资有限公司、科尔沁药业、平遥牛肉集团有限公司、忻州经济产业园、大同舰队、山西男篮队。",
        "外交部长沙龙、副会长春明，统筹发展和安全。",
        "京津高铁通车，京津合作示范区。",
        "太白山、巴丹吉林沙漠、金州湾、武昌鱼、朝阳产业。",
        "作为来宾，有远大理想，隆重庆祝，经常德才兼备。",
        "服务新市民，修复滨海湿地，举办滨海论坛，拱北海关数据，西夏陵申遗，天山南北。",
        "每年生产复合肥，推广东西部协作，美丽水乡。",
        "从江河源到入海口，在河源区和上游种树。",
        "浦东国际机场、虹桥机场客流增长，浦东、虹桥两大机场扩建，西安咸阳国际机场和雄安站投用。",
    ],
)
def test_no_place_is_invented(text: str) -> None:
    assert names(text) == []


def test_a_short_name_counts_where_the_text_speaks_for_it() -> None:
    assert names("方山的项目开工。") == []
    assert names("吕梁市召开会议。", "方山的项目开工。") == ["吕梁市", "方山县"]
    assert names("平定了风波。") == []
    assert names("平定、盂县开工。") == ["平定县", "盂县"]
    assert names("阳泉市召开会议。", "平定县开工，平定增长。", "平定了风波") == ["阳泉市", "平定县"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("信宜、揭西、陆河等8个县通了高速。", ["信宜市", "揭西县", "陆河县"]),
        ("公路途经株林、狮子、大同等乡镇，全长50公里。", []),
        ("客商来自义乌，把货运往诸暨。", ["义乌市", "诸暨市"]),
        ("从义乌街道到八步沙，喝的是洱源茶。", []),
        ("在义乌，山西太原的客商下了订单。", ["山西省", "太原市"]),  # far from home
        ("与白河南延工程连接，江西岸是沿海城市，喝普洱茶。", []),
    ],
)
def test_words_beside_a_short_name_tell_a_county(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_one_name_of_several_places_is_that_of_the_text() -> None:
    (_, district) = find_places(["长春市项目开工，朝阳区先行"])
    assert (district.part_of, district.id) == ("长春市", "chaoyang")
    assert [one.part_of for one in find_places(["西安市长安区、石家庄市长安区"])] == [
        *(None, "西安市", None, "石家庄市")
    ]


@pytest.mark.parametrize(
    ("text", "zone", "own", "within"),
    [
        ("山西省太原经济技术开发区开工", "太原经济技术开发区", "taiyuan-jingkai", "山西省"),
        ("在大同市，大同高新区开工", "大同高新区", "datong-gaoxin", "大同市"),
        ("合肥蜀山经济开发区开工", "合肥蜀山经济开发区", "hefei-shushan-kaifa", None),
        ("中国（山西）自由贸易试验区揭牌", "中国（山西）自由贸易试验区", "shanxi-zimao", None),
        ("山西转型综合改革示范区开工", "山西转型综合改革示范区", "shanxi-zonggai", None),
        ("河北省的雄安建设", "雄安", "xiongan", "河北省"),
        ("武汉东湖高新区", "武汉东湖高新区", "east-lake-high-tech", None),
    ],
)
def test_zones_are_found(text: str, zone: str, own: str, within: str | None) -> None:
    found = [(one.name, one.id, one.part_of) for one in find_places([text]) if one.kind == "zone"]
    assert found == [(zone, own, within)]


def test_a_zone_may_be_national_and_have_a_name_of_its_own() -> None:
    (zone,) = [one for one in find_places(["昆明滇池国家旅游度假区"]) if one.kind == "zone"]
    assert zone.english == "Kunming Dianchi National Tourist Resort"
    assert names("襄阳争创国家高新区") == ["襄阳市"]


def test_what_has_no_place_before_it_is_no_zone() -> None:
    assert names("建设高新区、经开区，签约合作产业园区，打造示范区。") == []


def test_regions_have_their_kinds() -> None:
    found = find_places(["融入京津冀，对接长江经济带和成渝双城经济圈"])
    assert [(one.id, one.kind) for one in found] == [
        ("beijing-tianjin-hebei", "region"),
        ("yangtze-river-economic-belt", "corridor"),
        ("chengdu-chongqing-economic-circle", "cluster"),
    ]


@pytest.mark.parametrize(
    ("known", "ids"),
    [
        ({}, ["datong", "datong-county", "datong-jingkai"]),
        ({"大同": "dt"}, ["dt", "datong", "datong-jingkai"]),
        ({"大同县": "datong"}, ["datong-city", "datong", "datong-jingkai"]),
    ],
)
def test_ids_of_other_models_come_first_and_none_is_there_twice(
    known: Mapping[str, str], ids: list[str]
) -> None:
    found = find_places(["大同市、大同县、大同经开区，大同"], known)
    assert [place.id for place in found] == ids


def test_a_place_keeps_what_it_is_called_and_where() -> None:
    (place,) = find_places(["太原市开工。", "在太原签约。"])
    assert (place.english, place.aliases) == ("Taiyuan", ("太原",))
    assert [tuple(span) for span in place.mentions] == [(1, 0, 3), (2, 1, 3)]


def test_the_name_is_the_fullest_of_the_text_and_its_mention_the_first() -> None:
    (place,) = find_places(["在大同签约。", "大同市开工。"])
    assert (place.name, place.mentions[0].paragraph) == ("大同市", 2)
    (place,) = find_places(["在大同签约。"])
    assert (place.name, place.aliases) == ("大同", ("大同市",))


def test_every_zone_of_the_table_is_found_by_each_of_its_names() -> None:
    def found(name: str) -> bool:
        return any(name in (one.name, *one.aliases) for one in find_places([f"在{name}"]))

    assert [name for name in listed_zones() if not found(name)] == []


def test_a_paper_or_a_firm_is_not_the_place_it_is_named_after() -> None:
    assert names("据每日甘肃网报道，江苏新闻网记者到会。", "南京示例创投到会。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("太原市的佛山公园开放，佛山一带绿了。", "太原市"),
        ("太原市的客车开往佛山，佛山的游客也来。", "太原市 佛山市"),
        ("太原市与佛山市签约，佛山出资。", "太原市 佛山市"),
        ("太原市与广东省签约，佛山出资。", "太原市 广东省 佛山市"),
        ("太原、佛山两市签约。", "太原市 佛山市"),
        ("太原市至黑河的航线开通。", "太原市 黑河市"),
        ("佛山出资。", "佛山市"),
    ],
)
def test_what_may_be_a_river_or_a_mountain_needs_a_sign_far_from_home(
    text: str, found: str
) -> None:
    assert names(text) == found.split()


def test_a_port_that_is_called_after_a_region_is_not_that_region() -> None:
    assert names("北部湾港吞吐量增长，雄安高铁站启用。") == []
    assert names("北部湾港口群扩容。") == ["北部湾"]


def test_no_two_places_answer_to_one_name() -> None:
    def told(*texts: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
        return [(one.name, one.english, one.aliases) for one in find_places(texts)]

    assert told("湖北省恩施州恩施市开工。")[1:] == [
        ("恩施州", "Enshi Tujia and Miao Autonomous Prefecture", ("恩施土家族苗族自治州",)),
        ("恩施市", "Enshi City", ()),
    ]
    assert told("吉林省开会，吉林增长。通化、吉林两市签约，吉林市开工。")[:1] == [
        ("吉林省", "Jilin", ("吉林",))
    ]
    assert [name for name, *_ in told("西安市长安区、石家庄市长安区")] == [
        *("西安市", "长安区", "石家庄市", "石家庄市长安区")
    ]


def test_a_short_name_of_a_province_may_be_that_of_a_city_elsewhere() -> None:
    assert names("青海省海西、海南、海北三州开工，西宁市签约。") == [
        *("青海省", "海西蒙古族藏族自治州", "海南藏族自治州", "海北藏族自治州", "西宁市")
    ]
    assert "海南省" in names("海南、青海、云南三省签约。")


def test_a_district_that_is_a_national_zone_is_one_place() -> None:
    assert [one.kind for one in find_places(["天津市滨海新区开工。", "滨海的港口扩建。"])] == [
        *("province", "zone")
    ]


def test_the_id_of_a_zone_with_a_long_name_may_stand_in_a_model() -> None:
    assert max(len(zone.id) for zone in listed_zones().values()) < ID_CHARACTERS


def test_no_zone_is_named_after_the_end_of_another_word() -> None:
    found = names("清远市阳山开发区投产，吴忠市到太阳山开发区调研")
    assert found == ["清远市", "阳山开发区", "吴忠市"]


def test_an_economic_zone_is_no_mere_region() -> None:
    (_, zone) = find_places(["广西北部湾经济区集聚产业"])
    assert (zone.name, zone.kind, zone.part_of) == ("北部湾经济区", "zone", "广西")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "方山县圪洞镇来堡村的茶园",
            [("圪洞镇", "town", "方山县"), ("来堡村", "village", "圪洞镇")],
        ),
        ("方山县的圪洞镇", [("圪洞镇", "town", "方山县")]),
        (
            "祥云县柳树街道东园社区",
            [("柳树街道", "town", "祥云县"), ("东园社区", "village", "柳树街道")],
        ),
        ("祥云县明水满族乡", [("明水满族乡", "town", "祥云县")]),
        ("祥云县四宫村引水", [("四宫村", "village", "祥云县")]),
        ("记者来到沙溪镇。沙溪镇今年种豆。", [("沙溪镇", "town", None)]),
        ("沙溪镇、双柳镇等6个乡镇", [("沙溪镇", "town", None), ("双柳镇", "town", None)]),
        ("位于我县沙溪镇的厂房", [("沙溪镇", "town", None)]),
        ("范围为沙溪镇(除南坪外)、双柳镇", [("沙溪镇", "town", None), ("双柳镇", "town", None)]),
        ("沙溪镇、白石乡等8个乡镇", [("沙溪镇", "town", None), ("白石乡", "town", None)]),
        ("位于坪下镇的厂房", [("坪下镇", "town", None)]),
        (
            "当地有变化，长乡镇石岭村更好看了。",
            [("长乡镇", "town", None), ("石岭村", "village", "长乡镇")],
        ),
        ("石岭村，仅有41户114口人。", [("石岭村", "village", None)]),
        ("县长在西川村查看茶园，在农村调研。", [("西川村", "village", None)]),
        ("从南沟村的苹果看变化，县里的南沟村有60户。", [("南沟村", "village", None)]),
        ("高邑镇至付庄乡的路上，高邑镇党委", [("高邑镇", "town", None), ("付庄乡", "town", None)]),
    ],
)
def test_towns_and_villages_are_found_with_what_they_lie_in(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    places = [one for one in find_places([text]) if one.kind in ("town", "village")]
    assert [(one.name, one.kind, one.part_of) for one in places] == found


@pytest.mark.parametrize(
    "text",
    [
        "祥云县有一个村，全村脱贫，示范村、空心村、帮扶村和示范镇都变了样。",
        "祥云县特色小镇、古镇、经济强镇和乡镇卫生院，城镇化率提高。",
        "大理市奥运村，昆明市美丽乡村、新农村、数字乡村，昆明农村。",
        "中国村镇银行，昆明村镇银行，昆明市城中村改造，昆明市侨乡。",
        "昆明市农业农村局，昆明市社区养老，昆明市街道社区，长安区街道整洁。",
        "他返乡创业，来到村里，走进社区，来到古村，走进老街道，走进社区街道。",
        "宾川县村超和村BA开赛，镇江市新区，昆明市镇长会议。",
        "当时驼岭村608口人，名镇老街，人才下乡镇，文化下乡到三个村。",
        "龙头村带动周边村，强村带弱村，这个镇和那个村，邻村也富了。",
        "村里来了三届村委，沙溪镇大桥通车。",
        "祥云县的人走访养老院和社区，看望老人。",
        "祥云县的白河水乡·沙家营乡村振兴示范区。",
    ],
)
def test_common_nouns_for_towns_and_villages_name_none(text: str) -> None:
    assert [one for one in find_places([text]) if one.kind in ("town", "village")] == []


def test_towns_and_villages_have_english_names_and_ids_in_pinyin() -> None:
    found = find_places(["祥云县沙溪镇四宫村，祥云县乌镇"])[1:]
    assert [(one.english, one.id) for one in found] == [
        *(("Shaxi Town", "shaxi"), ("Sigong Village", "sigong"), ("Wuzhen Town", "wuzhen"))
    ]


def test_what_a_town_lies_in_may_be_our_guess() -> None:
    (_, town) = find_places(["祥云县开会，记者来到沙溪镇。"])
    assert (town.part_of, town.guessed) == ("祥云县", True)


def test_what_only_the_table_tells_of_a_place_is_our_conclusion() -> None:
    found = find_places(["江苏省南京市的码头开工，浙江来人。后来，杭州也建了码头。"])
    assert [(one.name, one.part_of, one.guessed) for one in found] == [
        ("江苏省", None, False),
        ("南京市", "江苏省", False),
        ("浙江", None, False),
        ("杭州", "浙江", True),
    ]


def test_villages_of_one_name_in_two_counties_are_two_places() -> None:
    found = find_places(["祥云县张庄村种豆，宾川县张庄村种茶。"])
    assert [(one.name, one.id) for one in found if one.kind == "village"] == [
        *(("祥云县张庄村", "zhangzhuang"), ("宾川县张庄村", "zhangzhuang-village"))
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("游客抚摸着太村镇张家村的墙画。", ["太村镇", "张家村"]),
        ("今年，祝家沟村修了路。", ["祝家沟村"]),
        ("这次，渔寮湾社区共转移居民1460人。", ["渔寮湾社区"]),
        ("在永兴镇龙头桥村蜜柚基地，村民们忙着除草。", ["永兴镇", "龙头桥村"]),
        ("灵山卫街道办事处珠山文苑社区建立了分馆。", ["灵山卫街道", "珠山文苑社区"]),
        ("加快建设度假区、王台镇等六个镇的广场。", ["王台镇"]),
        ("活动在遂昌县木柘镇柘溪下村举行。", ["遂昌县", "木柘镇", "柘溪下村"]),
        ("石桥镇中心小学的操场上，青龙村脱贫户领到分红。", ["石桥镇", "青龙村"]),
        ("这个小山村，那条大石桥村道。", []),
    ],
)
def test_towns_and_villages_that_a_clause_is_about(text: str, names: list[str]) -> None:
    assert [one.name for one in find_places([text])] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("高雄市市长到台北和厦门。", ["高雄市", "台北", "厦门"]),
        ("节目在总台中文频道播出，“桃园结义”花灯亮了。", []),
        ("灯饰吸引众多市民和游客。", []),
        ("吉林市民和游客来了。", ["吉林"]),
        ("带着几十万天门人回乡，湖北天门变了。", ["湖北", "天门"]),
        ("黄山毛峰和安溪铁观音卖得好。", []),
        ("石柱县中益乡种了药材。", ["石柱县", "中益乡"]),
        ("湖北万顺农场的老总说。", []),
    ],
)
def test_names_of_cities_and_words_that_run_over_them(text: str, names: list[str]) -> None:
    assert [one.name for one in find_places([text])] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石岭向龙港延伸，龙港镇办起酒店。", ["龙港镇"]),
        ("龙港市向南延伸，龙港镇办起酒店。", ["龙港市", "龙港镇"]),
        ("三多乡青坪村缺水，去年三十多乡缺水。", ["三多乡", "青坪村"]),
        ("在塔张村，新栽的桃树成活了。", ["塔张村"]),
    ],
)
def test_a_town_is_told_from_a_county_called_alike_and_from_a_number(
    text: str, names: list[str]
) -> None:
    assert [one.name for one in find_places([text])] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("当涂特色产业富民，当涂投入资金，当涂增收。", ["当涂"]),
        ("当涂特色产业富民，当涂投入资金。", []),
        ("浙江苍南开会，当涂特色产业富民，当涂投入资金，当涂增收。", ["浙江", "苍南"]),
        ("从此，青塬嘴村焕然一新。", ["青塬嘴村"]),
    ],
)
def test_a_county_is_told_by_its_short_name_alone_where_it_stands_often(
    text: str, found: list[str]
) -> None:
    assert [one.name for one in find_places([text])] == found


def test_the_name_of_somebody_who_speaks_is_no_place() -> None:
    paragraphs = ["浙江省农民增收。", "海鲜店老板宁波说，鱼降价了。"]
    assert names(*paragraphs) == ["浙江省"]
