"""The words by which labels of figures are made, and those beside a number that name nothing."""

from functools import cache

from briefing.names.tables import read_lines


@cache
def words_of_labels(kind: str) -> tuple[str, ...]:
    """Return the words of a kind in ``labels.tsv``, the longest first."""
    rows = (line.split("\t") for line in read_lines("labels.tsv"))
    found = {word for named, words in rows if named == kind for word in words.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
