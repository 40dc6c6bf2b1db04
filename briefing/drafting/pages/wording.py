"""The words by which the head and the foot of an article are known, out of ``heads.tsv``."""

from functools import cache

from briefing.datafiles import read_lines


@cache
def head_words(kind: str) -> tuple[str, ...]:
    """Return the words of one kind, as ``source``, the longest first."""
    return tuple(sorted(_tables()[kind], key=len, reverse=True))


@cache
def _tables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in read_lines(__spec__, "heads.tsv"):
        kind, _, listed = line.partition("\t")
        found.setdefault(kind, []).extend(listed.split())
    return found
