"""What `check` says of the period and the places of figures that a sentence tells otherwise."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import SMALLEST, write_rule_example

MODEL = """
places:
- {id: an, name: {zh: 甲安省}, kind: province, evidence: [{paragraph: 2, anchor: 甲安}]}
- {id: xi, name: {zh: 甲西县}, kind: county, part_of: an, evidence: [{paragraph: 2, anchor: 甲西}]}
- {id: nan, name: {zh: 乙南县}, kind: county, evidence: [{paragraph: 2, anchor: 乙南}]}
figures: [{id: one, label: {zh: 数字}, text: TEXT, value: VALUE, unit: UNIT, kind: KIND, FIELD,
  evidence: [{paragraph: 2, anchor: TEXT}]}]
"""
CODES = ("period-of-another", "place-of-another", "stage-not-told", "change-not-told")
NAMED = "甲安省有甲西县，邻近乙南县。"


def codes(folder: Path, sentence: str, text: str, field: str, places: str = "") -> list[str]:
    """The codes of what `check` says of a figure of a sentence with a field."""
    kind = "percent" if text.endswith("%") else "money"
    value = text.rstrip("%亿元")
    unit = "CNY" if kind == "money" else "'%'"
    amount = f"{value}00000000" if kind == "money" else value
    model = (
        MODEL.replace("figures:", f"{places}figures:")
        .replace("TEXT", text)
        .replace("VALUE", amount)
        .replace("KIND", kind)
    )
    model = model.replace("UNIT", unit).replace("FIELD", field)
    (report,) = check([write_rule_example(f"\n# {NAMED}{sentence}{model}", folder)])
    found = [*report.problems, *report.following]
    return [one.code for one in found if one.code in CODES]


@pytest.mark.parametrize(
    ("sentence", "text", "period", "other"),
    [
        ("由2025年的50亿元增至2030年的76亿元。", "50亿元", 2025, 2030),
        ("由2025年的50亿元增至2030年的76亿元。", "76亿元", 2030, 2025),
        ("“十四五”以来路网加密。2029年，产值3亿元，税收2亿元。", "2亿元", 2029, 2028),
        ("2030年产值与2025年第一次普查相比，多3亿元。", "3亿元", 2030, 2026),
        ("产值比2025年多3亿元，2030年为9亿元。", "9亿元", 2030, 2025),
        ("2030年，产值近6亿元，是2025年的120%。", "120%", 2030, 2025),
        ("2030年谈产值，由2025年的6亿元增至8亿元。", "8亿元", 2030, 2025),
        ("2031年产值为9亿元，2030年同期不到6亿元。", "6亿元", 2030, 2031),
        ("由2025年的5吨增至2030年的8吨，产值从6亿元升至9亿元。", "6亿元", 2025, 2026),
    ],
)
def test_a_period_is_the_time_before_the_number(
    tmp_path: Path, sentence: str, text: str, period: int, other: int
) -> None:
    sentence += f"{other}年另有安排。"
    assert codes(tmp_path, sentence, text, f"period: {period}") == []
    assert codes(tmp_path, sentence, text, f"period: {other}") == ["period-of-another"]
    inferred = f"period: {other}, inferred: [period]"
    assert codes(tmp_path, sentence, text, inferred) == []


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2031-H1", []),
        ("2031", ["period-of-another"]),
        ("{zh: 上半年}", []),
        ("{zh: 前三季度}", ["period-of-another"]),
    ],
)
def test_half_a_year_is_not_the_whole_year(tmp_path: Path, period: str, told: list[str]) -> None:
    sentence = "今年上半年产值9亿元。前三季度税收2亿元。今年还要开工。"
    assert codes(tmp_path, sentence, "9亿元", f"period: {period}") == told


def test_a_year_that_an_earlier_sentence_gives_is_left_to_the_curator(tmp_path: Path) -> None:
    sentence = "2028年向好。2027年的底子厚，全年增长6%。"
    assert codes(tmp_path, sentence, "6%", "period: 2028") == []


@pytest.mark.parametrize(
    ("sentence", "text", "place", "other"),
    [
        ("甲西县增长5%，乙南县增长6%。", "6%", "nan", "xi"),
        ("甲西县增长5%，乙南县增长6%。", "5%", "xi", "nan"),
        ("乙南县到甲西县采购3亿元。", "3亿元", "nan", "xi"),
        ("甲安省甲西县投资3亿元。", "3亿元", "xi", "an"),
        ("甲西县增速高于乙南县3%。", "3%", "xi", "nan"),
        ("甲安省包括乙南县在内的园区投资3亿元。", "3亿元", "an", "nan"),
    ],
)
def test_a_place_is_that_of_the_clause(
    tmp_path: Path, sentence: str, text: str, place: str, other: str
) -> None:
    assert codes(tmp_path, sentence, text, f"places: [{place}]") == []
    assert codes(tmp_path, sentence, text, f"places: [{other}]") == ["place-of-another"]


def test_an_airport_with_the_name_of_another_place_serves_a_wider_one(tmp_path: Path) -> None:
    north = (
        "- {id: north, name: {zh: 丙北区}, aliases: [丙北], kind: county, "
        "evidence: [{paragraph: 2, anchor: 丙北}]}\n"
    )
    for sentence, found in (
        ("丙北国际机场投资3亿元。", []),
        ("丙北投资3亿元。", ["place-of-another"]),
    ):
        assert codes(tmp_path, sentence, "3亿元", "places: [xi]", north) == found


def test_an_item_of_a_list_of_other_things_is_not_whose_a_number_is(tmp_path: Path) -> None:
    sentence = "甲西县推动下游、乙南县开放，投资3亿元，治理下游、乙南县投资4亿元。"
    assert codes(tmp_path, sentence, "4亿元", "places: [xi]") == []
    assert codes(tmp_path, "在乙南县投资4亿元。", "4亿元", "places: [xi]") == ["place-of-another"]


@pytest.mark.parametrize(
    ("sentence", "over", "other"),
    [
        ("产量年均增长5%。", "annual_average", "yoy"),
        ("产量年均增速5%左右。", "annual_average", "total"),
        ("产量同比增长5%。", "yoy", "annual_average"),
        ("年均降水量同比增长5%。", "yoy", "mom"),
    ],
)
def test_what_a_number_is_compared_with_is_what_its_clause_tells(
    tmp_path: Path, sentence: str, over: str, other: str
) -> None:
    assert codes(tmp_path, sentence, "5%", f"change: {{over: {over}}}") == []
    assert codes(tmp_path, sentence, "5%", f"change: {{over: {other}}}") == ["change-not-told"]


def test_the_whole_country_is_china(tmp_path: Path) -> None:
    china = (
        "- {id: china, name: {zh: 中国}, kind: region, evidence: [{paragraph: 2, anchor: 全国}]}\n"
    )
    for place, found in (("china", []), ("xi", ["place-of-another"])):
        told = codes(tmp_path, "全国投资3亿元。", "3亿元", f"places: [{place}]", china)
        assert told == found


@pytest.mark.parametrize(
    "sentence",
    [
        "甲西县、乙南县共投资3亿元。",
        "从乙南县到甲西县的铁路投资3亿元。",
        "乙南县的3亿元投在甲西县。",
    ],
)
def test_a_number_may_be_of_several_places(tmp_path: Path, sentence: str) -> None:
    for place in ("xi", "nan"):
        assert codes(tmp_path, sentence, "3亿元", f"places: [{place}]") == []


@pytest.mark.parametrize(
    ("sentence", "stage", "other"),
    [
        ("县里已投资3亿元。", "done", "sought"),
        ("县里投资了3亿元。", "done", "planned"),
        ("今年力争再上台阶，全部投资达到3亿元。", "sought", "done"),
        ("县里拟借助新渠道，投资3亿元。", "planned", "done"),
        ("县里将突破难关，投资3亿元。", "planned", "done"),
        ("码头建成后，可有效带动投资3亿元。", "planned", "done"),
        ("到2038年，投资由目前的1亿元提高到3亿元。", "sought", "done"),
        ("其余3亿元将在年底前到位。", "planned", "done"),
        ("厅里同意建设，共投资3亿元，工期两年。", "planned", "expected"),
    ],
)
def test_a_stage_is_what_the_words_around_the_number_tell(
    tmp_path: Path, sentence: str, stage: str, other: str
) -> None:
    assert codes(tmp_path, sentence, "3亿元", f"stage: {stage}") == []
    assert codes(tmp_path, sentence, "3亿元", f"stage: {other}") == ["stage-not-told"]


@pytest.mark.parametrize(
    "sentence",
    [
        "模拟的结果是投资3亿元。",
        "投资3亿元，占年度计划的八成。",
        "力争早日建成，目前已投资3亿元。",
        "“争取明年”，投资3亿元。",
    ],
)
def test_what_is_done_may_stand_beside_a_hope(tmp_path: Path, sentence: str) -> None:
    assert codes(tmp_path, sentence, "3亿元", "stage: done") == []


def test_a_place_that_is_named_later_is_our_conclusion(tmp_path: Path) -> None:
    sentence = "全省投资3亿元。\n# 丙北市另有安排。"
    later = (
        "- {id: bei, name: {zh: 丙北市}, kind: city, evidence: [{paragraph: 3, anchor: 丙北}]}\n"
    )
    assert codes(tmp_path, sentence, "3亿元", "places: [bei]", later) == ["place-of-another"]
    inferred = "places: [bei], inferred: [places]"
    assert codes(tmp_path, sentence, "3亿元", inferred, later) == []


def test_a_numeral_may_be_part_of_what_another_figure_is_called(tmp_path: Path) -> None:
    figures = """figures:
- {id: cover, label: {zh: 版本, en: Version}, text: 72%, value: 72, unit: '%', kind: percent,
  in_name: true, evidence: [{paragraph: 1, anchor: 72%}]}
- {id: lines, label: {zh: 72%线条数, en: Lines}, text: 5条, value: 5, unit: 条, kind: count,
  evidence: [{paragraph: 1, anchor: 5条}]}
"""
    model = tmp_path / "m.yaml"
    codes = []
    for text in (figures, figures.replace("72%线条数", "条数")):
        model.write_text(SMALLEST + text, encoding="utf-8")
        (report,) = check([str(model)])
        codes.append([one.code for one in report.problems])
    assert codes == [[], ["in-no-name"]]
