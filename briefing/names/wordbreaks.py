"""Where the words of a Chinese text, which has no blanks, begin and end, by ``glosses.tsv``."""

from briefing.names.glosses import LONGEST, is_explained

_AROUND = 4
"""So many characters on each side of a piece of a text are looked at."""


def cuts_words(text: str, start: int, end: int) -> bool:
    """Return whether a piece of a text is no word there, but the ends of the words around it.

    It is none where the characters around it make fewer words if it is not one of them.

    >>> cuts_words("重大交通水利设施", 3, 5), cuts_words("水库通水运行", 2, 4)
    (True, False)
    """
    if not (is_explained(text[start - 1 : start + 1]) and is_explained(text[end - 1 : end + 1])):
        return False
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    apart = _count_words(before) + 1 + _count_words(behind)
    return _count_words(before + text[start:end] + behind) < apart


def _count_words(text: str) -> int:
    """Return the least number of words that a text may consist of."""
    fewest = [0]
    for end in range(1, len(text) + 1):
        begins = range(max(0, end - LONGEST), end)
        fewest.append(
            1 + min(fewest[at] for at in begins if at == end - 1 or is_explained(text[at:end]))
        )
    return fewest[-1]
