"""Which place a figure of a draft is of."""

import datetime

import pytest

from briefing.drafting.around import Places
from briefing.drafting.figures import list_figures
from briefing.drafting.finding.places import find_places
from briefing.drafting.ids import Ids
from briefing.drafting.text import DraftText

PREFECTURE = "大理白族自治州祥云县、宾川县与昆明市签约。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昆明市产值5亿元。", ("kunming", False)),
        ("全州产值5亿元。", ("dali", True)),
        ("昆明之外，全州产值5亿元。", ("dali", True)),
        ("产值5亿元，居全州第一。", (None, False)),
        ("全市产值5亿元。", ("kunming", True)),
        ("宾川县在招商。去年产值5亿元。", ("binchuan", True)),
        ("招商在宾川县。去年昆明市产值5亿元。", ("kunming", False)),
    ],
)
def test_a_figure_is_of_a_place_that_its_text_tells(
    text: str, expected: tuple[str | None, bool]
) -> None:
    paragraphs = [PREFECTURE, text]
    draft = DraftText(paragraphs, datetime.date(2031, 10, 24))
    places = Places(find_places(paragraphs), Ids({}))
    figure = next(iter(list_figures(draft)))
    found = places.around(draft, figure.span)
    assert (found.get("places", [None])[0], "inferred" in found) == expected
