"""Reads the data files of this package, also where the package is inside a zip file."""

from functools import cache
from importlib.abc import ResourceLoader
from pathlib import PurePath
from typing import cast


def read_lines(name: str) -> list[str]:
    """Return the lines of the data file `name` that are neither blank nor comments.

    A comment is a line that is "#" alone or begins with "# ".
    """
    loader = cast("ResourceLoader", __spec__.loader)
    content = loader.get_data(__file__.removesuffix(PurePath(__file__).name) + name)
    lines = content.decode("utf-8").splitlines()
    return [line for line in lines if line.strip() and f"{line} "[:2] != "# "]


def read_rows(name: str) -> list[list[str]]:
    """Return the lines of a data file as lists of their columns, which tabs separate."""
    return [line.split("\t") for line in read_lines(name)]


def read_words(name: str) -> list[str]:
    """Return the words of a data file that has no columns."""
    return " ".join(read_lines(name)).split()


@cache
def read_context(rule: str) -> dict[str, tuple[str, ...]]:
    """Return what context.tsv says for a rule: the texts beside each word, by word."""
    found: dict[str, tuple[str, ...]] = {}
    for named, words, beside in read_rows("context.tsv"):
        if named == rule:
            texts = tuple(beside.split() if " " in beside or rule == "name-not-before" else beside)
            found.update(dict.fromkeys(words.split(), texts))
    return found
