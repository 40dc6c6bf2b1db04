import re
import tomllib
import zipfile
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from briefing.model.reading import shipped_model
from support import PACKAGE, PROJECT, process


def test_the_checkout_ships_its_own_model() -> None:
    assert shipped_model() == str(PROJECT / "data" / "article.yaml")


def test_the_wheel_takes_the_model_along_to_where_it_is_looked_for() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"data/article.yaml": "briefing/data/article.yaml"}


def test_the_model_is_found_within_a_zip_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "packed.zip"
    monkeypatch.chdir(tmp_path)  # where no package stands that Python would take instead
    with zipfile.ZipFile(packed, "w") as content:
        for file in PACKAGE.rglob("*.*"):
            content.write(file, file.relative_to(PROJECT))
        content.write(shipped_model(), "briefing/data/article.yaml")
    done = process("articles", "-O", "json", PYTHONPATH=str(packed))
    assert done == process("articles", "-O", "json")
    assert process("check", PYTHONPATH=str(packed)).out.startswith(str(packed))


def test_the_package_says_that_it_is_typed() -> None:
    assert (PROJECT / "briefing" / "py.typed").is_file()


COMPATIBLE = re.compile(r"\b(?:MIT|BSD|Apache|ISC|PSF|MPL|Mozilla Public License|CNRI-Python)\b")


def licences(name: str, extras: frozenset[str], known: dict[str, str]) -> dict[str, str]:
    """The licences of what a distribution needs, and of what that needs, by their names."""
    for line in metadata.requires(name) or ():
        needed = Requirement(line)
        wanted = needed.marker is None or any(
            needed.marker.evaluate({"extra": extra}) for extra in (*extras, "")
        )
        if wanted and needed.name not in known:
            about = metadata.metadata(needed.name)
            said = (about.get_all(one) or [] for one in ("License-Expression", "Classifier"))
            known[needed.name] = " ".join([*chain(*said), *(about.get_all("License") or [])])[:2000]
            licences(needed.name, frozenset(needed.extras), known)
    return known


def test_the_licences_of_all_that_is_needed_are_compatible() -> None:
    extras = frozenset(("draft", "mcp", "office"))
    found = licences("policy-briefing", extras, {"policy-briefing": "MIT"})
    assert {"typer", "openpyxl", "trafilatura", "mcp", "lxml"} <= set(found)
    assert {name for name, said in found.items() if not COMPATIBLE.search(said)} == set()
