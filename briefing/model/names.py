"""How names are compared, in either script."""

import unicodedata

from briefing.model.records import Place

_SUFFIXES = "省市区县"


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
