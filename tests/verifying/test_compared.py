"""Rates, amounts and times that a memo sets against each other, with few numbers or none."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.text import read_text
from briefing.verifying.verify import Verifier
from holding import is_borne_out, list_claims, make_verifier
from support import SECOND


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return make_verifier(SECOND, SECOND.replace(".yaml", ".txt"))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The secondary sector outpaced the tertiary sector.",
            "The tertiary sector outpaced the secondary sector.",
        ),
        (
            "Rural incomes grew faster than those of residents overall.",
            "Rural incomes grew more slowly than those of residents overall.",
        ),
        ("农村居民收入增速高于全省平均水平。", "农村居民收入增速低于全省平均水平。"),
        ("规上工业增速快于地区生产总值。", "规上工业增速不及地区生产总值。"),
        (
            "Dongjia's industrial output grew faster than that of the province.",
            "Dongjia's industrial output grew more slowly than that of the province.",
        ),
        ("东甲市规上工业增速与西乙市持平。", "东甲市规上工业增速领先西乙市。"),
        ("三季度单季增速高于前三季度。", "三季度单季增速低于前三季度。"),
        ("三次产业里增速超过全省GDP的只有第二产业。", "三次产业里增速超过全省GDP的只有第一产业。"),
        ("第三产业增加值大于第二产业。", "第三产业增加值小于第二产业。"),
    ],
)
def test_what_is_told_to_be_above_another_thing_is_held_against_the_figures_of_both(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "First-half growth was a tenth of a point below the nine-month rate.",
            "First-half growth was a tenth of a point above the nine-month rate.",
        ),
        ("规上工业增速比GDP高1.2个百分点。", "规上工业增速比GDP低1.2个百分点。"),
        (
            "农村居民收入的名义增速比实际增速高0.6个百分点。",
            "农村居民收入的名义增速比实际增速低0.6个百分点。",
        ),
        (
            "单看三季度，经济增速比前三季度累计高0.2个百分点。",
            "单看三季度，经济增速比前三季度累计低0.2个百分点。",
        ),
        (
            "Growth so far, at 5.6%, is above the 5.5% that is wanted for the year.",
            "Growth so far, at 5.6%, is below the 5.5% that is wanted for the year.",
        ),
    ],
)
def test_points_between_two_rates_are_borne_out_on_their_side_alone(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Of the three sectors, the secondary one grew fastest.",
            "Of the three sectors, the tertiary one grew fastest.",
        ),
        ("三次产业里，一产增速最低。", "三次产业里，三产增速最低。"),
        (
            "Of the three, the tertiary sector is the largest by value added.",
            "Of the three, the secondary sector is the largest by value added.",
        ),
        ("三次产业中，服务业体量最大，二产增长最快。", "三次产业中，服务业体量最大，增长也最快。"),
    ],
)
def test_the_most_of_several_things_is_held_against_the_figures_of_all(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    "sentence",
    [
        "规上工业增速高于全国平均水平。",
        "No other city saw industrial output grow as fast as Dongjia.",
        "Growth in the secondary sector was not faster than that of the tertiary sector.",
        "第三产业增加值超过9500亿元。",
        "The secondary sector grew by 6.1%, while the primary one trailed with 3.8%.",
    ],
)
def test_what_is_denied_or_set_against_other_things_is_not_held_against_figures(
    verifier: Verifier, sentence: str
) -> None:
    claims = list_claims(verifier, sentence)
    assert not any(one.kind == "statement" and one.record for one in claims)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Fixed-asset investment (rural households not counted) rose by 4.2%,"
            " while that in property development fell by 7.3%.",
            "Fixed-asset investment (rural households not counted) rose by 7.1%,"
            " while that in property development fell by 7.3%.",
        ),
        (
            "Leave property development aside and fixed-asset investment grew by 7.1%, not 4.2%.",
            "Fixed-asset investment grew by 7.1%.",
        ),
        (
            "不含农户的固定资产投资增长4.2%，不算房地产开发则增长7.1%。",
            "不含农户的固定资产投资增长7.1%，不算房地产开发则增长4.2%。",
        ),
    ],
)
def test_a_number_of_a_whole_without_a_part_is_told_with_words_that_leave_it_out(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "丙一风电场8月28日投运，离丁四项目10月16日签约有49天。",
            "丙一风电场8月28日投运，离丁四项目10月16日签约有39天。",
        ),
        (
            "Jiayi Wharf was begun on 12 September, a little over four months after its signing.",
            "Jiayi Wharf was begun on 2 September, a little over four months after its signing.",
        ),
    ],
)
def test_how_long_it_is_between_two_days_is_told_to_the_day_and_hides_neither(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_a_day_without_a_year_is_of_the_year_of_its_article(tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(
        "schema_version: 2\n"
        "source: {id: later, title: {zh: 后来, en: Later}, publisher: {zh: 某报, en: Paper},\n"
        "  published: 2035-03-01}\n"
        "summary: {gist: {zh: 后来, en: Later}, evidence: [{paragraph: 1, anchor: 后来}]}\n",
        "utf-8",
    )
    article, second = inspect_model(str(later)).article, SECOND.removesuffix(".yaml")
    own = inspect_model(f"{second}.yaml").article
    assert article
    assert own
    both = Verifier([own, article], {own.source.id: read_text(f"{second}.txt")})
    assert is_borne_out(both, "丙一风电场8月28日投运，到见报时已过去八周。")
    assert not is_borne_out(both, "丙一风电场8月28日投运，到见报时已过去二十周。")
