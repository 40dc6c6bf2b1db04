"""Count the true renderings of Chinese sentences that the check refuses, and the false it finds.

``python benchmarks/renderings.py`` reads ``renderings.tsv`` beside it. Each rendering becomes the
note of an event in a model of its own, with the whole sentence as evidence. It is refused if
``check --source`` reports a problem of the note. ``--survivors`` names the rows that went wrong.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.checks.check import RULE_MODULES
from briefing.checks.context import ProofContext
from briefing.checks.registry import RULES
from briefing.limits import ANCHOR_CHARACTERS
from briefing.model import typed
from briefing.model.text import SourceText, split_paragraphs

TABLE = Path(__file__).with_name("renderings.tsv")
MOST_REFUSED = 0.02
"""The share of the true renderings that may be refused."""
LEAST_FOUND = {
    "number": 1.0,
    "unit": 1.0,
    "date": 1.0,
    "exchange": 0.8,
    "qualifier": 0.98,
    "direction": 0.98,
}
"""The share of the false renderings that must be found, by what is wrong with them."""
_PUBLISHED = "2025-12-31"
_STEP = 4


def main() -> int:
    """Print a line for each kind of rendering; 0 if every goal is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", default="abcdefghiklmnop", help="first letters of their rows")
    parser.add_argument("--survivors", action="store_true", help="name the rows that went wrong")
    arguments = parser.parse_args()
    chosen = [row for row in read_table() if row["id"].startswith(tuple(arguments.tables))]
    rows = [row for row in chosen if row["second"] in ("", row["label"])]
    print(f"{len(rows)} rows on which the readers agree")
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        problems = check_rendering(row)
        kind = "true" if row["label"] == "true" else row["kind"]
        made[kind] += 1
        if bool(problems) == (row["label"] == "false"):
            right[kind] += 1
        elif arguments.survivors:
            print(f"{row['id']} {kind}: {row['source']} | {row['rendering']} | {problems}")
    reached = True
    for kind, number in sorted(made.items()):
        goal = 1 - MOST_REFUSED if kind == "true" else LEAST_FOUND.get(kind)
        share = right[kind] / number
        reached = reached and (goal is None or share >= goal)
        said = "" if goal is None else f"goal {goal:.0%}"
        print(f"{kind:10} {number:5} {right[kind]:5} {share:7.1%}  {said}")
    return 0 if reached else 1


def read_table() -> Iterator[dict[str, str]]:
    """Yield the rows of the table by the names of its columns."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def check_rendering(row: dict[str, str]) -> list[str]:
    """Return the codes of the problems found in the rendering of a row, and their values."""
    sentence = row["source"]
    source = SourceText("text.txt", split_paragraphs(f"标题 {_PUBLISHED} 报\n{sentence}"))
    # The anchors overlap, so that each quantity is whole in one of them.
    starts = range(0, max(1, len(sentence) - ANCHOR_CHARACTERS + _STEP), _STEP)
    proof = [{"paragraph": "2", "anchor": sentence[at : at + ANCHOR_CHARACTERS]} for at in starts]
    note = {"zh": row["rendering"]} if row["lang"] == "zh" else {"zh": "注", "en": row["rendering"]}
    event = {"id": "one", "name": {"zh": "事"}, "coined": "true", "note": note, "evidence": proof}
    article, mistakes = typed.convert(_model(event))
    assert article, mistakes
    context = ProofContext(article, source)
    assert RULE_MODULES  # their import has entered the rules
    return [
        f"{rule.code} {one.message.values}"
        for rule in RULES.values()
        for one in (rule.on_proof(context) if rule.on_proof else ())
        if one.path[:3] == ("events", 0, "note")
    ]


def _model(event: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": {
            "id": "renderings",
            "title": {"zh": "标题"},
            "publisher": {"zh": "报"},
            "published": _PUBLISHED,
        },
        "summary": {"gist": {"zh": "要"}, "evidence": [{"paragraph": "1", "anchor": "标题"}]},
        "events": [event],
    }


if __name__ == "__main__":
    sys.exit(main())
