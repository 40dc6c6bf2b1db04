"""Answer what .ci/run asks about the project. Needs nothing but Python 3.11.

``lowest`` prints the lowest versions of the run-time dependencies, as constraints for pip.
``pythons`` prints the Python versions that the project says it is tested with, the oldest first.
``sdist FILE`` fails where a source distribution lacks one of the files that a packager needs.
``coverage FILE LINES BRANCHES`` fails where a JSON report of coverage is below these percentages.
"""

import json
import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# These are not needed to build or to test from a source distribution.
NOT_IN_SDIST = (".ci/",)


def project() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def lowest() -> None:
    described = project()
    extras = described["optional-dependencies"]
    for requirement in [*described["dependencies"], *extras["office"], *extras["draft"]]:
        found = re.fullmatch(r"([\w.-]+)>=([\w.]+)(,.*)?", requirement)
        if not found:
            sys.exit(f"no lower bound is stated in {requirement!r}")
        print(f"{found[1]}=={found[2]}")


def pythons() -> None:
    prefix = "Programming Language :: Python :: "
    classifiers = project()["classifiers"]
    versions = [one.removeprefix(prefix) for one in classifiers if one.startswith(prefix)]
    numbers = [one for one in versions if re.fullmatch(r"3\.\d+", one)]
    print(*sorted(numbers, key=lambda one: int(one.partition(".")[2])), sep="\n")


def sdist(file: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, check=True, encoding="utf-8"
    )
    tracked = {one for one in listed.stdout.split("\n") if one and not one.startswith(NOT_IN_SDIST)}
    with tarfile.open(file) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    missing, added = sorted(tracked - held), sorted(held - tracked - {"PKG-INFO"})
    if missing or added:
        sys.exit(f"{file} lacks {missing} and holds {added} beyond the repository's files")
    print(f"{file} holds all {len(tracked)} files")


def coverage(file: str, lines: str, branches: str) -> None:
    totals = json.loads(Path(file).read_text(encoding="utf-8"))["totals"]
    below = False
    for what, covered, total, least in (
        ("lines", totals["covered_lines"], totals["num_statements"], lines),
        ("branches", totals["covered_branches"], totals["num_branches"], branches),
    ):
        share = 100 * covered / total
        print(f"{what}: {covered} of {total}, {share:.2f}%; at least {least}% must be covered")
        below = below or share < float(least)
    if below:
        sys.exit("The coverage has fallen: add tests for what is new.")


if __name__ == "__main__":
    commands = {"lowest": lowest, "pythons": pythons, "sdist": sdist, "coverage": coverage}
    commands[sys.argv[1]](*sys.argv[2:])
