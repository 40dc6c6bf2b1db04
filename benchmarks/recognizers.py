"""Compare our numbers with those that the test cases of Recognizers-Text expect.

``python benchmarks/recognizers.py [FOLDER]`` reads the public test cases of the repository
microsoft/Recognizers-Text: JSON under ``Specs/`` of FOLDER, or fetched from GitHub where no folder
is given. Nothing of them is kept. ``recognizers.tsv`` beside this file says which cases are no
prose, with a reason for each kind, and what the units of the cases are called here. ``--survivors``
names the cases that went wrong.
"""

import argparse
import json
import re
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from briefing.quantities import scan_paragraph
from briefing.quantities.english import scan_english
from briefing.quantities.units import unit_named

TABLE = Path(__file__).with_name("recognizers.tsv")
WEB = "https://raw.githubusercontent.com/microsoft/Recognizers-Text/master/Specs"
FILES = {
    "Number": ("NumberModel", "PercentModel", "OrdinalModel"),
    "NumberWithUnit": ("CurrencyModel", "DimensionModel", "AgeModel", "TemperatureModel"),
}
LEAST_RIGHT = 0.97
"""The share of the values in prose that must be right, in each language."""


class Expected(NamedTuple):
    """One value that a case expects: its file, the whole input, the span, and the value."""

    file: str
    text: str
    start: int
    end: int
    value: str
    unit: str


class Read(NamedTuple):
    """One number that we found: its span, and every value that it may state, with its unit."""

    start: int
    end: int
    readings: tuple[tuple[float, str | None], ...]


class Exclusion(NamedTuple):
    """A kind of case that is no prose, with the pattern by which it is known."""

    where: re.Pattern[str]
    part: str
    pattern: re.Pattern[str]
    reason: str


def main() -> int:
    """Print a line for each file and reason; 0 if the goal is reached in both languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="a copy of the repository, with its Specs/")
    parser.add_argument("--survivors", action="store_true", help="name the cases that went wrong")
    arguments = parser.parse_args()
    share = {}
    for language in ("Chinese", "English"):
        total: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        for group, names in FILES.items():
            for name in names:
                file = f"{group}/{language}/{name}"
                counted = _count(file, _cases(file, arguments.folder), reasons, arguments.survivors)
                _show(file, counted)
                total += counted
        _show(f"{language}, all", total)
        for reason, number in reasons.most_common():
            print(f"    {number:4} left out: {reason}")
        share[language] = total["right"] / max(1, total["kept"])
    return 0 if min(share.values()) >= LEAST_RIGHT else 1


def _show(name: str, counted: Counter[str]) -> None:
    kept, found, right = (counted[key] for key in ("kept", "found", "right"))
    percent = right / max(1, kept)
    made = counted["made"]
    counts = f"expected {made:4}  kept {kept:4}  found {found:4}  right {right:4}"
    print(f"{name:39} {counts} {percent:7.1%}")


def _count(
    file: str, cases: list[Expected], reasons: Counter[str], survivors: bool
) -> Counter[str]:
    """Return how many values of a file are made, kept, found and right; add to the reasons."""
    counted: Counter[str] = Counter(made=len(cases), kept=0, found=0, right=0)
    scan = _scan_chinese if "/Chinese/" in file else _scan_english
    for case in cases:
        if reason := _excluded(case):
            reasons[reason] += 1
            continue
        touching = [one for one in scan(case.text) if one.start < case.end and case.start < one.end]
        right = any(_is_right(case, one) for one in touching)
        counted += Counter(kept=1, found=int(bool(touching)), right=int(right))
        if survivors and not right:
            wanted = f"{case.text[case.start : case.end]} = {case.value} {case.unit}"
            print(f"  {file}: {case.text.strip()[:120]} | {wanted} | {touching}")
    return counted


def _cases(file: str, folder: str | None) -> list[Expected]:
    """Return the values that the cases of a file expect, such as ``Number/English/NumberModel``."""
    if folder:
        content = (Path(folder) / "Specs" / f"{file}.json").read_bytes()
    else:
        with urllib.request.urlopen(f"{WEB}/{file}.json", timeout=60) as answer:
            content = answer.read()
    return [
        Expected(file, case["Input"], one["Start"], one["End"] + 1, *_resolution(one))
        for case in json.loads(content.decode("utf-8-sig"))
        for one in case["Results"]
        if "Start" in one
    ]


def _resolution(one: dict[str, Any]) -> tuple[str, str]:
    resolution = one.get("Resolution") or {}
    return str(resolution.get("value")), resolution.get("isoCurrency") or resolution.get("unit", "")


@cache
def _exclusions() -> list[Exclusion]:
    return [
        Exclusion(re.compile(row[1]), row[2], re.compile(row[3]), row[4])
        for row in _rows()
        if row[0] == "exclude"
    ]


@cache
def _units() -> dict[str, dict[str, Fraction]]:
    """Return the codes of each unit's name in the cases, and how many of ours it is."""
    units: dict[str, dict[str, Fraction]] = {}
    for kind, name, code, factor in (row[:4] for row in _rows() if row[0] == "unit"):
        assert kind == "unit"
        units.setdefault(name, {})[code] = Fraction(factor)
    return units


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def _excluded(case: Expected) -> str:
    """Return why a case is no prose, or an empty string."""
    for one in _exclusions():
        part = case.text if one.part == "input" else case.text[case.start : case.end]
        if one.part == "value":
            part = f"{case.value} {case.unit}"
        if one.where.search(case.file) and one.pattern.search(part):
            return one.reason
    return ""


def _is_right(case: Expected, one: Read) -> bool:
    """Return whether we read the value that a case expects, in its unit if it has one."""
    try:
        wanted = float(case.value.removesuffix("%"))
    except ValueError:
        return False
    for value, unit in one.readings:
        if case.unit:
            factor = _factors(case.unit).get(unit or "")
            if factor is not None and _are_equal(value, wanted * float(factor)):
                return True
        elif _are_equal(value, wanted) or (unit == "%" and _are_equal(value / 100, wanted)):
            return True
    return False


def _factors(name: str) -> dict[str, Fraction]:
    """Return the codes that a unit of the cases has here, and how many of each it is."""
    own = {unit_named(name): Fraction(1), unit_named(name.lower()): Fraction(1)}
    return own | _units().get(name, {})


def _are_equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(other), 1e-9)


@cache
def _scan_chinese(text: str) -> tuple[Read, ...]:
    """Return our numbers in a Chinese text; those of a date are its parts."""
    shift = len(text) - len(text.lstrip())
    return tuple(
        _read(one.offset + shift, one.offset + shift + len(one.text), [(one.value, one.unit)])
        for one in scan_paragraph(text)
        if one.kind != "name"
    )


@cache
def _scan_english(text: str) -> tuple[Read, ...]:
    """Return our numbers in an English text, in every way that they may be meant."""
    return tuple(
        _read(one.start, one.end, [(one.value, one.unit), *one.readings])
        for one in scan_english(text)
    )


def _read(start: int, end: int, meant: Iterable[tuple[Any, str | None]]) -> Read:
    readings = [(number, unit) for value, unit in meant for number in _numbers(value)]
    return Read(start, end, tuple(readings))


def _numbers(value: Any) -> list[float]:
    """Return the numbers in a value: those of a list, and the parts of a date."""
    if isinstance(value, list | tuple):
        return [number for one in value for number in _numbers(one)]
    if isinstance(value, str):
        return [float(part) for part in re.findall("[0-9]+", value)]
    return [] if value is None else [float(value)]


if __name__ == "__main__":
    sys.exit(main())
