"""Whose the names of places may be, however many names a place has."""

from unittest.mock import Mock

import pytest

from briefing.model import names
from briefing.model.names import NamesOfPlaces


def test_a_place_of_many_names_is_read_name_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    known = NamesOfPlaces()
    known.add(["示例省"], "shili")
    read = Mock(side_effect=names.plain_name)
    monkeypatch.setattr(names, "plain_name", read)
    many = [*(f"地方{at}" for at in range(1_000)), "示例"]
    assert known.find_first(many) == ("示例", "shili")
    assert known.find_first([*many, "地方县"]) is None
    assert read.call_count < 5 * len(many)
