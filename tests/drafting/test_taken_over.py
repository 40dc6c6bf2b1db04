"""Articles that another paper brings again."""

import pytest

from briefing.drafting.pages.leads import is_own


@pytest.mark.parametrize(
    ("text", "own"),
    [("据丁川日报报道 全县开工5个码头。", True), ("据丁川日报报道，全县开工5个码头。", False)],
)
def test_a_lead_tells_whose_the_whole_article_is_and_a_citation_does_not(
    text: str, own: bool
) -> None:
    assert is_own(text) == own
