"""What `check` says of small models of invented sentences: which problems, and of what."""

from pathlib import Path

from briefing.checks.check import check
from briefing.problem import Problem
from briefing.words.messages import told
from support import write_rule_example

CENTURY = """
# 东甲码头北接西乙古道，南连21世纪丁香之路。
places: [{id: scent, name: {zh: 21世纪丁香之路, en: 21st Century Clove Road}, kind: corridor,
  evidence: [{paragraph: 2, anchor: 21世纪丁香之路}]}]
"""
TERM = CENTURY.replace("places:", "terms:").replace("kind: corridor", "gloss: {zh: 路, en: A road}")


def check_example(folder: Path, example: str, *, notes: bool = False) -> list[Problem]:
    """The problems of the smallest model with an example and its text."""
    (report,) = check([write_rule_example(example, folder)], notes=notes)
    return [one for one in report.problems if one.code != "untranslated"]


def problems(folder: Path, example: str) -> list[str]:
    """The codes of these problems."""
    return [one.code for one in check_example(folder, example)]


def said(folder: Path, example: str, *, notes: bool = False) -> list[str]:
    """What is told of these problems in English."""
    return [told(one.message, "en") for one in check_example(folder, example, notes=notes)]


def test_a_name_with_a_number_in_it_is_proved_by_its_anchor(tmp_path: Path) -> None:
    assert problems(tmp_path, CENTURY) == []
    assert problems(tmp_path, TERM) == []
    assert problems(tmp_path, CENTURY.replace("21st", "20th")) == ["number-unproved"]


def test_a_waiver_of_what_a_name_holds_is_told_as_such(tmp_path: Path) -> None:
    waived = "\nwaived: [{paragraph: 2, text: 21世纪, reason: {zh: 名称, en: Name}}]"
    assert said(tmp_path, CENTURY + waived) == [
        "a record already holds the waived '21世纪'; delete the waiver"
    ]


POWER = """
# 东甲县算力规模达到2.4万P。
figures: [{id: power, label: {zh: 算力, en: "Power (24,000P)"}, text: 2.4万P, value: 24000,
  unit: PFLOPS, kind: measure, evidence: [{paragraph: 2, anchor: 算力规模达到2.4万P}]}]
"""


def test_a_unit_may_be_written_in_any_common_way(tmp_path: Path) -> None:
    for written in ("24,000P", "24,000 P", "24,000 PFLOPS", "24,000 petaflops"):
        assert problems(tmp_path, POWER.replace("24,000P", written)) == []
    assert said(tmp_path, POWER.replace("unit: PFLOPS", "unit: P")) == [
        "a model writes the unit 'P' as 'PFLOPS'"
    ]


def test_a_class_is_no_quantity_of_the_text(tmp_path: Path) -> None:
    assert problems(tmp_path, "# 东甲新增高速（一级）公路，三级医院启动二级响应。") == []
    assert problems(tmp_path, "# 东甲新增三条公路。") == ["quantity-not-covered"]


TENS = """
# 新增百亿县区26个。
figures: [{id: tens, label: {zh: 新增百亿县区数, en: "New counties of CNY 10 billion"}, text: 26个,
  value: 26, unit: 个, kind: count, evidence: [{paragraph: 2, anchor: 新增百亿县区26个}]}]
"""


def test_a_kind_of_things_by_their_size_counts_none_of_them(tmp_path: Path) -> None:
    assert problems(tmp_path, TENS) == []
    assert problems(tmp_path, TENS.replace("10 billion", "1 billion")) == ["number-unproved"]


LINE = """
# 东甲建成轻轨二号线。
projects: [{id: line, name: {zh: 轻轨二号线, en: Light Rail Line 2}, status: completed,
  evidence: [{paragraph: 2, anchor: 建成轻轨二号线}]}]
figures: [{id: line-number, label: {zh: 二号线之号, en: The 2 of Line 2}, text: 二号, value: 2,
  unit: 号, kind: ordinal, in_name: true, evidence: [{paragraph: 2, anchor: 二号线}]}]
"""


def test_the_numeral_of_a_name_has_no_stage(tmp_path: Path) -> None:
    assert problems(tmp_path, LINE) == []
    counted = LINE.replace(", in_name: true", "")
    assert problems(tmp_path, counted) == ["stage-contradicts-verb"]


