"""The texts of a model that are held against its evidence."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.parts import (
    Bilingual,
    Evidence,
    Part,
    Rendering,
    fields_with_parts,
    is_implied,
    parts,
)
from briefing.model.records import Organisation, Person, Place, Term
from briefing.problem import Path


class OwnTexts(NamedTuple):
    """A part that has evidence, with its path, all evidence in it, and the texts it holds itself.

    The texts are those that no part in it with evidence of its own holds, each with its path.
    """

    path: Path
    part: Part
    evidence: list[Evidence]
    texts: list[tuple[Path, Bilingual]]


def list_own_texts(article: Article) -> Iterator[OwnTexts]:
    """Yield every part of a model that has evidence."""
    for path, part in article.all_parts:
        if isinstance(part, Rendering):
            rendered = Evidence(paragraph=part.paragraph, anchor=part.anchor)
            said = path, Bilingual(zh=part.anchor, en=part.en)
            yield OwnTexts(path, part, [rendered], [said, *texts_of(part, path)])
        elif getattr(part, "evidence", None) is not None:
            held = [proof for _, proof in parts(part) if isinstance(proof, Evidence)]
            yield OwnTexts(path, part, held, list(texts_of(part, path)))


def list_prose(own: Iterable[OwnTexts]) -> Iterator[tuple[Path, Bilingual]]:
    """Yield the texts that say what their evidence does, each with its path: names do not."""
    for _, part, _, texts in own:
        if rests_on_evidence(part):
            yield from (one for one in texts if not is_record_name(part, one[0][-1]))


def rests_on_evidence(part: Part) -> bool:
    """Return whether a part says what its evidence does.

    The gloss of a term explains what the article does not, and what is implied is nowhere said.
    """
    return not (isinstance(part, Term) or is_implied(part))


def is_record_name(part: Part, field: str | int) -> bool:
    """Return whether a text is the name of a person, a place or a body, which rules tell of."""
    return isinstance(part, (Person, Place, Organisation)) and field in ("name", "short")


def texts_of(part: Part, path: Path) -> Iterator[tuple[Path, Bilingual]]:
    """Yield the texts that a part holds itself, each with its path."""
    for name in fields_with_parts(type(part)):
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(item, Bilingual):
                yield (*path, name) if index is None else (*path, name, index), item
