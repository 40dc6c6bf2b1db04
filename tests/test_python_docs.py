"""The page on the Python interface: its examples run, and it names everything that is public."""

import ast
import doctest
import re
import subprocess
import sys

import pytest

import briefing
from support import PACKAGE, PROJECT

PAGE = PROJECT / "docs" / "python.md"
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


def examples() -> str:
    """Return the examples of the page, on the lines on which they stand there."""
    text = PAGE.read_text(encoding="utf-8")
    kept, end = [], 0
    for block in _BLOCK.finditer(text):
        kept += ["\n" * text.count("\n", end, block.start(1)), block[1]]
        end = block.end(1)
    return "".join(kept)


def test_the_examples_run_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    test = doctest.DocTestParser().get_doctest(examples(), {}, PAGE.name, str(PAGE), 0)
    result = doctest.DocTestRunner().run(test)
    assert result.attempted
    assert not result.failed


def test_every_public_name_is_on_the_page() -> None:
    named = set(re.findall(r"\w+", PAGE.read_text(encoding="utf-8")))
    assert set(briefing.__all__) - named == set()


def test_importing_the_package_imports_no_library() -> None:
    script = "import briefing, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert {"typer", "rich", "msgspec", "yaml"} & set(done.stdout.split()) == set()


def test_type_checkers_are_told_where_the_names_come_from() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    typed = [
        (line.module, name.asname)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for name in line.names
    ]
    homes = [(module, name) for module, names in briefing._HOMES.items() for name in names]
    assert sorted(typed) == sorted(homes)
