"""Strategies that draw models and source texts, sound and spoilt, for tests and for the long run.

They follow the model's types and its table of sections, so that a new field or section is drawn
without a change here. ``most`` is the largest size of a text, a list or a nesting that is drawn.
"""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from briefing.model.article import article_type
from briefing.model.parts import Part
from briefing.model.records import Source
from briefing.model.sections import ANY_SECTION, REFERENCES, SAME_SECTION, SECTIONS
from briefing.model.yamldump import dump
from briefing.model.yamlfile import Parsed
from texts import READABLE

Draw = Callable[[st.SearchStrategy[Any]], Any]

SEEN = st.text(READABLE, min_size=1, max_size=9)
"""Texts that a model may hold: nothing in them is invisible."""

_SCANNED = "几两一十百千万亿零第前半年月日%“”‘’、，—-~.:/×1２(【￥\0\ud800\u202e\u0301"
_NUMERALS = st.characters(categories=("Nd", "Nl", "No"))
HOSTILE = st.text(st.one_of(st.characters(), _NUMERALS, st.sampled_from(_SCANNED)), max_size=300)
"""Texts of any characters at all, and often of those that the scanner of quantities looks at."""

_WORDS = """no ~ null Null = << - ? | > % @ \\ ' " 12:30 010 0x1F 1_000 1e999 nan .inf -0 1e-400 ß ﷺ
9223372036854775808 2022-02-30 0001-01-01 0001-01-01T00:00+23:00 9999-12-31T23:59:59-23:00 20310506
=1+1 @SUM(1) [bold]x[/bold] <script> &copy; ]]> $x$ {0} %s https://x.y/_z_ ../../x /dev/zero ٣ İ
👩‍👩‍👧 \u202e \u200f \u2066 \u200b \u0301 \ufeff \x9b \x1b[31m \U0010ffff nowhere zones A-b １２"""
_BLANKS = ("", *" \0\n\t\r\u2028\u3000\ud800", "a\nb", "a: b", "x #", "a\n")
_LONG = ("9" * 400, "9" * 4301, "-" + "9" * 309, "1" + "0" * 301, "a" * 65, "\ufdfa" * 30)
TRAPS = (*_WORDS.split(), *_BLANKS, *_LONG)
"""Texts that readers and writers have stumbled over."""

_STARTS = """x 中 “ ” 一 十 两 几 第 半 百分之 三分之 1 1, 1. 1— 1/2 1:1 2021- １２ ² ① Ⅷ （ ( 、
— - ~ × % ten million trillion 😀 \u0301 \ufdfa = | & < * _ \\ ' a-b ￥ 亿元 至 约 不足 第1、
一、二 1月2日至 ten- x-"""
PIECES = (*_STARTS.split(), "a b ", "ten ", "1 ", "\u3000")
"""What a long text repeats: that with which a pattern or a loop of ours can begin."""


class Case(NamedTuple):
    """A model file, and how it was made."""

    kind: str
    content: bytes


