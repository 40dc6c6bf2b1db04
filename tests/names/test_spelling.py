"""English names of people and places beside their Chinese names: true ones pass, others do not."""

import re
from pathlib import Path

import pytest

from briefing.names import pinyin, spelling
from briefing.names.pinyin import readings
from briefing.names.romanizing import spell_person
from briefing.names.spelling import agrees_for_person, agrees_for_place
from briefing.names.tables import surnames


def rows(file: str) -> list[list[str]]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "half\t"))]


PEOPLE = [row[1:] for row in rows("people.tsv")]


def test_a_true_spelling_of_a_person_is_not_refused() -> None:
    for zh, en, judged in PEOPLE:
        assert agrees_for_person(en, zh) in ((True,) if judged == "yes" else (True, None)), zh


def test_a_true_name_of_a_place_is_not_refused() -> None:
    # Countries are no cities or counties, and so the rule never asks about these two.
    pairs = [row[1:3] for row in rows("places.tsv")]
    refused = {zh for zh, en in pairs if agrees_for_place(en, zh) is False}
    assert refused <= {"阿曼", "刚果"}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("王建峰", "Wang Jianfen"),
        ("王建峰", "Wang Jiangfeng"),
        ("王建峰", "Wang Fengjian"),
        ("王建峰", "Wang Jianfenk"),
        ("王建峰", "Huang Jianfeng"),
        ("王建峰", "Wang Jianfeng Li"),
        ("王建峰", "Wang"),
        ("王某", "Zhang"),
        ("单永进", "Dan Yongjin"),
        ("尉迟明", "Weichi Ming"),
    ],
)
def test_another_spelling_of_a_person_is_refused(zh: str, en: str) -> None:
    assert agrees_for_person(en, zh) is False


def test_the_characters_of_a_given_name_do_not_change_places() -> None:
    for zh, _, judged in PEOPLE:
        family = 2 if zh[:2] in surnames() else 1
        if judged != "yes" or len(zh) != family + 2 or "某" in zh:
            continue
        read = [min(readings(one)) for one in zh]
        if read[-1] != read[-2]:
            swapped = f"{''.join(read[:family])} {read[-1]}{read[-2]}"
            assert agrees_for_person(swapped, zh) is False


@pytest.mark.parametrize(
    ("zh", "en"), [("定襄县", "Dingxian County"), ("太原", "Datong"), ("西安市", "Xi'en City")]
)
def test_another_spelling_of_a_place_is_refused(zh: str, en: str) -> None:
    assert agrees_for_place(en, zh) is False


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("朴一山", "Piao Yishan"),
        ("缪一山", "Miao Yishan"),
        ("单一山", "Shan Yishan"),
        ("乐一山", "Le Yishan"),
        ("尉迟一山", "Yuchi Yishan"),
    ],
)
def test_a_family_name_is_spelt_by_its_usual_reading(name: str, english: str) -> None:
    assert spell_person(name) == english


def test_a_name_that_is_the_whole_text_is_read_without_a_pattern(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spelling, "pattern_of", None)  # which has to be compiled for each name
    assert spelling.agrees_for_person("Wang Jiayibing", "王甲乙丙")
    assert spelling.agrees_for_person("Ouyang Ming", "欧阳明")


@pytest.mark.parametrize("characters", ["吕", "甲乙", "王某", "长安县", "\u2603明"])
def test_letters_are_read_as_the_pattern_of_the_characters_reads_them(characters: str) -> None:
    for letters in (
        "lv",
        "lyu",
        "lu",
        "jia yi",
        "jia-yi",
        "jiayi ",
        "wang",
        "wangx",
        "changanxian",
    ):
        wanted = re.fullmatch(pinyin.pattern_of(characters), letters) is not None
        assert pinyin.is_read_so(letters, characters) is wanted, letters
