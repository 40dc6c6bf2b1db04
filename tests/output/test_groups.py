"""Groups in long lists: what rows share is told once over them, and no row is moved."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.document import Column, Document, Node, Phrase, Table, Tree
from briefing.output import plain, terminal
from briefing.output.terminal.groups import Shared, find_shared


def table(first: str, second: str = "", *, ids: str = "") -> Table:
    """A row for each of the values, each with a long name of its own, an id and a paragraph."""
    columns = (
        Column(Phrase(en="Name"), "name"),
        Column(Phrase(en="Kind"), "text"),
        Column(Phrase(en="Who"), "text"),
        Column(Phrase(en="Para."), "paragraph"),
        Column(Phrase(en="Id"), "id"),
    )
    values = zip(first, second or first, ids or map(str, range(len(first))), strict=True)
    return Table(
        columns,
        tuple(
            (f"name {at} of a thing that is hardly short", f"kind {one}" * 2, other * 14, "¶1", id_)
            for at, (one, other, id_) in enumerate(values)
        ),
    )


def draw(block: Table, cells: int = 60) -> list[str]:
    whole = Document((block,), [], Phrase(), Phrase(), "en")
    return terminal.render(whole, colour=False, cells=cells).splitlines()


def test_what_rows_share_is_told_over_them() -> None:
    lines = draw(table("aaaaaabbbbbb", "xxxyyyyyyxxx"), 50)
    assert lines[:3] == [
        " Kind: kind akind a",
        " Who: xxxxxxxxxxxxxx",
        "   name 0 of a thing that is hardly short  0  ¶1",
    ]
    assert [line for line in lines if line.startswith(" Kind")] == [
        " Kind: kind akind a",
        " Kind: kind bkind b",
    ]
    assert lines.count("") == 1
    assert lines[lines.index("") + 1] == " Kind: kind bkind b"
    assert len([line for line in lines if line.startswith(" Who")]) == 4


def test_a_part_of_the_record_above_has_a_dash_and_no_id() -> None:
    lines = draw(table("aaaaaabbbbbb", ids="eefffgghiijk"), 50)
    assert lines[2:5] == [
        "   name 0 of a thing that is hardly short  e  ¶1",
        "   - name 1 of a thing that is hardly short  ¶1",
        "   name 2 of a thing that is hardly short  f  ¶1",
    ]


def test_a_short_table_and_one_of_many_values_have_no_groups() -> None:
    assert find_shared(table("aaaaabbbbb")) == Shared()
    assert find_shared(table("abcdefghijklmnop")) == Shared()
    assert find_shared(table("aaaabbbbccccdddd", "abcdefghijklmnop")) == Shared((), (1,))


@given(st.text(st.sampled_from("abc"), min_size=1, max_size=60))
def test_no_row_is_moved_and_none_is_lost(values: str) -> None:
    names = [line.split()[1] for line in draw(table(values), 50) if "name " in line]
    assert names == [str(at) for at in range(len(values))]


def test_a_table_and_a_pipe_have_no_blank_lines() -> None:
    block = table("aaaaabbbbbccccc")
    whole = Document((block,), [], Phrase(), Phrase(), "en")
    assert "" not in terminal.render(whole, colour=False, cells=200).splitlines()
    assert "" not in plain.render(whole).splitlines()


def test_the_branches_of_a_long_tree_stand_apart() -> None:
    def draw(count: int) -> list[str]:
        children = (Node("one", (), "one"), Node("two", (), "two"))
        roots = tuple(Node(f"root-{at}", (), "root", children=children) for at in range(count))
        whole = Document((Tree(None, roots),), [], Phrase(), Phrase(), "en")
        return terminal.render(whole, colour=False, cells=80).splitlines()

    assert "" not in draw(8)
    assert draw(9).count("") == 8
