"""The sentences of texts with their numerals masked, by which one that is nearly the same is found.

So are the sentences of memos held against what the texts say in the same words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.quantities.numerals import read_any
from briefing.verifying.splitting import split_sentences

MASK = "\0"
AT_EDGES = " 。.；;，,“”\"’‘'"
"""Marks at the beginning and end of a sentence, which tell nothing."""
_RUN = 4
"""Sentences are found by runs of so many characters, a numeral counting as one."""
_MOST_HAVING = 200
"""A run that more sentences have tells of nothing in particular."""
_WIDTHS = str.maketrans("，；：！？（）％", ",;:!?()%")
_NUMERAL = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千万亿]+"
)
_TOKEN = re.compile(rf"{_NUMERAL.pattern}|\S")
_CLAUSE_MARK = re.compile("[,;:!?。()]|——")


class Masked:
    """A Chinese sentence without blanks, with marks of one width and a mask for each numeral.

    ``article`` and ``paragraph`` tell where it stands, if it is of a text.
    """

    def __init__(self, text: str, article: Article | None = None, paragraph: int = 0) -> None:
        self.text = text.replace(MASK, " ")
        self.article = article
        self.paragraph = paragraph
        self.words = fold(_NUMERAL.sub(MASK, self.text))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """For each character of the words, where it stands in the text."""
        return [one.span() for one in _TOKEN.finditer(self.text)]

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Yield where the clauses begin and end in the words."""
        start = 0
        for mark in [*_CLAUSE_MARK.finditer(self.words), None]:
            yield start, mark.start() if mark else len(self.words)
            start = mark.end() if mark else start

    def find_differing(self, part: tuple[int, int], other: "Masked") -> list[tuple[int, int]]:
        """Return where numerals of a part stand for which another sentence with it has others."""
        start, end = part
        behind = other.words.index(self.words[start:end]) - start
        return [
            self.spans[at]
            for at in range(start, end)
            if self.words[at] == MASK and self._value(at) != other._value(at + behind)
        ]

    def _value(self, at: int) -> str:
        start, end = self.spans[at]
        return _read(self.text[start:end])


class MaskedTexts:
    """The sentences of some texts; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts

    @cached_property
    def _sentences(self) -> list[Masked]:
        return [
            Masked(paragraph.text[start:end], article, paragraph.number)
            for article in self._articles
            for paragraph in self._texts[article.source.id].paragraphs
            for start, end in split_sentences(paragraph.text)
        ]

    @cached_property
    def _same(self) -> dict[str, list[Masked]]:
        found: dict[str, list[Masked]] = defaultdict(list)
        for one in self._sentences:
            found[one.words.strip(AT_EDGES)].append(one)
        return found

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """The indexes of the sentences that have a run of characters."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(self._sentences):
            for run in _runs(one.words):
                found[run].append(index)
        return found

    def find_same(self, words: str) -> list[Masked]:
        """Return the sentences that are the same but for marks at their edges."""
        return self._same.get(words.strip(AT_EDGES), [])

    def find_with(self, words: str) -> list[Masked]:
        """Return the sentences that have some words in them, if these are not common ones."""
        having = (self._having.get(one, []) for one in _runs(words))
        fewest = min(having, key=len, default=[])
        likely = (self._sentences[index] for index in fewest[: _MOST_HAVING + 1])
        return [one for one in likely if words in one.words] if len(fewest) <= _MOST_HAVING else []

    def find_alike(self, words: str, most: int) -> list[Masked]:
        """Return the sentences that have most runs of some words, at most so many, best first.

        Of those that have as many, the first are taken.
        """
        votes: Counter[int] = Counter()
        for run in _runs(words):
            having = self._having.get(run, [])
            if len(having) <= _MOST_HAVING:
                votes.update(having)
        best = sorted(votes, key=lambda one: (-votes[one], one))[:most]
        return [self._sentences[index] for index in best]


def fold(text: str) -> str:
    """Return a text without blanks, and with marks of one width."""
    return "".join(text.split()).translate(_WIDTHS)


def _runs(words: str) -> set[str]:
    return {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}


@lru_cache(maxsize=4096)
def _read(numeral: str) -> str:
    """Return a numeral in one way of writing: 两 and 2, 1,000 and 1000 are the same."""
    read = read_any(numeral, 0)
    return str(read.value()) if read and read.end == len(numeral) else numeral
