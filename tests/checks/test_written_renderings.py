"""Renderings that editors wrote and labelled without seeing the code: what the check may refuse.

A part of the table is held here, and all of it by ``benchmarks/renderings.py``.
"""

import csv
import importlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
UNFITTED = ("c", "d", "e")
"""The tables whose sentences are as whole as those of an article, by the letter of their rows."""
KINDS = ("number", "unit", "date", "qualifier")
"""What is wrong in those that must be refused."""
EVERY = 4
"""One row in so many is held."""


def test_true_renderings_pass_and_false_numbers_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    refuses = importlib.import_module("renderings").check_rendering
    with (BENCHMARKS / "renderings.tsv").open(encoding="utf-8", newline="") as stream:
        table = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [one for one in table if one["id"].startswith(UNFITTED)][::EVERY]
    true = [one for one in rows if one["label"] == "true"]
    false = [one for one in rows if one["label"] == "false" and one["kind"] in KINDS]
    assert min(len(true), len(false)) > 100
    assert sum(not refuses(one) for one in true) / len(true) >= 0.97
    assert sum(bool(refuses(one)) for one in false) / len(false) >= 0.97
