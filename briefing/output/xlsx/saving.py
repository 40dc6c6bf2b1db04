"""Saving a workbook, and leaving nothing in the folder for temporary files, whatever happens."""

import contextlib
import errno
import io
import os
import signal
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_ENDING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


def save(book: Workbook) -> bytes:
    """Return the content of a workbook's file, whose parts are not compressed yet.

    Raises :class:`OSError` where its sheets, which openpyxl writes into the folder for temporary
    files, cannot be written, with lxml as without it.
    """
    out = io.BytesIO()
    folder = tempfile.gettempdir()
    try:
        with _cleaned_up_before_the_end(), _own_folder():
            ExcelWriter(book, zipfile.ZipFile(out, "w")).save()
    except Exception as error:
        number = getattr(errno, str(error).removeprefix("IO_"), None)
        if type(error).__name__ != "SerialisationError" or number is None:
            raise
        sys.unraisablehook = lambda _: None  # the sheet that is half written complains once more
        raise OSError(number, os.strerror(number), folder) from None
    return out.getvalue()


@contextlib.contextmanager
def _own_folder() -> Iterator[None]:
    """Let temporary files be made in a folder of their own, which goes with all that is in it."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="briefing.", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


@contextlib.contextmanager
def _cleaned_up_before_the_end() -> Iterator[None]:
    """Let a signal that ends the run do so only after what is in the folder has been removed.

    Further ones, as of a reader who is impatient, would leave that half done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _: object) -> None:
        for one in before:
            signal.signal(one, lambda *_: None)
        raise _Ended(number)

    held = {one: signal.getsignal(one) for one in _ENDING}
    before = {one: by for one, by in held.items() if by not in (None, signal.SIG_IGN)}
    for one in before:
        signal.signal(one, end)
    ended = None
    try:
        yield
    except _Ended as error:
        ended = error.number
    finally:
        for one, by in before.items():
            signal.signal(one, by)
    if ended is not None:
        signal.raise_signal(ended)
        raise SystemExit(128 + ended)


class _Ended(BaseException):
    """What a signal raises that is to end the run."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
