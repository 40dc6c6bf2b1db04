"""The table of China's divisions: how many there are, how they are spelt, what lies in what."""

import re
from collections import Counter

import pytest

from briefing.names.gazetteer import (
    Listed,
    id_of_place,
    lies_in,
    listed_places,
    places_by_name,
    spell_place,
)
from briefing.names.spelling import agrees_for_place

TODAY = [place for place in listed_places() if not place.former]


def named(name: str) -> Listed:
    return places_by_name()[name][0]


def test_the_table_has_every_division() -> None:
    assert Counter(place.level for place in TODAY) == {"province": 34, "city": 342, "county": 2847}


def test_a_code_is_one_place_and_lies_in_a_place_of_the_table() -> None:
    assert len({place.code for place in TODAY}) == len(TODAY)
    assert all(lies_in(place) for place in TODAY if place.level != "province")


def test_no_spelling_is_refused_by_the_check_of_names() -> None:
    names = [(spell_place(one), each) for one in listed_places() for each in (one.name, one.stem)]
    assert [pair for pair in names if agrees_for_place(*pair) is False] == []


def test_an_id_has_small_letters_and_hyphens() -> None:
    wrong = [one.name for one in listed_places() if not re.fullmatch("[a-z-]+", id_of_place(one))]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "english", "own"),
    [
        ("蔚县", "Yu County", "yuxian"),
        ("单县", "Shan County", "shanxian"),
        ("六安市", "Lu'an", "luan"),
        ("长子县", "Zhangzi County", "zhangzi"),
        ("洪洞县", "Hongtong County", "hongtong"),
        ("繁峙县", "Fanshi County", "fanshi"),
        ("浚县", "Xun County", "xunxian"),
        ("陕西省", "Shaanxi", "shaanxi"),
        ("厦门市", "Xiamen", "xiamen"),
        ("重庆市", "Chongqing", "chongqing"),
        ("台州市", "Taizhou", "taizhou"),
        ("吕梁市", "Lüliang", "lvliang"),
        ("呼和浩特市", "Hohhot", "hohhot"),
        ("乌鲁木齐市", "Ürümqi", "urumqi"),
        ("日喀则市", "Xigazê", "xigaze"),
        ("锡林郭勒盟", "Xilingol League", "xilingol"),
        ("科尔沁右翼前旗", "Horqin Right Front Banner", "horqin-right-front"),
        ("内蒙古自治区", "Inner Mongolia", "inner-mongolia"),
        ("湘西土家族苗族自治州", "Xiangxi Tujia and Miao Autonomous Prefecture", "xiangxi"),
        ("神农架林区", "Shennongjia Forestry District", "shennongjia"),
    ],
)
def test_a_place_has_its_english_name_and_an_id(name: str, english: str, own: str) -> None:
    assert (spell_place(named(name)), id_of_place(named(name))) == (english, own)


def test_short_names_and_former_names_are_known() -> None:
    assert named("延边州") is named("延边") is named("延边朝鲜族自治州")
    assert named("襄樊市").former
    assert "岚" not in places_by_name()
