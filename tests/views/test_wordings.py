"""Which proofs rest on the same words of an article, however many there are."""

from itertools import product
from unittest.mock import Mock

import pytest

from briefing.model.parts import Evidence
from briefing.views import wordings
from briefing.views.wordings import SHARED, Wordings

ANCHORS = ("港", "港口", "新建港口", "一座新建的港口", "这座新建的港口", "新建的", "码头二十四座")


def share_words(one: str, other: str) -> bool:
    """Return whether two anchors of a paragraph are of the same words, as one looks at two."""
    short, long = sorted((one, other), key=len)
    runs = range(len(short) - SHARED + 1)
    return short in long or any(short[at : at + SHARED] in long for at in runs)


@pytest.mark.parametrize(("one", "other"), [*product(ANCHORS, ANCHORS)])
def test_words_are_found_by_their_pieces(one: str, other: str) -> None:
    words = Wordings([Evidence(paragraph=1, anchor=one)])
    for paragraph in (1, 2):
        shared = words.share(Evidence(paragraph=paragraph, anchor=other))
        assert shared is (paragraph == 1 and share_words(one, other))
    words.add([Evidence(paragraph=2, anchor=one)])
    assert words.share(Evidence(paragraph=2, anchor=other)) is share_words(one, other)


def test_other_proofs_are_no_more_work(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Wordings(Evidence(paragraph=1, anchor=f"第{at:05}座新建码头") for at in range(1_000))
    cut = Mock(return_value=[])
    monkeypatch.setattr(wordings, "_cut", cut)
    assert not words.share(Evidence(paragraph=1, anchor="一千二百三十四处"))
    assert cut.call_count == 1
