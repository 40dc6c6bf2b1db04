"""Where results go: to the terminal, to a pipe or to a file, to each in its own form."""

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, AnyStr, NamedTuple, TextIO

from briefing.cli.saving import save, unwritable
from briefing.cli.usage import usage_error
from briefing.document import Document, Lang
from briefing.limits import TERMINAL_CELLS
from briefing.model.opened import was_read
from briefing.problem import (
    Message,
    Problem,
    Status,
    closed_stream,
    message,
)

if TYPE_CHECKING:
    from briefing.output.formats import Format


class Screen(NamedTuple):
    """How a result is shown that is not exported. ``cells`` is ``None`` for a pipe."""

    cells: int | None
    colour: bool


def measure_screen(environ: Mapping[str, str], *, is_terminal: bool, no_color: bool) -> Screen:
    """Return the width and the colour that the terminal and the environment ask for.

    NO_COLOR and FORCE_COLOR are read as https://no-color.org and https://force-color.org have
    them, save that a FORCE_COLOR of 0 does not force; COLUMNS is heeded where there is a terminal,
    real or forced.
    """
    forced = environ.get("FORCE_COLOR", "") not in ("", "0")
    if not is_terminal and not forced:
        return Screen(None, colour=False)
    plain = no_color or bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    columns = environ.get("COLUMNS", "").strip()
    if columns.isascii() and columns.isdecimal() and columns.strip("0"):
        # A width of more digits than the limit has is a wide one, whatever the digits are.
        cells = TERMINAL_CELLS if len(columns) > len(str(TERMINAL_CELLS)) else int(columns)
    else:
        cells = shutil.get_terminal_size().columns
    return Screen(min(max(20, cells), TERMINAL_CELLS), colour=not plain)


def is_on_screen() -> bool:
    """Return whether results are shown as on a terminal."""
    return (
        measure_screen(os.environ, is_terminal=_stdout().isatty(), no_color=True).cells is not None
    )


def emit(
    document: Document,
    form: "Format | None" = None,
    file: str | None = None,
    no_color: bool = False,
    pager: bool = False,
) -> None:
    """Write a document in a format, or as a screen shows it, to a file or to stdout.

    With ``pager``, what is longer than the screen of a terminal is shown in a pager.
    """
    if form and file is not None:
        save(file, form.mark + form.render(document))
        return
    stdout = _stdout()
    if form is None:
        shown = _shown(
            document, measure_screen(os.environ, is_terminal=stdout.isatty(), no_color=no_color)
        )
        print_lines(shown, pager=pager)
    elif form.binary or not stdout.isatty():
        _write(_binary_stdout(form.name), form.render(document))
    else:  # a terminal has an encoding of its own
        print_lines(form.render(document).decode(), pager=pager)


def emit_page(pieces: Iterable[str], file: str | None) -> None:
    """Write a page to a file, or to a pipe where none is given; a terminal cannot show it.

    Its pieces are put together in UTF-8, in which a page is shortest.

    Raises :class:`BriefingError` where it cannot be written.
    """
    stdout = _binary_stdout("html") if file is None else None
    content = io.BytesIO()
    content.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if file is not None:
        save(file, content.getvalue())
    elif stdout is not None:
        _write(stdout, content.getvalue())


def print_problems(problems: Iterable[Problem], lang: Lang) -> None:
    """Print problems to stderr, in the reader's language."""
    from briefing.words.messages import problem_line

    print_errors(problem_line(one, lang) for one in problems)


def print_messages(messages: Iterable[Message], lang: Lang) -> None:
    """Print messages to stderr, the first of them with the name of the program."""
    from briefing.words.messages import told

    lines = [told(one, lang) for one in messages]
    print_errors([f"briefing: {lines[0]}", *lines[1:]] if lines else ())


def print_errors(lines: Iterable[str]) -> None:
    """Print lines to stderr, or nowhere where it is closed or full."""
    if sys.stderr is not None:  # print would take None for stdout
        with contextlib.suppress(OSError):
            for line in _fold(lines, sys.stderr):
                print(line, file=sys.stderr)


def print_report(text: str) -> None:
    """Print lines of findings, as a pipe reads them, or broken between words on a terminal."""
    print_lines("".join(f"{line}\n" for line in _fold(text.splitlines(), _stdout())))


def _fold(lines: Iterable[str], stream: TextIO) -> Iterable[str]:
    """Return lines broken between words where the stream is a terminal, which breaks anywhere."""
    if not stream.isatty():
        return lines
    from briefing.output.cells import wrap

    cells = measure_screen(os.environ, is_terminal=True, no_color=True).cells or 0
    return [
        part if at == 0 else f"  {part}"
        for line in lines
        for at, part in enumerate(wrap(line, max(cells - 2, 1)))
    ]


def print_lines(text: str, *, pager: bool = False) -> None:
    """Print lines that are a result, in the encoding of the console, or show them in a pager."""
    from briefing.output.encoding import fit

    stdout = _stdout()
    fitted = fit(text, stdout.encoding)
    if pager and stdout.isatty():
        from briefing.cli.pager import page

        if page(fitted, stdout.encoding):
            return
    _write(stdout, fitted)


def _shown(document: Document, shown: Screen) -> str:
    if shown.cells is None:
        from briefing.output import plain

        return plain.render(document)
    from briefing.output import terminal

    return terminal.render(document, colour=shown.colour, cells=shown.cells)


def _binary_stdout(form: str) -> IO[bytes]:
    """Return standard output for bytes; raise :class:`BriefingError` where it is a terminal."""
    stdout = _stdout()
    if stdout.isatty():
        raise usage_error(message("usage.needs-file", format=form))
    return stdout.buffer


def _stdout() -> TextIO:
    """Return standard output; raise :class:`BriefingError` where there is none, or was read."""
    if sys.stdout is None:
        raise unwritable(message("standard-output"), closed_stream())
    with contextlib.suppress(OSError, ValueError):  # it need not be a file
        if was_read(sys.stdout.fileno()):
            raise usage_error(message("usage.output-is-input", file=message("standard-output")))
    return sys.stdout


def _write(stdout: IO[AnyStr], content: AnyStr) -> None:
    """Write to stdout, as text or as bytes; end the run in silence where its reader has left.

    Raises :class:`BriefingError` for any other error, such as a full disk.
    """
    try:
        written = stdout.write(content)
        while written < len(content):  # as an unbuffered stream may, of which the reader is leaving
            content = content[written:]
            written = stdout.write(content)
        stdout.flush()
    except OSError as error:
        # Python would try to write what is still buffered again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(Status.READER_LEFT) from None
        raise unwritable(message("standard-output"), error) from None


def write_content(content: bytes, file: str | None = None) -> None:
    """Write the content of a file as it is to another or, where none is named, to stdout."""
    if file in (None, "-"):
        _write(_stdout().buffer, content)
    else:
        save(file, content)
