"""Reads numbers as Chinese prose writes them: 1,234.5, 1.64亿, 二百三十, 十几, 3亿多, 七八百.

The text is folded first (see `folding`), so that full-width and Traditional signs need no rules of
their own. Reading takes one pass and looks a bounded number of characters ahead.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from briefing.quantities import folding
from briefing.quantities.data import read_context
from briefing.quantities.unit_words import SCALE_UNIT, unit_at

fold = folding.fold

_DIGIT_VALUES = (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9)
DIGITS = dict(zip("零〇一二两俩三四五六七八九", _DIGIT_VALUES, strict=True))
_IN_ARABIC = str.maketrans({mark: str(value) for mark, value in DIGITS.items()})
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
_LARGE = "万亿兆"
# Twenty and thirty in one character, as in 廿五.
_TENS = {"廿": 20, "卅": 30}
CHINESE = frozenset(DIGITS) | frozenset(SCALES) | frozenset(_TENS) | {"几", "数"}
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
_KILO = re.compile("(?<=[0-9]{2})[Kk](?=元|[片只件台套个颗枚块张份人])")  # 120K片
_POINT = re.compile("点([零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{1,23}+)(?![十百点])")
# 兆 is 10**12 before a lower part or money; otherwise it is a unit or part of one (500兆, 兆瓦).
_ZHAO = (
    "兆(?=[零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟0-9]{0,12}[万亿]"
    "|[余多]?(?:[美日韩港欧澳]?[元圆]|新?台币|人民币))"
)
_SCALE_MARK = f"(?!{SCALE_UNIT})(?:[十百千万亿]|{_ZHAO})"
_SCALE = re.compile(_SCALE_MARK)
_MARK = f"(?:{_SCALE_MARK}|[几廿卅{''.join(DIGITS)}{''.join(FORMAL)}])"
_RUN = re.compile(f"(?:数|{_MARK})(?:{_MARK}){{0,{MAX_CHINESE - 1}}}")
# A part of 1千零20 or 5亿1万4千6百, where Arabic digits and Chinese scales take turns.
_PART = re.compile(
    f"(零?)([0-9]{{1,4}})(?![0-9.,]) ?((?!{SCALE_UNIT})[十百千])? ?((?!{SCALE_UNIT})[万亿]{{1,2}})?"
)
_NOT_AFTER_PART = frozenset("年月日号时点:/-—~%.")
_NOT_AFTER = read_context("begins-not-after")

# After these characters 数 ends a word (人数, 总数) and does not begin a number (数十).
_COUNTED = frozenset("人总指系倍参函次件户个家多少基常计岁半单双位分奇偶对级项页点变整小字度天票得")
# Qualifiers inside a number; with 来 and 几 it goes on only before these (30来个, not 2022来临).
_INSIDE = re.compile("余|多|[来几](?=[个家人名位户次条座年天项万亿件台岁亩里公米吨斤块元种])")
_MORE_THAN_SCALE = re.compile("多(?=[万亿])")  # 14多亿, which is not round


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
        return None if self.top is None else divide(self.top * factor[0], self.bottom * factor[1])

    @property
    def plain(self) -> bool:
        """Whether it is one whole number without 万, 亿, a qualifier or a second value."""
        return self.bottom == 1 and self.scale == 1 and not self.infix and self.high is None


def divide(top: int, bottom: int) -> int | float:
    """Return `top / bottom`, as an int if it is whole."""
    quotient, rest = divmod(top, bottom)
    return top / bottom if rest else quotient


def read_whole(written: str | None) -> int:
    """Return the whole number that `written` spells, or 0 for None."""
    numeral = read(written, 0) if written else None
    return numeral.top or 0 if numeral else 0


def skip_blanks(text: str, at: int) -> int:
    """Return the place after the blanks at `at`, of which at most two are skipped."""
    return find_run_end(text, at, " ", 2)


def find_run_end(text: str, at: int, marks: Container[str], most: int = MAX_DIGITS + 1) -> int:
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
    return _chinese(text, start) if first in CHINESE or first in FORMAL else None


def read_any(text: str, start: int) -> Numeral | None:
    """Return the number at `start`, or one formal numeral alone (壹), which `read` leaves out."""
    numeral = read(text, start)
    first = FORMAL.get(text[start : start + 1])
    if numeral is None and first and (alone := read(first, 0)):
        return alone._replace(end=start + 1)
    return numeral


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
    elif len(digits) <= 4 and (chain := _chained(text, start)):
        return chain
    if thousand := _KILO.match(text, end):
        digits, end = digits + "000", thousand.end()
    return _scaled(text, end, int(digits), 10**places, "arabic")


def _chained(text: str, start: int) -> Numeral | None:
    """Read digits and scales that take turns (7万5千4百, 2千零30万), or return None."""
    total = section = parts = scale = 0
    place, large, end = 10**4, 10**16, start
    while found := _PART.match(text, end + (text[end : end + 1] == " ")):
        zero, digits, small, above = found.groups()
        size = SCALES[small] if small else 1
        bare = not small and not above
        if parts and (bare or not total) and not small and 10 ** len(digits) != place and not zero:
            break  # only as many digits as there are places left need no scale
        if size >= place or int(digits) * size >= place:
            break
        if bare and (not parts or text[found.end() : found.end() + 1] in _NOT_AFTER_PART):
            break
        section, place, parts, end = section + int(digits) * size, size, parts + 1, found.end()
        if above:
            times = SCALES[above[0]] * (SCALES[above[1]] if len(above) > 1 else 1)
            if times > large == 10**4 and small and section:  # 1万2千亿 is 12,000 times 亿
                total, section, large, place = (total + section) * times, 0, times, times
            elif times >= large:
                return None
            else:
                total, section, large, place = total + section * times, 0, times, times
        scale = scale or large if above else scale or size
        if bare:
            break
    if parts < 2:
        return None
    return _scaled(text, end, total + section, 1, "arabic")._replace(scale=scale)


def _scaled(
    text: str, end: int, top: int | None, bottom: int, form: str, marks: str = "十百千万亿兆"
) -> Numeral:
    """Return the number with the 万, 亿, 余 or 多 after it."""
    scale, infix = 1, ""
    is_round = top is not None and top % 10 == 0 and top >= 10 * bottom

    def may_be_more(mark: str, at: int) -> bool:
        return scale > 1 or is_round or mark == "余" or bool(_MORE_THAN_SCALE.match(text, at))

    while True:
        at = skip_blanks(text, end) if form == "arabic" else end
        mark = text[at : at + 1]
        if mark in marks and scale < 10**12 and _SCALE.match(text, at):
            scale *= SCALES[mark]
        elif infix or not (_INSIDE.match(text, at) and may_be_more(mark, at)):
            break
        else:
            infix = "about" if mark == "来" else "more_than"
        end = at + 1
    return Numeral(end, None if top is None else top * scale, bottom, scale, infix, form)


def _chinese(text: str, start: int) -> Numeral | None:
    """Read a number in Chinese numerals."""
    found = _RUN.match(text, start)
    if not found:
        return None
    run = _plain(text, start, found[0])
    if not run or (run[0] == "俩" and run[1:2] not in SCALES):
        return None
    if run[0] in "几数":
        counted = run[0] == "数" and text[start - 1 : start] in _COUNTED
        if counted or run[1:2] not in SCALES:
            return None
        # The value of 几十 and 数百万 is open.
        end = start + find_run_end(run, 1, SCALES, len(run))
        return _scaled(text, end, None, 1, "chinese")._replace(infix="about")
    leading = find_run_end(run, 0, DIGITS, len(run))
    if leading == 2 and run[1] == "两" and run[0] != "一":
        run, leading = run[: leading - 1], leading - 1  # a unit, as in 二两
    digits = run[:leading].translate(_IN_ARABIC)
    if leading >= 4 or (leading == 3 and "0" in digits):
        return _scaled(text, start + leading, int(digits), 1, "year")
    if leading >= 2 and run[0] not in "零〇":
        if digits not in _PAIRS or run[:2] == "一二":
            return None
        numeral = _scaled(text, start + 2, int(digits[0]), 1, "chinese")
        return numeral._replace(infix="about", high=int(digits[1]) * numeral.scale)
    return _placed(text, start, run)


def _plain(text: str, start: int, run: str) -> str:
    """Return a run of numerals at `start` with its formal ones (叁佰) made plain, or "" for none.

    Formal numerals are also parts of words (陆地, 队伍), so that one alone is no number.
    """
    if not any(mark in FORMAL for mark in run):
        return run
    if text.endswith(_NOT_AFTER.get(run[0], ()), 0, start):
        return ""
    after = text[start + len(run) : start + len(run) + 1]
    if run[-1] in FORMAL and "一" <= after <= "鿿" and after != "点":
        ends_word = run[-1] not in "拾佰仟" and not unit_at(text, start + len(run))
        run = run[:-1] if ends_word and after not in "整折成分" else run
    plain = "".join(FORMAL.get(mark, mark) for mark in run)
    return plain if len(plain) > 1 and any(mark in SCALES for mark in plain) else ""


class _Sum:
    """The value of a number by place, to which its numerals are added from left to right."""

    def __init__(self) -> None:
        self.total = self.part = self.section = 0
        self.digit: int | None = None
        self.place, self.large, self.zero = 10**4, 10**16, False

    @property
    def value(self) -> int:
        """The value of what has been added."""
        return self.total + self.part + self.section + (self.digit or 0)

    def add(self, mark: str, used: int) -> bool:
        """Add a numeral, before which `used` others were added; False if it does not fit."""
        if mark in "零〇" and used:
            if self.digit is None:
                self.zero = True
            return self.digit is None
        if mark in DIGITS:
            if self.digit is not None:
                return False
            self.digit = DIGITS[mark]
            return True
        if mark in _TENS:
            fits = self.digit is None and self.place > 10
            if fits:
                self.section, self.place = self.section + _TENS[mark], 10
            return fits
        if mark == "几":
            return False
        return self._add_small(mark, used) if SCALES[mark] < 10**4 else self._add_large(mark, used)

    def _add_small(self, mark: str, used: int) -> bool:
        if SCALES[mark] >= self.place or (self.digit is None and used and mark != "十"):
            return False
        self.section += (1 if self.digit is None else self.digit) * SCALES[mark]
        self.digit, self.place, self.zero = None, SCALES[mark], False
        return True

    def _add_large(self, mark: str, used: int) -> bool:
        # A digit right behind 百, 千 or 万 counts in the next lower place: 千八亿 is 1,800 亿.
        times = 1 if self.zero or not (self.place < 10**4 or self.part) else self.place // 10
        section, twice = self.section + (self.digit or 0) * times, False
        if mark == "万" and self.part and not section:
            twice = self.part < 10**8  # 四万万
        elif (mark == "万" and self.part) or (used and not section and not self.part):
            return False
        if mark == "万":
            self.part = self.part * 10**4 if twice else (section or 1) * 10**4
        elif SCALES[mark] >= self.large:
            return False
        else:
            self.total += ((self.part + section) or 1) * SCALES[mark]
            self.part, self.large = 0, SCALES[mark]
        self.digit, self.section, self.place, self.zero = None, 0, 10**4, False
        return True


def _placed(text: str, start: int, run: str) -> Numeral | None:
    """Read the longest beginning of `run` that is a number by place (二百三十, 一万五, 万亿).

    `run` is the run of Chinese numerals that begins at `start` of `text`.
    """
    sum_, used = _Sum(), 0
    for mark in run:
        before = sum_.digit
        if not sum_.add(mark, used):
            next_digit = before is not None and DIGITS.get(mark) == before + 1
            if next_digit and sum_.place == 10 and used == len(run) - 1:
                low = sum_.value
                return Numeral(start + used + 1, low, 1, 1, "about", "chinese", low + 1)
            break
        used += 1
    if sum_.digit is not None and run[used - 1] in "两俩" and used > 1 and not sum_.zero:
        sum_.digit, used = None, used - 1  # the last of 三千两百两 is a unit
    top, end = sum_.value, start + used
    # The last digit of 一万五 and 三千二 counts in the next lower place.
    last = run[used - 2] if used > 1 else " "
    if sum_.digit is not None and not sum_.zero and used == len(run) and last in "百千万":
        top += sum_.digit * (SCALES[last] // 10 - 1)
    if found := _POINT.match(text, end):
        places = "".join(FORMAL.get(mark, mark) for mark in found[1]).translate(_IN_ARABIC)
        return _scaled(text, found.end(), int(f"{top}{places}"), 10 ** len(places), "chinese")
    numeral = _scaled(text, end, top, 1, "chinese", _LARGE)
    if run[0] in "百千万亿":
        return numeral._replace(form="scale")
    if text[end : end + 1] == "几" and top >= 10 and (text[end - 1] == "十" or sum_.zero):
        return _scaled(text, end + 1, top, 1, "chinese", _LARGE)._replace(infix="more_than")
    return numeral
