"""What the tests share: the example, the smallest model, and ways to run the tool."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
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


def english(title: str) -> str:
    """The smallest model with an English title, written so that YAML takes any character."""
    quoted = "".join(f"\\U{ord(character):08X}" for character in title)
    return SMALLEST.replace("en: Title", f'en: "{quoted}"')
