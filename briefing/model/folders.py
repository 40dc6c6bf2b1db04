"""Which model files the paths and folders are that somebody names."""

import contextlib
import os
from collections.abc import Iterable

from briefing.limits import SHELF_MODELS
from briefing.model.reading import list_names, refuse, shipped_model
from briefing.problem import ModelError, message

ENDINGS = (".yaml", ".yml")
SHIPPED = "@shipped"
"""What names the shipped model wherever a path of a model may stand."""


def list_models(paths: Iterable[str]) -> list[str]:
    """Return the model files that ``paths`` name, or the shipped one where there are none.

    A folder stands for the models directly in it, and :data:`SHIPPED` for the shipped one; a file
    that is named twice, be it through a link, is listed once. A folder that cannot be read or holds
    no model is listed itself, and cannot be read as a model.
    """
    if isinstance(paths, str):
        raise TypeError("paths is a list of paths, not a single one")
    files: dict[str, str] = {}
    for path in paths:
        listed = [shipped_model() if path == SHIPPED else path]
        if os.path.isdir(path):
            with contextlib.suppress(ModelError):
                listed = _list_folder(path) or listed
        for file in listed:
            files.setdefault(os.path.realpath(file), file)
    return list(files.values()) or [shipped_model()]


def list_shelf(paths: Iterable[str]) -> list[str]:
    """Return the files that are read together; raise :class:`ModelError` if they are too many."""
    files = list_models(paths)
    if len(files) > SHELF_MODELS:
        raise refuse(files[SHELF_MODELS], message("too-large.shelf"))
    return files


def _list_folder(folder: str) -> list[str]:
    """Return the models directly in a folder; raise :class:`ModelError` if it cannot be read.

    A name that begins with a dot is that of a hidden file, which editors and systems put there.
    """
    files = (
        os.path.join(folder, name)
        for name in list_names(folder)
        if name.lower().endswith(ENDINGS) and not name.startswith(".")
    )
    # Folders, pipes and devices are no models, and reading one might never end.
    return [file for file in files if os.path.isfile(file) or not os.path.exists(file)]