def sizes(most: int) -> st.SearchStrategy[int]:
    """Return a strategy of sizes up to ``most``, with as many of each number of digits."""
    return st.integers(0, 60).map(lambda share: round(most ** (share / 60)))


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy of the plain data that the reader takes for a type of the model."""
    origin, arguments = get_origin(kind), get_args(kind)
    bare, meta = arguments[:2] if origin is Annotated else (kind, msgspec.Meta())
    if origin in (Union, UnionType):
        return st.one_of(*map(values, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if get_origin(bare) is tuple:
        return st.lists(values(get_args(bare)[0]), min_size=meta.min_length or 0, max_size=2)
    if bare is str and meta.pattern:  # a digest drawn by its pattern takes longer than all else
        known = ("a-1", "0", "b" * 64, "2031-05")
        ready = [one for one in known if re.fullmatch(meta.pattern, one)]
        return st.sampled_from(ready) if ready else st.from_regex(meta.pattern, fullmatch=True)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        needed: dict[str, st.SearchStrategy[Any]] = {}
        free: dict[str, st.SearchStrategy[Any]] = {}
        for one in msgspec.structs.fields(bare):
            (needed if one.required or one.name in SECTIONS else free)[one.name] = values(one.type)
        return st.fixed_dictionaries(needed, optional=free)
    offsets = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
    plain: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        str: lambda: SEEN | st.sampled_from(("五个", "“一核”", "3至5项", "ten zones")),
        bool: st.booleans,
        int: lambda: st.integers(meta.ge, meta.le or 10**6),
        float: lambda: st.floats(meta.ge, meta.le),
        NoneType: st.none,
        date: lambda: st.dates().map(date.isoformat),
        datetime: lambda: st.datetimes(timezones=offsets).map(datetime.isoformat),
    }
    return plain[bare]()


@st.composite
def models(draw: Draw) -> dict[str, Any]:
    """Draw the plain data of a sound model: ids are its records' own, references name records."""
    data: dict[str, Any] = draw(values(article_type()))
    if not data["source"].get("republished"):
        data["source"]["published"] = "2031-05-06"
    ids: dict[str, list[str]] = {}
    for section in SECTIONS.values():
        if section.has_records:
            held = (data[section.path[0]] if section.path else data).get(section.name, [])
            ids[section.name] = [f"{section.name}-{number}" for number in range(len(held))]
            for record, name in zip(held, ids[section.name], strict=True):
                record["id"] = name
    before = {name: held[:number] for held in ids.values() for number, name in enumerate(held)}
    for holder, key in _places(data, tuple(REFERENCES)):
        if holder is data or holder[key] is None:  # a section has the name of a field
            continue
        special: dict[tuple[str, ...], list[str]] = {
            (ANY_SECTION,): [name for held in ids.values() for name in held],
            (SAME_SECTION,): before.get(holder.get("id"), []),
        }
        listed = [name for to in REFERENCES[key] for name in ids.get(to, [])]
        known = special.get(REFERENCES[key], listed)
        if isinstance(holder[key], list):
            some = (
                st.lists(st.sampled_from(known), max_size=3, unique=True) if known else st.just([])
            )
            holder[key] = draw(some)
        elif known:
            holder[key] = draw(st.sampled_from(known))
        else:
            del holder[key]
    return data


def _places(data: Any, keys: tuple[str, ...] = ()) -> list[tuple[Any, Any]]:
    """Return each mapping or list of plain data with each key or index in it, or those of some."""
    found, todo = [], [data]
    while todo:
        holder = todo.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            found += [(holder, key)] if not keys or key in keys else []
            todo += [holder[key]] if isinstance(holder[key], dict | list) else []
    return found


def _copy(value: Any) -> Any:
    return json.loads(json.dumps(value))


