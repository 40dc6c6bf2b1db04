"""What a memo counts that is begun, finished or in use, and what stands behind its numbers."""

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
        (
            "In the last quarter 30 to 35 provincial key projects are to be started.",
            "In the last quarter 30 to 35 provincial key projects are to be completed.",
        ),
        (
            "四季度计划开工的省级重点项目有30至35个。",
            "四季度计划竣工的省级重点项目有30至35个。",
        ),
        ("四季度将开工30至35个省级重点项目。", "已有30至35个省级重点项目开了工。"),
    ],
)
def test_what_is_counted_has_the_stage_that_the_text_tells_beside_the_number(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_what_a_text_has_in_the_clause_behind_a_number_is_not_what_it_counts(
    verifier: Verifier,
) -> None:
    assert is_borne_out(verifier, "四季度还要开工至少30个省级重点项目。")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("24项重点工程中有20项尚未开工。", "24项重点工程中有16项尚未开工。"),
        (
            "20 of the 24 key projects have not started.",
            "16 of the 24 key projects have not started.",
        ),
        ("东甲市还有20项重点工程未开工。", "东甲市还有16项重点工程未开工。"),
        ("320个省级重点项目还有466亿元投资没有完成。", "省级重点项目还差1864亿元投资没有完成。"),
    ],
)
def test_what_is_not_done_yet_is_the_rest_of_a_whole_and_not_of_one_of_its_parts(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)


def test_what_is_left_is_worked_out_where_it_is_told_in_one_word(verifier: Verifier) -> None:
    told = "省级重点项目全年计划投资2330亿元，前三季度完成八成，尚余{}亿元。"
    assert is_borne_out(verifier, told.format(466))
    assert not is_borne_out(verifier, told.format(566))
