"""Ids for the records of a draft: those that other models have, else pinyin, each used once."""

from collections.abc import Collection, Mapping

from briefing.names.romanizing import make_id

_LONGEST = 32


def make_short_id(name: str) -> str:
    """Return an id of a long name: the beginning of its pinyin."""
    return make_id(name)[:_LONGEST].strip("-")


class Ids:
    """The ids of one draft.

    ``known`` has those of things in other models, by section and name, and ``taken`` those that
    nothing else may have.
    """

    def __init__(self, known: Mapping[str, Mapping[str, str]], taken: Collection[str] = ()) -> None:
        self._known = known
        self._taken = set(taken)
        self._given: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last number behind each id; all below are given

    def find(self, section: str, name: str) -> str | None:
        """Return the id that a thing of that name has in another model."""
        return self._known.get(section, {}).get(name)

    def take(self, section: str, name: str, wanted: str = "") -> str:
        """Return an id for a record and keep it: a known one, the wanted one, or pinyin.

        A number stands behind one that another record has already.
        """
        known = self.find(section, name)
        if known and known not in self._given:
            self._given.add(known)
            return known
        one = wanted or make_id(name) or section
        number = self._numbers.get(one, 1)
        made = one
        while made in self._taken or made in self._given:
            number += 1
            made = f"{one}-{number}"
        self._numbers[one] = number
        self._given.add(made)
        return made
