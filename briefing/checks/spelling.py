"""The same text in another spelling: blanks, width, quotation marks, dashes, forms of characters.

Republishers change these; they change nothing that a text says.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple

KINDS = ("blanks", "width", "quotes", "dashes", "script")
"""What may differ between two spellings: ``script`` is simplified or traditional characters."""

_BLANK = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]")
_HAN = "\u3007\u4e00-\u9fff\uf900-\ufaff"
_BETWEEN = re.compile(f"(?<=[{_HAN}])\\s+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％])\\s+(?=[{_HAN}%％])")
_ODD_BLANK = re.compile("[^\\S \n]|[\u00ad\u200b-\u200d\u2060\ufeff]")
_QUOTES = "“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞\"'＂＇«»"
_DASHES = "-‐‑‒–—―─━−－﹣"
_RUN = re.compile(f"[{_DASHES}]+")
_MARKS, _WIDE_MARKS = ",;:?!()", "，；：？！（）"
_OTHERS = "".join(map(chr, (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)))) + "%.+/=&"


class Variant(NamedTuple):
    """A text in another spelling: the kinds of what was changed, and whence each character is."""

    kinds: tuple[str, ...]
    text: str
    origins: tuple[int, ...]


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
    simplified, traditional = _scripts()
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


def variants(text: str) -> Iterator[Variant]:
    """Yield a text in other spellings, those with the fewest changes first."""
    options: list[list[tuple[str, Any]]] = [[("", None), *(("blanks", one) for one in _gaps(text))]]
    for kind, changes in _changes().items():
        made: dict[str, Callable[[str], str] | None] = {text: None}
        for change in changes:
            made.setdefault(change(text), change)
        options.append([("" if one is None else kind, one) for one in made.values()])
    for chosen in sorted(product(*options), key=lambda one: sum(bool(kind) for kind, _ in one)):
        kinds = tuple(kind for kind, _ in chosen if kind)
        if not kinds:
            continue
        gap = chosen[0][1]
        changed, origins = gap or (text, tuple(range(len(text))))
        for _, change in chosen[1:]:
            changed = change(changed) if change else changed
        yield Variant(kinds, changed, origins)


def _gaps(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield a text with fewer blanks, and the offsets of the characters that are left."""
    if not _BLANK.search(text):
        return
    plain = "".join(" " if _ODD_BLANK.match(one) and one.isspace() else one for one in text)
    for pattern in (_ODD_BLANK, _BETWEEN, _BLANK):
        gone = {at for one in pattern.finditer(plain) for at in range(*one.span())}
        kept = tuple(at for at in range(len(text)) if at not in gone)
        yield "".join(plain[at] for at in kept), kept


def fold(text: str) -> tuple[str, list[int]]:
    """Return a text in a spelling of its own for comparison, and whence each character is.

    >>> fold("「５ 億」——")[0]
    '"5亿"--'
    """
    simplified, _ = _scripts()
    made: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        if not _BLANK.match(character):
            for one in unicodedata.normalize("NFKC", character):
                made.append('"' if one in _QUOTES else "-" if one in _DASHES else one)
                origins.append(at)
    return "".join(made).translate(simplified), origins


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


@cache
def _scripts() -> tuple[dict[int, str], dict[int, str]]:
    """Return what makes simplified characters of traditional ones, and the other way round."""
    loader: Any = __spec__.loader  # it reads from a zip file too
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), "scripts.tsv"))
    lines: Iterable[str] = (line for line in content.decode().splitlines() if line[0] != "#")
    pairs = [line.split("\t") for line in lines]
    simplified = {ord(form): one for one, forms in reversed(pairs) for form in forms}
    return simplified, {ord(one): forms[0] for one, forms in pairs}
