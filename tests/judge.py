"""What a run owes its reader, whatever model or source text it is given.

Each function here runs commands, through the runner that it is given, and asserts.
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from briefing.checks.manual import READ_ERRORS, explain_codes
from briefing.cli.commands import list_commands
from briefing.model.reading import inspect_text
from briefing.model.sections import SECTIONS
from briefing.model.yamlevents import LOADER
from briefing.output.formats import FORMATS
from briefing.problem import printable
from markup import Page
from strategies import TRAPS, Draw
from support import Run

Runner = Callable[..., Run]

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]|\r(?!\n)"
)
"""What would move a cursor or turn the direction of text."""

_CODES = explain_codes()
_NAMES = ("dongjia", "places-0", "figures-0", "东甲市", "核心", "投资", "a", "[x", "x" * 400)
_ARGUMENTS = {
    "search": (1, 2),
    "show": (1, 1),
    "paragraph": (1, 1),
    "cite": (0, 1),
} | dict.fromkeys(("summary", "articles", "export"), (0, 0))
TERMINAL = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "40"}
_NOT_READING = (*("check", "draft", "quantities", "mcp", "proof", "schema", "skill", "verify"),)
READING = [name for name in list_commands() if name not in _NOT_READING]


@st.composite
def questions(draw: Draw, *forms: str) -> tuple[str, ...]:
    """Draw a reading command with what it takes, for people or in one of some formats."""
    command = draw(st.sampled_from(READING))
    least, most = _ARGUMENTS.get(command, (0, 2))
    names = st.sampled_from((*_NAMES, *(trap for trap in TRAPS if trap.isprintable())))
    if command == "paragraph":
        names = st.just("4")
    words = ["--", *draw(st.lists(names, min_size=least, max_size=most))]
    if command in SECTIONS and SECTIONS[command].concerns_places and draw(st.booleans()):
        words = ["--city", draw(names), *words]
    form = draw(st.sampled_from((None, *forms)))
    language = ["--lang", draw(st.sampled_from(("en", "zh", "both")))]
    return (command, *language, *(["-O", form] if form else []), *words)


_MOST_LACKING = 4
"""More texts without English are told in one line."""


def check(run: Runner, file: str, *source: str) -> list[dict[str, Any]]:
    """Check a model, beside a source text or not, in every format; return why it is unreadable."""
    command = ["check", file, *(f"--source={text}" for text in source)]
    whole = run(*command, "-O", "json")
    _is_clean(whole)
    assert not whole.err
    problems = json.loads(whole.out)["problems"]
    lengths = {name: list(_line_lengths(Path(name))) for name in {one["file"] for one in problems}}
    for one in problems:
        assert one["code"] in _CODES
        assert all(one["message"].values())
        line, column = one["line"], one["column"]
        assert any(
            1 <= line <= len(length) and 1 <= column <= length[line - 1] + 1
            for length in lengths[one["file"]]
        ), one
    errors = [one for one in problems if not one["warning"]]
    unread = [one for one in errors if one["code"] in READ_ERRORS and one["file"] == file]
    no_source = any(one["code"] in READ_ERRORS and one["file"] != file for one in errors)
    assert whole.status == (3 if no_source else int(bool(errors)))
    for lang in ("en", "zh"):
        told = run(*command, "--lang", lang)
        _is_clean(told)
        assert told.status == whole.status
        _names(told.out, problems)
    assert run(*command, "-O", "github").out.count("\n::") == max(0, len(problems) - 1)
    return unread


def mend(run: Runner, file: str, *source: str) -> None:
    """Mend a model, beside a source text or not: what was wrong is less, and nothing is new."""
    command = ["check", file, *(f"--source={text}" for text in source)]
    before = Path(file).read_bytes()
    was = json.loads(run(*command, "-O", "json").out)["problems"]
    shown = run(*command, "--diff", "--unsafe-fixes")
    _is_clean(shown)
    assert Path(file).read_bytes() == before
    done = run(*command, "--fix", "--unsafe-fixes", "-O", "json")
    _is_clean(done)
    assert bool(shown.content) == (Path(file).read_bytes() != before)
    if shown.content:
        left = json.loads(done.out)["problems"]
        keeping = [[one for one in some if one["code"] in READ_ERRORS] for some in (was, left)]
        assert len(keeping[1]) < len(keeping[0]) or len(left) <= len(was)
    mended = Path(file).read_bytes()
    run(*command, "--fix", "--unsafe-fixes")
    assert Path(file).read_bytes() == mended or "another run goes on" in done.err


def answer(run: Runner, file: str, asked: tuple[str, ...], unread: list[dict[str, Any]]) -> None:
    """Ask something of a model, which is unreadable for these reasons, if for any."""
    command, *words = asked
    form = words[3] if words[2] == "-O" else "terminal"
    done = run(command, "-a", file, *words, **(TERMINAL if form == "terminal" else {}))
    _is_clean(done, form)
    if unread:
        assert (done.status, done.content) == (3, b"")
        _names(done.err, unread)
    elif done.status:
        # A table of several sections is a usage error, as some words are.
        wrong_usage = words[-1] != "--" or form in ("csv", "tsv")
        assert done.status == 1 or (done.status == 2 and wrong_usage)
        assert done.err
        assert not done.content
    else:
        assert done.content or form in ("jsonl", "csv", "tsv")


def list_quantities(run: Runner, text: str, form: str) -> None:
    """List the quantities of a source text, which is readable or not."""
    done = run("quantities", text, "-O", form)
    _is_clean(done, form)
    _names(done.err, [])
    assert (done.status, bool(done.err)) in ((0, False), (3, True))


def lay_out(run: Runner, file: str, text: str) -> None:
    """Set a source text beside a model, as far as the two are readable."""
    done = run("proof", "-a", file, "--source", text)
    _is_clean(done, "html")
    # A text in which no anchor of the model stands is that of another article: 1.
    ends = (0, True, False), (1, False, True), (3, False, True)
    assert (done.status, bool(done.content), bool(done.err)) in ends
    if done.content:
        page = Page(done.out)
        assert page.tags.count("script") == 1
        assert len(page.ids) == len(set(page.ids))


def hold_memo(run: Runner, file: str, memo: str, form: str, *source: str) -> None:
    """Hold a memo against a model, beside a source text or not, as far as they are readable."""
    named = [f"--source={one}" for one in source]
    done = run("verify", memo, "-a", file, "-O", form, *named)
    _is_clean(done, form)
    assert done.status in (0, 1, 3), done.err
    assert bool(done.err) == (done.status == 3)
    assert not (done.content and done.err)


def draft(run: Runner, page: str) -> None:
    """Draft a model of a text or a page: it can be read, or it is said why there is none."""
    done = run("draft", page)
    _is_clean(done, "yaml")
    assert done.status in (0, 3), done.err
    assert bool(done.content) == (done.status == 0)
    assert done.content or done.err
    if done.content:
        found = inspect_text(done.out, "draft.yaml")
        assert found.article is not None, [str(one) for one in found.problems][:3]


def _is_clean(run: Run, form: str = "text") -> None:
    """Assert what holds of every run, and of every file of a format."""
    assert run.status in (0, 1, 2, 3), run.err
    assert "Traceback (most recent call last)" not in run.err, run.err
    binary = form in FORMATS and FORMATS[form].binary
    for text in (run.err, "" if binary else run.out):
        hidden = _HIDDEN.search(text)
        assert not hidden, (f"U+{ord(hidden[0][0]):04X}", text[max(0, hidden.start() - 60) :][:120])
    if run.content and binary:
        assert zipfile.ZipFile(io.BytesIO(run.content)).testzip() is None
    elif run.content and form in ("json", "jsonl"):
        for one in run.out.splitlines() if form == "jsonl" else [run.out]:
            json.loads(one)
    elif form == "yaml":
        yaml.load(run.out, Loader=LOADER)


def _names(said: str, problems: list[dict[str, Any]]) -> None:
    """Assert that lines name the problems in their order, and nothing else but the tally."""
    tally = (
        *("  agree with the text: ", "  of the text: ", "problems that --fix "),
        *("  与原文相符：", "  原文已收录：", "其中 "),
    )
    lines = [
        line
        for line in said.split("\n")
        if ": byte-order-mark: " not in line and not line.startswith(tally)
    ]
    wanted = _gather([one for one in problems if one["code"] != "byte-order-mark"])
    assert len(wanted) <= len(lines) - 1 <= len(wanted) + 1
    for line, one in zip(lines, wanted, strict=False):
        place = "{line}:{column}: {code}: ".format_map(one)
        file = printable(one["file"])
        is_unopened = one["code"] in ("unreadable", "no-model")
        starts = (f"{file}:{place}", *([f"briefing: {file}: "] if is_unopened else ()))
        assert line.startswith(starts)


def _gather(problems: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return problems with the texts that have no English as the first, where others are found."""
    lacking = [one for one in problems if one["code"] == "untranslated"]
    if len(lacking) <= _MOST_LACKING or len(lacking) == len(problems):
        return list(problems)
    return [one for one in problems if one["code"] != "untranslated" or one is lacking[0]]


def _line_lengths(file: Path) -> Iterator[list[int]]:
    """Yield the lengths of a file's lines, as an editor and as YAML tells lines apart."""
    content = file.read_bytes() if os.path.isfile(file) else b""  # a name may be too long
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    for ends in ("\r\n|[\n\r]", "\r\n|[\n\r\x85\u2028\u2029]"):
        yield [len(line) for line in re.split(ends, text)]
