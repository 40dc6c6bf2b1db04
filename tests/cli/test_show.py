"""One record: its fields, its parts, what refers to it; what does not fit a screen is counted."""

import json
from typing import Any

import pytest

from briefing.document import Lang
from briefing.output.terminal import render
from briefing.shelf.library import Library
from briefing.views.record import show
from support import SECOND, briefing, example


def record(name: str, *args: str) -> dict[str, Any]:
    (found,) = json.loads(briefing("show", name, *args, "-O", "json").out)
    whole: dict[str, Any] = found
    return whole


def test_json_is_an_array_with_parts_and_what_refers_to_the_record() -> None:
    found = record("regional-opinions", "-a", SECOND)
    assert found["parts"] == [{"section": "strategies", "id": "green-shoot-plan"}]
    assert {"section": "events", "id": "opinions-issued", "fields": ["about"]} in found[
        "referenced_by"
    ]
    assert list(found)[-5:] == ["parts", "referenced_by", "inferred", "todo", "evidence"]
    assert record("reservoir", "-a", SECOND)["parts"] == []


def test_a_reference_from_a_part_of_a_record_and_from_the_summary_counts() -> None:
    said = {one["id"]: one["fields"] for one in record("ding-mou", "-a", SECOND)["referenced_by"]}
    assert said["zhongwu"] == ["said_by"]
    first = record("gdp", "-a", SECOND)["referenced_by"][0]
    assert first == {"section": "summary", "id": None, "fields": ["headline"]}


def test_what_refers_to_a_record_stands_under_its_section() -> None:
    out = example("show", "dongjia", "--lang", "en").out
    assert "Figures\n  - Key projects: 24 (key-projects)  ¶5" in out
    assert "Projects\n  - Jiayi Wharf (wharf)  ¶6" in out


def test_a_long_list_is_cut_and_counted_unless_all_is_wanted_or_it_is_piped() -> None:
    screen = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "120"}
    out = briefing("show", "yangquan", "--lang", "en", **screen).out
    assert "more: briefing strategies --city yangquan\n" in out
    assert "more: briefing show yangquan --full" in out
    full = briefing("show", "yangquan", "--full", "--lang", "en").out
    assert "more: briefing" not in full
    assert "Important transport node" in full
    assert full == briefing("show", "yangquan", "--lang", "en").out


def test_a_term_that_is_a_figure_tells_how_much_it_is() -> None:
    assert "72.2% (forest-cover)" in briefing("show", "term-forest-cover").out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_most_records_fit_a_screen(lang: Lang, shipped_library: Library) -> None:
    heights = [
        render(show(shipped_library, [hit], lang), colour=False, cells=80).count("\n")
        for hit in shipped_library.hits[::7]
    ]
    assert sum(height > 40 for height in heights) < len(heights) / 25


def test_the_parts_of_a_plan_are_a_tree_with_their_stages() -> None:
    out = briefing("show", "four-strategies", "--lang", "en").out
    assert (
        "Its parts\nOne Corridor, Two Belts  [planned]  ¶29  corridor-belts\n    Corridor:" in out
    )


def test_what_an_organisation_or_an_event_says_is_told() -> None:
    out = briefing("show", "plenum", "-a", SECOND, "--lang", "en").out
    assert "Speaks of" in out
    assert "(plenum-line)" in out
