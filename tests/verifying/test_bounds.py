"""What a memo costs grows as it does, however odd it is: comparisons are counted, and no time."""

import tracemalloc
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from briefing.limits import (
    MEMO_CELLS,
    MEMO_CHARACTERS,
    MEMO_COMPARISONS,
    MEMO_NUMBERS,
    MEMO_SENTENCES,
)
from briefing.model.reading import inspect_model
from briefing.model.text import SourceText, read_text
from briefing.problem import ModelError
from briefing.verifying import tables, wording
from briefing.verifying.aligning.shares import Shares
from briefing.verifying.memo import Memo, read_memo, split_memo
from briefing.verifying.numbers import facts, weighing
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.indexes import LEAST_HEARD, Facts
from briefing.verifying.sentences import Sentence
from briefing.verifying.splitting import cut_sentences, split_sentences
from briefing.verifying.telling import altered
from briefing.verifying.verify import Verifier
from briefing.verifying.verify import verify as hold_memo
from briefing.verifying.wording import Word, read_words

TESTS = Path(__file__).parent.parent
ODD = [
    "1,",
    "1:",
    "1/",
    "9",
    "九",
    "亿",
    "万",
    "百分之",
    "2031年5月2日",
    "million ",
    " ",
    "“",
    "王某说，",
    "西乙市、",
    "投资98亿元，",
    "the wharf ",
    "A. ",
]


def new_verifier() -> Verifier:
    article = inspect_model(str(TESTS / "second.yaml")).article
    assert article
    return Verifier([article], {article.source.id: read_text(str(TESTS / "second.txt"))})


