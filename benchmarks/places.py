"""Measure what the gazetteer costs: ``python benchmarks/places.py``.

It prints how long the table of places takes to load in a new interpreter, and how long the places
of a text of 100,000 characters take to find. The exit status is 0 if both stay within their limits.
"""

import statistics
import subprocess
import sys
import time

from briefing.drafting.finding.places import find_places

ROUNDS = 11
LIMITS = (0.05, 5.0)
"""Seconds for the table, and for the text."""
LOAD = """
import time
started = time.perf_counter()
from briefing.names.gazetteer import places_by_name
places_by_name()
print(time.perf_counter() - started)
"""
SENTENCE = "吕梁市方山县、离石区与太原经开区签约，推进中阳项目，平定风波。"


def main() -> int:
    """Print the two times; return 0 if they are within the limits."""
    runs = (subprocess.check_output([sys.executable, "-c", LOAD], text=True) for _ in range(ROUNDS))
    load = statistics.median(map(float, runs))
    text = SENTENCE * (100_000 // len(SENTENCE))
    find_places([SENTENCE])
    started = time.perf_counter()
    find_places([text])
    found = time.perf_counter() - started
    print(f"the table: {load * 1000:.0f} ms; places in {len(text):,} characters: {found:.1f} s")
    return int(load > LIMITS[0] or found > LIMITS[1])


if __name__ == "__main__":
    sys.exit(main())
