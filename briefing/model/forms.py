"""The form in which texts are compared that may be written in several ways."""

import unicodedata
from itertools import groupby

_SHORT = 500


class _Decomposed(dict[int, str]):
    """What each character consists of, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFKD", chr(code))
        return self[code]


_DECOMPOSED = _Decomposed()


def compose(text: str) -> str:
    """Return a text in NFKC, in time in proportion to its length.

    Python takes the square of the number of marks on one character to put them in order.

    >>> compose("ＧＤＰ")
    'GDP'
    """
    if len(text) > _SHORT:
        text = text.translate(_DECOMPOSED)
        if any(map(unicodedata.combining, set(text))):
            text = _put_marks_in_order(text)
    return unicodedata.normalize("NFKC", text)


def _put_marks_in_order(text: str) -> str:
    """Return a text with the marks on each character in the order of NFKD."""
    runs = groupby(text, lambda one: unicodedata.combining(one) > 0)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs
    )


def pairs_of(text: str) -> set[str]:
    """Return every two characters that stand together in a text."""
    return {text[at : at + 2] for at in range(len(text) - 1)}
