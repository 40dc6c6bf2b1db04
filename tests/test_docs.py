"""The documents say what is so: their examples, their tables, their links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschemas import list_schemas
from reference import DOCUMENTS, SCHEMAS, document

from briefing.cli.commands import list_commands
from support import PROJECT
from test_imports import MAY_IMPORT

READMES = (PROJECT / "README.md", PROJECT / "README.zh.md")
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
LONGEST_README = 160
EXAMPLE = PROJECT / "docs" / "example"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_what_the_tool_says(name: str, pytestconfig: pytest.Config) -> None:
    path, content = PROJECT / name, document(name)
    if pytestconfig.getoption("--update-golden"):
        path.write_text(content, encoding="utf-8")
    assert read(path) == content


def test_the_schemas_are_those_of_the_results(pytestconfig: pytest.Config) -> None:
    made = list_schemas()
    if pytestconfig.getoption("--update-golden"):
        for name, schema in made.items():
            (SCHEMAS / f"{name}.json").write_text(schema, encoding="utf-8")
    assert {file.stem: read(file) for file in SCHEMAS.iterdir()} == made
    # These write no records as JSON; the schema of a model is called "model".
    assert set(list_commands()) - set(made) == {"draft", "mcp", "proof", "schema", "skill"}


def test_every_field_of_the_model_has_an_example_and_every_value_a_meaning() -> None:
    rows = re.findall(r"^\| .*`.* \|$", read(PROJECT / "docs" / "model.md"), re.M)
    assert len(rows) > 200
    assert [row for row in rows if row.endswith("|  |")] == []


@pytest.mark.parametrize("path", READMES, ids=name_of)
def test_a_readme_is_read_in_one_sitting(path: Path) -> None:
    assert len(read(path).splitlines()) <= LONGEST_README


@pytest.mark.parametrize("path", READMES, ids=name_of)
def test_two_commands_set_themselves_up(path: Path) -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", read(path), re.M)
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/briefing summary",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
    ]


def test_both_readmes_name_the_same_commands() -> None:
    english, chinese = (re.findall(r"briefing ([a-z]+)", read(path)) for path in READMES)
    assert set(english) == set(chinese)
    assert set(english) - {"summary", "help"} <= set(list_commands())
    assert set(list_commands()) <= set(english)


def anchors(text: str) -> set[str]:
    """Return the names of a page's headings, as GitHub makes links of them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), re.M)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def links(text: str) -> Iterator[str]:
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.M | re.S)
    return (link for link in re.findall(r"\]\(([^)]*)\)", prose) if "://" not in link)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_link_leads_somewhere(path: Path) -> None:
    for link in links(read(path)):
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(read(target)), link


@pytest.mark.parametrize("path", [page for page in PAGES if ".zh." in page.name], ids=name_of)
def test_chinese_marks_stand_without_blanks(path: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", read(path), flags=re.M | re.S)
    assert re.findall("[，。；：！？、（）《》“”] | [，。；：！？、（）《》“”]", prose) == []


@pytest.mark.parametrize(
    "block", re.findall("```(?:yaml|text)\n(.*?)```", read(PROJECT / "docs/modelling.md"), re.S)
)
def test_what_the_modelling_page_shows_stands_in_its_example(block: str) -> None:
    assert any(block in read(file) for file in EXAMPLE.rglob("*.*"))


def test_the_architecture_page_has_the_directions_of_imports() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| .* \| (.*) \|$", read(PROJECT / "docs/architecture.md"), re.M
    )
    written = {package: set(re.findall("`(\\w+)`", imported)) for package, imported in rows}
    everything = set(written) - {"cli"}
    assert written.pop("cli") == set()  # the page says "all of the above"
    assert MAY_IMPORT["cli"] - {""} == everything
    assert written == {name: MAY_IMPORT[name] for name in written}
    assert set(MAY_IMPORT) - set(written) == {"cli", "__main__", ""}
