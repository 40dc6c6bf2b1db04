"""Reads numbers as Chinese prose writes them: 1,234.5, 1.64亿, 二百三十, 十几, 3亿多, 七八百.

The text is folded first (see `fold`), so that full-width digits and signs need no rules of their
own. Reading takes one pass and looks a bounded number of characters ahead.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from briefing.quantities.unit_words import SCALE_UNIT

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_IN_ARABIC = str.maketrans({mark: str(value) for mark, value in DIGITS.items()})
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
CHINESE = frozenset(DIGITS) | frozenset(SCALES) | {"几", "数"}
ARABIC = frozenset("0123456789")

# A run of more digits than this is not read as a number; it may be an identity number.
MAX_DIGITS = 24
# The same limit for Chinese numerals; a number below 10**16 needs at most 31 of them.
MAX_CHINESE = 40
# Two digits that stand for a number between them (七八百, 三五天).
_PAIRS = ("12", "23", "34", "45", "56", "67", "78", "89", "35")

_DIGITS = f"[0-9]{{1,{MAX_DIGITS}}}(?![0-9])"
_GROUP = ",[0-9]{3}(?![0-9])"
_WHOLE = re.compile(f"[0-9]{{1,2}}(?:{_GROUP}){{1,8}}|[0-9]{{3}}(?:{_GROUP}){{1,7}}|{_DIGITS}")
_FRACTION = re.compile(f" {{0,2}}\\. {{0,2}}({_DIGITS})")
_POINT = re.compile("点([零〇一二两三四五六七八九]{1,23}+)(?![十百点])")
_SCALE = re.compile(f"(?!{SCALE_UNIT})[十百千万亿]")
_MARK = f"(?!{SCALE_UNIT})[几{''.join(DIGITS)}{''.join(SCALES)}]"
_RUN = re.compile(f"(?:数|{_MARK})(?:{_MARK}){{0,{MAX_CHINESE - 1}}}")

# After these characters 数 ends a word (人数, 总数) and does not begin a number (数十).
_COUNTED = frozenset("人总指系倍参函次件户个家多少基常计岁半单双位分奇偶对级项页点变整小字度天票得")
# Qualifiers inside a number; with 来 and 几 it goes on only before these (30来个, not 2022来临).
_INSIDE = re.compile("余|多|[来几](?=[个家人名位户次条座年天项万亿件台岁亩里公米吨斤块元种])")

# Full-width commas, semicolons, question and exclamation marks are kept as they are.
_FOLD = {0xFEE0 + code: code for code in range(0x21, 0x7F) if chr(code) not in ",;?!"}
_FOLD |= str.maketrans(
    "\u00a0\u2002\u2003\u2009\u202f\u3000\t–―─−‐‑﹣~〜∼∶︰○萬億兩﹪幾\uffe5\uffe1",
    "       ———----~~~::〇万亿两%几\u00a5\u00a3",
)


def fold(text: str) -> str:
    """Return `text` with full-width and variant signs in one form, every offset unchanged."""
    return text.translate(_FOLD)


class Numeral(NamedTuple):
    """A number that ends at `end` of a text.

    The value is `top / bottom`; `top` is None if the text does not say it (几十, 数百). `high` is
    the upper number of two (七八百), or None. `scale` is the product of the 万 and 亿 that follow
    the digits, or 1. `infix` is the qualifier inside the number (`more_than` in 2250余万), or
    empty. `form` is `arabic`, `chinese`, `year` (二〇二二, written digit by digit) or `scale` (a
    number that begins with 百, 千, 万 or 亿, as in 万人).
    """

    end: int
    top: int | None
    bottom: int
    scale: int
    infix: str
    form: str
    high: int | None = None

    def value(self, factor: tuple[int, int] = (1, 1)) -> int | float | None:
        """Return the number times `factor`, a numerator and a denominator."""
        return None if self.top is None else ratio(self.top * factor[0], self.bottom * factor[1])

    @property
    def plain(self) -> bool:
        """Whether it is one whole number without 万, 亿, a qualifier or a second value."""
        return self.bottom == 1 and self.scale == 1 and not self.infix and self.high is None


def ratio(top: int, bottom: int) -> int | float:
    """Return `top / bottom`, as an int if it is whole."""
    quotient, rest = divmod(top, bottom)
    return top / bottom if rest else quotient


def whole(written: str | None) -> int:
    """Return the whole number that `written` spells, or 0 for None."""
    numeral = read(written, 0) if written else None
    return numeral.top or 0 if numeral else 0


def blanks(text: str, at: int) -> int:
    """Return the place after the blanks at `at`, of which at most two are skipped."""
    return run_end(text, at, " ", 2)


def run_end(text: str, at: int, marks: Container[str], most: int = MAX_DIGITS + 1) -> int:
    """Return the end of the run of `marks` at `at`, of which at most `most` are read."""
    stop = min(len(text), at + most)
    while at < stop and text[at] in marks:
        at += 1
    return at


def read(text: str, start: int) -> Numeral | None:
    """Return the longest number that begins at `start` of the folded `text`, or None."""
    first = text[start : start + 1]
    if first in ARABIC:
        return _arabic(text, start)
    if first in CHINESE:
        return _chinese(text, start)
    return _formal(text, start) if first in FORMAL else None


def _arabic(text: str, start: int) -> Numeral | None:
    """Read a number in Arabic digits, with commas, decimal places, and 万 or 亿 after it."""
    found = _WHOLE.match(text, start)
    if not found:
        return None
    digits, end, places = found[0].replace(",", ""), found.end(), 0
    fraction = _FRACTION.match(text, end)
    # At the start of a paragraph, `1. 3` with a blank only after the dot numbers an item of a list.
    if fraction and not (start == 0 and fraction[0].startswith(". ")):
        digits, end, places = digits + fraction[1], fraction.end(), len(fraction[1])
    return _scaled(text, end, int(digits), 10**places, "arabic")


def _scaled(text: str, end: int, top: int | None, bottom: int, form: str) -> Numeral:
    """Return the number with the 万, 亿, 余 or 多 after it, and a lower part (1亿2000万)."""
    scale, infix = 1, ""
    is_round = top is not None and top % 10 == 0 and top >= 10 * bottom
    while True:
        at = blanks(text, end) if form == "arabic" else end
        mark = text[at : at + 1]
        if mark in SCALES and scale < 10**12 and _SCALE.match(text, at):
            scale *= SCALES[mark]
        elif infix or not (scale > 1 or is_round or mark == "余") or not _INSIDE.match(text, at):
            break
        else:
            infix = "about" if mark == "来" else "more_than"
        end = at + 1
    if top is not None:
        top *= scale
        if scale >= 100 and not infix and form == "arabic":
            end, top = _lower_part(text, end, top, bottom, scale)
    return Numeral(end, top, bottom, scale, infix, form)


def _lower_part(text: str, end: int, top: int, bottom: int, scale: int) -> tuple[int, int]:
    """Return the end and value including a lower part with its own scale (1亿2000万)."""
    at = stop = run_end(text, end, ARABIC)
    lower = 1
    while lower < scale and _SCALE.match(text, at):
        lower *= SCALES[text[at]]
        at += 1
    if not (end < stop <= end + 4 and 1 < lower < scale):
        return end, top
    return at, top + int(text[end:stop]) * lower * bottom


def _formal(text: str, start: int) -> Numeral | None:
    """Read numerals as on a cheque (叁佰万): at least two, of which one is 拾, 佰 or 仟."""
    end = run_end(text, start, {*FORMAL, *"零〇万亿"}, MAX_DIGITS)
    if end - start < 2 or not any(mark in "拾佰仟" for mark in text[start:end]):
        return None
    read_as = "".join(FORMAL.get(mark, mark) for mark in text[start:end])
    numeral = _chinese(read_as + text[end : end + 2], 0)
    return None if numeral is None else numeral._replace(end=start + numeral.end)


def _chinese(text: str, start: int) -> Numeral | None:
    """Read a number in Chinese numerals."""
    found = _RUN.match(text, start)
    if not found:
        return None
    run = found[0]
    if run[0] in "几数":
        counted = run[0] == "数" and text[start - 1 : start] in _COUNTED
        if counted or run[1:2] not in SCALES:
            return None
        # The value of 几十 and 数百万 is open.
        end = start + run_end(run, 1, SCALES, len(run))
        return _scaled(text, end, None, 1, "chinese")._replace(infix="about")
    leading = run_end(run, 0, DIGITS, len(run))
    digits = run[:leading].translate(_IN_ARABIC)
    if leading >= 4 or (leading == 3 and "0" in digits):
        return _scaled(text, start + leading, int(digits), 1, "year")
    if leading >= 2 and run[0] not in "零〇":
        if digits not in _PAIRS or run[:2] == "一二":
            return None
        numeral = _scaled(text, start + 2, int(digits[0]), 1, "chinese")
        return numeral._replace(infix="about", high=int(digits[1]) * numeral.scale)
    return _placed(text, start, run)


def _placed(text: str, start: int, run: str) -> Numeral | None:
    """Read the longest beginning of `run` that is a number by place (二百三十, 一万五, 万亿).

    `run` is the run of Chinese numerals that begins at `start` of `text`.
    """
    total = part = section = 0
    digit: int | None = None
    place, used, zero = 10**4, 0, False
    for mark in run:
        if mark in "零〇" and used:
            if digit is not None:
                break
            zero = True
        elif mark in DIGITS:
            if digit is not None:
                if place == 10 and DIGITS[mark] == digit + 1 and used == len(run) - 1:
                    low = total + part + section + digit
                    return Numeral(start + used + 1, low, 1, 1, "about", "chinese", low + 1)
                break
            digit = DIGITS[mark]
        elif mark == "几":
            break
        elif SCALES[mark] < 10**4:
            if SCALES[mark] >= place or (digit is None and used and mark != "十"):
                break
            section += (1 if digit is None else digit) * SCALES[mark]
            digit, place, zero = None, SCALES[mark], False
        else:
            section += digit or 0
            if (part if mark == "万" else total) or (used and not section and not part):
                break
            if mark == "万":
                part = (section or 1) * 10**4
            else:
                total, part = ((part + section) or 1) * 10**8, 0
            digit, section, place, zero = None, 0, 10**4, False
        used += 1
    if digit is not None:
        before = run[used - 2 : used - 1]
        # The last digit of 一万五 and 三千二 counts in the next lower place.
        colloquial = not zero and used == len(run) and before in ("百", "千", "万")
        digit *= SCALES[before] // 10 if colloquial else 1
    top = total + part + section + (digit or 0)
    end = start + used
    if found := _POINT.match(text, end):
        places = found[1].translate(_IN_ARABIC)
        return _scaled(text, found.end(), int(f"{top}{places}"), 10 ** len(places), "chinese")
    numeral = _scaled(text, end, top, 1, "chinese")
    if run[0] in "百千万亿":
        return numeral._replace(form="scale")
    if text[end : end + 1] == "几" and top >= 10 and text[end - 1] == "十":
        return _scaled(text, end + 1, top, 1, "chinese")._replace(infix="more_than")
    return numeral
