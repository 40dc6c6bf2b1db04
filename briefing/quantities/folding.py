"""Brings variant signs of a text into one form, so that no rule has to know them.

`fold` changes single characters and keeps every place. `squeeze` takes away the blanks within a
number that is written in Chinese numerals, and says where each character stood.
"""

import re

from briefing.quantities.data import read_words

# Full-width commas, semicolons, question and exclamation marks are kept as they are.
_FOLD = {0xFEE0 + code: code for code in range(0x21, 0x7F) if chr(code) not in ",;?!"}
_FOLD |= str.maketrans(
    "\u00a0\u2002\u2003\u2009\u202f\u3000\t–―─−‐‑﹣~〜∼∶︰○﹪\uffe5\uffe1",
    "       ———----~~~::〇%\u00a5\u00a3",
)
_FOLD |= {ord(pair[0]): ord(pair[1]) for pair in read_words("traditional.txt")}

_DIGIT = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_SCALE = "十百千万亿兆拾佰仟廿卅"
_WITHIN = "点余多几分之又成折个"
# A blank joins a digit and a scale, or a number and what is written within it; never two digits.
_BLANK = re.compile(
    f"(?:(?<=[{_DIGIT}])(?=(?: {{1,4}})[{_SCALE}{_WITHIN}])"
    f"|(?<=[{_SCALE}])(?=(?: {{1,4}})[{_DIGIT}{_SCALE}{_WITHIN}])"
    f"|(?<=[点分之又])(?=(?: {{1,4}})[0-9{_DIGIT}{_SCALE}分之])"
    f"|(?<=[个百])(?=(?: {{1,4}})[百分点])"
    f"|(?<=[余多几])(?=(?: {{1,4}})[{_SCALE}])"
    f"|(?<=第)(?=(?: {{1,4}})[0-9{_DIGIT}{_SCALE}])) {{1,4}}"
)
# In the first characters of a paragraph, a numeral and a blank number its heading (二 十四五规划).
_HEADING = re.compile(
    "[一二三四五六七八九十]{1,2} ++(?![百千万亿兆点分又成折余多个]|十(?![一二三四五六]五))"
)
# A full-width comma groups digits where they are full-width too.
_WIDE_COMMA = re.compile("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
# Digits in groups of three, with narrow or fixed blanks between them; with others or full-width
# commas only right between Chinese characters, since two numbers may stand side by side.
_GROUPED = re.compile(
    "(?<![0-9０-９.])[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"
    "|(?<=[\u4e00-\u9fff])(?<![第点时月年])[0-9]{1,3}(?:(?: [0-9]{3})+|(?:，[0-9]{3})+)"
    "(?=\\.?[0-9]{0,4}[\u4e00-\u9fff%])(?![0-9])"
)
_MAY_BE_GROUPED = re.compile("[0-9][\u00a0\u2009\u202f ，][0-9]{3}")
"""What every number in such groups has; a text is read for them only where this stands."""
_BETWEEN_GROUPS = str.maketrans("\u00a0\u2009\u202f ，", ",,,,,")


def fold(text: str) -> str:
    """Return `text` with full-width, variant and Traditional signs in one form.

    Every character stays at its place.
    """
    if _MAY_BE_GROUPED.search(text):
        text = _GROUPED.sub(lambda found: found[0].translate(_BETWEEN_GROUPS), text)
    return _WIDE_COMMA.sub(",", text).translate(_FOLD)


def squeeze(text: str) -> tuple[str, list[int] | None]:
    """Return the folded `text` without the blanks within numbers, and the place of each character.

    The places are None where no blank is taken away. The last one is the end of the text.
    """
    if " " not in text:
        return text, None
    heading = _HEADING.match(text)
    spans = [found.span() for found in _BLANK.finditer(text, heading.end() if heading else 0)]
    if not spans:
        return text, None
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        parts.append(text[at:start])
        places.extend(range(at, start))
        at = end
    places.append(len(text))
    return "".join(parts), places
