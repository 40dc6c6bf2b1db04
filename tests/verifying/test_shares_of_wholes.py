"""Shares and ratios of parts of a whole, and what a memo works out of a share or for a goal."""

import pytest

from briefing.verifying.verify import Verifier
from holding import is_borne_out, make_verifier
from support import SECOND


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return make_verifier(SECOND, SECOND.replace(".yaml", ".txt"))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("第三产业增加值占比超过一半。", "第二产业增加值占比超过一半。"),
        ("第二产业增加值占GDP的41%。", "第二产业增加值占GDP的51%。"),
        (
            "Value added of the tertiary sector makes up just over half of the total.",
            "Value added of the secondary sector makes up just over half of the total.",
        ),
        ("三次产业之比约为8∶41∶51。", "三次产业之比约为8∶51∶41。"),
        ("The three sectors stand at 8:41:51.", "The three sectors stand at 18:41:41."),
    ],
)
def test_a_share_of_what_parts_add_up_to_is_worked_out(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Clean energy makes up 48% of installed capacity, which puts the total at 35 GW.",
            "Clean energy makes up 48% of installed capacity, which puts the total at 45 GW.",
        ),
        (
            "Another 3.2 GW of clean capacity must be built to reach 20 GW by 2032.",
            "Another 20 GW of clean capacity must be built by 2032.",
        ),
        ("目前森林覆盖率离59%还差0.7个百分点。", "目前森林覆盖率达到59%。"),
    ],
)
def test_what_a_share_makes_the_whole_and_what_a_goal_lacks_are_worked_out(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_a_rank_by_the_quality_of_air_is_none_of_that_of_water(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "Dongjia's air quality ranks second in the province.")
    assert not is_borne_out(verifier, "Dongjia's water quality ranks second in the province.")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("青川省48%的电力装机是清洁能源。", "青川省48%的家庭用上了清洁能源。"),
        (
            "High-tech manufacturing makes up 16.4% of the output of larger industry in Qingchuan.",
            "High-tech manufacturing employs 16.4% of all workers in Qingchuan.",
        ),
    ],
)
def test_a_share_is_of_no_households_or_workers_where_the_text_tells_of_none(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_the_first_of_two_is_not_the_first_alone(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "Dongjia and Xiyi came first for the growth of larger industry.")
    assert not is_borne_out(verifier, "Only Dongjia came first for the growth of larger industry.")
    assert not is_borne_out(verifier, "青川省只有东甲市规上工业增加值增速排在第一。")


def test_what_is_told_of_two_is_not_told_crosswise(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "“两廊”中，癸江的是产业走廊，中戊的是科创走廊。")
    assert not is_borne_out(verifier, "“两廊”中，癸江的是科创走廊，中戊的是产业走廊。")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("青川省前三季度月均新增城镇就业4.1万人。", "青川省前三季度月均新增城镇就业5.1万人。"),
        (
            "From January to September 41,000 urban jobs a month were created in Qingchuan.",
            "From January to September 45,000 urban jobs a month were created in Qingchuan.",
        ),
    ],
)
def test_an_average_month_is_worked_out_of_all_that_are_named(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "己河、庚岭、辛溪、壬塘四县平均每县新建高标准农田3.1万亩。",
            "己河、庚岭、辛溪、壬塘四县平均每县新建高标准农田4.1万亩。",
        ),
        ("“两廊”二字说的是两条走廊。", "“两廊”三字说的是两条走廊。"),
        (
            "Clean energy does not yet make up half of the installed capacity of Qingchuan.",
            "Clean energy does not yet make up a third of the installed capacity of Qingchuan.",
        ),
    ],
)
def test_what_is_counted_or_not_reached_in_the_sentence_is_held_against_its_figure(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_what_is_spent_is_not_what_is_earned(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "青川省前三季度居民人均可支配收入为28460元。")
    assert not is_borne_out(verifier, "青川省前三季度居民人均消费支出为28460元。")
    assert not is_borne_out(verifier, "Household spending per head in Qingchuan was 28,460 yuan.")


def test_what_falls_does_not_go_up(verifier: Verifier) -> None:
    assert is_borne_out(verifier, "Investment in property development in Qingchuan went down.")
    assert not is_borne_out(verifier, "Investment in property development in Qingchuan went up.")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("清洁能源占青川省装机的48%。", "清洁能源占东甲市装机的48%。"),
        (
            "Clean energy makes up 48% of Qingchuan's installed capacity.",
            "Clean energy makes up 48% of Xiyi's installed capacity.",
        ),
        ("目前森林覆盖率接近59%。", "森林覆盖率2035年的目标是接近59%。"),
        (
            "固定资产投资增长4.2%，扣除房地产开发投资后增长7.1%。",
            "刨去房地产开发投资，固定资产投资增长4.2%。",
        ),
        (
            "Fixed-asset investment grew 4.2%, and 7.1% without property development.",
            "Leaving property development aside, fixed-asset investment grew 4.2%.",
        ),
    ],
)
def test_a_number_is_of_its_own_whole_and_of_no_goal_or_rest(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)
