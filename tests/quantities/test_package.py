"""The package stands alone: what it imports, its README, and its data within a zip file."""

import doctest
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support import PACKAGE

QUANTITIES = PACKAGE / "quantities"


def run(script: str, *path: str) -> str:
    """Run a script in a process of its own that finds packages in `path` first."""
    script = f"import sys; sys.path[:0] = {list(path)}\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def test_it_imports_nothing_else_of_the_project() -> None:
    script = (
        "from briefing.quantities import english, scan, units\n"
        "print(*(name for name in sys.modules if name.startswith('briefing')))"
    )
    imported = set(run(script, str(PACKAGE.parent)).split())
    assert {name for name in imported if not name.startswith("briefing.quantities")} == {"briefing"}


@pytest.mark.parametrize("module", ["", ".units", ".months"])
def test_names_do_not_import_the_scanner(module: str) -> None:
    script = f"import briefing.quantities{module}\nprint(*sys.modules)"
    imported = set(run(script, str(PACKAGE.parent)).split())
    assert not {"briefing.quantities.scanner", "msgspec"} & imported


def test_what_is_not_public_is_no_attribute() -> None:
    from briefing import quantities

    with pytest.raises(AttributeError, match="has no attribute 'measure'"):
        _ = quantities.measure  # type: ignore[attr-defined]


def test_the_examples_of_the_readme_run() -> None:
    result = doctest.testfile(str(QUANTITIES / "README.md"), module_relative=False)
    assert result.attempted
    assert not result.failed


def test_the_data_is_read_within_a_zip_file(tmp_path: Path) -> None:
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as content:
        content.writestr("briefing/__init__.py", "")
        for file in QUANTITIES.iterdir():
            if file.is_file():
                content.write(file, f"briefing/quantities/{file.name}")
    script = (
        "from briefing.quantities import scan_paragraph, units\n"
        "found, = scan_paragraph('近300公里')\n"
        "print(units.__file__, found.unit, units.unit_name('km', 'en'))"
    )
    where, *said = run(script, str(packed)).split()
    assert where.startswith(str(packed))
    assert said == ["km", "kilometre"]
