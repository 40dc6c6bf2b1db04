"""Pairs of surrogates in JSON, which are one character there and none in YAML.

Programs that write JSON in ASCII, as ``json.dumps`` and ``jq -a`` do, escape a character beyond
the first plane, such as 𠮷, as two halves. YAML would have each half be a character, and has none.
"""

import json
import re
from collections.abc import Iterator

from briefing.model.slips import MendedText, Slip

_ESCAPE = re.compile(r"\\(?:u([Dd][89ABab]..)\\u([Dd][C-Fc-f]..)|.)")


def join_pairs(text: str) -> MendedText | None:
    """Return a text in JSON with each pair as its character, if it is JSON and has pairs."""
    if not any(pair[1] for pair in _ESCAPE.finditer(text)):
        return None
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return None
    joined = MendedText(text)
    joined.mend(list(_find_pairs(joined.lines)))
    return joined


def _find_pairs(lines: list[str]) -> Iterator[Slip]:
    for at, line in enumerate(lines):
        for pair in _ESCAPE.finditer(line):
            if pair[1]:
                halves = bytes.fromhex(pair[1] + pair[2])
                yield Slip(at, *pair.span(), halves.decode("utf-16-be"))
