"""A shelf of several articles: which are read, in what order, and how each is named."""

from pathlib import Path

import pytest

from briefing.model.folders import list_models
from briefing.model.reading import shipped_model
from briefing.shelf.finding import find_places, find_record, find_speakers
from briefing.shelf.library import Library, join_places, load
from briefing.views.common import name_articles
from support import EXAMPLE, SECOND, SMALLEST, briefing


@pytest.fixture(scope="module")
def shelf() -> Library:
    return load([EXAMPLE, SECOND])


def test_the_newest_article_is_first_in_whatever_order_they_are_named(shelf: Library) -> None:
    assert [one.source.id for one in shelf.articles] == [
        "qingchuan-2031-10-23",
        "qingchuan-2031-05-06",
    ]
    assert load([SECOND, EXAMPLE]).articles == shelf.articles


def test_a_file_that_is_named_in_several_ways_is_read_once(tmp_path: Path) -> None:
    model, link = tmp_path / "model.yaml", tmp_path / "link.yaml"
    model.write_text(SMALLEST, encoding="utf-8")
    link.symlink_to(model)
    (tmp_path / "again").symlink_to(tmp_path)
    named = [str(one) for one in (model, link, tmp_path, tmp_path / "again", model)]
    assert list_models(named) == [str(model)]
    assert len(load(named).articles) == 1
    assert list_models(["@shipped", shipped_model()]) == [shipped_model()]


def test_a_folder_has_no_hidden_models_and_some_in_capitals(tmp_path: Path) -> None:
    for name in (".model.yaml", "._other.yaml", "MODEL.YAML"):
        (tmp_path / name).write_text(SMALLEST, encoding="utf-8")
    (tmp_path / ".#model.yaml").symlink_to("nowhere")
    assert list_models([str(tmp_path)]) == [str(tmp_path / "MODEL.YAML")]


def test_articles_of_one_day_and_paper_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = SMALLEST.replace("smallest", name)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    same = load([str(tmp_path)])
    assert [name.en for name in name_articles(same, "en").values()] == [
        "Paper 2031-05-06 (one)",
        "Paper 2031-05-06 (two)",
    ]
    with_another = name_articles(load([str(tmp_path / "one.yaml"), SECOND]), "zh")
    assert [name.zh for name in with_another.values()] == [
        "青川示例报 2031-10-23",
        "报 2031-05-06",
    ]
    assert name_articles(load([SECOND]), "en") == {}


def test_a_name_may_be_that_of_one_article(shelf: Library) -> None:
    for name in ("xiyi", "西乙市", "Xiyi"):
        assert len(find_places(shelf, name)) == 2
        whole = f"qingchuan-2031-05-06/{name}"
        for found in (find_places(shelf, whole), find_record(shelf, whole)):
            assert [hit.key for hit in found] == [("qingchuan-2031-05-06", "xiyi")]
    assert len(find_speakers(shelf, "qingchuan-2031-10-23/xiyi")) == 1


def test_a_place_is_one_whatever_it_is_called_and_wherever_it_is(shelf: Library) -> None:
    asked = ["dongjia", "xiyi", "东甲", "qingchuan-2031-05-06/西乙"]
    joined = join_places(find_places(shelf, name) for name in asked)
    assert [{hit.record.id for hit in hits} for hits in joined] == [{"dongjia"}, {"xiyi"}]
    assert [len(hits) for hits in joined] == [2, 2]


@pytest.mark.parametrize("command", ["commitments", "strategies", "timeline", "unsaid"])
def test_what_another_place_is_to_do_is_not_listed_for_a_place(command: str) -> None:
    of_lvliang = "Make Lvliang an ecological shield"
    shown = " ".join(briefing(command, "--city", "yangquan", COLUMNS="200").out.split())
    assert of_lvliang not in shown
    if command in ("commitments", "strategies"):
        assert of_lvliang in briefing(command, "--city", "lvliang", COLUMNS="200").out


def test_an_id_is_one_thing_in_every_article_but_for_what_is_an_articles_own(
    tmp_path: Path,
) -> None:
    proof = "evidence: [{paragraph: 1, anchor: 要点}]"
    files = []
    for article, person, firm, figure in (
        ("one", "甲丙", "丁", "投资"),
        ("two", "乙某", "戊", "港口"),
    ):
        files.append(tmp_path / f"{article}.yaml")
        files[-1].write_text(
            SMALLEST.replace("id: ", f"id: {article}-", 1)
            + f"people: [{{id: p, name: {{zh: {person}}}, posts: [], {proof}}}]\n"
            + f"organisations: [{{id: o, name: {{zh: {firm}厂}}, kind: firm, {proof}}}]\n"
            + f"figures: [{{id: f, label: {{zh: {figure}}}, text: 5项, value: 5, unit: 项,"
            f" kind: count, {proof}}}]\n",
            encoding="utf-8",
        )
    shelf = load(map(str, files))
    assert [len(find_record(shelf, name)) for name in ("甲丙", "投资", "丁厂")] == [1, 1, 2]
    assert [len(find_speakers(shelf, name)) for name in ("甲丙", "丁厂")] == [1, 2]
