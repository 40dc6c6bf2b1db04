"""The passages of an article: statements of a model, and sentences of its text."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefing.model.article import Article
from briefing.model.choices import NOT_BEGUN
from briefing.model.parts import Bilingual, parts
from briefing.model.records import Person, Record
from briefing.model.text import SourceText
from briefing.names.languages import ByLanguage
from briefing.verifying.splitting import split_sentences
from briefing.verifying.wording import pattern, words_in

LANGUAGES = ("zh", "en")


class Passage(NamedTuple):
    """What a part of an article tells: its texts and words by their language."""

    article: Article
    record: Record | None
    paragraph: int
    texts: dict[str, str]
    words: dict[str, frozenset[str]]
    is_hoped: bool


def read_passages(article: Article, texts: Mapping[str, SourceText]) -> Iterator[Passage]:
    """Yield all passages of an article; ``texts`` are source texts by the articles' ids."""
    yield from _statements(article)
    yield from _sentences(article, texts)


def _statements(article: Article) -> Iterator[Passage]:
    """Yield the parts of an article that have texts and evidence of their own."""
    for _, record in article.records():
        for _, part in parts(record):
            text = record.title if part is record else getattr(part, "text", None)
            if isinstance(text, Bilingual) and getattr(part, "evidence", None):
                yield _passage(article, record, part, text)
    for (paragraph, anchor), meant in article.renderings_of.items():
        texts = {"zh": anchor, "en": meant}
        yield _of_texts(article, None, paragraph, texts, hoped=_is_hoped(anchor))


def _passage(article: Article, record: Record, part: Any, text: Bilingual) -> Passage:
    proofs = part.evidence
    zh = "\n".join([text.zh, *(one.anchor for one in proofs)])
    meant = (article.renderings_of.get((one.paragraph, one.anchor), "") for one in proofs)
    texts = {"zh": zh, "en": "\n".join([text.en or "", *meant])}
    hoped = getattr(part, "stage", "") in NOT_BEGUN or _is_hoped(zh)
    return _of_texts(article, record, proofs[0].paragraph, texts, hoped=hoped)


def _sentences(article: Article, texts: Mapping[str, SourceText]) -> Iterator[Passage]:
    text = texts.get(article.source.id)
    for paragraph in text.paragraphs if text else ():
        for start, end in split_sentences(paragraph.text):
            zh = paragraph.text[start:end]
            yield _of_texts(
                article, None, paragraph.number, {"zh": zh, "en": ""}, hoped=_is_hoped(zh)
            )


def _of_texts(
    article: Article, record: Record | None, paragraph: int, texts: dict[str, str], *, hoped: bool
) -> Passage:
    words = ByLanguage(lambda lang: words_in(texts[lang], lang))
    return Passage(article, record, paragraph, texts, words, hoped)


def _is_hoped(text: str) -> bool:
    return (
        bool(pattern("hoped", "zh").search(text) or pattern("wanting", "zh").search(text))
        and "已" not in text
    )


def find_tellers(article: Article, text: SourceText, number: int) -> set[str]:
    """Return the ids of the people who may have said what a paragraph tells.

    It names them; where it names nobody, the paragraph before or the next one does.
    """

    def named(at: int) -> set[str]:
        paragraph = text.paragraph(at)
        return {p.id for p in article.of(Person) if paragraph and p.name.zh in paragraph.text}

    return named(number) or named(number - 1) | named(number + 1)


_AT_BEGINNING = 30
"""Who says what stands before is named so far behind it at most: 。”甲局局长丁一说。"""


def find_tellers_of(article: Article, text: SourceText, number: int, words: str) -> set[str]:
    """Return the ids of the people who may have said some words that a paragraph has.

    Where it names several people, they are named in the sentence of these words, behind it at the
    beginning of the next one, or last before it.
    """
    tellers = find_tellers(article, text, number)
    paragraph = text.paragraph(number)
    if len(tellers) < _SEVERAL or not paragraph:
        return tellers
    people = [(one.id, one.name.zh) for one in article.of(Person)]
    sentences = [paragraph.text[slice(*span)] for span in split_sentences(paragraph.text)]
    at = next((index for index, one in enumerate(sentences) if words in one), None)
    if at is None:
        return tellers
    named = [{person for person, name in people if name in one} for one in sentences[: at + 1]]
    behind = sentences[at + 1][:_AT_BEGINNING] if at + 1 < len(sentences) else ""
    says = pattern("says", "zh")
    before = (
        who for who, one in zip(named[:at], sentences, strict=False) if who and says.search(one)
    )
    *_, last = [set(), *before]
    found = named[at] | last | {person for person, name in people if name in behind}
    return found or tellers


_SEVERAL = 2
