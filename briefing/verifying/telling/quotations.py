"""Holds what a sentence quotes against the texts, and against the names and words of the models."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.spelling import fold
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, Rendering
from briefing.model.records import Person, Record
from briefing.model.text import SourceText
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found, Says, Status
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Mention, tokens
from briefing.verifying.naming.slips import PLAN
from briefing.verifying.reading import find_tellers
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.translating import Translations

_QUOTED = re.compile(
    '“([^“”]{2,})”|「([^「」]{2,})」|『([^『』]{2,})』|《([^《》]{2,})》|"([^"]{2,})"'
    "|(?<![A-Za-z])‘([^‘’]{2,}(?:’[a-z][^‘’]*)*)’|(?<![\\w'])'([^']{3,}(?:'[a-z][^']*)*)'(?!\\w)"
)
_HAN = re.compile("[\u3400-\u9fff]")
_NUMERALS = re.compile("[0-9]{2,}(?:[+.-][0-9]+)*")
"""A number in quotation marks is the name of something: “14510”."""
_ALIKE = 0.7
_FEW = 5
"""In so few characters none may be missing."""
_SHORTEST_SPEECH = 6
_UNCOMPARED = re.compile("[^\\w]")


_OPENS, _CLOSES = re.compile("“([^“”]+)$"), re.compile("^([^“”]+)”")
_MARKS = "。！？!?，, ”"


def _find_pieces(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the pieces that a sentence has of a Chinese quotation of several sentences."""
    text = sentence.text
    is_open = sentence.before.count("“") > sentence.before.count("”")
    found = [_OPENS.search(text), _CLOSES.search(text) if is_open else None]
    spans = [one.span(1) for one in found if one]
    if is_open and "“" not in text and "”" not in text:
        spans.append((0, len(text)))
    for start, end in spans:
        words = text[start:end].rstrip(_MARKS)
        if len(words) >= _SHORTEST_SPEECH and _HAN.search(words):
            yield start, start + len(words)


class Said(NamedTuple):
    """Words that may be quoted: where they are from, in a form for comparison, and as written."""

    article: Article
    record: Record | None
    paragraph: int | None
    folded: str
    written: str


