import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.drafting.ends import join_ends
from briefing.drafting.events import list_events
from briefing.drafting.figures import list_figures
from briefing.drafting.finding.terms import find_terms
from briefing.drafting.found import Span
from briefing.drafting.numerals import find_numbered, list_numerals, mark_in_names
from briefing.drafting.sharing import share_labels
from briefing.drafting.subjects import Subjects
from briefing.drafting.text import DraftText
from briefing.drafting.writing import write_model, write_text
from briefing.model.yamlfile import Parsed
from briefing.quantities import scan

DAY = datetime.date(2031, 10, 24)


def draft_text(*paragraphs: str) -> DraftText:
    return DraftText(paragraphs, DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县实现粮食产量12.5万吨，同比增长3.2%。", ["全县粮食产量", "全县粮食产量同比增长"]),
        ("今年谋划实施重点项目24项，总投资近30亿元。", ["谋划实施重点项目", "总投资"]),
        ("目前，已建成5G基站1200个。", ["已建成5G基站"]),
        ("新增24个示范村。", ["新增示范村"]),
        ("甲产业占比，由9%升至12%。", ["甲产业占比", "甲产业占比"]),
        ("水产品产量（不含远洋）达到3万吨，其中养殖2万吨。", ["水产品产量", "养殖"]),
        ("清洁能源装机30万千瓦，占总装机的48%。", ["清洁能源装机", "清洁能源装机占总装机的比重"]),
        ("装机30万千瓦，占全国的比重为48%。", ["装机", "装机占全国的比重"]),
        ("上线845项服务功能。", ["上线服务功能"]),
        ("第九届甲县薯博会今天开幕。", ["甲县薯博会"]),
        ("穿越甲市、乙市、丙市3市。", ["市数"]),
        ("甲厅等8部门发布通知，涉及甲市、乙市3个地市11个县区。", ["部门数", "地市", "县区"]),
        ("投入2亿元财政资金。经15天抢修，恢复供水。", ["投入财政资金", "所用时间"]),
        ("其中，老年人占比近40%，21岁的选手甲明，夺冠。", ["老年人占比", "选手甲明年龄"]),
        ("20支队伍参赛，将新增面积7万亩。", ["队伍", "新增面积"]),
        ("马文才等来到甲州示例面粉年产5万吨项目。", ["甲州示例面粉年产"]),
        ("察看速冻线、烘干线、罐装线各1条。", ["速冻线、烘干线、罐装线"]),
        ("参观人数达到5万人。", ["参观人数"]),
        ("至少27人被强制撤离。", ["被强制撤离"]),
        ("覆盖率接近98%，紧急下达3亿元。", ["覆盖率", "紧急下达金额"]),
        ("建设100个左右示范区，10个以上园区开园。", ["建设示范区", "园区开园"]),
        ("20家意向企业签约，60个国家碳达峰城市入选。", ["意向企业", "国家碳达峰城市入选"]),
        ("无为63个贫困村出列。", ["无为贫困村出列"]),
        ("一是产值增长3%,增速比1—9月份加快2个百分点。", ["产值增长", "增速加快"]),
        ("甲—乙高铁全长30公里。其中,纺织业增长5%。", ["甲—乙高铁全长", "纺织业增长"]),
    ],
)
def test_a_label_is_made_of_the_words_around_a_number(text: str, expected: list[str]) -> None:
    assert [one.fields["label"] for one in list_figures(draft_text(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前三季度，产值5亿元。", {"period": "2031-Q1/2031-Q3", "stage": "done"}),
        ("1—9月，产值同比下降5%。", {"period": "2031-01/2031-09"}),
        ("到2035年，产值力争达到9亿元。", {"period": "2035", "due": "2035", "stage": "sought"}),
        ("截至9月底，产值5亿元。", {"period": "2031-09", "stage": "done"}),
        ("9月12日，丙县与企业签约，总投资5亿元。", {"period": None, "due": None}),
        ("目前，产值5亿元。", {"period": {"zh": "目前"}}),
        ("产值是十年前的3.5倍。", {"period": None}),
        ("今年，在建成30家老年食堂的基础上，继续推进。", {"period": None}),
        ("“十六五”期间，产值年均增长5%。", {"period": {"zh": "“十六五”期间"}}),
        ("今日全省纳入黄金周统计的景区接待游客9万人次。", {"period": None}),
        ("国庆中秋假期，接待游客9万人次。", {"period": {"zh": "国庆中秋假期"}}),
    ],
)
def test_a_figure_has_the_time_that_its_sentence_tells(
    text: str, expected: dict[str, object]
) -> None:
    (figure,) = list_figures(draft_text(text))
    assert {field: figure.fields.get(field) for field in expected} == expected


def test_a_time_told_by_an_earlier_sentence_is_our_conclusion() -> None:
    _, figure = list_figures(draft_text("前三季度，产值5亿元。其中，加工业3亿元。"))
    assert figure.fields["period"] == "2031-Q1/2031-Q3"
    assert figure.fields["inferred"] == ["period"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前三季度，收入同比名义增长5%。", ("yoy", "up", "nominal", "cumulative")),
        ("9月当月，用电量环比下降14%。", ("mom", "down", None, "current")),
        ("增速比上半年加快0.1个百分点。", ("total", "up", None, None)),
        ("按不变价格计算，产值同比增长5%。", ("yoy", "up", "real", None)),
        ("一般审批提速68%以上。", (None, "up", None, None)),
        ("航程将缩短约560公里。", (None, "down", None, None)),
        ("占总量的48%。", (None, None, None, None)),
    ],
)
def test_a_change_is_read_beside_its_number(text: str, expected: tuple[object, ...]) -> None:
    (figure,) = list_figures(draft_text(text))
    change = figure.fields["change"] or {}
    assert tuple(change.get(field) for field in ("over", "turn", "prices", "span")) == expected


