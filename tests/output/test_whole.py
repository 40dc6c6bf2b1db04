"""What an article says is in its export, in every format and in each language."""

import csv
import io
import re
import shutil
import subprocess
import zipfile

import pytest

from briefing.model.parts import Bilingual
from briefing.model.reading import shipped_model
from briefing.output.formats import FORMATS
from briefing.shelf.library import load
from briefing.words.values import attribution
from saying import read, said
from support import EXAMPLE, SECOND, briefing, covering

PEOPLE = ("text", "md", "html", "docx", "xlsx")
"""The formats for people; all but the page have the reader's language only."""
LANGUAGES = ("zh", "en", "both")
MODELS = {"example": EXAMPLE, "second": SECOND, "shipped": shipped_model()}


def export(form: str, model: str, lang: str) -> bytes:
    run = briefing("export", "-a", MODELS[model], "-O", form, "--lang", lang)
    assert (run.status, run.err) == (0, "")
    return run.content


@pytest.mark.parametrize(
    ("model", "form", "lang"), covering(MODELS, [*PEOPLE, "json", "jsonl", "yaml"], LANGUAGES)
)
def test_every_text_and_anchor_of_a_model_is_in_its_export(
    model: str, form: str, lang: str
) -> None:
    article = load([MODELS[model]]).articles[0]
    content = read(form, export(form, model, lang))
    told = "both" if FORMATS[form].has_fields or form == "html" else lang
    missing = {text for text in said(article, told) if "".join(text.split()) not in content}
    assert missing == set()


@pytest.mark.parametrize("form", ["docx"])
def test_a_file_for_the_office_is_in_the_language_of_its_reader(form: str) -> None:
    article = load([EXAMPLE]).articles[0]
    english = {one.en for _, one in article.all_parts if isinstance(one, Bilingual) and one.en}
    content = read(form, export(form, "example", "zh"))
    assert {
        text for text in english if len(text) > 12 and "".join(text.split()) in content
    } == set()
    content = read(form, export(form, "example", "en"))
    notes = {getattr(record, "note", None) for _, record in article.records()}
    assert [note.zh for note in notes if note and note.en and note.zh in content] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", PEOPLE)
def test_the_attribution_is_in_a_file_once(form: str, lang: str) -> None:
    zh, en = attribution([load([EXAMPLE]).articles[0].source])
    line = "".join(((zh if lang == "zh" else en) or "").split())
    assert read(form, export(form, "example", lang)).count(line) == 1


def test_a_package_has_every_text_and_anchor_of_the_model() -> None:
    article = load([EXAMPLE]).articles[0]
    with zipfile.ZipFile(io.BytesIO(export("zip", "example", "en"))) as package:
        cells = "\n".join(
            cell
            for name in package.namelist()
            if name.endswith(".csv")
            for row in csv.reader(io.StringIO(package.read(name).decode()))
            for cell in row
        )
    assert {text for text in said(article, "both") if text not in cells} == set()


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
@pytest.mark.parametrize("reader", ["gfm", "markdown"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_markdown_says_the_same_to_github_and_to_pandoc(reader: str, lang: str) -> None:
    convert = ["pandoc", "-f", f"{reader}-smart", "-t", "plain", "--wrap=none"]
    done = subprocess.run(
        convert, input=export("md", "example", lang), capture_output=True, check=True
    )
    plain = "".join(re.sub(r"^ *-+( -+)*$", "", done.stdout.decode(), flags=re.M).split())
    wanted = said(load([EXAMPLE]).articles[0], lang)
    assert {text for text in wanted if "".join(text.split()) not in plain} == set()


@pytest.mark.parametrize("form", ["text", "md", "html", "docx"])
def test_the_whole_says_of_a_figure_that_it_is_a_result(form: str) -> None:
    """Lists leave it unsaid, as there is less room; in the whole it is not to be missed."""
    assert "Teagardens" in (content := read(form, export(form, "example", "en")))
    assert "aresult" in content


def test_a_page_tells_a_takeaway_once() -> None:
    content = export("html", "example", "en").decode()
    (takeaway,) = load([EXAMPLE]).articles[0].summary.takeaways
    assert content.count(f"id={takeaway.id}") == 1
    before, also_named = content.partition("Also named on this page")[::2]
    assert takeaway.id not in also_named.partition("Evidence by paragraph</i>")[0]
    assert takeaway.id in before
