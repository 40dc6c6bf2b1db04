"""Write what the documents can be told by the code: ``python docs/reference.py``.

Commands, fields, codes, formats and schemas are generated; the examples in all documents are run,
and their output put below them. A test compares the result with the files.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin
from unittest import mock

import msgspec
import yaml
from jsonschemas import list_schemas

from briefing.checks.manual import LEFT_OUT, READ_ERRORS, explain_codes
from briefing.checks.registry import RULES
from briefing.cli.commands import GROUPS, Command, list_commands
from briefing.cli.main import main
from briefing.model import parts, records
from briefing.model.article import article_type
from briefing.model.sections import REFERENCES, SECTIONS
from briefing.output.formats import FORMATS
from briefing.shelf.library import load
from briefing.words.catalogue import describe_field, describe_value, texts

HERE = Path(__file__).parent
PROJECT = HERE.parent
EXECUTED = (
    *("README.md", "README.zh.md"),
    *(
        f"docs/{name}.md"
        for name in (
            *("guide", "formats", "curating", "modelling", "python"),
            *("verifying", "verifying.zh"),
        )
    ),
)
"""The documents whose examples are run."""

MODELS = (
    "data/article.yaml",
    "tests/second.yaml",
    "docs/example/article.yaml",
    "docs/example/draft.yaml",
)
"""The models that the examples of fields are taken from."""

PARTS = (
    parts.Bilingual,
    parts.Author,
    parts.Evidence,
    parts.Statement,
    parts.Measure,
    parts.Role,
    parts.Link,
    parts.Post,
    parts.Change,
    parts.Ignored,
)
_CONSOLE = re.compile(r"^```console\n(\$ briefing .*?)^```\n", re.M | re.S)
_GENERATED = "<!-- This file is written by docs/reference.py. -->\n\n"


def command_reference() -> str:
    """Return the reference of the commands: the help of each, as a pipe gets it."""
    commands = list_commands()
    parts = ["# Commands\n", _block(["briefing", "--help"])]
    for group in GROUPS:
        parts.append(f"## {texts(f'panel.{group}')[1]}\n")
        parts += (_command(one) for one in commands.values() if one.group == group)
    return _GENERATED + "\n".join(parts)


def _command(command: Command) -> str:
    return f"### {command.name}\n\n{_block(['briefing', command.name, '--help'])}"


def _block(words: list[str]) -> str:
    return f"```text\n{_run(words, terminal=False)}```\n"


def model_reference() -> str:
    """Return the reference of the model: every field of every section, and of their parts."""
    article = article_type()
    kinds: dict[str, Any] = {"source": records.Source, "summary": records.Summary}
    kinds |= {section.name: section.holds for section in SECTIONS.values()}
    parts = [
        (HERE / "heads" / "model.md").read_text(encoding="utf-8"),
        *(_table(name, kind) for name, kind in kinds.items()),
        "# The parts of records\n\n",
        *(_table(kind.__name__.lower(), kind) for kind in PARTS),
    ]
    assert "schema_version" in article.__struct_fields__
    return _GENERATED + "".join(parts)


def _table(name: str, kind: type[msgspec.Struct]) -> str:
    fields = msgspec.structs.fields(kind)
    rows = "".join(
        f"| {_field(field)} | {describe_field(kind.__name__, field.name)} | {_holds(field)} "
        f"| {_example(kind, field.name)} |\n"
        for field in fields
    )
    values = "".join(
        f"| `{field.name}` | `{value}` | {describe_value(kind.__name__, field.name, value)} |\n"
        for field in fields
        for value in _choices(field.type)
    )
    meanings = f"| field | value | means |\n| --- | --- | --- |\n{values}\n" if values else ""
    heads = "| field | holds | type | example |\n| --- | --- | --- | --- |"
    return f"## {name}\n\n{heads}\n{rows}\n{meanings}"


def _choices(kind: Any) -> tuple[str, ...]:
    """Return the values that a field may have, if there are only a few."""
    plain = _without_none(kind)
    choices: tuple[str, ...] = get_args(plain) if get_origin(plain) is Literal else ()
    return choices


@cache
def _examples() -> dict[tuple[type, str], Any]:
    """Return the first value that each field has in our own models, other than its default."""
    found: dict[tuple[type, str], Any] = {}
    for file in MODELS:
        (article,) = load([str(PROJECT / file)]).articles
        for _, part in parts.parts(article):
            for field in msgspec.structs.fields(type(part)):
                value = getattr(part, field.name)
                if value not in (field.default, None, ()):
                    found.setdefault((type(part), field.name), value)
                    found.setdefault((records.Record, field.name), value)
    return found


def _written(value: Any) -> Any:
    """Return a value as a curator writes it: without what may be left out."""
    if isinstance(value, msgspec.Struct):
        held = [(field, getattr(value, field.name)) for field in msgspec.structs.fields(value)]
        return {
            field.name: _written(one)
            for field, one in held
            if field.required or one not in (field.default, None, (), "unstated")
        }
    return [_written(one) for one in value] if isinstance(value, tuple) else value


def _example(kind: type[msgspec.Struct], field: str) -> str:
    """Return an example of a field as YAML has it; of a list of parts, the first one's text."""
    value = _examples().get((kind, field)) or _examples().get((records.Record, field))
    if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        value = value[:1]
    if value is None:
        return ""
    plain = _written(value)
    text = yaml.safe_dump(
        plain, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return f"`{text.removesuffix('...' + chr(10)).strip()}`".replace("|", "\\|")


def _field(field: Any) -> str:
    return f"**`{field.name}`**" if field.required else f"`{field.name}`"


def _holds(field: Any) -> str:
    """Return the type of a field in words, with its values where there are only a few."""
    kind, many = _without_none(field.type), False
    if get_origin(kind) is Annotated and get_origin(get_args(kind)[0]) is tuple:
        kind = get_args(kind)[0]
    if get_origin(kind) is tuple:
        kind, many = get_args(kind)[0], True
    if many and get_origin(kind) is Literal:
        return "list of fields"
    if get_origin(kind) is Literal:
        has_default = not field.required and field.default not in (None, ())
        return "a value below" + (f"; left out, `{field.default}`" if has_default else "")
    if field.name in REFERENCES:
        return "ids" if many else "id"
    if kind == parts.Period:
        return "period"
    plain = isinstance(kind, type) and kind is not int
    word = _WORDS.get(kind) or (kind.__name__.lower() if plain else "number")
    return f"list of {word}{'' if word.endswith(('s', 'evidence')) else 's'}" if many else word


_WORDS = {
    bool: "true or false",
    parts.Id: "id",
    parts.Digest: "digest",
    parts.Date: "date",
    parts.Dates: "dates",
    parts.Moment: "date and time",
    parts.Words: "words",
    parts.Bilingual: "text",
}


def _without_none(kind: Any) -> Any:
    rest = [one for one in get_args(kind) if one is not type(None)]
    if get_origin(kind) in (Annotated, tuple, Literal) or len(rest) == len(get_args(kind)):
        return kind
    return reduce(or_, rest)


def check_reference() -> str:
    """Return the reference of the codes, with the examples of each rule."""
    entries = explain_codes()
    rows = "".join(f"| `{code}` | {entries[code]} |\n" for code in READ_ERRORS | LEFT_OUT)
    parts = [
        (HERE / "heads" / "checks.md").read_text(encoding="utf-8"),
        "## What keeps a model from being read\n\n",
        f"| code | what it means |\n| --- | --- |\n{rows}\n",
    ]
    for title, wanted in (("without the source text", True), ("with the source text", False)):
        parts.append(f"## Rules that are checked {title}\n\n")
        for rule in RULES.values():
            if bool(rule.on_model) == wanted:
                manual = rule.manual()
                parts.append(
                    f"### {rule.code}\n\n{manual.text}\n\n"
                    f"This passes:\n\n```yaml\n{manual.passes}\n```\n\n"
                    f"This fails:\n\n```yaml\n{manual.fails}\n```\n\n"
                )
    return _GENERATED + "".join(parts)


def format_table() -> str:
    """Return the table of the export formats."""
    rows = "".join(
        f"| `{one.name}` | {', '.join(f'`{ending}`' for ending in one.endings)} "
        f"| {f'`{one.extra}`' if one.extra else ''} |\n"
        for one in FORMATS.values()
    )
    return f"| format | endings of files | needs the extra |\n| --- | --- | --- |\n{rows}"


def _run(
    words: list[str],
    *,
    terminal: bool = True,
    lang: str = "en_GB.UTF-8",
    folder: str | Path = PROJECT,
) -> str:
    """Return what a terminal of 80 cells without colour, or a pipe, is shown for a command."""
    shown = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"} if terminal else {}
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    err = io.StringIO()
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, {**shown, "LANG": lang}, clear=True),
        mock.patch.multiple(sys, argv=["briefing", *words[1:]], stdout=out, stderr=err),
        contextlib.suppress(SystemExit),
    ):
        main()
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return out.buffer.getvalue().decode() + err.getvalue()


