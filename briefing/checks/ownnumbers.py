"""The numbers that the texts of a model state, which are held against its evidence."""

from itertools import accumulate

from briefing.checks.context import ProofContext
from briefing.checks.numbers import Number, read_chinese, read_english, read_firsts
from briefing.limits import MODEL_CHARACTERS, MODEL_NUMBERS
from briefing.model.parts import Bilingual


def has_long_texts(context: ProofContext) -> bool:
    """Return whether the texts of a model are longer than a check can compare with its evidence."""
    texts = (text for told in context.told for _, text in told.texts)
    return sum(len(text.zh) + len(text.en or "") for text in texts) > MODEL_CHARACTERS


def has_many_numbers(context: ProofContext) -> bool:
    """Return whether the texts of a model state more numbers than a model may have in it.

    They are read as they are read to be judged, and no further than the limit.
    """
    read = (
        len(said)
        for told in context.told
        for _, text in told.texts
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
