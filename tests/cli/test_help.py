"""Help: grouped, whole, and in the reader's language."""

import re

import pytest

from briefing.cli.commands import list_commands
from briefing.cli.options import NAMES_WITH_VALUE
from briefing.output.formats import FORMATS
from support import briefing

COMMANDS = list(list_commands())
NAMES = {
    *("briefing", "shell", "UTF", "en", "zh", "both", "text", "json", "github"),
    *("shipped", "gbt", "apa", "bibtex", "csl", "ris", "Word", "JSON", "Schema", "note"),
    *COMMANDS,
    *FORMATS,
}
"""What Chinese help may have in Latin letters: the names of commands, options and formats."""

OPTIONS = r"(?<![\w-])--?[A-Za-z][a-z-]*"


def chinese_help(*args: str) -> str:
    run = briefing(*args, "--help", "--lang", "zh")
    assert (run.status, run.err) == (0, "")
    return run.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_chinese_help_has_no_english_but_names(command: str) -> None:
    shown = chinese_help(*command.split())
    example = re.search("示例：.*", shown)
    prose = shown.replace(example[0], "") if example else shown
    left = re.sub(OPTIONS, "", prose)
    assert set(re.findall("[A-Za-z]{2,}", left)) <= NAMES


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_chinese_help_has_no_blank_after_a_chinese_mark(command: str) -> None:
    assert not re.search("[，。；：、（）] +[^ ]", chinese_help(*command.split()))


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("command", ["", "figures", "check"])
def test_help_fits_a_terminal_and_is_not_cropped(command: str, lang: str, columns: int) -> None:
    environ = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(columns)}
    shown = briefing(*command.split(), "-h", "--lang", lang, **environ).out
    whole = briefing(*command.split(), "-h", "--lang", lang).out
    assert "".join(sorted("".join(shown.split()))) == "".join(
        sorted("".join(whole.replace(" / ", "").split()))
    )


def test_help_is_had_in_several_ways() -> None:
    shown = briefing("figures", "--help")
    assert shown.status == 0
    for args in (
        ["-h", "figures"],
        ["help", "figures"],
        ["figures", "投资", "-h"],
        ["figures", "-hx"],
    ):
        assert briefing(*args) == shown
    assert briefing("help") == briefing("--help") == briefing()


def test_the_locale_chooses_the_language_and_no_argument_is_taken_for_it() -> None:
    assert "用法：" in briefing("-h", LC_ALL="zh_CN.UTF-8").out
    assert "Usage: " in briefing("search", "zh", "--help", LANG="en_GB.UTF-8").out
    assert "Usage: " in briefing("figures", "-o", "--lang=zh", "-h").out


def test_the_main_help_names_the_groups_every_command_and_the_shared_options() -> None:
    shown = briefing().out
    at = [shown.index(f"\n{group}\n") for group in ("Read", "Share", "Curate")]
    assert at == sorted(at)
    assert all(re.search(rf"^{name} ", shown, re.M) for name in COMMANDS)
    assert all(name in shown for name in ("--lang", "-O", "-o", "--version"))


def test_help_names_every_option_and_every_format() -> None:
    shown = "".join(briefing(command, "-h").out for command in COMMANDS)
    assert all(name in shown for name in NAMES_WITH_VALUE)
    assert all(name in briefing("figures", "-h").out for name in FORMATS)


@pytest.mark.parametrize("words", ["cite --help --no-color", "--no-color help", "help --no-color"])
def test_help_has_no_colours_where_none_are_wanted(words: str) -> None:
    assert "\x1b" not in briefing(*words.split(), FORCE_COLOR="1", NO_COLOR="").out
    assert "\x1b" in briefing("help", FORCE_COLOR="1", NO_COLOR="").out
