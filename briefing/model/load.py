"""Model files to a library of typed articles, with every problem of every file at once."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import references, typed, yamlfile
from briefing.model.records import Article
from briefing.model.references import Path
from briefing.problem import ModelError, Problem

ENDINGS = (".yaml", ".yml")


class Inspected(NamedTuple):
    """One model file as it was found: the article where it can be read, and what is wrong."""

    file: str
    article: Article | None
    problems: list[Problem]
    parsed: yamlfile.Parsed | None = None

    def problem(
        self, path: Path, code: str, message: str, *, on_key: bool = False, warning: bool = False
    ) -> Problem:
        """What was found at a path of the model, with its place in the file."""
        assert self.parsed is not None  # a path comes out of what was parsed
        at = self.parsed.mark.at(path, key=on_key)
        return Problem(self.file, at.line + 1, at.column + 1, code, message, warning)


class Library(NamedTuple):
    """The articles that a command looks at, and what was odd but harmless about their files."""

    articles: tuple[Article, ...]
    warnings: tuple[Problem, ...] = ()


def load(paths: Iterable[str]) -> Library:
    """The articles in ``paths``, files or folders; the shipped one where there are none.

    Raises :class:`ModelError` with all problems of all files if any is an error.
    """
    inspected = [inspect(file) for file in model_files(paths)]
    problems = [problem for one in inspected for problem in one.problems]
    problems += same_article(inspected)
    if any(not problem.warning for problem in problems):
        raise ModelError([problem for problem in problems if not problem.warning])
    articles = tuple(one.article for one in inspected if one.article)
    return Library(articles, tuple(problems))


def shipped() -> str:
    """The path of the shipped model: inside an installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    installed = os.path.join(package, "data", "article.yaml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(package), "data", "article.yaml")


def model_files(paths: Iterable[str]) -> list[str]:
    """The model files that ``paths`` name; a folder stands for the models directly in it."""
    files: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            files += _in_folder(path)
        else:
            files.append(path)
    return files or [shipped()]


def inspect(file: str) -> Inspected:
    """Read one model file as far as it goes, and collect every problem in the order of lines."""
    try:
        text, problems = decode(read_bytes(file, yamlfile.MAX_BYTES), file)
    except ModelError as error:
        return Inspected(file, None, list(error.problems))
    parsed = yamlfile.parse(text, file)
    inspected = Inspected(file, None, problems, parsed)
    problems += parsed.problems
    article = None
    if isinstance(parsed.data, dict):
        article, found = typed.convert(parsed.data)
        found += references.findings(parsed.data)
        problems += (
            inspected.problem(one.path, one.code, one.message, on_key=one.on_key) for one in found
        )
    elif not parsed.problems:
        what = "empty" if parsed.data is None else "wrong-type"
        message = "expected a mapping of the model's sections"
        problems.append(inspected.problem((), what, message))
    problems.sort(key=lambda problem: problem[1:3])
    if all(problem.warning for problem in problems):
        return inspected._replace(article=article)
    return inspected


def _in_folder(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise _unreadable(folder, error) from None
    files = [os.path.join(folder, name) for name in names if name.endswith(ENDINGS)]
    if not files:
        message = "the folder holds no model (no .yaml or .yml file)"
        raise ModelError([Problem(folder, 1, 1, "no-model", message)])
    return files


def read_bytes(file: str, most: int) -> bytes:
    """A file's content; raises :class:`ModelError` where it cannot be read or is larger."""
    try:
        with open(file, "rb") as stream:
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from None
    if len(content) > most:
        raise too_large(file, f"{most // 1024:,} KiB")
    return content


def too_large(file: str, most: str) -> ModelError:
    """The error for a file that is larger than any real one."""
    return ModelError([Problem(file, 1, 1, "too-large", f"over {most}")])


def decode(content: bytes, file: str) -> tuple[str, list[Problem]]:
    """UTF-8 ``content`` as text; a byte order mark is dropped with a warning."""
    problems = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        message = "a byte order mark stands before the text; it is passed over"
        problems.append(Problem(file, 1, 1, "byte-order-mark", message, warning=True))
    try:
        return content.decode(), problems
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line = before.count("\n")
        column = len(before) - (before.rfind("\n") + 1)
        message = f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise ModelError([Problem(file, line + 1, column + 1, "not-utf-8", message)]) from None


def _unreadable(file: str, error: OSError | ValueError) -> ModelError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ModelError([Problem(file, 1, 1, "unreadable", why)])


def same_article(inspected: Sequence[Inspected]) -> list[Problem]:
    """The models whose article has the id of an earlier one."""
    first: dict[str, str] = {}
    problems = []
    for one in inspected:
        if one.article is None:
            continue
        name = one.article.source.id
        if name in first:
            message = f"article {name!r} is in {first[name]} too"
            problems.append(one.problem(("source", "id"), "duplicate-article", message))
        first.setdefault(name, one.file)
    return problems
