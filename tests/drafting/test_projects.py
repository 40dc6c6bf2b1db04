"""Projects, industries and terms for a draft."""

import datetime

import pytest

from briefing.drafting.finding.projects import find_projects
from briefing.drafting.finding.sectors import find_sectors
from briefing.drafting.finding.terms import find_terms
from briefing.drafting.found import Span
from briefing.drafting.projects import list_projects
from briefing.drafting.text import DraftText

DAY = datetime.date(2031, 5, 6)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "谋划重大项目12个，包括青河水库、甲乙高铁等。",
            [("青河水库", "listed"), ("甲乙高铁", "listed")],
        ),
        (
            "青河新城产业园、云岭抽水蓄能电站等8个重点项目集中开工。",
            [("青河新城产业园", "under_construction"), ("云岭抽水蓄能电站", "under_construction")],
        ),
        ("总投资50亿元的云岭光伏基地项目投产。", [("云岭光伏基地项目", "operating")]),
        ("我国已实施6.6万个城市更新项目，这条高速前不久通车。", []),
        ("白河机场T5航站楼建成投运。", [("白河机场T5航站楼", "operating")]),
        ("白河地铁22号线通车。", [("白河地铁22号线", "operating")]),
        (
            "青白铁路在建段云岭隧道贯通。",
            [("青白铁路", "under_construction"), ("云岭隧道", "under_construction")],
        ),
        ("白河跨海大桥通过交工验收。", [("白河跨海大桥", "completed")]),
        (
            "年初白河水电站投用，其余青石水库竣工。",
            [("白河水电站", "operating"), ("青石水库", "completed")],
        ),
        ("三台高速插秧机投用，县县通高速开工，比赛项目落成，专业物流枢纽建成。", []),
        ("白河大桥前不久正式完工。", [("白河大桥", "completed")]),
        ("示例集团年产5万吨铝材项目签约。", [("示例集团年产5万吨铝材项目", "signed")]),
        ("力争年内开工白石机场改扩建工程。", [("白石机场改扩建工程", "sought")]),
        ("白河大桥已经竣工。白河水库风光好。", [("白河大桥", "completed")]),
        ("加快推进重点产业项目，狠抓项目建设，谋划一批工程。", []),
        ("《白河水库开工记》出版。", []),
        ("签约33个项目，涵盖了制造、零售等行业。", []),
        ("新项目涉及装备制造、现代物流两大领域。", []),
        ("示例公司在青石大桥采样，白河数据平台暂停开放。", [("青石大桥", "unstated")]),
        ("青石公园已建成天空地一体监测体系。", []),
        ("成立白河医院“4·18”火灾事故调查组，开展前期研究。", []),
        ("做好白石峡、青石峡等骨干水库工程科学调度。", []),
        ("在青石县白石村的豆角种植基地里，水流向田间。", []),
        ("甲乙地区双城经济圈重大项目完工，推进三峡工程和铁路建设。", []),
        ("白河机场改扩建工程抓紧进行。", [("白河机场改扩建工程", "under_construction")]),
        (
            "白河灌区续建配套与现代化改造工程进入冲刺阶段，预计8月完工。",
            [("白河灌区续建配套与现代化改造工程", "under_construction")],
        ),
        (
            "共建成白河金矿公园、青石岭等4处景区，及白河温泉、青石博物馆等一批旅游项目。",
            [
                ("白河金矿公园", "completed"),
                ("白河温泉", "completed"),
                ("青石博物馆", "completed"),
            ],
        ),
        (
            "白河路项目、青石中学、云岭福利院3大项目同天在各地举行开工仪式。",
            [
                ("白河路项目", "under_construction"),
                ("青石中学", "under_construction"),
                ("云岭福利院", "under_construction"),
            ],
        ),
        (
            "白河水厂一体化工程PPP项目完成签约，白河水厂项目经营30年。",
            [("白河水厂一体化工程PPP项目", "signed")],
        ),
        (
            "建设白河水泥生产线以及这次签约的青石建材生产线。",
            [("白河水泥生产线", "planned"), ("青石建材生产线", "signed")],
        ),
        (
            "持续推进白河软件园（云基地）、青石产业园区建设。",
            [("白河软件园", "under_construction"), ("青石产业园区", "under_construction")],
        ),
        (
            "青石大桥是白河至云岭高速公路的控制性工程，将于明年通车。",
            [("青石大桥", "planned"), ("白河至云岭高速公路", "unstated")],
        ),
        (
            "白河数据中心、系统异地备份中心、青石计算中心建成投运。",
            [
                ("白河数据中心", "operating"),
                ("系统异地备份中心", "operating"),
                ("青石计算中心", "operating"),
            ],
        ),
        (
            "白河数据中心、青石水系统备份中心、中国电信青白经济带云岭新区数据中心陆续投运。",
            [
                ("白河数据中心", "operating"),
                ("青石水系统备份中心", "operating"),
                ("中国电信青白经济带云岭新区数据中心", "operating"),
            ],
        ),
        (
            "白河至云岭高速公路初步设计已获通过，太原第二西通道“可研”获批复。",
            [("白河至云岭高速公路", "unstated"), ("太原第二西通道", "unstated")],
        ),
        (
            "有白河-云岭、青石-南山等6个高速公路项目的环评已批复。",
            [("白河-云岭高速公路", "listed"), ("青石-南山高速公路", "listed")],
        ),
        (
            "青石村高标准农田建设项目主要包括田块调整、机耕道路、灌排沟渠等内容。",
            [("青石村高标准农田建设项目", "unstated")],
        ),
        (
            "白河林业示范园位于省道两侧，总投资11.2亿元。白河大道全长12公里。",
            [("白河林业示范园", "unstated"), ("白河大道", "unstated")],
        ),
        (
            "察看甲公司铝材生产项目、乙公司高端影像设备与智能康养生产项目建设现场。",
            [
                ("甲公司铝材生产项目", "under_construction"),
                ("乙公司高端影像设备与智能康养生产项目", "under_construction"),
            ],
        ),
        (
            "察看白河大桥施工情况和青石乡服务区建设情况，了解农村公路建设情况。",
            [("白河大桥", "under_construction"), ("青石乡服务区", "under_construction")],
        ),
        ("白河青石排灌站是灌区改造的骨干工程，总投资7400万元。", [("白河青石排灌站", "unstated")]),
        ("白青高速4标主线开工。", [("白青高速", "under_construction")]),
        ("调度100多台工程车，保障重点项目，助推甲省“十五五”规划重点项目投产。", []),
        ("这是甲市“两环八射”快速路的重要路段，示范企业和项目公布。", []),
        ("距离台风中心约30公里，最大跨度跨海桥合龙。", []),
        ("展出项目包括文创产业、观光旅游区等，大型项目，如商场、体育馆。", []),
        ("抢抓高铁时代机遇，全程高铁开通，某乡镇建设项目竣工，珠海高速客轮停航。", []),
        (
            "主跨最大桥梁青石长江大桥、继白河大桥之后封顶。",
            [("青石长江大桥", "under_construction"), ("白河大桥", "under_construction")],
        ),
        ("可见项目免税商业中心主体封顶。", []),
        ("青石颗粒项目签约落户白河工业园区。", [("青石颗粒项目", "signed")]),
        ("青石县医院新院区主体结构封顶。", [("青石县医院新院区", "under_construction")]),
        ("白河文化中心项目正加紧内部装修。", [("白河文化中心项目", "under_construction")]),
        (
            "白河冷链中心项目即将开工，白河大桥即将通车。",
            [("白河冷链中心项目", "planned"), ("白河大桥", "planned")],
        ),
        ("白河生产线扩能项目分两期建设完成。", [("白河生产线扩能项目", "under_construction")]),
        ("2．地级市重大项目开工，1.白河水库建成。", [("白河水库", "completed")]),
        ("市长万建国作招商项目推介。", []),
        ("青山—白河高速公路开工。", [("青山—白河高速公路", "under_construction")]),
        ("青州市全面启动“东水西调”工程。", [("“东水西调”工程", "under_construction")]),
        ("县水利局与临江集团签署白石水库二期工程协议。", [("白石水库二期工程", "signed")]),
        ("两省都建设了白河沿江港口经济带。", []),
        ("甲国、乙国的田径、游泳等5个项目开幕。", []),
        ("多条铁路在建，两地四处灌区改造工程完工，全国高速公路通车。", []),
        (
            "市领导来到白河河道修复工程，该工程已复工。",
            [("白河河道修复工程", "under_construction")],
        ),
        ("南山至白河高铁云岭隧道贯通。", [("南山至白河高铁云岭隧道", "under_construction")]),
        (
            "云岭水库首个控制性工程导流洞完工，白石水库的导流洞、溢洪道等工程开工。",
            [("云岭水库", "under_construction"), ("白石水库", "under_construction")],
        ),
        (
            "重点工程——白河二期扩建工程进入调试阶段。",
            [("白河二期扩建工程", "under_construction")],
        ),
        (
            "加快白河风电基地、青河光伏基地建设，打造东岭农业园区。",
            [
                ("白河风电基地", "under_construction"),
                ("青河光伏基地", "under_construction"),
                ("东岭农业园区", "planned"),
            ],
        ),
        (
            "记者来到位于四川泸州的白酒产业园。大连的白河核电站6台机组全面投产。",
            [("白酒产业园", "unstated"), ("白河核电站", "operating")],
        ),
        ("示例公司与青河光学研究院合办的检测线已投产。", []),
        ("本地龙头企业示例木业二期生产线已投产。", [("示例木业二期生产线", "operating")]),
        (
            "白河至青河高速公路全长9公里，已完成总投资的七成，计划明年通车。",
            [("白河至青河高速公路", "under_construction")],
        ),
        ("甲集团在青县的种苗产业园，主体结构封顶。", [("种苗产业园", "under_construction")]),
        (
            "白河隧道曾停工，去年复工。青河水库至今未复工。",
            [("白河隧道", "under_construction"), ("青河水库", "stalled")],
        ),
        ("甲县与大学签约共建硅基材料研究院。", [("硅基材料研究院", "signed")]),
        ("青河低空物流航线还在申报空域。", [("青河低空物流航线", "sought")]),
        (
            "白河大桥最快年底开工。青河医学中心处于可研阶段。",
            [("白河大桥", "planned"), ("青河医学中心", "proposed")],
        ),
        ("白河港码头开港。全线首座、也是最大的码头。", [("白河港码头", "operating")]),
        ("渠江至平川铁路2029年获批可研，拟3月开工。", [("渠江至平川铁路", "planned")]),
        (
            "该镇云岭水库开工，该区白石机场扩建工程完工。",
            [("云岭水库", "under_construction"), ("白石机场扩建工程", "completed")],
        ),
        (
            "白河、青河两座水库已经完工，云岭、石门、东川3条隧道在建。",
            [
                ("白河水库", "completed"),
                ("青河水库", "completed"),
                ("云岭隧道", "under_construction"),
                ("石门隧道", "under_construction"),
                ("东川隧道", "under_construction"),
            ],
        ),
        ("白河、青河三座水库已经完工。粮食、棉花两大产业开工。", []),
        (
            "地处青河县的另一座风电场去年开工，另一座电站开工。",
            [("青河县的另一座风电场", "under_construction")],
        ),
        (
            "白河运河建设正酣。运河全长9公里，沿线商户多了。",
            [("白河运河", "under_construction")],
        ),
        ("白河大桥已纳入2032年新开工项目清单。", [("白河大桥", "planned")]),
        (
            "白河隧道仍在规划阶段，没有编入省里的开工名单。",
            [("白河隧道", "proposed")],
        ),
        ("青河水库在建，至今未能按图纸全部建成。", [("青河水库", "under_construction")]),
        ("云岭产业园二期尚未开工。", [("云岭产业园二期", "planned")]),
        ("白河铁路自2027年动工以来，原计划今年通车。", [("白河铁路", "under_construction")]),
        ("新建农村公路213公里，12条智能化生产线启用，工业园区5家企业投产。", []),
        (
            "两县交界的巴其图口岸大桥、向家湾水库完工。",
            [("巴其图口岸大桥", "completed"), ("向家湾水库", "completed")],
        ),
        (
            "北都乡至临江公路建成，国企云岭酒业二期工程开工。",
            [("北都乡至临江公路", "completed"), ("云岭酒业二期工程", "under_construction")],
        ),
        (
            "白石机场工程去年开工，受冬季停工影响，进度放慢。",
            [("白石机场工程", "under_construction")],
        ),
        ("日土至革吉县公路通车。", [("日土至革吉县公路", "operating")]),
        ("渠江铁路仍在可研阶段，拟2033年动工、2036年通车。", [("渠江铁路", "planned")]),
        ("打造区域性物流中心，到2035年建成全国重要的钢铁基地，没有新增化工项目。", []),
        ("青河基地忙着备料，下周这里将正式建成投产。", [("青河基地", "planned")]),
        (
            "白河引水工程也进入春季施工高峰。",
            [("白河引水工程", "under_construction")],
        ),
        ("云岭水库工程建设一派繁忙，预计明年投用。", [("云岭水库工程", "under_construction")]),
        (
            "市里将重点推进白河大桥等3个在建项目，开工云岭水库。",
            [("白河大桥", "under_construction"), ("云岭水库", "planned")],
        ),
        ("山区深隧排涝项目——白河南排工程完工。", [("白河南排工程", "completed")]),
        ("能源、交通、科技等领域的重大工程建设提速。", []),
    ],
)
def test_projects_have_the_status_that_the_words_about_them_tell(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.status) for one in find_projects([text])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "云岭光伏项目一期投产，二期9月开工。",
            [
                ("云岭光伏项目一期", "operating", False),
                ("云岭光伏项目二期", "under_construction", True),
            ],
        ),
        (
            "白河至青河铁路去年重启。甲省段已完成三成，乙省段仍在可研阶段。",
            [
                ("白河至青河铁路", "under_construction", False),
                ("白河至青河铁路甲省段", "under_construction", True),
                ("白河至青河铁路乙省段", "proposed", True),
            ],
        ),
    ],
)
def test_a_phase_and_a_section_are_projects_of_their_own(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    assert [(one.name, one.status, one.coined) for one in find_projects([text])] == found


def test_a_sentence_that_goes_on_about_a_project_tells_its_status() -> None:
    text = ("最盼的是青河大桥。大桥长4公里，2029年动工，按计划2032年通车。", "云县水库不在其中。")
    (found,) = find_projects(text, DAY)
    assert (found.status, found.told, found.hoped) == (
        "under_construction",
        Span(1, 21, 23),
        Span(1, 32, 34),
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("青河大桥今年10月通车。", "planned"),
        ("青河大桥全长4公里，10月底通车。", "planned"),
        ("青河大桥今年3月通车。", "operating"),
        ("青河大桥2030年1月动工，10月通车。", "operating"),
        ("青河大桥去年10月通车。", "operating"),
    ],
)
def test_a_month_after_that_of_the_article_is_still_to_come(text: str, status: str) -> None:
    assert [one.status for one in find_projects([text], DAY)] == [status]


