"""Count the queries to which ``briefing search`` gives a right record among its first results.

``python benchmarks/search.py`` reads ``search.tsv`` beside it: queries that somebody wrote who had
read an article and not the model of it, what each query is after, and the ids of the records that
are right answers to it. The first column is the set that a query is of: with those of ``built`` the
search was made, those of ``fresh`` were written by others who never saw it, those of ``unseen``
too, but were asked when it was done and changed nothing, and those of ``absent`` ask for what the
article does not have, so that nothing is the right answer. ``--misses`` names the queries that have
no right record among the first three, or a record where there is nothing to find.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.problem import BriefingError
from briefing.shelf.library import Library, load
from briefing.shelf.searching import search

HERE = Path(__file__).parent
TABLE = HERE / "search.tsv"
MODELS = {
    "shipped": HERE.parent / "data" / "article.yaml",
    "second": HERE.parent / "tests" / "second.yaml",
}
FIRST = (1, 3, 10)
GOAL = 0.95
"""The share of the queries that must have a right record among the first three."""


def main() -> int:
    """Print a line for each set of each model; 0 if each reaches the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="name the queries that went wrong")
    parser.add_argument("--model", choices=MODELS, action="append", help="only this model")
    asked = parser.parse_args()
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    reached = True
    for kind in dict.fromkeys(row["set"] for row in rows):
        for name in asked.model or MODELS:
            own = [row for row in rows if (row["set"], row["model"]) == (kind, name)]
            reached = (
                _report(f"{kind}, {name}", own, load([str(MODELS[name])]), asked.misses) and reached
            )
    return 0 if reached else 1


def _report(title: str, rows: Sequence[dict[str, str]], library: Library, misses: bool) -> bool:
    """Print how many of some queries are answered, and return whether enough are."""
    ranks = [find_rank(library, row["query"], row["right"].split()) for row in rows]
    counts = [sum(rank <= most for rank in ranks) for most in FIRST]
    shown = ", ".join(f"{n} in the first {most}" for n, most in zip(counts, FIRST, strict=True))
    if not any(row["right"] for row in rows):
        shown = f"nothing is found for {counts[0]}"
    print(f"{title}: {len(rows)} queries; {shown}")
    if misses:
        for row, rank in zip(rows, ranks, strict=True):
            if rank > FIRST[1]:
                print(f"  {row['query']} ({row['wanted']}): {rank}")
    return counts[1] >= GOAL * len(rows)


def find_rank(library: Library, query: str, right: Sequence[str]) -> float:
    """Return the place of the first right record among the results, from 1, or infinity.

    Where no record is right, an empty answer is in the first place.
    """
    try:
        found = [hit.record.id for hit in search(library, query.split(" "))]
    except BriefingError:
        found = []
    if not right:
        return float("inf") if found else 1
    return min((found.index(one) + 1 for one in right if one in found), default=float("inf"))


if __name__ == "__main__":
    sys.exit(main())
