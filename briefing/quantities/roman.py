"""Reads Roman numerals, by which classes are told: Ⅲ类水, Ⅰ—Ⅲ类, Class IV."""

import re

from briefing.quantities.amounts import Found, Value
from briefing.quantities.english_number import EnglishNumber, Reading

SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
LETTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_VALUES = {
    written: value for signs in (SIGNS, LETTERS) for value, written in enumerate(signs, start=1)
}
_LONGEST_FIRST = "|".join(sorted(LETTERS, key=len, reverse=True))
_NUMERAL = f"(?:[{SIGNS}]|(?<![A-Za-z0-9])(?:{_LONGEST_FIRST})(?![A-Za-z0-9]))"
_RANGE = "至到—~–-"
_CLASSES = re.compile(
    f"(?P<numerals>{_NUMERAL}(?:[、和或及与{_RANGE}]{_NUMERAL}){{0,7}})(?P<word>类|级|型|期)"
)
_FIRSTS = frozenset(written[0] for written in _VALUES)
_SHAPES = ("V型", "X型", "X级")
"""Letters that are no numerals: V型 is a shape."""
_EACH = re.compile(_NUMERAL)
_ENGLISH = re.compile(
    r"(?<![\w-])(?:[Cc]lass(?:es)?|[Gg]rades?|[Cc]ategor(?:y|ies)|[Tt]ypes?)[ -]"
    rf"(?P<first>{_NUMERAL})"
    rf"(?:(?: ?[–-] ?|(?:, ?| )?(?:and|or|to) )(?P<last>{_NUMERAL}))?(?!\w)"
)


def read_classes(text: str, start: int) -> Found | None:
    """Return the class or classes that begin at an offset of a Chinese text, or None.

    >>> read_classes("Ⅰ—Ⅲ类", 0)[:5]
    (0, 4, [1, 3], '类', 'range')
    """
    if text[start : start + 1] not in _FIRSTS:
        return None
    found = _CLASSES.match(text, start)
    if found is None or found[0] in _SHAPES:
        return None
    values = [_VALUES[one] for one in _EACH.findall(found["numerals"])]
    value: Value = values[0] if len(values) == 1 else [*values]
    between = found["numerals"][1:-1]
    ranged = len(values) == 2 and values[0] < values[1] and any(one in between for one in _RANGE)
    return Found(start, found.end(), value, found["word"], "range" if ranged else "ordinal")


def find_english(text: str) -> list[EnglishNumber]:
    """Return the Roman numerals of classes in an English text as numbers.

    >>> [one.value for one in find_english("from Class IV to Class II or III")]
    [4, 2, 3]
    """
    spans = [
        found.span(name)
        for found in _ENGLISH.finditer(text)
        if found[0][0].isupper() or found["first"] != "I" or found["last"]  # the type I like
        for name in ("first", "last")
        if found[name]
    ]
    values = [_VALUES[text[start:end]] for start, end in spans]
    return [
        EnglishNumber(*span, value, None, (Reading(value, None),))
        for span, value in zip(spans, values, strict=True)
    ]
