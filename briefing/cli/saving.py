"""Writes files: whole or not at all, and never over what was read."""

import contextlib
import errno
import io
import os
import re
import signal
import stat
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from tempfile import NamedTemporaryFile

from briefing.cli.usage import usage_error
from briefing.model.opened import was_read
from briefing.problem import BriefingError, Message, Status, message, system_reason

_PERMISSIONS = 0o777
_ENDING = {
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
}
_STREAM = re.compile(r"/dev/(?:fd/(\d{1,9})|std(?:out|err))|/proc/self/fd/(\d{1,9})")
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}


def save(file: str, content: bytes, *, mends: bool = False) -> None:
    """Replace a whole file in one step, or leave it as it was.

    Permissions stay, and so do the owner and other names of the file, for which it is written in
    place where need be. What is no regular file is written to. Raises :class:`BriefingError` where
    it cannot be written and, unless it ``mends`` the file, where this run has read it.
    """
    save_all({file: content}, mends=mends)


def save_all(files: Mapping[str, bytes], *, mends: bool = False) -> None:
    """Replace several files as :func:`save` does one, once there is room for all of them."""
    # Nobody may ever read a pipe, and the user must then be able to end the run.
    waits = any(map(is_stream, files))
    with (
        contextlib.nullcontext() if waits else _uninterrupted(),
        contextlib.ExitStack() as temporary,
    ):
        prepared = {}
        for file, content in files.items():
            with _told(file):
                if not mends and was_read(file):
                    raise usage_error(message("usage.output-is-input", file=file))
                prepared[file] = _prepare(file, content, temporary)
        for file, finish in prepared.items():
            with _told(file):
                finish()


def is_stream(file: str) -> bool:
    """Return whether a path stands for a pipe or a device, in which nothing can be lost."""
    try:
        mode = os.stat(file).st_mode
    except (OSError, ValueError):
        return False
    return _descriptor(file) is not None or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def unwritable(what: str | Message, error: OSError | ValueError) -> BriefingError:
    """Return the error that a file or a stream cannot be written."""
    why = system_reason(error)
    return BriefingError(message("unwritable", what=what, why=why), status=Status.INPUT_OUTPUT)


def _descriptor(file: str) -> int | None:
    """Return the number of the open stream that a path stands for, if it is such a path."""
    found = _STREAM.fullmatch(file)
    if not found:
        return None
    return _STREAMS[file] if file in _STREAMS else int(found[1] or found[2])


def _prepare(file: str, content: bytes, temporary: contextlib.ExitStack) -> Callable[[], None]:
    """Write the content beside a file, where it is to replace it; return what finishes the work.

    What is still beside it at the end goes with ``temporary``.
    """
    if (descriptor := _descriptor(file)) is not None:
        return partial(_write_to, descriptor, content)
    target = os.path.realpath(file)
    if file.endswith(os.sep) or os.path.islink(target):
        os.stat(file)  # which tells what is wrong: no such folder, or links in a circle
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    before = os.stat(target) if os.path.exists(target) else None
    if before and not os.access(target, os.W_OK):
        is_read_only = hasattr(os, "statvfs") and os.statvfs(target).f_flag & os.ST_RDONLY
        number = errno.EROFS if is_read_only else errno.EACCES
        raise OSError(number, os.strerror(number))
    if before and not stat.S_ISREG(before.st_mode):
        return partial(_write_to, target, content)
    if before and before.st_nlink > 1:
        return partial(_write_over, target, content)
    try:
        made = _write_beside(target, content, before, temporary)
    except PermissionError:  # the folder may not be written to, or the owner not be kept
        if not before:
            raise
        return partial(_write_over, target, content)
    return partial(_take_place, made, target, content)


@contextlib.contextmanager
def _told(file: str) -> Iterator[None]:
    """Tell what goes wrong with a file; a reader that has left ends the run in silence."""
    try:
        yield
    except BrokenPipeError:
        raise SystemExit(Status.READER_LEFT) from None
    except (OSError, ValueError) as error:
        raise unwritable(file or "''", error) from None


def _write_to(stream: str | int, content: bytes) -> None:
    with open(stream, "wb", closefd=isinstance(stream, str)) as opened:
        opened.write(content)


def _write_beside(
    target: str, content: bytes, before: os.stat_result | None, temporary: contextlib.ExitStack
) -> str:
    """Write a file that may take the place of another; it has its permissions and its owner."""
    mask = os.umask(0)
    os.umask(mask)
    folder = os.path.dirname(target)
    with NamedTemporaryFile("wb", dir=folder, prefix=".briefing-", delete=False) as stream:
        temporary.callback(_remove, stream.name)
        stream.write(content)
    made = os.stat(stream.name)
    if before and (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        os.chown(stream.name, before.st_uid, before.st_gid)
    os.chmod(stream.name, before.st_mode & _PERMISSIONS if before else 0o666 & ~mask)
    return stream.name


def _take_place(made: str, target: str, content: bytes) -> None:
    try:
        os.replace(made, target)
    except PermissionError:  # in some folders only the owner may do so
        _write_over(target, content)


def _remove(file: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(file)


def _write_over(target: str, content: bytes) -> None:
    """Write over a file that keeps its other names; where that fails, it is again what it was."""
    with open(target, "r+b", buffering=0) as stream:
        old = stream.readall()
        try:
            _put(stream, content)
        except OSError:
            _put(stream, old)
            raise


def _put(stream: io.FileIO, content: bytes) -> None:
    stream.seek(0)
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]
    stream.truncate()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off the signals that end the run, which would leave the new file beside the old one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
