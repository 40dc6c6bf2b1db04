"""Makes the patterns by which a word of a query is found in a text that is levelled."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.names.stems import stem

_LETTER = "[a-z]"
"""A letter of a word in a levelled text; those of other scripts are pieces by themselves."""
_WORDS = re.compile(f"{_LETTER}+")
_PIECES = re.compile(rf"{_LETTER}+|\d+(?:[.,]\d+)*|[^\W\d_]")
_HAN = re.compile(f"(?:(?!{_LETTER})[^\\W\\d_])+")
_GAP = "[ ,.]{0,3}"
"""What may stand between the pieces of a word: marks and blanks, which say nothing."""
MIN_START = 4
"""Letters; a shorter word is not taken for the start of a longer one."""
LONGEST_WORD = 40
"""Letters or characters; what is longer is looked for as it stands and in no other way."""
_MIN_INSIDE = 3  # letters; a shorter word is not looked for within others

SAME, STEM, SOUND, START, INSIDE = 1.0, 0.9, 0.8, 0.6, 0.4
"""How well what is found answers to a word, at most 1.

The same word, one of the same stem, characters that are read so, a longer word that begins with it,
and a word that has it within.
"""


class Found(NamedTuple):
    """A place at which a word is found, from its start to its end, and how well it answers."""

    start: int
    end: int
    likeness: float


class Pattern(NamedTuple):
    """A pattern, and what each of its groups is compared with; ``least`` is what may be found.

    An exact one finds its words only as they are.
    """

    regex: re.Pattern[str]
    words: tuple[str, ...] = ()
    least: float = START
    likeness: float = SAME
    exact: bool = False

    def find(self, text: str) -> Iterator[Found]:
        """Yield every place in a levelled text at which the pattern is found."""
        for one in self.regex.finditer(text):
            likeness = self.likeness
            for word, met in zip(self.words, one.groups(), strict=True):
                likeness = min(likeness, compare(word, met))
            if likeness >= self.least:
                yield Found(*one.span(), likeness)


def compare(word: str, met: str) -> float:
    """Return how well a word answers to one of a query: 0 if it does not."""
    if word == met:
        return SAME
    if stem(word) == stem(met):
        return STEM
    return START if met.startswith(word) and len(word) >= MIN_START else 0


def split_pieces(text: str) -> list[str]:
    """Return the words, the numbers and the single Chinese characters of a levelled text.

    >>> split_pieces("20gw 硅片")
    ['20', 'gw', '硅', '片']
    """
    return _PIECES.findall(text)


def is_han(text: str) -> bool:
    """Return whether a text is of Chinese characters alone."""
    return bool(_HAN.fullmatch(text))


def is_latin(text: str) -> bool:
    """Return whether a text is one word of letters."""
    return bool(_WORDS.fullmatch(text))


def make_pattern(pieces: Sequence[str], *, exact: bool = False) -> Pattern:
    """Return the pattern of pieces that stand one after another; an exact one takes no stems."""
    words = tuple(piece for piece in pieces if is_latin(piece))
    made = _GAP.join(_piece(piece, exact) for piece in pieces)
    return Pattern(re.compile(made), words, exact=exact)


def _piece(piece: str, exact: bool) -> str:
    if piece[0].isdigit():
        digits = piece.replace(",", "")
        inner = ",?".join(re.escape(one) for one in digits).replace(",?\\.,?", "\\.")
        return rf"(?<!\d)(?<!\d[.,]){inner}(?![.,]?\d)"
    if not is_latin(piece):
        return re.escape(piece)
    if exact:
        return f"(?<!{_LETTER})({piece})(?!{_LETTER})"
    # The last letter of a stem may change, as in policy and policies.
    first = stem(piece)
    first = first[:-1] if len(first) > _MIN_INSIDE else first
    return f"(?<!{_LETTER})({first}{_LETTER}*)"


def make_joined(pieces: Sequence[str]) -> list[Pattern]:
    """Return the patterns of an English word written as one, and in two with a hyphen or a blank.

    >>> [bool(one.regex.search("an intercity line")) for one in make_joined(["inter", "city"])]
    [True, False, False, False, False]
    """
    word = "".join(pieces)
    two = (make_pattern([word[:at], word[at:]], exact=True) for at in _parts(word))
    return [make_pattern([word]), *(one._replace(likeness=STEM) for one in two)]


def _parts(word: str) -> range:
    """Return where a word may be parted; so long a one as no language has is not."""
    return range(0) if len(word) > LONGEST_WORD else range(_MIN_INSIDE, len(word) - _MIN_INSIDE + 1)


def make_inside(word: str) -> Pattern | None:
    """Return the pattern of a word within others, if it is not too short for that."""
    if len(word) < _MIN_INSIDE:
        return None
    return Pattern(re.compile(re.escape(word)), least=INSIDE, likeness=INSIDE)


def make_sound(letters: str) -> Pattern | None:
    """Return the pattern of the characters that are read as some letters, if any can be."""
    from briefing.names.pinyin import read_so  # few searches need the readings

    read = read_so(letters)
    return Pattern(read, least=SOUND, likeness=SOUND) if read else None
