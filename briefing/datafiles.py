"""Reads the data files that stand beside the modules, inside a zip file as well."""

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec


def read_file(spec: "ModuleSpec", name: str) -> str:
    """Return the text of a file in the folder of a module, which gives its own ``__spec__``."""
    loader: Any = spec.loader
    content: bytes = loader.get_data(os.path.join(os.path.dirname(spec.origin or ""), name))
    return content.decode("utf-8")


def read_lines(spec: "ModuleSpec", name: str) -> list[str]:
    """Return the lines of a file beside a module that are neither blank nor comments.

    A comment is a line that is "#" alone or begins with "# ", since a word may begin with the mark.
    """
    lines = read_file(spec, name).splitlines()
    return [line for line in lines if line.strip() and f"{line} "[:2] != "# "]
