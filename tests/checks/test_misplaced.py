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
    ],
)
def test_a_division_is_where_the_gazetteer_has_it(
    name: str, fields: str, found: str, tmp_path: Path
) -> None:
    place = f"- {{id: it, name: {{zh: {name}}}, {fields}, evidence: "
    text = f"{TEXT}{place}[{{paragraph: 2, anchor: {name}}}]}}\n"
    (report,) = check([write_rule_example(text, tmp_path)])
    keys = [one.message.key for one in report.problems if one.code == "place-misplaced"]
    expected = {"": [], "part_of": ["place-misplaced"], "kind": ["place-misplaced.kind"]}
    assert keys == expected[found]


def test_a_county_is_said_to_lie_in_its_city_and_province(tmp_path: Path) -> None:
    place = "- {id: it, name: {zh: 石泉县}, kind: county, part_of: shanxi, evidence: "
    text = f"{TEXT}{place}[{{paragraph: 2, anchor: 石泉县}}]}}\n"
    (report,) = check([write_rule_example(text, tmp_path)])
    (found,) = (one for one in report.problems if one.code == "place-misplaced")
    assert found.message.values["known"] == ["陕西省安康市"]
