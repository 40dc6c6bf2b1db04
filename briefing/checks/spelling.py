"""The same text in another spelling: blanks, width, quotation marks, dashes, forms of characters.

Republishers change these; they change nothing that a text says.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from briefing.model.width import narrow
from briefing.names.scripts import scripts

KINDS = ("blanks", "width", "quotes", "dashes", "script")
"""What may differ between two spellings: ``script`` is simplified or traditional characters."""

_BLANK = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]")
_HAN = "\u3007\u4e00-\u9fff\uf900-\ufaff"
_BETWEEN = re.compile(f"(?<=[{_HAN}])\\s+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％])\\s+(?=[{_HAN}%％])")
_JOINING = re.compile(r"(?<=[0-9A-Za-z０-９.,])\s+(?=[0-9A-Za-z０-９.,])")
_ODD_BLANK = re.compile("[^\\S \n]|[\u00ad\u200b-\u200d\u2060\ufeff]")
_QUOTES = "“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞\"'＂＇«»"
_DASHES = "-‐‑‒–—―─━−－﹣"
_RUN = re.compile(f"[{_DASHES}]+")
_MARKS, _WIDE_MARKS = ",;:?!()", "，；：？！（）"
_OTHERS = "".join(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))) + "%.+/=&"


Style = tuple[int, ...]
"""One of the changes of each kind, by its number; 0 is none."""


class Variant(NamedTuple):
    """A text in another spelling: how that was made, and whence each character is."""

    style: Style
    text: str
    origins: Sequence[int]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of what was changed."""
        return tuple(kind for kind, number in zip(KINDS, self.style, strict=True) if number)


def _widen(narrow: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in narrow)


def _to(opened: str, closed: str, inner: str, end: str) -> Callable[[str], str]:
    """Return what replaces the quotation marks of every style by those of one."""
    table = str.maketrans("“”‘’「」『』", (opened + closed + inner + end) * 2)
    straight = {'"': (opened, closed), "'": (inner, end), "＂": (opened, closed)}

    def replace(text: str) -> str:
        if not any(mark in text for mark in straight):
            return text.translate(table)
        met: dict[str, int] = {}
        made = []
        for one in text:
            if one in straight:
                met[one] = met.get(one, 0) + 1
                one = straight[one][(met[one] + 1) % 2]  # noqa: PLW2901
            made.append(one)
        return "".join(made).translate(table)

    return replace


def _by(before: str, after: str) -> Callable[[str], str]:
    table = str.maketrans(before, after)
    return lambda text: text.translate(table)


@cache
def _changes() -> dict[str, list[Callable[[str], str]]]:
    """Return what can be done to a text in each kind without a change of its length."""
    simplified, traditional = scripts()
    surely = {code: one for code, one in simplified.items() if not _is_in_gb2312(chr(code))}
    return {
        "width": [
            _by(_widen(_OTHERS), _OTHERS),
            _by(_OTHERS, _widen(_OTHERS)),
            _by("％", "%"),
            _by("%", "％"),
            _by(_WIDE_MARKS, _MARKS),
            _by(_MARKS, _WIDE_MARKS),
            _by(_widen(_OTHERS) + _WIDE_MARKS, _OTHERS + _MARKS),
            _by(_widen(_OTHERS) + _MARKS, _OTHERS + _WIDE_MARKS),
        ],
        "quotes": [_to(*"“”‘’"), _to(*"「」『』"), _to(*"\"\"''")],
        "dashes": [
            lambda text: _RUN.sub(lambda run: "—" * len(run[0]), text),
            lambda text: _RUN.sub(
                lambda run: ("—" if len(run[0]) > 1 else "-") * len(run[0]), text
            ),
            lambda text: _RUN.sub(
                lambda run: "—" * len(run[0]) if len(run[0]) > 1 else run[0], text
            ),
            lambda text: _RUN.sub(lambda run: "-" * len(run[0]), text),
        ],
        "script": [
            lambda text: text.translate(surely),
            lambda text: text.translate(simplified),
            lambda text: text.translate(traditional),
        ],
    }


