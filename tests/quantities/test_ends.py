"""The two ends of a change from one number to another."""

import pytest

from briefing.quantities import scan_paragraph
from briefing.quantities.ends import find_ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("占比从33%升到38%。", ["33% 38%"]),
        ("床位数由2019年的4.9张增至2030年的6.1张", ["4.9张 6.1张"]),
        ("保费由每生每年5元提高至10元", ["5元 10元"]),
        ("从全国第12位跃升至第5位", ["第12位 第5位"]),
        ("车程将由2小时缩短到70分钟", ["2小时 70分钟"]),
        ("中学由71所优化整合为47所", ["71所 47所"]),
        ("总部、中心分别从8家、5家增加到9家、7家", ["8家 9家", "5家 7家"]),
        ("由8户增加3户", []),
        ("由8户企业，增加到9户", []),
        ("从3月1日到5月8日", []),
        ("由8户到9个县", []),
        ("从8家、5家增加到9家", []),
        ("增加到9户", []),
    ],
)
def test_a_change_is_told_by_from_a_verb_and_to(text: str, ends: list[str]) -> None:
    found = find_ends(text, scan_paragraph(text))
    assert [f"{one.first.text} {one.last.text}" for one in found] == ends
