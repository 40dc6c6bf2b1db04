"""What a memo works out towards goals and between days, and what it tells of several times."""

from pathlib import Path

import pytest

from briefing.verifying.claim import CONTRADICTED
from briefing.verifying.verify import Verifier
from holding import is_borne_out, list_claims, make_verifier

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def second() -> Verifier:
    return make_verifier(str(TESTS / "second.yaml"), str(TESTS / "second.txt"))


@pytest.mark.parametrize(
    "sentence",
    [
        "To reach its 2032 aim of 20 GW, Qingchuan has to add 3.2 GW to the clean-energy capacity"
        " it had at the end of September.",
        "要实现2032年2000万千瓦的目标，青川清洁能源装机还差320万千瓦。",
        "距离全年城镇新增就业45万人的目标，尚缺8.1万人。",
        "The Jiayi wharf broke ground 133 days after the contract was signed.",
        "By 20 October a tenth of the RMB 1.6 billion earmarked for the Jiayi wharf had been"
        " invested.",
        "省政府要求全年经济增速保持在5.5%上下。",
        "四县平均每县新建高标准农田3.1万亩。",
        "320个省级重点项目平均每个完成投资5.8亿元。",
        "With fewer than 70 days to go, 18% of the annual jobs target is still outstanding.",
    ],
)
def test_what_follows_is_borne_out(sentence: str, second: Verifier) -> None:
    assert is_borne_out(second, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Non-clean sources make up 52% of installed power capacity, some 18.2 GW out of 35 GW.",
        "The tunnel has been shut for 95 days as of 21 October.",
        "The economy gathered a little pace, from 5.5% in the first half to 5.6% over nine months.",
        "On 21 October the bureau put nine-month GDP at 1.864 trillion yuan, a preliminary figure.",
        "甲一码头的首个泊位，目标是在2033年到来之前启用。",
        "青川东部还有东甲市。",
    ],
)
def test_what_may_follow_is_not_contradicted(sentence: str, second: Verifier) -> None:
    assert CONTRADICTED not in {one.status for one in list_claims(second, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Qingchuan has to add 4.2 GW to its clean-energy capacity to reach its aim of 20 GW.",
        "四县平均每县新建高标准农田4.1万亩。",
        "前三季度全省房地产开发投资并没有下降。",
        "The intercity railway between Dongjia and Xiyi has found its way into the national plan.",
    ],
)
def test_what_does_not_follow_is_not_borne_out(sentence: str, second: Verifier) -> None:
    assert not is_borne_out(second, sentence)
