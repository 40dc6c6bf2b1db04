"""What the tests share: the example, the smallest model, and ways to run the tool."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Collection
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from briefing.cli.main import main

HERE = Path(__file__).parent
PROJECT = HERE.parent
PACKAGE = PROJECT / "briefing"
EXAMPLE = str(HERE / "example.yaml")
"""An invented article."""

SECOND = str(HERE / "second.yaml")
"""A later one about the same invented province, with statistics, targets and several speakers."""

SMALLEST = """\
source:
  id: smallest
  title: {zh: 标题, en: Title}
  publisher: {zh: 报, en: Paper}
  published: 2031-05-06
summary:
  gist: {zh: 要点, en: Gist}
  evidence: [{paragraph: 1, anchor: 要点}]
"""
"""The least that is a model; a test adds the section that it is about."""


class Run(NamedTuple):
    """What a run of the tool left behind."""

    status: int
    content: bytes
    err: str

    @property
    def out(self) -> str:
        return self.content.decode()


def briefing(*args: str, encoding: str = "utf-8", **environ: str) -> Run:
    """Run the tool in this process, its stdout a pipe of that encoding."""
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    err = io.StringIO()
    status: object = 0
    with (
        mock.patch.dict(os.environ, environ),
        mock.patch.multiple(sys, argv=["briefing", *args], stdout=out, stderr=err),
    ):
        try:
            main()
        except SystemExit as ended:
            status = ended.code or 0
    out.flush()
    assert isinstance(status, int)
    assert isinstance(out.buffer, io.BytesIO)
    return Run(status, out.buffer.getvalue(), err.getvalue())


def example(*args: str, **environ: str) -> Run:
    """Run the tool on the example."""
    return briefing(*args, "--article", EXAMPLE, **environ)


def process(*args: str, **environ: str) -> Run:
    """Run the tool as a user does, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *args],
        env=os.environ | environ,
        capture_output=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr.decode())


def covering(*choices: Collection[Any]) -> list[tuple[Any, ...]]:
    """Choose tuples in which each value of each parameter meets each value of every other once.

    Where a fault is one of two values together, the full product would only find it again.
    """
    wanted = {
        ((one, a), (other, b))
        for one, other in combinations(range(len(choices)), 2)
        for a in choices[one]
        for b in choices[other]
    }
    chosen = []
    while wanted:
        pairs = {row: wanted & {*combinations(enumerate(row), 2)} for row in product(*choices)}
        chosen.append(max(pairs, key=lambda row: len(pairs[row])))
        wanted -= pairs[chosen[-1]]
    return chosen


def english(title: str) -> str:
    """The smallest model with an English title, written so that YAML takes any character."""
    quoted = "".join(f"\\U{ord(character):08X}" for character in title)
    return SMALLEST.replace("en: Title", f'en: "{quoted}"')


def write_rule_example(example: str, folder: Path) -> str:
    """Write the smallest model with an example of a rule, and its text; return the model's file."""
    lines = ["标题：要点。2031-05-06 08:30，报", *re.findall("^# (.*)$", example, re.M)]
    (folder / "text.txt").write_text("\n".join(lines), encoding="utf-8")
    own = re.search("^source: {paragraphs: \\[(.*)\\]}\n?", example, re.M)
    digests = [hashlib.sha256(line.encode()).hexdigest() for line in lines]
    if own:
        numbers = map(int, re.findall(r"\d+", own[1]))
        digests = [digests[number - 1] for number in numbers]
        example = example.replace(own[0], "")
    added = re.search("^source: {(.*)}\n?", example, re.M)
    if added:
        example = example.replace(added[0], "")
    source = f"  {added[1]}\n" if added else ""
    source += f"  text: text.txt\n  paragraphs: [{', '.join(digests)}]\nsummary:"
    waiver = "{paragraph: 1, text: '2031-05-06 08:30', reason: {zh: 时间, en: Time}}"
    model = SMALLEST.replace("summary:", source)
    if "waived:" in example:
        example = re.sub(r"waived: \[", f"waived: [{waiver}, ", example)
    else:
        example += f"\nwaived: [{waiver}]\n"
    (folder / "model.yaml").write_text(model + example, encoding="utf-8")
    return str(folder / "model.yaml")
