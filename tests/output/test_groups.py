"""Groups in long lists: blank lines where a value changes, few of them, and no row moved."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.document import Column, Document, Node, Phrase, Table, Tree
from briefing.output import plain, terminal
from briefing.output.terminal.groups import find_groups


def table(values: str, marks: str = "") -> Table:
    """A row for each of the values, each with a name of its own and a paragraph."""
    columns = (
        Column(Phrase(en="Name"), "name"),
        Column(Phrase(en="Kind"), "text"),
        Column(Phrase(en="Para."), "paragraph"),
    )
    each = enumerate(zip(values, marks or "1" * len(values), strict=True))
    return Table(columns, tuple((f"name-{at}", one, f"¶{mark}") for at, (one, mark) in each))


def test_a_group_ends_where_the_value_changes() -> None:
    assert find_groups(table("aaaaabbbbbccccc")) == {5, 10}
    assert find_groups(table("aaaaa" + "b" * 10, "111112222233333")) == {5, 10}


def test_what_is_short_or_has_another_value_in_each_row_is_one_group() -> None:
    assert find_groups(table("aaaaabbbbb")) == set()
    assert find_groups(table("abcdefghijklmnop")) == set()
    assert find_groups(table("abcdefghijklmnop", "1111111122222222")) == {8}


@given(st.text(st.sampled_from("abc"), max_size=60), st.data())
def test_groups_are_few_and_none_is_one_row(values: str, data: st.DataObject) -> None:
    marks = data.draw(st.text(st.sampled_from("123"), min_size=len(values), max_size=len(values)))
    block = table(values, marks)
    starts = sorted(find_groups(block))
    assert len(starts) * 2 <= len(values)
    assert all(block.rows[at][1:] != block.rows[at - 1][1:] for at in starts)
    edges = [0, *starts]
    assert all(end - start > 1 for start, end in pairwise(edges))


def test_a_blank_line_is_all_that_a_group_adds_and_a_pipe_gets_none() -> None:
    whole = Document((table("aaaaabbbbbccccc"),), [], Phrase(), Phrase(), "en")
    lines = terminal.render(whole, colour=False, cells=80).splitlines()
    assert [at for at, line in enumerate(lines) if not line] == [7, 13]
    assert [line.split()[0] for line in lines[2:] if line] == [f"name-{at}" for at in range(15)]
    assert "" not in plain.render(whole).splitlines()


def test_the_branches_of_a_long_tree_stand_apart() -> None:
    def draw(count: int) -> list[str]:
        children = (Node("one", (), "one"), Node("two", (), "two"))
        roots = tuple(Node(f"root-{at}", (), "root", children=children) for at in range(count))
        whole = Document((Tree(None, roots),), [], Phrase(), Phrase(), "en")
        return terminal.render(whole, colour=False, cells=80).splitlines()

    assert "" not in draw(8)
    assert draw(9).count("") == 8