def test_a_project_has_its_places_and_when_it_came_so_far_and_is_due() -> None:
    text = DraftText(["青河县光伏项目今年3月开工，计划2032年底投产。"], DAY)
    (one,) = list_projects(text, find_projects(text.paragraphs, DAY))
    assert one.times == {"date": "2031-03", "due": "2032"}
    assert [text.read(span) for span in one.spans] == [
        "青河县光伏项目今年3月开工",
        "计划2032年底投产",
    ]


def test_a_standstill_has_the_date_of_the_stop_and_a_signing_that_before_its_clause() -> None:
    text = DraftText(
        [
            "青河大桥自去年8月起停工，至今没有复工。",
            "今年2月3日，甲县与示例集团签约，共建云岭产业园。",
        ],
        datetime.date(2031, 5, 6),
    )
    found = list_projects(text, find_projects(text.paragraphs, DAY))
    assert [one.times for one in found] == [{"date": "2030-08"}, {"date": "2031-02-03"}]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("3月2日，白石水库大坝填筑突破300万立方米。", {}),
        ("3月2日，青河大桥主塔封顶。", {}),
        ("3月2日，记者在青河大桥施工现场看到车来车往。", {}),
        ("3月2日，白石水库破土动工，坝体填筑紧张进行。", {"date": "2031-03-02"}),
    ],
)
def test_a_day_on_which_work_reaches_a_mark_is_no_start(text: str, times: dict[str, str]) -> None:
    drafted = DraftText([text], DAY)
    (one,) = list_projects(drafted, find_projects(drafted.paragraphs, DAY))
    assert (one.found.status, one.times) == ("under_construction", times)


