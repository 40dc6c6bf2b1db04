"""The marks behind a claim: none is lost, doubled, or lent to another claim."""

from pathlib import Path

import pytest

from support import SECOND, SMALLEST, briefing

EVIDENCE = "evidence: [{paragraph: 1, anchor: 名}]"
MODEL = f"""
places:
  - {{id: city, name: {{zh: 东甲市, en: Dongjia}}, kind: city, {EVIDENCE},
     links: [{{place: county, text: {{zh: 己河并入, en: Jihe joins it}}, {EVIDENCE}}}],
     roles: [{{text: {{zh: 东翼, en: East wing}}, said_by: [mayor, group], given_by: [group, day],
       {EVIDENCE}}}]}}
  - {{id: county, name: {{zh: 己河, en: Jihe}}, kind: county, part_of: city, {EVIDENCE}}}
people:
  - {{id: mayor, name: {{zh: 乙某, en: Yi Mou}}, {EVIDENCE},
     posts: [{{title: {{zh: 示例集团董事长, en: Chairman}}, organisation: group, {EVIDENCE}}}]}}
organisations:
  - {{id: group, name: {{zh: 示例集团, en: The Example Group}}, kind: other, {EVIDENCE}}}
events:
  - {{id: day, name: {{zh: 大会, en: Congress}}, {EVIDENCE}}}
strategies:
  - id: steps
    name: {{zh: 三步走, en: Three steps}}
    kind: strategy
    stage: planned
    said_by: [mayor]
    inferred: [said_by]
    measures:
      - {{text: {{zh: 修路, en: Build roads}}, {EVIDENCE}}}
      - {{text: {{zh: 修桥, en: Build bridges}}, said_by: [], stage: done, {EVIDENCE}}}
    {EVIDENCE}
figures:
  - {{id: tea, label: {{zh: 茶园, en: Tea}}, text: 1.5万至3万亩, value: 15000, value_to: 30000,
     unit: mu, kind: range, change: {{}}, {EVIDENCE}}}
  - {{id: growth, label: {{zh: 增长, en: Growth}}, text: 5%, value: 5, unit: '%', kind: percent,
     stage: sought, period: {{zh: 今后几年}}, {EVIDENCE}}}
projects:
  - {{id: wharf, name: {{zh: 码头, en: Wharf}}, status: signed, date: 2031-05-02, due: 2031-05-02,
     partners: [group], inferred: [partners], {EVIDENCE}}}
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("marks") / "model.yaml"
    file.write_text(SMALLEST + MODEL, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("strategies", "- Build roads  [planned]"),
        ("strategies", "- Build bridges  [done; says the article]"),
        ("strategies", "planned; apparently said by Yi Mou"),
        ("figures", "15,000–30,000 mu (≈ 10–20 km²)"),
        ("figures", "Tea  "),
        ("figures", "Growth (aim; 今后几年)"),
        ("projects", "signed (2 May 2031; due 2 May 2031)"),
        ("projects", "The Example Group (implied)"),
        ("people", "Chairman, The Example Group"),
        (
            "city",
            "East wing (given by the Example Group and the Congress; says Yi Mou)",
        ),
    ],
)
def test_each_claim_has_its_own_marks(command: str, told: str, model: str) -> None:
    assert told in briefing(command, "-a", model).out


@pytest.mark.parametrize("place", ["city", "county"])
def test_a_city_and_a_place_in_it_both_show_what_ties_them(place: str, model: str) -> None:
    assert "Jihe joins it" in briefing("city", place, "--full", "-a", model).out
    assert "Jihe joins it" in briefing("show", place, "-a", model).out


def test_a_speaker_and_a_stage_are_looked_for_in_one_claim(model: str) -> None:
    found = briefing("strategies", "--said-by", "mayor", "--stage", "done", "-a", model)
    assert "Three steps" not in found.out
    assert "Three steps" in briefing("strategies", "--stage", "done", "-a", model).out


def test_part_of_a_name_is_enough_for_a_speaker_where_it_is_clear(model: str) -> None:
    assert "Three steps" in briefing("strategies", "--said-by", "yi", "-a", model).out
    unclear = briefing("strategies", "--said-by", "o", "-a", model)
    assert (unclear.status, "Yi Mou" in unclear.err) == (1, True)


@pytest.mark.parametrize("command", [("city",), ("show",), ("figures", "--city")])
def test_a_name_may_say_its_article(command: tuple[str, ...]) -> None:
    run = briefing(*command, "qingchuan-2031-10-23/xiyi", "-a", SECOND, "-a", "tests/example.yaml")
    assert run.status == 0
    wrong = briefing(*command, "qingchuan-2031-10-23/xiyj", "-a", SECOND)
    assert (wrong.status, "did you mean xiyi" in wrong.err) == (1, True)


def test_the_strategies_of_several_articles_say_whose_they_are() -> None:
    out = briefing("strategies", "-a", SECOND, "-a", "tests/example.yaml").out
    assert "Daily 2031-10-23]" in out
    assert "Daily 2031-05-06]" in out


def test_an_exported_model_is_read_again_whatever_its_title(tmp_path: Path) -> None:
    broken = SMALLEST.replace("title: {zh: 标题", 'title: {zh: "标\\n题"')
    assert broken != SMALLEST
    (tmp_path / "model.yaml").write_text(broken + MODEL, encoding="utf-8")
    written = briefing("export", "-O", "yaml", "-a", str(tmp_path / "model.yaml"))
    (tmp_path / "again.yaml").write_bytes(written.content)
    assert briefing("figures", "-a", str(tmp_path / "again.yaml")).status == 0
