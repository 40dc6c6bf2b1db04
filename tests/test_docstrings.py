"""The examples in docstrings give what they say."""

import doctest
import importlib

import pytest

from support import PACKAGE, PROJECT

MODULES = [
    ".".join(file.relative_to(PROJECT).with_suffix("").parts)
    for file in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", MODULES)
def test_examples_give_what_they_say(module: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(module))
    assert (failed, tried > 0) == (0, True)
