"""What rests on which characters of a text, what is missing there, and where problems are."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.checks.check import examine
from briefing.checks.passages import Passage, Proof, assign_lanes, lay_out
from briefing.model.reading import inspect_model
from support import SMALLEST

DATE = "2031-05-06报。要点。"
WAIVED = "waived: [{paragraph: 1, text: 2031-05-06, reason: {zh: 日期, en: The date}}]\n"


def event(name: str, *anchors: str, number: int = 2) -> str:
    evidence = ", ".join(f'{{paragraph: {number}, anchor: "{one}"}}' for one in anchors)
    return (
        f"  - {{id: {name}, name: {{zh: 事, en: Thing}}, coined: true, evidence: [{evidence}]}}\n"
    )


def prove(folder: Path, text: str, *events: str, more: str = "") -> Proof:
    """Lay out the smallest model with some events beside a text, whose second paragraph it is."""
    held = f"events:\n{''.join(events)}" if events else ""
    (folder / "model.yaml").write_text(SMALLEST + held + more, encoding="utf-8")
    (folder / "text.txt").write_text(f"{DATE}\n{text}", encoding="utf-8")
    inspected = inspect_model(str(folder / "model.yaml"))
    examined = examine(inspected, str(folder / "text.txt"), notes=True)
    assert examined.context
    return lay_out(examined.context, examined.report)


def lines(passage: Passage) -> list[tuple[str, int]]:
    """The text over each mark, and its lane."""
    return [(passage.text[one.start : one.end], one.lane) for one in passage.marks]


def pieces(passage: Passage) -> list[tuple[str, int]]:
    """The text of each segment, and how many marks it has."""
    return [(passage.text[one.start : one.end], len(one.marks)) for one in passage.segments]


@pytest.mark.parametrize(
    ("text", "anchors", "marked", "cut"),
    [
        ("甲乙丙丁", ["乙丙"], [("乙丙", 0)], [("甲", 0), ("乙丙", 1), ("丁", 0)]),
        (
            "甲乙丙丁",
            ["甲乙丙", "乙丙丁"],
            [("甲乙丙", 0), ("乙丙丁", 1)],
            [("甲", 1), ("乙丙", 2), ("丁", 1)],
        ),
        (
            "甲乙丙丁",
            ["乙丙", "甲乙丙丁"],
            [("甲乙丙丁", 0), ("乙丙", 1)],
            [("甲", 1), ("乙丙", 2), ("丁", 1)],
        ),
        ("甲乙丙丁", ["甲乙", "丙丁"], [("甲乙", 0), ("丙丁", 0)], [("甲乙", 1), ("丙丁", 1)]),
        ("甲，甲，甲", ["甲"], [("甲", 0)] * 3, [("甲", 1), ("，", 0)] * 2 + [("甲", 1)]),
        ("丁𠮷乙🏞丙", ["𠮷乙🏞"], [("𠮷乙🏞", 0)], [("丁", 0), ("𠮷乙🏞", 1), ("丙", 0)]),
        ("甲乙", ["丙"], [], [("甲乙", 0)]),
    ],
    ids=["inside", "overlapping", "nested", "adjacent", "repeated", "astral", "missing"],
)
def test_anchors_are_marked_at_every_place_and_overlaps_get_lanes(
    text: str,
    anchors: list[str],
    marked: list[tuple[str, int]],
    cut: list[tuple[str, int]],
    tmp_path: Path,
) -> None:
    events = (event(f"e{at}", anchor) for at, anchor in enumerate(anchors))
    passage = prove(tmp_path, text, *events).passages[1]
    assert lines(passage) == marked
    assert pieces(passage) == cut


def test_claims_of_a_section_share_a_line_where_their_anchors_are_the_same(tmp_path: Path) -> None:
    proof = prove(tmp_path, "甲乙丙", event("one", "甲乙"), event("two", "甲乙", "丙"))
    first, second = proof.passages[1].marks
    assert [proof.claims[one].record for one in first.claims] == ["one", "two"]
    assert [proof.claims[one].record for one in second.claims] == ["two"]


def test_claims_stand_in_the_order_of_the_text_and_those_not_found_last(tmp_path: Path) -> None:
    proof = prove(tmp_path, "甲乙丙", event("c", "丁"), event("b", "丙"), event("a", "甲"))
    shown = [proof.claims[one].record for one in proof.passages[1].claims]
    assert shown == ["a", "b", "c"]


def test_a_claim_of_a_paragraph_that_is_not_there_is_lost_and_its_problem_has_no_place(
    tmp_path: Path,
) -> None:
    proof = prove(tmp_path, "甲乙丙", event("far", "甲", number=9))
    assert [proof.claims[one].record for one in proof.lost] == ["far"]
    assert "anchor-not-found" in [one.problem.code for one in proof.faults]


def test_what_no_record_holds_is_a_gap_with_its_problem_at_the_same_characters(
    tmp_path: Path,
) -> None:
    passage = prove(tmp_path, "今年建成“三园”，投资24亿元。", more=WAIVED).passages[1]
    gaps = {(one.kind, passage.text[one.start : one.end]) for one in passage.gaps}
    assert gaps >= {("term", "“三园”"), ("quantity", "24亿元")}
    spans = {one.span for one in passage.faults if one.problem.code.endswith("-not-covered")}
    assert {(one.start, one.end) for one in passage.gaps} <= spans


def test_what_is_waived_is_no_gap_and_its_reason_stands_beside_it(tmp_path: Path) -> None:
    proof = prove(tmp_path, "甲", more=WAIVED)
    first = proof.passages[0]
    assert first.gaps == ()
    assert ("2031-05-06", 0) in lines(first)
    assert "waived" in [proof.claims[one].section for one in first.claims]


def test_a_person_waived_once_is_marked_as_waived_everywhere(tmp_path: Path) -> None:
    waiver = WAIVED.replace("]\n", ", {paragraph: 2, text: 王某, reason: {zh: 甲, en: x}}]\n")
    proof = prove(tmp_path, "市长王某表示，开工了。\n市长王某说，好。", more=waiver)
    assert [lines(one) for one in proof.passages[1:]] == [[("王某", 0)], [("王某", 0)]]
    assert not any(one.gaps for one in proof.passages)


def test_sentences_on_which_nothing_rests_are_bare(tmp_path: Path) -> None:
    passage = prove(tmp_path, "甲乙开工了。丙丁。——", event("one", "开工")).passages[1]
    bare = [passage.text[one.start : one.end] for one in passage.segments if one.bare]
    assert bare == ["丙丁。"]


@pytest.mark.parametrize(
    ("more", "code", "at"),
    [
        ("places: [{id: p, name: {zh: 乙, en: B}, kind: city, evidence: "
         "[{paragraph: 2, anchor: 丙}]}]\n", "name-not-found", "丙"),
        ("renderings: [{paragraph: 2, anchor: 乙, en: b}]\n", "renders-nothing", "乙"),
    ],
)  # fmt: skip
def test_a_problem_of_the_model_is_where_its_record_rests(
    more: str, code: str, at: str, tmp_path: Path
) -> None:
    passage = prove(tmp_path, "甲乙丙", more=more).passages[1]
    found = [one for one in passage.faults if one.problem.code == code]
    assert [passage.text[slice(*one.span)] for one in found if one.span] == [at]


def test_a_wrong_anchor_is_told_in_the_paragraph_that_it_names(tmp_path: Path) -> None:
    proof = prove(
        tmp_path,
        "甲乙\n丙丁",
        event("one", "甲").replace("}]", "}, {paragraph: 3, anchor: 戊}]", 1),
    )
    assert [one.problem.code for one in proof.passages[2].faults] == ["anchor-not-found"]


def test_of_another_text_nothing_is_told_but_that(tmp_path: Path) -> None:
    events = (event(f"e{at}", f"戊己{at}") for at in range(6))
    (tmp_path / "other").mkdir()
    proof = prove(tmp_path / "other", "甲乙，投资24亿元。", *events)
    text = tmp_path / "other" / "text.txt"
    text.write_text("完全无关，投资24亿元。\n另一篇", encoding="utf-8")
    examined = examine(inspect_model(str(tmp_path / "other" / "model.yaml")), str(text))
    assert examined.context
    proof = lay_out(examined.context, examined.report)
    assert proof.is_another_text
    assert not any(one.marks or one.gaps or one.claims for one in proof.passages)
    assert not any(part.bare for one in proof.passages for part in one.segments)
    assert [one.problem.code for one in proof.faults] == ["anchor-not-found"]


def test_a_model_with_mistakes_is_laid_out_as_far_as_it_is_read(tmp_path: Path) -> None:
    wrong = event("two", "丙").replace("coined: true", "coined: perhaps")
    proof = prove(tmp_path, "甲乙丙", event("one", "甲"), wrong)
    assert ("甲", 0) in lines(proof.passages[1])
    assert [one.problem.code for one in proof.passages[1].faults] == ["wrong-type"]
    assert proof.report.tally is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=40))
def test_no_two_spans_in_a_lane_overlap_and_no_lane_is_wasted(drawn: list[Any]) -> None:
    spans = sorted((start, start + length) for start, length in drawn)
    lanes = assign_lanes(spans)
    for at, (span, lane) in enumerate(zip(spans, lanes, strict=True)):
        before = zip(spans[:at], lanes[:at], strict=True)
        assert all(other[1] <= span[0] for other, theirs in before if theirs == lane)
    deepest = max((sum(start <= at < end for start, end in spans) for at in range(51)), default=0)
    assert len(set(lanes)) == deepest


@given(st.text("甲乙丙。“”5亿 ", min_size=1), st.lists(st.text("甲乙丙5", min_size=1, max_size=3)))
def test_the_segments_are_the_text(
    tmp_path_factory: pytest.TempPathFactory, text: str, anchors: list[str]
) -> None:
    events = (event(f"e{at}", anchor) for at, anchor in enumerate(anchors))
    for passage in prove(tmp_path_factory.getbasetemp(), text, *events).passages:
        assert "".join(one for one, _ in pieces(passage)) == passage.text
        for segment in passage.segments:
            over = [
                one for one in passage.marks if one.start < segment.end and segment.start < one.end
            ]
            assert all(one.start <= segment.start and segment.end <= one.end for one in over)
            assert {passage.marks[one] for one in segment.marks} == set(over)
