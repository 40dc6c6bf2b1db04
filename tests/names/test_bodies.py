"""What may be the name of a place in a text, as a hint."""

import pytest

from briefing.names.bodies import find_bodies, find_listed, find_places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以前夜市冷清，以前东甲县没有路。", ["东甲县"]),
        ("以后西乙市会通车，其后丙丁县也会。", ["西乙市", "丙丁县"]),
        ("边民互市贸易额增长，东甲市的互市点扩容。", ["东甲市"]),
        ("辐射12个省区市，通高速公路县达20个，新增百亿县区3个。", []),
        ("打造一流湾区，东甲大型灌区通水。", []),
        ("东甲县以港兴市、旅游富县，是苹果基地县，浙江嘉兴市也来了。", ["东甲县", "浙江嘉兴市"]),
        ("以西乙市为中心，从前街市萧条。", ["西乙市"]),
    ],
)
def test_no_place_begins_within_a_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_places(text)] == found


def test_no_body_and_no_project_is_made_of_common_words() -> None:
    def bodies(text: str) -> list[str]:
        return [text[start:end] for start, end in find_bodies(text)]

    assert bodies("工业经济下半年开局向好，经济开局稳，东甲水利局到场。") == ["东甲水利局"]

    def listed(text: str) -> list[str]:
        return [text[start:end] for start, end in find_listed(text)]

    assert listed("工厂具有储存、分拣等设施，园区有储存、分拣等功能。") == []
    assert listed("包括东甲码头、西乙码头等项目。") == ["东甲码头", "西乙码头"]
