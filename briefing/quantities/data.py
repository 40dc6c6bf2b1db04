"""Reads the data files of this package, also where the package is inside a zip file."""

import os
from functools import cache
from typing import Any


def read_lines(name: str) -> list[str]:
    """Return the lines of the data file `name` that are neither blank nor comments.

    A comment is a line that is "#" alone or begins with "# ".
    """
    loader: Any = __spec__.loader
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), name))
    lines = content.decode("utf-8").splitlines()
    return [line for line in lines if line.strip() and f"{line} "[:2] != "# "]


@cache
def read_rows(name: str) -> list[list[str]]:
    """Return the lines of a data file as lists of their columns, which tabs separate."""
    return [line.split("\t") for line in read_lines(name)]


def read_words(name: str) -> list[str]:
    """Return the words of a data file that has no columns."""
    return " ".join(read_lines(name)).split()


def read_context(rule: str) -> dict[str, tuple[str, ...]]:
    """Return what context.tsv says for a rule: what stands beside each word."""
    return {
        word: tuple(beside.split())
        for named, words, beside in read_rows("context.tsv")
        if named == rule
        for word in words.split()
    }
