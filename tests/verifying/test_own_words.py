"""Whether a record itself has the words that a sentence tells of it."""

from pathlib import Path

import pytest

from briefing.model.reading import inspect_model
from briefing.model.records import Person
from briefing.verifying.naming.naming import Entry
from briefing.verifying.telling.slots import is_told_of

MODEL = Path(__file__).parent.parent / "second.yaml"


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Economy steady, moving forward: so the province is seen by him.", True),
        ("New wharves, cheap freight and early signing: so the province is seen by him.", False),
        ("The deputy director of the provincial bureau of statistics spoke at noon.", False),
    ],
)
def test_a_speaker_is_told_of_by_what_he_said_and_not_by_what_he_is(
    sentence: str, is_told: bool
) -> None:
    article = inspect_model(str(MODEL)).article
    assert article
    (speaker,) = (one for one in article.of(Person) if one.id == "ji-moumou")
    assert is_told_of([Entry(article, speaker)], sentence) == is_told
