"""A change of a model is an edit of its text that touches nothing else, or none is made."""

import pytest

from briefing.model.editing import find_pieces
from briefing.model.layout import Layout
from briefing.problem import Amendment


def edit(text: str, *changes: Amendment) -> str | None:
    """The text after changes, or ``None`` where no clean edit makes them."""
    pieces = find_pieces(Layout(text), changes)
    for start, stop, instead in sorted(pieces or (), reverse=True):
        text = text[:start] + instead + text[stop:]
    return text if pieces else None


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("a: 码 头", "码头", "a: 码头"),
        ("a: 码 头 # b", "码头", "a: 码头 # b"),
        ("a: '码 头'", "it's", "a: 'it''s'"),
        ('a: "码 头"', 'x"y', 'a: "x\\"y"'),
        ("{a: 码 头, b: c}", "码,头", "{a: '码,头', b: c}"),
        ("a: 码 头", "码: 头", "a: '码: 头'"),
        ("a: 码 头", "null", "a: 'null'"),
        ("\U0001f600: 0\na: 码 头\r\n", "码头", "\U0001f600: 0\na: 码头\r\n"),
        ("a: 1", 12, "a: 12"),
        ("a: |\n  码 头\n", "码头", None),
        ("a: >-\n  码 头\n", "码头", None),
        ("a: 码\n  头", "码头", None),
        ('a: "\\u7801 头"', "码头", None),
        ("a: ", "码头", None),
        ("b: 码 头", "码头", None),
        ("a: 码 头", "码\u200b头", None),
    ],
)
def test_a_value_is_written_as_it_was(before: str, to: str | int, after: str | None) -> None:
    assert edit(before, Amendment(("a",), to)) == after


def test_of_a_long_value_only_what_lies_between_its_changes_is_written_again() -> None:
    value = "码头 " * 6000
    pieces = find_pieces(Layout(f"a: '{value}'"), [Amendment(("a",), value.rstrip())])
    assert pieces == [(len("a: '") + len(value) - 1, len("a: '") + len(value), "")]
    close = value.replace(" ", "")
    assert edit(f"a: {value.rstrip()}  # b", Amendment(("a",), close)) == f"a: {close}  # b"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{a: [x, y, z]}", "{a: [x, z]}"),
        ("{a: [x, y]}", "{a: [x]}"),
        ("a:\n- x\n- y  \n# of z\n- z\n", "a:\n- x\n# of z\n- z\n"),
        ("a:\n  - x\n  # of y\n  - y", "a:\n  - x\n  # of y"),
        ("a:\r\n- {b: c}\r\n- {b:\r\n    d}\r\n", "a:\r\n- {b: c}\r\n"),
        ("a: [x,\n  y,  # y\n  z]", None),
        ("a:\n- x\n- y  # y\n", None),
        ("a:\n- x\n- >\n  y\n\n- z\n", "a:\n- x\n\n- z\n"),
    ],
)
def test_an_item_is_taken_out(before: str, after: str | None) -> None:
    assert edit(before, Amendment(("a", 1))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x]", "a: []"),
        ("a:\n  - x\nb: c\n", "a: []\nb: c\n"),
        ("a:  # why\n  - x\n", None),
    ],
)
def test_a_list_without_its_only_item_is_empty(before: str, after: str | None) -> None:
    assert edit(before, Amendment(("a", 0))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {b: 1, a: 2}", "- {b: 1}"),
        ("- a: 1\n  b: 2\n", "- b: 2\n"),
        ("- b: 1\n  a: 2\n  c: 3", "- b: 1\n  c: 3"),
        ("- b: 1\n  a: 2", "- b: 1"),
        ("- a: 1", None),
        ("- b: 1\n  a: 2 # why\n", None),
    ],
)
def test_a_key_is_taken_out_with_its_value(before: str, after: str | None) -> None:
    assert edit(before, Amendment((0, "a"))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[x,  y,\n z]", "[z,  x,\n y]"),
        ("- x: 1\n  y: 2\n- y\n\n- z  \n", "- z\n- x: 1\n  y: 2\n\n- y  \n"),
        ("- x\n# of y\n- y\n- z\n", None),
        ("- x\n- y\n- z # of z\n", None),
    ],
)
def test_items_take_other_places(before: str, after: str | None) -> None:
    assert edit(before, Amendment((), order=(2, 0, 1))) == after


def test_changes_that_overlap_are_no_edit() -> None:
    assert edit("a: [x, y]", Amendment(("a", 0)), Amendment(("a", 0), "z")) is None
