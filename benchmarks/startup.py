"""Time the start-up of ``briefing`` beside its peers and the floor.

Every program is installed into a virtual environment of its own. One run of hyperfine times all
commands in turn, round after round, so that whatever else the machine does falls on all alike.
Prints the medians, and the ratios with the goal beside each. Exit status: 0 all goals reached,
1 not all, 2 the benchmark could not run. The README beside this file says what is measured and why.
"""

import argparse
import json
import os
import platform
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent

FIGURES = "briefing figures --all"
PLAIN = "briefing figures --all, piped"
JSON = "briefing figures --all -O json"
VERSION = "briefing --version"
YQ = "yq .figures"
CSVLOOK = "csvlook"
RICH_CLI = "rich --csv"
SQLITE_UTILS = "sqlite-utils memory -t"
FLOOR = "floor"
NEWEST_FLOOR = "floor, newest Typer"
PYTHON = "python -c pass"

PIN_MAY_GO = 1.10
"""The pin on Typer may go once its newest release costs no more than this against the pinned."""


class Goal(NamedTuple):
    """``ours`` is to take at most ``most`` times as long as ``other``."""

    ours: str
    other: str
    most: float


GOALS = (
    Goal(FIGURES, CSVLOOK, 1.0),
    Goal(FIGURES, RICH_CLI, 1.0),
    Goal(FIGURES, SQLITE_UTILS, 1.0),
    Goal(JSON, YQ, 1.5),
    Goal(VERSION, FLOOR, 1.15),
)

Commands = dict[str, list[str]]
Times = dict[str, list[float]]


class CannotRunError(Exception):
    """Something that the benchmark needs is missing or fails."""


def environment() -> dict[str, str]:
    """What every command is run under: a terminal of 100 cells, as far as it asks for one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "BRIEFING_", "LC_")) and name != "NO_COLOR"
    }
    return {**kept, "LC_ALL": "C.UTF-8", "FORCE_COLOR": "1", "COLUMNS": "100"}


def run(command: Sequence[str]) -> str:
    """The output of a command that must succeed."""
    done = subprocess.run(
        command, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        shown = shlex.join(command)
        raise CannotRunError(f"{shown}\nexit status {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


def need(program: str, why: str) -> None:
    """Refuse to go on without a program that pip cannot bring."""
    if shutil.which(program) is None:
        raise CannotRunError(
            f"{program} is missing: {why}. On Debian or Ubuntu: apt install {program}"
        )


class Venv:
    """A virtual environment for one program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"

    def install(self, *what: str) -> None:
        """Install the newest that ``what`` allows, byte-compiled; make the environment first."""
        print(f"installing {self.folder.name} …", file=sys.stderr)
        if not (self.bin / "python").exists():
            run([sys.executable, "-m", "venv", str(self.folder)])
        options = ("--quiet", "--disable-pip-version-check", "--compile", "--upgrade")
        run(self.program("python", "-m", "pip", "install", *options, *what))

    def program(self, name: str, *arguments: str | Path) -> list[str]:
        """The command line that runs a program of this environment."""
        return [str(self.bin / name), *map(str, arguments)]

    def version(self, package: str) -> str:
        """The installed version of a package."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        return run(self.program("python", "-c", code)).strip()


class Prepared(NamedTuple):
    """What is to be timed, and the versions that are."""

    commands: Commands
    versions: dict[str, str]


def typer_requirement() -> str:
    """The project's own requirement of Typer, pin included."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[str] = [
        one for one in project["project"]["dependencies"] if one.startswith("typer")
    ]
    return found[0]


def prepare(work: Path) -> Prepared:
    """Install everything, write the CSV, and see that all programs get the same rows."""
    names = ("briefing", "yq", "csvkit", "rich-cli", "sqlite-utils", "floor", "floor-newest")
    venvs = {name: Venv(work / name) for name in names}
    # A checkout keeps its version for long; only a forced install is sure to be of this one.
    venvs["briefing"].install("--force-reinstall", str(PROJECT))
    for name in ("yq", "csvkit", "rich-cli", "sqlite-utils"):
        venvs[name].install(name)
    venvs["floor"].install(str(HERE / "floor"), typer_requirement())
    venvs["floor-newest"].install(str(HERE / "floor"), "typer")

    briefing, table = venvs["briefing"], work / "figures.csv"
    model = next(briefing.folder.glob("lib/*/site-packages/briefing/data/article.yaml"))
    run(briefing.program("briefing", "figures", "--all", "-o", table))
    figures = briefing.program("briefing", "figures", "--all")
    select = ("memory", table, "select * from figures")
    commands = {
        FIGURES: figures,
        PLAIN: ["env", "-u", "FORCE_COLOR", *figures],
        JSON: [*figures, "--export", "json"],
        VERSION: briefing.program("briefing", "--version"),
        YQ: venvs["yq"].program("yq", ".figures", model),
        CSVLOOK: venvs["csvkit"].program("csvlook", table),
        RICH_CLI: venvs["rich-cli"].program("rich", "--csv", table),
        SQLITE_UTILS: venvs["sqlite-utils"].program("sqlite-utils", *select, "-t"),
        FLOOR: venvs["floor"].program("floor"),
        NEWEST_FLOOR: venvs["floor-newest"].program("floor"),
        PYTHON: briefing.program("python", "-c", "pass"),
    }
    json_lines = venvs["sqlite-utils"].program("sqlite-utils", *select)
    same_rows({JSON: commands[JSON], YQ: commands[YQ], SQLITE_UTILS: json_lines})
    versions = {
        "Python": run(briefing.program("python", "--version")).split()[1],
        "briefing": briefing.version("policy-briefing"),
        **{name: venvs[name].version(name) for name in names[1:5]},
        "Typer": venvs["floor"].version("typer"),
        "newest Typer": venvs["floor-newest"].version("typer"),
    }
    return Prepared(commands, versions)


