"""Marks that look like those of YAML and are not, as the full-width colon of a Chinese keyboard.

They are looked for only in a model that cannot be read. Each is named where it stands, and the
model is read on as if it were mended, so that one slip of the keyboard hides nothing else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args

import msgspec

from briefing.model.article import article_type
from briefing.model.yamlevents import tell_forbidden
from briefing.problem import Edit, Fix, Message, Problem, message

_BREAK = re.compile("(\r\n|[\n\r\x85\u2028\u2029])")
_CONFLICT = re.compile(r"(?:<{7} |={7}\r?$|>{7} |\|{7} )")
"""How a version control system marks lines that two people have changed."""
_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_QUOTED = re.compile(r"""(?<![\w])("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_CURLY = re.compile(
    "(?:[:,\\[{] *|^ *- +)([“”„＂‘’＇])[^“”„＂‘’＇\"']*([“”＂‘’＇])(?= *(?:[,}\\]\r]|$))"
)
_BRACKET = re.compile("(?:[:,\\[{] *|^ *- +)([【［〔｛])")
_BRACKET_END = re.compile("[】］〕｝](?= *(?:[,}\\]】］〕｝\r]|$))")
_COMMA_OF_IDS = re.compile("(?<=[a-z0-9])，(?= *[a-z0-9])")
_OPENED = re.compile("(?:[:,\\[{] *|^ *- +)(?:(\")(?:[^\"\\\\]|\\\\.)*|(')(?:[^']|'')*)$")
_ASCII = dict(zip("【［〔｛】］〕｝", "[[[{]]]}", strict=True))
_MOST_ROUNDS = 8
_MOST_SLIPS = 200
_LONGEST = 2**20  # of the characters of what somebody typed
_FAR = (10**9, 0)


class Slip(NamedTuple):
    """A wrong piece of a line and what belongs there; lines and columns count from 0.

    Of several pieces that are one slip, only the first has a message. One that is not ``sure`` may
    be another mistake than it seems.
    """

    line: int
    start: int
    stop: int
    instead: str
    message: Message | None = None
    sure: bool = True


class MendedText:
    """A text of YAML whose slips are mended one after the other; ``text`` is how it is now."""

    def __init__(self, text: str) -> None:
        parts = _BREAK.split(text)
        self.lines, self._breaks = parts[::2], [*parts[1::2], ""]
        self._before: list[list[str]] = []
        self._batches: list[Sequence[Slip]] = []
        self._by_line: list[dict[int, list[Slip]]] = []

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(map(str.__add__, self.lines, self._breaks))

    def mend(self, slips: Sequence[Slip]) -> None:
        """Put right some slips, none of which overlaps another."""
        self._before.append(self.lines)
        self._batches.append(slips)
        by_line: dict[int, list[Slip]] = {}
        for one in sorted(slips, key=lambda slip: slip[:3]):
            by_line.setdefault(one.line, []).append(one)
        self._by_line.append(by_line)
        self.lines = list(self.lines)
        for one in sorted(slips, key=lambda slip: slip[:3], reverse=True):
            line = self.lines[one.line]
            self.lines[one.line] = line[: one.start] + one.instead + line[one.stop :]

    def undo(self) -> None:
        """Take the last mending back."""
        self.lines = self._before.pop()
        self._batches.pop()
        self._by_line.pop()

    def slips(self, file: str) -> Iterator[Problem]:
        """Yield every slip in the text of a file as it was, with the edits that mend it."""
        for depth, slips in enumerate(self._batches):
            found: list[Problem] = []
            for one in slips:
                start, stop = (self.column(one.line, at, depth) for at in one[1:3])
                edit = Edit(file, one.line + 1, start + 1, one.line + 1, stop + 1, one.instead)
                edits = (edit,) if start < stop or one.instead else ()
                if one.message:
                    fix = Fix(safe=one.sure, edits=edits)
                    found.append(Problem(file, one.line + 1, start + 1, one.message, fix=fix))
                elif (before := found.pop()).fix:
                    fix = before.fix._replace(edits=(*before.fix.edits, *edits))
                    found.append(before._replace(fix=fix))
            yield from found

    def column(self, line: int, column: int, batches: int | None = None) -> int:
        """Return the column that a place in a line had before all mending; both count from 0."""
        for slips in reversed(self._by_line[:batches]):
            moved = 0
            for _line, start, stop, instead, *_ in slips.get(line, ()):
                if column - moved > start:
                    moved += min(len(instead) - (stop - start), column - moved - start)
            column -= moved
        return column


