"""Finding: names, words, filters and order."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.forms import compose
from briefing.model.names import fold, name_key
from briefing.model.reading import inspect_text
from briefing.shelf.filtering import Filter, select
from briefing.shelf.finding import find_places
from briefing.shelf.library import Library, load
from support import EXAMPLE, SECOND, SMALLEST, briefing, example


@given(st.text() | st.text(st.sampled_from("阳泉太原省市区县 AbÉ-")))
def test_a_name_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(st.sampled_from("阳泉 YangQuanéÜＡ-'·")))
def test_case_width_accents_and_blanks_make_no_other_name(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.lower()) == name_key(f" {name} ")


@given(st.text())
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("\u0345\u0323\u0300\u0f73ﾞｅ字Ａ"), min_size=501, max_size=600))
def test_marks_on_one_character_are_compared_in_their_order(text: str) -> None:
    assert compose(text) == unicodedata.normalize("NFKC", text)
    plain = unicodedata.normalize("NFKD", text).casefold()
    assert fold(text) == "".join(one for one in plain if not unicodedata.combining(one))


def test_any_number_of_marks_may_stand_on_one_character() -> None:
    assert len(compose("\u0345\u0323\u0300" * 200_000)) == 600_000
    assert set(fold("\u0345\u0323\u0300" * 200_000)) == {"ι"}


@pytest.mark.parametrize("name", ["东甲", "东甲市", "dongjia", "DONG JIA", "大东甲", "Tungkia"])
def test_a_place_answers_to_all_its_names(name: str, example_library: Library) -> None:
    (hit,) = find_places(example_library, name)
    assert hit.record.id == "dongjia"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "key-projects investment starts growth air-rank tea"),
        (Filter(words=("投资",)), "investment growth"),
        (Filter(words=("INVESTMENT", "300亿")), "investment"),
        (Filter(words=("rank",)), "air-rank"),
        (Filter(place="西乙"), "tea"),
        (Filter(place="qingchuan"), ""),
        (Filter(kind="money"), "investment"),
        (Filter(unit="项"), "key-projects starts"),
        (Filter(unit="cny"), "investment"),
        (Filter(least=5), "key-projects investment starts growth tea"),
        (Filter(most=4), "starts air-rank"),
        (Filter(least=12, most=13), "growth"),
        (Filter(place="dongjia", unit="%", words=("增长",)), "growth"),
    ],
)
def test_figures_are_narrowed(wanted: Filter, found: str, example_library: Library) -> None:
    hits = select(example_library, "figures", wanted)
    assert " ".join(hit.record.id for hit in hits) == found


@pytest.mark.parametrize(("least", "found"), [("-1", True), ("0", True), ("1", False)])
def test_a_range_is_as_high_as_its_upper_end_be_that_nought(
    least: str, found: bool, tmp_path: Path
) -> None:
    file = tmp_path / "model.yaml"
    figure = "{id: cold, label: {zh: 气温}, text: 冷, value: -5, value_to: 0, kind: range"
    evidence = "evidence: [{paragraph: 1, anchor: 冷}]"
    file.write_text(f"{SMALLEST}figures: [{figure}, {evidence}}}]", encoding="utf-8")
    run = briefing("figures", "--min", least, "-a", str(file), "-O", "json")
    assert ("cold" in run.out) == found


@pytest.mark.parametrize(
    ("by", "ids"),
    [
        (None, "key-projects investment starts growth air-rank tea"),
        ("value", "air-rank starts growth key-projects tea investment"),
        ("-value", "investment tea key-projects growth starts air-rank"),
        ("title", "growth key-projects air-rank tea starts investment"),
        ("place", "key-projects investment starts growth air-rank tea"),
        ("-place", "tea key-projects investment starts growth air-rank"),
        ("-paragraph", "tea key-projects investment starts growth air-rank"),
    ],
)
def test_figures_are_ordered_and_equals_stay_as_they_are(
    by: str | None, ids: str, example_library: Library
) -> None:
    hits = select(example_library, "figures", Filter(sort=by, every=True))
    assert " ".join(hit.record.id for hit in hits) == ids


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (("projects", "--kind", "signed"), ["wharf"]),
        (("projects", "--kind", "planned"), []),
        (("events", "--city", "西乙市"), ["planning"]),
        (("terms", "stages"), ["steps"]),
        (("strategies", "--kind", "layout"), ["one-core-four-sides"]),
        (("projects", "碼頭"), ["wharf"]),
    ],
)
def test_lists_are_narrowed_the_same_way(args: tuple[str, ...], ids: list[str]) -> None:
    found = example(*args, "-O", "jsonl").out.splitlines()
    assert [line.partition('"id":"')[2].partition('"')[0] for line in found] == ids


def test_a_strategy_is_shown_under_what_it_is_part_of() -> None:
    lines = example("strategies", "--kind", "strategy", "--lang", "en").out.splitlines()
    assert lines[0].startswith("One core and four sides")
    assert lines[1].startswith("    Three steps")


def test_names_with_other_words_for_the_kind_are_other_places() -> None:
    places = "places:\n" + "".join(
        f"  - {{id: {id_}, name: {{zh: {name}}}, kind: {kind},"
        " evidence: [{paragraph: 1, anchor: 要点}]}\n"
        for id_, name, kind in (("jia", "东甲省", "province"), ("jia-city", "东甲市", "city"))
    )
    article = inspect_text(SMALLEST + places, "model.yaml").article
    assert article
    found = find_places(Library([article]), "东甲市")
    assert [hit.record.id for hit in found] == ["jia-city"]


def test_a_name_that_one_article_has_finds_the_thing_in_all() -> None:
    library = load([EXAMPLE, SECOND])
    assert len(find_places(library, "大东甲")) == 2  # an alias in one of the two
    assert len(find_places(library, "qingchuan-2031-05-06/大东甲")) == 1
    models = ("-a", EXAMPLE, "-a", SECOND, "-O", "json")
    by_alias, by_id = (
        briefing("figures", "--city", one, *models).out for one in ("大东甲", "dongjia")
    )
    assert by_alias == by_id
