"""The package of data: tables that join by their keys, and a descriptor that is true of them."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing.model.article import Article
from briefing.model.parts import Evidence, Ignored, parts
from briefing.model.sections import REFERENCES, SECTIONS
from briefing.shelf.library import Library, load
from support import EXAMPLE, SECOND, briefing, example

COMMANDS = (
    *("summary", "zone zhongwu dongjia", "city", "people", "commitments", "timeline", "unsaid"),
    *("articles", "paragraph 5", "search 项目", "show dongjia", "cite", "figures zzzz"),
    "search qqqzzz",
)
"""Commands with tables of their own, or without rows."""
MODELS = {"shipped": ["@shipped"], "example": [EXAMPLE], "both": [EXAMPLE, SECOND]}


class Package(NamedTuple):
    """A package that is unpacked in a folder, and the articles that it is of."""

    folder: Path
    articles: tuple[Article, ...]
    descriptor: dict[str, Any]

    def rows(self, table: str) -> list[dict[str, str]]:
        text = (self.folder / f"{table}.csv").read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="session", params=MODELS)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The export of a model, or of two."""
    models = MODELS[request.param]
    folder = tmp_path_factory.mktemp("package")
    library = load([]) if request.param == "shipped" else load(models)
    return unpack(folder, library, "export", *(f"-a{model}" for model in models))


def unpack(folder: Path, library: Library | None, *args: str) -> Package:
    run = briefing(*args, "-o", str(folder / "made.zip"), "--lang", "en")
    assert run.status == 0, run.err
    with zipfile.ZipFile(folder / "made.zip") as made:
        made.extractall(folder)
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    return Package(folder, library.articles if library else (), descriptor)


def find_mistakes(folder: Path) -> list[Any]:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [*report.errors, *report.flatten(["title", "rowNumber", "note"])]


def all_evidence(article: Article) -> list[Evidence]:
    return [part for _, part in parts(article) if isinstance(part, Evidence)]


def all_references(article: Article) -> list[str]:
    """The ids that records, their parts and the summary name."""
    found: list[str] = []
    for _, part in parts(article):
        for name in part.__struct_fields__:
            if name in REFERENCES and not isinstance(part, Ignored):
                value = getattr(part, name) or ()
                ids = [value] if isinstance(value, str) else value
                found += [one for one in ids if isinstance(one, str)]
    return found


def test_a_package_is_valid(package: Package) -> None:
    assert find_mistakes(package.folder) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_makes_a_valid_package(command: str, tmp_path: Path) -> None:
    made = unpack(tmp_path, None, *command.split(), "-a", EXAMPLE)
    assert find_mistakes(made.folder) == []
    names = [table["name"] for table in made.descriptor["resources"]]
    assert {"articles", "records", "relations", "evidence"} <= set(names)
    assert len(list(tmp_path.iterdir())) == len(names) + 2  # the zip and the descriptor


def test_quantities_are_a_table_of_no_article(tmp_path: Path) -> None:
    text = Path(EXAMPLE).with_name("example.txt")
    made = unpack(tmp_path, None, "quantities", str(text))
    assert find_mistakes(made.folder) == []
    assert [table["name"] for table in made.descriptor["resources"]] == ["quantities"]
    assert len(made.rows("quantities")) == len(
        json.loads(briefing("quantities", str(text), "-O", "json").out)
    )


@pytest.mark.parametrize(
    ("command", "table", "old", "new"),
    [
        ("figures", "figures", ",CNY,", ",CNY,,"),
        ("figures", "figures", ",money,", ",sum,"),
        ("figures", "relations", ",dongjia\n", ",nowhere\n"),
        ("figures", "evidence", ",5,", ",five,"),
        ("places", "roles", ",dongjia,", ",nowhere,"),
    ],
)
def test_a_fault_in_a_table_is_noticed(
    command: str, table: str, old: str, new: str, tmp_path: Path
) -> None:
    unpack(tmp_path, None, command, "-a", EXAMPLE)
    file = tmp_path / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert find_mistakes(tmp_path) != []


def test_the_tables_hold_what_the_models_hold(package: Package) -> None:
    for name, section in SECTIONS.items():
        held = sum(len(article.section(section)) for article in package.articles)
        assert len(package.rows(name)) == held, name
    evidence = sum(len(all_evidence(article)) for article in package.articles)
    assert len(package.rows("evidence")) == evidence
    named = [(one.source.id, id_) for one in package.articles for id_ in all_references(one)]
    relations = [(one["article"], one["target"]) for one in package.rows("relations")]
    assert sorted(relations) == sorted(named)
    for name in ("roles", "links", "measures", "posts", "positions"):
        held = sum(
            len(getattr(record, name, ()))
            for article in package.articles
            for _, record in article.records()
        )
        assert len(package.rows(name)) == held, name


def test_every_text_of_a_model_stands_in_its_package(package: Package) -> None:
    cells = {
        cell
        for table in package.descriptor["resources"]
        for row in package.rows(table["name"])
        for cell in row.values()
    }
    whole = "\n".join(cells)
    for article in package.articles:
        for _, part in parts(article):
            if type(part).__name__ == "Bilingual":
                zh, en = part.zh, part.en  # type: ignore[attr-defined]  # it is bilingual
                assert zh in whole
                assert not en or en in whole


