"""The commands that answer what a reader asks: what is to be done, when, and from where."""

import json

from support import example


def records(*args: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(example(*args, "-O", "json").out)
    return found


def test_the_timeline_is_in_order_and_what_has_no_date_stands_last() -> None:
    found = records("timeline")
    assert [one["when"] for one in found] == ["2031-05-02", "2031-05-02", None]
    assert [one["id"] for one in found] == ["wharf", "signing", "planning"]


def test_commitments_are_what_is_still_to_be_done() -> None:
    assert [(one["id"], one["stage"]) for one in records("commitments")] == [("wharf", "agreed")]
    assert records("commitments", "--stage", "sought") == []


def test_commitments_and_the_timeline_take_words_and_a_place() -> None:
    for words in (["码头"], ["--city", "dongjia"]):
        assert [one["id"] for one in records("commitments", *words)] == ["wharf"]
        assert {one["id"] for one in records("timeline", *words)} == {"wharf", "signing"}
    assert records("commitments", "--city", "xiyi") == []
    assert [one["id"] for one in records("timeline", "规划")] == ["planning"]


def test_a_paragraph_gives_its_claims_with_their_anchors() -> None:
    found = records("paragraph", "¶4")
    assert {"qingchuan", "zhongwu", "dongjia"} <= {one["id"] for one in found}
    assert next(one["anchors"] for one in found if one["id"] == "qingchuan") == ["青川省"]


def test_a_number_that_is_no_paragraph_is_refused() -> None:
    assert example("paragraph", "99").status == 2
    assert "there is no paragraph 99" in example("paragraph", "99", "--lang", "en").err
    assert "is no number of a paragraph" in example("paragraph", "x", "--lang", "en").err