def test_a_project_may_be_due_in_a_quarter() -> None:
    text = DraftText(["白石水库正加紧建设，明年第二季度下闸蓄水。"], DAY)
    (one,) = list_projects(text, find_projects(text.paragraphs, DAY))
    assert (one.found.status, one.times) == ("under_construction", {"due": "2032-Q2"})


def test_the_end_of_the_year_is_a_due_time_where_it_is_hoped_for() -> None:
    text = DraftText(
        ["云港集团签下白石水库二期工程，最快年底开工。", "青河大桥去年开工，年底的会上又提起。"],
        datetime.date(2031, 5, 6),
    )
    first, second = list_projects(text, find_projects(text.paragraphs, DAY))
    assert (first.found.status, first.times.get("due")) == ("signed", "2031")
    assert "due" not in second.times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("青河县山水文化长廊举行开工仪式。", [("青河县山水文化长廊", "under_construction")]),
        ("白河区消费扶贫专区在乙店揭牌。", [("白河区消费扶贫专区", "operating")]),
        ("白河大学生创业园成立于2006年。", [("白河大学生创业园", "operating")]),
        ("我县自去年6月云岭经贸合作区正式挂牌以来，", [("云岭经贸合作区", "operating")]),
        ("村里建起了生态观鸟科普基地，吸引游客。", [("生态观鸟科普基地", "completed")]),
        ("工人奔赴300多公里外的日照钢铁精品基地。", [("日照钢铁精品基地", "unstated")]),
        ("项目建设包括青江、白江小流域治理，配套商业。", [("青江、白江小流域治理", "listed")]),
        ("随着机场扩建、城际高铁、轨道交通等项目的到来，做好对台经贸合作项目。", []),
        ("5月，云岭中小企业合作区获批。", [("云岭中小企业合作区", "unstated")]),
        ("正在建设的青河新城商务区迎来企业。", [("青河新城商务区", "under_construction")]),
        (
            "两座园区升级，它们分别是甲镇云雾茶叶精品园、乙镇白石瓯柑精品园。",
            [("甲镇云雾茶叶精品园", "listed"), ("乙镇白石瓯柑精品园", "listed")],
        ),
    ],
)
def test_a_work_that_opens_is_made_or_is_counted_is_a_project(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.status) for one in find_projects([text])] == found


