"""What happened and is due, in the order of time."""

import json
from pathlib import Path

import pytest

from briefing.shelf.agenda import find_commitments, find_moments
from briefing.shelf.filtering import Filter
from briefing.shelf.gaps import know
from briefing.shelf.library import load
from briefing.shelf.owners import find_actors
from support import PROJECT, SECOND, briefing, write_rule_example

MODELS = [PROJECT / "data/article.yaml", SECOND, *sorted(PROJECT.glob("tests/memos/*.yaml"))]

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


@pytest.mark.parametrize("model", MODELS, ids=lambda path: Path(path).stem)
def test_who_is_responsible_is_told_where_unsaid_knows_it(model: Path | str) -> None:
    library = load([str(model)])
    for claim in find_commitments(library, Filter()):
        owned = know(claim.hit.article).answers["no_owner"]
        is_said = owned.is_said_of(claim.hit.record, claim.part)
        assert bool(find_actors(claim).ids) == is_said, claim.hit.record.id


def test_what_lacks_an_owner_is_the_same_in_both_lists() -> None:
    commitments = json.loads(briefing("commitments", "-O", "json").out)
    unsaid = json.loads(briefing("unsaid", "--kind", "no_owner", "-O", "json").out)
    lacking = {one["id"] for one in commitments if not one["actors"]}
    assert lacking == {one["id"] for one in unsaid}