@pytest.mark.parametrize(
    ("text", "stage", "due"),
    [
        ("规划提出，2033年茶叶产值超8亿元。", "sought", "2033"),
        ("会议明确，到2035年，游客达到90万人次。", "sought", "2035"),
        ("县里要求，2031年入库税收增长7%。", "sought", "2031"),
        ("二期2033年投产，届时产能达到8万吨。", None, None),
        ("县里将再投入3亿元。", "planned", None),
        ("今年，县里争取了资金3亿元。", None, None),
        ("布景保留至2032年2月5日，游客与去年同期相比增长21%。", None, None),
        ("县里将3万亩荒山变成果园。", None, None),
        ("2031年入库税收增长7%。", None, None),
    ],
)
def test_a_result_of_a_time_to_come_is_sought_and_due_then(
    text: str, stage: str | None, due: str | None
) -> None:
    (figure,) = list_figures(draft_text(text))
    assert (figure.fields["stage"], figure.fields.get("due")) == (stage, due)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("渔港已入驻企业12家。", "done"),
        ("车程由3小时缩短到40分钟。", "done"),
        ("计划清退网箱3万口。", None),
        ("2033年，车程缩短到40分钟。", None),
        ("渔港有企业12家。", None),
        ("电站建成后每年可新增绿电3亿度。", None),
        ("未来五年，可以完成投资15万亿元。", None),
    ],
)
def test_what_has_come_about_is_done_without_a_time(text: str, stage: str | None) -> None:
    *_, figure = list_figures(draft_text(text))
    assert figure.fields["stage"] == stage


def test_a_goal_with_which_a_result_is_compared_is_exact_and_sought() -> None:
    result, goal = list_figures(draft_text("脱盲率为71%，仍低于80%的年度目标。"))
    assert (result.fields["stage"], result.fields["qualifier"]) == (None, "exact")
    told = [goal.fields[name] for name in ("text", "value", "qualifier", "stage")]
    assert told == ["80%", 80, "exact", "sought"]
    assert goal.fields["label"] == "脱盲率目标"


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("同比增长6%，增速快于全市平均水平1.5个百分点。", ["yoy", None]),
        ("产值增长6%，税收比上年同期提高2个百分点。", [None, "yoy"]),
    ],
)
def test_neither_a_comparison_with_others_nor_one_told_later_is_of_the_year_before(
    text: str, over: list[str | None]
) -> None:
    changes = (one.fields["change"] or {} for one in list_figures(draft_text(text)))
    assert [one.get("over") for one in changes] == over