@pytest.mark.parametrize(
    "text",
    [
        "在青州自贸港另一重大项目现场，可见项目主体封顶。",
        "河南重大交通项目开工，示例城市群重大项目完成投资3亿元。",
        "临江大学4个科技成果转化项目集中开工。",
        "甲乙广场、丙丁广场都是大型城市综合体项目。",
        "白河社区服务中心副主任李明与王平签约，白河产业园管委会谋划服务。",
        "在白河工业园装备产业园举行开工仪式。",
        "乙站揭牌，青河研究院挂牌，家庭牧场开业，横琴粤澳深度合作区挂牌。",
        "村里建起了文化广场，建起了厂房，建成了标准化操场，设立了爱心专区。",
        "逐步建成省内最大的动力电池和磁性材料生产基地。",
        "主要建设内容包括道路工程、桥涵工程、排水工程等。",
        "主要建设养护楼（包含养护楼、后勤楼、连廊等工程）。",
        "白河污水厂一期工程包括建设一座占地30亩、处理能力为2万吨的污水处理厂和排水管。",
        "包括水源涵养、国土绿化、防沙治沙等一批重点项目加紧实施。",
        "大力实施甜橙品质品牌提升工程，加快自由贸易港建设。",
        "修复82条县级以上水毁路段恢复工程全部完工。",
        "江苏示例建设工程集团有限公司开工。",
        "企业在庆阳建设数据中心，10个“二线口岸”运行平稳，开展国家级零碳工厂建设工作。",
        "“8·18”重大项目全面开工。",
        "甲市规范铁路项目投资管理，西部8地开建国家算力枢纽。",
        "正在建设的全连接工厂就有108家，8个国家级科研平台等12个项目开工。",
    ],
)
def test_what_is_counted_described_or_a_part_of_a_work_is_no_project(text: str) -> None:
    named = [one.name for one in find_projects([text])]
    assert [one for one in named if "白河污水厂" not in one] == []


