"""Writes files: whole or not at all, and never over what was read."""

import contextlib
import errno
import os
import re
import signal
import stat
from collections.abc import Iterator
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
    try:
        if not mends and was_read(file):
            raise usage_error(message("usage.output-is-input", file=file))
        if (descriptor := _descriptor(file)) is not None:
            with open(descriptor, "wb", closefd=False) as stream:
                stream.write(content)
            return
        _save(file, content)
    except BrokenPipeError:
        raise SystemExit(Status.OK) from None
    except (OSError, ValueError) as error:
        raise unwritable(file, error) from None


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


def _save(file: str, content: bytes) -> None:
    target = os.path.realpath(file)
    if file.endswith(os.sep) or os.path.islink(target):
        os.stat(file)  # which tells what is wrong: there is no such folder, or links go in a circle
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.path.exists(target):
        mask = os.umask(0)
        os.umask(mask)
        _replace(target, content, 0o666 & ~mask, None)
        return
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    before = os.stat(target)
    if not stat.S_ISREG(before.st_mode) or before.st_nlink > 1:
        _write_in_place(target, content)
        return
    try:
        _replace(target, content, before.st_mode & _PERMISSIONS, before)
    except PermissionError:  # the folder may not be written to, or the owner not be kept
        _write_in_place(target, content)


def _replace(target: str, content: bytes, mode: int, before: os.stat_result | None) -> None:
    """Put a new file in the place of one, with its permissions and its owner."""
    folder = os.path.dirname(target)
    with (
        _uninterrupted(),
        NamedTemporaryFile("wb", dir=folder, prefix=".briefing-", delete=False) as stream,
    ):
        try:
            stream.write(content)
            stream.close()
            made = os.stat(stream.name)
            if before and (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
                os.chown(stream.name, before.st_uid, before.st_gid)
            os.chmod(stream.name, mode)
            os.replace(stream.name, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(stream.name)
            raise


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


def _write_in_place(target: str, content: bytes) -> None:
    with open(target, "wb") as stream:
        stream.write(content)