SIGNED = """
# 东甲招商。在会上签约12亿元，这批项目加快落地。
strategies: [{id: fair, name: {zh: 招商, en: Attract firms}, kind: effort,
  evidence: [{paragraph: 2, anchor: 东甲招商}],
  measures: [{text: {zh: 落实, en: See it through}, stage: under_way,
    evidence: [{paragraph: 2, anchor: 签约12亿元}, {paragraph: 2, anchor: PLACE}]}]}]
waived: [{paragraph: 2, text: 12亿元, reason: {zh: 无关, en: Of no use}}]
"""


def test_what_goes_on_may_be_told_by_any_anchor(tmp_path: Path) -> None:
    assert problems(tmp_path, SIGNED.replace("PLACE", "加快落地")) == []
    assert problems(tmp_path, SIGNED.replace("PLACE", "会上")) == ["stage-contradicts-verb"]


LONG = """
# 这是一段只为测试而写的文字用来看有没有人把它整段抄进模型。
events: [{id: trial, name: {zh: 测试}, evidence: [{paragraph: 2, anchor: ANCHOR}]}]
"""


def test_an_anchor_is_a_copy_and_may_only_be_too_long(tmp_path: Path) -> None:
    longest = "只为测试而写的文字用来看有没有人把它整段"
    assert problems(tmp_path, LONG.replace("ANCHOR", longest)) == []
    assert problems(tmp_path, LONG.replace("ANCHOR", f"{longest}抄")) == ["anchor-too-long"]


MINES = """
# 太原市动工，阳曲探明特大型铁矿。
places: [{id: taiyuan, name: {zh: 太原市}, kind: city,
  evidence: [{paragraph: 2, anchor: 太原市}]}]
"""


def test_a_short_name_of_a_county_nearby_is_noted(tmp_path: Path) -> None:
    assert said(tmp_path, MINES, notes=True) == ["the place '阳曲' is in no record"]
    assert said(tmp_path, MINES.replace("太原市", "东甲市"), notes=True) == []


ECONOMIES = """
# 东甲、西乙经济总量分别突破120亿元、85亿元。
figures: [{id: west, label: {zh: 西乙经济总量, en: Economy of Xiyi (over CNY 8.5 billion)},
  text: 85亿元, value: 8500000000, unit: CNY, qualifier: more_than, kind: money,
  evidence: [{paragraph: 2, anchor: 85亿元}]}]
waived: [{paragraph: 2, text: 120亿元, reason: {zh: 无关, en: Of no use}}]
"""


def test_a_verb_may_qualify_the_figures_of_all_amounts_behind_it(tmp_path: Path) -> None:
    assert problems(tmp_path, ECONOMIES) == []
    bare = ECONOMIES.replace(" qualifier: more_than,", "").replace("over CNY", "CNY")
    assert problems(tmp_path, bare) == []
    falling = ECONOMIES.replace("more_than", "less_than")
    assert problems(tmp_path, falling) == ["figure-differs"]


SPEED = """
# 产值同比增速达到6.2%。
figures: [{id: growth, label: {zh: 产值增长6.2%, en: Output grew by 6.2%}, text: 6.2%, value: 6.2,
  unit: '%', kind: percent, evidence: [{paragraph: 2, anchor: 产值同比增速达到6.2%}]}]
"""


DOWN = """
# 产量增长5%，价格下降6%。
events: [{id: start, name: {zh: 产量, en: NAME}, evidence: [{paragraph: 2, anchor: 产量增长5%},
  {paragraph: 2, anchor: 价格下降6%}]}]
"""


def messages(folder: Path, text: str) -> list[str]:
    """The keys of what `check` says of an example."""
    (report,) = check([write_rule_example(text, folder)])
    return [one.message.key for one in report.problems if one.code == "change-reversed"]


def test_the_size_of_a_rate_of_growth_is_what_a_thing_grows_by(tmp_path: Path) -> None:
    assert problems(tmp_path, SPEED) == []
    assert problems(tmp_path, SPEED.replace("grew by", "grew to")) == ["change-reversed"]


def test_a_change_that_is_reversed_is_told_with_its_side(tmp_path: Path) -> None:
    for name, turned in (("output down 5 per cent", "down"), ("output up 6 per cent", "up")):
        text = DOWN.replace("NAME", name)
        assert messages(tmp_path, text) == [f"change-reversed.{turned}"]