class Sayings:
    """All that may be quoted of some articles; ``texts`` are source texts by the articles' ids."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = tuple(articles)
        self._texts = texts
        self._translations = Translations(articles, texts)

    @cached_property
    def chinese(self) -> list[Said]:
        """What stands in the Chinese of the articles: their texts, anchors and names."""
        return list(self._chinese())

    def _chinese(self) -> Iterator[Said]:
        for article in self._articles:
            text = self._texts.get(article.source.id)
            for paragraph in text.paragraphs if text else ():
                yield Said(article, None, paragraph.number, _fold(paragraph.text), paragraph.text)
            owner: Record | None = None
            for _, part in article.all_parts:
                owner = part if isinstance(part, Record) else owner
                if isinstance(part, Evidence):
                    yield Said(article, owner, part.paragraph, _fold(part.anchor), part.anchor)
            for _, record in article.records():
                at = record.evidence[0].paragraph
                for name in (record.title.zh, *getattr(record, "aliases", ())):
                    yield Said(article, record, at, _fold(name), name)
            yield Said(article, None, None, _fold(article.source.title.zh), article.source.title.zh)
            publisher = article.source.publisher.zh
            yield Said(article, None, None, _fold(publisher), publisher)

    @cached_property
    def english(self) -> list[tuple[Said, tuple[str, ...]]]:
        """Every English text of the articles, as words."""
        found = []
        for article in self._articles:
            owner: Record | None = None
            proved: int | None = None  # where what the text is of stands
            for _, part in article.all_parts:
                owner = part if isinstance(part, Record) else owner
                if proofs := getattr(part, "evidence", ()):
                    proved = proofs[0].paragraph
                text = part.en if isinstance(part, (Bilingual, Rendering)) else None
                if text:
                    paragraph = part.paragraph if isinstance(part, Rendering) else proved
                    found.append((Said(article, owner, paragraph, "", text), tokens(text)))
        return found

    def judge(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
        """Yield what became of each quotation of a sentence."""
        speakers = {one for mention in mentions for one in mention.ids(Person)}
        for match in _QUOTED.finditer(sentence.text):
            group = match.lastindex or 1
            words = match[group]
            start, end = match.span(group)
            if _HAN.search(words) or _NUMERALS.fullmatch(words):
                yield self._judge_speaker(self._judge_chinese(words, start, end), words, speakers)
            elif len(tokens(words)) > 1 and not re.search(r"\d{2}", words):
                yield self._judge_english(words, start, end, speakers)
        for start, end in _find_pieces(sentence):
            words = sentence.text[start:end]
            yield self._judge_speaker(self._judge_chinese(words, start, end), words, speakers)

    def _judge_speaker(self, found: Found, words: str, speakers: set[str]) -> Found:
        """Return what is found of a quotation, or that somebody else has said it."""
        if found.status != BORNE_OUT or not speakers or len(words) < _SHORTEST_SPEECH:
            return found
        folded = _fold(words)
        owners = [
            one
            for one in self.chinese
            if isinstance(one.record, Person)
            and (one.folded in folded or folded in one.folded)
            and len(one.folded) >= _SHORTEST_SPEECH
        ]
        if any(one.record.id in speakers for one in owners if one.record):
            return found
        if not owners:
            return self._judge_paragraph(found, folded, speakers)
        person = owners[0].record
        assert person is not None
        return found._replace(status=CONTRADICTED, record=person, says=Says("name", person))

    def _judge_paragraph(self, found: Found, folded: str, speakers: set[str]) -> Found:
        """Return what is found of a quotation whose paragraph tells of somebody else alone.

        A paragraph that names nobody is told by whoever the one before it names, or the next.
        """
        for article in self._articles:
            text = self._texts.get(article.source.id)
            for paragraph in text.paragraphs if text else ():
                if folded in _fold(paragraph.text):
                    return self._judge_teller(
                        found._replace(article=article, paragraph=paragraph.number), speakers
                    )
        return found

    def _judge_teller(self, found: Found, speakers: set[str]) -> Found:
        """Return what is found in a paragraph, as unknown if it tells of somebody else alone."""
        article, at = found.article, found.paragraph
        assert article
        assert at
        if not speakers & {one.id for one in article.of(Person)}:
            return found
        tellers = find_tellers(article, self._texts[article.source.id], at)
        if tellers and not tellers & speakers:
            person = article.by_id[min(tellers)] if len(tellers) == 1 else None
            says = Says("name", person) if person else None
            return found._replace(status=UNKNOWN, record=person, says=says)
        return found

    def _judge_chinese(self, words: str, start: int, end: int) -> Found:
        folded = _fold(words)
        for written in _count_otherwise(folded):
            for said in self.chinese if written in self._all_chinese else ():
                if written in said.folded:
                    return _found(start, end, BORNE_OUT, said)
        if len(folded) >= 3 and not PLAN.fullmatch(folded):
            for at in self._find_alike(folded):
                said = self.chinese[at]
                if nearest := _nearest(folded, said.folded):
                    return _found(start, end, CONTRADICTED, said, nearest)
        return Found(start, end, "quotation", UNKNOWN)

    @cached_property
    def _all_chinese(self) -> str:
        return "\n".join(one.folded for one in self.chinese)

    @cached_property
    def _by_beginning(self) -> dict[str, list[int]]:
        """The indexes of what has each character, and each two in a row."""
        return invert(
            (at, {text[i : i + size] for size in (1, 2) for i in range(len(text))})
            for at, text in enumerate(one.folded for one in self.chinese)
        )

    def _find_alike(self, folded: str) -> list[int]:
        """Return the indexes of what has a part that a quotation nearly is must have."""
        parts = {part[:2] for _, part in _parts(folded)} | {one[:2] for one in _ends(folded)}
        return sorted({at for part in parts for at in self._by_beginning.get(part, ())})

    def _judge_english(self, words: str, start: int, end: int, speakers: set[str]) -> Found:
        quoted = tokens(words)
        written = f" {' '.join(quoted)} "
        for at, (said, _) in enumerate(self.english):
            if written in self._written[at]:
                return _found(start, end, BORNE_OUT, said)
        if meant := self._translations.find(words):
            at = meant.paragraph
            found = Found(start, end, "quotation", BORNE_OUT, meant.article, None, at)
            return self._judge_teller(found, speakers) if speakers else found
        shared = Counter(at for one in quoted for at in self._by_word.get(one, ()))
        for at in sorted(shared):
            if shared[at] < len(quoted) - _most_words(quoted):
                continue
            said, held = self.english[at]
            if near := _nearly_stands(quoted, held):
                return _found(start, end, UNKNOWN, said, " ".join(near))  # or translated otherwise
        return Found(start, end, "quotation", UNKNOWN)

    @cached_property
    def _written(self) -> list[str]:
        """Every English text of the articles with blanks around its words."""
        return [f" {' '.join(held)} " for _, held in self.english]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The indexes of the English texts that have each word."""
        return invert((at, set(held)) for at, (_, held) in enumerate(self.english))


