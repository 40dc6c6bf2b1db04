"""Terminals, pipes and consoles of every kind."""

import re
import unicodedata

import pytest

from briefing.cli.console import Screen, measure_screen
from briefing.limits import TERMINAL_CELLS
from support import EXAMPLE, briefing, covering, example, process

READING = ("summary", "city", "figures", "strategies", "export")


@pytest.mark.parametrize("command", READING)
def test_a_pipe_gets_no_escape_codes_and_nothing_is_folded_or_cropped(command: str) -> None:
    run = example(command, COLUMNS="20", TERM="xterm-256color")
    assert run == example(command)
    assert "\x1b" not in run.out
    assert "…" not in run.out


def test_a_pipe_gets_one_line_a_record() -> None:
    lines = example("figures").out.splitlines()
    assert [line.split()[-1] for line in lines[1:7]] == [
        *("key-projects", "investment", "starts", "growth", "air-rank", "tea"),
    ]


@pytest.mark.parametrize(
    ("environ", "terminal", "option", "expected"),
    [
        ({"COLUMNS": "80"}, False, False, Screen(None, False)),
        ({"COLUMNS": "80"}, True, False, Screen(80, True)),
        ({"COLUMNS": "80"}, True, True, Screen(80, False)),
        ({"COLUMNS": "80", "NO_COLOR": "1"}, True, False, Screen(80, False)),
        ({"COLUMNS": "80", "NO_COLOR": ""}, True, False, Screen(80, True)),
        ({"COLUMNS": "80", "TERM": "dumb"}, True, False, Screen(80, False)),
        ({"COLUMNS": "80", "FORCE_COLOR": "1"}, False, False, Screen(80, True)),
        ({"COLUMNS": "80", "FORCE_COLOR": "0"}, False, False, Screen(None, False)),
        ({"COLUMNS": "80", "FORCE_COLOR": ""}, False, False, Screen(None, False)),
        ({"COLUMNS": "132"}, True, False, Screen(132, True)),
        ({"COLUMNS": "5"}, True, False, Screen(20, True)),
        ({"COLUMNS": "1001"}, True, False, Screen(TERMINAL_CELLS, True)),
        ({"COLUMNS": "1000000000"}, True, False, Screen(TERMINAL_CELLS, True)),
        ({"COLUMNS": "9" * 5000}, True, False, Screen(TERMINAL_CELLS, True)),
    ],
)
def test_the_environment_decides_on_width_and_colour(
    environ: dict[str, str], terminal: bool, option: bool, expected: Screen
) -> None:
    assert measure_screen(environ, is_terminal=terminal, no_color=option) == expected


@pytest.mark.parametrize("columns", ["", "0", "-1", "many", "²"])
def test_columns_that_are_no_width_are_passed_over(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: type("Size", (), {"columns": 90}))
    assert measure_screen({"COLUMNS": columns}, is_terminal=True, no_color=False) == Screen(
        90, colour=True
    )


def test_colour_is_escape_codes_and_nothing_else() -> None:
    coloured = example("figures", FORCE_COLOR="1", COLUMNS="80").out
    plain = example("figures", FORCE_COLOR="1", NO_COLOR="1", COLUMNS="80").out
    assert "\x1b[1m" in coloured
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in without.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "cp437"])
@pytest.mark.parametrize("command", ["summary", "export"])
def test_a_console_without_utf_8_is_written_to_all_the_same(encoding: str, command: str) -> None:
    for environ in ({}, {"FORCE_COLOR": "1"}):
        run = briefing(command, "--lang", "both", "-a", EXAMPLE, encoding=encoding, **environ)
        assert (run.status, run.err) == (0, "")
        assert run.content.decode(encoding)


def test_gbk_keeps_the_chinese() -> None:
    run = briefing("city", "阳泉", "--lang", "zh", encoding="gbk")
    assert "阳泉" in run.content.decode("gbk")


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_what_programs_read_is_utf_8_whatever_the_console(encoding: str) -> None:
    assert briefing("figures", "-O", "json", encoding=encoding) == briefing("figures", "-O", "json")


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_a_process_with_such_a_console_fails_neither_on_results_nor_on_messages(
    encoding: str,
) -> None:
    assert process("figures", "--lang", "zh", PYTHONIOENCODING=encoding).status == 0
    run = process("city", "幽州", PYTHONIOENCODING="ascii")
    assert run.status == 1
    assert "\\u5e7d" in run.err


@pytest.mark.parametrize(
    ("command", "columns", "lang"),
    covering(
        [*READING, "city 阳泉", "city 阳泉 忻州", "show yangquan"],
        [60, 80, 140],
        ["en", "zh", "both"],
    ),
)
def test_no_line_of_the_shipped_article_is_wider_than_the_terminal(
    command: str, columns: int, lang: str
) -> None:
    run = briefing(
        *(*command.split(), "--lang", lang),
        **{"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(columns)},
    )
    assert max(map(cells, run.out.splitlines())) <= columns


def cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)
