"""The pager, on a terminal of its own: a pseudo-terminal of 24 rows and 80 columns."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli.pager import choose_pager, count_rows
from support import EXAMPLE

termios = pytest.importorskip("termios", reason="pseudo-terminals are of POSIX systems")

LONG = ("export", "-a", EXAMPLE)
SHORT = ("events", "-a", EXAMPLE)
WAITING = "\x1b[K"  # what less writes before it waits for a key, and no result of ours
PATIENCE = 30  # seconds
OWN_TERMINAL = """\
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # from which Ctrl-C comes, and the keys of less
runpy.run_module("briefing", run_name="__main__", alter_sys=True)
"""


class Shown(NamedTuple):
    """What a terminal has shown, the exit status, and whether its settings are as before."""

    text: str
    status: int
    intact: bool


def on_terminal(*args: str, keys: str = "", **environ: str) -> Shown:
    """Run the tool on a terminal, and press the keys, one by one, while less waits for them."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    before = termios.tcgetattr(theirs)
    run = subprocess.Popen(
        [sys.executable, "-c", OWN_TERMINAL, *args, "--lang", "en"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "LC_ALL": "C.UTF-8"} | environ,
        start_new_session=True,
    )
    shown, pending = b"", list(keys)
    until = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < until:
            if select.select([ours], [], [], 0.1)[0]:
                shown += os.read(ours, 65536)
            elif run.poll() is not None:
                break
            elif pending and WAITING.encode() in shown:
                os.write(ours, pending.pop(0).encode())
        intact = termios.tcgetattr(theirs)[3] == before[3]
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        os.close(ours)
        os.close(theirs)
    return Shown(shown.decode(errors="replace").replace("\r\n", "\n"), run.returncode, intact)


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that marks what it is given and tells how it was called."""
    script = tmp_path / "pager"
    script.write_text('#!/bin/sh\necho "paged with LESS=$LESS"\ncat\n')
    script.chmod(0o755)
    return str(script)


needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")


@needs_less
@pytest.mark.parametrize("keys", ["q", "\x03q", "\x03\x03q"])
def test_a_long_result_is_left_early_in_silence_and_ctrl_c_leaves_the_terminal_whole(
    keys: str,
) -> None:
    shown = on_terminal(*LONG, keys=keys)
    assert (shown.status, shown.intact) == (0, True)
    assert "\x1b[1m" in shown.text
    assert "Ceramics" not in shown.text  # which stands further below
    assert "Traceback" not in shown.text


def test_the_pager_is_that_of_the_environment_and_is_told_to_keep_colours(pager: str) -> None:
    shown = on_terminal(*LONG, PAGER=pager)
    assert (shown.status, shown.intact) == (0, True)
    assert shown.text.startswith("paged with LESS=FRX\n")
    assert "\x1b[1m" in shown.text
    assert "Ceramics" in shown.text
    assert "LESS=-S\n" in on_terminal(*LONG, PAGER=pager, LESS="-S").text
    assert "paged" in on_terminal(*LONG, BRIEFING_PAGER=f"{pager} --plain", PAGER="cat").text
    assert "paged" in on_terminal(*LONG, "-O", "json", PAGER=pager).text


@pytest.mark.parametrize(
    ("args", "environ"),
    [
        ((*LONG, "--no-pager"), {}),
        (("--no-pager", *LONG), {}),
        (LONG, {"PAGER": "cat"}),
        (LONG, {"PAGER": ""}),
        (LONG, {"BRIEFING_PAGER": ""}),
        (LONG, {"PAGER": "false"}),
        (LONG, {"PAGER": "no-such-pager -R"}),
        (LONG, {"TERM": "dumb"}),
        (SHORT, {}),
        (("help",), {}),
    ],
)
def test_there_is_no_pager_where_none_is_wanted_or_needed(
    args: tuple[str, ...], environ: dict[str, str], pager: str
) -> None:
    name = "PAGER" if "BRIEFING_PAGER" in environ else "BRIEFING_PAGER"
    asked = {} if "PAGER" in environ else {name: pager}
    shown = on_terminal(*args, **asked | environ)
    assert shown.status == 0
    assert shown.text.count("\n") > 5
    assert "paged" not in shown.text


def test_errors_are_not_paged(pager: str) -> None:
    shown = on_terminal("show", "none", "-a", EXAMPLE, BRIEFING_PAGER=pager, LINES="1")
    assert (shown.status, "paged" in shown.text) == (1, False)


def test_findings_and_errors_are_broken_between_words(tmp_path: Path) -> None:
    memo = tmp_path / "a-memo-with-a-name.txt"
    memo.write_text("The Qingchuan Expressway Extension was opened in 1987.\n", encoding="utf-8")
    shown = on_terminal("verify", str(memo), "-a", EXAMPLE).text
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert on_terminal("figures", "--kind", "x" * 60, "-a", EXAMPLE).text.count("\n  ") > 0


def test_rows_are_counted_as_a_terminal_folds_them() -> None:
    assert count_rows("\x1b[1mab\x1b[0m\n\n阳泉市\n", 4) == 4


def test_windows_has_no_pager_but_the_one_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda program: program)
    assert choose_pager({}) == "less"
    monkeypatch.setattr("briefing.cli.pager._DEFAULT", "")
    assert choose_pager({}) is None
    assert choose_pager({"PAGER": "more"}) == "more"
