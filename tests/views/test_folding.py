"""What several records tell alike, lists for people tell in one row; data have every record."""

import json
from pathlib import Path

import pytest

from support import SMALLEST, briefing, example

BRIDGE = (
    SMALLEST
    + """
places:
  - {id: heyuan, name: {zh: 河源县, en: Heyuan County}, kind: county,
     evidence: [{paragraph: 1, anchor: 河源县}]}
strategies:
  - id: roads
    name: {zh: 畅通行动, en: Roads for all}
    kind: programme
    places: [heyuan]
    measures:
      - text: {zh: 年内新建农村公路300公里, en: Build 300 km of rural roads this year}
        stage: planned
        evidence: [{paragraph: 3, anchor: 新建农村公路300公里}]
      - text: {zh: 争取南岭隧道早日开工, en: Strive for an early start of the Nanling Tunnel}
        stage: sought
        evidence: [{paragraph: 3, anchor: 争取南岭隧道早日开工}]
    evidence: [{paragraph: 3, anchor: 畅通行动}]
figures:
  - {id: cost, label: {zh: 大桥总投资, en: Cost of the bridge}, text: 12亿元, value: 1200000000,
     unit: CNY, kind: money, stage: under_way, places: [heyuan], about: [bridge],
     evidence: [{paragraph: 2, anchor: 总投资12亿元}]}
  - {id: length, label: {zh: 新建农村公路里程, en: Rural roads to be built}, text: 300公里,
     value: 300, unit: km, kind: measure, stage: planned, places: [heyuan], about: [roads],
     evidence: [{paragraph: 3, anchor: 农村公路300公里}]}
projects:
  - {id: bridge, name: {zh: 清水河大桥, en: Qingshui Bridge}, status: under_construction,
     date: 2031-04-02, places: [heyuan], about: [start], due: 2033,
     evidence: [{paragraph: 2, anchor: 清水河大桥}]}
  - {id: tunnel, name: {zh: 南岭隧道, en: Nanling Tunnel}, status: sought, places: [heyuan],
     about: [roads], evidence: [{paragraph: 3, anchor: 南岭隧道}]}
  - {id: school, name: {zh: 第二小学, en: Second School}, status: operating, date: 2031-04-02,
     places: [heyuan], evidence: [{paragraph: 2, anchor: 第二小学}]}
events:
  - {id: start, name: {zh: 清水河大桥开工, en: Work begins on the bridge}, coined: true,
     date: 2031-04-02, places: [heyuan], evidence: [{paragraph: 2, anchor: 清水河大桥开工}]}
"""
)


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A model in which events, projects, measures and figures tell the same."""
    file = tmp_path / "bridge.yaml"
    file.write_text(BRIDGE, encoding="utf-8")
    return str(file)


def test_an_event_and_the_start_of_its_project_are_one_line(model: str) -> None:
    lines = briefing("timeline", "-a", model, "--lang", "en").out.splitlines()
    told = [line for line in lines if line.startswith("2 April 2031")]
    assert len(told) == 2
    assert "Work begins on the bridge (see bridge)" in told[1]


def test_a_project_that_no_event_tells_says_what_became_of_it(model: str) -> None:
    out = briefing("timeline", "-a", model, "--lang", "en").out
    assert "2 April 2031  operation began  Second School" in out
    out = briefing("timeline", "-a", model, "--lang", "zh").out
    assert "2031年4月2日  已投产投用  第二小学" in out


def test_a_figure_is_told_with_its_project_or_by_the_measure_that_states_it(model: str) -> None:
    out = briefing("commitments", "-a", model, "--lang", "en").out
    assert "Qingshui Bridge (Cost of the bridge: CNY 1.2 billion)" in out
    assert "Build 300 km of rural roads this year  " in out
    assert "Rural roads to be built" not in out
    assert "Strive for an early start of the Nanling Tunnel (see tunnel)" in out


def test_full_and_data_have_every_record(model: str) -> None:
    run = briefing("commitments", "-a", model, "--lang", "en")
    assert "rows left out because they repeat others: 3; --full lists each" in run.err
    full = briefing("commitments", "--full", "-a", model, "--lang", "en")
    assert "Rural roads to be built: 300 km" in full.out
    assert "repeat" not in full.err
    data = briefing("commitments", "-a", model, "-O", "json")
    assert {one["id"] for one in json.loads(data.out)} == {
        "roads",
        "cost",
        "length",
        "bridge",
        "tunnel",
    }
    assert data.err == ""


def test_what_has_another_speaker_or_day_keeps_its_row(tmp_path: Path) -> None:
    file = tmp_path / "apart.yaml"
    text = BRIDGE.replace(
        "coined: true,\n     date: 2031-04-02", "coined: true,\n     date: 2031-04-03"
    )
    file.write_text(
        text.replace("stage: under_way", "said_by: [heyuan], stage: under_way"), encoding="utf-8"
    )
    assert (
        "construction began  Qingshui Bridge"
        in briefing("timeline", "-a", str(file), "--lang", "en").out
    )
    out = briefing("commitments", "-a", str(file), "--lang", "en").out
    assert "\nCost of the bridge: CNY 1.2 billion" in out


def test_the_example_tells_its_signing_once() -> None:
    out = example("timeline", "--lang", "en").out
    assert out.count("2 May 2031") == 1
    assert "The wharf is signed (see wharf)" in out
