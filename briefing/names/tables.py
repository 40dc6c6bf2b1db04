"""The tables of this package: files of words, separated by blanks or line ends."""

import os
from functools import cache
from typing import Any


def read_lines(file: str) -> list[str]:
    """Return the lines of a table beside this module, without comments and blank lines."""
    loader: Any = __spec__.loader  # which also reads from inside a zip file
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), file))
    return [line for line in content.decode("utf-8").splitlines() if line and line[0] != "#"]


@cache
def surnames() -> dict[str, frozenset[str]]:
    """Return every family name with its readings, of which there are none where it has no own."""
    found: dict[str, frozenset[str]] = {}
    for entry in " ".join(read_lines("surnames.txt")).split():
        name, _, own = entry.partition(":")
        found[name] = found.get(name, frozenset()) | frozenset(own.split(",") if own else ())
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind of ``people.tsv`` or ``bodies.tsv``, as ``post``."""
    return _words()[kind]


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for file in ("people.tsv", "bodies.tsv"):
        for line in read_lines(file):
            kind, _, listed = line.partition("\t")
            found.setdefault(kind, set()).update(listed.split())
    return {kind: frozenset(listed) for kind, listed in found.items()}