def test_a_qualifier_is_part_of_the_text_of_a_figure() -> None:
    text = draft_text("总投资近30亿元，带动就业500人以上，不超过3年。")
    assert [one.fields["text"] for one in list_figures(text)] == [
        "近30亿元",
        "500人以上",
        "不超过3年",
    ]


def test_an_anchor_stands_nowhere_else_and_begins_with_its_clause() -> None:
    text = draft_text("甲县收入增长5%，乙县产值增长5%。", "丙县增长5%。")
    anchors = [text.anchor(one.span) for one in list_figures(text)]
    assert anchors == ["甲县收入增长5%", "乙县产值增长5%", "丙县增长5%"]


def test_a_past_date_becomes_an_event_and_one_to_come_does_not() -> None:
    text = draft_text(
        "5月2日，三座码头开工。项目12月31日建成。2030年，新区成立。在2029年之前停工。"
    )
    events = [tuple(one.fields.values()) for one in list_events(text, frozenset())]
    assert events == [("三座码头开工", "2031-05-02"), ("新区成立", "2030")]


@given(
    st.text(
        alphabet="近3.5亿元同比增长%项，。到2035年前三季度的万亩其中（）“一廊两带”", max_size=60
    )
)
def test_every_quantity_with_a_value_becomes_one_figure_with_it(text: str) -> None:
    paragraphs = [text.strip()] if text.strip() else []
    wanted = [
        one
        for one in scan(paragraphs, DAY)
        if one.kind not in ("name", "date") and one.unit != "date" and one.value is not None
    ]
    wanted = [one for one in wanted if one.qualifier != "every"]
    drafted = list(list_figures(DraftText(paragraphs, DAY)))
    assert [one.fields["unit"] for one in drafted] == [one.unit for one in wanted]
    assert all(one.fields["label"] for one in drafted)
    assert all(
        one.fields["text"] in text and quantity.text in one.fields["text"]
        for one, quantity in zip(drafted, wanted, strict=True)
    )


@given(
    st.text(min_size=1, max_size=40).filter(lambda one: one.isprintable() and one.strip() == one)
)
def test_a_text_is_read_again_as_it_was_written(text: str) -> None:
    written = write_model(
        {"name": {"zh": text}, "list": [{"id": "a", "zh": text}]}, [], lambda _: []
    )
    parsed = Parsed(written, "draft.yaml")
    assert not parsed.problems
    assert parsed.data == {"name": {"zh": text}, "list": [{"id": "a", "zh": text}]}
    assert write_text(text) in written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中试基地去年10月建成，设备已到位。", "中试基地建成"),
        ("5月初，甲城召开渔业工作会议。", "甲城召开渔业工作会议"),
        ("记者从5月2日举行的渔业发布会上获悉，码头开工。", "渔业发布会"),
        ("9月8日，甲县发布《甲县渔业规划（2030年）》。", "甲县发布规划"),
        ("受今年4月霜冻影响，茶园减产。", "霜冻"),
    ],
)
def test_an_event_is_named_by_the_words_around_its_date(text: str, name: str) -> None:
    (event,) = list_events(draft_text(text), frozenset())
    assert event.fields["name"].startswith(name[:6])
    assert event.fields.get("coined", False) is (event.fields["name"] not in text)


@pytest.mark.parametrize(
    "text",
    [
        "2030年，我摘了穷帽。",
        "2030年5月，他又建起民宿。",
        "2030年，列为重点项目。",
        "2030年，发生火灾。",
        "5月2日，来到甲县乙镇。",
        "2030年10月，任甲县县长。",
        "2030年，以甲某为核心的集体。5月2日，活动启动。",
    ],
)
def test_a_clause_without_a_subject_of_its_own_names_no_event(text: str) -> None:
    assert list(list_events(draft_text(text), frozenset())) == []


