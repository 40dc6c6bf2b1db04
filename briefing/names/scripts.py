"""Simplified and traditional characters, and which stands for which."""

from functools import cache

from briefing.names.tables import read_lines


@cache
def scripts() -> tuple[dict[int, str], dict[int, str]]:
    """Return what makes simplified characters of traditional ones, and the other way round.

    Both are tables for :meth:`str.translate`. Of several traditional forms the first is taken.

    >>> "高鐵".translate(scripts()[0]), "高铁".translate(scripts()[1])
    ('高铁', '高鐵')
    """
    pairs = [line.split("\t") for line in read_lines("scripts.tsv")]
    simplified = {ord(form): one for one, forms in reversed(pairs) for form in forms}
    return simplified, {ord(one): forms[0] for one, forms in pairs}
