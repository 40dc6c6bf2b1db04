"""The words and signs of English numbers that are no names of units."""

from briefing.quantities.data import words

SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9}
SHORT_SCALES |= {
    "bln": 10**9,
    "tln": 10**12,
    "mil": 10**6,
    "tn": 10**12,
    "trn": 10**12,
    "trln": 10**12,
}
"""What a number is multiplied by, by the letters behind it."""
SYMBOLS = {
    "cn¥": "CNY",
    "rmb¥": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "us$": "USD",
    "$": "USD",
    "hk$": "HKD",
    "a$": "AUD",
    "c$": "CAD",
    "s$": "SGD",
    "nz$": "NZD",
    "mex$": "MXN",
    "usd$": "USD",
    "hkd$": "HKD",
    "aud$": "AUD",
    "cad$": "CAD",
    "nzd$": "NZD",
    "mxn$": "MXN",
    "₿": "BTC",
    "₹": "INR",
    "€": "EUR",
    "£": "GBP",
}
"""The currencies of the signs before a number."""
MORE_UNITS = {
    "dollar": "USD",
    "dollars": "USD",
    "renminbi": "CNY",
    "pc": "%",
    "pct": "%",
    "pips": "bp",
    "cumecs": "m3",
    "cbm": "m3",
    "f": "°F",
    "fahrenheit": "°F",
    "deg f": "°F",
    "degrees c": "°C",
    "deg c": "°C",
    "deg celsius": "°C",
    "celsius": "°C",
    "centigrade": "°C",
    "chinese yuan": "CNY",
    "us dollar": "USD",
    "barrel": "bbl",
    "barrels": "bbl",
    "pound": "lb",
    "pounds": "lb",
    "pence": "p",
    "penny": "p",
    "cent": "cent",
    "cents": "cent",
    "francs": "franc",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "°f": "°F",
    "°": "度",
    "deg": "度",
    "degrees f": "°F",
    "degrees fahrenheit": "°F",
    "degree fahrenheit": "°F",
    "ppt": "pp",
    "ppts": "pp",
    "point": "pp",
    "points": "pp",
    "pt": "pp",
    "pts": "pp",
    "of a percentage point": "pp",
    "of a point": "pp",
    "bps": "bp",
    "km/h": "km",
    "kph": "km",
    "kmph": "km",
    "mph": "mi",
    "kt": "kt",
    "mt": "Mt",
    "bcm": "bcm",
    "mcm": "mcm",
    "sqkm": "km2",
    "sqm": "m2",
    "cu m": "m3",
    "kilo": "kg",
    "kilos": "kg",
    "fold": "times",
    "times": "times",
    "hr": "hour",
    "hrs": "hour",
    "mins": "minute",
    "secs": "second",
    "second": "second",
    "decade": "decade",
    "decades": "decade",
    "fen": "fen",
    "per mille": "‰",
    "permille": "‰",
    "‰": "‰",
    "jiao": "jiao",
    "兆": "兆",
}
"""How prose writes units besides; units.tsv has their names."""
ALSO_MONEY = {"pound": "GBP", "pounds": "GBP"}
"""Names of units that may as well be a currency."""
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions of one character."""
ONE = ("one", "One", "ONE")
LETTERS = {"t": "t", "m": "m", "h": "hour", "g": "g", "x": "times", "y": "year"}
"""The units of single letters behind digits; a lone m may be a million, too."""
UNIT_LETTERS = {"P": "PFLOPS", "C": "°C"} | {letter: letter for letter in "ABJLNVWtgm"}
"""The units of single letters as they are written, behind a number or its scale: 2 million t."""

_VERBS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5}
_BEFORE_VERB = ("to", "will", "would", "should", "must", "can", "could", "may")
MULTIPLES = {"twofold": 2, "twice": 2, "thrice": 3, "treble": 3}
for _verb, _times in _VERBS.items():
    _forms = [f"{_verb}d", f"{_verb}s", f"{_verb.removesuffix('e')}ing"]
    MULTIPLES |= dict.fromkeys([*_forms, *(f"{one} {_verb}" for one in _BEFORE_VERB)], _times)
"""How many times as much a word makes a thing."""
FUNCTION_WORDS = words(
    "a an the and or to from in on at by of for than as with per after before against while when "
    "which that but up down over under last this year now so if since until compared versus vs "
    "each apiece mark level threshold barrier milestone more less fewer respectively it its is was "
    "were are has had between"
)
"""Words that a number cannot count."""
