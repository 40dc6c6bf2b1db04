"""Help: grouped, and in the reader's language."""

import re

import typer

from briefing.cli import chinese
from briefing.cli.app import app
from support import briefing


def test_all_help_has_a_chinese_text() -> None:
    top = typer.main.get_command(app)
    shown = {command.help.strip() for command in chinese.commands(top) if command.help}
    for command in chinese.commands(top):
        shown |= {option.help for option in chinese.options(command) if option.help}
    assert shown
    assert shown <= set(chinese.TEXTS)


def test_a_chinese_reader_gets_help_in_chinese() -> None:
    for args, environ in (
        ([], {"LANG": "zh_CN.UTF-8"}),
        (["--help"], {"BRIEFING_LANG": "zh"}),
        (["figures", "-h"], {"LC_ALL": "zh_CN.UTF-8"}),
    ):
        run = briefing(*args, **environ)
        assert run.status == 0
        assert "选项" in run.out
        lines = [line.strip(" │╭╮╰╯─") for line in run.out.splitlines()]
        assert [line for line in lines if re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", line)] == []


def test_no_chinese_help_is_cropped() -> None:
    for command in [command.name for command in chinese.commands(typer.main.get_command(app))]:
        args = [] if command == app.info.name else [command]
        assert "…" not in briefing(*args, "--help", BRIEFING_LANG="zh", COLUMNS="80").out


def test_help_stays_english_elsewhere() -> None:
    assert "Read" in briefing("--help", LANG="en_GB.UTF-8").out
