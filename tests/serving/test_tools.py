"""What the tools answer an assistant: facts with their evidence, in pages, from no other file."""

import json
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
import pytest

from briefing.limits import MEMO_CHARACTERS, PAGE_BYTES
from briefing.model.reading import shipped_model
from briefing.problem import BriefingError
from briefing.serving.answering import OUTPUT_SCHEMA, Answered, Answerer
from briefing.serving.desk import open_desk
from briefing.serving.paging import Entry, make_pages
from briefing.serving.tools import TOOLS
from briefing.shelf.library import load
from briefing.words.catalogue import texts
from support import EXAMPLE, SECOND

MODELS = [EXAMPLE, SECOND, shipped_model()]


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer(open_desk(MODELS, None, "en"))


def size(answered: Answered) -> int:
    """The bytes of a result: its text and structured content, as JSON."""
    content = [{"type": "text", "text": answered.text}]
    frame = {"content": content, "structuredContent": answered.structured, "isError": False}
    return len(json.dumps(frame, ensure_ascii=False).encode())


def pages(answerer: Answerer, tool: str, **asked: Any) -> list[dict[str, Any]]:
    """The structured content of every page of an answer."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, Any] = {}
    while True:
        answered = answerer.call(tool, asked | cursor)
        assert answered.structured is not None, answered.text
        assert size(answered) <= PAGE_BYTES
        found.append(answered.structured)
        if answered.structured["next"] is None:
            return found
        cursor = {"cursor": answered.structured["next"]}


def items(answerer: Answerer, tool: str, **asked: Any) -> list[dict[str, Any]]:
    return [item for page in pages(answerer, tool, **asked) for item in page["items"]]


def error(answerer: Answerer, tool: str, **asked: Any) -> str:
    answered = answerer.call(tool, asked)
    assert answered.structured is None
    assert size(answered) <= PAGE_BYTES
    return answered.text


def joined(pieces: list[dict[str, Any]]) -> dict[str, Any]:
    """The record that pieces were made of."""
    whole: dict[str, Any] = {}
    cut: dict[str, str] = {}
    for piece in pieces:
        for name, value in piece.items():
            if name == "continued":
                cut[value["field"]] = cut.get(value["field"], "") + value["json"]
            elif isinstance(value, list):
                whole[name] = whole.get(name, []) + value
            elif name not in ("piece", "pieces"):
                whole[name] = value
    return whole | {name: json.loads(text) for name, text in cut.items()}


def test_a_search_pages_through_every_record_once(answerer: Answerer) -> None:
    found = items(answerer, "search")
    known = [f"{hit.key[0]}/{hit.key[1]}" for hit in load(MODELS).hits]
    assert [item["id"] for item in found] == known
    assert len(pages(answerer, "search")) > 50


def test_each_record_is_told_with_what_it_rests_on(answerer: Answerer) -> None:
    (page,) = pages(answerer, "figures", words="268项")
    (item,) = page["items"]
    assert set(item["title"]) == {"zh", "en"}
    assert item["evidence"][0]["paragraph"]
    assert {"article", "id", "value", "unit", "stage", "said_by"} <= set(item)
    assert [one["article"] for one in page["sources"]] == [item["article"]]
    shown = joined(items(answerer, "show", id=item["id"]))
    assert shown["id"] == item["id"]
    assert shown["evidence"] == item["evidence"]


def test_a_source_is_credited_once(answerer: Answerer) -> None:
    sources = [one["article"] for page in pages(answerer, "search") for one in page["sources"]]
    assert sorted(sources) == sorted(one.source.id for one in load(MODELS).articles)


def test_whose_word_is_only_concluded_is_marked(answerer: Answerer) -> None:
    assert "Said by: Liu Feng (implied)" in answerer.call("show", {"id": "rcep-park"}).text


def test_filters_are_those_of_the_commands(answerer: Answerer) -> None:
    signed = items(answerer, "search", section="projects", kind="已签约")
    assert {item["status"] for item in signed} == {"signed"}
    assert items(answerer, "search", city="yangquan", words="物流")
    years = items(answerer, "search", since="2030", section="events")
    assert years
    assert all(item["date"] >= "2030" for item in years)
    speakers = items(answerer, "search", said_by="liu-feng", section="strategies")
    assert speakers


@pytest.mark.parametrize("model", MODELS)
def test_a_record_longer_than_a_page_loses_nothing(model: str) -> None:
    one = Answerer(open_desk([model], None, "zh"))
    hits = sorted(load([model]).hits, key=lambda hit: len(msgspec.json.encode(hit.record)))
    for hit in hits[-100:]:
        name = f"{hit.key[0]}/{hit.key[1]}"
        whole = joined(items(one, "show", id=name))
        record = json.loads(json.dumps(whole))
        assert len(record["evidence"]) == len(hit.record.evidence)
        for field in ("roles", "links", "measures", "positions", "posts"):
            assert len(record.get(field, ())) == len(getattr(hit.record, field, ()))


def test_a_text_that_no_page_holds_goes_on_in_the_next() -> None:
    data = {
        "article": "a",
        "id": "a/b",
        "title": {"zh": "题" * 3_000},
        "note": {"zh": '注“”"\\\n' * 5_000, "en": None},
        "list": ["甲" * 100] * 90,
        "evidence": [{"paragraph": 1, "anchor": "锚" * 20}] * 300,
    }
    made = make_pages([Entry("items", data, lambda _: "行" * 5_000)])
    assert joined([item for page in made for item in page.items]) == data
    for page in made:
        assert size(Answered("\n".join(page.lines), {"items": page.items})) <= PAGE_BYTES - 200


def test_a_wrong_cursor_is_told(answerer: Answerer) -> None:
    following = pages(answerer, "search")[0]["next"]
    assert error(answerer, "search", cursor=following, city="yangquan") == error(
        answerer, "search", cursor="Mi4w"
    )
    for cursor in ("", "x", "ÿ", following + "=", following[:-2], "MTAwMDAw" * 50):
        assert "cursor" in error(answerer, "search", cursor=cursor)


@pytest.mark.parametrize(
    ("tool", "asked"),
    [
        ("search", {"wrods": "a"}),
        ("search", {"words": 1}),
        ("search", {"section": "figure"}),
        ("search", {"since": "soon"}),
        ("search", {"city": "nowhere"}),
        ("search", {"kind": "nothing"}),
        ("figures", {"min": True}),
        ("figures", {"min": "1"}),
        ("figures", {"all": "yes"}),
        ("figures", {"unit": "parsec"}),
        ("show", {}),
        ("show", {"id": " "}),
        ("show", {"id": "nobody" * 500}),
        ("cite", {"cited": "999999"}),
        ("cite", {"style": "mla"}),
        ("check", {"source": "no-such-article"}),
        ("nothing", {}),
    ],
)
def test_a_wrong_question_is_told_in_the_language_asked_for(
    answerer: Answerer, tool: str, asked: dict[str, Any]
) -> None:
    english, chinese = (error(answerer, tool, **asked, lang=one) for one in ("en", "zh"))
    assert english.splitlines()[0].rstrip("…").isascii()
    assert not chinese.splitlines()[0].rstrip("…").isascii()


def test_nothing_found_is_no_error(answerer: Answerer) -> None:
    (page,) = pages(answerer, "figures", unit="%", min=10**9)
    assert (page["items"], page["total"], len(page["notes"])) == ([], 0, 1)


def test_a_citation_names_the_paragraphs_of_a_record(answerer: Answerer) -> None:
    (item,) = items(answerer, "cite", cited="shanxi-2022-03-21/forest-cover", style="gbt7714")
    assert item["paragraphs"] == [26]
    assert "26" in item["citation"]
    assert len(items(answerer, "cite")) == len(MODELS)


def test_the_models_of_the_start_are_checked_with_their_texts(answerer: Answerer) -> None:
    found = items(answerer, "check")
    tallies = {item["model"]: item["tally"] for item in found if "tally" in item}
    assert set(tallies) == {one.source.id for one in load(MODELS).articles}
    assert sum(one is not None for one in tallies.values()) == 2  # the shipped one has no text here


def test_a_model_that_is_given_is_checked_with_a_text_of_the_start(answerer: Answerer) -> None:
    text = Path(SECOND).read_text(encoding="utf-8")
    article = load([SECOND]).articles[0].source.id
    whole, *_ = items(answerer, "check", model=text, source=article)
    assert whole["tally"]["anchors"] is not None
    codes = [
        one.get("code") for one in items(answerer, "check", model=text.replace("stage:", "stge:"))
    ]
    assert "unknown-key" in codes


PATHS = ("/etc/passwd", "@shipped", "-", "../secret.yaml", "file:///etc/passwd", "secret.yaml")


@pytest.mark.parametrize("path", PATHS)
def test_no_path_of_a_caller_is_opened(path: str, answerer: Answerer, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("source: {id: secret}", encoding="utf-8")
    model = Path(SECOND).read_text(encoding="utf-8").replace("text: second.txt", f'text: "{path}"')
    assert path in model
    calls: list[tuple[str, dict[str, Any]]] = [
        *(("check", {"model": one}) for one in (path, model, f"!include {path}")),
        ("check", {"model": model, "source": path}),
        ("check", {"source": path}),
        *((tool, {name: path}) for tool, name in (("show", "id"), ("cite", "cited"))),
        *(("search", {name: path}) for name in ("words", "city", "said_by")),
    ]
    refuse = mock.Mock(side_effect=AssertionError("a file is opened"))
    with (
        mock.patch("builtins.open", refuse),
        mock.patch("os.listdir", refuse),
        mock.patch("briefing.model.reading.read_bytes", refuse),
        mock.patch("briefing.checks.check.read_text", refuse),
    ):
        for tool, asked in calls:
            answered = answerer.call(tool, asked)
            assert "AssertionError" not in answered.text
            assert "root:" not in answered.text
    whole, *_ = items(answerer, "check", model=model)
    assert whole["tally"] is None  # it is compared with no text that it names itself


def test_one_text_is_of_one_article(tmp_path: Path) -> None:
    with pytest.raises(BriefingError):
        open_desk([EXAMPLE, SECOND], str(tmp_path / "text.txt"), "en")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_tools_take_little_of_what_an_assistant_remembers(lang: Any) -> None:
    said = (
        "".join(
            tool.describe(lang) + json.dumps(tool.schema(lang), ensure_ascii=False)
            for tool in TOOLS.values()
        )
        + texts("tool.instructions")[lang == "en"]
    )
    # About four letters of English are a token, and one Chinese character.
    tokens = sum(0.25 if one.isascii() else 1 for one in said)
    assert len(TOOLS) <= 6
    assert tokens < 1_500


def test_answers_are_as_their_schema_says(answerer: Answerer) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    check = jsonschema.Draft202012Validator(OUTPUT_SCHEMA)
    for tool, asked in (("search", {}), ("show", {"id": "yangquan"}), ("cite", {}), ("check", {})):
        for page in pages(answerer, tool, **asked):
            check.validate(page)


def test_a_memo_is_verified_and_its_claims_name_records_that_show_takes(answerer: Answerer) -> None:
    memo = "东甲市谋划的重点工程有25项。\n\n全省森林覆盖率为58.3%。"
    counts, *claims = items(answerer, "verify", memo=memo)
    assert counts["claims"]["contradicted"] == 1
    (wrong,) = [one for one in claims if one["status"] == "contradicted"]
    assert wrong["text"] == "25项"
    assert items(answerer, "show", id=wrong["record"])
    long = "字" * (MEMO_CHARACTERS + 1)
    assert f"{MEMO_CHARACTERS:,}" in error(answerer, "verify", memo=long)