class Speller:
    """Writes one text in other spellings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[Style, str] = {(): text}

    def variant(self, style: Style) -> Variant:
        """Return the text in a style."""
        return Variant(style, self._spelled(style), self._gaps[style[0]][1])

    def styles(self) -> list[Style]:
        """Return the styles that make another text, those with the fewest changes first."""
        numbers = []
        for depth, kind in enumerate(KINDS):
            count = len(self._gaps) if kind == "blanks" else len(_changes()[kind]) + 1
            nothing = (0,) * depth
            made = {self._spelled((*nothing, number)): number for number in reversed(range(count))}
            numbers.append(sorted(made.values()))
        return sorted(list(product(*numbers))[1:], key=lambda style: sum(map(bool, style)))

    def _spelled(self, style: Style) -> str:
        known = self._made.get(style)
        if known is None:
            kind, number = KINDS[len(style) - 1], style[-1]
            before = self._spelled(style[:-1])
            if kind == "blanks":
                known = self._gaps[number][0]
            else:
                known = _changes()[kind][number - 1](before) if number else before
            self._made[style] = known
        return known

    @cached_property
    def _gaps(self) -> list[tuple[str, Sequence[int]]]:
        """The text with fewer and fewer blanks, each with the offsets of the characters left."""
        text = self._text
        every: list[tuple[str, Sequence[int]]] = [(text, range(len(text)))] * 4
        if _BLANK.search(text):
            plain = "".join(" " if _ODD_BLANK.match(one) and one.isspace() else one for one in text)
            for number, pattern in enumerate((_ODD_BLANK, _BETWEEN, _BLANK), 1):
                gone = {at for one in pattern.finditer(plain) for at in range(*one.span())}
                kept = [at for at in range(len(text)) if at not in gone]
                every[number] = "".join(plain[at] for at in kept), kept
        return every


def fold(text: str) -> tuple[str, list[int]]:
    """Return a text in a spelling of its own for comparison, and whence each character is.

    >>> fold("「５ 億」——")[0]
    '"5亿"--'
    """
    simplified, _ = scripts()
    made: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for one in _fold_character(character):
            made.append(one)
            origins.append(at)
    return "".join(made).translate(simplified), origins


_fold_once = lru_cache(maxsize=1024)(fold)
"""A paragraph is folded once, however many anchors are looked for in it."""


@cache
def _fold_character(character: str) -> str:
    if _BLANK.match(character):
        return ""
    plain = unicodedata.normalize("NFKC", character)
    return "".join('"' if one in _QUOTES else "-" if one in _DASHES else one for one in plain)


def find_spelled(anchor: str, text: str) -> tuple[int, str] | None:
    """Return where an anchor stands in a text in another spelling, and how it is spelled there."""
    wanted, (folded, origins) = fold(anchor)[0], _fold_once(text)
    at = folded.find(wanted) if wanted else -1
    if at < 0:
        return None
    return origins[at], text[origins[at] : origins[at + len(wanted) - 1] + 1]


def is_same_to_readers(one: str, other: str) -> bool:
    """Return whether two texts differ only in blanks, width, quotation marks and dashes.

    Then one of them may stand for the other. Forms of characters may be those of another name, and
    a blank between two digits or letters, as a raised digit, may be meant.

    >>> is_same_to_readers("５ 亿", "5亿"), is_same_to_readers("1 5亿", "15亿")
    (True, False)
    """
    return as_readers_see(one) == as_readers_see(other)


def as_readers_see(text: str) -> str:
    """Return what a reader sees of a text, whatever its blanks, width, quotation marks, dashes."""
    return "".join(map(_plain, _JOINING.sub("¦", text)))


def _plain(character: str) -> str:
    """Return a character as a reader takes it, whatever its width; blanks are nothing."""
    if _BLANK.match(character):
        return ""
    if character in _QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    return narrow(character)


def differences(one: str, other: str) -> list[str]:
    """Return the kinds in which two spellings of the same text differ.

    >>> differences("“5亿”", "「5 億」")
    ['blanks', 'quotes', 'script']
    """
    kinds = set()
    if _places_of_blanks(one) != _places_of_blanks(other):
        kinds.add("blanks")
    plain, changed = _BLANK.sub("", one), _BLANK.sub("", other)
    if len(plain) != len(changed):
        return [kind for kind in KINDS if kind in {*kinds, "width"}]
    kinds.update(_kind(a, b) for a, b in zip(plain, changed, strict=True) if a != b)
    return [kind for kind in KINDS if kind in kinds]


def _kind(one: str, other: str) -> str:
    for marks, kind in ((_QUOTES, "quotes"), (_DASHES, "dashes")):
        if one in marks and other in marks:
            return kind
    same = unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
    return "width" if same else "script"


def _places_of_blanks(text: str) -> list[tuple[int, str]]:
    found = [one.start() for one in _BLANK.finditer(text)]
    return [(at - number, text[at]) for number, at in enumerate(found)]


def _is_in_gb2312(character: str) -> bool:
    """Return whether simplified texts have a character, too, as 覆, which may also stand for 复."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
