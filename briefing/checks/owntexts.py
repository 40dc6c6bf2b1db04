"""The texts of a model that are held against its evidence, and the numbers that they state."""

from collections.abc import Iterator
from itertools import accumulate

from briefing.checks.context import ProofContext
from briefing.checks.numbers import Number, read_chinese, read_english, read_firsts
from briefing.limits import MODEL_NUMBERS
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, Part, Rendering, parts
from briefing.problem import Path


def has_many_numbers(context: ProofContext) -> bool:
    """Return whether the texts of a model state more numbers than a model may have in it.

    They are read as they are read to be judged, and no further than the limit.
    """
    read = (
        len(said)
        for path, part, _ in parts_with_evidence(context.article)
        for _, text in own_texts(part, path)
        for said in read_numbers(text, context).values()
    )
    return any(count > MODEL_NUMBERS for count in accumulate(read))


def read_numbers(text: Bilingual, context: ProofContext) -> dict[str, tuple[Number, ...]]:
    """Return the numbers that a text states, by language."""
    firsts = read_firsts(text.zh)
    return {
        "zh": (*read_chinese(text.zh, context.date), *firsts),
        "en": read_english(text.en or "", context.date),
    }


def parts_with_evidence(article: Article) -> Iterator[tuple[Path, Part, list[Evidence]]]:
    """Yield every part that has evidence, with its path and all evidence in it."""
    for path, part in article.all_parts:
        if isinstance(part, Rendering):
            yield path, part, [Evidence(paragraph=part.paragraph, anchor=part.anchor)]
        if getattr(part, "evidence", None) is not None:
            yield path, part, [proof for _, proof in parts(part) if isinstance(proof, Evidence)]


def own_texts(part: Part, path: Path) -> Iterator[tuple[Path, Bilingual]]:
    """Yield the texts that a part holds itself, not those of parts with evidence of their own."""
    if isinstance(part, Rendering):
        yield path, Bilingual(zh=part.anchor, en=part.en)
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(item, Bilingual):
                yield (*path, name) if index is None else (*path, name, index), item
