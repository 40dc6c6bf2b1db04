"""Citations of thirty invented sources, held against what others make of the same sources.

``sources.json`` has each source as our model has it, and as a bibliographer enters it for a
citation processor; ``english`` has the names of a Chinese source as one cites them in English.
``expected.json`` is what citeproc-js makes of these, and says with which styles.

To record it anew, give ``oracle.mjs`` a folder with the processor, the styles and the locales, as
it says itself. With the path of this folder in the variable ``BRIEFING_CITEPROC``, a test runs the
processor again and compares the record.
"""

import datetime
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from pybtex.database import parse_string  # type: ignore[import-untyped]  # it has no types

from briefing.citation.cited import Cited
from briefing.citation.names import HAN
from briefing.citation.styles import STYLES
from briefing.model.parts import Author
from briefing.model.records import Source

HERE = Path(__file__).parent
ENTRIES: list[dict[str, Any]] = json.loads((HERE / "sources.json").read_text(encoding="utf-8"))
RECORD: dict[str, Any] = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
SOURCES = [msgspec.convert(entry["source"], Source) for entry in ENTRIES]
ITEMS = {entry["csl"]["id"]: entry["csl"] for entry in ENTRIES}
ACCESSED = datetime.date(2026, 1, 15)
LOCATED = ((3,), (18, 19, 20, 21, 22, 23, 26))
"""The paragraphs of the two citations in the text that the record has of each source."""

NOTES = {
    "two-compound-quote": ("汾川在线转载", "(Republished by Fenchuan Online)"),
    "twentyone-zh": ("岚山网转载", "(Republished by Lanshan Net)"),
    "xinhua-midnight": ("原载新华社", "(Reprinted from Xinhua News Agency)"),
    "uyghur-interpunct": ("时岭新闻转载", "(Republished by Shiling News)"),
    "foreigner-particles": ("原载海湾商报", "(Reprinted from Bay Commercial Daily)"),
    "apostrophe-oneword": (
        "Originally published by Northlake Ledger",
        "(Reprinted from Northlake Ledger)",
    ),
    "apparent-compound-year": ("岚山网转载", "(Republished by Lanshan Net)"),
}
"""The notes that we add for who republished an article, or where it is from."""

OURS = {
    # That "Quirogal" is a family name, only who knows the bearer can tell; a comma says it.
    ("gbt7714", "spanish-double"): ("Quirogal Santibar M E", "Santibar M E Q"),
    ("gbt7714-2015", "spanish-double"): ("QUIROGAL SANTIBAR M E", "SANTIBAR M E Q"),
    ("apa", "spanish-double"): ("Quirogal Santibar, M. E.", "Santibar, M. E. Q."),
    # Without hyphens between initials, the processor leaves a part of the name behind.
    ("gbt7714-2015", "twentyfive-en"): ("TAN B hwee", "TAN B"),
    ("gbt7714-2015", "hongkong-en"): ("MAK T W tsun, FUNG L kwun", "MAK T W, FUNG L"),
    # The Publication Manual (section 9.8) has three points with blanks between them.
    ("apa", "twentyone-zh"): ("… ", ". . . "),
    ("apa", "twentyfive-en"): ("… ", ". . . "),
    # The style asks for a comma always; the processor has none beside a name of one field.
    ("apa", "uyghur-interpunct"): (" & ", ", & "),
    ("apa", "kazakh"): (" & ", ", & "),
    ("apa", "apostrophe-oneword"): (" & ", ", & "),
}
"""What stands otherwise with us, with the reason above it: what the processor has, and we have."""

TITLES = {
    # A reader of English knows the article by its title in English alone.
    "none-question": "“The Chargers Are In; Who Looks After Them?,”",
    "editor-only": "Notice of Suspension: Heat Exchange Stations of the Old Town under Repair,",
    # Which words begin names is not known, so the capitals stay as they are.
    "symbols-en": "“Explainer: is a ‘100% green’ {tax_credit} worth $40bn & the wait?,”",
}
"""How a source without an author is cited in the text, where it differs."""

PLAIN_NAMES = {
    "森彩绪": "Neither the characters nor Aeo Mori tell where the family name ends.",
    "María Elena Quirogal Santibar": "Nothing tells that two words are the family name.",
}
"""The names that we do not split as the bibliographer does, and why."""


def cite(style: str, source: Source, *paragraphs: int) -> str:
    return STYLES[style].write([Cited(source, paragraphs, ACCESSED)])


