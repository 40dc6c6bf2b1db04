"""A piece of a Chinese text that may be the name of a person, and whether it is one."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """What may be a name, and what speaks for it.

    Before it: a post or the like (``introduced``), which may be one that a single person holds
    (``appointed``), a character that words for people end in (``called``), a mark of punctuation
    (``begins``), or a word that is no part of it (``apart``). Behind it: a word or mark at which a
    name may end (``ends``), among them a mark (``stops``), a verb of people (``acts``), a post
    (``titled``) and a word of two characters or more (``parted``).

    Its characters are no particles, or those of ``usual`` given names, or one of two is such
    (``hinted``), and that behind a common family name (``likely``); a name of two characters is
    ``short``. The given name may be a ``phrase``, which is a word as well. A ``rare`` family name
    is mostly another word, a ``common`` one hardly ever. A person without a full name, such as
    王某, is ``unnamed``. A ``torn`` name takes the first character of the words behind it. A title
    that stands behind names only follows one that is ``honoured``.
    """

    start: int
    end: int
    introduced: bool
    appointed: bool
    called: bool
    begins: bool
    apart: bool
    ends: bool
    stops: bool
    acts: bool
    titled: bool
    parted: bool
    usual: bool
    short: bool
    hinted: bool
    likely: bool
    phrase: bool
    rare: bool
    unnamed: bool
    common: bool
    torn: bool
    honoured: bool

    @property
    def is_plain(self) -> bool:
        """Whether this is a name although an ordinary word begins like it.

        Words for many people may stand before such a word as well: 群众安全感.
        """
        if self.short or not self.ends:
            return False
        if self.introduced:
            may_be = self.usual and not self.phrase
            is_held = self.appointed and (self.stops or self.parted or self.hinted)
            return is_held or self.acts or self.titled or may_be
        return self.usual and ((self.begins and self.acts) or (self.apart and self.honoured))

    @property
    def is_told(self) -> bool:
        """Whether this is a name, by itself."""
        if self.unnamed:
            return self.introduced or not self.rare
        if self.rare:
            told = self.acts or (self.usual and self.ends)
            named = self.introduced or (self.usual and self.apart and self.acts and not self.short)
            may_be = self.hinted and (self.usual or self.appointed)
            placed = self.introduced and (self.stops or self.parted) and may_be
            return ((named and told) or placed) and not self.phrase
        if self.introduced:
            return self.ends or (self.usual and not self.short) or self.likely
        if self.usual and not self.phrase:
            if self.short:
                told = self.called or (self.apart and (self.acts or self.titled))
                return self.ends and (told or (self.begins and not self.stops))
            return self.begins or self.apart or (self.ends and (self.acts or self.titled))
        if self.honoured and self.likely and not self.phrase:
            return True
        if self.likely and self.begins and not (self.stops or self.phrase):
            return self.ends
        told = (self.begins and self.titled) or (self.apart and self.acts)
        return self.ends and told and (self.common or self.titled or not self.phrase)
