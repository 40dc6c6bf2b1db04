"""The commands that answer what a reader asks: what is to be done, when, and from where."""

import json

from support import SECOND, briefing, example


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


def test_the_parts_of_a_record_stand_under_it_and_what_is_waived_stands_last() -> None:
    out = briefing("paragraph", "9", "--lang", "en").out
    assert "rests on: 王建峰告诉记者]  wang-jianfeng\n  - The Taiyuan–Xinzhou zone is a" in out
    waived = out.index("\nLeft out, and why\n- 一块: ")
    assert out.index("\nPeople\n") < out.index("\nTerms\n") < waived
    found = json.loads(briefing("paragraph", "9", "-O", "json").out)
    assert [one["field"] for one in found if one["id"] == "wang-jianfeng"] == [
        *(None, "positions", "positions", "positions")
    ]
    assert (found[-1]["section"], found[-1]["id"]) == ("waived", None)


def test_the_paragraphs_before_and_after_are_what_to_type_next() -> None:
    terminal = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "80"}
    shown = briefing("paragraph", "9", "--lang", "en", **terminal).out
    assert "briefing paragraph 8 " in shown
    assert "briefing paragraph 10 " in shown
    assert "briefing paragraph 0" not in briefing("paragraph", "1", "--lang", "en", **terminal).out


def test_a_number_that_is_no_paragraph_is_refused() -> None:
    assert example("paragraph", "99").status == 2
    assert "there is no paragraph 99" in example("paragraph", "99", "--lang", "en").err
    assert "is not a paragraph number" in example("paragraph", "x", "--lang", "en").err


def test_what_is_unsaid_of_a_record_is_one_row() -> None:
    found = json.loads(briefing("unsaid", "-a", SECOND, "-O", "json").out)
    (tunnel,) = (one for one in found if one["id"] == "tunnel")
    assert tunnel["kinds"] == ["no_date", "no_money", "no_owner"]
    (ports,) = (one for one in found if one["id"] == "ports-in-name")
    assert (ports["counted"], ports["listed"]) == (3, 1)
    assert {tuple(one) for one in found} == {tuple(tunnel)}


def test_what_is_unsaid_is_told_in_groups() -> None:
    out = briefing("unsaid", "-a", SECOND, "--lang", "en").out
    assert "No deadline, money or owner\n" in out
    assert "none of 24 named; no deadline or money" in out
    assert "and 12 more: briefing unsaid --kind unexplained" in out


def test_what_is_unsaid_is_narrowed_as_other_lists_are() -> None:
    for words in (["--city", "xiyi"], ["隧道"], ["tunnel"], ["--said-by", "西乙"]):
        found = json.loads(briefing("unsaid", *words, "-a", SECOND, "-O", "json").out)
        assert "tunnel-redesign" in {one["id"] for one in found}
        assert len(found) < 5
    for kind in ("no_money", "no-money", "未写明资金"):
        found = json.loads(briefing("unsaid", "--kind", kind, "-a", SECOND, "-O", "json").out)
        assert {one["id"] for one in found} == {"tunnel", "intercity-railway", "key-projects"}
    refused = briefing("unsaid", "--kind", "money", "--lang", "en")
    assert refused.status == 2
    assert "No money" in refused.err


def test_what_is_to_be_reached_is_told_with_its_value() -> None:
    assert "59%" in briefing("timeline", "forest", "-a", SECOND).out
    assert "59%" in briefing("commitments", "forest", "-a", SECOND).out


def test_a_part_of_a_plan_is_to_be_done_by_those_who_are_to_do_the_plan() -> None:
    found = json.loads(briefing("commitments", "--city", "yangquan", "-O", "json").out)
    assert {tuple(one["actors"]) for one in found if one["id"] == "node-transport"} == {
        ("yangquan",)
    }


def test_what_to_type_next_names_the_models_that_were_read() -> None:
    wide = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "300"}
    shown = briefing("city", "dongjia", "-a", SECOND, **wide).out
    assert f"briefing city dongjia --full -a {SECOND}" in shown


def test_an_owner_or_a_speaker_that_is_concluded_is_marked_so() -> None:
    lines = briefing("commitments", "--city", "lvliang").out.splitlines()
    assert all("(implied)" in line for line in lines if line.startswith("Four strategies "))


def test_what_is_due_in_a_year_is_due_at_its_end() -> None:
    found = json.loads(briefing("timeline", "-a", SECOND, "-O", "json").out)
    days = [one["when"] for one in found if isinstance(one["when"], str)]
    assert days.index("2031-10-16") < days.index("2031")


def test_who_acts_is_marked_as_concluded_where_it_is_so_of_what_a_claim_is_part_of() -> None:
    found = json.loads(briefing("commitments", "-O", "json").out)
    taken_over = [one for one in found if one["id"] in ("effort-mechanism", "sign-approve")]
    assert len(taken_over) > 2
    assert all("actors" in one["inferred"] for one in taken_over)
    shown = briefing("commitments", "mechanism", "--lang", "en").out.splitlines()
    assert all("Reform zone (implied)" in line for line in shown if "effort-mechanism" in line)


def test_a_part_of_a_record_says_where_in_it_it_stands() -> None:
    found = json.loads(briefing("commitments", "-O", "json").out)
    keys = [(one["section"], one["id"], one["field"], one["position"]) for one in found]
    assert len(set(keys)) == len(keys)
    assert ("strategies", "six-nodes", None, None) in keys
    assert ("strategies", "effort-mechanism", "measures", 2) in keys