def straighten(text: str) -> str:
    """Return a text with straight apostrophes: we leave those of the model as they are."""
    return text.replace("’", "'")


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.id)
@pytest.mark.parametrize("style", RECORD["written"])
def test_a_reference_is_that_of_the_processor(style: str, source: Source) -> None:
    expected: str = RECORD["written"][style][source.id]["reference"]
    theirs, ours = OURS.get((style, source.id), ("", ""))
    assert theirs in expected
    expected = expected.replace(theirs, ours, 1)
    if note := NOTES.get(source.id):
        expected += f" {note[1]}" if style == "apa" else f" {note[0]}."
    assert straighten(cite(style, source)) == straighten(expected)


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.id)
def test_a_citation_in_the_text_is_that_of_the_processor(source: Source) -> None:
    expected: list[str] = RECORD["written"]["apa"][source.id]["located"]
    if title := TITLES.get(source.id):
        expected = [re.sub(r"^\(.*(?= \d{4}, para)", f"({title}", one) for one in expected]
    if source.id == "spanish-double":
        expected = [one.replace("Quirogal ", "") for one in expected]
    shown = [cite("apa", source, *numbers).splitlines()[-1] for numbers in LOCATED]
    assert list(map(straighten, shown)) == list(map(straighten, expected))


def test_a_comma_tells_of_a_family_name_of_two_words() -> None:
    entry = next(one for one in SOURCES if one.id == "spanish-double")
    second = entry.reporters[1]
    told = Author(zh="Quirogal Santibar, María Elena")
    source = msgspec.structs.replace(entry, reporters=(told, second))
    for style, written in RECORD["written"].items():
        assert cite(style, source) == written[source.id]["reference"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.id)
def test_a_csl_item_is_that_of_the_bibliographer(source: Source) -> None:
    (item,) = json.loads(cite("csl-json", source))
    expected = dict(ITEMS[source.id])
    expected["language"] = expected["language"].replace("en-US", "en")  # whose English is not told
    assert bool(item.pop("note", None)) == (source.id in NOTES)
    ours, theirs = item.pop("author", []), expected.pop("author", [])
    differing = [
        reporter.zh
        for reporter, our, their in zip(source.reporters, ours, theirs, strict=True)
        if our != their
    ]
    assert set(differing) <= set(PLAIN_NAMES)
    assert item == expected


def test_bibtex_of_all_sources_is_read_with_the_same_names() -> None:
    text = STYLES["bibtex"].write([Cited(one, (), ACCESSED) for one in SOURCES])
    entries = parse_string(text, "bibtex").entries
    assert list(entries) == [one.id for one in SOURCES]
    for source in SOURCES:
        authors = ITEMS[source.id].get("author", [])
        people = entries[source.id].persons.get("author", [])
        for reporter, author, person in zip(source.reporters, authors, people, strict=True):
            if "literal" in author or HAN.search(reporter.zh):
                assert str(person).strip("{}") == reporter.zh
            elif reporter.zh not in PLAIN_NAMES:
                assert " ".join(person.prelast_names) == author.get("non-dropping-particle", "")
                assert " ".join(person.last_names) == author["family"]
                assert " ".join(person.lineage_names) == author.get("suffix", "")
                assert " ".join(person.first_names + person.middle_names) == author["given"]


def test_ris_of_all_sources_is_read_with_the_same_fields() -> None:
    text = STYLES["ris"].write([Cited(one, (18, 19), ACCESSED) for one in SOURCES])
    assert "\n" not in text.replace("\r\n", "")
    entries = rispy.loads(text)
    assert [one["id"] for one in entries] == [one.id for one in SOURCES]
    for entry, source in zip(entries, SOURCES, strict=True):
        item = ITEMS[source.id]
        assert entry["type_of_reference"] == ("NEWS" if source.published else "ELEC")
        assert entry["title"] == item["title"]
        assert entry["secondary_title"] == item["container-title"]
        assert entry["year"] == str(item["issued"]["date-parts"][0][0])
        assert entry["date"].strip("/").split("/") == source.date.split("-")
        assert entry.get("urls", [None]) == [source.address]
        assert entry.get("access_date") == ("2026/01/15/" if source.address else None)
        assert entry["notes"][0].startswith("paras. 18–19")
        for reporter, author, name in zip(
            source.reporters, item.get("author", []), entry.get("authors", []), strict=True
        ):
            parts = [author.get(one) for one in ("given", "suffix")]
            family = f"{author.get('non-dropping-particle', '')} {author.get('family')}".strip()
            whole = author.get("literal") or ", ".join(filter(None, [family, *parts]))
            assert name == (whole if reporter.zh not in PLAIN_NAMES else name)


@pytest.mark.skipif("BRIEFING_CITEPROC" not in os.environ, reason="needs BRIEFING_CITEPROC")
def test_the_processor_still_writes_what_is_recorded() -> None:
    node = shutil.which("node")
    assert node
    run = subprocess.run(
        [node, str(HERE / "oracle.mjs"), os.environ["BRIEFING_CITEPROC"]],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(run.stdout)["written"] == RECORD["written"]
