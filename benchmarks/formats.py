"""How long the whole of an article takes in each format: ``python benchmarks/formats.py``.

Each export is a command of its own, as a user runs it. They take turns, so that a minute in which
the machine is busy falls on all of them, and what counts are the ratios to JSON.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.output.formats import FORMATS

GOAL = 2.0
"""Seconds that the whole shipped model may take as a Word file."""


def main() -> int:
    """Run the exports, print a line for each, and return 0 if Word keeps to its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each export runs")
    parser.add_argument("--model", default="@shipped", help="the model to export")
    asked = parser.parse_args()
    forms = [form for form in FORMATS.values() if form.name not in ("csv", "tsv")]
    taken: dict[str, list[float]] = {form.name: [] for form in forms}
    sizes: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(asked.rounds):
            for form in forms:
                file = Path(folder, f"whole{form.endings[0]}")
                command = [sys.executable, "-m", "briefing", "export", "-a", asked.model]
                began = time.perf_counter()
                subprocess.run([*command, "-O", form.name, "-o", str(file)], check=True)
                taken[form.name].append(time.perf_counter() - began)
                sizes[form.name] = file.stat().st_size
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, seconds in medians.items():
        ratio = seconds / medians["json"]
        print(f"{name:6} {seconds:6.2f} s {ratio:6.2f} times JSON {sizes[name] / 1000:8.0f} KB")
    return int(medians["docx"] > GOAL)


if __name__ == "__main__":
    sys.exit(main())
