"""Places side by side: on a pipe, and on terminals that are wide, narrow and too narrow."""

import pytest

from briefing.document import Column, Document, Phrase, Table
from briefing.output import plain, terminal

PLACES = ("Aa", "Bb", "Cc", "Dd", "Ee")


def document(entry: str) -> Document:
    """Places with two figures each, but the last, which has none."""
    columns = [Column(Phrase(), "name"), *(Column(Phrase(en=one), "text") for one in PLACES)]
    cells = [(Phrase(en=f"{entry} {one}  ¶1"), Phrase(en="more  ¶2–3")) for one in PLACES[:-1]]
    table = Table(tuple(columns), ((Phrase(en="Figures"), *cells, ()),), side_by_side=True)
    return Document((table,), [], Phrase(), Phrase(), "en")


def test_a_pipe_gets_a_line_an_entry_which_begins_with_its_row_and_its_place() -> None:
    lines = plain.render(document("short")).splitlines()
    assert lines[:3] == [
        "Figures  Aa  short Aa ¶1",
        "Figures  Aa  more ¶2–3",
        "Figures  Bb  short Bb ¶1",
    ]
    assert len(lines) == 8


@pytest.mark.parametrize("cells", [60, 80])
def test_what_does_not_fit_beside_each_other_is_put_in_groups_by_row(cells: int) -> None:
    shown = terminal.render(document("a word or two " * 4), colour=False, cells=cells)
    lines = shown.splitlines()
    assert lines[0] == " Figures"
    assert [line[3:8] for line in lines if line[3:5] in PLACES] == [
        *("Aa  -", "Bb  -", "Cc  -", "Dd  -", "Ee  –"),
    ]
    assert max(map(len, lines)) <= cells


def test_what_fits_is_a_table() -> None:
    head = terminal.render(document("short"), colour=False, cells=140).splitlines()[0]
    assert head.split() == list(PLACES)
