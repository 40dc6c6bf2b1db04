"""Run a broken model through the tool, and judge what came back."""

import contextlib
import io
import json
import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from unittest import mock

from briefing.checks import check, provenance
from briefing.cli.app import main
from briefing.problem import READING

SECONDS = 2.0
"""Of processor time for each command: how long it takes by the clock is up to the neighbours."""

KIB = 200 * 1024
"""Of memory for a run."""

SHOWN = {
    "pipe": {},
    "terminal": {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"},
    "json": {},
}
"""How a result is asked for. Without colour, no control code has any business in it."""

WARNINGS = check.WARNINGS | provenance.WARNINGS | {"byte-order-mark"}
_UNREADABLE = frozenset(READING) - WARNINGS
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Run(NamedTuple):
    """What a run left behind, and the processor time that it took."""

    status: int
    out: bytes
    err: bytes
    seconds: float = 0.0


Runner = Callable[..., Run]


class _Late(BaseException):
    """The time is up; no ``except Exception`` of the tool may take this for its own."""


def inside(*args: str, **environ: str) -> Run:
    """Run the tool in this process; an exception that it lets out is its traceback on stderr."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", newline="")
    status = 0
    start = time.process_time()
    with (
        mock.patch.dict(os.environ, environ),
        mock.patch.multiple(sys, argv=["briefing", *args], stdout=out, stderr=err),
    ):
        try:
            main()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        except Exception:
            traceback.print_exc(file=err)
            status = 1
    seconds = time.process_time() - start
    out.flush()
    err.flush()
    return Run(status, _content(out), _content(err), seconds)


def _content(stream: io.TextIOWrapper) -> bytes:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


@contextlib.contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Stop what takes longer than so much processor time. Only the main thread may ask for it."""

    def ring(*_: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def timed(*args: str, **environ: str) -> Run:
    """:func:`inside` with an alarm; what is late has the status -1."""
    try:
        with alarm(SECONDS):
            return inside(*args, **environ)
    except _Late:
        return Run(-1, b"", b"", SECONDS)


class Verdict(NamedTuple):
    """What is wrong with how a model was dealt with, if anything."""

    faults: list[str]
    readable: bool
    clean: bool
    slowest: float
    runs: list[Run]


def commands(file: str, shown: str, source: str | None) -> dict[str, list[str]]:
    """The command lines that a model goes through."""
    export = ["--export", "json"] if shown == "json" else []
    return {
        "check": ["check", file, *(["--source", source] if source else [])],
        "summary": ["summary", "--article", file, *export],
        "figures": ["figures", "--article", file, *export],
    }


def judge(file: str, run: Runner, shown: str = "pipe", source: str | None = None) -> Verdict:
    """Put a model through the commands, and hold them against each other.

    ``check`` says 1 if it names an error, else 0. What it names is why the others cannot read the
    model, and they say 3 and the same lines; unless the errors are all of rules beyond reading.
    """
    runs = {
        name: run(*args, **SHOWN[shown]) for name, args in commands(file, shown, source).items()
    }
    faults = [f"{name}: {fault}" for name, one in runs.items() for fault in of_any(one)]
    lines = runs["check"].out.decode(errors="replace").splitlines()
    problems = _problems(file, lines)
    faults += [
        f"check: no line of a problem: {line[:200]!r}" for line, code in problems if not code
    ]
    errors = [(line, code) for line, code in problems if code and code not in WARNINGS]
    reading = [line for line, code in errors if code in _UNREADABLE and line.startswith(f"{file}:")]
    elsewhere = any(code in _UNREADABLE for line, code in errors if line not in set(reading))
    wanted = 3 if elsewhere else int(bool(errors))
    if runs["check"].status not in (-1, wanted):
        faults.append(f"check: exit status {runs['check'].status}, not {wanted}")
    if runs["check"].status != -1:
        for name in ("summary", "figures"):
            faults += [f"{name}: {fault}" for fault in _of_reader(runs[name], reading, shown)]
    slowest = max(one.seconds for one in runs.values())
    return Verdict(faults, not reading, not errors, slowest, list(runs.values()))


def of_any(run: Run) -> Iterator[str]:
    """What no run may do, whatever it is given."""
    if run.status == -1:
        yield f"over {SECONDS:g} s"
        return
    if run.status not in (0, 1, 3):
        yield f"exit status {run.status}"
    for name, content in (("stdout", run.out), ("stderr", run.err)):
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            yield f"{name} is not UTF-8: {error}"
            continue
        if "Traceback (most recent call last)" in text:
            yield f"a traceback: {' | '.join(text.strip().splitlines()[-4:])}"
        if hidden := _CONTROL.search(text):
            yield f"U+{ord(hidden[0]):04X} on {name}: {text[hidden.start() - 40 :][:80]!r}"


def _problems(file: str, lines: list[str]) -> list[tuple[str, str]]:
    """The lines of a check but the tally, with their codes; none where a line is out of shape."""
    found = []
    for line in lines:
        if not re.match(re.escape(file) + r": (\d+ records|no problems); ", line):
            match = re.fullmatch(r".+?:[1-9]\d*:[1-9]\d*: ([a-z0-9-]+): .+", line)
            found.append((line, match[1] if match else ""))
    return found


def _of_reader(run: Run, reading: list[str], shown: str) -> Iterator[str]:
    """What is wrong with a command that reads a model with these problems."""
    if run.status == -1:
        return
    lines = run.err.decode(errors="replace").splitlines()
    wanted = 3 if reading else 0
    if run.status != wanted:
        yield f"exit status {run.status}, not {wanted}"
    if bool(run.out) == bool(reading):
        yield f"{len(run.out)} bytes on stdout, and exit status {run.status}"
    if [line for line in lines if ": byte-order-mark: " not in line] != reading:
        yield f"says {lines[:2]!r} where check says {reading[:2]!r}"
    if shown == "json" and run.status == wanted == 0:
        yield from _of_json(run.out)


def _of_json(content: bytes) -> Iterator[str]:
    try:
        json.loads(content, parse_constant=_refuse)
    except ValueError as error:
        yield f"no JSON: {error}"


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is none of JSON's numbers")
