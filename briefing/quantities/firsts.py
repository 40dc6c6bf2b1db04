"""The characters with which a quantity may begin: digits, numerals, signs, words of time."""

from string import ascii_letters

from briefing.quantities.date_context import YEAR_WORDS
from briefing.quantities.numerals import ARABIC, CHINESE, FORMAL
from briefing.quantities.roman import SIGNS

SYMBOLS = {"\u00a5": "CNY", "$": "USD", "\u20ac": "EUR", "\u00a3": "GBP"}
"""The symbols of money that stand before a number."""

FIRSTS = (
    ARABIC
    | CHINESE
    | frozenset(FORMAL)
    | frozenset(SYMBOLS)
    | frozenset(SIGNS)
    | frozenset("第前头首翻零负对上下半-—〔[(【图表")
    | {word[0] for word in YEAR_WORDS}
    | frozenset(ascii_letters)
)
"""With any other character nothing begins that has a value."""