def _blown(value: Any, size: int, piece: str, chain: bool) -> Any:
    """Return a value many times as large; records get ids of their own, in a chain or not."""
    if isinstance(value, dict):
        return value | {f"{piece}{number}": "x" for number in range(size // 8)}
    if not isinstance(value, list) or not value:
        return (piece * size)[:size]
    several = [_copy(value[0]) for _ in range(1 + 4 * size // (4 + len(json.dumps(value[0]))))]
    for number, one in enumerate(several):
        if isinstance(one, dict) and "id" in one:
            one["id"] = f"x{number}"
            if chain and number:
                one["part_of"] = f"x{number - 1}"
    return value + several


def _other(value: Any, data: Any, keys: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Return a strategy of copies of the values that stand under some keys of plain data."""
    others = st.sampled_from(_places(data, keys)).map(lambda at: _copy(at[0][at[1]]))
    return others.map(lambda other: [other] if isinstance(value, list) and keys else other)


_PARTS: list[type[Part]] = [Source, *(section.holds for section in SECTIONS.values())]
_DATED = tuple(
    field.name
    for part in _PARTS
    for field in msgspec.structs.fields(part)
    if "date" in str(field.type)
)
CHANGES: dict[str, Callable[[Any, Any, int], st.SearchStrategy[Any]]] = {
    "drop": lambda *_: st.none(),
    "double": lambda *_: st.sampled_from(("note", "zh", "nmae", "\u202e", "id ")),
    "swap": lambda value, data, _: _other(value, data, ()),
    "retype": lambda value, *_: st.sampled_from(
        ([value], {"zh": value}, None, [], {}, "", [value, value], 7, -1.5, True, str(value))
    ),
    "deepen": lambda value, *_: sizes(200).map(
        lambda depth: reduce(lambda held, _: [{"zh": held}], range(depth), value)
    ),
    "blow up": lambda value, _, most: st.builds(
        _blown, st.just(value), sizes(most), st.sampled_from(PIECES), st.booleans()
    ),
    "hostile text": lambda *_: st.sampled_from(TRAPS) | HOSTILE | SEEN,
    "wrong id": lambda value, data, _: _other(value, data, ("id",)) | st.sampled_from(TRAPS),
    "wrong date": lambda *_: st.sampled_from(TRAPS) | values(datetime),
}
"""The changes of a model's plain data, each with what is drawn for the place where it is made."""


def _change(draw: Draw, data: Any, kind: str, most: int) -> None:
    wanted = {
        "hostile text": ("zh", "en", "anchor", "text", "unit"),
        "wrong id": ("id", *REFERENCES),
        "wrong date": _DATED,
    }.get(kind, ())
    places = _places(data, wanted) or _places(data) or [({"": ""}, "")]
    holder, key = draw(st.sampled_from(places))
    new = draw(CHANGES[kind](holder[key], data or {"": ""}, most))
    if kind == "drop":
        del holder[key]
    elif kind == "double" and isinstance(holder, list):
        holder.insert(key, _copy(holder[key]))
    else:
        holder[new if kind == "double" else key] = holder[key] if kind == "double" else new


def _written(draw: Draw, data: Any) -> bytes:
    """Write plain data in YAML of our own, or in JSON, which is YAML too."""
    if not draw(st.booleans()):
        indent = draw(st.sampled_from((None, 1)))
        text = json.dumps(data, ensure_ascii=draw(st.booleans()), indent=indent)
        return text.encode("utf-8", "surrogatepass")
    whole = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    return dump(json.loads(whole)).encode()


_SYNTAX = """&a *a &a! !!int !x !!python/name:os.system ? ' " | > # { } [ ] : , - @ ` % << \\ ~ null
"\\x1b[31m" "\\u202e" "\\ud800" '\u202e' """
_LINES = (*" \t", "\n\t", ": ", "- ", "<<: *a\n", "\n---\n", "\n...\n", "%YAML 1.2\n---\n")
_LAUGHS = "".join(f"\na{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
_NESTS = (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{a: ", "}]"), ("&a [", "]"))
_MANY = ("[],", "a,", "*a ", "!x ", "- x\n", "\n", "#\n", "a: 1\n", "- - - x\n", "&a x\n", *PIECES)
_BYTES = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe4\xb8", b"\xef\xbb\xbf", b"\xff\xfe", b"\0")
INSERTED: dict[str, Callable[[int], st.SearchStrategy[str | bytes]]] = {
    "bytes": lambda _: st.sampled_from(_BYTES) | st.binary(min_size=1, max_size=8),
    "control characters": lambda _: st.characters(categories=("Cc", "Cf", "Zl", "Zp")),
    "nesting": lambda most: st.builds(
        lambda pair, depth, closed: pair[0] * depth + "x" + pair[1] * depth * closed,
        *(st.sampled_from(_NESTS), sizes(most), st.booleans()),
    ),
    "length": lambda most: st.builds(
        lambda piece, size: piece * (size // len(piece)), st.sampled_from(_MANY), sizes(most)
    ),
    "traps": lambda _: st.sampled_from(TRAPS),
    "YAML": lambda _: st.sampled_from((*_SYNTAX.split(), *_LINES, _LAUGHS)),
}
"""What is inserted into a model's text."""


def _edited(draw: Draw, units: Any) -> Any:
    """Return bytes or lines of which some are dropped, doubled, turned round or the last."""
    start, at = draw(st.integers(0, len(units))), draw(st.integers(0, len(units)))
    stop = start + draw(sizes(60))
    edits = (
        units[:start] + units[stop:],
        units[:at] + units[start:stop] + units[at:],
        units[:start] + units[start:stop][::-1] + units[stop:],
        units[:start],
    )
    return edits[draw(st.integers(0, 3))]


_ENDS, _CODECS = ("\r\n", "\r", "\x85", "\u2028", " \n"), ("utf-8-sig", "utf-16", "gb18030")
EDITS: dict[str, Callable[[Draw, str], bytes]] = {
    "bytes": lambda draw, text: bytes(_edited(draw, text.encode())),
    "lines": lambda draw, text: "".join(_edited(draw, text.splitlines(keepends=True))).encode(),
    "line ends": lambda draw, text: text.replace(
        "\n", draw(st.sampled_from(_ENDS)), draw(st.sampled_from((1, -1)))
    ).encode(),
    "encoding": lambda draw, text: text.encode(draw(st.sampled_from(_CODECS))),
}
"""The edits of a model's text, without a thought for what it means."""

KINDS = ("sound", *(f"{way}: {name}" for way, names in
         (("data", CHANGES), ("insert", INSERTED), ("edit", EDITS)) for name in names))  # fmt: skip
SIZED = [one for one in KINDS if one.split(": ")[-1] in ("deepen", "blow up", "nesting", "length")]
"""The kinds that have a size; they are drawn as often as all others together."""
_parsed = cache(lambda text: Parsed(text, "").data)
_PLACES = re.compile(r"^ *|(?<=: )|(?<=- )|(?<=\[)|(?<=, )", re.M)


@st.composite
def spoilt_models(draw: Draw, most: int, *texts: str) -> Case:
    """Draw a model file that was spoilt or is sound: a drawn model, or the text of one of these."""
    kind = draw(st.sampled_from(KINDS) | st.sampled_from(SIZED))
    way, _, name = kind.partition(": ")
    text = draw(st.sampled_from((None, *texts)))
    if text is None or way in ("sound", "data"):
        data = draw(models()) if text is None else _copy(_parsed(text))
        others = st.lists(st.sampled_from(tuple(CHANGES)), max_size=1)
        for one in [name, *draw(others)] if way == "data" else []:
            _change(draw, data, one, most)
        content = _written(draw, data)
        if way in ("sound", "data"):
            return Case(kind, content)
        text = content.decode("utf-8", "replace")
    if way == "edit":
        return Case(kind, EDITS[name](draw, text or ""))
    starts = st.sampled_from([found.start() for found in _PLACES.finditer(text)])
    at = draw(starts | st.integers(0, len(text)))
    new = draw(INSERTED[name](most))
    new = new.encode("utf-8", "surrogatepass") if isinstance(new, str) else new
    return Case(kind, text[:at].encode() + new + text[at:].encode())


@st.composite
def source_texts(draw: Draw, most: int, *texts: str) -> bytes:
    """Draw the bytes of a source text: pieces in long runs or by turns, on one line or on many.

    A piece may also be a line of one of these texts.
    """
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    some = st.sampled_from(PIECES) | HOSTILE
    drawn = some | st.sampled_from(lines) if lines else some
    pieces = draw(st.lists(drawn, min_size=1, max_size=4))
    end = draw(st.sampled_from(("", "\n", "\r\n", "\r", "\u2028")))
    count = 1 + draw(sizes(most)) // (1 + len("".join(pieces)))
    runs = [piece * count for piece in pieces] if draw(st.booleans()) else [*pieces] * count
    content: bytes = end.join(runs).encode("utf-8", "surrogatepass")
    behind: bytes = draw(st.sampled_from((b"", b"", *_BYTES)) | st.binary(max_size=400))
    return content + behind
