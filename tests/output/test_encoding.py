"""Text for consoles whose encoding lacks some characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.output.encoding import fit

texts = st.text(st.characters(codec="utf-8"))


@given(texts, st.sampled_from(("ascii", "gbk", "gb18030", "latin-1", "cp1252", "no-such-encoding")))
def test_fitted_text_can_be_encoded(text: str, encoding: str) -> None:
    fit(text, encoding).encode("ascii" if encoding == "no-such-encoding" else encoding)


@given(texts)
def test_text_that_can_be_encoded_does_not_change(text: str) -> None:
    assert fit(text, "utf-8") == fit(text, None) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("gbk", "阳泉 §5"), ("latin-1", r"\u9633\u6cc9 ¶5"), ("ascii", r"\u9633\u6cc9 p5")],
)
def test_a_similar_character_is_used_or_else_an_escape(encoding: str, text: str) -> None:
    assert fit("阳泉 ¶5", encoding) == text
