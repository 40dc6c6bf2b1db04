"""The walk-through of docs/curating.md, step by step, as a curator would type it."""

import re
import shutil
from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.records import Figure
from support import PROJECT, briefing

STEPS = re.findall(
    r"^\$ briefing (.*)$",
    (PROJECT / "docs/curating.md").read_text(encoding="utf-8"),
    re.M,
)
FOLDER = "docs/example/wharves"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT / FOLDER, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    return tmp_path / FOLDER


def test_a_page_becomes_a_proved_model(folder: Path) -> None:
    draft, figures, check, strict = (briefing(*step.split()) for step in STEPS)
    assert [draft.status, figures.status, check.status, strict.status] == [0, 0, 1, 0]
    drafted = (folder / "draft.txt").read_text(encoding="utf-8")
    assert drafted == (folder / "article.txt").read_text(encoding="utf-8")
    codes = {line.split(": ")[1] for line in check.out.splitlines() if line[0] != " "}
    assert codes == {"left-to-do", "quantity-not-covered", "records"}


def test_most_of_the_finished_model_was_drafted(folder: Path) -> None:
    briefing(*STEPS[0].split())
    draft = inspect_model(str(folder / "draft.yaml")).article
    finished = inspect_model(str(folder / "finished.yaml")).article
    assert draft
    assert finished
    for section in ("figures", "projects", "people", "places", "organisations"):
        titles = [one.evidence[0] for one in getattr(finished, section)]
        assert len(getattr(draft, section)) == len(titles), section
    values = ({one.value for one in model.of(Figure)} for model in (draft, finished))
    assert len(set(map(frozenset, values))) == 1
