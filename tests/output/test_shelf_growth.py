"""What a shelf costs grows with its articles: names are looked up, rooms tried and pieces counted.

No time is measured.
"""

from collections import Counter
from pathlib import Path

import pytest

from briefing.limits import SHELF_MODELS
from briefing.model.folders import list_shelf
from briefing.output.docx.body import Body
from briefing.output.html.blocks import Page
from briefing.problem import ModelError
from briefing.views import brief
from briefing.views.choosing import choose
from support import SMALLEST, briefing

PLACE = """\
places:
  - id: east
    name: {zh: 东市, en: Dong}
    kind: city
    roles: [{text: {zh: 枢纽, en: a hub}, evidence: [{paragraph: 1, anchor: 枢纽}]}]
    evidence: [{paragraph: 1, anchor: 东市}]
"""


def write_shelf(count: int, folder: Path) -> str:
    """Write so many articles on the same place, and return the folder."""
    folder.mkdir()
    for number in range(count):
        text = SMALLEST.replace("id: ", f"id: a{number}-", 1) + PLACE
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return str(folder)


class Looked(dict[str, int]):
    """The ids of a page, which counts how often one is looked for."""

    count = 0

    def __contains__(self, key: object) -> bool:
        Looked.count += 1
        return super().__contains__(key)


def test_ids_of_the_same_name_are_numbered_without_trying_those_before() -> None:
    page = Page()
    page._ids = Looked()
    names = [page._new_id("east") for _ in range(200)]
    assert names[:3] == ["east", "east_2", "east_3"]
    assert len(set(names)) == len(names)
    assert Looked.count <= 3 * len(names)


def test_a_number_that_is_part_of_a_name_is_not_given_again() -> None:
    page = Page()
    names = [page._new_id(name) for name in ("east_2", "east", "east", "east_2", "east")]
    assert names == ["east_2", "east", "east_3", "east_2_2", "east_4"]


def test_no_room_is_tried_for_more_places_than_a_screen_has_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: Counter[str] = Counter()

    def count(*given: object) -> object:
        counts["choose"] += 1
        return choose(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(brief, "choose", count)
    shown = briefing("city", "east", "-a", write_shelf(40, tmp_path / "shelf"))
    assert shown.out.count("a hub") == counts["choose"] == 40


def test_short_tables_of_a_word_file_are_written_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: Counter[str] = Counter()
    real = Body._write

    def write(self: Body, *elements: object) -> bytes:
        counts["write"] += 1
        return real(self, *elements)

    monkeypatch.setattr(Body, "_write", write)
    folder, count = write_shelf(40, tmp_path / "shelf"), 40
    assert briefing("places", "-a", folder, "-o", str(tmp_path / "out.docx")).status == 0
    assert counts["write"] < count


def test_more_models_than_are_read_together_are_refused_before_one_is_read(tmp_path: Path) -> None:
    for number in range(SHELF_MODELS + 1):
        (tmp_path / f"{number:04}.yaml").touch()
    with pytest.raises(ModelError, match="too-large"):
        list_shelf([str(tmp_path)])
    refused = briefing("figures", "-a", str(tmp_path))
    assert (refused.status, f"over {SHELF_MODELS:,} models" in refused.err) == (3, True)
    (tmp_path / "0000.yaml").unlink()
    assert len(list_shelf([str(tmp_path)])) == SHELF_MODELS
