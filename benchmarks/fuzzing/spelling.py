"""Bytes, characters and lines spoilt, without a thought for what they mean."""

import random
from collections.abc import Callable

Mutator = Callable[[random.Random, str], str | bytes]
"""Makes a broken model out of a sound one's text, the same from the same random numbers."""


def times(rng: random.Random) -> range:
    return range(rng.choice((1, 1, 1, 2, 3, 8)))


def span(rng: random.Random, length: int, most: int = 60) -> slice:
    start = rng.randrange(length + 1)
    return slice(start, start + rng.randint(1, most))


def flip(rng: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in times(rng):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return bytes(content)


def insert(rng: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in times(rng):
        at = rng.randrange(len(content) + 1)
        content[at:at] = rng.choice(
            (
                rng.randbytes(rng.randint(1, 8)),
                bytes([rng.randrange(128)]),
                rng.choice(b"{}[]:,-#&*!|>'\"%@`?\t\n\r \\").to_bytes(1, "big"),
            )
        )
    return bytes(content)


def delete(rng: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in times(rng):
        del content[span(rng, len(content))]
    return bytes(content)


def truncate(rng: random.Random, text: str) -> bytes:
    content = text.encode()
    return content[: rng.randrange(len(content))]


def duplicate_slice(rng: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in times(rng):
        piece = content[span(rng, len(content), 400)]
        at = rng.randrange(len(content) + 1)
        content[at:at] = piece
    return bytes(content)


def not_utf_8(rng: random.Random, text: str) -> bytes:
    bad = (
        b"\xff",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe4\xb8",
        b"\x80",
        b"\xfe",
    )
    if rng.random() < 0.2:
        return text.encode(rng.choice(("utf-16", "utf-32", "gb18030", "big5")), "replace")
    content = text.encode()
    at = rng.randrange(len(content) + 1)
    return content[:at] + rng.choice(bad) + content[at:]


def byte_order_mark(rng: random.Random, text: str) -> bytes:
    content = text.encode()
    at = rng.choice((0, 0, rng.randrange(len(content) + 1)))
    mark = rng.choice((b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2, b"\xff\xfe", b"\xfe\xff"))
    return content[:at] + mark + content[at:]


def control_character(rng: random.Random, text: str) -> str:
    for _ in times(rng):
        at = rng.randrange(len(text) + 1)
        code = rng.choice(
            (rng.randrange(32), rng.randrange(0x7F, 0xA0), *range(0x2028, 0x202F), 0xFEFF, 0xFFFE)
        )
        text = text[:at] + chr(code) + text[at:]
    return text


def delete_lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in times(rng):
        del lines[span(rng, len(lines), 4)]
    return "".join(lines)


def duplicate_lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in times(rng):
        piece = span(rng, len(lines), 6)
        at = rng.choice((piece.start, rng.randrange(len(lines) + 1)))
        lines[at:at] = lines[piece]
    return "".join(lines)


def swap_lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in times(rng):
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def indent(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in times(rng):
        for at in range(*span(rng, len(lines), 4).indices(len(lines))):
            bare = lines[at].lstrip(" ")
            by = len(lines[at]) - len(bare) + rng.choice((-4, -2, -1, 1, 2, 4))
            lines[at] = rng.choice((" " * by, " " * by, "\t")) + bare
    return "".join(lines)


def merge_lines(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in times(rng):
        at = rng.randrange(len(lines))
        lines[at] = lines[at].rstrip("\n") + rng.choice(("", " ", ", ", ": "))
    return "".join(lines)


def line_ends(rng: random.Random, text: str) -> str:
    end = rng.choice(("\r\n", "\r", "\x85", "\u2028", "\n\n"))
    share = rng.choice((1.0, 0.5, 0.01))
    return "".join(
        line + (end if rng.random() < share else "\n")
        for line in text.removesuffix("\n").split("\n")
    )


BYTES: tuple[Mutator, ...] = (
    flip,
    insert,
    delete,
    truncate,
    duplicate_slice,
    not_utf_8,
    byte_order_mark,
    control_character,
)
LINES: tuple[Mutator, ...] = (
    delete_lines,
    duplicate_lines,
    swap_lines,
    indent,
    merge_lines,
    line_ends,
)
