"""What becomes of the claims of a memo about the invented second article."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from briefing.drafting.draft import draft
from briefing.model.reading import inspect_model, shipped_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Claim
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier, verify
from holding import draft_verifier, list_doubted

TESTS = Path(__file__).parent.parent
MODEL = str(TESTS / "second.yaml")

FIRMS = """
schema_version: 2
source: {id: firms, title: {zh: 苹果, en: Apples}, publisher: {zh: 某报, en: Paper},
  published: 2031-05-08}
summary: {gist: {zh: 苹果, en: Apples}, evidence: [{paragraph: 2, anchor: 甲木果品}]}
organisations:
  - {id: jiamu, name: {zh: 甲木果品, en: Jiamu Fruit}, kind: firm,
     evidence: [{paragraph: 2, anchor: 甲木果品}]}
  - {id: yishi, name: {zh: 乙石集团, en: Yishi Group}, kind: firm,
     evidence: [{paragraph: 2, anchor: 乙石集团}]}
figures:
  - {id: exports, label: {zh: 出口苹果, en: Apples exported}, text: 1.5万吨, value: 15000,
     unit: t, kind: measure, about: [jiamu], evidence: [{paragraph: 2, anchor: 1.5万吨}]}
  - {id: share, label: {zh: 苹果出口占全市的比重, en: Share of the city's apple exports},
     text: 九成, value: 90, unit: "%", kind: percent, about: [jiamu],
     evidence: [{paragraph: 2, anchor: 九成}]}
"""


@cache
def verifier() -> Verifier:
    article = inspect_model(MODEL).article
    assert article
    return Verifier([article], {article.source.id: read_text(str(TESTS / "second.txt"))})


def claims(sentence: str, ending: str = ".md") -> tuple[Claim, ...]:
    return verifier().verify(Memo("memo.md", tuple(split_memo(sentence, ending)))).claims


def doubted(sentence: str) -> dict[str, str]:
    return {one.text: one.status for one in claims(sentence) if one.status != BORNE_OUT}


@pytest.mark.parametrize(
    "sentence",
    [
        "前三季度，青川省地区生产总值18640亿元，同比增长5.6%。",
        "In the first three quarters, Qingchuan's GDP reached CNY 1.864 trillion, up 5.6%.",
        "Value added in the primary, secondary and tertiary sectors rose by 3.8%, 6.1% and 5.5%.",
        "Clean-energy capacity stood at 16.8 GW at the end of September.",
        "About 370,000 urban jobs were added in the first three quarters.",
        "Property investment fell by 7.3%, while fixed-asset investment rose by 4.2%.",
        "丁四电池材料项目总投资近50亿元，10月16日签约。",
        "Jia-1 wharf was signed on 2 May.",
        "前三季度，全省地区生产总值18640亿元；10月21日，省统计局发布“成绩单”。",
        "Qingchuan's GDP adds up to CNY 1.864 trillion for the first three quarters.",
        "东甲市市长乙某说：“码头不能只是一座码头。”",
        "Ji Moumou, deputy director of the provincial bureau of statistics, said demand was weak.",
        "甲乙城际铁路尚在谋划，省政府力争2032年研发投入强度达到2.8%。",
        "1—9月全社会用电量突破1000亿千瓦时。",
        "农村居民收入名义增6.8%，高于全省居民的5.9%。",
        "GDP growth sped up to 5.8% in the third quarter.",
        "Four of Dongjia's 24 key projects have started.",
        "东甲谋划的重点工程里，已经开工的只占六分之一。",
        "One sixth of Dongjia's 24 key projects have started.",
        "One tenth of the planned investment in Jiayi Wharf had been spent by 20 October.",
        "西乙投产茶园今年增长25%，达到1.5万亩。",
        "Forest cover is 58.3% and should top 59% by 2035.",
        "The province added 369,000 urban jobs in nine months, 82% of its full-year target.",
        "庚岭、壬塘、己河与辛溪这4个县新建了高标准农田。",
        "森林覆盖率百分之五十八点三。",
        "东甲市谋划的重点工程达24项之多。",
        "全社会用电量1 062亿千瓦时，地区生产总值1万8千6百4十亿元。",
        "0.186 trillion yuan was invested in provincial key projects.",
        "The Dongjia–Xiyi railway is still only planned.",
        "High-tech manufacturing makes up about a sixth of above-scale industry's value added.",
        "部分企业经营困难，己某某说。",
        "甲一码头第二季度签约。",
        "The wind farm opened in the third quarter, two months after the tunnel stopped.",
        "Dongjia's air quality ranks second in the province.",
        "甲一码头由示例集团所属的青川示例港务有限公司投资建设。",
        "重点项目清单上有戊一会展中心、丁五冷链园、丙六水库等。",
        "乙二隧道停工是因为涌水。",
        "扣除价格因素，全省居民人均可支配收入增长5.3%。",
        "西乙市要求乙二隧道的设计变更在年底前完成。",
        'The layout is called "two corridors and three ports".',
        "Of the three sectors, the secondary one grew fastest, by 6.1%.",
        "码头不能只是一座码头，这话是乙某讲的。",
        "At constant prices, GDP was 5.6% higher in the first three quarters.",
        "Fixed-asset investment, rural households excluded, rose by 4.2%.",
        "In real terms rural incomes outpaced the provincial average, 6.2% against 5.3%.",
        "Work on the Yi'er tunnel stopped because of a water inrush.",
        "GDP was 5.6% more than in the same nine months of 2030.",
        "省级重点项目年度计划还有466亿元投资待完成。",
        "第三产业增加值占经济总量的一半略多。",
        "Jia No. 1 terminal is being built by Qingchuan Shili Port, a firm of the Shili Group.",
        "Ji, a deputy head of the statistics bureau who speaks for it, said demand was weak.",
        "Ji Moumou is deputy head of the statistics bureau and speaks for it.",
        "省统计局的发言人是该局副局长己某某。",
        "The institute is to build a pilot platform for the Dingsi project within three years.",
        "Two corridors are called Gui River industrial corridor and Zhongwu innovation corridor.",
        "Qingchuan Example Port, a subsidiary of the Example Group, builds Jiayi Wharf.",
        "The review stood on the front page of the Qingchuan Example Daily.",
    ],
)
def test_true_sentences_are_borne_out(sentence: str) -> None:
    assert claims(sentence)
    assert doubted(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("前三季度，青川省地区生产总值18460亿元。", "18460亿元"),
        ("In the first half, Qingchuan's GDP grew by 5.6%.", "5.6%"),
        ("Property investment rose by 7.3%.", "7.3%"),
        ("丁四电池材料项目总投资超50亿元。", "50亿元"),
        ("Nanding's tea output topped CNY 200 million.", "200 million"),
        ("The R&D intensity has reached 2.8%.", "2.8%"),
        ("甲一码头已建成。", "建成"),
        ("青川示范港务有限公司投资建设甲一码头。", "青川示范港务有限公司"),
        ("西乙市市长乙某到场。", "市长"),
        ("Dongja wants a new wharf.", "Dongja"),
        ("乙某说：“码头不仅是一座码头。”", "码头不仅是一座码头。"),
        ("丁某说：“码头不能只是一座码头。”", "码头不能只是一座码头。"),
        ("Ding Mou said that effective demand was still insufficient.", "Ding Mou"),
        ("Xiyi's mayor, Yi Moumou, spoke.", "Moumou"),
        ("中戊科创走廊是“三港”之一。", "中戊科创走廊"),
        ("甲一码头由虚构新能源科技股份有限公司投资建设。", "虚构新能源科技股份有限公司"),
        ("Yi'er Tunnel has resumed construction after its redesign.", "has resumed construction"),
        ("己某某说，投资回升的基础已经巩固。", "已经"),
        ("东甲市工业增速高于西乙市。", "高于"),
        ("己某某表示，企业经营全都比较困难。", "全都"),
        ("The first berth of the wharf has gone into use.", "into use"),
        ("甲一码头的首个泊位已投用。", "投用"),
        ("丙一风电场8月28日开工。", "开工"),
        ("重点项目清单上有戊一会展中心、丁五冷链园、甲二机场、丙六水库等。", "甲二机场"),
        ("《意见》由省统计局起草。", "省统计局"),
        ("The wharf is being built by the provincial government.", "provincial government"),
        ("The battery project settled in the Beibing New Area.", "Beibing New Area"),
        ("Xiyi's air quality ranks second in the province.", "Xiyi"),
        ("乙二隧道停工是因为资金短缺。", "资金短缺"),
        ("由于要变更设计，乙二隧道7月18日起停工。", "要变更设计"),
        ("扣除价格因素，全省居民人均可支配收入增长5.9%。", "扣除价格"),
        ("At current prices, GDP was 5.6% higher in the first three quarters.", "current prices"),
        ("Fixed-asset investment, rural households included, rose by 4.2%.", "included"),
        ("Urban residents had a disposable income of CNY 28,460 per head.", "28,460"),
        ("己某某表示，投资回升的基础无需进一步巩固。", "无需"),
        ("东甲市空气质量首次居全省第二位。", "首次"),
        ("壬塘一县今年就新建高标准农田12.4万亩。", "一县"),
        ("“两廊”只有癸江产业走廊。", "只有"),
        ("省统计局提出，全年城镇新增就业要达到45万人以上。", "省统计局"),
        ("西乙市要求乙二隧道年底前恢复掘进。", "年底前"),
        ("甲一码头是“两廊”之一。", "两廊"),
        (
            'The layout is called "three corridors and two ports".',
            "three corridors and two ports",
        ),
        ("Of the three sectors, the tertiary one grew fastest, by 5.5%.", "fastest"),
        ("省级重点项目前三季度完成了全年计划。", "完成了全年计划"),
        ("码头不能只是一座码头，这话是丁某讲的。", "丁某"),
        ("The Yi'er tunnel, halted in July, is being dug again.", "being dug again"),
        ("Ground was broken for Jiayi Wharf on 2 May.", "2 May"),
        ("R&D spending in the province has reached an intensity of 2.8%.", "2.8%"),
        ("全省森林覆盖率已经越过59%，提前达到2035年的要求。", "59%"),
        ("9月全社会用电量环比下降14.2%，主要是高技术制造业拉动的。", "高技术制造业"),
        (
            "Power use fell by 14.2% in September because many factories cut back production.",
            "many factories cut back production",
        ),
        ("丙一风电场尚未建成投运。", "投运"),
        ("Work on the tunnel in Xiyi has not been stopped.", "stopped"),
        ("A pilot platform for the battery project will be built within five years.", "five years"),
        ("The Dongjia–Nanding railway is still only planned.", "Dongjia–Nanding"),
        (
            "GDP growth was 0.1 percentage points slower than in the first half.",
            "0.1 percentage points",
        ),
        ("Xiyi added 15,000 mu of tea gardens.", "15,000 mu"),
        (
            "Ji Moumou, deputy director of the provincial department of finance, spoke.",
            "deputy director",
        ),
        ("Yi Mou, once a teacher, is now the Party secretary of Dongjia.", "Party secretary"),
        ("丙一风电场在第四季度建成投运。", "第四季度"),
        ("甲乙城际铁路将于明年开工。", "明年"),
        ("GDP did not grow by 5.6% in the first three quarters of 2031.", "5.6%"),
        ("全省规模以上工业增加值并没有增长6.8%。", "6.8%"),
        ("东甲市市长乙某说，前三季度青川省地区生产总值18640亿元。", "乙某"),
        ("Ji Moumou, deputy director of the province's rural bureau, spoke.", "deputy director"),
        ("Ji is deputy head of the finance bureau and speaks for it.", "deputy head"),
        (
            "Qingchuan Example Port, the parent company of the Example Group, pays.",
            "Qingchuan Example Port",
        ),
        ("示例集团隶属于青川示例港务有限公司。", "示例集团"),
        (
            "Zhongwu has a logistics corridor, the Zhongwu logistics corridor.",
            "Zhongwu logistics corridor",
        ),
        ("The review stood on page three of the Qingchuan Example Daily.", "page three"),
        ("The Jia–Yi Intercity Railway now runs through Dongjia.", "now runs"),
        ("Ding warned that effective demand was still weak.", "Ding"),
        ("The Jia No. 1 terminal is built by Qingchuan Shili Bank.", "Qingchuan Shili Bank"),
        ("西乙市市委书记表示，投资回升的基础有待巩固。", "市委书记"),
        ("癸江汇入滇池。", "滇池"),
        ("省财经委员会发布前三季度成绩单。", "财经委员会"),
        ("The Gui-to-Xin diversion is under construction.", "Gui-to-Xin"),
        ("两市打算投产茶园，茶园尚未投产。", "尚未"),
        ("A total of 15,000 mu of tea gardens are to be planted in Xiyi.", "15,000 mu"),
        ("Tea gardens in production shrank to 15,000 mu.", "15,000 mu"),
    ],
)
def test_what_the_article_has_otherwise_is_doubted(sentence: str, text: str) -> None:
    assert text in doubted(sentence)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("丁四电池材料项目总投资约62亿元。", CONTRADICTED),
        ("丁四电池材料项目总投资近60亿元。", CONTRADICTED),
        ("丁四电池材料项目总投资超过60亿元。", CONTRADICTED),
        ("丁四电池材料项目总投资超过40亿元。", UNKNOWN),
        ("The Dingsi battery-materials project is worth about CNY 6.2 billion.", CONTRADICTED),
        ("Clean energy makes up at least 58% of total power capacity.", CONTRADICTED),
        ("Clean energy makes up at least 38% of total power capacity.", UNKNOWN),
        ("Dongjia has drawn up at least 24 key projects.", UNKNOWN),
        ("Dongjia has drawn up over 24 key projects.", CONTRADICTED),
        ("西乙市前三季度茶叶产值逾3亿元。", CONTRADICTED),
        ("西乙市前三季度茶叶产值逾1亿元。", UNKNOWN),
        ("南丁开发区的丁四电池材料项目平均每年投资约12亿元。", UNKNOWN),
    ],
)
def test_a_qualified_number_is_contradicted_unless_it_may_follow(
    sentence: str, status: str
) -> None:
    assert set(doubted(sentence).values()) == {status}


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("前三季度，东甲市规上工业增速并列全国第一。", "第一"),
        ("Industrial output growth in Dongjia and Xiyi tied for first in China.", "first"),
        ("甲一码头将于明年建成，甲一码头首个泊位已停工。", "停工"),
    ],
)
def test_a_rank_of_another_area_and_a_stage_behind_a_plan_are_contradicted(
    sentence: str, text: str
) -> None:
    assert doubted(sentence)[text] == CONTRADICTED


def test_the_date_of_a_number_that_is_wrong_is_judged_by_itself() -> None:
    assert "10月16日" not in doubted("丁四电池材料项目10月16日签约，总投资约62亿元。")
    assert "10月17日" in doubted("丁四电池材料项目10月17日签约，总投资约62亿元。")


def test_a_right_number_of_the_wrong_thing_is_not_borne_out() -> None:
    swapped = "Rural income per head rose 6.2% in nominal terms and 6.8% in real terms."
    assert set(doubted(swapped)) == {"6.2%", "6.8%"}
    assert "第一产业增加值7642.4亿元" not in doubted("第一产业增加值7642.4亿元。")
    assert "7642.4亿元" in doubted("第一产业增加值7642.4亿元。")


def test_what_no_model_tells_is_unknown() -> None:
    assert doubted("Qingchuan's steel output reached 52 million tonnes.") == {
        "52 million tonnes": UNKNOWN
    }


def test_a_contradiction_says_what_the_model_has() -> None:
    [claim] = [one for one in claims("前三季度，青川省地区生产总值18460亿元。") if one.says]
    assert (claim.status, claim.record, claim.paragraph) == (CONTRADICTED, "gdp", 4)
    assert claim.says
    assert claim.says.record
    assert claim.says.record.id == "gdp"


def test_places_are_those_of_the_file() -> None:
    memo = (
        "---\ntitle: 99\n---\n\n# 1. Brief\n\nSee [here](x.md/12) and `13`: GDP was **18640亿元**."
    )
    [number] = [one for one in claims(memo) if one.kind == "number"]
    assert (number.line, number.text) == (7, "18640亿元")
    assert memo.splitlines()[6][number.column - 1 :].startswith("18640亿元")


def test_a_page_is_read_as_it_is_seen() -> None:
    page = "<title>77</title>\n<p>青川省<b>GDP</b>&nbsp;18640亿元</p><script>88</script>"
    [number] = [one for one in claims(page, ".html") if one.kind == "number"]
    assert (number.line, number.text, number.status) == (2, "18640亿元", BORNE_OUT)


def test_a_memo_of_word_is_read(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Brief")
    document.add_paragraph("甲一码头计划总投资61亿元。")
    document.save(str(tmp_path / "memo.docx"))
    verified = verify(str(tmp_path / "memo.docx"), [MODEL])
    [wrong] = [one for one in verified.claims if one.status == CONTRADICTED]
    assert (wrong.line, wrong.column, wrong.text) == (2, 10, "61亿元")


TABLE = {
    ".md": """单位：亿元

| 指标 | 前三季度 | 增速（%） |
|------|---------:|:---------:|
| 地区生产总值 | **18640.0** | 5.6 |
| 第一产业增加值 | 1491.2 | 3.9 |
""",
    ".html": """<table><tr><th>指标</th><th>前三季度（亿元）</th><th>增速（%）</th></tr>
<tr><td>地区生产总值</td><td><b>18640.0</b><sup>1</sup></td><td>5.6</td></tr>
<tr><td>第一产业增加值</td><td>1491.2</td><td>3.9</td></tr></table>
""",
}


@pytest.mark.parametrize("ending", TABLE)
def test_a_cell_is_told_by_the_heads_of_its_row_and_column(ending: str) -> None:
    found = {one.text: one.status for one in claims(TABLE[ending], ending)}
    assert found == {"18640.0": BORNE_OUT, "5.6": BORNE_OUT, "1491.2": BORNE_OUT, "3.9": UNKNOWN}


def test_a_cell_with_its_own_unit_is_told_by_its_row() -> None:
    row = "| 地区 | 指标 | 数值 |\n| --- | --- | --- |\n| 青川省 | 森林覆盖率 | {} |\n"
    for value, status in (("58.3%", BORNE_OUT), ("53.8%", CONTRADICTED)):
        assert {one.text: one.status for one in claims(row.format(value))}[value] == status


def test_a_row_without_a_mark_between_cells_is_one_cell() -> None:
    table = "| 指标 | 注 |\n| --- | --- |\n森林覆盖率58.3% \\| 甲\n"
    assert {one.text: one.status for one in claims(table)} == {"58.3%": BORNE_OUT}


def test_a_family_name_is_no_slip_of_a_place() -> None:
    assert set(doubted("Our colleague Zhang Min wrote this.").values()) <= {UNKNOWN}


def test_a_table_of_a_word_document_is_read_by_its_heads(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    cells = ["指标", "前三季度（亿元）", "地区生产总值", "18460.0"]
    for cell, text in zip(table._cells, cells, strict=True):
        cell.text = text
    memo = tmp_path / "memo.docx"
    document.save(memo)
    found = [(one.text, one.status) for one in verify(str(memo), [MODEL]).claims]
    assert found == [("18460.0", CONTRADICTED)]


@pytest.mark.parametrize(
    "memo",
    [
        "前三季度，全省地区生产总值18640.0[^1]亿元。",
        "前三季度，全省地区生产总值[18640.0](https://example.org/a)亿元。",
        "前三季度，全省地区生产总值<b>18640.0</b>亿元[1]。",
    ],
)
def test_marks_inside_a_number_are_no_part_of_it(memo: str) -> None:
    found = {one.text: one.status for one in claims(memo)}
    assert found == {"前三季度": BORNE_OUT, "18640.0亿元": BORNE_OUT}


def test_lines_that_are_broken_to_fit_a_page_are_read_as_one() -> None:
    memo = (
        "The province reports on the year so far. Dongjia has drawn up as many as\n"
        "42 key projects, of which four have been started.\n"
        "\n"
        "## Forests\n"
        "58.3% of the province is covered.\n"
    )
    wrong, *_ = [one for one in claims(memo) if one.status != BORNE_OUT]
    assert (wrong.text, wrong.line, wrong.column) == ("42", 2, 1)
    assert "58.3%" in {one.text for one in claims(memo) if one.status == BORNE_OUT}


def test_a_quotation_in_straight_marks_may_end_with_a_full_stop() -> None:
    assert doubted('东甲市市长乙某说："码头只能是一座码头。"他说得很对。')


def test_each_sentence_of_a_quotation_is_held_against_the_text() -> None:
    assert doubted("乙某说：“码头不能只是一座码头。路通到哪里，货走到哪里。”") == {}
    forged = doubted("“车站就是车站。路通到哪里，货走到哪里。”东甲市市长乙某说。")
    assert forged == {"车站就是车站": UNKNOWN}


def test_a_number_behind_a_list_mark_is_marked_where_it_stands() -> None:
    (number,) = [one for one in claims("1. 东甲市谋划重点工程24项。") if one.kind == "number"]
    assert (number.text, number.column) == ("24项", 13)


def test_the_hundredth_mark_of_a_list_is_no_number() -> None:
    numbers = [one.text for one in claims("100. 东甲市谋划重点工程24项。") if one.kind == "number"]
    assert numbers == ["24项"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Farmland of about 8400 hectares was built.",
        "第三产业增加值占GDP的52%。",
        "Just under 43% of the province is without forest cover.",
        "1—9月全社会用电量突破1100亿千瓦时。",
        "前三季度，GDP增速比一季度加快0.1个百分点。",
        "三次产业当中，前三季度增速最高的是第三产业。",
        "Jia-1 wharf has since officially gone into operation.",
        "Jia-1 wharf, signed on 2 May, has already opened to the public.",
        "Four of Dongjia's 25 key projects have started.",
        "东甲24项重点工程里，开工的只有4项，另外28项还处在前期阶段。",
        "东甲谋划的重点工程里，已经开工的只占三分之一。",
        "东甲谋划的重点工程里，已经开工的只占三分之四。",
        "省级重点项目年度计划还有456亿元投资待完成。",
        "第三产业增加值占经济总量的六成略多。",
        "据10月23日公布的数据，前三季度GDP同比增5.6%。",
        "森林覆盖率百分之五十七。",
        "森林覆盖率百分之五十八点四。",
        "森林覆盖率近七成。",
        "Forest cover is nearly 65%.",
        "东甲市谋划重点工程24多项。",
        "东甲市谋划重点工程24²项。",
        "东甲市谋划重点工程②⑤项。",
        "东甲市谋划重点工程𝟐𝟓项。",
        "东甲市谋划重点工程-24项。",
        "森林覆盖率增长58.3%。",
        "Forest cover fell by 58.3%.",
        "森林覆盖率-58.3%。",
        "85.3%是森林覆盖率。",
        "三季度当季GDP增速比前三季度高0.2%。",
        "Growth in the third quarter was 0.2 per cent higher than that of the nine months.",
    ],
)
def test_what_is_rounded_or_worked_out_wrongly_is_doubted(sentence: str) -> None:
    assert doubted(sentence)


def test_what_could_be_worked_out_is_unknown_where_a_figure_tells_otherwise() -> None:
    assert doubted("全省清洁能源占电力总装机的84%。") == {"84%": UNKNOWN}


def test_a_figure_is_of_the_firm_that_it_is_about(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "2031年5月8日\n甲木果品出口苹果1.5万吨，占全市的九成。乙石集团来此投资。", "utf-8"
    )
    model = tmp_path / "model.yaml"
    model.write_text(FIRMS, encoding="utf-8")
    article = inspect_model(str(model)).article
    assert article
    verifier = Verifier([article], {article.source.id: read_text(str(text))})
    for sentence, ok in (
        ("甲木果品出口苹果1.5万吨，约占全市的九成。", True),
        ("乙石集团出口苹果1.5万吨。", False),
        ("甲木果品的苹果出口占全省的九成。", False),
    ):
        found = verifier.verify(Memo("memo.txt", tuple(split_memo(sentence)))).claims
        assert all(one.status == BORNE_OUT for one in found) is ok, sentence


def test_a_number_that_only_the_text_has_is_borne_out_beside_one_that_is(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "2031年5月8日\n甲木果品有千亩以上果园12个，出口苹果1.5万吨，占全市的九成。", "utf-8"
    )
    model = tmp_path / "model.yaml"
    model.write_text(FIRMS, encoding="utf-8")
    article = inspect_model(str(model)).article
    assert article
    verifier = Verifier([article], {article.source.id: read_text(str(text))})
    told = "Jiamu Fruit exported 15,000 tonnes of apples from {} orchards of over {} mu each."
    for orchards, size, wrong in (
        (12, "1,000", set()),
        (13, "1,000", {"13"}),
        (12, "2,000", {"2,000 mu"}),
    ):
        found = verifier.verify(
            Memo("memo.txt", tuple(split_memo(told.format(orchards, size))))
        ).claims
        assert {one.text for one in found if one.status != BORNE_OUT} == wrong


@pytest.mark.parametrize(
    ("sentence", "ok"),
    [
        ("定襄县委书记王建峰谈了想法。", True),
        ("忻州市委书记王建峰谈了想法。", False),
        ("中国电科微电子装备基地一期开工。", True),
        ("中国电科微电子装备基地二期开工。", False),
        ("Work began on phase two of CETC's microelectronics base.", False),
    ],
)
def test_a_post_has_a_level_and_a_project_its_phases(
    sentence: str, ok: bool, tmp_path: Path
) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text(sentence, encoding="utf-8")
    assert all(one.status == BORNE_OUT for one in verify(str(memo)).claims) is ok


@pytest.mark.parametrize(
    "sentence",
    [
        "东甲市谋划重点工程20至30项。",
        "Dongjia has drawn up 20–30 key projects.",
        "Dongjia has drawn up between 20 and 30 key projects.",
    ],
)
def test_a_range_that_has_what_is_known_is_not_contradicted(sentence: str) -> None:
    assert set(doubted(sentence).values()) == {UNKNOWN}


@pytest.mark.parametrize("name", ["—", "\u0323\u0300", "…!"])
def test_a_name_without_a_letter_is_none_that_a_memo_has(name: str, tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    text = Path(MODEL).read_text(encoding="utf-8").replace("Front page", f'"{name}"')
    model.write_text(text, encoding="utf-8")
    memo = tmp_path / "memo.txt"
    memo.write_text(f"{name} Yi Mou is the mayor of Dongjia, not of Linzhou.", encoding="utf-8")
    assert [one.text for one in verify(str(memo), [str(model)]).claims][:1] == ["Yi Mou"]


@pytest.mark.parametrize("change", ["增长-100%", "变化-1倍", "下降100%"])
def test_what_has_come_to_nothing_tells_no_amount_before_it(change: str, tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text(
        f"甲县一季度发展情况\n\n甲县一季度重点项目总投资90亿元，利润同比{change}。\n",
        encoding="utf-8",
    )
    model = tmp_path / "model.yaml"
    model.write_text(draft(str(text)).model, encoding="utf-8")
    memo = tmp_path / "memo.txt"
    memo.write_text(
        f"甲县一季度重点项目总投资90亿元，利润同比{change}，去年同期为70亿元。", encoding="utf-8"
    )
    claims = verify(str(memo), [str(model)], [str(text)]).claims
    assert "70亿元" in {one.text for one in claims if one.status == UNKNOWN}


@pytest.mark.parametrize("name", ["大理", "大理州", "Dali", "Dali Prefecture"])
def test_a_place_and_its_seat_share_the_name_without_what_they_are(
    name: str, tmp_path: Path
) -> None:
    text = tmp_path / "article.txt"
    text.write_text(
        "大理州茶业观察\n\n大理州茶园面积18万亩。大理市茶园面积2万亩。\n", encoding="utf-8"
    )
    drafted = draft(str(text)).model
    assert "en: Dali Bai Autonomous Prefecture}" in drafted
    model = tmp_path / "model.yaml"
    model.write_text(drafted.replace("Bai Autonomous ", ""), encoding="utf-8")
    memo = tmp_path / "memo.txt"
    sentence = "{}茶园面积{}。" if name[0] == "大" else "{} has {} of tea gardens."
    for amount, is_right in [("18万亩", True), ("28万亩", False)]:
        memo.write_text(sentence.format(name, amount), encoding="utf-8")
        found = {
            one.text: one.status == BORNE_OUT for one in verify(str(memo), [str(model)]).claims
        }
        assert found == {name: True, amount: is_right}


ARTICLE = """甲县乡村观察
2025年12月31日 来源：示例网
甲县大蒜收购价由每公斤5.2元升至6.5元。甲县仓库容量由此提高到150万吨。全县过夜游客占比仅为41%。
甲县种子园今年3月开工，2032年12月建成。种子园产品今年首次出口哈萨克斯坦。
过去货到码头要等三天。今后每季度通报一次重点项目进展。返程空箱率接近三成。
园区引进的4家饮片企业中，3家已取得许可证。甲县县长王海涛说，今年落实大豆面积20万亩。
去年全县接待游客增长15.2%，旅游收入增长18.6%。
玉米面积下调是为了消化库存，并非因为缺水。甲县基金投向风电、生物、海水淡化三个领域。
今年4月，县政府印发《甲县绿色行动计划》，提出认证600个。园区部件主要从外地采购。
甲县已关停酒坊386家。全年增长6%左右的目标不变。县环境局乙镇分局局长刘明辉说，水质达标。
甲县外贸进出口总额35亿元。跨县大桥的20个桥墩均已开工。甲县谋划建设通往省城的第三通道。
在乙县，黄水铁路建设提速。黄水铁路设计时速160公里，通达12个国家和地区的59个港口。
河道整治在2021年至2025年实施，农民运动会于5月9日至21日举行。甲县出口额12345万元。
甲县做强煤机制造、棉麻纺织等传统产业，壮大无人机、海洋装备等新兴产业。
王海涛表示，甲县要从三个方面发力。
甲县新增学位3200个，离岛免税销售额超过1800亿元。农村自来水普及率达到95%。
甲县酒、烟、煤、电等传统产业承压。
去年新探明泾川县大型铀矿、玉门市40吨金矿。甲县首批公布标准110项，茶叶产值增长2.4倍。
甲县副县长李文山、县水利局局长赵一鸣出席签约仪式。甲县轨道交通二号线已建成。
三年行动包括64项工作任务、31项建设项目，是党的二十大以后提出的。货物贸易年均增长23.4%，营业收入9亿元。
2030年4月，县长王海涛在浙江考察。四川隆昌至贵州遵义铁路正在建设，甲县参加第三届薯博会。
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return draft_verifier(tmp_path_factory.mktemp("drafted"), ARTICLE, "2030-04")


@pytest.mark.parametrize(
    ("true", "false", "text"),
    [
        ("大蒜收购价由5.2元升至6.5元。", "大蒜收购价由6.5元降至5.2元。", "6.5元"),
        ("甲县仓库容量提高到150万吨。", "甲县仓库容量将增加150万吨。", "150万吨"),
        ("甲县种子园3月开工。", "甲县种子园3月建成。", "3月"),
        ("种子园产品今年首次出口哈萨克斯坦。", "种子园产品今年出口乌兹别克斯坦。", "乌兹别克斯坦"),
        ("种子园产品首次出口哈萨克斯坦。", "种子园产品多年出口哈萨克斯坦。", "多年"),
        (
            "甲县接待游客增长15.2%，旅游收入增长18.6%。",
            "甲县接待游客增长18.6%，旅游收入增长15.2%。",
            "18.6%",
        ),
        ("甲县谋划通往省城的第三通道。", "甲县谋划通往省城的第二通道。", "第二"),
        ("过去货到甲县码头要等三天。", "如今货到甲县码头要等三天。", "如今"),
        ("玉米面积下调是因为消化库存。", "甲县玉米面积下调是因为缺水。", "缺水"),
        (
            "甲县基金投向风电、生物、海水淡化三个领域。",
            "甲县基金投向风电、生物和汽车三个领域。",
            "汽车",
        ),
        ("该计划由县政府于4月印发。", "《甲县绿色行动计划》由省政府于4月印发。", "省政府"),
        ("甲县园区部件从外地采购。", "甲县园区部件从本地采购。", "本地"),
        ("单位：亿元、万亩。", "甲县落实大豆面积30万亩。", "30万亩"),
        ("甲县关停酒坊386家。", "甲县386家酒坊尚未关停。", "386家"),
        ("增长6%左右的目标不变。", "甲县增长6%左右的目标已下调。", "下调"),
        ("县环境局乙镇分局局长刘明辉说，水质达标。", "县环境局局长刘明辉说，水质达标。", "局长"),
        ("甲县返程空箱率接近三成。", "甲县返程重箱率接近三成。", "重箱"),
        ("园区4家饮片企业中3家取得许可证。", "园区4家饮片企业均已取得许可证。", "均"),
        ("甲县外贸总额35亿元。", "甲县出口总额35亿元。", "35亿元"),
        ("跨县大桥20个桥墩全部开工。", "跨县大桥20个桥墩将于近期开工。", "开工"),
        ("黄水铁路通达59个港口。", "黄水铁路通达59个国家和地区的12个港口。", "59个"),
        ("黄水铁路在乙县。", "黄水铁路在毕节市。", "毕节市"),
        ("王海涛说，要从三个方面着力。", "王海涛说，甲县要从五个方面着力。", "五个"),
        (
            "甲县要壮大的新兴产业包括海洋装备。",
            "甲县要壮大的新兴产业包括棉麻纺织。",
            "棉麻纺织",
        ),
        ("甲县外贸进出口总额35亿元。", "甲县外贸进出口总额53亿元。", "53亿元"),
        (
            "甲县仓库容量提高到150万吨。",
            "甲县仓库是全国最大的仓库，容量提高到150万吨。",
            "全国最大",
        ),
        ("黄水铁路建设提速。", "黄水铁路建设没有提速。", "没有"),
        ("2021年至2025年整治河道。", "2021年至2027年整治河道。", "2021年至2027年"),
        ("运动会5月9日至21日举行。", "The games run from 9 to 23 May.", "9 to 23 May"),
        ("甲县的出口额是12,345万元。", "甲县的出口额是12,845万元。", "12,845万元"),
        ("甲县新增学位3200个。", "甲县新增教师3200名。", "3200名"),
        ("农村自来水普及率达到95%。", "甲县城镇自来水普及率达到95%。", "95%"),
        ("玉米面积下调是为了消化库存。", "大豆面积下调是为了消化库存。", "大豆"),
        ("酒、烟、煤、电等产业承压。", "甲县酒、烟、煤、铝等传统产业承压。", "铝"),
        ("甲县关停酒坊386家。", "受税收政策影响，甲县关停酒坊386家。", "受"),
        ("甲县已关停酒坊386家。", "甲县所有酒坊已经关停。", "所有"),
        ("种子园产品今年首次出口。", "甲县种子园产品今年出口全球。", "全球"),
        ("今年落实大豆面积20万亩。", "甲县今年不再落实大豆面积20万亩。", "不再"),
        ("跨县大桥的20个桥墩已经开工。", "跨县大桥的20个桥墩已经建成。", "20个"),
        ("玉门市的金矿有40吨。", "泾川县的金矿有40吨。", "40吨"),
        ("甲县首批标准110项。", "甲县公布的标准一共110项。", "110项"),
        ("甲县茶叶产值增长240%。", "甲县茶叶产值增长24%。", "24%"),
        ("三年行动包括64项工作任务。", "三年行动包括31项工作任务。", "31项"),
        ("货物贸易年均增幅23.4%。", "货物贸易累计增长23.4%。", "累计"),
        ("甲县营收9亿元。", "甲县营收19亿元。", "19亿元"),
        ("行动在党的二十大以后提出。", "行动在党的十九大以后提出。", "十九大"),
        (
            "The campaign came after the 20th Party Congress.",
            "The campaign came after the 19th Party Congress.",
            "19th",
        ),
        ("基金参与风电、生物、海水淡化等领域。", "基金参与风电、生物、汽车等领域。", "汽车"),
        ("王海涛2030年4月在浙江考察。", "王海涛2030年4月在广东考察。", "广东"),
        (
            "甲县参加第三届薯博会。",
            "The Potato Expo in Jia is the fourth of its kind.",
            "fourth of its kind",
        ),
        (
            "The Longchang-Zunyi railway is being built.",
            "The Longchang-Guiyang railway is being built.",
            "Longchang-Guiyang",
        ),
        (
            "Sichuan is building a railway.",
            "Sichuan's Party secretary wants a railway.",
            "Party secretary",
        ),
    ],
)
def test_the_text_tells_a_true_sentence_from_a_false_one(
    drafted: Verifier, true: str, false: str, text: str
) -> None:
    assert list_doubted(drafted, true) == set()
    assert text in list_doubted(drafted, false)


def test_what_is_found_hangs_on_no_order_of_sets(tmp_path: Path) -> None:
    memo = tmp_path / "memo.txt"
    rows = (TESTS / "memos" / "second.tsv").read_text(encoding="utf-8").splitlines()[1:]
    memo.write_text("\n".join(row.split("\t")[3] for row in rows[::12]), encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "verify", str(memo), "-a", MODEL, "-O", "json"]
    told = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=False
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert told != {b""}


@pytest.mark.parametrize(
    ("true", "false", "text"),
    [
        (
            "李文山（副县长）、赵一鸣（局长）出席。",
            "李文山（局长）、赵一鸣（副县长）出席。",
            "局长",
        ),
        ("李文山副县长、赵一鸣局长出席。", "李文山局长、赵一鸣副县长出席。", "局长"),
        ("甲县轨道交通2号线已建成。", "甲县轨道交通3号线已建成。", "甲县轨道交通3号线"),
    ],
)
def test_posts_in_lists_and_numbers_in_names_are_read_as_they_are_written(
    drafted: Verifier, true: str, false: str, text: str
) -> None:
    assert not list_doubted(drafted, true)
    assert text in list_doubted(drafted, false)


def test_what_is_dated_later_than_the_article_is_told_as_nothing_done() -> None:
    assert not doubted("The first berth of Jiayi Wharf comes into use at the end of 2032.")


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("青川省的项目由商务部批准。", "商务部"),
        ("Qingchuan's commerce ministry approved the Jia-1 wharf.", "commerce ministry"),
        ("Brazil buys tea from Qingchuan.", "Brazil"),
        ("青川省的茶叶销往中亚。", "中亚"),
        ("The Jia-1 wharf was opened by the vice-premier.", "the vice-premier"),
        ("十二年前，甲一码头签约。", "十二年"),
        ("Over the past decade, clean-energy capacity has grown to 16.8 GW.", "past decade"),
    ],
)
def test_what_no_text_names_and_lengths_that_none_has_are_unknown(
    sentence: str, doubt: str
) -> None:
    assert doubted(sentence)[doubt] == UNKNOWN


