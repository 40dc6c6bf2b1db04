"""People who have a known person's family name, and a given name that is nobody's."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.verifying.naming.namesakes import Namesakes
from briefing.verifying.naming.naming import Names

MODEL = """
schema_version: 2
source: {id: rivers, title: {zh: 甲市治水, en: Rivers}, publisher: {zh: 某报, en: Paper},
  published: 2031-05-08}
summary: {gist: {zh: 治水, en: Rivers}, evidence: [{paragraph: 2, anchor: 柳峰}]}
people:
  - {id: liu-feng, name: {zh: 柳峰, en: Liu Feng}, evidence: [{paragraph: 2, anchor: 柳峰}]}
"""
TEXT = "市长柳峰、局长刘大江、总工程师柳芳介绍了治水的经验。"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    model: Path = tmp_path_factory.mktemp("rivers") / "rivers.yaml"
    model.write_text(MODEL, encoding="utf-8")
    article = inspect_model(str(model)).article
    assert article
    return Names([article])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        *(("Liu Feng", None), ("Liu Dajiang", None), ("Liu Fang", None), ("Liu Said", None)),
        *(("Liu Fen", "like"), ("Liu Peng", "like"), ("Liu Xiaoyun", "unknown")),
        *(("Wang Peng", None), ("Liu Thompson", None)),
    ],
)
def test_another_given_name_is_nobody_s_unless_the_text_has_it(
    name: str, found: str | None, names: Names
) -> None:
    sentence = f"On the rivers {name} had a plan."
    near = list(Namesakes(names, TEXT).find(sentence, names.find(sentence), []))
    assert [sentence[one.start : one.end] for one in near] == ([name] if found else [])
    assert all(bool(one.like) == (found == "like") for one in near)
