"""Names, posts and whole figures: what a source bears out of them, and what it does not."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.rules.claims import in_no_name
from briefing.checks.rules.names import _has_sentence
from briefing.model.reading import inspect_model
from support import SECOND, SMALLEST, write_rule_example

TEXT = """\
标题：要点。报 2031-05-06

东甲市市长王某、西乙市委书记李某到会。赵某任丙市副市长，钱某任秘书长。
西乙市有沿江四县，近2000亿元投资已落实，项目268项，增速全省第一。
中国电科与“一河两岸”项目部签约。
"""


def codes(folder: Path, sections: str) -> list[str]:
    """The codes, but those of warnings and omissions, of a model with these sections."""
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    model = SMALLEST.replace("summary:", "  text: text.txt\nsummary:") + sections
    (folder / "model.yaml").write_text(model, encoding="utf-8")
    problems = check([str(folder / "model.yaml")])[0].problems
    return [
        one.code for one in problems if not one.warning and not one.code.endswith("not-covered")
    ]


def record(section: str, name: str, anchor: str, paragraph: int, more: str = "") -> str:
    proof = f"[{{paragraph: {paragraph}, anchor: {anchor}}}]"
    return f"{section}: [{{id: one, name: {{zh: {name}, en: X}}, evidence: {proof}{more}}}]\n"


@pytest.mark.parametrize(
    ("name", "anchor", "more", "ok"),
    [
        ("中国电科", "中国电科", "", True),
        ("中国电料", "中国电科", "", False),
        ("中国电科", "签约", "", False),
        ("一河两岸项目部", "项目部", "", True),
        ("签约：中国电科", "中国电科与“一河两岸”项目部签约", "", True),
        ("签约：中国电料", "中国电科与“一河两岸”项目部签约", "", False),
        ("中国电子科技集团", "中国电科", ", short: {zh: 中国电科, en: X}", True),
        ("中国电子技术集团", "中国电科", ", short: {zh: 中国电科, en: X}", False),
        ("中国电科", "中国电科", ", short: {zh: 中科, en: X}", True),
        ("中国电科", "中国电科", ", short: {zh: 中船, en: X}", False),
        ("签约仪式", "签约", ", coined: true", True),
    ],
)
def test_a_name_stands_where_its_anchors_do(
    name: str, anchor: str, more: str, ok: bool, tmp_path: Path
) -> None:
    found = codes(tmp_path, record("organisations", name, anchor, 4, more + ", kind: firm"))
    assert found == ([] if ok else ["name-not-found"])


@pytest.mark.parametrize(
    ("who", "post", "ok"),
    [
        ("王某", "市长", True),
        ("王某", "东甲市市长", True),
        ("李某", "西乙市委书记", True),
        ("李某", "市长", False),
        ("王某", "书记", False),
        ("赵某", "副市长", True),
        ("钱某", "秘书长", True),
        ("钱某", "副市长", False),
        ("赵某", "秘书长", False),
        ("赵某", "省长", False),
    ],
)
def test_a_post_is_its_holders(who: str, post: str, ok: bool, tmp_path: Path) -> None:
    people = "people:\n"
    for number, name in enumerate(("王某", "李某", "赵某", "钱某")):
        proof = f"[{{paragraph: 2, anchor: {name}}}]"
        held = f", posts: [{{title: {{zh: {post}, en: X}}, evidence: {proof}}}]"
        person = f"id: p{number}, name: {{zh: {name}, en: X}}, evidence: {proof}"
        people += f"  - {{{person}{held if name == who else ''}}}\n"
    assert codes(tmp_path, people) == ([] if ok else ["post-not-found"])


@pytest.mark.parametrize(
    ("text", "anchor", "more", "ok"),
    [
        ("近2000亿元", "近2000亿元投资", "value: 200000000000, unit: CNY, kind: money", True),
        ("2000亿元", "近2000亿元投资", "value: 200000000000, unit: CNY, kind: money", False),
        ("0亿元", "近2000亿元投资", "value: 0, unit: CNY, kind: money", False),
        ("268项", "项目268项", "value: 268, unit: 项, kind: count", True),
        ("8项", "项目268项", "value: 268, unit: 项, kind: count", False),
        ("8项", "项目268项", "value: 8, unit: 项, kind: count", False),
        ("268项", "项目268项", "value: 268, unit: 项, kind: rank", False),
        ("沿江四县", "沿江四县", "value: 4, unit: 县, kind: count", True),
        ("江四县", "沿江四县", "value: 4, unit: 县, kind: count", False),
        ("全省第一", "全省第一", "value: 1, kind: rank, qualifier: rank", True),
        ("省第一", "全省第一", "value: 1, kind: rank, qualifier: rank", False),
    ],
)
def test_the_text_of_a_figure_is_a_whole_quantity(
    text: str, anchor: str, more: str, ok: bool, tmp_path: Path
) -> None:
    qualifier = ", qualifier: about" if "money" in more else ""
    figure = f"{{id: one, label: {{zh: 数字, en: X}}, text: {text}, {more}{qualifier}, "
    figure += f"evidence: [{{paragraph: 3, anchor: {anchor}}}]}}"
    assert codes(tmp_path, f"figures: [{figure}]\n") == ([] if ok else ["figure-differs"])


@pytest.mark.parametrize(
    ("corporate", "spelt", "noted"),
    [("false", ["spelling-differs"], ["organisation-unmentioned"]), ("true", [], [])],
)
def test_an_organisation_that_reports_is_spelt_and_named_as_one(
    corporate: str, spelt: list[str], noted: list[str], tmp_path: Path
) -> None:
    (tmp_path / "text.txt").write_text("要点 报 2031-05-06 标题\n单永局供稿。\n", encoding="utf-8")
    who = f"  reporters: [{{zh: 单永局, en: Dan Yongju, corporate: {corporate}}}]\n"
    model = SMALLEST.replace("summary:", f"  text: text.txt\n{who}summary:")
    (tmp_path / "model.yaml").write_text(model, encoding="utf-8")
    problems = check([str(tmp_path / "model.yaml")], notes=True)[0].problems
    found = [one.code for one in problems]
    assert [code for code in found if code.startswith("spelling")] == spelt
    assert [code for code in found if code.startswith("organisation")] == noted


@pytest.mark.parametrize(
    ("title", "ok"),
    [
        ("稳住大盘 蓄足后劲——青川省前三季度经济运行观察", True),
        ("稳住大盘 蓄足后劲", False),
        ("青川省前三季度经济运行观察", False),
        ("大盘稳不稳", False),  # a heading within the article
    ],
)
def test_a_title_is_whole_and_stands_above_the_article(
    title: str, ok: bool, tmp_path: Path
) -> None:
    model = (
        Path(SECOND)
        .read_text(encoding="utf-8")
        .replace("zh: 稳住大盘 蓄足后劲——青川省前三季度经济运行观察", f"zh: {title}")
    )
    (tmp_path / "model.yaml").write_text(model, encoding="utf-8")
    problems = check([str(tmp_path / "model.yaml")], SECOND[:-4] + "txt")[0].problems
    assert ("source-name-not-found" in {one.code for one in problems}) is not ok


def test_a_title_may_be_a_question(tmp_path: Path) -> None:
    title = "青川省前三季度的经济大盘究竟是靠什么稳住的？"
    model = Path(SECOND).read_text(encoding="utf-8")
    text = Path(SECOND[:-4] + "txt").read_text(encoding="utf-8")
    known = "稳住大盘 蓄足后劲——青川省前三季度经济运行观察"
    (tmp_path / "model.yaml").write_text(model.replace(f"zh: {known}", f"zh: {title}"), "utf-8")
    (tmp_path / "text.txt").write_text(text.replace(known, title), "utf-8")
    problems = check([str(tmp_path / "model.yaml")], str(tmp_path / "text.txt"))[0].problems
    assert "source-name-not-found" not in {one.code for one in problems}


def test_a_sentence_has_a_mark_behind_nineteen_characters() -> None:
    assert _has_sentence("2031年，" + "青" * 19 + "。")
    assert not _has_sentence("青" * 18 + "。" + "青" * 9)
    assert not _has_sentence("，" * 30 + "。")


LONG = "教育厅认定31个县（市、区）为学前教育普及普惠县"


@pytest.mark.parametrize(
    ("anchor", "keys"),
    [("31个县（市、区）", []), ("结果公布", ["name-not-found.beside"]), ("学前教育普及普惠县", [])],
)
def test_a_name_longer_than_an_anchor_stands_where_one_touches_it(
    anchor: str, keys: list[str], tmp_path: Path
) -> None:
    model = write_rule_example(
        f"""
# 结果公布：{LONG}。
events: [{{id: named, name: {{zh: {LONG}}}, evidence: [{{paragraph: 2, anchor: {anchor}}}]}}]
""",
        tmp_path,
    )
    (report,) = check([model])
    assert [one.message.key for one in report.problems if "name" in one.code] == keys


def test_the_numeral_of_a_title_may_be_in_name(tmp_path: Path) -> None:
    figure = (
        "figures: [{id: one, label: {zh: 条数, en: Points}, text: TEXT, value: 1, unit: 点, "
        "kind: count, in_name: true, evidence: [{paragraph: 1, anchor: 要点}]}]\n"
    )
    for text, is_told in (("标题", False), ("要点", True)):
        article = inspect_model(write_rule_example(figure.replace("TEXT", text), tmp_path)).article
        assert article
        assert bool(list(in_no_name(article))) == is_told
