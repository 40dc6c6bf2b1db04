"""The JSON Schema of a model takes what the reader takes, and refuses what is wrong by itself."""

import json
import re
from pathlib import Path

import pytest
import yaml

from briefing.model.reading import inspect_model
from briefing.views.schema import describe_model
from support import EXAMPLE, PROJECT, SECOND, briefing

jsonschema = pytest.importorskip("jsonschema")

GOOD = [EXAMPLE, SECOND, "data/article.yaml", *sorted(PROJECT.glob("docs/example/*.yaml"))]
SEEN = {"wrong-type", "unknown-key", "missing-key", "missing", "empty", "schema-1", "too-deep"}
"""The codes of what is wrong with a value by itself, which a schema can say."""
UNSEEN = {
    "in-no-name",
    "address-not-of-web",
    "alias",
    "ambiguous-name",
    "anchor-too-long",
    "before-differs",
    "circle",
    "control-character",
    "due-before-article",
    "english-contradicts",
    "duplicate-id",
    "duplicate-key",
    "ignores-nothing",
    "label-of-other-unit",
    "kind-contradicts-name",
    "place-contradicts-label",
    "left-to-do",
    "named-only-with-detail",
    "named-twice",
    "needless-blanks",
    "no-such-paragraph",
    "nothing-inferred",
    "office-misnamed",
    "period-reversed",
    "places-differ",
    "place-misplaced",
    "place-spelling-differs",
    "range-reversed",
    "renders-nothing",
    "said-by-no-speaker",
    "spelling-differs",
    "stage-not-of-status",
    "syntax",
    "tag",
    "text-without-anchor",
    "tied-to-itself",
    "unknown-id",
    "untranslated",
    "value-without-unit",
}
"""The codes of what a schema cannot see: it knows no other record, no text and no notation."""
MODEL = """
source:
  id: {id}
  title: {{zh: {words}, en: A}}
  publisher: {{zh: 报, en: Paper}}
  published: {date}
  republished: {time}
summary: {{gist: {{zh: 要点, en: Gist}}, evidence: [{{paragraph: {number}, anchor: 甲}}]}}
figures:
  - {{id: b, label: {{zh: 甲, en: A}}, text: 5%, value: {value}, unit: "%", kind: percent,
     in_name: {truth}, period: {period}, evidence: [{{paragraph: 1, anchor: 5%}}]}}
"""
USUAL = {
    **{"id": "a", "words": "甲", "date": "2031", "time": "2031-05-06T08:30:00+08:00"},
    **{"number": "1", "value": "5", "truth": "true", "period": "2031-Q1"},
}


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: 2022-03-21 and ``yes`` are texts, 2022 is a number."""


EditorLoader.yaml_implicit_resolvers = {}

for tag, form in {
    "null": "~|null|Null|NULL|",
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), None
    )


def is_valid(text: str) -> bool:
    data = yaml.load(text, EditorLoader)
    return bool(jsonschema.Draft202012Validator(describe_model()).is_valid(data))


def is_read(text: str, folder: Path) -> bool:
    file = folder / "model.yaml"
    file.write_text(text, encoding="utf-8")
    return all(problem.warning for problem in inspect_model(str(file)).problems)


def test_the_command_prints_the_schema_and_writes_it(tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(describe_model())
    file = tmp_path / "model.json"
    assert briefing("schema", "-o", str(file)).status == 0
    printed = briefing("schema").out
    assert printed == file.read_text(encoding="utf-8")
    assert json.loads(printed) == describe_model()


def test_the_command_replaces_no_file_of_another_kind(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_text("kept", encoding="utf-8")
    assert briefing("schema", "-o", str(file)).status == 2
    assert file.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("file", GOOD, ids=str)
def test_a_model_that_is_read_is_valid(file: str | Path) -> None:
    assert is_valid((PROJECT / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "file", sorted(PROJECT.glob("tests/broken/*.yaml")), ids=lambda one: one.stem
)
def test_what_is_wrong_by_itself_is_invalid(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    codes = set(re.findall(r"^# \d+:\d+: (\S+)", text, re.M))
    assert codes <= SEEN | UNSEEN
    if codes & SEEN:
        assert not is_valid(text)
    elif codes.isdisjoint({"alias", "syntax", "tag"}):  # no data that a schema could be asked about
        assert is_valid(text)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("id", "2022 true a-1 '7' A 1.5 -1 -a [a] ~"),
        ("words", "100 1.5 true no 12:30 2022-03-21 '' ~ [甲] {zh:甲}"),
        ("date", "2022 2022-03 2022-03-21 '2022' 2022-02-30 2022-13 20223 0 2022-Q1 21.3.2022 yes"),
        ("period", "2022 2022-03 2022-Q4 2022-H1 2021/2025 2022-Q5 2021-2025 {zh:甲} 12 true [a]"),
        ("time", "2022-03-21T08:30:00Z 2022-03-21T08:30:00+0800 2022-03-21T08:30:00.5-01:00 ~"),
        ("time", "2022-03-21T08:30:00 2022-02-29T08:30:00Z 2022-03-21T24:00:00Z 2022-03-21 2022"),
        ("number", "1 '1' 7 0 -1 1.5 one ~ true"),
        ("value", "5 5.5 '5.5' 1e3 -2 '-2' five '' ~ true 1,000 1_000 .inf"),
        ("truth", "true false TRUE 'true' 1 0 yes no 2 ~ on"),
    ],
)
def test_an_editor_and_the_reader_take_the_same_values(
    field: str, values: str, tmp_path: Path
) -> None:
    for value in values.replace("zh:", "zh: ").replace(": ", ":\0").split(" "):
        text = MODEL.format(**USUAL | {field: value.replace("\0", " ")})
        assert is_valid(text) == is_read(text, tmp_path), value


def test_every_field_is_described_in_both_languages() -> None:
    schema = describe_model()
    for kind in (schema, *schema["$defs"].values()):
        assert kind["additionalProperties"] is False
        assert re.fullmatch("[^{}]+ / [a-z ]+", kind["title"])
        for name, field in kind["properties"].items():
            zh, en = field["description"].split("\n\n")
            assert re.search("[一-鿿]", zh), name
            assert re.search("[a-z]", en), name
            meanings = field.get("enumDescriptions", [])
            assert len(meanings) in (0, len([one for one in field.get("enum", []) if one]))
