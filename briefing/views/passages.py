"""The words of an article that claims rest on, each with all that rests on it."""

from collections.abc import Collection

from briefing.document import (
    Cell,
    Column,
    Document,
    Lang,
    Passage,
    Passages,
    Phrase,
    Resting,
    Table,
    find_evidence,
)
from briefing.model.article import Article
from briefing.model.parts import Evidence, parts
from briefing.model.records import Record, Takeaway
from briefing.shelf.library import Library
from briefing.views.claims import name_speakers
from briefing.words.catalogue import fill, heading, say


def find_passages(article: Article) -> dict[int, list[Passage]]:
    """Return the words that records rest on, by paragraph, each with all that rests on it.

    Those that have a rendering come first, in the order of the text.
    """
    found: dict[tuple[int, str], dict[Resting, None]] = {
        (proof.paragraph, proof.anchor): {Resting("", None): None}
        for proof in article.summary.evidence
    }
    for _, record in article.records():
        for _, part in parts(record):
            for proof in getattr(part, "evidence", ()):
                resting = Resting(record.id, _said(article, part, record))
                found.setdefault((proof.paragraph, proof.anchor), {})[resting] = None
    passages: dict[int, list[Passage]] = {}
    # Renderings stand in the order of the text, which the model does not know otherwise.
    known = {key: at for at, key in enumerate(article.renderings_of)}
    for (number, anchor), rests in sorted(
        found.items(), key=lambda one: (one[0][0], known.get(one[0], len(known)))
    ):
        literal = article.renderings_of.get((number, anchor))
        passages.setdefault(number, []).append(Passage(number, anchor, literal, tuple(rests)))
    return passages


def _said(article: Article, part: object, record: Record) -> Phrase | None:
    """Return whose word a claim is: empty for the article's own, nothing where it is no claim.

    Nor is it said of what stands with its speaker.
    """
    said_by = getattr(part, "said_by", None)
    if said_by and record.id in said_by:
        return None
    if not said_by:
        return Phrase() if hasattr(part, "said_by") else None
    key = "remark.seems-said" if "said_by" in getattr(part, "inferred", ()) else "remark.said"
    return fill(key, "both", who=name_speakers(article, said_by, "both"))


_COLUMNS = ("paragraph", "words", "literal", "resting")


def list_passages(
    article: Article, lang: Lang, cited: Collection[tuple[int, str]] | None = None
) -> Passages:
    """Return the words that claims rest on, a row each, with what they say in English.

    ``cited`` are the paragraphs and anchors to list; without it all are.
    """
    found = [
        passage._replace(resting=tuple(Resting(id_, None) for id_ in _list_ids(passage)))
        for number, passages in sorted(find_passages(article).items())
        for passage in passages
        if cited is None or (number, passage.anchor) in cited
    ]
    names = [name for name in _COLUMNS if lang != "zh" or name != "literal"]
    columns = (
        Column(
            heading("paragraph" if name == "paragraph" else f"passages.{name}", lang),
            "paragraph" if name == "paragraph" else "text",
        )
        for name in names
    )
    cells = ((_cell(article, one, name, lang) for name in names) for one in found)
    rows = tuple(map(tuple, cells))
    table = Table(tuple(columns), rows, heading("passages", lang))
    return Passages(table, article.source.id, tuple(found))


def add_passages(document: Document, library: Library, lang: Lang) -> Document:
    """Return the document with the words that its claims rest on behind what it tells.

    One that lists them already stays as it is.
    """
    if any(isinstance(block, Passages) for block in document.blocks):
        return document
    cited = set(map(id, find_evidence(document.blocks)))
    added = []
    for article in library.articles:
        own = {
            (part.paragraph, part.anchor)
            for _, part in article.all_parts
            if isinstance(part, Evidence) and id(part) in cited
        }
        if own:
            added.append(list_passages(article, lang, own))
    return document._replace(blocks=(*document.blocks, *added))


def _cell(article: Article, passage: Passage, name: str, lang: Lang) -> Cell:
    match name:
        case "paragraph":
            return f"¶{passage.paragraph}"
        case "words":
            return Phrase(zh=passage.anchor)
        case "literal":
            return Phrase(en=passage.literal)
        case _:
            return tuple(_name(article, id_, lang) for id_ in _list_ids(passage))


def _list_ids(passage: Passage) -> list[str]:
    """Return the ids of the records that rest on a passage, once each."""
    return list(dict.fromkeys(one.id for one in passage.resting))


def _name(article: Article, id_: str, lang: Lang) -> Phrase:
    """Return what a record that rests on a passage is called; a takeaway has its number."""
    record = article.by_id.get(id_)
    if record is None:
        return heading("summary", lang)
    if isinstance(record, Takeaway):
        number = article.of(Takeaway).index(record) + 1
        return heading("takeaway", lang).followed(Phrase(str(number), str(number)), " ")
    return say(getattr(record, "short", None) or record.title, lang)
