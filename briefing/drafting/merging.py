"""A model that a person wrote, brought up to a changed text: it keeps what stands in it.

The numbers of paragraphs follow the paragraphs that moved, and the digests become those of the new
text. What this has and the model lacks is added behind the records of each section.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.checks.context import ProofContext
from briefing.checks.copies import restore
from briefing.checks.needs import list_needs
from briefing.drafting.writing import write_records, write_text
from briefing.model.article import Article
from briefing.model.parts import Evidence, Rendering, Waiver
from briefing.model.reading import Inspected, inspect_text
from briefing.model.sections import REFERENCES, SECTIONS
from briefing.model.text import Paragraph, SourceText, digest_of
from briefing.problem import ModelError, Path

Data = dict[str, Any]
_SCALAR = re.compile("\"[^\"]*\"|'[^']*'|[^,#}\n\r]*[^,#}\\s]")
_TOP = re.compile("[A-Za-z_]+[ ]*:")
_NAMED = ("places", "organisations")
"""The sections whose records are lacking where none has their name."""


def follow_text(
    model: str, inspected: Inspected, paragraphs: Sequence[str], text_file: str | None
) -> str:
    """Return the text of a model with the paragraph numbers and the digests of another text.

    ``text_file`` is what the model is to name as its text. Only these characters change.
    ``inspected`` is the model as it was read. Raises :class:`ModelError` where it cannot be read.
    """
    article = _article_of(inspected)
    cited = [(one.paragraph, one.anchor) for one in article.all_evidence]
    source = make_source(paragraphs)
    restored = restore(source, article.source.paragraphs, cited)
    moved = {one.number: one.line for one in restored.source.paragraphs}
    lines = model.splitlines(keepends=True)
    assert inspected.parsed  # the model was read
    marks = [
        (inspected.parsed.mark.at((*_in_yaml(path), "paragraph")), moved[number])
        for path, number in _numbers(article)
        if moved.get(number, number) != number
    ]
    for mark, number in sorted(marks, key=lambda one: one[0][:2], reverse=True):
        line = lines[mark.line]
        behind = re.sub("[0-9]+", str(number), line[mark.column :], count=1)
        lines[mark.line] = line[: mark.column] + behind
    if text_file:
        lines = _with_text(lines, inspected, text_file)
    return "".join(_with_digests(lines, inspected, [digest_of(one) for one in paragraphs]))


def _article_of(inspected: Inspected) -> Article:
    """Return the article of a model; raises :class:`ModelError` where it cannot be read."""
    if inspected.article is None:
        raise ModelError([one for one in inspected.problems if not one.warning])
    return inspected.article


def make_source(paragraphs: Sequence[str]) -> SourceText:
    """Return paragraphs as a source text, each on the line of its number."""
    return SourceText(
        "-", tuple(Paragraph(number, text, number, 1) for number, text in enumerate(paragraphs, 1))
    )


def _numbers(article: Article) -> Iterator[tuple[Path, int]]:
    for path, part in article.all_parts:
        if isinstance(part, Evidence | Waiver | Rendering):
            yield path, part.paragraph


def _in_yaml(path: Path) -> Path:
    """Return the path at which a part of an article stands in the YAML."""
    section = SECTIONS.get(str(path[0]))
    return (*section.path, *path[1:]) if section and section.path else path


def _with_text(lines: list[str], inspected: Inspected, text_file: str) -> list[str]:
    """Return the lines of a model that names another text; one that names none is left so."""
    assert inspected.parsed  # the model was read
    held = inspected.parsed.mark.children["source"].children.get("text")
    if held is not None:
        line = lines[held.line]
        rest = _SCALAR.sub(lambda _: write_text(text_file), line[held.column :], count=1)
        lines[held.line] = line[: held.column] + rest
    return lines


def _with_digests(lines: list[str], inspected: Inspected, digests: Sequence[str]) -> list[str]:
    """Return the lines of a model with other digests in the place of its own."""
    assert inspected.parsed  # the model was read
    source = inspected.parsed.mark.children["source"]
    held = source.children.get("paragraphs")
    if held is None:
        last = max(mark.line for mark in source.keys.values())
        indent = " " * min(mark.column for mark in source.keys.values())
        new = [f"{indent}paragraphs:\n", *(f"{indent}  - {one}\n" for one in digests)]
        return lines[:last] + new + lines[last:]
    marks = list(held.children.values())
    first, last = held.line, max(mark.line for mark in marks)
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    return lines[:first] + [f"{indent}- {one}\n" for one in digests] + lines[last + 1 :]


def extend(model: str, file: str, paragraphs: Sequence[str], drafted: Mapping[str, Any]) -> str:
    """Return the text of a model with the records of a draft that it lacks.

    A quantity, a quoted term and a person are lacking where nothing in the model has them; places
    and organisations where none has their name. Raises :class:`ModelError` where the model cannot
    be read.
    """
    article = _article_of(inspect_text(model, file))
    context = ProofContext(article, make_source(paragraphs))
    lacking: dict[int, list[tuple[int, int]]] = {}
    for need in list_needs(context):
        if need.is_missing:
            lacking.setdefault(need.paragraph, []).append(need.span)
    added = {
        section: [one for one in records if _is_lacking(section, one, article, paragraphs, lacking)]
        for section, records in drafted.items()
        if section in SECTIONS and isinstance(records, list)
    }
    known = set(article.by_id) | {
        one["id"] for held in added.values() for one in held if "id" in one
    }
    lines = model.splitlines(keepends=True)
    for section, records in added.items():
        if records:
            lines = _insert(lines, section, [_with_known(one, known) for one in records])
    return "".join(lines)


def _is_lacking(
    section: str,
    record: Data,
    article: Article,
    paragraphs: Sequence[str],
    lacking: Mapping[int, list[tuple[int, int]]],
) -> bool:
    """Return whether a model lacks a record of a draft."""
    if record.get("id") in article.by_id:
        return False
    if section in _NAMED:
        names = {one.title.zh for _, one in article.records()}
        return record["name"]["zh"] not in names
    return any(_touches(proof, paragraphs, lacking) for proof in record.get("evidence", ()))


def _touches(
    proof: Data, paragraphs: Sequence[str], lacking: Mapping[int, list[tuple[int, int]]]
) -> bool:
    """Return whether an anchor holds something that is lacking."""
    start = paragraphs[proof["paragraph"] - 1].find(proof["anchor"])
    end = start + len(proof["anchor"])
    return any(start < last and first < end for first, last in lacking.get(proof["paragraph"], ()))


def _with_known(record: Data, known: set[str]) -> Data:
    """Return a record without references to what is not in the model."""
    kept: Data = {}
    for field, value in record.items():
        held = value
        if field in REFERENCES and isinstance(value, list):
            held = [one for one in value if one in known]
        elif field in REFERENCES:
            held = value if value in known else []
        if held != []:
            kept[field] = held
    return kept


def _insert(lines: list[str], section: str, records: list[Data]) -> list[str]:
    """Return the lines of a model with records at the end of a section, which may be new."""
    begin = next((at for at, line in enumerate(lines) if line.startswith(f"{section}:")), None)
    if begin is None:
        return [*_ended(lines), "\n", f"{section}:\n", *_written(records, "  ")]
    end = begin + 1
    while end < len(lines) and not _TOP.match(lines[end]):
        end += 1
    while end > begin + 1 and re.match("[ \t]*(?:#.*)?$", lines[end - 1].rstrip("\n")):
        end -= 1  # what stands above the next section is its own
    rest = lines[begin].partition(":")[2].split("#")[0].strip()
    if rest:  # figures: []
        lines = [*lines[:begin], f"{section}:\n", *lines[begin + 1 :]]
    item = next((line for line in lines[begin + 1 : end] if line.lstrip().startswith("-")), "  -")
    indent = item[: len(item) - len(item.lstrip())]
    return [*_ended(lines[:end]), *_written(records, indent), *lines[end:]]


def _written(records: list[Data], indent: str) -> list[str]:
    return [f"{line}\n" for line in write_records(records, indent)]


def _ended(lines: list[str]) -> list[str]:
    """Return lines of which the last one is ended."""
    if not lines or lines[-1].endswith("\n"):
        return lines
    return [*lines[:-1], f"{lines[-1]}\n"]