def test_evidence_joins_records_in_duckdb(package: Package) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    base = duckdb.connect()
    for name in ("figures", "relations", "evidence", "records", "places", "roles"):
        base.sql(f"create view {name} as from read_csv('{package.folder / name}.csv', header=true)")
    joined = base.sql(
        "select count(*) from figures f join evidence e on e.article = f.article"
        " and e.record = f.id and e.section = 'figures' and e.part is null"
    ).fetchall()
    figures = [one for article in package.articles for one in article.section(SECTIONS["figures"])]
    assert joined == [(sum(len(one.evidence) for one in figures),)]
    placed = base.sql(
        "select count(*) from figures f join relations r on r.article = f.article"
        " and r.record = f.id and r.field = 'places'"
        " join places p on p.article = r.article and p.id = r.target"
    ).fetchall()
    assert placed == [(sum(len(one.places) for one in figures),)]
    proved = base.sql(
        "select count(*) from roles o join evidence e on e.article = o.article"
        " and e.record = o.record and e.part = 'roles' and e.position = o.position"
    ).fetchall()
    places = [one for article in package.articles for one in article.section(SECTIONS["places"])]
    assert proved == [(sum(len(role.evidence) for one in places for role in one.roles),)]


def test_evidence_joins_records_in_pandas(package: Package) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    read = {
        name: pandas.read_csv(package.folder / f"{name}.csv")
        for name in ("figures", "evidence", "relations", "places")
    }
    own = read["evidence"][
        (read["evidence"]["section"] == "figures") & read["evidence"]["part"].isna()
    ]
    merged = read["figures"].merge(own, left_on=["article", "id"], right_on=["article", "record"])
    figures = [one for article in package.articles for one in article.section(SECTIONS["figures"])]
    assert len(merged) == sum(len(one.evidence) for one in figures)
    assert read["figures"]["value"].sum() == pytest.approx(sum(one.value for one in figures))
    placed = read["relations"].query("field == 'places' and section == 'figures'")
    found = placed.merge(read["places"], left_on=["article", "target"], right_on=["article", "id"])
    assert len(found) == sum(len(one.places) for one in figures)


def test_the_descriptor_says_whose_reporting_it_is(package: Package) -> None:
    described = package.descriptor
    assert len(described["sources"]) == len(package.articles)
    assert {"zh", "en"} == set(described["attribution"])
    for article in package.articles:
        for reporter in article.source.reporters:
            assert reporter.zh in described["attribution"]["zh"]
        if article.source.rights:
            assert article.source.rights.zh in described["rights"]["zh"]
    for table in described["resources"]:
        assert table["description"]
        for field in table["schema"]["fields"]:
            assert field["description"]
            assert field["name"] != "attribution"


def test_the_bytes_are_the_same_again_and_no_text_is_changed(tmp_path: Path) -> None:
    first = example("export", "-O", "zip").content
    assert first == example("export", "-O", "zip", "--lang", "zh").content
    with zipfile.ZipFile(io.BytesIO(first)) as made:
        every = [made.read(name) for name in made.namelist()]
    assert not [one for one in every if one.startswith(b"\xef\xbb\xbf") or b"\r" in one]
    model = Path(EXAMPLE).read_text(encoding="utf-8")
    file = tmp_path / "formula.yaml"
    file.write_text(model.replace("zh: 茶园", "zh: =茶园"), encoding="utf-8")
    unpacked = unpack(tmp_path, None, "figures", "-a", str(file))
    assert "=茶园" in [row["label_zh"] for row in unpacked.rows("figures")]


def test_anchors_have_offsets_where_the_text_is_at_hand(tmp_path: Path) -> None:
    made = unpack(tmp_path, None, "figures", "-a", EXAMPLE)  # which names its text
    text = Path(EXAMPLE).with_name("example.txt").read_text(encoding="utf-8")
    rows = made.rows("evidence")
    assert rows
    for row in rows:
        start = int(row["paragraph_start"]) + int(row["start"])
        assert text[start:].startswith(row["anchor"])


def test_the_text_may_be_another_copy_of_which_what_differs_is_told(tmp_path: Path) -> None:
    text = Path(EXAMPLE).with_name("example.txt").read_text(encoding="utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_bytes(("\ufeff\n" + text.replace("12.5%", "12.6%")).replace("\n", "\r\n").encode())
    file = str(tmp_path / "made.zip")
    run = example("export", "--source", str(copy), "-o", file, "--lang", "en")
    assert run.status == 0
    assert "differs from the text" in run.err
    assert "not in their paragraphs: 1 of 30" in run.err
    with zipfile.ZipFile(file) as made:
        content = made.read("evidence.csv").decode()
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    read = copy.read_bytes().decode("utf-8-sig")
    for row in rows:
        if row["anchor"] == "12.5%":
            assert row["start"] == row["paragraph_start"] == ""
        else:
            at = int(row["paragraph_start"]) + int(row["start"])
            assert read[at:].startswith(row["anchor"])


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("export", "--source", "text.txt", "-O", "json"), "only a zip"),
        (("export", "--source", "text.txt", "-O", "zip", "-a", SECOND), "2 here"),
        (("figures", "--fields", "id", "-O", "zip"), "none can be picked"),
    ],
)
def test_what_does_not_go_together_is_refused(args: tuple[str, ...], words: str) -> None:
    run = example(*args, "--lang", "en")
    assert (run.status, run.out) == (2, "")
    assert words in run.err


def test_a_source_is_not_overwritten(tmp_path: Path) -> None:
    text = tmp_path / "text.zip"
    text.write_text("文", encoding="utf-8")
    run = example("export", "--source", str(text), "-o", str(text))
    assert run.status == 2
    assert text.read_text(encoding="utf-8") == "文"
