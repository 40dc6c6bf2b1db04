"""The marked-up prose of `prose_*.tsv`: reading it, and scoring a scan against it.

A label is `{text|kind|value|unit|qualifier}`; `?` as its kind means that either reading will do.
"""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import NamedTuple

from briefing.quantities import Quantity, scan_paragraph

DATE = datetime.date(2022, 3, 21)
_LABEL = re.compile(r"\{([^{}|]+)\|([^{}]*)\}")


class Label(NamedTuple):
    start: int
    text: str
    kind: str
    value: object
    unit: str | None
    qualifier: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def value_of(written: str, kind: str = "") -> object:
    """`12`, `1.5`, `2022-03`, `3;5` as a value; `-` or nothing as None."""
    if written in ("", "-"):
        return None
    if ";" in written:
        return [value_of(part, kind) for part in written.split(";")]
    try:
        if re.fullmatch(r"-?\d+", written) and kind != "date":
            return int(written)
        return float(written) if kind != "date" else written
    except ValueError:
        return written


def read_marked(marked: str) -> tuple[str, list[Label]]:
    """The plain paragraph and its labels."""
    plain, labels, at = "", [], 0
    for found in _LABEL.finditer(marked):
        plain += marked[at : found.start()]
        fields = (found[2].split("|") + [""] * 4)[:4]
        kind, value, unit, qualifier = fields
        asdate = "date" if "date" in (kind, unit) else kind
        labels.append(Label(len(plain), found[1], kind, value_of(value, asdate),
                            None if unit in ("", "-") else unit, qualifier or "exact"))  # fmt: skip
        plain += found[1]
        at = found.end()
    return plain + marked[at:], labels


def paragraphs(path: Path) -> list[tuple[str, str]]:
    """Genre and marked paragraph of each line that is no comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(g, p) for g, _, p in (line.partition("\t") for line in lines if line[:1] != "#") if p]


def same(one: object, two: object) -> bool:
    """Whether two values are the same, floats to nine digits."""
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, int | float) and isinstance(two, int | float):
        return abs(one - two) <= 1e-9 * max(1, abs(one))
    return one == two


class Score(NamedTuple):
    """Of `labels`: found by any overlap, with the exact text, with the right value, unit, kind and
    qualifier; and of `reported` quantities (names apart), how many overlap a label."""

    labels: int
    found: int
    exact: int
    value: int
    unit: int
    kind: int
    qualifier: int
    reported: int
    right: int


def score(path: Path, show: bool = False) -> Score:
    """The score of a file of marked prose; with `show`, what differs is printed."""
    counts = [0] * 9
    for genre, marked in paragraphs(path):
        plain, labels = read_marked(marked)
        every = [q for q in scan_paragraph(plain, 1, DATE) if q.kind != "name"]
        for label in (label for label in labels if label.kind != "?"):
            touching = [q for q in every if _overlap(q, label)]
            exact = [q for q in touching if (q.offset, q.text) == (label.start, label.text)]
            counts[0] += 1
            if not touching:
                _say(show, f"{genre}: missed {label.text}")
                continue
            best = (exact or touching)[0]
            checks = [
                True,
                bool(exact),
                same(best.value, label.value),
                best.unit == label.unit,
                best.kind == label.kind,
                best.qualifier == label.qualifier,
            ]
            for k, good in enumerate(checks):
                counts[1 + k] += good
            _say(show and not all(checks), f"{genre}: want {label[1:]}\n    got  {best}")
        for q in every:
            kinds = [label.kind for label in labels if _overlap(q, label)]
            if kinds and set(kinds) == {"?"}:
                continue
            counts[7] += 1
            counts[8] += bool(kinds)
            _say(show and not kinds, f"{genre}: extra {q}")
    return Score(*counts)


def _say(show: bool, message: str) -> None:
    if show:
        print(message)


def _overlap(q: Quantity, label: Label) -> bool:
    return q.offset < label.end and label.start < q.offset + len(q.text)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        result = score(Path(name), show=True)
        print(result)
        for field in ("exact", "value", "unit", "kind", "qualifier"):
            print(f"{field} {getattr(result, field) / result.found:.3f}", end="  ")
        print(f"found {result.found / result.labels:.3f}  precision", end=" ")
        print(f"{result.right / result.reported:.3f}")
