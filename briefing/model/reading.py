"""Model files to typed articles, with every problem of every file at once."""

import contextlib
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.limits import FINDINGS_OF_A_CODE, MODEL_MEBIBYTES, PROBLEMS_OF_A_CODE
from briefing.model import mending, opened, references, slips, surrogates, textkind, typed, yamlfile
from briefing.model.article import Article
from briefing.problem import (
    Edit,
    Finding,
    Fix,
    Message,
    ModelError,
    Problem,
    Remedy,
    closed_stream,
    message,
    system_reason,
)

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Inspected(NamedTuple):
    """One model file as it was found: the article if it can be read, and what is wrong with it.

    ``wrong`` are the mistakes in the plain data, for which there is no article. Where the text was
    mended so that it could be read on, ``mended_text`` knows how. ``content`` is the whole file, if
    it could be opened.
    """

    file: str
    article: Article | None
    problems: list[Problem]
    parsed: yamlfile.Parsed | None = None
    wrong: tuple[Finding, ...] = ()
    mended_text: slips.MendedText | None = None
    content: bytes | None = None

    def mended(self) -> mending.Mended | None:
        """Return what can be read of a model that is no article, if anything can.

        Where there are more mistakes than could be listed by far, the rest would say nothing.
        """
        data = self.parsed.data if self.parsed else None
        if len(self.wrong) > FINDINGS_OF_A_CODE:
            return None
        if not isinstance(data, dict) or typed.is_of_schema_1(data):
            return None
        return mending.mend(data, self.wrong)

    def locate(self, finding: Finding, *, warning: bool = False) -> Problem:
        """Return a finding as a problem, with its position in the file."""
        assert self.parsed is not None  # a path comes out of what was parsed
        place = self.parsed.place(finding.path, key=finding.on_key)
        fix = self.fix(finding.remedy) if finding.remedy else None
        found = Problem(self.file, *place, finding.message, warning, path=finding.path, fix=fix)
        return self.move(found)

    def fix(self, remedy: Remedy | None) -> Fix | None:
        """Return the edits that make the changes of a remedy, where these can be made cleanly.

        There are none while slips keep the file from being read as it is.
        """
        if remedy is None or self.mended_text is not None:
            return None
        from briefing.model.editing import find_pieces

        assert self.parsed is not None
        layout = self.parsed.layout
        pieces = find_pieces(layout, remedy.changes)
        return Fix(remedy.safe, layout.lines.edits(pieces, self.file)) if pieces else None

    def count_mark(self, problem: Problem) -> Problem:
        """Return a problem with its edits in the file, where a byte order mark is a character."""
        if not problem.fix or not (self.content or b"").startswith(BYTE_ORDER_MARK):
            return problem
        edits = tuple(
            one._replace(
                column=one.column + (one.line == 1), end_column=one.end_column + (one.end_line == 1)
            )
            for one in problem.fix.edits
        )
        return problem._replace(fix=problem.fix._replace(edits=edits))

    def move(self, problem: Problem) -> Problem:
        """Return a problem of the mended text at the place that it has in the file."""
        if self.mended_text is None:
            return problem
        column = self.mended_text.column(problem.line - 1, problem.column - 1)
        return problem._replace(column=column + 1, fix=None)


def inspect_models(files: Iterable[str]) -> list[Inspected]:
    """Read model files as far as they go; an id that two articles share is a problem too."""
    inspected = [inspect_model(file) for file in files]
    by_file = {one.file: one for one in inspected}
    for twin in find_twins(inspected):
        by_file[twin.file].problems.append(twin)
    return inspected


def find_twins(inspected: Iterable[Inspected]) -> Iterator[Problem]:
    """Yield a problem for each model that has the id of an article before it."""
    first: dict[str, str] = {}
    for one in inspected:
        if one.article is None:
            continue
        name = one.article.source.id
        if name in first:
            twice = message("duplicate-article", id=name, file=first[name])
            yield one.locate(Finding(twice, ("source", "id")))
        first.setdefault(name, one.file)


