"""Countries and regions of the world in a Chinese text."""

import pytest

from briefing.names.abroad import find_abroad


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对东盟、俄罗斯和日本出口增长", ["ASEAN", "Russia", "Japan"]),
        ("面向南亚东南亚的班列", ["South Asia", "Southeast Asia"]),
        ("与印尼、马来西亚签约", ["Indonesia", "Malaysia"]),
        ("优美国土，依法国有，按日本金计", []),
        ("俄罗斯族、朝鲜族乡，中东部和海南亚龙湾", []),
        ("白俄罗斯、中东欧国家", ["Belarus", "Central and Eastern Europe"]),
        ("纽芬兰省有林火", []),
        ("内蒙古巴彦淖尔，印度洋", []),
        ("中国—东盟博览会，非洲猪瘟", []),
    ],
)
def test_a_country_is_told_from_words_with_its_characters(text: str, names: list[str]) -> None:
    assert [one.english for one in find_abroad(text)] == names