def same_rows(commands: Commands) -> None:
    """Refuse to compare commands whose JSON is not of the same records."""
    ids = {name: [row["id"] for row in json.loads(run(line))] for name, line in commands.items()}
    print(f"rows: {len(ids[JSON])}", file=sys.stderr)
    if not ids[JSON] or any(other != ids[JSON] for other in ids.values()):
        counts = ", ".join(f"{name}: {len(rows)}" for name, rows in ids.items())
        raise CannotRunError(f"the programs do not get the same rows ({counts})")


def measure(commands: Commands, rounds: int, results: Path) -> Times:
    """Seconds of every command, one a round, out of one run of hyperfine.

    hyperfine works its commands off one after the other, all runs of each. It is therefore given
    each command once a round, with a single run, in an order that is shuffled for each round.
    """
    for line in commands.values():  # warms the file cache, and stops at a command that fails
        run(line)
    print(f"timing {rounds} rounds of {len(commands)} commands …", file=sys.stderr)
    order = random.Random(0)
    turns = [name for _ in range(rounds) for name in order.sample(list(commands), len(commands))]
    line = ["hyperfine", "--shell=none", "--output=pipe", "--runs=1", "--style=none"]
    run([*line, f"--export-json={results}", *(shlex.join(commands[name]) for name in turns)])
    times: Times = {name: [] for name in commands}
    timed = json.loads(results.read_text(encoding="utf-8"))["results"]
    for name, result in zip(turns, timed, strict=True):
        times[name] += result["times"]
    return times


def report(times: Times, versions: dict[str, str], rounds: int) -> tuple[list[str], bool]:
    """The lines to print, and whether every goal is reached."""
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    lines = [
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores; {rounds} rounds",
        ", ".join(f"{name} {version}" for name, version in versions.items()),
        "",
        *table(
            ("command", "median ms", "fastest ms"),
            (
                (name, f"{medians[name] * 1000:.1f}", f"{min(taken) * 1000:.1f}")
                for name, taken in times.items()
            ),
        ),
        "",
    ]
    rows = []
    for goal in GOALS:
        ratio = medians[goal.ours] / medians[goal.other]
        verdict = "reached" if ratio <= goal.most else "not reached"
        rows.append((f"{goal.ours} / {goal.other}", f"{ratio:.3f}", f"{goal.most:.2f}", verdict))
    lines += table(("ratio of medians", "measured", "at most", "goal"), rows)
    newest = medians[NEWEST_FLOOR] / medians[FLOOR]
    may = "may go" if newest <= PIN_MAY_GO else "must stay"
    lines += [
        "",
        f"Typer {versions['newest Typer']} / {versions['Typer']}: {newest:.2f}; "
        f"the pin on Typer {may} (it may go at {PIN_MAY_GO:.2f} or less)",
    ]
    return lines, all(row[-1] == "reached" for row in rows)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as a Markdown table, so that a result can go into the README as it is."""
    shown = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [
        "| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |"
        for row in [shown[0], rule, *shown[1:]]
    ]


def main() -> int:
    """Run the benchmark as the command line asks for it."""
    parser = argparse.ArgumentParser(description="Time briefing's start-up beside its peers.")
    parser.add_argument(
        "--work", type=Path, help="folder for the environments, kept and reused; else a temporary"
    )
    parser.add_argument("--rounds", type=int, default=40, help="runs of each command (40)")
    asked = parser.parse_args()
    try:
        need("hyperfine", "it does the timing")
        need("jq", "yq from PyPI only turns YAML into what jq reads")
        with TemporaryDirectory(prefix="briefing-benchmark-") as temporary:
            work = (asked.work or Path(temporary)).resolve()
            work.mkdir(parents=True, exist_ok=True)
            prepared = prepare(work)
            times = measure(prepared.commands, asked.rounds, work / "hyperfine.json")
    except CannotRunError as error:
        print(f"startup.py: {error}", file=sys.stderr)
        return 2
    lines, reached = report(times, prepared.versions, asked.rounds)
    print("\n".join(lines))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