def verify(text: str) -> int:
    return len(new_verifier().verify(Memo("memo", tuple(split_memo(text)))).claims)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what is worked out for each number: facts that are bound or compared, and clauses."""
    counts: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def counting(*given: object, **named: object) -> object:
            counts[name] += 1
            return real(*given, **named)

        monkeypatch.setattr(owner, name, counting)

    count(Binder, "_bind")
    count(Shares, "_want")
    count(weighing, "is_exact")
    count(Verifier, "judge")
    return counts


def test_a_fact_that_is_not_weighed_would_be_no_rival() -> None:
    assert LEAST_HEARD < weighing.HEARD_OF < weighing.SPOKEN_OF


@pytest.mark.parametrize("unit", ODD)
def test_the_pieces_of_a_line_are_short_and_are_all_of_it(unit: str) -> None:
    line = unit * (5000 // len(unit))
    pieces = list(cut_sentences(line))
    assert all(end - start <= 1000 for start, end in pieces)
    kept = "".join(line[start:end] for start, end in pieces)
    assert kept.replace(" ", "") == line.replace(" ", "")


def test_a_sentence_that_a_writer_finishes_is_not_cut() -> None:
    long = "前三季度，" + "西乙市的港口、铁路、茶园和电池材料项目一同向前推进，" * 30 + "增长5.6%。"
    listed = "、".join(f"{number}.5亿元" for number in range(39)) + "。"
    assert list(cut_sentences(long + listed)) == [(0, len(long)), (len(long), len(long + listed))]


def test_a_line_without_an_end_is_cut_behind_a_mark_or_a_blank() -> None:
    words = "the wharf has opened, " * 200
    assert all(words[end - 1] in ", " for _, end in cut_sentences(words))
    assert all(words[start] != "," for start, _ in cut_sentences(words))


@pytest.mark.parametrize("unit", ODD)
@pytest.mark.parametrize("between", ["", "\n"])
def test_twice_as_much_is_compared_twice_as_often_at_most(
    unit: str, between: str, counted: Counter[str]
) -> None:
    often = 1000 // len(unit)
    verify(between.join([unit] * often))
    once = counted.copy()
    counted.clear()
    verify(between.join([unit] * (2 * often)))
    assert all(counted[name] <= 2.1 * count + 10 for name, count in once.items())


def test_numbers_that_are_all_others_are_compared_as_often_as_there_are_more(
    counted: Counter[str],
) -> None:
    verify("，".join(f"投资{number}万元" for number in range(100, 400)))
    once = counted.copy()
    counted.clear()
    verify("，".join(f"投资{number}万元" for number in range(100, 700)))
    assert all(counted[name] <= 2.2 * count + 10 for name, count in once.items())


def test_a_number_is_compared_with_the_facts_that_may_have_it(counted: Counter[str]) -> None:
    facts = new_verifier()._facts
    assert len(facts.all) > 40
    verify("，".join(f"投资{number}7777亿元" for number in range(100, 200)))
    assert counted["is_exact"] < 10 * 100


def test_the_rest_of_a_sentence_is_weighed_once_for_all_its_clauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()
    real = Shares._hear_all
    monkeypatch.setattr(Shares, "_hear_all", lambda *given: looked.update("1") or real(*given))
    verify("，".join(f"西乙市的港口投资{number}万元" for number in range(100, 140)))
    assert 0 < looked.total() < 20


def test_a_sentence_that_denies_more_is_compared_no_more_often(counted: Counter[str]) -> None:
    verify("尚未" * 30)
    once = counted["_want"]
    counted.clear()
    verify("尚未" * 120)
    assert 1 < counted["_want"] <= once


def test_words_of_a_sentence_are_looked_up_among_the_facts_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()
    real = Facts.find_spoken
    monkeypatch.setattr(Facts, "find_spoken", lambda *given: looked.update("1") or real(*given))
    verify("，".join(f"西乙市的港口投资{number}万元" for number in range(100, 140)))
    assert 0 < looked.total() < 5


def test_the_cells_of_a_table_are_looked_at_as_often_as_there_are_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()
    real = tables._is_value
    monkeypatch.setattr(tables, "_is_value", lambda text: looked.update("1") or real(text))

    def look(size: int) -> int:
        looked.clear()
        head = "|指标|" + "年|" * size + "\n|" + "---|" * (size + 1) + "\n|甲|"
        split_memo(head + "1亿元|" * size + "\n" + "|乙|2亿元|\n" * size, ".md")
        return looked.total()

    assert 100 < look(200) <= 2.1 * look(100)


def test_cells_over_many_rows_and_columns_take_memory_as_there_are_more() -> None:
    page = "<table><tr>" + "<td colspan=100 rowspan=100>1亿元" * 100 + "</table>"
    tracemalloc.start()
    lines = split_memo(page, ".html")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [line.cell.column for line in lines if line.cell] == list(range(0, 10_000, 100))
    assert most < 20_000_000


def test_what_stands_again_word_for_word_is_judged_once(counted: Counter[str]) -> None:
    assert verify("西乙市投产茶园1.5万公顷。\n" * 50) == 100
    assert counted["judge"] == 1


def test_a_turn_of_phrase_is_looked_for_once_in_a_clause() -> None:
    (line,) = split_memo("投资1亿元、2亿元、3亿元")
    (start, end), *_ = cut_sentences(line.text)
    article = inspect_model(str(TESTS / "second.yaml")).article
    assert article
    sentence = Sentence(line, start, end, "", article.source.day)
    assert sentence.find("hoped", 2) is None
    assert sentence._sought == {("hoped", 0): None}


def test_a_memo_that_nobody_finishes_is_refused(tmp_path: Path) -> None:
    memo = tmp_path / "memo.md"
    memo.write_text("年" * MEMO_CHARACTERS, encoding="utf-8")
    assert len(read_memo(str(memo)).lines) == 1
    memo.write_text("年" * (MEMO_CHARACTERS + 1), encoding="utf-8")
    with pytest.raises(ModelError) as raised:
        read_memo(str(memo))
    assert raised.value.problems[0].message.key == "too-large.memo"


def find_excess(lines: str, *texts: SourceText) -> str | None:
    excess = Memo("memo.md", tuple(split_memo(lines, ".md"))).find_excess(texts)
    return excess.key if excess else None


def test_a_memo_of_more_sentences_than_are_judged_is_refused() -> None:
    assert not find_excess("雨停了。\n" * MEMO_SENTENCES)
    assert find_excess("雨停了。\n" * (MEMO_SENTENCES + 1)) == "too-large.memo-sentences"
    assert not find_excess("| 项 |\n| --- |\n" + "| 雨 |\n" * (MEMO_SENTENCES + 1))


def test_a_memo_of_more_numbers_than_are_judged_is_refused() -> None:
    assert not find_excess("9项、" * MEMO_NUMBERS)
    assert find_excess("9项、" * (MEMO_NUMBERS + 1)) == "too-large.memo-numbers"
    assert not find_excess("| 项 |\n| --- |\n" + "| 9 |\n" * (MEMO_NUMBERS + 1))


def test_a_memo_of_more_different_cells_than_are_judged_is_refused() -> None:
    rows = [f"| {row} |\n" for row in range(MEMO_CELLS)]  # and their head
    assert not find_excess("| 项 |\n| --- |\n" + "".join(rows[1:]))
    assert find_excess("| 项 |\n| --- |\n" + "".join(rows)) == "too-large.memo-cells"


def test_a_long_memo_is_not_held_against_a_long_text(tmp_path: Path) -> None:
    file, memo = tmp_path / "text.txt", tmp_path / "memo.md"
    file.write_text("雨停了。" * 10_000, encoding="utf-8")
    text = read_text(str(file))
    length = MEMO_COMPARISONS // 40_000
    assert not find_excess("年" * length, text)
    assert find_excess("年" * (length + 1), text) == "too-large.memo-comparisons"
    memo.write_text("年" * (length + 1), encoding="utf-8")
    with pytest.raises(ModelError) as raised:
        hold_memo(str(memo), [str(TESTS / "second.yaml")], [str(file)])
    assert raised.value.problems[0].message.key == "too-large.memo-comparisons"


def test_sentences_that_differ_only_in_numbers_are_compared_with_a_text_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts: Counter[str] = Counter()

    class Counting(SequenceMatcher[str]):
        def get_opcodes(self) -> Any:
            counts["compared"] += 1
            return super().get_opcodes()

    altered._compare.cache_clear()
    monkeypatch.setattr(altered, "SequenceMatcher", Counting)
    verify("东甲市完成码头投资12亿元，开工项目24项。\n")
    once = counts.copy()
    altered._compare.cache_clear()
    counts.clear()
    verify("".join(f"东甲市完成码头投资{one}亿元，开工项目{one}项。\n" for one in range(12, 42)))
    assert 0 < counts["compared"] <= once["compared"]


def test_marks_that_end_one_sentence_together_end_no_more() -> None:
    text = "真的？！好！！走。”停。"
    assert [text[slice(*one)] for one in split_sentences(text)] == [
        "真的？！",
        "好！！",
        "走。”",
        "停。",
    ]


def test_the_words_of_a_text_that_is_one_clause_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[str] = Counter()

    def count(text: str, language: str) -> list[Word]:
        read[text] += 1
        return read_words(text, language)

    monkeypatch.setattr(wording, "read_words", count)
    said, source = "示例建设码头" * 9, tmp_path / "text.txt"
    source.write_text(said, encoding="utf-8")
    memo = tmp_path / "memo.txt"
    memo.write_text("全市建设3座码头。", encoding="utf-8")
    hold_memo(str(memo), [str(TESTS / "example.yaml")], [str(source)])
    assert read[said] == 1


@pytest.mark.parametrize("piece", ["1", "1 ", "1年 ", "Mar ", "2031–", "Q1 "])
def test_a_cell_that_is_nearly_a_time_is_read_in_one_way(piece: str) -> None:
    cell = f"{piece * 60}甲乙"  # in two ways each, it would never end
    assert verify(f"| 时间 | 事件 |\n| --- | --- |\n| 2031年10月16日 | {cell} |\n") >= 0


def test_facts_are_read_in_the_language_of_a_memo_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[str] = Counter()

    def count(text: str, language: str) -> frozenset[str]:
        read[language] += 1
        return wording.words_in(text, language)

    monkeypatch.setattr(facts, "words_in", count)
    verify("全市2035年建成3座码头。")
    in_english = read["en"]
    verify("The city has 3 wharves.")
    assert read["zh"] > in_english
    assert read["en"] > 2 * in_english
