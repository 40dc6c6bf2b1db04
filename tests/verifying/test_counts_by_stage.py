"""What a memo counts that is begun, finished or in use, and what stands behind its numbers."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    article = inspect_model(str(TESTS / "second.yaml")).article
    assert article
    return Verifier([article], {article.source.id: read_text(str(TESTS / "second.txt"))})


def is_borne_out(verifier: Verifier, sentence: str) -> bool:
    claims = verifier.verify(Memo("memo", tuple(split_memo(sentence)))).claims
    return bool(claims) and all(one.status == BORNE_OUT for one in claims)


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