def test_a_length_between_two_times_of_a_text_is_none_that_is_unknown() -> None:
    assert not doubted("Work on the Jia-1 wharf began four months after it was signed on 2 May.")


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("| 2031年10月16日 | 丁四电池材料项目签约 |", BORNE_OUT),
        ("| 2031年10月17日 | 丁四电池材料项目签约 |", CONTRADICTED),
        ("| Dingsi battery-materials project | signed (16 October 2031) |", BORNE_OUT),
        ("| Dingsi battery-materials project | signed (19 October 2031) |", CONTRADICTED),
        ("| 青川省地区生产总值（2031年前三季度） | 18640亿元 |", BORNE_OUT),
        ("| 青川省地区生产总值（2029年前三季度） | 18640亿元 |", UNKNOWN),
    ],
)
def test_a_time_in_a_table_is_that_of_its_row(row: str, status: str) -> None:
    memo = f"| 甲 | 乙 |\n| --- | --- |\n{row}\n"
    assert [one.status for one in claims(memo) if one.kind == "date"] == [status]


def test_a_month_of_the_text_is_of_no_other_year_than_the_articles() -> None:
    assert not doubted("2031年前三季度，第一产业增加值1491.2亿元。").get("2031年前三季度")
    assert "2029年前三季度" in doubted("2029年前三季度，第一产业增加值1491.2亿元。")


