"""An anchor that says too little is answered with the shortest that says enough."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.checks.check import check
from briefing.checks.unique import UniquePieces
from briefing.limits import ANCHOR_CHARACTERS
from briefing.words.messages import told
from support import HERE

CLEAN = (HERE / "unproved" / "clean.yaml").read_text(encoding="utf-8")
PLACE = (
    "places:\n  - {id: dongjia, name: {zh: 东甲市, en: East City}, kind: city, evidence: [%s]%s}\n"
)


@pytest.mark.parametrize(
    ("evidence", "more", "said"),
    [
        ("{paragraph: 4, anchor: 东甲市}", "", []),  # its own name
        ("{paragraph: 4, anchor: 东甲}", ", aliases: [东甲]", []),
        ("{paragraph: 4, anchor: 东甲}, {paragraph: 2, anchor: 东甲}", "", []),
        (
            "{paragraph: 4, anchor: 东甲市}",
            ", roles: [{text: {zh: 甲, en: x}, evidence: [{paragraph: 2, anchor: 东甲市}]}]",
            [],
        ),
        ("{paragraph: 4, anchor: 东甲}", "", ["'东甲' is also in paragraph 2; ", " is 东甲市已"]),
        ("{paragraph: 4, anchor: 市}", "", ["'市' is also in paragraph 2, 5; ", " is 市长"]),
        ("{paragraph: 5, anchor: 。}", "", ["'。' is also in paragraph 4; ", " is 。这"]),
    ],
)
def test_only_an_anchor_that_leaves_something_open_is_told(
    evidence: str, more: str, said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "model.yaml").write_text(CLEAN + PLACE % (evidence, more), encoding="utf-8")
    report = check([str(tmp_path / "model.yaml")], str(HERE / "unproved" / "text.txt"))[0]
    found = [one for one in report.problems if one.code == "ambiguous-anchor"]
    assert len(found) == bool(said)
    for one in found:
        message = told(one.message, "en")
        assert message.startswith(said[0])
        assert message.endswith(said[1])
        assert dict(one.message.all_values())["suggestion"] in message


def _draw_anchor(lines: list[str], data: st.DataObject) -> tuple[str, int, int, int, str]:
    """Draw an anchor of one of some lines; return the text, the line's span, its offset, itself."""
    text = "\n".join(lines)
    number = data.draw(st.integers(0, len(lines) - 1))
    start = sum(len(line) + 1 for line in lines[:number])
    stop = start + len(lines[number])
    at = data.draw(st.integers(start, stop))
    return text, start, stop, at, text[at : data.draw(st.integers(at, min(stop, at + 3)))]


@given(st.lists(st.text("甲乙，5"), min_size=1), st.data())
def test_it_is_the_shortest_that_stands_nowhere_else(lines: list[str], data: st.DataObject) -> None:
    text, start, stop, _, anchor = _draw_anchor(lines, data)
    if not anchor:
        return
    found = UniquePieces(text).lengthen(anchor, start, stop)
    every = [
        text[begin:end]
        for begin in range(start, stop)
        for end in range(begin + 1, min(stop, begin + ANCHOR_CHARACTERS) + 1)
        if anchor in text[begin:end]
        and sum(map(text.startswith, [text[begin:end]] * len(text), range(len(text)))) == 1
    ]
    whole = [one for one in every if "5" not in text]
    if found is None:
        assert not whole
    else:
        assert found in every
        assert not whole or len(found) == min(map(len, every))


@given(st.lists(st.text("甲乙，5 "), min_size=1), st.data())
def test_an_index_of_the_text_finds_the_same(lines: list[str], data: st.DataObject) -> None:
    text, start, stop, at, anchor = _draw_anchor(lines, data)
    if not anchor:
        return
    index = UniquePieces(text)
    places = sum(map(text.startswith, [anchor] * len(text), range(len(text))))
    assert index.is_unique(at, at + len(anchor)) == (places == 1)
    found = index.widen(at, len(anchor), start, stop)
    if places == 1 and anchor == anchor.strip():
        assert found == anchor
    elif text.count(anchor, start, stop) == 1 and places == text.count(anchor):
        assert found == UniquePieces(text).lengthen(anchor, start, stop)


def test_no_number_is_cut_and_no_anchor_is_longer_than_may_be() -> None:
    assert UniquePieces("增125亿\n增135亿").lengthen("增1", 0, 5) == "增125亿"[:4]
    assert UniquePieces("甲" * 50 + "\n" + "甲" * 40).lengthen("甲", 0, 50) is None
    assert UniquePieces("a, b\na").lengthen("a", 0, 4) == "a,"


def test_a_longer_anchor_is_better_than_one_that_cuts_a_word() -> None:
    text = "这是中国首个码头\n那是全省首个港口"
    assert UniquePieces(text).lengthen("首个", 0, 8) == "首个码头"
    text = "这是中国首个\n那是全省首个"
    assert UniquePieces(text).lengthen("首个", 0, 6) == "中国首个"
    assert UniquePieces(text).widen(4, 2, 0, 6) == "中国首个"


def test_a_paragraph_past_the_end_of_the_text_is_told_of_a_model_without_digests(
    tmp_path: Path,
) -> None:
    proof = "{paragraph: 99, anchor: 东甲市}"
    model = CLEAN[: CLEAN.index("  paragraphs:")] + CLEAN[CLEAN.index("summary:") :]
    (tmp_path / "model.yaml").write_text(model + PLACE % (proof, ""), encoding="utf-8")
    report = check([str(tmp_path / "model.yaml")], str(HERE / "unproved" / "text.txt"))[0]
    found = [told(one.message, "en") for one in report.problems if one.code == "anchor-not-found"]
    assert found == ["there is no paragraph 99; the source has 5"]
