"""The JSON of every command is as its schema in docs/ says, which takes nothing else."""

import json
from functools import cache
from typing import Any

import pytest

from support import EXAMPLE, PROJECT, SECOND, briefing

jsonschema = pytest.importorskip("jsonschema")

ONE = {
    EXAMPLE: ("dongjia", "wharf"),
    SECOND: ("xiyi", "xiyi"),
    "@shipped": ("yangquan", "forest-cover"),
}
"""A city and a record of each model."""
COMMANDS = (
    *("summary", "city", "zone", "places", "strategies", "figures --all", "projects", "people"),
    *("organisations", "events", "sectors", "terms", "commitments", "timeline", "unsaid"),
    *("articles", "paragraph 2", "paragraph 5", "search 项目", "search city", "cite", "export"),
    *("city {city}", "city {city} {city} --full", "show {id}", "show {city}", "cite {id}", "check"),
)
NOTHING = (
    *("figures zzzz", "commitments zzzz", "timeline zzzz", "unsaid zzzz", "search qqqzzz"),
    *("paragraph 3", "places zzzz"),
)


@cache
def validator_of(name: str) -> Any:
    file = PROJECT / "docs" / "schemas" / f"{name}.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def validator(command: str) -> Any:
    return validator_of(command.split(maxsplit=1)[0])


def result(command: str, *models: str) -> Any:
    named = [models[0]] if command == "check" else [f"-a{model}" for model in models]
    run = briefing(*command.split(), *named, "-O", "json")
    assert run.out, run.err
    return json.loads(run.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_json_of_every_command_is_as_its_schema_says(command: str) -> None:
    check = validator(command)
    for model, (city, id_) in ONE.items():
        check.validate(result(command.format(city=city, id=id_), model))


@pytest.mark.parametrize(
    "command", ["summary", "city xiyi", "show xiyi", "search 西乙", "export", "articles", "cite"]
)
def test_several_articles_are_as_the_schema_says(command: str) -> None:
    found = result(command, EXAMPLE, SECOND)
    assert len({one.get("article") or one["source"]["id"] for one in found}) == 2
    validator(command).validate(found)


@pytest.mark.parametrize("command", NOTHING)
def test_an_empty_result_is_as_the_schema_says(command: str) -> None:
    found = result(command, EXAMPLE)
    assert found == [] or command.startswith("paragraph")
    validator(command).validate(found)


def test_quantities_are_as_the_schema_says() -> None:
    text = str(PROJECT / "docs" / "example" / "article.txt")
    found = json.loads(briefing("quantities", text, "-O", "json").out)
    assert found
    validator("quantities").validate(found)


@pytest.mark.parametrize(
    "command", ["figures --all", "commitments", "search 项目", "show xiyi", "city xiyi"]
)
def test_a_schema_refuses_a_missing_and_an_unknown_key(command: str) -> None:
    check, found = validator(command), result(command, SECOND)
    record = found[0] if isinstance(found, list) else found
    for key in record:
        assert not check.is_valid([{name: record[name] for name in record if name != key}])
    assert not check.is_valid([{**record, "another": None}])
    assert check.is_valid([record])


def test_an_export_may_lack_what_is_empty_and_has_no_other_keys() -> None:
    check, found = validator("export"), result("export", SECOND)
    for key in found:
        rest = {name: found[name] for name in found if name != key}
        assert check.is_valid(rest) == (key not in ("schema_version", "source", "summary"))
    assert not check.is_valid({**found, "another": None})


def test_a_schema_refuses_another_type_and_a_value_that_there_is_not() -> None:
    check, (record, *_) = validator("figures"), result("figures", EXAMPLE)
    for wrong in ({"value": "24"}, {"kind": "number"}, {"places": None}, {"label": "Works"}):
        assert not check.is_valid([{**record, **wrong}])


def test_each_reference_is_within_its_file() -> None:
    for file in (PROJECT / "docs" / "schemas").iterdir():
        text = file.read_text(encoding="utf-8")
        whole = json.loads(text)
        named = {line.split('"')[3] for line in text.splitlines() if '"$ref"' in line}
        assert named <= {f"#/$defs/{name}" for name in whole["$defs"]}