def _most_words(quoted: tuple[str, ...]) -> int:
    """Return how many words of a quotation may be others."""
    return max(1, len(quoted) // 5)


_ROUND = {"十": "10", "百": "100", "千": "1000"}


def _count_otherwise(text: str) -> Iterator[str]:
    """Yield a quotation, and the same with a round number in digits, or in words: 百万亩."""
    yield text
    for word, digits in _ROUND.items():
        for scale in "万亿":
            for one, other in ((word + scale, digits + scale), (digits + scale, word + scale)):
                if one in text:
                    yield text.replace(one, other)


def _fold(text: str) -> str:
    return _UNCOMPARED.sub("", fold(text)[0])


def _most_wrong(quoted: str) -> int:
    return max(1, int(len(quoted) * (1 - _ALIKE)))


def _parts(quoted: str) -> list[tuple[int, str]]:
    """Return parts of a quotation with their offsets, one more than characters may be wrong.

    A text that it nearly is has one of them as it is.
    """
    size = len(quoted) // (_most_wrong(quoted) + 1)
    starts = range(0, size * _most_wrong(quoted), size)
    return [*((at, quoted[at : at + size]) for at in starts), (starts.stop, quoted[starts.stop :])]


def _ends(quoted: str) -> tuple[str, ...]:
    """Return the beginning and the end, one of which a text has that lacks a character or two."""
    size = (len(quoted) - 2) // 2
    return (quoted[:size], quoted[-size:]) if len(quoted) > _FEW else ()


def _nearest(quoted: str, text: str) -> str:
    """Return the part of a text that a quotation nearly is, if there is one."""
    length, most = len(quoted), _most_wrong(quoted)
    if len(text) < length - 2:
        return ""
    for start in sorted(
        {at - offset for offset, part in _parts(quoted) for at in _all(part, text)}
    ):
        window = text[max(0, start) : max(0, start + length)]
        if len(window) == length and sum(map(str.__ne__, quoted, window)) <= most:
            return window
    for cut in (1, 2):  # characters more or fewer than the text has
        if any(one in text for one in _ends(quoted)) and any(
            quoted[:at] + quoted[at + cut :] in text for at in range(1, length - cut)
        ):
            return quoted
    return ""


def _all(part: str, text: str) -> Iterator[int]:
    """Yield where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _nearly_stands(quoted: tuple[str, ...], held: tuple[str, ...]) -> tuple[str, ...]:
    length = len(quoted)
    if length < 3:
        return ()
    for at in range(len(held) - length + 1):
        window = held[at : at + length]
        if sum(map(str.__ne__, quoted, window)) <= _most_words(quoted):
            return window
    return ()


def _found(start: int, end: int, status: Status, said: Said, nearest: str = "") -> Found:
    says = Says("words", said.record, nearest) if nearest else None
    return Found(start, end, "quotation", status, said.article, said.record, said.paragraph, says)
