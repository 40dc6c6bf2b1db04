"""A pager for results that are longer than the screen, chosen as git chooses its own."""

import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping

from briefing.output.cells import width

_ESCAPE_CODE = re.compile("\x1b\\[[0-9;]*m")
_NONE = ("", "cat")
_NOT_SHOWN = (1, 126, 127)
"""The exit statuses of a pager that failed, and of a shell that could not run one."""
_DEFAULT = "" if os.name == "nt" else "less"
"""The pager where none is named. A less on Windows may not know the encoding of the console."""
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
"""What pagers are told where the environment tells them nothing: less is to keep colours, to end by
itself where all fits on the screen, and to leave the text there; lv is to keep colours."""


def choose_pager(environ: Mapping[str, str]) -> str | None:
    """Return the command line of the pager, or ``None`` where there is none or none is wanted.

    ``BRIEFING_PAGER`` decides, or else ``PAGER``. A terminal that cannot move its cursor has no use
    for a pager.
    """
    command = environ.get("BRIEFING_PAGER", environ.get("PAGER", _DEFAULT)).strip()
    if command in _NONE or environ.get("TERM") == "dumb" or not _is_installed(command):
        return None
    return command


def _is_installed(command: str) -> bool:
    """Return whether there is the program that a command line for the shell begins with."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:
        return False
    programs = (word for word in words if "=" not in word)  # before it, variables may be set
    program = os.path.expandvars(os.path.expanduser(next(programs, ""))).strip('"')
    return shutil.which(program) is not None


def count_rows(text: str, columns: int) -> int:
    """Return how many rows a text fills on a terminal, which folds lines that are too long."""
    lines = _ESCAPE_CODE.sub("", text).splitlines()
    return sum(max(1, -(-width(line) // columns)) for line in lines)


def page(text: str, encoding: str) -> bool:
    """Show a text in the pager until its reader leaves it, and return whether it was shown.

    It is not where it fits on the screen, and where there is no pager or it fails.
    """
    size = shutil.get_terminal_size()
    if count_rows(text, size.columns) < size.lines:
        return False
    command = choose_pager(os.environ)
    if command is None:
        return False
    # Ctrl-C is for the pager, which would be left alone with the keyboard if we ended before it.
    # A function that does nothing is not handed on to the pager, as a signal that is ignored is.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        # A less that does not know the locale would show UTF-8 as bytes.
        charset = {"LESSCHARSET": "utf-8"} if encoding.lower() in ("utf-8", "utf8") else {}
        environ = {**_SETTINGS, **charset, **os.environ}
        with subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, env=environ) as pager:
            pager.communicate(text.encode(encoding))  # which takes it that a reader leaves early
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return pager.returncode not in _NOT_SHOWN
