"""What is remarked of a claim: whether it is implied, how far it is, when, and whose word it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from briefing.document import Lang, Line, Phrase
from briefing.model.article import Article
from briefing.model.choices import Stage
from briefing.model.parts import Role, Statement
from briefing.model.records import Event, Figure, Person, Place, Project, Strategy
from briefing.words.catalogue import fill, label, say, stage
from briefing.words.values import change, join, period, quantity, say_implied

_UNREMARKABLE = {"done", "unstated"}
LASTING = ("under_construction", "operating", "stalled")
"""The statuses of a project that last, from its date on."""


def remark_implied(basis: str, lang: Lang) -> Phrase | None:
    """Return the remark on what the article only implies, or nothing on what it states."""
    return label("implied", lang) if basis == "implied" else None


def tell_statement(article: Article, said: Statement, lang: Lang, beside: Any = None) -> Line:
    """Return a statement with its paragraphs, and a remark on how far it holds and who says it.

    A deadline and a speaker that are the same as those of ``beside``, the record that the statement
    is shown under, are not repeated.
    """
    remark = remark_standing(article, said, lang, beside)
    return Line(say(said.text, lang), said.evidence, remark)


def remark_reach(claim: Any, lang: Lang) -> Phrase | None:
    """Return the remark on how far a claim holds: implied or not, and its stage."""
    return join_remarks(_reach(claim, lang, None))


def remark_standing(
    article: Article, claim: Any, lang: Lang, beside: Any = None, here: str | None = None
) -> Phrase | None:
    """Return the remark on a claim: how far it holds, its dates, who acts, whose word it is.

    That a place acts itself is not said where the claim stands with the place, which is ``here``.
    """
    remarks = _circumstances(article, claim, lang, beside, here)
    return join_remarks((*_reach(claim, lang, beside), *remarks))


def remark_circumstances(
    article: Article, claim: Any, lang: Lang, beside: Any = None, here: str | None = None
) -> Phrase | None:
    """Return the remark on a claim that stands under its stage: all but the stage."""
    implied = remark_implied(getattr(claim, "basis", "stated"), lang)
    inferred = remark_inferred(claim, "place", lang)
    if (concluded := remark_inferred(claim, "stage", lang)) and claim.stage:
        inferred = join_remarks((inferred, stage(claim.stage, lang).remarked(concluded)))
    return join_remarks((implied, inferred, *_circumstances(article, claim, lang, beside, here)))


def join_remarks(remarks: Iterable[Phrase | None]) -> Phrase | None:
    """Return several remarks as one, each once, or nothing where there is none."""
    found = list(dict.fromkeys(remark for remark in remarks if remark))
    return join(found, "；", "; ") if found else None


def _reach(claim: Any, lang: Lang, beside: Any) -> Iterator[Phrase]:
    """Yield whether a claim is implied, and its stage where that is not what one expects.

    What has happened, or has no stage, needs no remark, unless it stands under something that has
    another. A project has its status.
    """
    implied = remark_implied(getattr(claim, "basis", "stated"), lang)
    if remark := implied or remark_inferred(claim, "place", lang):
        yield remark
    reached: Stage = getattr(claim, "stage", None) or "unstated"
    above: Stage = getattr(beside, "stage", None) or "unstated"
    concluded = remark_inferred(claim, "stage", lang)
    is_usual = {reached, above} <= _UNREMARKABLE and not concluded
    if not isinstance(claim, Project) and not is_usual:
        yield stage(reached, lang).remarked(concluded)


def _circumstances(
    article: Article, claim: Any, lang: Lang, beside: Any, here: str | None
) -> Iterator[Phrase]:
    """Yield what a figure compares, when a claim holds or is due, who acts and who says so."""
    if isinstance(claim, Figure) and claim.change and any(said := tell_comparison(claim, lang)):
        yield said
    if isinstance(claim, Figure) and claim.before:
        yield _before(article, claim, lang)
    due = getattr(claim, "due", None)
    if isinstance(claim, Project | Event) and claim.date:
        dated = period(claim.date, lang)
        if getattr(claim, "status", None) in LASTING:
            dated = fill("remark.since", lang, when=dated)
        yield dated.remarked(remark_inferred(claim, "date", lang))
    when = getattr(claim, "period", None)
    if when and when != due:
        yield period(when, lang)
    if due and due != getattr(beside, "due", None):
        yield fill("remark.due", lang, when=period(due, lang))
    actors = getattr(claim, "actors", ())
    if not set(actors) <= {here}:
        doing = fill("remark.actors", lang, who=_in_a_sentence(article, actors, lang))
        yield doing.remarked(remark_inferred_names(claim, "actors", lang))
    if isinstance(claim, Role) and claim.given_by:
        given = fill("remark.given", lang, who=_in_a_sentence(article, claim.given_by, lang))
        yield given.remarked(remark_inferred_names(claim, "given_by", lang))
    if remark := remark_speaker(article, claim, lang, beside):
        yield remark


def tell_comparison(figure: Figure, lang: Lang) -> Phrase:
    """Return what a figure compares. A rate of growth need not say that it is one of growth."""
    assert figure.change
    is_rate = figure.unit == "%" and figure.change.turn == "up" and figure.change.over
    return change(replace(figure.change, turn=None) if is_rate else figure.change, lang)


def _before(article: Article, figure: Figure, lang: Lang) -> Phrase:
    """Return what a figure was before, and when, where the article says so."""
    earlier: Any = article.by_id[figure.before or ""]
    when = period(earlier.period, lang) if earlier.period else None
    was = fill("remark.before", lang, what=quantity(earlier, lang).remarked(when))
    return was.remarked(remark_inferred(figure, "before", lang))


def remark_speaker(article: Article, claim: Any, lang: Lang, beside: Any = None) -> Phrase | None:
    """Return whose word a claim is, or nothing where it is that of what it stands under.

    Who gave a role is not named again as the one whom its speaker quotes.
    """
    said_by = getattr(claim, "said_by", None) or ()
    said_above = getattr(beside, "said_by", None) or ()
    if said_above and not said_by:
        return fill("remark.own-voice", lang)
    if said_by == said_above:
        return None
    given_by = getattr(claim, "given_by", ())
    nearest = [name for name in said_by if name not in given_by]
    if not nearest:
        return None
    is_plan = isinstance(article.by_id[nearest[0]], Strategy) and len(nearest) == 1
    key = "remark.set-out" if is_plan else "remark.said"
    key = "remark.seems-said" if "said_by" in claim.inferred else key
    return fill(key, lang, who=name_speakers(article, nearest, lang))


def remark_inferred(part: Any, field: str, lang: Lang) -> Phrase | None:
    """Return the remark on a field that is our conclusion, or nothing on one that is stated."""
    return label("implied", lang) if field in getattr(part, "inferred", ()) else None


def remark_inferred_names(part: Any, field: str, lang: Lang) -> Phrase | None:
    """Return the remark on the names in a field that are our conclusion, which is said of all."""
    held = getattr(part, field, ())
    if isinstance(held, tuple) and remark_inferred(part, field, lang):
        return say_implied(len(held), lang)
    return remark_inferred(part, field, lang)


def name_speakers(article: Article, ids: Sequence[str], lang: Lang) -> Phrase:
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
        one = name_records(article, [name], lang)
        record = article.by_id[name]
        bare = isinstance(record, Person | Place) or getattr(record, "kind", None) == "firm"
        if one.en and not bare:
            one = one._replace(en=f"the {one.en.removeprefix('The ')}")
        called.append(one)
    *others, last = called
    return join([join(others, "、", ", "), last], "、", " and ") if others else last


def name_records(article: Article, ids: Iterable[str], lang: Lang) -> Phrase:
    """Return what the records of some ids are called, in their short forms, one after another."""
    records = [article.by_id[name] for name in ids]
    texts = [getattr(record, "short", None) or record.title for record in records]
    return join([say(text, lang) for text in texts], "、", ", ")
