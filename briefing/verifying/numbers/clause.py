"""The clauses of a text, each with its numbers and with how much each word counts in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks.evidence import Held, read_anchor
from briefing.model.article import Article
from briefing.model.records import Place
from briefing.model.text import SourceText
from briefing.verifying.glosses import meanings_of, stems_of
from briefing.verifying.memo import split_sentences
from briefing.verifying.naming.naming import Entry
from briefing.verifying.wording import pattern, read_words

_CLAUSE = re.compile("[^，。；：！？,;:!?（）()]+")
BEFORE, _SENTENCE, _PARAGRAPH = 0.7, 0.35, 0.15
"""How much a word counts of the clause before, of the rest of the sentence and paragraph."""


class Clause(NamedTuple):
    """A clause of a text, with what it holds and how much each word counts in it.

    ``zh`` are its own words, ``en`` what it may mean.
    """

    article: Article
    paragraph: int
    text: str
    held: frozenset[Held]
    zh: dict[str, float]
    en: dict[str, float]

    @property
    def is_counting(self) -> bool:
        """Whether it has numbers or dates, and these are not of several things in their order."""
        return bool(self.held) and "分别" not in self.text

    @property
    def is_hoped(self) -> bool:
        """Whether it tells what is planned or hoped for."""
        return bool(pattern("hoped", "zh").search(self.text))


def read_clauses(article: Article, text: SourceText) -> Iterator[Clause]:
    """Yield the clauses of an article's text, in order."""
    titles = [(one.title.zh, stems_of(one.title.en or "")) for _, one in article.records()]
    for paragraph in text.paragraphs:
        named = [(name, stems) for name, stems in titles if name in paragraph.text]
        around = _words(paragraph.text, named)
        for start, end in split_sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            wide = _words(sentence, named)
            before: dict[str, frozenset[str]] = {"zh": frozenset(), "en": frozenset()}
            for part in _CLAUSE.finditer(sentence):
                own = _words(part[0], named)
                held = read_anchor(part[0], article.source.day)
                zh, en = (
                    _weigh(
                        (around[lang], _PARAGRAPH),
                        (wide[lang], _SENTENCE),
                        (before[lang], BEFORE),
                        (own[lang], 1.0),
                    )
                    for lang in ("zh", "en")
                )
                yield Clause(article, paragraph.number, part[0], held, zh, en)
                before = own if len(own["zh"]) > 1 else before


def _weigh(*groups: tuple[frozenset[str], float]) -> dict[str, float]:
    """Return how much each word counts, by the last of the groups that has it."""
    return {word: much for words, much in groups for word in words}


def _words(text: str, names: list[tuple[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    named = {word for name, stems in names if name in text for word in stems}
    zh = frozenset(one.word for one in read_words(text, "zh"))
    return {"zh": zh, "en": meanings_of(text) | named}


def _names_a_place(clause: Clause, paragraph: str) -> bool:
    return any(
        one.title.zh.rstrip("市县区省") in paragraph
        for one in clause.article.of(Place)
        if one.kind in ("city", "county", "zone")
    )


def is_named(entry: Entry, clause: Clause, text: SourceText) -> bool:
    """Return whether the paragraph of a clause names a record or tells of it."""
    if entry.article is not clause.article:
        return False
    record, paragraph = entry.record, text.paragraphs[clause.paragraph - 1].text
    if any(one.paragraph == clause.paragraph for one in record.evidence):
        return True
    if isinstance(record, Place) and (
        record.kind in ("province", "region")
        or record.title.zh.rstrip("市县区省") in clause.article.source.title.zh
        or not _names_a_place(clause, paragraph)
    ):
        return True  # what is told of, and named in a paragraph before
    short = getattr(record, "short", None)
    names = [record.title.zh, *getattr(record, "aliases", ()), *([short.zh] if short else [])]
    return any(name.rstrip("市县区省") in paragraph for name in names if name)
