"""How one screen about a place tells a claim: as a line with its remark and its paragraphs."""

from collections.abc import Iterable
from typing import Any, get_args

from briefing.document import Lang, Line, Phrase
from briefing.model.choices import Stage
from briefing.model.records import Person, Place, Project, Strategy
from briefing.shelf.library import Hit
from briefing.views.answers import say_claim
from briefing.views.claims import (
    join_remarks,
    name_records,
    remark_circumstances,
    remark_implied,
    remark_inferred,
    remark_inferred_names,
    remark_standing,
)
from briefing.views.ranks import DEPTH, PEOPLE, WIDER, Ranked
from briefing.words.catalogue import fill, heading, label, say
from briefing.words.posts import say_post
from briefing.words.values import join

_SHORT_AIM = 4
"""The Chinese characters of an aim that is told even of a strategy told by its name alone."""
STAGES: tuple[Stage, ...] = get_args(Stage)


def tell_claim(hit: Hit[Place], claim: Ranked, lang: Lang, below: int = 0) -> Line:
    """Return a claim as a line; its stage is in the margin, unless it stands with its kind.

    A strategy may have some things ``below`` it that are not told, and are counted.
    """
    told = claim.claim
    if isinstance(told, Person):
        posts = [say_post(hit.article, post, lang) for post in told.posts]
        text = say(told.name, lang).remarked(join(posts, "、", "; ") if posts else None)
        proofs = [proof for post in told.posts for proof in post.evidence]
        return Line(text, tuple(proofs) or told.evidence)
    return Line(_text(claim, lang, below), told.evidence, _remark(hit, claim, lang))


def _text(claim: Ranked, lang: Lang, below: int) -> Phrase:
    told = claim.claim
    remarks = []
    is_all = isinstance(told, Strategy) and not told.measures and claim.group != WIDER
    if is_all and told.aim and (len(claim.path) < DEPTH or len(told.aim.zh) <= _SHORT_AIM):
        remarks.append(say(told.aim, lang).labelled(heading("aim_short", lang)))
    if below:
        remarks.append(fill("remark.inside", lang, n=Phrase(str(below))))
    return say_claim(told, lang).remarked(join_remarks(remarks))


def _remark(hit: Hit[Place], claim: Ranked, lang: Lang) -> Phrase | None:
    told = claim.claim
    if claim.group == PEOPLE:
        return remark_implied(told.basis, lang)  # the person who says it stands above
    if claim.group == WIDER:
        return _whose(hit, told, lang)
    if claim.group not in STAGES and not isinstance(told, Project):
        standing = remark_standing(hit.article, told, lang, here=hit.record.id)
        return join_remarks((standing, _remark_link(hit, told, lang)))
    above = claim.path[-1] if claim.path else None
    remarks = [remark_circumstances(hit.article, told, lang, above, hit.record.id)]
    if isinstance(told, Project):
        others = [one for one in told.partners if one not in told.actors]
        concluded = remark_inferred_names(told, "partners", lang)
        partners = name_records(hit.article, others, lang).remarked(concluded) if others else None
        remarks = [_status(told, lang), partners, *remarks]
    if isinstance(told, Strategy) and told.detail == "named_only":
        remarks.insert(0, label("named_only", lang))
    return join_remarks(remarks)


def _status(project: Project, lang: Lang) -> Phrase | None:
    """Return how far a project is, unless its stage in the margin tells as much."""
    concluded = remark_inferred(project, "status", lang)
    is_told = project.status in ("planned", "stalled") and not concluded
    return None if is_told else label(project.status, lang).remarked(concluded)


def _remark_link(hit: Hit[Place], told: Any, lang: Lang) -> Phrase | None:
    """Return the remark on a claim of other places that is tied to this one by our conclusion."""
    places = getattr(told, "places", ())
    around = {name for one in places for name in hit.article.places_around(one)}
    if hit.record.id in around or "about" not in getattr(told, "inferred", ()):
        return None
    return label("link_implied", lang)


def _whose(hit: Hit[Place], told: Any, lang: Lang) -> Phrase | None:
    """Return whose a claim is that another place has, how far it is and who says it."""
    place = name_records(hit.article, told.places, lang) if told.places else None
    status = None
    if isinstance(told, Project):
        status = label(told.status, lang).remarked(remark_inferred(told, "status", lang))
    actor = told.actors[0] if set(told.actors) <= set(told.places) and told.actors else None
    standing = remark_standing(hit.article, told, lang, here=actor)
    return join_remarks((place, status, standing, _remark_link(hit, told, lang)))


def merge_lines(lines: Iterable[Line]) -> list[Line]:
    """Return lines, those in a row that have the same remark, and nothing inside, as one."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        if last and last.remark == line.remark and not (last.inside or line.inside):
            evidence = (*last.evidence, *line.evidence)
            merged[-1] = last._replace(
                text=join_texts(map(take_phrase, (last, line))), evidence=evidence
            )
        else:
            merged.append(line)
    return merged


def join_texts(texts: Iterable[Phrase]) -> Phrase:
    """Return texts one after another, with a semicolon between them."""
    return join(list(texts), "；", "; ")


def take_phrase(line: Line) -> Phrase:
    """Return the text of a line of claims, which is a phrase."""
    assert isinstance(line.text, Phrase)
    return line.text