def execute(document: str, text: str) -> str:
    """Return a document with the real output below each of its commands.

    They run one after the other in a copy of the examples, where they may write files.
    """
    lang = "zh_CN.UTF-8" if ".zh." in document else "en_GB.UTF-8"

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE / "example", Path(folder, "docs", "example"))
        for name in ("data", "tests"):
            Path(folder, name).symlink_to(PROJECT / name)

        def outputs(block: str) -> Iterator[str]:
            for command in re.findall(r"^\$ (briefing .*)$", block, re.M):
                yield f"$ {command}\n{_run(shlex.split(command), lang=lang, folder=folder)}"

        def with_outputs(block: re.Match[str]) -> str:
            shown = "\n".join(outputs(block[1]))
            return f"```console\n{shown}```\n"

        return _CONSOLE.sub(with_outputs, text)


GENERATED: dict[str, Callable[[], str]] = {
    "docs/commands.md": command_reference,
    "docs/model.md": model_reference,
    "docs/checks.md": check_reference,
}
"""The documents that are written whole."""

SCHEMAS = HERE / "schemas"
"""The folder with the JSON Schema of each command's output, and of a model."""

DOCUMENTS = (*GENERATED, *EXECUTED)
"""All documents that something is written into, by their paths in the project."""


def document(name: str) -> str:
    """Return what should stand in a document."""
    if name in GENERATED:
        return GENERATED[name]()
    text = re.sub(
        r"(<!-- formats -->\n).*?(<!-- /formats -->)",
        lambda found: f"{found[1]}\n{format_table()}\n{found[2]}",
        (PROJECT / name).read_text(encoding="utf-8"),
        flags=re.S,
    )
    return execute(name, text)


if __name__ == "__main__":
    for name in DOCUMENTS:
        (PROJECT / name).write_text(document(name), encoding="utf-8")
    SCHEMAS.mkdir(exist_ok=True)
    for name, schema in list_schemas().items():
        (SCHEMAS / f"{name}.json").write_text(schema, encoding="utf-8")
