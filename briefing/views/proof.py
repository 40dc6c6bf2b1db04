"""What the claims of a model say, for a page that sets them beside the text of the article.

The page itself is made by an output, which may not look here: it is given these words.
"""

from typing import Any

from briefing.document import Document, Lang, Line, Phrase
from briefing.model.article import Article
from briefing.model.parts import Post, Waiver
from briefing.model.records import Person, Project, Record, Summary
from briefing.views.answers import say_claim
from briefing.views.claims import join_remarks, remark_standing
from briefing.views.common import make_document
from briefing.words.catalogue import label, say
from briefing.words.posts import say_post
from briefing.words.values import source_line

Path = tuple[str | int, ...]
"""Where a part of a model stands: the keys and indexes that lead to it."""


def make_head(article: Article, lang: Lang) -> Document:
    """Return an empty document with the title, source, attribution and rights of an article."""
    title, source = say(article.source.title, lang), source_line(article.source, lang)
    return make_document([article], (), [], lang, title, source)


def say_claims(article: Article, lang: Lang) -> dict[Path, Line]:
    """Return what each claim says, by its path: records, their parts, the gist and waivers.

    Its remark is how far it holds, who acts and whose word it is.
    """
    said: dict[Path, Line] = {}
    at: Path = ()
    record: Record | None = None
    for path, part in article.all_parts:
        if isinstance(part, Record):
            at, record = path, part
        if isinstance(part, Waiver):
            said[path] = Line(say(part.reason, lang).labelled(Phrase(part.text)))
        elif getattr(part, "evidence", ()):
            beside = record if path[: len(at)] == at and path != at else None
            said[path] = _say(article, part, beside, lang)
    return said


def _say(article: Article, part: Any, record: Record | None, lang: Lang) -> Line:
    """Return a claim with what is remarked of it beside the record that it is a part of."""
    if isinstance(part, Summary):
        return Line(say(part.gist, lang))
    if isinstance(part, Post):
        return Line(say_post(article, part, lang))
    remarks: list[Phrase | None] = []
    if isinstance(part, Project):
        remarks.append(label(part.status, lang))
    if not isinstance(part, Person):
        remarks.append(remark_standing(article, part, lang, record))
    return Line(say_claim(part, lang), remark=join_remarks(remarks))