@pytest.mark.parametrize(
    "text",
    [
        "2030年3月，栽种果树8万株。",
        "今年4月投资2亿元。",
        "5月2日，青河水库正在加紧建设。",
        "码头去年9月停工，至今没有动静。",
        "2029年底建成投产。",
        "5月2日，县长一行到甲一码头和乙二物流园以及丙三园区现场办公。",
        "6月3日，由甲县医院牵头，各方联手。",
        "项目加紧推进，预计10月底前全部完工。",
        "剩余部件将在10月底之前运达。",
        "奶粉线2030年8月投产后，一直缺奶。",
        "比5月小幅增加。",
        "6月2日，全县水网的重要结点——甲乙枢纽。",
        "2031甲乙论坛，专家云集。",
        "2030年春节假期，游人如织。2030年，绿色的生活蔚然成风。",
        "9月份，甲省物流业景气指数继续扩张。",
        "今晚（10月24日），甲台综合频道播出。",
    ],
)
def test_an_amount_and_half_a_clause_name_no_event(text: str) -> None:
    names = [one.fields["name"] for one in list_events(draft_text(text), frozenset())]
    assert names in ([], ["码头停工"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4月1日至3日，全市渔业推进会在甲城召开。", ["全市渔业推进会"]),
        ("4月1日—3日，甲城第三届渔业博览会举行，签约5个项目。", ["甲城第三届渔业博览会举行"]),
        ("4月1日至3日，甲城渔港车来车往。", []),
        ("4月1日至3日，甲城接待游客5万人次。", []),
    ],
)
def test_only_what_is_held_is_an_event_of_several_days(text: str, names: list[str]) -> None:
    events = list(list_events(draft_text(text), frozenset()))
    assert [one.fields["name"] for one in events] == names
    assert {one.fields["date"] for one in events} <= {"2031-04-01/2031-04-03"}


def test_an_event_that_is_told_with_its_day_is_not_told_again_with_its_year() -> None:
    text = draft_text("2031年甲县渔业周启动。", "2031年甲县渔业周今天（10月24日）在乙镇启动。")
    (event,) = list_events(text, frozenset())
    assert event.fields["date"] == "2031-10-24"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月2日凌晨，甲一港乙二作业区，头班船离岸。", []),
        ("9月的乙二草原，牧歌悠扬。", []),
        ("5月2日，甲县科技馆，孩子们排起长队。", []),
        ("5月2日，甲县开工建设乙二水库。", ["甲县开工建设乙二水库"]),
        ("5月2日，首班列车抵港。", ["首班列车抵港"]),
        ("6月，甲村划归乙河镇。", ["甲村划归乙河镇"]),
    ],
)
def test_a_place_alone_names_no_event(text: str, expected: list[str]) -> None:
    assert [one.fields["name"] for one in list_events(draft_text(text), frozenset())] == expected


def test_a_verb_alone_is_told_of_the_work_before_it() -> None:
    text = draft_text("白石水库因资金不足，自2030年8月起停工。")
    (event,) = list_events(text, frozenset(), Subjects([Span(1, 0, 4)]))
    assert (event.fields["name"], event.fields["coined"]) == ("白石水库停工", True)


@pytest.mark.parametrize(
    ("text", "works", "bodies", "names"),
    [
        (
            "青河园由云港集团与甲市政府共建，4月底投用。",
            ["青河园"],
            ["云港集团"],
            ["青河园投用"],
        ),
        ("青河园被乙协会列为样板，4月竣工。", ["青河园"], ["乙协会"], ["青河园竣工"]),
        ("云港集团青河基地扩建，4月投产。", [], ["云港集团"], []),
        ("云港集团去年动工，4月投产。", [], ["云港集团"], ["云港集团投产"]),
        ("青河园和白石桥提速，4月投用。", ["青河园", "白石桥"], [], []),
    ],
)
def test_a_verb_alone_is_not_told_of_who_only_takes_part(
    text: str, works: list[str], bodies: list[str], names: list[str]
) -> None:
    spans = [
        [Span(1, text.index(one), text.index(one) + len(one)) for one in held]
        for held in (works, bodies)
    ]
    events = list_events(draft_text(text), frozenset(), Subjects(*spans))
    assert [one.fields["name"] for one in events] == names


