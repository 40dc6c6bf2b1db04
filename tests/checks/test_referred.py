"""The rule on who speaks, who acts and where, which the text must name near the record."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# 甲市市长甲某说，码头开工。
# 他还说，客运站明年开工。
# 乙县县长乙某说，公路通车。
# 全县又修了10公里乡道。
# 开工会在丁召开。
# 丁都很热闹。
people:
- {id: jia-mou, name: {zh: 甲某}, evidence: [{paragraph: 2, anchor: 甲某}]}
- {id: yi-mou, name: {zh: 乙某}, evidence: [{paragraph: 4, anchor: 乙某}]}
places:
- {id: jia, name: {zh: 甲市}, kind: city, evidence: [{paragraph: 2, anchor: 甲市}]}
- {id: yi, name: {zh: 乙县}, kind: county, evidence: [{paragraph: 4, anchor: 乙县}]}
- {id: dingdu, name: {zh: 丁都}, kind: city, evidence: [{paragraph: 7, anchor: 丁都}]}
strategies:
- {id: one, name: {zh: 一事}, kind: effort, FIELD, evidence: [{paragraph: NUMBER, anchor: ANCHOR}]}
"""


@pytest.mark.parametrize(
    ("number", "anchor", "right", "wrong"),
    [
        (2, "码头", "said_by: [jia-mou]", "said_by: [yi-mou]"),
        (3, "客运站", "said_by: [jia-mou]", "actors: [yi]"),
        (4, "公路", "said_by: [yi-mou]", "places: [jia]"),
        (5, "10公里", "places: [yi]", "said_by: [jia-mou]"),
        (5, "10公里", "actors: [yi]", "actors: [jia]"),
        (5, "10公里", "places: [jia], inferred: [places]", "said_by: [jia-mou]"),
        (6, "开工会", "places: [dingdu]", "said_by: [jia-mou]"),
    ],
)
def test_what_a_record_refers_to_is_named_near_it(
    number: int, anchor: str, right: str, wrong: str, tmp_path: Path
) -> None:
    found = []
    for field in (right, wrong):
        text = TEXT.replace("FIELD", field).replace("NUMBER", str(number))
        (report,) = check([write_rule_example(text.replace("ANCHOR", anchor), tmp_path)])
        found.append([one.code for one in report.problems if one.code == "reference-not-near"])
    assert found == [[], ["reference-not-near"]]


@pytest.mark.parametrize(
    ("english", "told"), [("Jiaxx joins Yixx", False), ("Bing joins Yixx", True)]
)
def test_the_english_of_a_link_may_name_the_place_whose_link_it_is(
    english: str, told: bool, tmp_path: Path
) -> None:
    text = f"""
# 甲子市和丙寅市同乙丑市协作，也接壤。
places:
- {{id: jia, name: {{zh: 甲子市, en: Jiaxx}}, kind: city,
   evidence: [{{paragraph: 2, anchor: 甲子}}],
   links: [{{place: yi, text: {{zh: 同乙丑市协作, en: {english}}}, stage: done,
     evidence: [{{paragraph: 2, anchor: 乙丑市}}]}}]}}
- {{id: yi, name: {{zh: 乙丑市, en: Yixx}}, kind: city,
   evidence: [{{paragraph: 2, anchor: 乙丑}}]}}
- {{id: bing, name: {{zh: 丙寅市, en: Bing}}, kind: city,
   evidence: [{{paragraph: 2, anchor: 丙寅}}]}}
"""
    (report,) = check([write_rule_example(text, tmp_path)])
    assert ("place-unproved.other" in {one.message.key for one in report.problems}) == told
