import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.output.encoding import fit

texts = st.text(st.characters(codec="utf-8"))


@given(texts, st.sampled_from(("ascii", "gbk", "gb18030", "latin-1", "cp1252", "no-such-encoding")))
def test_what_is_fitted_can_be_written(text: str, encoding: str) -> None:
    fit(text, encoding).encode("ascii" if encoding == "no-such-encoding" else encoding)


@given(texts)
def test_nothing_changes_where_nothing_must(text: str) -> None:
    assert fit(text, "utf-8") == fit(text, None) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("gbk", "阳泉 §5"), ("latin-1", r"\u9633\u6cc9 ¶5"), ("ascii", r"\u9633\u6cc9 p5")],
)
def test_a_near_character_stands_in_or_else_an_escape(encoding: str, text: str) -> None:
    assert fit("阳泉 ¶5", encoding) == text
