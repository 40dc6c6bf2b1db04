"""Sentences of memos that people wrote and labelled without seeing the code, and their laws."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from briefing.model.reading import inspect_model, shipped_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Claim
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier

TESTS = Path(__file__).parent.parent
TABLE = TESTS.parent / "benchmarks" / "verify.tsv"
with TABLE.open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
TRUE = [row["sentence"] for row in ROWS if row["truth"] == "true"]
FALSE = [row["sentence"] for row in ROWS if row["truth"] == "false"]


@cache
def verifier() -> Verifier:
    shipped = inspect_model(shipped_model()).article
    second = inspect_model(str(TESTS / "second.yaml")).article
    assert shipped
    assert second
    text = read_text(str(TESTS / "second.txt"))
    return Verifier([shipped, second], {second.source.id: text})


def claims(sentence: str) -> tuple[Claim, ...]:
    return verifier().verify(Memo("memo", tuple(split_memo(sentence)))).claims


def test_no_true_sentence_is_contradicted() -> None:
    assert [one for one in TRUE if CONTRADICTED in {c.status for c in claims(one)}] == []


def test_few_true_sentences_are_doubted_and_few_false_ones_pass() -> None:
    doubted = [one for one in TRUE if UNKNOWN in {c.status for c in claims(one)}]
    passed = [one for one in FALSE if {c.status for c in claims(one)} <= {BORNE_OUT}]
    assert len(doubted) <= 0.10 * len(TRUE)
    assert len(passed) <= 0.03 * len(FALSE)


@pytest.mark.parametrize("step", [1, 5])
def test_no_changed_digit_is_borne_out(step: int) -> None:
    kept = []
    for sentence in TRUE:
        for found in re.finditer(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?(?=[%万亿项个家bm ])", sentence):
            digit = sentence[found.start()]
            other = str((int(digit) + step) % 10 or 9)
            changed = sentence[: found.start()] + other + sentence[found.start() + 1 :]
            borne = [
                one
                for one in claims(changed)
                if one.kind == "number"
                and one.status == BORNE_OUT
                and one.column <= found.start() + 1 < one.column + len(one.text)
            ]
            if borne and other != digit:
                kept.append((changed, borne[0].text))
    assert kept == []


def test_a_number_that_is_a_name_is_held_against_the_names() -> None:
    assert {one.status for one in claims("按照“14510”总体思路推进。")} == {BORNE_OUT}
    assert BORNE_OUT not in {one.status for one in claims("按照“14511”总体思路推进。")}
