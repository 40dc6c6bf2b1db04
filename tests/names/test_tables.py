"""The tables of words of names: a person can read each line, and see the change of one word."""

import pytest

from briefing.names.tables import read_lines


@pytest.mark.parametrize("file", ["people.tsv", "lexicon.tsv"])
def test_no_line_of_words_is_long(file: str) -> None:
    assert [line for line in read_lines(file) if len(line) > 120] == []


def test_no_word_stands_twice_in_a_kind() -> None:
    # The parts of names may, since each people has its own lines.
    found = [
        (kind, word)
        for kind, _, words in (line.partition("\t") for line in read_lines("people.tsv"))
        if kind != "element"
        for word in words.split()
    ]
    assert sorted({one for one in found if found.count(one) > 1}) == []
