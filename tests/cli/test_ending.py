"""However a run ends, it ends with a line and a status, and never with a traceback."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support import EXAMPLE, briefing, covering

HEEDED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""Whoever runs the tests in the background has Ctrl-C ignored."""
INTERRUPTED = """\
import os, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
sys.argv = ["briefing", *{words!r}]
from briefing.__main__ import main
main()
"""


def python(code: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(words, capture_output=True, check=False, cwd=folder)


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("briefing.cli", ["summary"]),
        ("typer", ["summary"]),
        ("yaml", ["check", EXAMPLE]),
        ("briefing.checks.check", ["check", EXAMPLE]),
        ("openpyxl", ["figures", "-O", "xlsx"]),
        ("briefing.output.plain", ["figures"]),
    ],
)
def test_an_interrupted_import_ends_with_130(module: str, words: list[str]) -> None:
    run = python(HEEDED + INTERRUPTED.format(module=module, words=words))
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    code = INTERRUPTED.format(module="typer", words=["--version"])
    run = python(f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n{code}")
    assert (run.returncode, run.stderr) == (0, b"")


def test_no_file_is_left_half_written(tmp_path: Path) -> None:
    code = INTERRUPTED.format(module="", words=["figures", "-o", "figures.csv"])
    replace = "import os; kept = os.replace\n"
    replace += "os.replace = lambda *given: (os.kill(os.getpid(), 2), kept(*given))\n"
    run = python(HEEDED + replace + code, tmp_path)
    assert run.returncode == 130
    assert [one.name for one in tmp_path.iterdir()] == ["figures.csv"]


@pytest.mark.parametrize(("sent", "status"), [("SIGINT", 130), ("SIGTERM", -signal.SIGTERM)])
def test_no_part_of_a_workbook_is_left_among_temporary_files(
    sent: str, status: int, tmp_path: Path
) -> None:
    code = f"""\
import os, signal, sys, tempfile
import briefing.__main__ as entry
from openpyxl.writer.excel import ExcelWriter
def save(*_):
    tempfile.NamedTemporaryFile(delete=False)
    os.kill(os.getpid(), signal.{sent})
    os.kill(os.getpid(), signal.{sent})
ExcelWriter.save = save
tempfile.tempdir = {str(tmp_path)!r}
sys.argv = ["briefing", "figures", "-o", "figures.xlsx"]
entry.main()
"""
    run = python(HEEDED + code, tmp_path)
    assert (run.returncode, list(tmp_path.iterdir())) == (status, [])


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        ("MemoryError()", b"not enough memory"),
        ("KeyError('secret words')", b"KeyError"),
        ("RecursionError()", b"RecursionError"),
        ("OSError(28, 'No space left on device', '/tmp')", b"/tmp: No space left"),
    ],
)
def test_what_nothing_else_meets_is_told_in_a_line(raised: str, said: bytes) -> None:
    code = f"""\
import sys
import briefing.cli.main as entry
def fail(*_):
    raise {raised}
entry._run = fail
sys.argv = ["briefing", "summary"]
from briefing.__main__ import main
main()
"""
    run = python(code)
    assert (run.returncode, run.stdout) == (3, b"")
    assert said in run.stderr
    assert run.stderr.count(b"\n") == 1
    assert b"secret" not in run.stderr


_COMPLETE = {"_BRIEFING_COMPLETE": "complete_bash"}


@pytest.mark.parametrize(
    ("words", "environ"),
    [
        (["summary"], {"_BRIEFING_COMPLETE": "complete_bash"}),
        (
            ["summary"],
            {"_BRIEFING_COMPLETE": "complete_bash", "COMP_WORDS": "briefing", "COMP_CWORD": "x"},
        ),
        (["export", "-O", "xlsx"], {"TMPDIR": "/proc"}),
        (["articles", "-a", "~/models"], {"HOME": "/dev/null"}),
        (["--show-completion"], {"HOME": "/dev/null"}),
    ],
)
def test_odd_surroundings_end_in_a_status(words: list[str], environ: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "briefing", *words],
        env=os.environ | environ,
        capture_output=True,
        check=False,
    )
    assert run.returncode in (0, 2, 3)
    assert not re.search(b"Traceback|mistake in the program", run.stderr)


CLOSED = ("<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-")


@pytest.mark.parametrize(
    ("command", "closed"),
    [
        *(("summary", closed) for closed in CLOSED),
        *(("check -", closed) for closed in CLOSED),
        *(
            (command, closed)
            for command in ("mcp", "--help", "quantities -")
            for closed in ("<&-", ">&-", "<&- >&- 2>&-")
        ),
    ],
)
def test_closed_streams_are_told_where_they_can_be(command: str, closed: str) -> None:
    line = f'"{sys.executable}" -m briefing {command} {closed}'
    run = subprocess.run(
        ["sh", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert run.returncode in (0, 1, 2, 3)
    assert not re.search(b"Traceback|mistake in the program", run.stderr)


ODD_NAMES = (b"m\xfe.yaml", b"m\x1b[31m.yaml", "m\u202e.yaml".encode(), b"m\n::error::x.yaml")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of any bytes")
@pytest.mark.parametrize(
    ("name", "form", "command"),
    covering(ODD_NAMES, ["text", "json", "github"], ["check", "verify"]),
)
def test_a_file_may_have_any_name(name: bytes, form: str, command: str, tmp_path: Path) -> None:
    file = os.path.join(os.fsencode(tmp_path), name)
    content = Path(EXAMPLE).read_bytes()
    with open(file, "wb") as stream:
        stream.write(content.replace(b"kind: city", b"kind: village"))
    given = os.fsdecode(file)
    beside = ["-a", EXAMPLE] if command == "verify" else []
    run = briefing(command, given, *beside, "-O", form)
    said = run.out + run.err
    assert run.status in (0, 1, 3)
    assert said
    assert not any(one in said for one in ("\x1b", "\u202e", "\udcfe"))
    assert form == "json" or "\n::error::x" not in said
