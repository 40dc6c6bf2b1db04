"""Count the true sentences that ``verify`` doubts, and the false ones that it lets pass.

``python benchmarks/verify.py`` reads the tables of ``tests/memos``: sentences of memos about
sixteen articles, written and labelled by people who had not seen the code. Each is a memo of its
own, held against the model of its article and the article's text; those about the shipped article
and the invented one of the tests are held against both models at once. The text of the shipped
article is read where ``BRIEFING_SOURCE`` names it. ``--survivors`` names the sentences that went
wrong, and names of tables read these alone. The tables of ``benchmarks/memos`` have more sentences
about the shipped article and the invented one of the tests; ``--later`` reads them instead.
"""

import argparse
import csv
import os
import sys
import time
from collections import Counter
from pathlib import Path

from briefing.model.reading import inspect_model, shipped_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verified, Verifier

TESTS = Path(__file__).parent.parent / "tests"
MEMOS = TESTS / "memos"
LATER = Path(__file__).parent / "memos"
TOGETHER = ("shipped", "second")
"""The articles whose models are read at once."""
NOTHING = "no claim"
LEAST_NOTICED = 0.99
"""The share of the false sentences of which something must be contradicted or unknown."""
MOST_CONTRADICTED = 0.01
MOST_UNKNOWN = 0.10
"""The shares of the true sentences that may be contradicted, and that may be unknown."""

Counts = Counter[tuple[str, str]]


def main() -> int:
    """Print the shares; 0 if every goal is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", help="names of tables of tests/memos")
    parser.add_argument("--survivors", action="store_true", help="name what went wrong")
    parser.add_argument("--later", action="store_true", help="read the tables of benchmarks/memos")
    arguments = parser.parse_args()
    folder = LATER if arguments.later else MEMOS
    tables = sorted(one.stem for one in folder.glob("*.tsv"))
    total: Counts = Counter()
    begun = time.perf_counter()
    for name in arguments.articles or tables:
        counts = count(folder / f"{name}.tsv", survivors=arguments.survivors)
        print(f"{name:12} {show(counts)}")
        total += counts
    print(f"{'all':12} {show(total)}")
    sentences = sum(total.values())
    print(f"{sentences} sentences in {time.perf_counter() - begun:.0f} s")
    return report(total)


def count(table: Path, *, survivors: bool) -> Counts:
    """Return how many sentences of a table have each truth and status.

    The article that they are about is named before the hyphen of the table's name.
    """
    verifier = make_verifier(table.stem.partition("-")[0])
    counts: Counts = Counter()
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            verified = verifier.verify(Memo("memo", tuple(split_memo(row["sentence"]))))
            status = judge(verified)
            counts[row["truth"], status] += 1
            if survivors:
                name_survivor(row, status, verified)
    return counts


def make_verifier(name: str) -> Verifier:
    """Return what verifies against an article, and against its text if that is at hand."""
    together = {
        "shipped": (shipped_model(), os.environ.get("BRIEFING_SOURCE")),
        "second": (f"{TESTS}/second.yaml", f"{TESTS}/second.txt"),
    }
    alone = {name: (f"{MEMOS}/{name}.yaml", f"{MEMOS}/{name}.txt")}
    articles, texts = [], {}
    for model, text in (together if name in TOGETHER else alone).values():
        article = inspect_model(model).article
        assert article, f"{model} cannot be read"
        articles.append(article)
        if text:
            texts[article.source.id] = read_text(text)
    return Verifier(articles, texts)


def judge(verified: Verified) -> str:
    """Return the worst status of a claim; a sentence without any counts as one that passes."""
    statuses = {one.status for one in verified.claims}
    return next((one for one in (CONTRADICTED, UNKNOWN, BORNE_OUT) if one in statuses), NOTHING)


def name_survivor(row: dict[str, str], status: str, verified: Verified) -> None:
    """Print a sentence that went wrong, with the claims that made it so."""
    doubted = status in (CONTRADICTED, UNKNOWN)
    if (row["truth"] == "true") != doubted:
        return
    claims = [
        f"{one.kind} {one.text!r} {one.status} ({one.record})"
        for one in verified.claims
        if one.status != BORNE_OUT or row["truth"] == "false"
    ]
    why = row.get("why") or row["kind"]  # later tables say the kind of a fault alone
    print(f"{row['truth']} -> {status}: {row['sentence']} | {why} | {'; '.join(claims)}")


def show(counts: Counts) -> str:
    """Return the shares of one article, or of all, in a line."""
    true, false = (
        sum(n for (label, _), n in counts.items() if label == truth) for truth in ("true", "false")
    )
    passed = false - counts["false", CONTRADICTED] - counts["false", UNKNOWN]
    return (
        f"true {true:4}: contradicted {counts['true', CONTRADICTED] / true:6.1%}, "
        f"unknown {counts['true', UNKNOWN] / true:6.1%}; "
        f"false {false:4}: passed {passed / false:6.1%}"
    )


def report(counts: Counts) -> int:
    """Print whether the goals are reached."""
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
