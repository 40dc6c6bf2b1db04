"""Which of many texts have some words in them, by the pairs of characters that they have."""

from collections.abc import Iterator, Sequence


class Pairs:
    """The numbers, from 1, of the texts in which each two characters stand side by side.

    A model has as many anchors as its text has sentences: to go through the whole text for each of
    them would take a time that grows with the product of both.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._having: dict[str, list[int]] = {}
        for number, text in enumerate(texts, 1):
            for pair in set(map(str.__add__, text, text[1:])):
                self._having.setdefault(pair, []).append(number)

    def find(self, words: str) -> Iterator[int]:
        """Yield the numbers of the texts that have some words in them, in order.

        >>> list(Pairs(["码头开工", "开工", "工开头码"]).find("开工"))
        [1, 2]
        """
        likely = [self._having.get(one, []) for one in map(str.__add__, words, words[1:])]
        numbers = min(likely, key=len, default=range(1, len(self._texts) + 1))
        return (number for number in numbers if words in self._texts[number - 1])
