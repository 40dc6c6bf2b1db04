"""The rule on who speaks, gives and acts, where a sentence itself begins with somebody."""

from pathlib import Path

import pytest

from briefing.checks.context import ProofContext
from briefing.checks.rules.speakers import speaker_of_sentence
from briefing.model.reading import inspect_model
from briefing.model.text import read_own_text
from support import write_rule_example

TEXT = """
# “十五五”时期，乙县立足甲省赋予乙县粮仓的定位。
# “码头开工已有两个多月了。”市长甲某说，公路也要开工。
# 按照省委要求，乙县将建客运站。
# 规划提出，到2030年建成机场，去年已建跑道。
# 省委召开会议。会议强调，要修水渠。
# 省委最新数据显示，乙县粮仓有9座。
people: [{id: jia-mou, name: {zh: 甲某}, evidence: [{paragraph: 3, anchor: 甲某}]}]
places:
- {id: jia, name: {zh: 甲省}, kind: province, evidence: [{paragraph: 2, anchor: 甲省}]}
- id: yi
  name: {zh: 乙县}
  kind: county
  roles: [{text: {zh: 粮仓}, ROLE, evidence: [{paragraph: 2, anchor: 粮仓}]}]
  evidence: [{paragraph: 2, anchor: 乙县}]
organisations:
- {id: committee, name: {zh: 省委}, kind: party, evidence: [{paragraph: 4, anchor: 省委}]}
events:
- {id: meeting, coined: true, name: {zh: 省委会议}, evidence: [{paragraph: 6, anchor: 会议}]}
strategies:
- {id: plan, name: {zh: 规划}, kind: programme, evidence: [{paragraph: 5, anchor: 规划}]}
- {id: one, name: {zh: 一事}, kind: effort, FIELD, evidence: [{paragraph: NUMBER, anchor: ANCHOR}]}
"""


@pytest.mark.parametrize(
    ("number", "anchor", "field", "told"),
    [
        (3, "码头开工", "said_by: [jia-mou]", None),
        (3, "码头开工", "said_by: []", "甲某"),
        (3, "公路", "said_by: [committee]", "甲某"),
        (3, "公路", "said_by: [], inferred: [said_by]", None),
        (4, "客运站", "said_by: []", None),  # what was asked is only followed
        (4, "客运站", "actors: [yi]", None),
        (4, "客运站", "actors: [jia-mou]", "乙县"),
        (5, "机场", "said_by: []", "规划"),
        (5, "跑道", "said_by: [], stage: done", None),  # a plan tells of what is to come
        (5, "机场", "part_of: plan", None),
        (6, "修水渠", "said_by: [committee]", None),  # whose meeting it is
        (6, "修水渠", "said_by: [yi]", "省委会议"),
        (6, "召开", "said_by: [yi]", None),
        (7, "9座", "said_by: []", None),  # whose data they are may be left out
        (7, "9座", "said_by: [committee]", None),
        (7, "9座", "said_by: [jia-mou]", "省委"),
        (7, "9座", "said_by: [jia-mou], about: [committee]", "省委"),
        (5, "机场", "said_by: [jia-mou], about: [plan]", None),
    ],
)
def test_whom_a_sentence_begins_with_is_whom_the_claim_has(
    number: int, anchor: str, field: str, told: str | None, tmp_path: Path
) -> None:
    text = TEXT.replace("FIELD", field).replace("NUMBER", str(number)).replace("ANCHOR", anchor)
    assert find(text.replace("ROLE", "given_by: [jia]"), tmp_path) == ([told] if told else [])


@pytest.mark.parametrize(
    ("field", "told"), [("given_by: [jia-mou]", ["甲省"]), ("given_by: []", [])]
)
def test_who_gives_a_place_its_part_is_whom_the_sentence_names(
    field: str, told: list[str], tmp_path: Path
) -> None:
    text = TEXT.replace("ROLE", field).replace("FIELD", "said_by: [jia-mou]")
    text = text.replace("NUMBER", "3").replace("ANCHOR", "码头")
    assert find(text, tmp_path) == told


def find(text: str, folder: Path) -> list[str]:
    """Return whom the sentences of a model name and its claims do not."""
    file = write_rule_example(text, folder)
    article = inspect_model(file).article
    assert article
    text_read = read_own_text(file, article)
    assert text_read
    context = ProofContext(article, text_read)
    return [one.message.values["told"] for one in speaker_of_sentence(context)]