def mend(text: str, read: Callable[[str], list[Problem]]) -> MendedText:
    """Return a text with its slips mended, as far as they can be told.

    ``read`` returns what is wrong with a text; it is asked again after each mending, and a mending
    that makes nothing better is taken back. A text longer than anybody types is left as it is.
    """
    mended = MendedText(text)
    if len(text) > _LONGEST:
        return mended
    if sure := list(_beside_keys(mended.lines))[:_MOST_SLIPS]:
        mended.mend(sure)
    problems = read(mended.text)
    for _ in range(_MOST_ROUNDS):
        for slips in (_likely(mended.lines, problems), _unclosed(mended.lines, problems)):
            if not slips:
                continue
            mended.mend(slips)
            after = read(mended.text)
            if _measure(after) > _measure(problems):
                problems = after
                break
            mended.undo()
        else:
            break
    return mended


def _measure(problems: list[Problem]) -> tuple[tuple[int, int], int]:
    """Return how far a text can be read, and how well; more is better."""
    return _syntax_error(problems) or _FAR, -len(problems)


def _syntax_error(problems: list[Problem]) -> tuple[int, int] | None:
    return next((one[1:3] for one in problems if one.code == "syntax"), None)


@cache
def _keys() -> str:
    """Return every key of the model, as alternatives of a regular expression."""
    names: set[str] = set()
    todo: list[Any] = [article_type()]
    known = set()
    while todo:
        kind = todo.pop()
        if kind in known:
            continue
        known.add(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            fields = msgspec.structs.fields(kind)
            names.update(one.name for one in fields)
            todo += [one.type for one in fields]
        else:
            todo += [one for one in get_args(kind) if isinstance(one, type) or get_args(one)]
    return "|".join(sorted(names, key=len, reverse=True))


class _Patterns(NamedTuple):
    """What is wrong at a key, in an indentation, behind a hyphen, before a key, and in a text."""

    at_key: re.Pattern[str]
    indented: re.Pattern[str]
    at_item: re.Pattern[str]
    comma: re.Pattern[str]
    colon: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    key, begin = f"(?:{_keys()})", "(?:^ *(?:- +)*|[{,，] *"
    return _Patterns(
        re.compile(f"{begin}|^{_ODD}+)(?P<key>{key})(?P<colon>[：﹕:])(?P<odd>{_ODD}*)"),
        re.compile(f"^ *(?P<odd>{_ODD}[ {_ODD[1:]}*)(?=- |{key} *[:：﹕])"),
        re.compile(f"^ *-(?P<odd>{_ODD}+)"),
        re.compile(f"，(?= *{key} *[:：﹕])"),
        re.compile(
            f'{begin}){key}: +(?P<text>[^“”„＂‘’＇"\' [\\]{{}},，#][^"[\\]{{}},，#]*?'
            f'(?P<space> ?)(?P<key>{key}|)(?P<colon>:) [^"[\\]{{}},，#]*?)(?= *(?:[,，}}\r]|$))'
        ),
    )


def _beside_keys(lines: list[str]) -> Iterator[Slip]:
    """Yield the slips beside the keys of the model, where nothing else can be meant."""
    at_key, indented, at_item, *_ = _patterns()
    for at, line in enumerate(lines):
        hidden = _hide_quoted(line)
        if _CONFLICT.match(line):
            yield Slip(at, 0, len(line), "", message("syntax.conflict"), sure=False)
        for found in re.finditer("\ufeff", line):  # which a parser does not read over
            yield Slip(at, *found.span(), "", tell_forbidden(found[0]))
        for found in indented.finditer(hidden):
            yield from _odd_blank(at, found, _indentation(lines, at, found))
        for found in at_item.finditer(hidden):
            yield from _odd_blank(at, found, " ")
        for found in at_key.finditer(hidden):
            yield from _at_key(at, hidden, found)


def _at_key(at: int, line: str, found: re.Match[str]) -> Iterator[Slip]:
    """Yield what is wrong with the colon behind a key, and with the blank behind the colon."""
    start, stop = found.span("colon")
    behind = line[stop : stop + 1]
    if found["colon"] != ":":
        instead = ":" if found["odd"] or behind in ("", " ", "\r") else ": "
        yield Slip(at, start, stop, instead, message("syntax.wide-colon", mark=found["colon"]))
    elif behind not in ("", " ", "\t", "\r", ":", "/") and not found["odd"]:
        yield Slip(at, stop, stop, " ", message("syntax.no-blank", key=found["key"]))
    if found["odd"]:
        yield from _odd_blank(at, found, " ")


def _odd_blank(at: int, found: re.Match[str], instead: str) -> Iterator[Slip]:
    odd = next(one for one in found["odd"] if one != " ")
    code = f"U+{ord(odd):04X}"
    yield Slip(at, *found.span("odd"), instead, message("syntax.odd-blank", character=code))


def _indentation(lines: list[str], at: int, found: re.Match[str]) -> str:
    """Return the blanks that are meant by odd ones: as many as a line nearby has, if possible.

    An ideographic blank is as wide as two, and may have been typed for one.
    """
    narrow, wide = (
        sum(width if one == "\u3000" else 1 for one in found["odd"]) for width in (1, 2)
    )
    near = {
        len(start[0])
        for other in (*lines[max(0, at - 20) : at], *lines[at + 1 : at + 20])
        for start in re.finditer("^ *(?:- +)*(?=[^ ])|^ *(?=- )", other)
    }
    begins = found.start("odd")
    return " " * (narrow if begins + narrow in near and begins + wide not in near else wide)


def _likely(lines: list[str], problems: list[Problem]) -> list[Slip]:
    """Return the slips in lines in which something is wrong; elsewhere they may be meant."""
    suspects = {one.line - 1 for one in problems} | {
        one.line - 2 for one in problems if one.code == "syntax"
    }
    found: list[Slip] = []
    for at in sorted(suspects):
        if 0 <= at < len(lines) and len(found) < _MOST_SLIPS:
            found += _in_line(at, _hide_quoted(lines[at]))
    return found


def _in_line(at: int, line: str) -> Iterator[Slip]:
    """Yield the full-width quotation marks, commas and brackets that stand for those of YAML."""
    for found in _CURLY.finditer(line):
        mark = "'" if found[1] in "‘’＇" else '"'
        wrong = message("syntax.wide-quote", mark=found[1])
        yield Slip(at, *found.span(1), mark, wrong)
        yield Slip(at, *found.span(2), mark)
    for found in _patterns().colon.finditer(line):
        yield from _colon_in_text(at, found)
    commas = [*_patterns().comma.finditer(line), *_COMMA_OF_IDS.finditer(line)]
    for start in sorted({one.start() for one in commas}):
        yield Slip(at, start, start + 1, ",", message("syntax.wide-comma"))
    opening = [one.span(1) for one in _BRACKET.finditer(line)]
    closing = [one.span() for one in _BRACKET_END.finditer(line)]
    for start, stop in opening + closing if opening else ():
        mark = line[start]
        wrong = message("syntax.wide-bracket", mark=mark, instead=_ASCII[mark])
        yield Slip(at, start, stop, _ASCII[mark], wrong)


def _colon_in_text(at: int, found: re.Match[str]) -> Iterator[Slip]:
    """Yield what makes a text of a plain one with a colon in it, or parts it from the next key."""
    colon = found.start("colon")
    if found["key"] and found["space"]:
        place = found.start("space")
        yield Slip(at, place, place, ",", message("syntax.no-comma", key=found["key"]), sure=False)
        return
    yield Slip(at, colon, colon, "", message("syntax.colon"))
    for place in found.span("text"):
        yield Slip(at, place, place, '"')


def _unclosed(lines: list[str], problems: list[Problem]) -> list[Slip]:
    """Return the nearest quotation mark before an error that is not closed on its line."""
    error = _syntax_error(problems)
    for at in range(error[0] - 1, max(-1, error[0] - 100), -1) if error else ():
        opened = _OPENED.search(lines[at]) if at < len(lines) else None
        if opened:
            start = opened.start(1) if opened[1] else opened.start(2)
            mark = lines[at][start]
            end = len(lines[at].rstrip().rstrip("}],").rstrip())
            wrong = message("syntax.open-quote", mark=mark)
            return [Slip(at, start, start, "", wrong, sure=False), Slip(at, end, end, mark)]
    return []


def _hide_quoted(line: str) -> str:
    """Return a line with every character between quotation marks replaced by a plain one."""
    return _QUOTED.sub(lambda found: "x" * len(found[0]), line)
