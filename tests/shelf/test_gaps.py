"""What an article leaves unsaid: named, counted, or to be done without a deadline and the like."""

from pathlib import Path

import pytest

from briefing.shelf.filtering import Filter, select_claims
from briefing.shelf.gaps import Gap, find_gaps
from briefing.shelf.library import Library, load
from support import EXAMPLE, SECOND, write_rule_example

MEMOS = Path(__file__).parent.parent / "memos"


@pytest.fixture(scope="module")
def second() -> Library:
    return load([SECOND])


def _find(library: Library, wanted: Filter | None = None) -> list[Gap]:
    return find_gaps(select_claims(library, wanted or Filter()))


def _ids(gaps: list[Gap], kind: str) -> list[str]:
    return [gap.hit.record.id for gap in gaps if gap.kind == kind]


def test_what_is_only_named_is_unexplained(second: Library) -> None:
    found = _ids(_find(second), "unexplained")
    assert {"green-shoot-plan", "exhibition-centre", "reservoir", "like-for-like"} < set(found)
    assert "wharf" not in found


def test_a_term_of_the_name_of_what_is_told_is_not_told_again(second: Library) -> None:
    found = _ids(_find(second), "unexplained")
    assert "green-shoots" not in found  # the plan of that name is told
    assert "three-ports" not in found  # the ports are counted


def test_what_is_counted_is_told_with_how_many_are_named(second: Library) -> None:
    counts = {
        gap.hit.record.id: (gap.counted, gap.listed)
        for gap in _find(second)
        if gap.kind == "unlisted"
    }
    assert counts == {
        "key-projects": (24, 0),
        "provincial-projects": (320, 3),
        "ports-in-name": (3, 1),
    }


MEMBERS = """
# 东甲、西乙两市通办9项服务，标准覆盖食品、家政等32个领域；南丙运河的三座枢纽有一号、二号。
places: [{id: east, name: {zh: 东甲}, kind: city, evidence: [{paragraph: 2, anchor: 东甲}]},
  {id: west, name: {zh: 西乙}, kind: city, evidence: [{paragraph: 2, anchor: 西乙}]}]
sectors: [{id: food, name: {zh: 食品}, evidence: [{paragraph: 2, anchor: 食品}]},
  {id: home, name: {zh: 家政}, evidence: [{paragraph: 2, anchor: 家政}]}]
projects:
  - {id: canal, name: {zh: 南丙运河}, status: operating,
    evidence: [{paragraph: 2, anchor: 南丙运河}]}
  - {id: first, name: {zh: 一号}, status: operating, about: [canal],
    evidence: [{paragraph: 2, anchor: 一号}]}
  - {id: second, name: {zh: 二号}, status: operating, about: [canal],
    evidence: [{paragraph: 2, anchor: 二号}]}
figures:
  - {id: services, label: {zh: 两市通办的服务}, text: 9项, value: 9, unit: 项, kind: count,
    places: [east, west], evidence: [{paragraph: 2, anchor: 9项}]}
  - {id: fields, label: {zh: 标准覆盖的领域数}, text: 32个, value: 32, unit: 个, kind: count,
    about: [food, home], evidence: [{paragraph: 2, anchor: 32个领域}]}
  - {id: hubs, label: {zh: 运河的枢纽}, text: 三座, value: 3, unit: 座, kind: count,
    about: [first, second, canal], evidence: [{paragraph: 2, anchor: 三座枢纽}]}
"""


def test_only_records_of_what_a_figure_counts_are_listed(tmp_path: Path) -> None:
    found = _find(load([write_rule_example(MEMBERS, tmp_path)]))
    listed = {one.hit.record.id: one.listed for one in found if one.kind == "unlisted"}
    assert listed == {
        "services": 0,  # the cities are where they are offered
        "fields": 2,
        "hubs": 2,  # the canal has them
    }


NAMED = """
# 未来五年新设2处站点，另有电厂。
organisations: [{id: power, name: {zh: 电厂}, kind: firm, evidence: [{paragraph: 2, anchor: 电厂}]}]
sectors: [{id: one, name: {zh: 站点}, evidence: [{paragraph: 2, anchor: 站点}]},
  {id: two, name: {zh: 新设}, evidence: [{paragraph: 2, anchor: 新设}]}]
figures:
  - {id: sites, label: {zh: 新设的站点}, text: 2处, value: 2, unit: 处, kind: count, stage: planned,
    period: {zh: 未来五年}, about: [one, two], evidence: [{paragraph: 2, anchor: 2处站点}]}
"""


def test_a_figure_names_what_it_is_about_and_its_period_is_its_deadline(tmp_path: Path) -> None:
    def find(text: str) -> set[str]:
        found = _find(load([write_rule_example(text, tmp_path)]))
        return {one.kind for one in found if one.hit.record.id == "sites"}

    assert find(NAMED).isdisjoint({"unlisted", "no_date"})
    assert "unlisted" in find(NAMED.replace("[one, two]", "[one, power]"))
    assert "no_date" in find(NAMED.replace("period: {zh: 未来五年}", "period: 2030"))


def test_the_parts_of_one_project_are_not_to_be_named_one_by_one() -> None:
    counted = _ids(_find(load([str(MEMOS / "biyang.yaml")])), "unlisted")
    assert "ward-beds" not in counted
    assert "county-count" in counted


FLOWN = """
# 机场有46家航空公司，近10条航线，谋划46个项目。
figures:
  - {id: airlines, label: {zh: 航空公司}, text: 46家, value: 46, unit: 家, kind: count,
    evidence: [{paragraph: 2, anchor: 46家}]}
  - {id: routes, label: {zh: 航线}, text: 10条, value: 10, unit: 条, kind: count,
    qualifier: about, evidence: [{paragraph: 2, anchor: 近10条}]}
  - {id: works, label: {zh: 谋划的项目}, text: 46个, value: 46, unit: 个, kind: count,
    evidence: [{paragraph: 2, anchor: 46个项目}]}
"""


def test_many_things_or_roughly_so_many_are_not_expected_to_be_listed(tmp_path: Path) -> None:
    found = _find(load([write_rule_example(FLOWN, tmp_path)]))
    assert _ids(found, "unlisted") == ["works"]


@pytest.mark.parametrize(
    ("kind", "lacking", "having"),
    [
        ("no_date", "wharf tunnel corridors-and-ports", "tunnel-redesign pilot-platform"),
        ("no_money", "tunnel intercity-railway", "wharf wharf-first-berth battery-project"),
        ("no_owner", "tunnel good-start forest-cover-target", "intercity-railway wharf"),
    ],
)
def test_what_is_to_be_done_may_lack_a_deadline_money_or_an_owner(
    kind: str, lacking: str, having: str, second: Library
) -> None:
    found = set(_ids(_find(second), kind))
    assert set(lacking.split()) < found
    assert found.isdisjoint(having.split())


def test_what_a_plan_lacks_is_not_told_again_of_its_parts(shipped_library: Library) -> None:
    found = _ids(_find(shipped_library), "no_date")
    assert "six-nodes" in found
    assert "node-transport" not in found
    assert "corridor-plan" not in found  # the whole has a deadline


def test_only_the_claims_that_are_given_are_looked_at(second: Library) -> None:
    (gap,) = _find(second, Filter(words=("青芽计划",)))[:1]
    assert gap.hit.record.id == "green-shoot-plan"
    assert find_gaps([]) == []


def test_several_articles_are_looked_at_each_by_itself() -> None:
    both = load([EXAMPLE, SECOND])
    alone = [gap for path in (EXAMPLE, SECOND) for gap in _find(load([path]))]
    assert len(_find(both)) == len(alone)
