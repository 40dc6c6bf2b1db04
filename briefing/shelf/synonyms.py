"""Words that mean about the same, and words that ask without saying after what."""

from functools import cache

from briefing.datafiles import read_lines
from briefing.names.stems import is_akin, stem
from briefing.shelf.pages import level
from briefing.shelf.wordpatterns import is_latin, split_pieces

LONGEST_PHRASE = 5
"""Pieces in the longest word of several pieces that is looked up, and characters in Chinese."""


@cache
def list_asking_words() -> frozenset[str]:
    """Return the words of a question that say nothing of its subject, in both languages."""
    return frozenset(" ".join(read_lines(__spec__, "asking.txt")).split())


@cache
def list_words_for_posts() -> frozenset[str]:
    """Return the words for a post, in both languages."""
    return frozenset(" ".join(read_lines(__spec__, "posts.txt")).split())


def key_of(words: str) -> str:
    """Return what is the same for a word in its forms: its pieces, the English ones as stems.

    >>> key_of("Bullet trains") == key_of("bullet-train")
    True
    """
    return " ".join(stem(one) if is_latin(one) else one for one in split_pieces(level(words)))


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in read_lines(__spec__, "synonyms.txt"):
        listed = line.split(", ")
        for one in listed:
            found.setdefault(key_of(one), {}).update(dict.fromkeys(listed))
    return {
        key: tuple(one for one in listed if key_of(one) != key) for key, listed in found.items()
    }


@cache
def find_synonyms(words: str) -> tuple[str, ...]:
    """Return the words that mean about the same as one, which is known in any of its forms.

    >>> "expressway" in find_synonyms("motorways"), find_synonyms("nothing of the kind")
    (True, ())
    """
    key = key_of(words)
    known = _synonyms()
    if key not in known and is_latin(key):
        key = next((one for one in known if is_latin(one) and is_akin(key, one)), key)
    return known.get(key, ())
