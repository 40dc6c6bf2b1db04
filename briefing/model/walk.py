"""Walking through a model, part by part."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from briefing.model.references import Path


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Struct]]:
    """Every part of a model with its path, outermost first."""
    if isinstance(value, Struct):
        yield path, value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, (*path, index))
