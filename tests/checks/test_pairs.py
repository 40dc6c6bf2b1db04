"""Words are looked for only where their rarest two characters stand."""

from briefing.checks.pairs import Pairs


class Counted(str):
    """A text that counts how often words are looked for in it."""

    looked = 0

    def __contains__(self, words: str, /) -> bool:  # type: ignore[override]
        Counted.looked += 1
        return super().__contains__(words)


def test_words_are_looked_for_in_few_of_many_texts() -> None:
    pairs = Pairs([Counted(f"第{number}号码头开工") for number in range(1_000)])
    assert [*pairs.find("第77号码头")] == [78]
    assert Counted.looked < 50


def test_what_stands_in_no_text_is_found_nowhere() -> None:
    pairs = Pairs(["码头开工", "开工", ""])
    assert [*pairs.find("工开")] == []
    assert [*pairs.find("开")] == [1, 2]
    assert [*pairs.find("码头开工了")] == []
