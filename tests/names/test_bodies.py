"""What may be the name of a place in a text, as a hint."""

import pytest

from briefing.names.bodies import find_places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以前夜市冷清，以前东甲县没有路。", ["东甲县"]),
        ("以后西乙市会通车，其后丙丁县也会。", ["西乙市", "丙丁县"]),
        ("边民互市贸易额增长，东甲市的互市点扩容。", ["东甲市"]),
        ("辐射12个省区市，通高速公路县达20个，新增百亿县区3个。", []),
        ("打造一流湾区，东甲大型灌区通水。", []),
        ("以西乙市为中心，从前街市萧条。", ["西乙市"]),
    ],
)
def test_no_place_begins_within_a_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_places(text)] == found
