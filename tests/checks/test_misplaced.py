"""The rule on the kind of a place and on what it lies in, which the gazetteer knows."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from support import write_rule_example

TEXT = """
# 山西省大同市，陕西省石泉县，东海岛。
places:
- {id: shanxi, name: {zh: 山西省}, kind: province, evidence: [{paragraph: 2, anchor: 山西省}]}
- {id: shaanxi, name: {zh: 陕西省}, kind: province, evidence: [{paragraph: 2, anchor: 陕西省}]}
- {id: basin, name: {zh: 盆地}, coined: true, kind: region, part_of: shanxi,
   evidence: [{paragraph: 2, anchor: 山西省}]}
"""


@pytest.mark.parametrize(
    ("name", "fields", "found"),
    [
        ("大同", "kind: city, part_of: shanxi", ""),
        ("大同市", "kind: city, part_of: basin", ""),
        ("大同", "kind: city, part_of: shaanxi", "part_of"),
        ("石泉县", "kind: county, part_of: basin", "part_of"),
        ("石泉县", "kind: city, part_of: shaanxi", "kind"),
        ("大同市", "kind: county", "kind"),
        # What the gazetteer does not have may be anything.
        ("东海岛", "kind: county, part_of: shanxi", ""),
        ("丁戊县", "kind: city", "name"),
        ("丁戊市", "kind: county", ""),
        ("丁戊村", "kind: zone", ""),
        ("丁戊都市圈", "kind: city", "name"),
        ("丁戊都市圈", "kind: region", ""),
        ("丁戊园区", "kind: county", "name"),
        ("石泉县", "kind: zone", "kind"),
        ("石泉", "kind: region", ""),
        ("丁戊镇", "kind: village", "name"),
    ],
)
def test_a_division_is_where_the_gazetteer_has_it(
    name: str, fields: str, found: str, tmp_path: Path
) -> None:
    place = f"- {{id: it, name: {{zh: {name}}}, {fields}, evidence: "
    text = f"{TEXT}{place}[{{paragraph: 2, anchor: {name}}}]}}\n"
    (report,) = check([write_rule_example(text, tmp_path)])
    keys = [one.message.key for one in report.problems if one.code == "place-misplaced"]
    expected = {"": [], "part_of": ["place-misplaced"]}
    assert keys == expected.get(found, [f"place-misplaced.{found}"])


def test_a_county_is_said_to_lie_in_its_city_and_province(tmp_path: Path) -> None:
    place = "- {id: it, name: {zh: 石泉县}, kind: county, part_of: shanxi, evidence: "
    text = f"{TEXT}{place}[{{paragraph: 2, anchor: 石泉县}}]}}\n"
    (report,) = check([write_rule_example(text, tmp_path)])
    (found,) = (one for one in report.problems if one.code == "place-misplaced")
    assert found.message.values["known"] == ["陕西省安康市"]


@pytest.mark.parametrize(
    ("fields", "is_wrong"),
    [
        ("part_of: jia", False),
        ("part_of: yi", True),
        ("part_of: city", False),  # 甲县 may lie in it
        ("direction: east", False),
    ],
)
def test_a_town_lies_in_the_county_behind_which_the_text_names_it(
    fields: str, is_wrong: bool, tmp_path: Path
) -> None:
    text = f"""
# 甲县丁镇和乙县，戊市。
places:
- {{id: city, name: {{zh: 戊市}}, kind: city, evidence: [{{paragraph: 2, anchor: 戊市}}]}}
- {{id: jia, name: {{zh: 甲甲县}}, short: {{zh: 甲县}}, kind: county,
   evidence: [{{paragraph: 2, anchor: 甲县}}]}}
- {{id: yi, name: {{zh: 乙县}}, kind: county, evidence: [{{paragraph: 2, anchor: 乙县}}]}}
- {{id: ding, name: {{zh: 丁镇}}, kind: town, {fields},
   evidence: [{{paragraph: 2, anchor: 丁镇}}]}}
"""
    (report,) = check([write_rule_example(text, tmp_path)])
    assert ("place-behind-another" in {one.code for one in report.problems}) == is_wrong
