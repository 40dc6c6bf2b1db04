"""A memo held against a text that is shorter than the one that was modelled, or another one."""

import csv
from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.text import parse_text
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier
from support import PROJECT

MEMOS = PROJECT / "tests/memos"


def verify_against(model: Path, content: bytes) -> None:
    """Verify the sentences on an article, as one memo, against a text of these bytes."""
    article = inspect_model(str(model)).article
    assert article
    with model.with_suffix(".tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = tuple(split_memo("\n\n".join(row["sentence"] for row in rows)))
    text = parse_text(content, "text.txt")
    assert Verifier([article], {article.source.id: text}).verify(Memo("memo", lines)).claims


@pytest.mark.parametrize("name", ["enshi", "ningde"])
def test_a_text_may_be_shorter_than_that_of_the_model(name: str) -> None:
    text = (MEMOS / f"{name}.txt").read_text(encoding="utf-8")
    verify_against(MEMOS / f"{name}.yaml", "\n".join(text.split("\n")[:5]).encode())


def test_a_text_may_be_that_of_another_article() -> None:
    verify_against(MEMOS / "enshi.yaml", (MEMOS / "ningde.txt").read_bytes())
