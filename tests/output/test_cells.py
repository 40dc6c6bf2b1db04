"""The width of text, its line breaks, and the widths of columns."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.output.cells import find_breaks, pad, split_segments, width, wrap
from briefing.output.columns import choose_widths
from texts import MIXED

CLOSING = "，。、；：？！）》」』】〕"
OPENING = "（《「『【〔"

texts = st.text(st.sampled_from(MIXED)) | st.text(st.characters(codec="utf-8"))
cells = st.integers(1, 60)


@given(texts, cells)
@example("一二三四五六七八九十", 5)
@example("https://example.org/a-long-address", 10)
def test_wrapping_loses_only_spaces(text: str, cells: int) -> None:
    assert "".join("".join(wrap(text, cells)).split()) == "".join(text.split())


@given(texts, cells)
@example("太忻一体化经济区（忻州区）", 10)
def test_no_line_is_too_wide_unless_it_is_one_wide_character(text: str, cells: int) -> None:
    for line in wrap(text, cells):
        assert width(line) <= cells or len([one for one in line if width(one)]) == 1


@given(texts, cells)
def test_breaks_are_ascending_offsets_inside_the_text(text: str, cells: int) -> None:
    offsets = find_breaks(text, cells)
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)


@given(st.text(st.sampled_from("一二三，。；（）《》"), max_size=80), st.integers(12, 60))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, cells: int
) -> None:
    if max(map(width, split_segments(text)), default=0) > cells:
        return
    lines = wrap(text, cells)
    assert not any(line.startswith(tuple(CLOSING)) for line in lines[1:])
    assert not any(line.endswith(tuple(OPENING)) for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("山西综改示范区，南引擎。", ["山西综改示", "范区，南引", "擎。"]),
        ("融入（京津冀）的节点", ["融入（京津", "冀）的节点"]),
        ("建设“六大节点”的", ["建设“六大", "节点”的"]),
        ("near 太原 and on", ["near 太原", "and on"]),
        ("Beijing-Tianjin", ["Beijing-", "Tianjin"]),
        ("top-of-the-list", ["top-of-the", "-list"]),
        ("", [""]),
    ],
)
def test_text_is_wrapped_to_ten_cells(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines


@given(texts, cells)
def test_padding_fills_the_cells(text: str, cells: int) -> None:
    padded = pad(text, cells)
    assert padded.startswith(text)
    assert width(padded) == max(cells, width(text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("阳泉", 4),
        ("Yang", 4),
        ("“阳”", 4),
        ("e\u0301", 1),
        ("\U0001f600", 2),
        ("ｆ", 2),
        ("a\u200b", 1),
        ("葛\U000e0100", 2),
    ],
)
def test_width_counts_the_cells_of_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


tables = st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=6)


@given(tables, st.integers(1, 140))
def test_columns_fit_if_there_is_at_least_one_cell_for_each(
    columns: list[list[str]], room: int
) -> None:
    chosen = choose_widths(columns, room)
    assert len(chosen) == len(columns)
    if room >= len(columns):
        assert sum(chosen) <= room


@given(tables, st.integers(60, 140))
def test_no_column_is_wider_than_its_widest_cell(columns: list[list[str]], room: int) -> None:
    lines = [[line for cell in column for line in cell.splitlines()] for column in columns]
    widest = [max(map(width, column), default=0) for column in lines]
    chosen = choose_widths(columns, room)
    assert [min(pair) for pair in zip(chosen, widest, strict=True)] == chosen


def test_columns_get_the_width_of_their_widest_cell_if_there_is_room() -> None:
    assert choose_widths([["abc"], ["阳泉"]], 80) == [3, 4]


def test_columns_with_more_text_get_more_of_a_narrow_table() -> None:
    short, long = choose_widths([["abc " * 5], ["abc " * 50]], 60)
    assert short < long
    assert short + long == 60