def test_a_name_that_only_a_headline_has_is_coined() -> None:
    """The evidence is the sentence with the date, which has the name in two pieces."""
    text = draft_text("甲省教育大会在乙市开幕", "甲省教育大会今天（5月2日）在乙市开幕。")
    (event,) = list_events(text, frozenset())
    assert (event.fields["name"], event.fields["coined"]) == ("甲省教育大会在乙市开幕", True)


def test_what_only_means_a_thing_is_no_figure() -> None:
    assert list(list_figures(draft_text("码头不能只是一座码头，要建一条路。"))) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("三廊百园", [("三廊", 3, "廊"), ("百园", 100, "园")]),
        ("百千万工程", []),
        ("千企示范", []),
        ("一月一调度", [("一调度", 1, "调度")]),
        ("三个100万亩", []),
        ("一网通办", []),
        ("双牌照", []),
        ("五个领域率先突破", [("五个", 5, "个")]),
    ],
)
def test_numerals_in_a_quoted_slogan_are_parts_of_a_name(
    name: str, wanted: list[tuple[str, int, str]]
) -> None:
    paragraphs = [f"推进“{name}”建设。"]
    figures = list(list_numerals(DraftText(paragraphs, DAY), find_terms(paragraphs)))
    fields = [one.fields for one in figures]
    assert [(one["text"], one["value"], one["unit"]) for one in fields] == wanted
    assert all(one["in_name"] for one in fields)


def test_a_number_in_the_name_of_a_body_or_a_plan_is_part_of_a_name() -> None:
    text = draft_text("县第二人民医院接诊3万人次，《两年行动计划》印发。")
    names = [Span(1, 0, 7), Span(1, 14, 22)]
    marked = list(mark_in_names(text, list_figures(text), names))
    told = [(one.fields["text"], one.fields.get("in_name", False)) for one in marked]
    assert told == [("第二", True), ("3万人次", False), ("两年", True)]


def test_nothing_is_done_in_a_time_to_come() -> None:
    (figure,) = list_figures(draft_text("2032年6月底前建成公寓300套。"))
    assert figure.fields["stage"] == "planned"


def test_the_number_of_a_saying_or_of_one_of_its_kind_is_in_a_name() -> None:
    text = draft_text(
        "要靠“双轮”和两条腿走路。7号泊位和十二个码头竣工，第一作业区开港，“示例三号”出海。"
        "第七师纪念馆和第五综合楼"
    )
    found = find_terms(text.paragraphs)
    spans = [span for one in found for span in one.mentions]
    marked = list(mark_in_names(text, list_figures(text), [*spans, *find_numbered(text)]))
    assert [(one.fields["text"], one.fields.get("in_name")) for one in marked] == [
        ("两条", True),
        ("7号", True),
        ("十二个", None),
        ("第一", True),
        ("三号", True),
        ("第七", True),
        ("第五", True),
    ]
    assert [one.name for one in found] == ["双轮", "两条腿走路", "示例三号"]


def test_the_numbers_of_a_list_have_one_change_and_one_time() -> None:
    text = "前三季度，甲市、乙市、丙市产值分别同比增长5%、6%和7%，投资分别达8亿元、9亿元。"
    figures = list(list_figures(draft_text(text)))
    assert {one.fields["period"] for one in figures} == {"2031-Q1/2031-Q3"}
    changes = [one.fields["change"] for one in figures]
    assert (
        changes[0]
        == changes[1]
        == changes[2]
        == {"over": "yoy", "turn": "up", "span": "cumulative"}
    )
    assert changes[3:] == [None, None]


