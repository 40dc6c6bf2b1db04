"""How names are compared, in either script."""

import unicodedata
from collections.abc import Iterable, Sequence

from briefing.model.records import Place

_SUFFIXES = "省市区县"
_KINDS = _SUFFIXES + "州盟旗"


class _Plain(dict[int, str]):
    """What each character is compared as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        self[code] = "".join(one for one in plain if not unicodedata.combining(one))
        return self[code]


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Return ``text`` as it is compared: without width, case or accents."""
    return text.translate(_PLAIN)


def plain_name(name: str) -> str:
    """Return a name without case, accents, blanks and marks.

    >>> plain_name("Xi'an City")
    'xiancity'
    """
    return "".join(filter(str.isalnum, fold(name)))


def name_key(name: str) -> str:
    """Return what is left of a name without case, accents, blanks, marks and 市, 县 and the like.

    >>> name_key("Yang Quan"), name_key("阳泉市"), name_key("Lüliang")
    ('yangquan', '阳泉', 'luliang')
    """
    plain = plain_name(name)
    while len(plain) > 2 and plain[-1] in _SUFFIXES:
        plain = plain[:-1]
    return plain


def place_names(place: Place) -> list[str]:
    """Return everything that a place may be called by, its id first."""
    texts = [place.name, place.short] if place.short else [place.name]
    names = [name for text in texts for name in (text.zh, text.en) if name]
    return list(dict.fromkeys([place.id, *names, *place.aliases]))


def _without_kind(plain: str) -> str:
    return plain[:-1] if len(plain) > 2 and plain[-1] in _KINDS else plain


def _has_kind(names: Iterable[str]) -> bool:
    """Return whether one of some names has a word for the kind of its place."""
    return any(_without_kind(one) != one for one in map(plain_name, names))


class NamesOfPlaces:
    """The names of some places, of which is asked whose a name of another one may be as well.

    Names with other words for the kind, as 示例省 and 示例市, are told apart. So are 示例市 that is
    called 示例 for short and 示例县. Of a place that only goes by 示例 nobody can tell the kind.
    """

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._of_any_kind: dict[str, str] = {}
        self._without_kind: dict[str, str] = {}

    def add(self, names: Iterable[str], owner: str) -> None:
        """Add the names of a place; those that another one had before stay with that."""
        plain = {(each := plain_name(name)): _without_kind(each) for name in names}
        any_kind = all(key == name for name, key in plain.items())
        for name, key in plain.items():
            self._owners.setdefault(name, owner)
            if any_kind:
                self._of_any_kind.setdefault(name, owner)
            elif key != name:
                self._without_kind.setdefault(key, owner)

    def find(self, name: str, others: Iterable[str] = ()) -> str | None:
        """Return whose a name may be as well; ``others`` are more names of the place that has it.

        >>> known = NamesOfPlaces()
        >>> known.add(["示例省"], "shili")
        >>> known.find("示例"), known.find("示例市"), known.find("示例", ["示例市"])
        ('shili', None, None)
        """
        return self._find(name, has_kind=_has_kind(others))

    def find_first(self, names: Sequence[str]) -> tuple[str, str] | None:
        """Return the first of all names of a place that may be another's, and whose it may be."""
        has_kind = _has_kind(names)
        found = ((name, self._find(name, has_kind=has_kind)) for name in names)
        return next(((name, owner) for name, owner in found if owner), None)

    def _find(self, name: str, *, has_kind: bool) -> str | None:
        plain = plain_name(name)
        key = _without_kind(plain)
        if owner := self._owners.get(plain):
            return owner
        if key != plain:
            return self._of_any_kind.get(key)
        return None if has_kind else self._without_kind.get(plain)
