"""The README says what is so: its examples, its field reference, its codes."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from briefing.checks.manual import explain_codes
from briefing.model import records as model

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"^```console\n(\$ briefing .*?)^```\n", re.M | re.S)


def run(command: str) -> str:
    """What a terminal of 80 cells without colour shows for a command."""
    script = f"from sys import argv; argv[0] = 'briefing'\n{MAIN}"
    words = [word.strip("'\"") for word in re.findall(r"'[^']*'|\"[^\"]*\"|\S+", command)][1:]
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        env={"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80", "LANG": "en_GB.UTF-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


MAIN = "from briefing.cli.main import main; main()"


def with_outputs(block: str) -> str:
    """A block's commands, each with its real output below it."""
    commands = re.findall(r"^\$ (briefing .*)$", block, re.M)
    return "\n".join(f"$ {command}\n{run(command)}" for command in commands)


def codes() -> str:
    """The table of the codes, out of the code that finds them."""
    rows = "".join(f"| `{code}` | {meaning} |\n" for code, meaning in explain_codes().items())
    return f"| code | what it means |\n| --- | --- |\n{rows}"


def current(readme: str) -> str:
    """The README with everything in it that the tool can say itself."""
    readme = BLOCK.sub(lambda found: f"```console\n{with_outputs(found[1])}```\n", readme)
    return re.sub(
        r"(<!-- codes -->\n\n).*?(\n<!-- /codes -->)",
        lambda found: found[1] + codes() + found[2],
        readme,
        flags=re.S,
    )


def test_examples_and_codes_are_what_the_tool_says(pytestconfig: pytest.Config) -> None:
    written = README.read_text(encoding="utf-8")
    if pytestconfig.getoption("--update-golden"):
        README.write_text(current(written), encoding="utf-8")
        return
    assert BLOCK.search(written)
    assert written == current(written)


def test_two_commands_set_themselves_up() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README.read_text(encoding="utf-8"), re.M)
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/briefing summary",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
    ]


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("source", model.Source),
        ("summary", model.Summary),
        ("places", model.Place),
        ("strategies", model.Strategy),
        ("figures", model.Figure),
        ("projects", model.Project),
        ("people", model.Person),
        ("events", model.Event),
        ("sectors", model.Sector),
        ("terms", model.Term),
        ("waived", model.Waiver),
    ],
)
def test_field_reference_has_every_field(section: str, kind: type[msgspec.Struct]) -> None:
    written: dict[str, bool] = {}
    rows = README.read_text(encoding="utf-8").partition("<!-- fields -->")[2]
    rows = rows.partition("<!-- /fields -->")[0]
    here = ""
    for first, fields in re.findall(r"^\|(?: (.*?))? \| (.*?) \| .*$", rows, re.M):
        here = first.strip("`") or here
        if here == section:
            for bold, name in re.findall(r"(\*\*)?`([a-z_]+)`", fields):
                written[name] = bool(bold)
    assert written == {field.name: field.required for field in msgspec.structs.fields(kind)}