def inspect_model(file: str) -> Inspected:
    """Read one model file as far as it goes, and collect its problems in the order of lines."""
    try:
        if os.path.isdir(file):
            list_names(file)
            raise refuse(file, message("no-model"))
        content = read_bytes(file, MODEL_MEBIBYTES * 1024 * 1024, message("too-large.file"))
    except ModelError as error:
        return Inspected(file, None, list(error.problems))
    inspected = inspect_content(content, file)
    if inspected.article and inspected.article.source.text:
        opened.note(find_beside(file, inspected.article.source.text))
    return inspected


def find_beside(file: str, name: str) -> str:
    """Return the path of what a model names, which is beside its file.

    A model that comes through a pipe stands for one in the working folder. A file called ``-`` is
    never standard input there.
    """
    folder = os.path.dirname(file)
    path = name if _OF_STREAMS.match(folder) else os.path.join(folder, name)
    return os.path.join(os.curdir, path) if path == "-" else path


_OF_STREAMS = re.compile("/(?:dev|proc)(?:/|$)")
"""The folders of the files that stand for open streams and devices."""


def names_stream(file: str) -> bool:
    """Return whether a path stands for standard input or a pipe, which can be read only once."""
    is_stream = file == "-" or _OF_STREAMS.match(os.path.dirname(os.path.abspath(file)))
    return bool(is_stream) or (os.path.exists(file) and not os.path.isfile(file))


def inspect_content(content: bytes, file: str) -> Inspected:
    """Read what a model file holds as far as it goes; ``file`` is only what it is called."""
    try:
        text, problems = decode(content, file)
    except ModelError as error:
        return Inspected(file, None, list(error.problems), content=content)
    return inspect_text(text, file, problems)._replace(content=content)


def inspect_text(text: str, file: str, problems: Iterable[Problem] = ()) -> Inspected:
    """Read the text of a model as far as it goes; ``file`` names it in problems.

    ``problems`` are those that were found before, as its bytes were read.
    """
    joined = surrogates.join_pairs(text)
    inspected = first = _inspect(joined.text if joined else text, file, joined)
    let_be = joined or any(problem.code == "too-large" for problem in inspected.problems)
    if not let_be and not all(problem.warning for problem in inspected.problems):

        def read(mended: str) -> list[Problem]:
            return list((first if mended == text else _inspect(mended, file)).problems)

        mended = slips.mend(text, read)
        if wrong := list(mended.slips(file)):
            inspected = _inspect(mended.text, file, mended)._replace(article=None)
            inspected.problems.extend(wrong)
    ordered = sorted(inspected.problems, key=lambda problem: problem[1:3])
    inspected.problems[:] = shorten([*problems, *ordered])
    return inspected


def _inspect(text: str, file: str, mended: slips.MendedText | None = None) -> Inspected:
    """Read the text of a model as far as it goes; ``mended`` is how it came to be that text."""
    parsed = yamlfile.Parsed(text, file)
    inspected = Inspected(file, None, [], parsed, mended_text=mended)
    inspected.problems.extend(map(inspected.move, parsed.problems))
    article = None
    found: list[Finding] = []
    if isinstance(parsed.data, dict) and typed.is_of_schema_1(parsed.data):
        found = [Finding(message("schema-1"), ("schema_version",), on_key=True)]
    elif isinstance(parsed.data, dict):
        article, found = typed.convert(parsed.data)
        found += references.find_mistakes(parsed.data)
    elif not parsed.problems:
        found = [Finding(message(_name_fault(parsed.data)))]
    inspected.problems.extend(map(inspected.locate, limit_remedies(found)))
    if not inspected.problems:
        return inspected._replace(article=article)
    return inspected._replace(wrong=tuple(found))


