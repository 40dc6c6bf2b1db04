"""What the tool says to a word that it does not know, and to a list that has nothing."""

from pathlib import Path

import pytest

from support import SMALLEST, briefing, example

COUNTY = (
    SMALLEST
    + """
places:
  - {id: yunling, name: {zh: 云岭省, en: Yunling}, kind: province,
     evidence: [{paragraph: 1, anchor: 云岭省}]}
  - {id: heyuan, name: {zh: 河源县, en: Heyuan County}, kind: county, part_of: yunling,
     evidence: [{paragraph: 1, anchor: 河源县}]}
people:
  - {id: luo-qiming, name: {zh: 罗启明, en: Luo Qiming},
     posts: [{title: {zh: 县长, en: Head of the county}, evidence: [{paragraph: 1, anchor: 县长}]}],
     evidence: [{paragraph: 1, anchor: 县长罗启明}]}
"""
)


@pytest.fixture
def county(tmp_path: Path) -> str:
    """A model without cities."""
    file = tmp_path / "county.yaml"
    file.write_text(COUNTY, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("罗启民", "罗启明"),
        ("河原县", "河源县"),
        ("luo", "luo-qiming"),
        ("heyuan-countey", "Heyuan County"),
    ],
)
def test_a_name_that_is_misspelt_or_told_in_part_is_suggested(
    county: str, word: str, meant: str
) -> None:
    run = briefing("show", word, "-a", county, "--lang", "en")
    assert f"(did you mean {meant}?)" in run.err


def test_a_kind_is_offered_in_the_words_of_the_lists() -> None:
    run = example("projects", "--kind", "sined", "--lang", "en")
    assert run.err.endswith("'sined' (did you mean signed?)\nthere are: signed\n")
    assert "可选：已签约" in example("projects", "--kind", "别的", "--lang", "zh").err
    run = example("commitments", "--stage", "under-weigh", "--lang", "en")
    assert "(did you mean under way?)" in run.err


def test_a_code_that_there_is_not_brings_those_that_there_are() -> None:
    run = example("check", "--select", "zzz", "--lang", "en")
    assert "--select cannot be 'zzz'\nthere are: " in run.err
    assert "untranslated" in run.err


@pytest.mark.parametrize("command", ["draft", "verify", "check", "quantities"])
def test_a_file_that_is_not_there_has_no_line(command: str) -> None:
    run = briefing(command, "nowhere.txt", "--lang", "en")
    assert run.err + run.out == "briefing: nowhere.txt: No such file or directory\n"
    assert run.status == 3


def test_an_article_without_cities_leads_to_its_other_places(county: str) -> None:
    run = briefing("city", "-a", county, "--lang", "en")
    assert "there is no city in the articles; `briefing zone` lists their other places" in run.err
    terminal = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "200"}
    shown = briefing("summary", "-a", county, "--lang", "en", **terminal).out
    assert " briefing zone heyuan -a " in shown
    assert " briefing --help  " in shown
    assert "briefing --help -a" not in shown


def test_a_span_of_time_says_what_has_its_time_in_words() -> None:
    run = briefing("timeline", "--since", "2022-03", "--lang", "en")
    assert "left out, because their time is only in words" in run.err
