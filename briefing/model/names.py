"""How names are compared, in either script."""

import unicodedata

from briefing.model.records import Place

_SUFFIXES = "省市区县"


def fold(text: str) -> str:
    """Return ``text`` as it is compared: without width, case or accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def name_key(name: str) -> str:
    """Return what is left of a name without case, accents, blanks, marks and 市, 县 and the like.

    >>> name_key("Yang Quan"), name_key("阳泉市"), name_key("Lüliang")
    ('yangquan', '阳泉', 'luliang')
    """
    plain = "".join(filter(str.isalnum, fold(name)))
    while len(plain) > 2 and plain[-1] in _SUFFIXES:
        plain = plain[:-1]
    return plain


def place_names(place: Place) -> list[str]:
    """Return everything that a place may be called by, its id first."""
    texts = [place.name, place.short] if place.short else [place.name]
    names = [name for text in texts for name in (text.zh, text.en) if name]
    return list(dict.fromkeys([place.id, *names, *place.aliases]))
