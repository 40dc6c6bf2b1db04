"""What the commands say of the example, whole. ``pytest --update-golden`` accepts what changed."""

from pathlib import Path

import pytest

from support import EXAMPLE, HERE, briefing

GOLDEN = HERE / "golden"

COMMANDS = {
    "summary": "summary",
    "city-list": "city",
    "city-profile": "city dongjia",
    "city-compare": "city dongjia xiyi",
    "zone-list": "zone",
    "zone-profile": "zone zhongwu",
    "strategies": "strategies",
    "figures": "figures",
    "figures-none": "figures nothing-holds-this",
    "projects": "projects",
    "people": "people",
    "events": "events",
    "sectors": "sectors",
    "terms": "terms",
    "search": "search 码头",
    "show": "show dongjia",
    "show-figure": "show starts",
    "export": "export",
}
PIPES = ("en", "zh", "both")
TERMINALS = (("en", 80), ("zh", 80), ("both", 80), ("both", 60))

EXPORTED = ("summary", "city-profile", "figures", "export")
FORMATS = ("json", "jsonl", "csv", "tsv", "yaml", "md")
OF_ONE_TABLE = ("csv", "tsv")
FILES = [
    (name, form)
    for name in EXPORTED
    for form in FORMATS
    if name == "figures" or form not in OF_ONE_TABLE
]


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> "Golden":
    return Golden(update=pytestconfig.getoption("--update-golden"))


class Golden:
    """Compares with a file in golden/, or writes it."""

    def __init__(self, *, update: bool) -> None:
        self.update = update

    def holds(self, name: str, content: str) -> None:
        file: Path = GOLDEN / name
        if self.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode())
        assert content == file.read_bytes().decode()


def shown(command: str, **environ: str) -> str:
    # Where the model is stays the same for what a reader types next, which need not name it.
    run = briefing(*command.split(), **environ, BRIEFING_ARTICLE=EXAMPLE)
    assert run.status == 0
    return run.out + run.err


@pytest.mark.parametrize("name", COMMANDS)
def test_piped(name: str, golden: Golden) -> None:
    commands = [f"{COMMANDS[name]} --lang {lang}" for lang in PIPES]
    golden.holds(
        f"piped/{name}.txt", "\n".join(f"$ briefing {one} | cat\n{shown(one)}" for one in commands)
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_terminal(name: str, golden: Golden) -> None:
    golden.holds(
        f"terminal/{name}.txt",
        "\n".join(
            f"$ COLUMNS={cells} briefing {COMMANDS[name]} --lang {lang}\n"
            + shown(
                f"{COMMANDS[name]} --lang {lang}",
                FORCE_COLOR="1",
                NO_COLOR="1",
                COLUMNS=str(cells),
            )
            for lang, cells in TERMINALS
        ),
    )


@pytest.mark.parametrize(("name", "form"), FILES)
def test_exported(name: str, form: str, golden: Golden) -> None:
    golden.holds(f"export/{name}.{form}", shown(f"{COMMANDS[name]} --export {form}"))


def test_no_golden_file_is_left_over() -> None:
    kept = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.*")}
    held = {f"{where}/{name}.txt" for where in ("piped", "terminal") for name in COMMANDS}
    assert kept == held | {f"export/{name}.{form}" for name, form in FILES}
