"""A difference of two texts makes one of the other, and is the one that difflib writes if short."""

import re
from difflib import unified_diff

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.cli.difference import find_changes, write_difference

LINES = st.lists(st.sampled_from("abcd").map(lambda one: f"{one}\n"), max_size=30)


def apply(before: list[str], difference: list[str]) -> list[str]:
    """The text that a difference makes of another, read as its format has it."""
    made, at = [], 0
    for line in difference[2:]:
        if head := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(head[1]) - (head[2] != "0")
            made += before[at:start]
            at = start
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert before[at] == line[1:]
            made += [line[1:]] * (line[0] == " ")
            at += 1
    return made + before[at:]


@given(LINES, LINES)
@example([], ["a\n"])
@example(["a\n"] * 9, ["a\n"] * 8)
def test_a_difference_makes_one_text_of_the_other(before: list[str], after: list[str]) -> None:
    assert apply(before, list(write_difference(before, after, "m.yaml"))) == after


def test_a_changed_line_and_one_taken_out_are_told_as_difflib_tells_them() -> None:
    before = [f"line {number}\n" for number in range(40)]
    after = [*before[:5], "other\n", *before[6:20], *before[21:]]
    after[-1] = "no break"
    assert list(write_difference(before, after, "m")) == list(unified_diff(before, after, "m", "m"))
    assert list(write_difference(before, before, "m")) == []


def test_lines_that_are_all_alike_are_compared_once() -> None:
    before = ["x\n"] * 50_000
    after = ["y\n" if number % 10 == 5 else "x\n" for number in range(50_000)]
    assert 5_000 <= len(list(find_changes(before, after))) <= 5_001


class Counted(str):
    """A line that counts how often lines are compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        """Return whether a line is another, and count that it was asked."""
        Counted.compared += 1
        return super().__eq__(other)

    __hash__ = str.__hash__


def test_where_each_second_line_changes_few_lines_are_compared() -> None:
    before = [Counted(f"line {number}\n") for number in range(4_000)]
    after = [Counted(f"{line}!") if number % 2 else line for number, line in enumerate(before)]
    Counted.compared = 0
    assert len(list(find_changes(before, after))) > 1_900
    assert Counted.compared <= 20 * len(before)