def test_parts_have_the_time_of_the_whole() -> None:
    text = "据市统计局介绍，前三季度，产值9亿元，增长5%。其中，加工业3亿元，增长6%；林业2亿元。"
    figures = list(list_figures(draft_text(text)))
    assert {one.fields.get("period") for one in figures} == {"2031-Q1/2031-Q3"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("示例大桥今天（10月24日）在青河县通车。", "示例大桥在青河县通车"),
        ("今天（10月24日），示例大桥正式通车，全长9公里。", "示例大桥正式通车"),
        ("由示例日报社和青河县文化馆联合主办的书法展昨天（10月23日）在青河县揭幕。", None),
        ("记者今天（10月24日）从县里获悉，路通了。", None),
        ("县统计局今天（10月24日）发布的数据显示，产值增长。", None),
    ],
)
def test_a_date_that_explains_a_word_for_the_day_is_that_of_its_clause(
    text: str, name: str | None
) -> None:
    events = list(list_events(draft_text(text), frozenset()))
    assert [one.fields["name"] for one in events] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("商户数量从3.5万户增加到6.2万户。", ["商户数量", "商户数量"]),
        ("收入比从3.50:1缩小至2.20:1。", ["收入比", "收入比"]),
        ("茶园面积比“十三五”末增加25公顷。", ["茶园面积增加"]),
        ("农户达5万家，较2029年末增加4%。", ["农户", "农户增加"]),
        ("客流量为3万人次，同比分别增长5%和6%。", ["客流量同比分别增长", "客流量"]),
        ("“一码通检”覆盖80%的口岸，成效明显。", ["“一码通检”覆盖口岸的比例"]),
        ("连续6年无森林火灾。", ["连续无森林火灾"]),
        ("30个国家和地区参加展会。", ["国家和地区"]),
        ("造成3人死亡、7人受伤。", ["死亡人数", "受伤人数"]),
        ("提出24项主要指标，60名国内外院士到会。", ["提出主要指标", "国内外院士"]),
        ("新建30座智能工厂，有企业40家。", ["新建智能工厂", "企业"]),
    ],
)
def test_a_label_tells_what_is_counted(text: str, labels: list[str]) -> None:
    figures = list_figures(draft_text(text))
    assert [one.fields["label"] for one in figures][-len(labels) :] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "去年，粮食和油料产量分别为30万吨、5万吨，同比分别增长3%、4%。",
            ["粮食产量", "油料产量", "粮食产量同比增长", "油料产量同比增长"],
        ),
        ("客流量和营业收入分别增长3%、4%。", ["客流量增长", "营业收入增长"]),
        ("小麦、玉米分别播种30亩、20亩。", ["小麦播种", "玉米播种"]),
        ("粮食、油料、水果产量分别为3吨、5吨。", ["水果产量", "水果产量"]),  # which are they?
    ],
)
def test_each_number_has_the_label_of_what_it_is_given_to(text: str, labels: list[str]) -> None:
    drafted = draft_text(text)
    found = share_labels(drafted, list_figures(drafted))
    assert [one.fields["label"] for one in found] == labels


