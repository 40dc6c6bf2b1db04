"""Which words a clause of a text has, by which the sentences of memos find it."""

from pathlib import Path

from briefing.model.reading import inspect_model
from briefing.model.text import read_text
from briefing.verifying.aligning.clause import Clause, read_clauses

TESTS = Path(__file__).parent.parent


def clause_of(words: str) -> Clause:
    article = inspect_model(str(TESTS / "second.yaml")).article
    assert article
    text = read_text(str(TESTS / "second.txt"))
    return next(one for one in read_clauses(article, text) if words in one.text)


def test_a_clause_has_the_words_of_what_its_anchors_bear_out() -> None:
    words = clause_of("累计上网电量1.3亿千瓦时").own
    assert {"power", "grid"} <= words["en"]  # as the figure is called
    assert "风电" in words["zh"]  # of which the clause itself says nothing


def test_a_clause_has_no_words_of_what_other_clauses_bear_out() -> None:
    assert "风电" not in clause_of("戊一会展中心").own["zh"]
