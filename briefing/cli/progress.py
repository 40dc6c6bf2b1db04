"""A progress bar for what takes longer than a second, on stderr and on a terminal only."""

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PATIENCE = 1.0
"""The seconds after which a bar is shown, so that short work shows none."""


def track(files: Sequence[str]) -> Iterator[str]:
    """Yield the files, and show how many are done once that takes longer than a reader waits."""
    if len(files) < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from files
        return
    rest = iter(files)
    began = time.monotonic()
    done = 0
    for file in rest:
        yield file
        done += 1
        if time.monotonic() - began > PATIENCE:
            break
    if done < len(files):
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress

        console = Console(stderr=True)
        columns = (BarColumn(), MofNCompleteColumn())
        with _interruptible(), Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("", total=len(files), completed=done)
            for file in rest:
                yield file
                bar.advance(task)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C raise an exception meanwhile, so that the cursor which a bar hides is shown."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