def test_no_verb_before_a_project_is_part_of_its_name() -> None:
    text = "加快突破甲市特色产业园建设。喜迎乙县天文馆落成。市民自丙益码头登船，丙益码头建成。"
    assert [(one.name, one.status) for one in find_projects([text])] == [
        ("甲市特色产业园", "under_construction"),
        ("乙县天文馆", "completed"),
        ("丙益码头", "completed"),
    ]


def test_what_is_done_in_a_village_is_no_part_of_a_name() -> None:
    text = "在甲村进行5300平方米科技园建设，调研镇工业园规划区。"
    assert find_projects([text]) == []


def test_an_oil_depot_and_a_hotel_are_works() -> None:
    text = "甲乙油库已建成投入使用，丙丁大饭店正式开业，他在戊己大饭店吃饭。"
    assert [one.name for one in find_projects([text])] == ["甲乙油库", "丙丁大饭店"]


def test_an_item_of_a_list_keeps_its_brackets() -> None:
    text = "乙丙物流园（一期）、甲街改造项目（东路、西路）、丁川大桥等重大项目集中开工。"
    assert [(one.name, one.status) for one in find_projects([text])] == [
        ("乙丙物流园（一期）", "under_construction"),
        ("甲街改造项目（东路、西路）", "under_construction"),
        ("丁川大桥", "under_construction"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("聚焦新材料、氢能等战略性新兴产业。", ["新材料", "氢能"]),
        ("培育壮大信创、生物医药和智能装备三大产业集群。", ["信创", "生物医药", "智能装备"]),
        ("涵盖现代金融、高端商务等现代服务业。", ["现代金融", "高端商务"]),
        ("改造传统、新兴等产业，市民、游客等都来了。", []),
        ("扩大能源、电信等领域开放，新增大连、宁波等5个服务业试点。", ["能源", "电信"]),
        ("上游动力电池、下游新材料等产业成链。", ["动力电池", "新材料"]),
        ("投入收割机、播种机等农业机械，聚焦市场紧缺、前沿等领域。", []),
        ("围绕减贫、粮食安全、网络安全、30个平台等领域开展合作。", ["网络安全"]),
    ],
)
def test_industries_are_those_of_lists(text: str, found: list[str]) -> None:
    assert [one.name for one in find_sectors([text])] == found


