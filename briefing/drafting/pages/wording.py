"""The words by which the head and the foot of an article are known, out of ``heads.tsv``."""

import os
from functools import cache
from typing import Any


@cache
def head_words(kind: str) -> tuple[str, ...]:
    """Return the words of one kind, as ``source``, the longest first."""
    return tuple(sorted(_tables()[kind], key=len, reverse=True))


@cache
def _tables() -> dict[str, list[str]]:
    loader: Any = __spec__.loader  # which also reads from inside a zip file
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), "heads.tsv"))
    found: dict[str, list[str]] = {}
    for line in content.decode("utf-8").splitlines():
        if line and line[0] != "#":
            kind, _, listed = line.partition("\t")
            found.setdefault(kind, []).extend(listed.split())
    return found
