"""The sheet of the evidence: which words of which paragraph each record and part rests on."""

from collections.abc import Iterable, Iterator

from briefing.document import ArticleLinks
from briefing.output.fragments import link_to_words
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Groups, Row
from briefing.output.xlsx.tables import Column, Table
from briefing.output.xlsx.values import Datum, Target

SECTION = "evidence"


def list_proofs(groups: Groups) -> list[Row]:
    """Return a row for each piece of evidence of each row, in the order of the paragraphs.

    The owner of each is the record or the part that rests on it.
    """
    proofs = [
        Row(row.article, SECTION, proof, row)
        for rows in groups.values()
        for row in rows
        for proof in row.fields.get("evidence") or ()
    ]
    articles = list(dict.fromkeys(row.article for row in proofs))
    return sorted(proofs, key=lambda row: (articles.index(row.article), row.fields["paragraph"]))


def first_proofs(proofs: Iterable[Row]) -> dict[Row, Row]:
    """Return the row of the first evidence of each row that has some."""
    found: dict[Row, Row] = {}
    for proof in proofs:
        if proof.owner:
            found.setdefault(proof.owner, proof)
    return found


def tabulate_proofs(proofs: list[Row], reader: Reader, named: Iterable[Datum]) -> Table:
    """Return the table of the evidence. ``named`` has what each of its owners is called."""
    return Table(
        reader.heading(SECTION), list(_list_columns(proofs, reader, list(named))), proofs, SECTION
    )


def _list_columns(proofs: list[Row], reader: Reader, named: list[Datum]) -> Iterator[Column]:
    numbers = [Datum(row.fields["paragraph"]) for row in proofs]
    yield Column("paragraph", reader.heading("paragraph"), numbers)
    words = [Datum(row.fields["anchor"], _lead_to_page(row, reader)) for row in proofs]
    yield Column("anchor", reader.heading("passages"), words, 44)
    if reader.lang != "zh":
        literal = {name: _index_literals(one) for name, one in reader.articles.items()}
        found = [
            literal.get(row.article, {}).get((row.fields["paragraph"], row.fields["anchor"]))
            for row in proofs
        ]
        if any(found):
            yield Column(
                "literal",
                reader.heading("passages.literal"),
                [Datum(one or "") for one in found],
                60,
            )
    yield Column("owner", reader.heading("record"), named, 44)
    # A name that fills several lines is no link, so the sheet is one, too.
    sheets = [
        Datum(reader.tab(row.owner.section), Target(row.owner)) if row.owner else Datum("")
        for row in proofs
    ]
    yield Column("section", reader.heading("sheet"), sheets)
    if len(reader.articles) > 1:
        yield Column(
            "article",
            reader.heading("article"),
            [Datum(reader.article(row.article)) for row in proofs],
        )
    yield Column("id", reader.heading("id"), [Datum(row.id) for row in proofs], 30)


def _lead_to_page(row: Row, reader: Reader) -> Target | None:
    """Return where the words stand on the page of their article, if its address is known."""
    home = reader.articles.get(row.article)
    address = link_to_words(home.address, row.fields["anchor"]) if home else None
    return Target(address) if address else None


def _index_literals(article: ArticleLinks) -> dict[tuple[int, str], str]:
    """Return what anchors say in English, by their paragraphs and themselves."""
    return {
        (passage.paragraph, passage.anchor): passage.literal
        for passages in article.passages.values()
        for passage in passages
        if passage.literal
    }
