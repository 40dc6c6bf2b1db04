"""What a text tells of one thing, or of several together, and a memo of another one."""

from pathlib import Path

import pytest

from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.verify import Verifier
from holding import is_borne_out, list_claims, make_verifier

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return make_verifier(str(TESTS / "second.yaml"), str(TESTS / "second.txt"))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "320个省级重点项目前三季度完成投资1864亿元。",
            "甲乙城际铁路前三季度完成投资1864亿元。",
        ),
        (
            "The year's plan for key projects is CNY 233 billion.",
            "Bingliu Reservoir will cost CNY 233 billion this year.",
        ),
        ("己河、庚岭、辛溪、壬塘4县共新建农田12.4万亩。", "庚岭县今年新建农田12.4万亩。"),
        (
            "Jihe, Gengling, Xinxi and Rentang together built 124,000 mu of farmland.",
            "Gengling County built 124,000 mu of farmland this year.",
        ),
    ],
)
def test_a_number_of_several_things_is_of_none_of_them_alone(
    verifier: Verifier, true: str, false: str
) -> None:
    assert [is_borne_out(verifier, one) for one in (true, false)] == [True, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "己河、庚岭、丙六4县今年共新建农田12.4万亩。",
        "己河等4县新建了农田，临县也在其中。",
        "Farmland was built in Jihe and in Lin County.",
    ],
)
def test_a_county_that_no_text_names_is_unknown(verifier: Verifier, sentence: str) -> None:
    assert not is_borne_out(verifier, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "丁某是东甲市市长，乙某是省发展和改革委员会主任。",
        "Ding Mou is the mayor of Dongjia and Yi Mou heads the provincial development commission.",
        "乙二隧道已经投运，丙一风电场停工未复工。",
        "Nanding lies in the north and Beibing in the south.",
        "甲一码头总投资16亿元，丁四电池材料项目总投资比它少。",
        "Jia-1 wharf was signed in May, and the Ding-4 project was signed in the same month.",
        "Dongjia started the Jia-1 wharf on 12 September, and Xiyi stopped the Yi-2 tunnel a month"
        " later.",
        "The Jia-1 wharf is worth CNY 1.6 billion, and the Ding-4 project is the smaller.",
    ],
)
def test_two_things_of_one_sentence_do_not_exchange_what_is_told_of_them(
    verifier: Verifier, sentence: str
) -> None:
    assert not is_borne_out(verifier, sentence)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "“两廊”即癸江产业走廊、中戊科创走廊。",
            "“两廊”即癸江产业走廊、甲一码头。",
        ),
        (
            "The two corridors are the Gui River Industrial Corridor and the Zhongwu Science and"
            " Innovation Corridor.",
            "The two corridors are the Gui River Industrial Corridor and Jiayi Wharf.",
        ),
    ],
)
def test_what_is_of_one_list_is_told_beside_none_of_another(
    verifier: Verifier, true: str, false: str
) -> None:
    assert [is_borne_out(verifier, one) for one in (true, false)] == [True, False]


def _says(verifier: Verifier, sentence: str) -> dict[str, str]:
    """Return what stands instead of the claims of a sentence that are not borne out."""
    return {
        one.text: says.text or (says.record.id if says.record else "")
        for one in list_claims(verifier, sentence)
        if (says := one.says) and one.status != BORNE_OUT
    }


@pytest.mark.parametrize(
    ("sentence", "claim", "says"),
    [
        ("乙某说，投资回升的基础有待进一步巩固。", "乙某", "ji-moumou"),
        ("Ding Mou says that Xiyi's air is the best in the province.", "Ding Mou", ""),
    ],
)
def test_who_is_named_instead_is_told_to_have_said_it(
    verifier: Verifier, sentence: str, claim: str, says: str
) -> None:
    assert _says(verifier, sentence).get(claim, "") == says


def test_a_name_is_not_answered_with_itself(verifier: Verifier) -> None:
    told = list_claims(verifier, "壬塘县的甲一码头由青芽计划支持。")
    (wharf,) = (one for one in told if one.text == "甲一码头")
    assert wharf.status != BORNE_OUT
    assert not (wharf.says and wharf.says.record)


def test_a_doubt_is_told_with_the_clause_of_the_text(verifier: Verifier) -> None:
    says = _says(verifier, "东甲市空气质量继续居全国第二位。")
    assert says["全国"] == "东甲市空气质量继续居全省第二位"


def test_what_is_only_planned_is_told_as_a_stage(verifier: Verifier) -> None:
    claims = list_claims(verifier, "到2032年，全省清洁能源装机已达到2000万千瓦。")
    assert [(one.kind, one.status) for one in claims if one.text == "2000万千瓦"] == [
        ("stage", "contradicted")
    ]


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("320个省级重点项目前三季度完成投资1864亿元。", "320家重点企业前三季度完成投资1864亿元。"),
        (
            "The 320 key projects of the province took up CNY 186.4 billion of investment.",
            "The 320 key firms of the province took up CNY 186.4 billion of investment.",
        ),
        ("己河等4个县今年新建农田12.4万亩。", "己河等4个镇今年新建农田12.4万亩。"),
    ],
)
def test_what_is_counted_is_told_as_nothing_else(verifier: Verifier, true: str, false: str) -> None:
    assert [is_borne_out(verifier, one) for one in (true, false)] == [True, False]
