"""What of a text is in a model, though it stands elsewhere in the text or within a longer name."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example


def missing(folder: Path, model: str) -> list[tuple[str, object]]:
    (report,) = check([write_rule_example(model, folder)])
    found = [one for one in report.problems if one.code.endswith("-not-covered")]
    return [(one.code, one.message.values["text"]) for one in found]


OUTPUT = """
figures: [{id: output, label: {zh: 产量}, text: 5万吨, value: 50000, unit: t, kind: measure,
  period: PERIOD, evidence: [{paragraph: 3, anchor: "WORDS，产量5万吨"}]}]
"""


@pytest.mark.parametrize(
    ("first", "words", "period", "found"),
    [
        ("1-3月，港口运行平稳。", "1-3月", "2031-01/2031-03", []),
        ("1-2月，港口运行平稳。", "1-3月", "2031-01/2031-03", ["1-2月"]),
        ("一季度，港口运行平稳。", "一季度", "2031-Q1", []),
        ("5月2日，港口开放。", "5月2日", "2031-05-02", ["5月2日"]),  # it may be another thing
        ("2030年，港口开放。", "2030年", "2030", ["2030年"]),
    ],
)
def test_a_period_that_stands_in_several_paragraphs_is_covered_by_one_record(
    first: str, words: str, period: str, found: list[str], tmp_path: Path
) -> None:
    figures = OUTPUT.replace("PERIOD", period).replace("WORDS", words)
    model = f"# {first}\n# {words}，产量5万吨。{figures}"
    assert [text for _, text in missing(tmp_path, model)] == found


def test_a_name_within_that_of_a_firm_is_no_person(tmp_path: Path) -> None:
    firm = """
organisations: [{id: firm, name: {zh: 丁县王源果品有限公司}, short: {zh: 王源果品}, kind: firm,
  evidence: [{paragraph: 2, anchor: 丁县王源果品有限公司}]}]
"""
    text = "# 丁县王源果品有限公司开业。\n# 由王源果品、李明集团投资。"
    assert missing(tmp_path, text + firm) == []


def test_only_a_time_is_asked_for_where_a_record_has_one(tmp_path: Path) -> None:
    model = """
# 水利厅要求，甲县、乙县两县须在6月底前完成验收。
strategies: [{id: wharf, name: {zh: 验收}, kind: effort, stage: sought, due: 2031-07,
  evidence: [{paragraph: 2, anchor: 两县须在6月底前完成验收}]}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    told = [one.message for one in report.problems if one.message.values.get("text") == "两县"]
    assert [one.key for one in told] == ["quantity-not-covered.anchor"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("甲市第二西桥", None),
        ("第二西桥", None),
        ("甲市第二东桥", "quantity-not-covered.ordinal"),
        ("甲市西桥", "quantity-not-covered.ordinal"),
    ],
)
def test_an_ordinal_is_held_by_a_name_that_ends_as_the_text_does(
    name: str, key: str | None, tmp_path: Path
) -> None:
    model = f"""
# 甲市要修第二西桥，路线北移。
projects: [{{id: bridge, name: {{zh: {name}}}, coined: true, status: planned,
  evidence: [{{paragraph: 2, anchor: 甲市要修第二西桥}}]}}]
"""
    (report,) = check([write_rule_example(model, tmp_path)])
    keys = [one.message.key for one in report.problems if one.code == "quantity-not-covered"]
    assert keys == [key] * bool(key)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("农机服务联盟成立，产业联盟会定标准。", []),
        ("农机服务联盟成立，各类农机合作社加入。", []),
        ("农机服务联盟成立，东甲水利集团加入。", ["东甲水利集团"]),
        ("东甲联盟迎来农机服务联盟。", ["东甲联盟"]),
    ],
)
def test_no_note_is_made_of_bodies_of_a_kind_or_of_one_named_before(
    sentence: str, told: list[str], tmp_path: Path
) -> None:
    model = f"""
# {sentence}
organisations: [{{id: alliance, name: {{zh: 农机服务联盟}}, kind: other,
  evidence: [{{paragraph: 2, anchor: 农机服务联盟}}]}}]
"""
    (report,) = check([write_rule_example(model, tmp_path)], notes=True)
    found = [one for one in report.problems if one.code == "organisation-unmentioned"]
    assert [one.message.values["text"] for one in found] == told


def test_a_number_that_a_figure_cites_in_other_words_is_its_own(tmp_path: Path) -> None:
    figure = """
figures: [{id: volume, label: {zh: 库容}, text: 600万方, value: 6000000, unit: m3, kind: measure,
  evidence: [{paragraph: 2, anchor: 库容600万方}, {paragraph: 3, anchor: ANCHOR}]}]
"""
    text = "# 库容600万方。\n# 建600万立方的水库。"
    assert missing(tmp_path, text + figure.replace("ANCHOR", "600万立方")) == []
    found = missing(tmp_path, text + figure.replace("ANCHOR", "水库"))
    assert [one for _, one in found] == ["600万立方"]


def test_the_start_of_what_is_done_need_not_be_its_date(tmp_path: Path) -> None:
    project = """
# 水库2030年开工，目前已经建成。
projects: [{id: dam, coined: true, name: {zh: 水库}, status: STATUS,
  evidence: [{paragraph: 2, anchor: 水库2030年开工}, {paragraph: 2, anchor: 已经建成}]}]
"""
    codes = []
    for status in ("completed", "under_construction"):
        (report,) = check([write_rule_example(project.replace("STATUS", status), tmp_path)])
        codes.append("date-not-given" in [one.code for one in report.problems])
    assert codes == [False, True]
