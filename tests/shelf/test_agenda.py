"""What happened and is due, in the order of time."""

from pathlib import Path

from briefing.shelf.agenda import find_moments
from briefing.shelf.filtering import Filter
from briefing.shelf.library import load
from support import write_rule_example

FAIRS = """
# 去年底，东甲办展会。
# 2030年10月，西乙办展会。
# 去年，南丙办展会。
events:
  - {id: east, name: {zh: 东甲办展会}, date: 2030, evidence: [{paragraph: 2, anchor: 去年底}]}
  - {id: west, name: {zh: 西乙办展会}, date: 2030-10,
    evidence: [{paragraph: 3, anchor: 2030年10月}]}
  - {id: south, name: {zh: 南丙办展会}, date: 2030, evidence: [{paragraph: 4, anchor: 去年}]}
"""


def test_the_end_of_a_year_stands_behind_its_months(tmp_path: Path) -> None:
    moments = find_moments(load([write_rule_example(FAIRS, tmp_path)]), Filter())
    assert [one.hit.record.id for one in moments] == ["south", "west", "east"]
