"""True sentences with words that are only parts of others, or mean something else there."""

import pytest

from briefing.verifying.verify import Verifier
from holding import draft_verifier, is_borne_out, list_doubted

TEXT = """甲县新闻
2023年，甲县粮食产量30万吨，低保标准600元，最低工资1800元，常住人口120万人，水泥产量24万吨。
科技特派员3万名，航空旅客运输量增长5%，新建厂房200间。
抗旱保苗30万亩，报废汽车拆解5000辆，培训教师500名。
2024年3月，甲县大桥项目开工建设。目前，甲县大桥项目迎来考察团。
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return draft_verifier(tmp_path_factory.mktemp("drafted"), TEXT, "2024-05-20")


@pytest.mark.parametrize(
    "sentence",
    [
        "目前甲县大桥项目又迎来考察团。",
        "每天有人来往于甲县大桥项目工地。",
        "甲县大桥项目现已接待参观者。",
        "甲县农作物丰收，其中粮食产量30万吨。",
        "甲县有3万科技特派员。",
        "甲县航空客运量增长5%。",
        "甲县优美的公司环境吸引了人，新建厂房200间。",
        "The county resisted drought on 300,000 mu.",
        "It dismantled 5,000 scrap cars.",
        "It trained 500 teachers and does not give up.",
        "The county trained 500 people.",
        "作为公司总部所在地，甲县粮食产量30万吨。",
    ],
)
def test_a_true_sentence_is_borne_out(drafted: Verifier, sentence: str) -> None:
    assert is_borne_out(drafted, sentence)


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("2023年，甲县水泥产量每月2万吨。", set()),
        ("2023年，甲县低保标准每月50元。", {"50元"}),
        ("2023年，甲县最低工资每月150元。", {"150元"}),
        ("2023年，甲县常住人口月均10万人。", {"10万人"}),
    ],
)
def test_only_what_adds_up_over_months_has_an_average(
    drafted: Verifier, sentence: str, doubted: set[str]
) -> None:
    assert list_doubted(drafted, sentence) == doubted
