"""The XML of a Word document: what its elements and attributes are called, and its styles."""

import re
from typing import NoReturn

from briefing.model.reading import refuse
from briefing.problem import message

OF_WORD = re.compile(r"\{[^}]*/(?:wordprocessingml/(?:2006/)?main|markup-compatibility/2006)\}")
"""What stands before the name of an element of Word."""
_OFF = frozenset(["0", "false", "off", "none"])


class Styles:
    """Takes from the XML of a document's styles which of them hide their text."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[str] = []
        self._style = ""
        self._hides: dict[str, bool] = {}
        self._based_on: dict[str, str] = {}

    def list_hidden(self) -> frozenset[str]:
        """Return the ids of the styles that hide their text, by themselves or by their base."""
        return frozenset(filter(self._is_hidden, {*self._hides, *self._based_on}))

    def doctype(self, *_: object) -> NoReturn:
        """Refuse a document type: Word writes none, and it could define endless entities."""
        raise refuse(self._file, message("no-document.broken"))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take notice of an element that begins."""
        name = OF_WORD.sub("", tag)
        self._open.append(name)
        if name == "style":
            self._style = find_attribute("styleId", attributes)
        elif name == "basedOn":
            self._based_on[self._style] = find_attribute("val", attributes)
        elif name == "vanish" and self._open[-3:-1] == ["style", "rPr"]:
            self._hides[self._style] = not is_off(attributes)

    def end(self, _: str) -> None:
        """Take notice that the last element that began ends."""
        self._open.pop()

    def _is_hidden(self, style: str) -> bool:
        bases: dict[str, None] = {}
        while style not in self._hides and style in self._based_on and style not in bases:
            bases[style] = None
            style = self._based_on[style]
        hides = self._hides.get(style, False)
        self._hides.update(dict.fromkeys(bases, hides))  # so that no chain is gone along twice
        return hides


def find_attribute(name: str, attributes: dict[str, str]) -> str:
    """Return the value of the attribute of this name, or an empty text."""
    return next((one for key, one in attributes.items() if key.rpartition("}")[2] == name), "")


def is_off(attributes: dict[str, str]) -> bool:
    """Return whether a property that is on or off is off."""
    return find_attribute("val", attributes) in _OFF
