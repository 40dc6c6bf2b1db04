"""Where results go: the terminal, a pipe or a file, each written as it wants it."""

import contextlib
import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from briefing.document import Document
from briefing.output.formats import Format
from briefing.problem import BriefingError, Status


class Screen(NamedTuple):
    """How a result is shown that is not exported. ``cells`` is ``None`` for a pipe."""

    cells: int | None
    colour: bool


def screen(environ: Mapping[str, str], is_terminal: bool, no_color: bool) -> Screen:
    """What the terminal and the environment ask for.

    NO_COLOR and FORCE_COLOR are read as https://no-color.org and https://force-color.org have
    them, save that a FORCE_COLOR of 0 does not force; COLUMNS is heeded where there is a terminal,
    real or forced.
    """
    forced = environ.get("FORCE_COLOR", "") not in ("", "0")
    if not is_terminal and not forced:
        return Screen(None, False)
    plain = no_color or bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        cells = int(columns)
    else:
        cells = shutil.get_terminal_size().columns
    return Screen(max(20, cells), not plain)


def emit(document: Document, form: Format | None, output: str | None, no_color: bool) -> None:
    """Write a document in a format, or as a screen shows it, to a file or to stdout."""
    file = None if output == "-" else output
    if form is None:
        _print(document, screen(os.environ, sys.stdout.isatty(), no_color))
    elif file is None:
        if form.binary and sys.stdout.isatty():
            raise BriefingError(f"{form.name} is for a file: name one with -o", Status.USAGE)
        _send(form.render(document))
    else:
        _save(file, form.mark + form.render(document))


def print_lines(text: str) -> None:
    """Print lines that are a result, in the encoding of the console."""
    from briefing.output.encoding import fit

    _guarded(lambda: sys.stdout.write(fit(text, sys.stdout.encoding)))


def _print(document: Document, shown: Screen) -> None:
    if shown.cells is None:
        from briefing.output import plain

        print_lines(plain.render(document))
    else:
        from briefing.output import terminal

        print_lines(terminal.render(document, colour=shown.colour, cells=shown.cells))


def _send(content: bytes) -> None:
    """What a program reads is UTF-8, whatever the console's own encoding."""
    if sys.stdout.isatty():
        print_lines(content.decode())
    else:
        _guarded(lambda: sys.stdout.buffer.write(content))


def _guarded(write: Callable[[], object]) -> None:
    """Write to stdout; a reader that has left is no error, a full disk is."""
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Status.OK) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _unwritable("standard output", error) from None


def _save(file: str, content: bytes) -> None:
    """Replace a file whole, or leave it as it was."""
    target = os.path.realpath(file)
    try:
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if os.path.lexists(target) and not stat.S_ISREG(os.stat(target).st_mode):
            with open(target, "wb") as stream:  # a device or a pipe cannot be replaced
                stream.write(content)
            return
        with NamedTemporaryFile(
            "wb", dir=os.path.dirname(target), prefix=".briefing-", delete=False
        ) as stream:
            try:
                stream.write(content)
                stream.close()
                os.chmod(stream.name, _mode(target))
                os.replace(stream.name, target)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(stream.name)
                raise
    except (OSError, ValueError) as error:
        raise _unwritable(file, error) from None


def _mode(target: str) -> int:
    """The permissions of the file to replace, or those that a new one would get."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(what: str, error: OSError | ValueError) -> BriefingError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BriefingError(f"cannot write {what}: {why}", Status.INPUT_OUTPUT)
