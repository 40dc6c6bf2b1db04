"""Data flows one way: the parts of the package import only what stands before them."""

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter

import pytest

from support import EXAMPLE, PACKAGE

pytestmark = pytest.mark.once

MODULES = {
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): file
    for file in sorted(PACKAGE.rglob("*.py"))
}

LOWEST = {"limits", "problem"}
MAY_IMPORT: dict[str, set[str]] = {
    "datafiles": set(),
    "limits": set(),
    "problem": set(),
    "document": set(),
    "model": LOWEST,
    "quantities": set(),
    "names": {"datafiles"},
    "checks": {*LOWEST, "model", "names", "quantities"},
    "files": {*LOWEST, "model"},
    "verifying": {*LOWEST, "checks", "datafiles", "files", "model", "names", "quantities"},
    "serving": {
        *(*LOWEST, "checks", "citation", "document", "model", "names", "output"),
        *("quantities", "shelf", "verifying", "views", "words"),
    },
    "words": {*LOWEST, "datafiles", "document", "model", "quantities"},
    "drafting": {
        *(*LOWEST, "checks", "datafiles", "document", "files", "model", "names", "quantities"),
        "words",
    },
    "shelf": {*LOWEST, "datafiles", "model", "names", "quantities", "words"},
    "citation": {"document", "model", "names", "quantities"},
    "views": {"citation", "document", "model", "quantities", "shelf", "words"},
    "output": {*LOWEST, "checks", "datafiles", "document", "model", "verifying", "words"},
    "cli": {
        *(*LOWEST, "", "checks", "citation", "datafiles", "document", "drafting", "files"),
        *("model", "names", "output", "quantities", "serving", "shelf", "verifying"),
        *("views", "words"),
    },
    "__main__": {"cli"},
    "": {
        *("checks", "citation", "drafting", "model", "problem", "quantities", "shelf"),
        *("verifying", "words"),
    },
}
"""What each part of the package may import, besides itself; data flows down this list."""

ALONE_IMPORT = {
    "yaml": ["briefing.model.yamldump", "briefing.model.yamlevents", "briefing.model.yamlfile"],
    "typer": ["briefing.cli"],
    "rich": ["briefing.cli.progress"],
    "docx": ["briefing.output.docx"],
    "openpyxl": ["briefing.output.xlsx"],
    "markupsafe": ["briefing.output.html"],
    "trafilatura": ["briefing.drafting.pages.markup"],
    "lxml": ["briefing.drafting.pages.markup"],
    "mcp": ["briefing.serving.server"],
    "click": [],
}
TOUCH_FILES = ["briefing.cli", "briefing.model.reading"]
LONGEST = 340
OVERVIEWS = (
    *("cli", "drafting", "drafting.finding", "drafting.pages", "model", "names"),
    *("names.personal", "serving", "shelf", "verifying", "verifying.aligning", "verifying.bearing"),
    *("verifying.naming", "verifying.numbers", "verifying.telling", "views"),
)
"""The packages whose docstrings say which module does what."""


KNOWN = {*MODULES, *(name.removesuffix(".__init__") for name in MODULES)}


@cache
def nodes(module: str) -> list[ast.AST]:
    """All that stands in a module, which is parsed once for all tests."""
    return list(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))


@cache
def imports(module: str) -> frozenset[str]:
    """Every module that a module imports, wherever in it that is written."""
    found: set[str] = set()
    for node in nodes(module):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module
            assert node.level == 0
            names = [f"{node.module}.{name.name}" for name in node.names]
            found |= {name if name in KNOWN else node.module for name in names}
    return frozenset(found)


def own_imports(module: str) -> set[str]:
    return {name for name in imports(module) if name.partition(".")[0] == "briefing"}


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def belongs(module: str, to: list[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in to)


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_part_imports_only_what_stands_before_it(package: str) -> None:
    for module in MODULES:
        if part(module) == package and not module.endswith("__init__"):
            assert {part(name) for name in own_imports(module)} <= {*MAY_IMPORT[package], package}


def test_every_part_may_import_something_or_nothing() -> None:
    assert {part(name) for name in MODULES} - {"__init__"} == set(MAY_IMPORT) - {""}


def test_imports_make_no_circle() -> None:
    graph = {name: own_imports(name) for name in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) >= len(MODULES)


def test_what_several_rules_need_to_know_stands_above_them() -> None:
    """Only what runs the rules imports them, in the package of the check."""
    rules = "briefing.checks.rules"
    knowing = {
        name
        for name in MODULES
        if name.startswith("briefing.checks.")
        and not name.startswith(rules)
        and any(one.startswith(rules) for one in own_imports(name))
    }
    assert knowing == {"briefing.checks.check"}


@pytest.mark.parametrize("package", ALONE_IMPORT)
def test_a_library_is_known_where_it_belongs_alone(package: str) -> None:
    knowing = [
        module
        for module in MODULES
        if any(name.partition(".")[0] == package for name in imports(module))
    ]
    assert all(belongs(module, ALONE_IMPORT[package]) for module in knowing)
    assert bool(knowing) == bool(ALONE_IMPORT[package])


def test_files_are_touched_where_they_may_be_alone() -> None:
    opening = {"open", "io.open", "os.open", "os.listdir", "os.replace", "NamedTemporaryFile"}
    touching = [
        module
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.Call)
        and (
            ast.unparse(node.func) in opening
            or ast.unparse(node.func).endswith((".read_text", ".write_text", ".read_bytes"))
        )
    ]
    assert "briefing.model.reading" in touching
    assert all(belongs(module, TOUCH_FILES) for module in touching)


@pytest.mark.parametrize("package", OVERVIEWS)
def test_the_overview_of_a_package_names_modules_that_it_has(package: str) -> None:
    file = MODULES[f"briefing.{package}.__init__"]
    overview = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    named = {f"briefing.{package}.{one}" for one in re.findall("``(\\w+)``", overview)}
    assert named
    assert named <= KNOWN


def test_a_module_stays_short_enough_to_read() -> None:
    lengths = {
        name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in MODULES.items()
    }
    assert {name for name, lines in lengths.items() if lines > LONGEST} == set()


@pytest.mark.parametrize(
    ("args", "not_imported"),
    [
        (["--version"], {"rich", "yaml", "msgspec"}),
        (["figures", "--export", "json"], {"rich"}),
        (["figures"], {"rich"}),
        (["strategies"], {"rich"}),
    ],
)
def test_a_command_imports_no_library_before_it_needs_it(
    args: list[str], not_imported: set[str]
) -> None:
    script = (
        "import sys\n"
        "from briefing.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as ended: assert not ended.code\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *args, *(["-a", EXAMPLE] if args[0] != "--version" else [])],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    imported = set(done.stderr.split())
    assert "briefing.cli.main" in imported
    assert imported & not_imported == set()