def test_the_kind_of_a_document_alone_means_the_last_one_that_ends_so() -> None:
    (plan, *others) = find_terms(["《青河治水规划》印发。《规划》提出建桥5座，《决定》另有说明。"])
    assert [one.name for one in others if one.kind == "document"] == []
    assert [(one.start, one.end) for one in plan.says] == [(17, 30)]


def test_a_term_inside_what_somebody_says_is_found() -> None:
    found = find_terms(["“‘单打独斗’的老办法，行不通。”县长说：“要‘抱团’，要快。”"])
    assert [one.name for one in found] == ["单打独斗", "抱团"]


def test_terms_are_told_from_documents_and_other_works() -> None:
    text = "“一网通办”写进《青河“双碳”规划（2025年）》，《青河记》上演。他说：“好，就这样。”"
    assert [(one.name, one.kind) for one in find_terms([text])] == [
        ("一网通办", "term"),
        ("青河“双碳”规划（2025年）", "document"),
        ("双碳", "term"),
        ("青河记", "work"),
    ]
    again = find_terms(["第十四届“你跑，我陪”公益活动启动。"])
    assert [one.name for one in again] == ["你跑，我陪"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "甲丙铁路丁川段、乙丁高铁建成投运，甲丙铁路戊川段加快建设。",
            [
                ("甲丙铁路丁川段", "operating"),
                ("乙丁高铁", "operating"),
                ("甲丙铁路戊川段", "under_construction"),
            ],
        ),
        (
            "甲乙铁路、丙丁铁路等项目加快建设。",
            [("甲乙铁路", "under_construction"), ("丙丁铁路", "under_construction")],
        ),
        (
            "甲河灌区、乙河治理等工程开工，建成水库3座。",
            [("甲河灌区", "under_construction"), ("乙河治理", "under_construction")],
        ),
        (
            "甲乙机场改扩建、丙丁水库等项目加快建设。",
            [("甲乙机场改扩建", "under_construction"), ("丙丁水库", "under_construction")],
        ),
        (
            "马甲枢纽和企乙枢纽相继通水，进入有水调试。",
            [("马甲枢纽", "under_construction"), ("企乙枢纽", "under_construction")],
        ),
        ("马甲枢纽开始充水。", [("马甲枢纽", "under_construction")]),
        (
            "集中开工的项目有：甲乙大桥；丙丁水库，投资3亿元；戊川铁路。",
            [
                ("甲乙大桥", "under_construction"),
                ("丙丁水库", "under_construction"),
                ("戊川铁路", "under_construction"),
            ],
        ),
        (
            "明年计划开工的项目为：甲乙大桥；丙丁水库。",
            [("甲乙大桥", "planned"), ("丙丁水库", "planned")],
        ),
        (
            "建成甲乙博物馆，及丙丁公园、戊川水库等一批项目。",
            [("甲乙博物馆", "completed"), ("丙丁公园", "completed"), ("戊川水库", "completed")],
        ),
        (
            "甲乙数据中心、丙丁算力中心陆续建成投入运行。",
            [("甲乙数据中心", "operating"), ("丙丁算力中心", "operating")],
        ),
        (
            "甲乙机场、丙丁机场建成投入营运。",
            [("甲乙机场", "operating"), ("丙丁机场", "operating")],
        ),
        ("甲乙大桥等跨江跨海通道加快建设。", [("甲乙大桥", "under_construction")]),
        ("“甲区通”工程深入推进。推广“百万工程”。", []),
    ],
)
def test_names_and_statuses_of_projects_of_sections_and_lists(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.status) for one in find_projects([text])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“青河扶贫产品馆”正式上线启动。", [("青河扶贫产品馆", "operating")]),
        ("投资6亿元的青河文化中心，集会展中心、书屋为一体。", [("青河文化中心", "unstated")]),
        ("“青河产品专区”，也在现场正式上线启动。", [("青河产品专区", "operating")]),
        ("推进中青跨境光缆的勘测、设计。", [("中青跨境光缆", "planned")]),
        ("推进中青跨境光缆的对接和运营。", [("中青跨境光缆", "under_construction")]),
        ("当地建立起青河抗日旧址旅游区。", [("青河抗日旧址旅游区", "completed")]),
        ("位于甲镇的这座青河火龙果基地今年投产。", [("青河火龙果基地", "operating")]),
        ("这座青河火龙果基地今年投产。", []),
        ("青河民宿项目正在装修。", [("青河民宿项目", "under_construction")]),
        ("青河茶博物馆将于年底开馆。", [("青河茶博物馆", "planned")]),
        ("青河保税物流中心封关运营。", [("青河保税物流中心", "operating")]),
        ("“青河里”文旅街区开街迎客。", [("“青河里”文旅街区", "operating")]),
        ("公司计划投资2亿元建设青河康养小镇。", [("青河康养小镇", "planned")]),
        (
            "启动了以青河粮油为依托的三产融合项目。",
            [("三产融合项目", "under_construction")],
        ),
        (
            "重点推进青河新区、白石古城、金山温泉等项目建设。",
            [("青河新区", "listed"), ("白石古城", "listed"), ("金山温泉", "listed")],
        ),
        ("智慧口岸打造“航空铁路公路”一体的体系。", []),
        ("全市大力实施“学堂提质工程”。", [("学堂提质工程", "under_construction")]),
        ("全力打造“青河山茶生产基地”。", []),
    ],
)
def test_projects_in_quotation_marks_and_behind_verbs_of_preparing(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.name, one.status) for one in find_projects([text])] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("穿过云拉隧道，便是白溪江特大桥长2公里的引桥。", ["云拉隧道", "白溪江特大桥"]),
        ("我们驶过青白高速，来平州口岸接人，西部铁路、境内公路和内河航道通畅。", ["青白高速"]),
        ("青河县云岭电子产业园人来人往，区域物流园也热闹。", ["青河县云岭电子产业园"]),
        ("实施“学堂+实训基地”工程。", ["“学堂+实训基地”工程"]),
        ("对白茶产业发展项目、白茶厂建设项目进行考察。", ["白茶产业发展项目", "白茶厂建设项目"]),
        ("市里实施村容提升行动，印发安居提升行动方案，开展军事行动。", ["村容提升行动"]),
        ("按新标准建设的车站――白河高铁站启用。", ["白河高铁站"]),
        ("九大清洁能源基地在建，京港洽谈会签约。", []),
        ("白河灌溉工程遗产申报成功，白河风筝奖揭晓。", []),
        ("青州金港机场建设有限责任公司、白江水库管理局的人来了。", []),
        ("但青河大桥交通量已超过设计能力，紧邻白江水库的路也堵。", ["青河大桥", "白江水库"]),
        ("与乙镇毗邻的白石镇的汽车零件特色产业园一派繁忙。", ["汽车零件特色产业园"]),
    ],
)
def test_what_has_a_name_of_its_own_is_a_project_whatever_is_told_of_it(
    text: str, found: list[str]
) -> None:
    assert [one.name for one in find_projects([text])] == found


def test_of_two_names_of_one_project_one_is_kept() -> None:
    text = "白河高速公路通车。白河高速公路项目全长9公里。"
    assert [(one.name, one.status) for one in find_projects([text])] == [
        ("白河高速公路", "operating")
    ]


def test_what_is_told_of_a_work_is_not_told_of_the_park_in_which_it_lies() -> None:
    (park,) = find_projects(["本厂位于青河县白石产业园内，项目建成投运后能供暖。"])
    assert (park.name, park.status) == ("青河县白石产业园", "unstated")
