"""The pieces that views share."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from briefing.document import Block, Cell, Document, Lang, Line, Phrase, Prose
from briefing.model.article import Article
from briefing.model.choices import Stage
from briefing.model.parts import Evidence, Measure, Part, Post, Role, Statement
from briefing.model.records import LAST_FIELDS, Figure, Person, Place, Project, Record
from briefing.shelf.library import Hit
from briefing.words.catalogue import fill, label, say, stage
from briefing.words.values import attribution, change, join, period, rights, source_line


def data(hit: Hit[Record], *, section: bool = False) -> dict[str, Any]:
    """Return a record as plain data for programs: its article first, its evidence last.

    With ``section`` it says in which section it stands.
    """
    named = {"section": hit.section.name} if section else {}
    return {"article": hit.article.source.id, **named, **plain(hit.record)}


def plain(part: Part) -> dict[str, Any]:
    """Return the fields of a part as JSON has them, every one present, evidence last."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(part))
    for last in LAST_FIELDS:
        if last in fields:
            fields[last] = fields.pop(last)
    return fields


def paragraphs(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the evidence names, once each, in order."""
    return tuple(sorted({proof.paragraph for proof in evidence}))


def implied(basis: str, lang: Lang) -> Phrase | None:
    """Return the remark on what the article only implies, or nothing on what it states."""
    return label("implied", lang) if basis == "implied" else None


def statement(article: Article, said: Statement, lang: Lang, beside: Any = None) -> Line:
    """Return a statement with its paragraphs, and a remark on how far it holds and who says it.

    What is the same as in ``beside``, the record that the statement is shown under, is not
    repeated.
    """
    remark = standing(article, said, lang, beside)
    return Line(say(said.text, lang), paragraphs(said.evidence), remark)


def reach(claim: Any, lang: Lang) -> Phrase | None:
    """Return the remark on how far a claim holds: implied or not, and its stage.

    What has happened, or has no stage, needs no remark on its stage.
    """
    remarks = [implied(getattr(claim, "basis", "stated"), lang)]
    reached: Stage = getattr(claim, "stage", None) or "unstated"
    remarks.append(None if reached in ("done", "unstated") else stage(reached, lang))
    found = [remark for remark in remarks if remark]
    return join(found, "；", "; ") if found else None


def standing(article: Article, claim: Any, lang: Lang, beside: Any = None) -> Phrase | None:
    """Return the remark on a claim: implied or not, its stage, its dates, whose word it is.

    What has happened, or has no stage, needs no remark on its stage; a project has its status.
    """
    remarks = list(_remarks(article, claim, lang, beside))
    return join(remarks, "；", "; ") if remarks else None


def _remarks(article: Article, claim: Any, lang: Lang, beside: Any) -> Iterator[Phrase]:
    if implied_remark := implied(getattr(claim, "basis", "stated"), lang):
        yield implied_remark
    reached: Stage = getattr(claim, "stage", None) or "unstated"
    told = ("done", "unstated", getattr(beside, "stage", None))
    if reached not in told and not isinstance(claim, Project):
        yield stage(reached, lang)
    if isinstance(claim, Figure) and claim.change:
        yield change(claim.change, lang)
    due = getattr(claim, "due", None)
    when = getattr(claim, "period", None) or (isinstance(claim, Project) and claim.date)
    if when and when != due:
        yield period(when, lang)
    if due and due != getattr(beside, "due", None):
        yield fill("remark.due", lang, when=period(due, lang))
    if isinstance(claim, Measure) and claim.actors:
        yield fill("remark.actors", lang, who=_in_a_sentence(article, claim.actors, lang))
    said_by = getattr(claim, "said_by", None) or ()
    if isinstance(claim, Role) and claim.given_by and claim.given_by[0] not in said_by:
        given = fill("remark.given", lang, who=_in_a_sentence(article, claim.given_by, lang))
        yield given.remarked(inferred(claim, "given_by", lang))
    if said_by and said_by != getattr(beside, "said_by", None):
        key = "remark.seems-said" if "said_by" in claim.inferred else "remark.said"
        yield fill(key, lang, who=speakers(article, said_by, lang))


def inferred(part: Any, field: str, lang: Lang) -> Phrase | None:
    """Return the remark on a field that is our conclusion, or nothing on one that is stated."""
    return label("implied", lang) if field in getattr(part, "inferred", ()) else None


def speakers(article: Article, ids: Sequence[str], lang: Lang) -> Phrase:
    """Return who says a thing: the nearest speaker, and behind it whom that one quotes."""
    nearest, *quoted = ids
    first = _in_a_sentence(article, [nearest], lang)
    if not quoted:
        return first
    return fill("remark.quoting", lang, who=first, whom=_in_a_sentence(article, quoted, lang))


def _in_a_sentence(article: Article, ids: Iterable[str], lang: Lang) -> Phrase:
    """Return what the records of some ids are called in a sentence, where English needs *the*."""
    called = []
    for name in ids:
        one = names(article, [name], lang)
        record = article.by_id[name]
        bare = isinstance(record, Person | Place) or getattr(record, "kind", None) == "firm"
        called.append(one if bare or not one.en else one._replace(en=f"the {one.en}"))
    return join(called, "、", ", ")


def names(article: Article, ids: Iterable[str], lang: Lang) -> Phrase:
    """Return what the records of some ids are called, in their short forms, one after another."""
    records = [article.by_id[name] for name in ids]
    texts = [getattr(record, "short", None) or record.title for record in records]
    return join([say(text, lang) for text in texts], "、", ", ")


def post_title(article: Article, post: Post, lang: Lang) -> Phrase:
    """Return what a post is called, with the organisation where the title does not name it."""
    title = say(post.title, lang)
    if post.organisation is None:
        return title
    where = article.by_id[post.organisation].title
    return title if where.zh in post.title.zh else title.remarked(say(where, lang))


def places_cell(hit: Hit[Record], lang: Lang) -> Cell:
    """Return the names of a record's places, in their short forms if they have one."""
    ids = getattr(hit.record, "places", ())
    if not ids:
        return ""
    return names(hit.article, ids, lang).remarked(inferred(hit.record, "places", lang))


def article_heading(article: Article, lang: Lang) -> Prose:
    """Return an article's title and source line, to stand over its part of a document."""
    return Prose(source_line(article.source, lang), title=say(article.source.title, lang))


def document(
    articles: Sequence[Article],
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]] | dict[str, Any],
    lang: Lang,
    title: Phrase | None = None,
    subtitle: Phrase | None = None,
) -> Document:
    """Return a document that says whose reporting it is; blocks that are ``None`` are left out."""
    sources = [article.source for article in articles]
    lines = [source_line(source, lang) for source in sources]
    return Document(
        blocks=tuple(block for block in blocks if block is not None),
        records=records,
        attribution=attribution(sources),
        source=Phrase(
            "；".join(line.zh for line in lines if line.zh) or None,
            "; ".join(line.en for line in lines if line.en) or None,
        ),
        lang=lang,
        rights=rights(sources),
        title=title,
        subtitle=subtitle,
    )


def one_or_all(records: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, Any]:
    """Return a lone record as one object for programs, several as a list."""
    return records[0] if len(records) == 1 else records
