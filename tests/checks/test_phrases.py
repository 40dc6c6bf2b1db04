"""Set phrases of the evidence that tell numbers without counting."""

import pytest

from briefing.checks.phrases import MARGIN, ORDER, find_phrases


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("甲队以86:79获胜", MARGIN, 7),
        ("甲队以19比30落败", MARGIN, 11),
        ("列车19:30发车", MARGIN, None),
        ("列车9：30发车", MARGIN, None),
        ("夺得男子100米金牌", ORDER, 1),
        ("获女子组铜牌", ORDER, 3),
        ("铜牌和金牌奖章", ORDER, None),
        ("获19枚金牌", ORDER, None),
        ("夺得3金牌", ORDER, None),
        ("金牌企业", ORDER, None),
        ("摘银", ORDER, 2),
        ("李某未能夺冠", ORDER, None),
        ("上届亚军出局", ORDER, None),
        ("家居首选", ORDER, None),
        ("第一百货商店", ORDER, None),
        ("按88:70的比例", MARGIN, None),
        ("K42至K57段封闭", "km", 15),
        ("K42至K57次列车", "km", None),
        ("会议9:30开始", "%", None),
    ],
)
def test_a_phrase_tells_a_number_where_its_words_mean_it(
    words: str, unit: str, value: int | None
) -> None:
    found = [one.value for one in find_phrases(words) if one.unit == unit]
    assert found == ([] if value is None else [value])
