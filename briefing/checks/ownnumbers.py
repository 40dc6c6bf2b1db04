"""The numbers that the texts of a model state, which are held against its evidence."""

from collections.abc import Iterator
from itertools import accumulate

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.checks.numbers import Number, read_chinese, read_english, read_firsts
from briefing.checks.once import once
from briefing.checks.spans import Spans, Words, make_spans
from briefing.limits import MODEL_CHARACTERS, MODEL_NUMBERS
from briefing.model.parts import Bilingual
from briefing.model.records import Figure, Record, Takeaway


def has_long_texts(context: ProofContext) -> bool:
    """Return whether the texts of a model are longer than a check can compare with its evidence."""
    texts = (text for told in context.own_texts for _, text in told.texts)
    return sum(len(text.zh) + len(text.en or "") for text in texts) > MODEL_CHARACTERS


def has_many_numbers(context: ProofContext) -> bool:
    """Return whether the texts of a model state more numbers than a model may have in it.

    They are read as they are read to be judged, and no further than the limit.
    """
    read = (
        len(said)
        for told in context.own_texts
        for _, text in told.texts
        for said in read_numbers(text, context).values()
    )
    return any(count > MODEL_NUMBERS for count in accumulate(read))


def read_numbers(text: Bilingual, context: ProofContext) -> dict[str, tuple[Number, ...]]:
    """Return the numbers that a text states, by language.

    A number of an English name that the text only quotes, as the Chinese quotes the Chinese name,
    is judged where that name is given.
    """
    firsts = read_firsts(text.zh)
    english = read_english(text.en or "", context.date)
    if english and (names := _find_quoted(text, context)):
        english = tuple(one for one in english if not names.hold((one.start, one.end)))
    return {"zh": (*read_chinese(text.zh, context.date), *firsts), "en": english}


def _find_quoted(text: Bilingual, context: ProofContext) -> Spans[None] | None:
    """Return where a text has the English names of records within it that its Chinese names too."""
    numbered, words = _numbered_names(context)
    english = (text.en or "").casefold()
    found = [
        (at, at + len(name))
        for name, at in words.find(english)
        if len(name) < len(english) and any(one in text.zh for one in numbered[name])
    ]
    return make_spans(found) if found else None


@once
def _numbered_names(context: ProofContext) -> tuple[dict[str, tuple[str, ...]], Words]:
    """Return the English names with numbers in them, each with the Chinese names of its record."""
    found = {
        name.casefold(): tuple(names_of(record))
        for record in _list_records(context)
        if (name := record.title.en) and read_english(name, context.date)
    }
    return found, Words(found)


def _list_records(context: ProofContext) -> Iterator[Record]:
    """Yield the records that have names."""
    for _, part in context.article.all_parts:
        if isinstance(part, Record) and not isinstance(part, Figure | Takeaway):
            yield part
