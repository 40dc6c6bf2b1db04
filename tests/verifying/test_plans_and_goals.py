"""The years of plans, goals beside what there is, documents by their month, and tenths."""

import pytest

from briefing.verifying.numbers.periods import find_first_year
from briefing.verifying.verify import Verifier
from holding import is_borne_out, make_verifier
from support import SECOND


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return make_verifier(SECOND, SECOND.replace(".yaml", ".txt"))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("今年是“十六五”开局之年。", "今年是“十五五”开局之年。"),
        (
            "2031 is the first year of the 16th Five-Year Plan.",
            "2031 is the last year of the 16th Five-Year Plan.",
        ),
        (
            "The provincial government wants GDP to grow by about 5.5% this year.",
            "The provincial government wants GDP to grow by more than 5.5% this year.",
        ),
        (
            "The September document aims for an R&D intensity of 2.8% by 2032.",
            "The August document aims for an R&D intensity of 2.8% by 2032.",
        ),
        ("9月用电量比8月少一成多。", "9月用电量比8月少两成多。"),
        ("城镇新增就业已完成全年目标的八成多。", "城镇新增就业没有达到全年目标的八成。"),
        (
            "September's power use was 7.5% above that of September last year.",
            "September's power use was 7.5% above that of August last year.",
        ),
        ("东甲市已经列出24项重点工程。", "东甲市已经完成24项重点工程。"),
        (
            "Dongjia has put 24 key projects on its list.",
            "Dongjia has already built 24 key projects.",
        ),
        (
            "Twenty of the 24 key projects in Dongjia have yet to start.",
            "Four of the 24 key projects in Dongjia have yet to start.",
        ),
    ],
)
def test_true_sentences_are_borne_out_and_false_ones_are_not(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


@pytest.mark.parametrize(
    ("nth", "first"), [("一", 1953), ("二", 1958), ("三", 1966), ("十", 2001), ("16", 2031)]
)
def test_plans_have_five_years_each_and_a_break_before_the_third(nth: str, first: int) -> None:
    assert find_first_year(nth) == first


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("丙一风电场累计上网电量1.3亿千瓦时。", "丙一风电场年上网电量1.3亿千瓦时。"),
        (
            "By the end of September Bingyi Wind Farm had fed 130 million kWh into the grid.",
            "In September alone Bingyi Wind Farm fed 130 million kWh into the grid.",
        ),
        ("高技术制造业占比提高1.3个百分点。", "高技术制造业增速提高1.3个百分点。"),
        (
            "前三季度城镇新增就业36.9万人，完成目标的82%。",
            "前三季度城镇新增就业36.9万人，同比增长82%。",
        ),
    ],
)
def test_a_number_is_of_the_time_and_kind_that_its_anchors_tell(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)
