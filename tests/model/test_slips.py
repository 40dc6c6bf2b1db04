"""Slips of a Chinese keyboard in the YAML of a model: each is told where it stands, by what it is.

A slip hides nothing else: what is wrong in the records around each of them is told too.
"""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.words.messages import told
from support import SMALLEST

PLACE = """\
places:
  - id: dongjia
    name: {zh: 东甲, en: "East City"}
    kind: hamlet
    aliases: [甲城, 东城]
    evidence: [{paragraph: 1, anchor: 要点}]
events:
  - id: start
    name: {zh: 开工, en: Start}
    places: [dongjia, dongjia]
    evidence: [{paragraph: one, anchor: 要点}]
"""
FIRST = SMALLEST.count("\n")

SLIPS = [
    ("id: dongjia", "id：dongjia", [(2, 7)], "full-width colon"),
    ("id: dongjia", "id： dongjia", [(2, 7)], "full-width colon"),
    ("id: dongjia", "id:　dongjia", [(2, 8)], "U+3000"),
    ("id: dongjia", "id:\u00a0dongjia", [(2, 8)], "U+00A0"),
    ("id: dongjia", "id:dongjia", [(2, 8)], "a blank is missing after 'id:'"),
    ("  - id: dongjia", "　- id: dongjia", [(2, 1)], "U+3000"),
    ("- id: dongjia", "-　id: dongjia", [(2, 4)], "U+3000"),
    ("    name: {zh: 东甲", "　　name: {zh: 东甲", [(3, 1)], "U+3000"),
    ("    name: {zh: 东甲", "\u00a0" * 4 + "name: {zh: 东甲", [(3, 1)], "U+00A0"),
    ("{zh: 东甲, en", "{zh：东甲，en", [(3, 14), (3, 17)], "full-width colo"),
    ('甲, en: "East', '甲，en: "East', [(3, 18)], "full-width comma"),
    ("[甲城, 东城]", "【甲城, 东城】", [(5, 14), (5, 21)], "full-width bracket"),
    ('"East City"', "“East: City”", [(3, 24)], "does not quote in YAML"),
    ('"East City"', '"East City', [(3, 24)], "not closed on this line"),
    ('"East City"', "East: City", [(3, 28)], "quote the whole text"),
    ("东甲, en", "东甲 en", [(3, 18)], "a comma is missing before 'en'"),
    ("{paragraph: 1,", "{paragraph: 1，", [(6, 29)], "full-width comma"),
    ("东城", "东\u200b城", [(5, 20)], "no width, U+200B"),
    ("places:", "\ufeffplaces:", [(1, 1)], "byte order mark"),
    ("东城", "东\u202e城", [(5, 20)], "direction"),
    ("places:", "<<<<<<< HEAD\nplaces:", [(1, 1)], "conflict between two versions"),
    ("东城", "东\u2028城", [(5, 20)], "put an ordinary line break"),
]


@pytest.mark.parametrize(
    ("before", "after", "places", "said"), SLIPS, ids=[one[1] for one in SLIPS]
)
def test_a_slip_is_told_by_its_place_and_kind_and_hides_nothing(
    before: str, after: str, places: list[tuple[int, int]], said: str, tmp_path: Path
) -> None:
    model = tmp_path / "model.yaml"
    wrong = PLACE.replace(before, after, 1)
    model.write_text(SMALLEST + wrong, encoding="utf-8")
    problems = check([str(model)])[0].problems
    marks = [one for one in problems if one.code in ("syntax", "control-character")]
    assert [(one.line - FIRST, one.column) for one in marks] == places
    assert said in told(marks[0].message, "en")
    others = [one.code for one in problems if one not in marks]
    assert others == ["wrong-type", "named-twice", "wrong-type"]


def test_the_same_marks_are_left_alone_where_they_may_be_meant(tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    meant = PLACE.replace("en: Start", "en: “Start”").replace("甲城, 东城", "【甲城】, 东，城")
    model.write_text(SMALLEST + meant, encoding="utf-8")
    assert {one.code for one in check([str(model)])[0].problems} == {"wrong-type", "named-twice"}
