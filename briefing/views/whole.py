"""A whole article: every section for people, and the model itself for programs."""

from collections.abc import Iterator
from typing import Any

from briefing.document import Block, Column, Document, Fields, Lang, Line, Phrase, Prose, Table
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Ignored, Waiver
from briefing.model.records import Figure, Source
from briefing.model.sections import SECTIONS, section_of
from briefing.model.writing import write_model
from briefing.shelf.filtering import leave_out_names
from briefing.shelf.library import Library
from briefing.views.claims import remark_inferred
from briefing.views.common import give_one_or_all, make_document, make_heading, make_plain
from briefing.views.entries import tell_section
from briefing.views.passages import list_passages
from briefing.views.summary import draw_head
from briefing.words.catalogue import heading, say
from briefing.words.values import join, source_line

_SOURCE = ("publisher", "section", "republisher", "reporters", "editor", "address", "rights")
"""What is told of the source at the end; its title and dates stand in the head."""


def tell_everything(library: Library, lang: Lang, has_room: bool = False) -> Document:
    """Return everything in the library; for programs one article alone is one object.

    Programs that read records get every field of them, and those that read models the models.

    A format that ``has_room`` shows itself on what words each claim rests.
    """
    alone = len(library.articles) == 1
    blocks: list[Block] = []
    for article in library.articles:
        if not alone:
            blocks.append(make_heading(article, lang))
        blocks += _blocks(article, lang, has_room)
    source = library.articles[0].source
    made = make_document(
        library.articles,
        blocks,
        give_one_or_all([_data(article) for article in library.articles]),
        lang,
        title=say(source.title, lang) if alone else None,
        subtitle=source_line(source, lang) if alone else None,
    )
    return made._replace(models=tuple(map(write_model, library.articles)))


def _blocks(article: Article, lang: Lang, has_room: bool) -> Iterator[Block]:
    gist = article.summary
    yield Prose(say(gist.gist, lang), gist.evidence)
    yield from draw_head(article, lang)
    library = Library([article])
    for section in SECTIONS.values():
        hits = leave_out_names(library.section(section.name)) if section.has_records else []
        if hits:
            yield tell_section(section, hits, lang, heading(section.name, lang), has_room)
    if names := [hit for hit in library.of(Figure) if hit.record.in_name]:
        yield tell_section(section_of(Figure), names, lang, heading("in_names", lang))
    if not has_room:
        yield list_passages(article, lang)
    if waived := article.of(Waiver):
        rows = ((f"¶{one.paragraph}", Phrase(zh=one.text), say(one.reason, lang)) for one in waived)
        yield _table(("paragraph", "text", "reason"), rows, "waived", lang)
    if article.ignore:
        rows = (_ignored(article, one, lang) for one in article.ignore)
        yield _table(("code", "record", "reason"), rows, "ignored", lang)
    yield Fields(heading("publication", lang), tuple(_tell_source(article.source, lang)))


def _table(names: tuple[str, ...], rows: Iterator[Any], title: str, lang: Lang) -> Table:
    columns = (
        Column(heading(name, lang), "paragraph" if name == "paragraph" else "text")
        for name in names
    )
    return Table(tuple(columns), tuple(rows), heading(title, lang))


def _ignored(article: Article, one: Ignored, lang: Lang) -> tuple[str, Phrase, Phrase]:
    record = article.by_id.get(one.record or "")
    return one.code, say(record.title, lang) if record else Phrase(), say(one.reason, lang)


def _tell_source(source: Source, lang: Lang) -> Iterator[tuple[Phrase, tuple[Line, ...]]]:
    for name in _SOURCE:
        value = getattr(source, name)
        texts = value if isinstance(value, tuple) else (value,) if value else ()
        said = [say(one, lang) if isinstance(one, Bilingual) else Phrase(one) for one in texts]
        if said:
            line = Line(join(said, "、", ", "), remark=remark_inferred(source, name, lang))
            yield heading(f"source.{name}", lang), (line,)


def _data(article: Article) -> dict[str, Any]:
    """Return the model as one object with every field of its records."""
    fields = make_plain(article)
    for section in SECTIONS.values():
        if not section.path:
            fields[section.name] = [make_plain(entry) for entry in article.section(section)]
    return fields