def _name_fault(data: object) -> str:
    """Return the code of what is wrong with a file that holds no model."""
    if data is None:
        return "empty"
    holds_models = isinstance(data, list) and all(
        isinstance(one, dict) and "source" in one for one in data
    )
    return "wrong-type.models" if data and holds_models else "wrong-type.top"


def limit_remedies(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, with remedies for as many of each code as are listed."""
    counts: Counter[str] = Counter()
    for one in findings:
        code = one.message.code
        counts[code] += 1
        yield one if counts[code] <= PROBLEMS_OF_A_CODE else one.let_be()


def shorten(problems: Iterable[Problem], rest: int = 0) -> list[Problem]:
    """Return the first problems of each code, and one that says how many of it were left out.

    ``rest`` is how many more there are that are not among them.
    """
    kept: list[Problem] = []
    first_left: dict[str, Problem] = {}
    counts: Counter[str] = Counter()
    for one in problems:
        counts[one.code] += 1
        if counts[one.code] <= PROBLEMS_OF_A_CODE:
            kept.append(one)
        else:
            first_left.setdefault(one.code, one)
    for code, first in first_left.items():
        count = counts[code] - PROBLEMS_OF_A_CODE + rest
        kept.append(first._replace(message=message("left-out", code=code, count=count)))
    return kept


def shipped_model() -> str:
    """Return the path of the shipped model, in an installed package or beside it in a checkout.

    In a package that runs out of a zip file, it is a path into that file.
    """
    package = os.path.dirname(os.path.dirname(__file__))
    installed = os.path.join(package, "data", "article.yaml")
    beside = os.path.join(os.path.dirname(package), "data", "article.yaml")
    return beside if os.path.exists(beside) and not os.path.exists(installed) else installed


def list_names(folder: str) -> list[str]:
    """Return the names in a folder in order; raise :class:`ModelError` if it cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        raise refuse(folder, message("unreadable", why=system_reason(error))) from None


def read_bytes(file: str, most: int, too_large: Message) -> bytes:
    """Return a file's content, or that of standard input where the file is ``-``.

    Raises :class:`ModelError` where it cannot be read, and with the message ``too_large`` where it
    has more than ``most`` bytes.
    """
    try:
        if file == "-":
            if sys.stdin is None:
                raise closed_stream()
            with contextlib.suppress(OSError):  # it need not be a file
                opened.note(sys.stdin.fileno())
            content = sys.stdin.buffer.read(most + 1)
        elif file == shipped_model() and not os.path.exists(file):
            content = __spec__.loader.get_data(file)  # type: ignore[union-attr]  # a zip file has it
        else:
            with open(file, "rb") as stream:
                opened.note(stream.fileno())
                content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise refuse(file, message("unreadable", why=system_reason(error))) from None
    if len(content) > most:
        raise refuse(file, too_large)
    return content


def decode(content: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return UTF-8 ``content`` as text; a byte order mark is dropped with a warning.

    Raises :class:`ModelError` where it is a file of another kind, and with the place of the first
    byte that is not UTF-8.
    """
    if other := textkind.name_other(content, file):
        raise refuse(file, other)
    problems = []
    if content.startswith(BYTE_ORDER_MARK):
        content = content[len(BYTE_ORDER_MARK) :]
        mark = Edit(file, 1, 0, 1, 1, "")  # count_mark counts it as a character
        gone = Fix(safe=True, edits=(mark,))
        problems.append(Problem(file, 1, 1, message("byte-order-mark"), warning=True, fix=gone))
    try:
        return content.decode(), problems
    except UnicodeDecodeError as error:
        before = re.split("\r\n|\r|\n", content[: error.start].decode())
        known = textkind.name_encoding(content, file)
        wrong = message("not-utf-8", byte=f"0x{content[error.start]:02x}", known=known)
        raise ModelError([Problem(file, len(before), len(before[-1]) + 1, wrong)]) from None


def refuse(file: str, why: Message) -> ModelError:
    """Return the error that a file as a whole cannot be read."""
    return ModelError([Problem(file, 1, 1, why)])
