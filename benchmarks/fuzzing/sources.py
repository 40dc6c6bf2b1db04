"""Hostile source texts, and processes of the tool that read them."""

import json
import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from briefing.checks.text import MAX_CHARACTERS
from briefing.model.load import shipped
from fuzzing.judge import KIB, SECONDS, Run, of_any

_BEGINNINGS = """
几 十 万 两 多 年 一 半 第 前 翻 近 每 等 “ — - 1 0 ， 。 1、 一、二 1— 1- 1~ 1:1 1, 1. 0. 1/2 1×
(1) -1~ １２ ² 第1、 前1 三分之 百分之 不足 五大 “一 a1 Ａ 2021年 2021- 12月 1日至 几几几 一二三 3至
十百千万亿 上午8时 记王一 王说 《1》 1个半 1万 亿1 ① Ⅷ 1,000 1年1月 元/ 千瓦 “一” ‘1’ \u200b \u0301
\ufdfa
"""
STARTS = [*_BEGINNINGS.split(), "1 ", "\u3000"]
"""What a pattern or a loop of the scanner can begin with, to be repeated up to the limit."""

# The peak of a child that a large process starts is that of its parent: a small one starts it.
_LAUNCHER = """
import json, os, subprocess, sys, time
out, err, limit, *command = sys.argv[1:]
with open(out, "wb") as one, open(err, "wb") as other:
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=one, stderr=other)
late = False
while True:
    pid, status, used = os.wait4(child.pid, os.WNOHANG)
    if pid:
        break
    ticks = open(f"/proc/{child.pid}/stat").read().rpartition(")")[2].split()[11:13]
    if not late and sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK") > float(limit):
        child.kill()
        late = True
    time.sleep(0.01)
code = -1 if late else os.waitstatus_to_exitcode(status)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


class Done(NamedTuple):
    """A finished run over a source text, and what was wrong with it."""

    command: str
    seconds: float
    kib: int
    faults: list[str]


class Text(NamedTuple):
    """A hostile source text in pieces; ``read`` says whether the tool is to read it."""

    name: str
    read: bool
    pieces: Iterable[bytes]

    def runs(self, folder: str) -> list[Done]:
        """Put the text through ``quantities``, as a table and as JSON, and ``check --source``."""
        with NamedTemporaryFile(dir=folder, suffix=".txt") as stream:
            stream.writelines(self.pieces)
            stream.flush()
            return [
                self._run(["quantities"], stream.name),
                self._run(["quantities", "--export", "json"], stream.name),
                self._run(["check", shipped(), "--source"], stream.name),
            ]

    def _run(self, command: list[str], file: str) -> Done:
        run, kib = process(*command, file)
        proves = command[0] == "check"
        faults = list(of_any(run))
        wanted = int(proves) if self.read else 3
        if run.status not in (-1, wanted):
            faults.append(f"exit status {run.status}, not {wanted}")
        elif run.status != -1 and bool(run.out) != (self.read or proves):
            faults.append(f"{len(run.out)} bytes on stdout, {len(run.err)} on stderr")
        if run.status != -1 and run.seconds > SECONDS:
            faults.append(f"{run.seconds:.2f} s")
        if kib > KIB:
            faults.append(f"{kib // 1024} MiB")
        shown = " ".join(word for word in command if word != shipped())
        return Done(shown, run.seconds, kib, faults)


def process(*args: str, **environ: str) -> tuple[Run, int]:
    """Run the tool as a user does, with its peak memory in KiB; -1 if it takes five times as long.

    Its output goes to files, so that nobody's pipe holds it up.
    """
    with NamedTemporaryFile() as out, NamedTemporaryFile() as err:
        launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, out.name, err.name]
        done = subprocess.run(
            [*launcher, str(5 * SECONDS), sys.executable, "-m", "briefing", *args],
            env=os.environ | environ,
            capture_output=True,
            check=True,
        )
        status, seconds, kib = json.loads(done.stdout)
        return Run(status, out.read(), err.read(), seconds), kib


def hostile() -> Iterator[Text]:
    """Every hostile text in turn."""
    return (Text(name, read, pieces) for name, read, pieces in _texts())


def _texts() -> Iterator[tuple[str, bool, Iterable[bytes]]]:
    mebi = 1024 * 1024
    yield "64 MiB of 一", False, (("一" * (mebi // 4)).encode() for _ in range(86))
    yield "64 MiB of NULs", False, (bytes(mebi) for _ in range(64))
    yield "a line of 10 million digits", False, (b"1" * mebi for _ in range(10))
    yield "a line of 10 million characters", False, (("两" * mebi).encode() for _ in range(10))
    yield "one character too many", False, [b"1" * (MAX_CHARACTERS + 1)]
    yield "lone surrogates", False, [b"1\xed\xa0\x80\xed\xbf\xbf" * 1000]
    yield "half a character", False, ["五大".encode()[:-1]]
    yield "nothing", True, []
    yield "NULs", True, [b"1\x00" * (MAX_CHARACTERS // 2)]
    yield "control characters", True, [bytes(range(32)) * (MAX_CHARACTERS // 32)]
    yield "nothing but line ends", True, [b"\r\n" * (MAX_CHARACTERS // 2)]
    for category in ("Nd", "Nl", "No"):
        numbers = "".join(
            chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == category
        )
        yield from _shapes(f"every {category}", numbers)
    rng = random.Random(1)
    yield from _shapes(
        "random Chinese", "".join(chr(rng.randrange(0x4E00, 0xA000)) for _ in range(9999))
    )
    every = "".join(STARTS)
    yield from _shapes("random starts", "".join(rng.choices(every, k=9999)))
    for start in STARTS:
        yield from _shapes(f"{start!r} repeated", start)
    yield from _shapes("the shipped model's anchors", "".join(_anchors()))
    for anchor in rng.sample(_anchors(), 6):
        yield from _shapes(f"the anchor {anchor!r}", anchor)


def _anchors() -> list[str]:
    from briefing.model.load import load

    (article,) = load([]).articles
    return sorted({proof.anchor for _, record in article.records() for proof in record.evidence})


def _shapes(name: str, piece: str) -> Iterator[tuple[str, bool, Iterable[bytes]]]:
    """A piece repeated up to the limit: on one line, on 32 as the article has, on very many."""
    whole = piece * (MAX_CHARACTERS // len(piece))
    length = max(1, MAX_CHARACTERS // 32 - 1)
    rows = [whole[at : at + length] for at in range(0, len(whole) - 32, length)][:32]
    yield f"{name}, one line", True, [whole.encode()]
    yield f"{name}, 32 lines", True, ["\n".join(rows).encode()]
    short = [piece[:3]] * (MAX_CHARACTERS // (len(piece[:3]) + 1))
    yield f"{name}, {len(short)} lines", True, ["\n".join(short).encode()]
