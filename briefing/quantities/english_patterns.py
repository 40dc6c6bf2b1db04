"""The patterns of English numbers, made of the table of units and of the words beside it."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from briefing.quantities.data import either, read_lines
from briefing.quantities.english_tables import (
    MORE_UNITS,
    MULTIPLES,
    SHORT_SCALES,
    SYMBOLS,
    UNIT_LETTERS,
    VULGAR,
)
from briefing.quantities.english_words import SCALES
from briefing.quantities.units import english_units, rows


@cache
def unit_words() -> dict[str, str]:
    """Return the unit of each spelling that can follow a number, in lower case.

    Before a noun the words of a unit are joined: a 7,500-cubic-metre carrier.
    """
    known = english_units() | MORE_UNITS
    return known | {name.replace(" ", "-"): unit for name, unit in known.items()}


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns.

    They are looked for in long texts, so that each begins with what few places of a text have.
    """
    money = [name for row in rows() if row.kind == "money" for name in row.english]
    codes = dict.fromkeys(name for name in money if name.isupper())
    currency = either([*SYMBOLS, *map(str.lower, codes)])
    units, any_code = either(unit_words()), either(codes)
    behind_codes = "|".join(rf"(?<=\b{code})" for code in codes)
    return {
        "name": _compile_names(),
        "digits": re.compile(
            rf"(?=[\d.])(?:(?<![\w.])|{behind_codes})"
            r"(?P<digits>\d{1,3}(?:[,’'\u00a0\u2009\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+"
            r"|(?=\.\d))"
            r"(?P<rest>\.\d+)?(?P<ordinal>st|nd|rd|th)?(?![\d])",
            re.I,
        ),
        # A run of digits is tried once, from its first digit on.
        "vulgar": re.compile(rf"(?:(?<!\d)(\d++) ?)?([{VULGAR}])"),
        "fraction": re.compile(r"(?=\d)(?<![\d/.,])(?:(\d+) )?(\d{1,2})/(\d{1,3})(?![\d/])"),
        "minus": re.compile(r"(?:(?<![\w)])[-–] ?|\b(?:minus|negative) )(?:[$€£¥])?$", re.I),
        "and_a_part": re.compile(r" and (?:a|one|three) (half|quarters?|third)\b", re.I),
        "glued": re.compile(rf"(?<!\w){currency}(?=\d)", re.I),
        "scale": re.compile(rf"[- ]?{either([*SCALES, *SHORT_SCALES])}\b", re.I),
        # A currency before a number belongs to that number: the 2025 of "by 2025 CNY 50 million"
        # has no unit.
        "unit": re.compile(
            rf"(?:-plus|-odd|\+)?[- ]?(?:of )?(?!{any_code} ?\d)({units})(?!\w)", re.I
        ),
        "whole": re.compile(rf"(?: of)? an? (?:({'|'.join(SCALES)})\b)?", re.I),
        # The 12th straight year is one of twelve years.
        "anniversary": re.compile(r"[ -](?:\w+ )?anniversar(?:y|ies)\b", re.I),
        "running": re.compile(
            r" (?:(?:straight|consecutive|successive|running|year|month) )?"
            r"(?:in a row )?(years?|months?|weeks?|days?|quarters?)\b"
            r"| (?:(?:straight|consecutive|successive) )?"
            r"(annual|yearly|monthly|weekly|daily|quarterly)\b(?= [a-z]+)",
            re.I,
        ),
        "single": re.compile(
            r"\ban? (?P<unit>[a-z]+)(?:(?P<more> and a (?:half|quarter)\b)"
            r"|(?P<and>(?=,? and [\da-z-]+ (?:minute|month|week|day)s?\b))"
            r"|\b(?! (?:before|earlier|ago|on|later|after)\b))",
            re.I,
        ),
        "amount": re.compile(r"\d[^,.;()]*,? $"),
        "per_mille": re.compile(r" (?:per|in every) (?:1,000|1000|thousand)\b", re.I),
        "compound": re.compile(r" (?:and )?|, ?(?:and )?|"),
        "inches": re.compile(r" in\b"),
        "letter": re.compile(r" ?([tmhgxy])\b(?!['’·])", re.I),
        "symbol": re.compile(rf" ?([{''.join(UNIT_LETTERS)}])\b(?!['’.-]\w)"),
        "currency": re.compile(rf"(?<!\w)({currency})[- ]?$", re.I),
        "multiple": re.compile(rf"\b(?:{either(MULTIPLES)}|(?P<fold>[a-z]+)-?fold)\b", re.I),
        "halved": re.compile(r"\bhalv(?:ed|ing|es)\b", re.I),
        "share": re.compile(r"^(?!.* than )(?: [a-z]+){0,3} (?:in|out of)(?: every)? $", re.I),
        "range": re.compile(
            r"^(?:%|pp| per cent| percent)? ?(?:[-–—/]| to | and | or | against | versus ) ?$"
        ),
        "points": re.compile(r"[- ]*point", re.I),
        "year": re.compile(r"(?:19|20)\d\d"),
        "day": re.compile(r"(?<=the )\d\d?(?:st|nd|rd|th)"),
        "next": re.compile(r"[-\s]*([A-Za-z]+|.|$)"),
    }


def _compile_names() -> re.Pattern[str]:
    """Return the pattern of names with a numeral; where no word begins, few of them are tried."""
    groups = groupby(read_lines("english_names.txt"), key=lambda one: one.startswith(r"\b"))
    written = [
        rf"\b(?=\w)(?:{'|'.join(_as_written(one[2:]) for one in lines)})"
        if at_word
        else "|".join(map(_as_written, lines))
        for at_word, lines in groups
    ]
    return re.compile("|".join(written))


def _as_written(pattern: str) -> str:
    """Return a pattern that heeds case only if it names capital letters itself."""
    return pattern if re.search(r"\[[A-Z]", pattern) else f"(?i:{pattern})"


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with something that is no number in place of what was read."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "\x00" * (end - start)
    return "".join(characters)
