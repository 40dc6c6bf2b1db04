"""Given names that have a particle in them, which only the words around them tell to be names."""

from briefing.names.personal.edges import (
    AGED,
    begins_deed,
    has_weak_particle,
    is_han,
    is_introduced,
    is_title_of_next,
    may_be_given,
)
from briefing.names.tables import longest_word, starts_word, words

_PARTICLES = ("weak-particle", "name-particle")


def acts_behind(text: str, end: int) -> bool:
    """Return whether behind a name it is told what somebody says, or how old he or she is."""
    return starts_word(text, end, "saying") or bool(AGED.match(text, end))


def has_particle_told(text: str, start: int, end: int, given: int, is_common: bool) -> bool:
    """Return whether the words around a name let its given name have a particle in it.

    One of two characters may be one behind a post and before a verb of saying (郑向某), or before
    what is done (李某得 before 接受). ``is_common`` is whether the family name is.
    """
    if given == 1:
        return starts_word(text, end, "speech") and has_weak_particle(text, start, end)
    if not is_common:
        return False
    behind = text[end - given + 1 : end]
    if may_be_given(behind) and acts_behind(text, end) and not is_title_of_next(text, end):
        return True
    is_done = behind == "得" and longest_word(text, end, "after") > 1
    return (is_done and is_introduced(text, start)) or _has_one_particle(text, start, end)


def _has_one_particle(text: str, start: int, end: int) -> bool:
    """Return whether one of the last two characters behind a post is a particle: 任有德.

    The other one is a usual given name, and the name ends before a mark, a number or a verb.
    """
    particles = [one for one in text[end - 2 : end] if one not in words("given")]
    if len(particles) != 1 or not any(particles[0] in words(kind) for kind in _PARTICLES):
        return False
    ends = not is_han(text, end) or starts_word(text, end, "speech") or begins_deed(text, end)
    return (ends or longest_word(text, end, "after") > 1) and is_introduced(text, start)
