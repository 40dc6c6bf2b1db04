"""Ids for the records of a draft: those that other models have, else pinyin, each used once."""

from collections.abc import Mapping

from briefing.names.romanizing import make_id


class Ids:
    """The ids of one draft. ``known`` has those of things in other models, by section and name."""

    def __init__(self, known: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._known = known or {}
        self._taken: set[str] = set()

    def find(self, section: str, name: str) -> str | None:
        """Return the id that a thing of that name has in another model."""
        return self._known.get(section, {}).get(name)

    def take(self, section: str, name: str, wanted: str = "") -> str:
        """Return an id for a record and keep it: a known one, the wanted one, or pinyin.

        A number stands behind one that another record has already.
        """
        one = self.find(section, name) or wanted or make_id(name) or section
        number = 1
        made = one
        while made in self._taken:
            number += 1
            made = f"{one}-{number}"
        self._taken.add(made)
        return made
