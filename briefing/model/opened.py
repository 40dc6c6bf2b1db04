"""Which files this run has read or was told of by a model, so that no result replaces one of them.

Files are known by their devices and numbers: another path, a link or a hard link is the same file.
"""

import contextlib
import os
import stat

_OPENED: set[tuple[int, int]] = set()


def note(file: int | str) -> None:
    """Remember a regular file, by its path or the descriptor under which it is open."""
    with contextlib.suppress(OSError, ValueError):
        found = os.stat(file)
        if stat.S_ISREG(found.st_mode):
            _OPENED.add((found.st_dev, found.st_ino))


def was_read(file: str | int) -> bool:
    """Return whether a file is one of those that were read, by its path or its descriptor."""
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return False
    return (found.st_dev, found.st_ino) in _OPENED


def is_same(file: str, other: str) -> bool:
    """Return whether two paths lead to the same file; what is not there is none."""
    try:
        return os.path.samefile(file, other)
    except (OSError, ValueError):
        return False


def forget() -> None:
    """Begin a new run, which has read nothing."""
    _OPENED.clear()
