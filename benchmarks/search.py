"""Count the queries to which ``briefing search`` gives a right record among its first results.

``python benchmarks/search.py`` reads ``search.tsv`` beside it: queries that somebody wrote who had
read an article and not the model of it, what each query is after, and the ids of the records that
are right answers to it. The queries of the model ``shipped`` are those that the search was made
with; those of ``second`` were asked only when it was done. ``--misses`` names the queries that have
no right record among the first three.
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
    """Print a line for each model; 0 if each reaches the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="name the queries that went wrong")
    parser.add_argument("--model", choices=MODELS, action="append", help="only this model")
    asked = parser.parse_args()
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    reached = True
    for name in asked.model or MODELS:
        library = load([str(MODELS[name])])
        own = [row for row in rows if row["model"] == name]
        ranks = [find_rank(library, row["query"], row["right"].split()) for row in own]
        counts = [sum(rank <= most for rank in ranks) for most in FIRST]
        shown = ", ".join(f"{n} in the first {most}" for n, most in zip(counts, FIRST, strict=True))
        print(f"{name}: {len(own)} queries; {shown}")
        reached = reached and counts[1] >= GOAL * len(own)
        if asked.misses:
            missed = [(row, rank) for row, rank in zip(own, ranks, strict=True) if rank > FIRST[1]]
            for row, rank in missed:
                print(f"  {row['query']} ({row['wanted']}): {rank}")
    return 0 if reached else 1


def find_rank(library: Library, query: str, right: Sequence[str]) -> float:
    """Return the place of the first right record among the results, from 1, or infinity."""
    try:
        found = [hit.record.id for hit in search(library, query.split(" "))]
    except BriefingError:
        found = []
    return min((found.index(one) + 1 for one in right if one in found), default=float("inf"))


if __name__ == "__main__":
    sys.exit(main())
