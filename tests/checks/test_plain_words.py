"""What only looks like a number, a name or an amount of another, and what a report says of it."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.quantities import scan_paragraph
from support import write_rule_example

REGION = """
# {text}
places:
- {{id: bei, name: {{zh: {name}, en: The North}}, kind: {kind}, direction: north,
  evidence: [{{paragraph: 2, anchor: {name}}}]}}
"""
COMPARED = """
# {text}
places:
- {{id: jia, name: {{zh: 甲市, en: Jia}}, kind: city, evidence: [{{paragraph: 2, anchor: 甲市}}]}}
- {{id: yi, name: {{zh: 乙市, en: Yi}}, kind: city, evidence: [{{paragraph: 2, anchor: 乙市}}]}}
figures: [{{id: apart, label: {{zh: 产值, en: output}}, text: 3亿元, value: 300000000, unit: CNY,
  kind: money, places: [jia], evidence: [{{paragraph: 2, anchor: 3亿元}}]}}]
"""
QUOTED = """
# “三核一带”产业投资5亿元。
strategies: [{id: belt, name: {zh: “三核一带”产业, en: the Three Cores and One Belt industries},
  kind: programme, detail: named_only, evidence: [{paragraph: 2, anchor: “三核一带”产业}]}]
figures: [{id: cost, label: {zh: “三核一带”产业投资, en: %s}, text: 5亿元,
  value: 500000000, unit: CNY, kind: money, evidence: [{paragraph: 2, anchor: 投资5亿元}]}]
"""


def _codes(model: str, folder: Path) -> list[str]:
    (report,) = check([write_rule_example(model, folder)], notes=True)
    return [one.code for one in report.problems]


def _count(model: str, code: str, folder: Path) -> int:
    return _codes(model, folder).count(code)


@pytest.mark.parametrize("batch", ["首批", "第一批"])
def test_the_first_of_a_batch_may_be_told_without_the_batch(batch: str, tmp_path: Path) -> None:
    model = f"""
# {batch}码头建成，投资3亿元。
figures: [{{id: cost, label: {{zh: {batch}码头的投资, en: investment in the first wharves}},
  text: 3亿元, value: 300000000, unit: CNY, kind: money,
  evidence: [{{paragraph: 2, anchor: 投资3亿元}}]}}]
"""
    assert not _count(model, "number-unproved", tmp_path)
    assert _count(model.replace("the first", "the second"), "number-unproved", tmp_path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全省首个码头", "ordinal"),
        ("全省首个工作日", "name"),
        ("全省首台（套）装备", "name"),
        ("全省首台机组", "ordinal"),
    ],
)
def test_a_first_within_a_fixed_term_is_no_rank(text: str, kind: str) -> None:
    assert [one.kind for one in scan_paragraph(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("产值超过甲市三分之一", "exact"),
        ("不足部分三分之一由县里出", "exact"),
        ("查找不足12条", "exact"),
        ("整改问题和不足12个", "exact"),
        ("产值不足12亿元", "less_than"),
    ],
)
def test_a_noun_qualifies_nothing(text: str, qualifier: str) -> None:
    assert [one.qualifier for one in scan_paragraph(text)] == [qualifier]


@pytest.mark.parametrize(("qualifier", "count"), [("less_than", 0), ("exact", 0), ("more_than", 1)])
def test_a_share_of_who_is_named_may_be_qualified_from_afar(
    qualifier: str, count: int, tmp_path: Path
) -> None:
    model = f"""
# 甲市产值不足乙市、丙市三分之一。
figures: [{{id: share, label: {{zh: 产值, en: output}}, text: 三分之一, value: 33.33, unit: '%',
  kind: percent, qualifier: {qualifier}, evidence: [{{paragraph: 2, anchor: 丙市三分之一}}]}}]
"""
    assert _count(model, "figure-differs", tmp_path) == count


@pytest.mark.parametrize(("todo", "count"), [("", 1), (", todo: [在文中找报纸]", 0)])
def test_a_mark_for_an_unknown_paper_is_an_error_once_nothing_is_to_do(
    todo: str, count: int, tmp_path: Path
) -> None:
    file = Path(
        write_rule_example(f"\n# 码头开工。\nsource: {{section: {{zh: 报}}{todo}}}", tmp_path)
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("publisher: {zh: 报", "publisher: {zh: ？"), encoding="utf-8")
    (report,) = check([str(file)])
    assert [one.code for one in report.problems].count("source-name-not-found") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("一位干部说码头忙", 0),
        ("一公斤18元", 1),
        ("一户能挣3万元", 1),
        ("建成一座码头", 1),
        ("一名工人说码头忙", 0),
        ("一名工人受伤", 1),
    ],
)
def test_a_word_for_a_or_one_of_a_rate_needs_no_waiver(
    text: str, count: int, tmp_path: Path
) -> None:
    assert _count(f"\n# {text}。\nplaces: []", "quantity-not-covered", tmp_path) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("甲市产值高，与乙市相差3亿元。", 0),
        ("甲市产值高，超过乙市3亿元。", 0),
        ("甲市产值高，落后于乙市3亿元。", 0),
        ("甲市产值高，不如乙市多3亿元。", 0),
        ("甲市产值高，乙市产值3亿元。", 1),
    ],
)
def test_a_place_with_which_another_is_compared_has_no_part_in_the_number(
    text: str, count: int, tmp_path: Path
) -> None:
    assert _count(COMPARED.format(text=text), "place-of-another", tmp_path) == count


@pytest.mark.parametrize(
    ("text", "name", "kind", "count"),
    [
        ("皖北振兴。", "皖北", "region", 0),
        ("苏北地区振兴。", "苏北地区", "region", 0),
        ("湖南振兴。", "湖南", "province", 1),
        ("甲地区振兴。", "甲地区", "region", 1),
    ],
)
def test_the_name_of_a_region_tells_its_direction(
    text: str, name: str, kind: str, count: int, tmp_path: Path
) -> None:
    model = REGION.format(text=text, name=name, kind=kind)
    assert _count(model, "direction-differs", tmp_path) == count


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("investment of the Three Cores and One Belt industries", 0),
        ("investment of three industries", 1),
    ],
)
def test_a_number_of_a_name_is_proved_where_the_name_is_given(
    label: str, count: int, tmp_path: Path
) -> None:
    assert _count(QUOTED % label, "number-unproved", tmp_path) == count


@pytest.mark.parametrize("text", ["中部省会竞逐", "沿海省和西部省合作", "东部省会城市竞逐"])
def test_a_kind_of_provinces_is_no_place(text: str, tmp_path: Path) -> None:
    assert not _count(f"\n# {text}。\nplaces: []", "place-unmentioned", tmp_path)