def test_a_time_in_which_something_happened_is_no_figure() -> None:
    text = draft_text(
        "五年来，今后三年，过去两年，八年前，近十年变了样，建了近3小时，为期三年。"
        "新的一年，今明两天有雨，这是最忙的一年。"
    )
    assert [one.fields["text"] for one in list_figures(text)] == ["近3小时", "三年"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月3日，县长在甲村调研时强调，要快。", "县长在甲村调研"),
        ("2029年2月，《甲乙走廊规划纲要》公布。", "《甲乙走廊规划纲要》公布"),
        (
            "2029年2月18日，省里印发的《甲乙走廊协调发展规划纲要》正式公布。",
            "纲要正式公布",
        ),
        ("2月1日，第二批“互认”事项清单公布。", "第二批“互认”事项清单公布"),
        ("5月，第三批9家实验室名单出炉。", "第三批9家实验室名单出炉"),
        ("县统计局6月2日公布的数据显示，物价平稳。", "县统计局公布数据"),
        (
            "2031甲乙丙丁柑橘产业大会昨天（6月2日）在丁戊县大剧院开幕。",
            "2031甲乙丙丁柑橘产业大会开幕",
        ),
        ("新政5月1日起实施。", "新政实施"),
        (
            "为期三天的甲乙柑橘大会今天（6月2日）在丁戊县闭幕，来客5万人。",
            "甲乙柑橘大会在丁戊县闭幕",
        ),
        ("6月2日，由县里主办的甲乙柑橘文化展演活动在京举行。", "甲乙柑橘文化展演活动在京举行"),
        (
            "今天（6月2日），水网结点——甲乙水利枢纽工程通过竣工验收。",
            "甲乙水利枢纽工程通过竣工验收",
        ),
        (
            "县财政局今天（6月2日）公布《甲县违规处罚裁量基准（试行）》。",
            "《甲县违规处罚裁量基准（试行）》公布",
        ),
        (
            "6月2日，县财政局等9部门印发《关于进一步推进甲县柑橘产业发展的通知》。",
            "县财政局等9部门印发通知",
        ),
    ],
)
def test_a_date_that_tells_what_happened_is_an_event(text: str, name: str) -> None:
    (event,) = list_events(draft_text(text), frozenset())
    assert event.fields["name"] == name


def test_what_happened_is_an_event_though_a_number_is_of_its_date() -> None:
    text = draft_text("5月，三个项目签约。4月，产值5亿元。")
    used = frozenset(span for one in list_figures(text) for span in one.dates)
    assert [one.fields["name"] for one in list_events(text, used)] == ["三个项目签约"]


def test_a_class_of_things_is_no_amount_and_a_share_of_growth_no_change() -> None:
    text = draft_text("百亿县区达9个，亿元以上项目3个，产值破千亿元。对经济增长的贡献率达到30%。")
    figures = list(list_figures(text))
    assert [one.fields["text"] for one in figures] == ["9个", "3个", "破千亿元", "30%"]
    assert figures[-1].fields["change"] is None


def test_the_two_ends_of_a_change_have_not_one_time() -> None:
    text = draft_text("装机占比从2029年底的40%提高到62%。")
    assert [one.fields.get("period") for one in list_figures(text)] == ["2029", None]


def test_a_measure_of_a_class_has_the_word_for_it_in_its_text() -> None:
    figures = list(list_figures(draft_text("建成1000吨级泊位8个，探明7亿吨级白云岩。")))
    assert [one.fields["text"] for one in figures] == ["1000吨级", "8个", "7亿吨级"]
    assert figures[1].fields["label"] == "泊位"


def test_what_a_document_sets_out_goes_on_to_what_is_so_by_now() -> None:
    text = draft_text("《甲规划》提出，到2035年产值9亿元，去年为5亿元。《乙规划》印发。")
    plan, other = find_terms(text.paragraphs)
    assert [text.read(span) for span in plan.says] == ["到2035年产值9亿元"]
    assert other.says == ()


def test_what_a_thing_was_before_and_what_it_became_are_two_figures_of_it() -> None:
    text = draft_text("2030年，企业由2025年的3户增至8户，占比从全市的5%升到9%。")
    was, became, share, later = join_ends(text, list_figures(text))
    assert (became.before, later.before) == (was.span, share.span)
    assert [one.fields["label"] for one in (was, became)] == ["企业", "企业"]
    assert [one.fields.get("period") for one in (was, became, share, later)] == [
        *("2025", "2030"),
        *(None, "2030"),
    ]
    assert later.fields["change"] is None  # a level
    assert share.fields["label"] == later.fields["label"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("甲校有教师的人数为3万人，比例为7%。", "甲校有教师的人数的比例"),
        ("甲厂职工2万人（其中女性500人），占7%。", "甲厂职工占的比重"),
        ("2031年内蒙古发电量增长7%。", "内蒙古发电量增长"),
    ],
)
def test_a_share_is_of_what_is_told_before_it(text: str, label: str) -> None:
    figures = list_figures(draft_text(text))
    assert [one.fields["label"] for one in figures if one.fields["value"] == 7] == [label]