def test_a_post_between_two_people_is_of_the_second_where_the_second_is_named_with_it() -> None:
    posts = [
        one
        for one in claims("Ji Moumou, and the city's mayor, Yi Mou, spoke.")
        if one.kind == "post"
    ]
    assert [(one.record, one.status) for one in posts] == [("yi-mou", BORNE_OUT)]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("第三产业增加值超过9500亿元，同比增速为6.1%。", "6.1%"),
        ("1到9月全省工业用电累计1062亿千瓦时。", "1062亿千瓦时"),
        ("前三季度全省财政收入为18640亿元。", "18640亿元"),
        ("与南丁开发区签约的是癸江新能源股份有限公司。", "新能源股份有限公司"),
        ("这篇报道的责任编辑是辛某。", "辛某"),
        ("今年是“十六五”的收官之年。", "收官"),
        ("戊一会展中心不在重点项目清单之列。", "不在重点项目清单之列"),
        ("The Opinions make no mention of the Qingya Plan.", "no mention of"),
        ("北丙新区被《意见》定位为国家级清洁能源基地。", "国家级"),
        ("The wind farm in Beibing burns coal.", "coal"),
        ("己某某在省统计局任局长。", "局长"),
        ("省统计局局长辛某谈到了用电量。", "辛某"),
        ("Arable land makes up 58.3% of the area.", "58.3%"),
        ("这篇报道2031年10月24日下午上网。", "下午"),
        ("The report went online on the afternoon of 24 October 2031.", "afternoon"),
        ("Yi Mou, the chairman of Shili Group, was among the speakers.", "chairman"),
        ("Ji Moumou heads the provincial statistics bureau.", "heads"),
        ("Above-scale industry across the whole province grew 8.9%.", "8.9%"),
        ("The story was written by five reporters.", "five"),
        ("首个泊位争取今年年底前投入使用。", "年底"),
        ("The Qingya Plan was left out of the Opinions.", "was left out of"),
    ],
)
def test_a_right_name_or_number_is_doubted_in_words_of_another_thing(
    sentence: str, text: str
) -> None:
    assert text in doubted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the three quarters GDP grew 5.6%.",
        "己某某在省统计局任副局长，同时也是新闻发言人。",
        "Another 3.2 GW of clean capacity is needed to reach the level hoped for by 2032.",
        "9月全社会用电量较8月减少14.2%。",
        "甲一码头坐落于癸江东甲段。",
        "这篇报道2031年10月24日早上上网。",
        "Commissioned on 28 August, the wind farm is in use.",
        "甲一码头由示例集团下面的一家港务公司投资建设。",
        "After adjusting for prices, disposable income per head rose by 5.3%.",
    ],
)
def test_other_words_for_the_same_are_not_doubted(sentence: str) -> None:
    assert not doubted(sentence)


def test_what_many_names_begin_with_or_several_things_share_is_no_project() -> None:
    article = inspect_model(shipped_model()).article
    assert article
    memo = "国家重大战略任务已经完成。吕梁全国文明城市的创建期限为五年。“十二五”期间亦然。"
    verified = Verifier([article], {}).verify(Memo("memo.txt", tuple(split_memo(memo))))
    assert CONTRADICTED not in {one.status for one in verified.claims}
