"""Count the true sentences that ``verify`` doubts, and the false ones that it lets pass.

``python benchmarks/verify.py`` reads ``verify.tsv`` beside it: sentences about the shipped article
and the invented one of the tests, written and labelled by people who had not seen the code. Each is
a memo of its own, held against both models at once, and against the texts that are at hand; that of
the shipped article is read where ``BRIEFING_SOURCE`` names it. ``--survivors`` names the sentences
that went wrong, ``--table FILE`` reads another table.
"""

import argparse
import csv
import os
import sys
import time
from collections import Counter
from pathlib import Path

from briefing.model.article import Article
from briefing.model.reading import inspect_model, shipped_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verified, Verifier

TABLE = Path(__file__).with_name("verify.tsv")
TESTS = Path(__file__).parent.parent / "tests"
NOTHING = "no claim"
LEAST_NOTICED = 0.99
"""The share of the false sentences of which something must be contradicted or unknown."""
MOST_CONTRADICTED = 0.01
MOST_UNKNOWN = 0.10
"""The shares of the true sentences that may be contradicted, and that may be unknown."""


def main() -> int:
    """Print the shares; 0 if every goal is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--survivors", action="store_true", help="name what went wrong")
    parser.add_argument("--table", type=Path, default=TABLE)
    arguments = parser.parse_args()
    verifier = make_verifier()
    with arguments.table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    counts: Counter[tuple[str, str]] = Counter()
    begun = time.perf_counter()
    for row in rows:
        verified = verifier.verify(Memo("memo", tuple(split_memo(row["sentence"]))))
        status = judge(verified)
        counts[row["truth"], status] += 1
        if arguments.survivors and (row["truth"] == "true") != (status == BORNE_OUT):
            name_survivor(row, status, verified)
    took = time.perf_counter() - begun
    letters = sum(len(row["sentence"]) for row in rows)
    print(f"{len(rows)} sentences, {letters} characters in {took:.1f} s")
    return report(counts)


def make_verifier() -> Verifier:
    """Return what verifies against both articles, and their texts as far as they are there."""
    articles = [inspect_model(file).article for file in (shipped_model(), f"{TESTS}/second.yaml")]
    found: list[Article] = [one for one in articles if one]
    files = [os.environ.get("BRIEFING_SOURCE"), f"{TESTS}/second.txt"]
    texts = {
        article.source.id: read_text(file)
        for article, file in zip(found, files, strict=True)
        if file
    }
    return Verifier(found, texts)


def judge(verified: Verified) -> str:
    """Return the worst status of a claim; a sentence without any counts as one that passes."""
    statuses = {one.status for one in verified.claims}
    return next((one for one in (CONTRADICTED, UNKNOWN, BORNE_OUT) if one in statuses), NOTHING)


def name_survivor(row: dict[str, str], status: str, verified: Verified) -> None:
    """Print a sentence that went wrong, with the claims that are not borne out."""
    if row["truth"] == "false" and status in (CONTRADICTED, UNKNOWN):
        return
    claims = [
        f"{one.kind} {one.text!r} {one.status} ({one.record})"
        for one in verified.claims
        if one.status != BORNE_OUT or row["truth"] == "false"
    ]
    print(f"{row['truth']} -> {status}: {row['sentence']} | {row['why']} | {'; '.join(claims)}")


def report(counts: Counter[tuple[str, str]]) -> int:
    """Print how many sentences there are of each kind, and whether the goals are reached."""
    for truth in ("true", "false"):
        of = sum(number for (label, _), number in counts.items() if label == truth)
        for status in (BORNE_OUT, CONTRADICTED, UNKNOWN, NOTHING):
            number = counts[truth, status]
            print(f"{truth:5} {status:12} {number:4} {number / of if of else 0:6.1%}")
    true = sum(number for (label, _), number in counts.items() if label == "true")
    false = sum(number for (label, _), number in counts.items() if label == "false")
    noticed = counts["false", CONTRADICTED] + counts["false", UNKNOWN]
    reached = (
        noticed >= LEAST_NOTICED * false
        and counts["true", CONTRADICTED] <= MOST_CONTRADICTED * true
        and counts["true", UNKNOWN] <= MOST_UNKNOWN * true
    )
    print("all goals are reached" if reached else "a goal is missed")
    return not reached


if __name__ == "__main__":
    sys.exit(main())
