"""One screen about a place: what matters most, at its stage, with its paragraph and whose word."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import get_args

from briefing.document import Commands, Lang, Line, Outline, Phrase
from briefing.model.choices import Stage
from briefing.model.records import Figure, Person, Place, Project, Record, Strategy
from briefing.shelf.library import Hit, Library, ties_of
from briefing.views.choosing import (
    EVENTS,
    FIGURES,
    PEOPLE,
    ROLES,
    TIES,
    WIDER,
    Choice,
    Claim,
    choose,
    list_claims,
    own_claims,
)
from briefing.views.claims import circumstances, implied, names, paragraphs, standing, together
from briefing.views.common import post_title
from briefing.views.screen import COLUMNS, LINES, count_lines, fit_names, texts_of
from briefing.views.unsaid import sum_up
from briefing.words.catalogue import fill, heading, label, say, stage
from briefing.words.values import join, quantity

_AROUND = 8
"""The lines of a screen that the title, the source, what to type next and blanks take."""
_PARAGRAPH = 100
"""The Chinese characters that may be told for each paragraph that says something of the place."""
_ROOMS = range(3000, 0, -50)
"""The English characters that are tried for the claims, from the most that a screen can hold."""
_STAGES: tuple[Stage, ...] = get_args(Stage)


def brief(library: Library, hit: Hit[Place], lang: Lang, share: int = 1) -> Outline:
    """Return what fits one screen about a place; ``share`` is how many places are to share it.

    The same claims are told in every language.
    """
    claims = list(list_claims(library, hit))
    known: dict[int, int] = {}

    def measure(claim: Claim) -> int:
        key = id(claim.claim)
        if key not in known:
            known[key] = len(next(texts_of(_line(hit, claim, "en")))[1])
        return known[key]

    unsaid = cache(lambda lang: sum_up(library, own_claims(library, hit), lang))

    def tell(room: int, lang: Lang) -> Outline:
        return _outline(hit, choose(claims, room, measure), unsaid(lang), lang)

    own = [one for one in claims if one.group not in (WIDER, TIES)] or claims
    most = _PARAGRAPH * len({n for one in own for n in paragraphs(one.claim.evidence)})

    def fits(room: int) -> bool:
        return (
            _count_lines(tell(room, "en")) * share <= LINES - _AROUND
            and _count_characters(tell(room, "zh")) * share <= most
        )

    room = _ROOMS[min(bisect_left(_ROOMS, True, key=fits), len(_ROOMS) - 1)]
    return tell(room, lang)


def _count_lines(outline: Outline) -> int:
    """Return how many lines an outline in English takes on a screen."""
    columns = COLUMNS - 2 - max(len(label.en or "") for label, _ in outline.rows)
    return sum(count_lines(lines, columns) for _, lines in outline.rows)


def _count_characters(outline: Outline) -> int:
    return sum(
        len(text) for _, lines in outline.rows for line in lines for _, text in texts_of(line)
    )


def _outline(hit: Hit[Place], choice: Choice, unsaid: Sequence[Line], lang: Lang) -> Outline:
    groups: dict[str, list[Claim]] = {}
    for claim in choice.told:
        groups.setdefault(claim.group, []).append(claim)

    def tell(name: str) -> list[Line]:
        return _merge(_line(hit, claim, lang) for claim in groups.get(name, ()))

    rows: list[tuple[Phrase, Sequence[Line]]] = [
        (heading("role", lang), tell(ROLES) or [Line(label("no_role", lang))])
    ]
    remarked: set[str] = set()
    for name in _STAGES:
        lines = _under(hit, groups.get(name, []), (), lang, remarked)
        title = label("no_stage", lang) if name == "unstated" else stage(name, lang)
        rows.append((_capital(title), lines))
    rows += [
        (heading("events", lang), tell(EVENTS)),
        (heading("figures", lang), tell(FIGURES)),
        (heading("people", lang), _people(hit, groups.get(PEOPLE, ()), lang)),
        (heading("wider_short", lang), tell(WIDER)),
        (heading("unsaid_short", lang), unsaid),
        (heading("ties", lang), _ties(hit, choice, lang)),
    ]
    return Outline(None, tuple((name, tuple(lines)) for name, lines in rows if lines))


def _capital(words: Phrase) -> Phrase:
    return words._replace(en=words.en and words.en[0].upper() + words.en[1:])


def _line(hit: Hit[Place], claim: Claim, lang: Lang) -> Line:
    """Return a claim as a line; its stage is in the margin, unless it stands with its kind."""
    told = claim.claim
    if isinstance(told, Person):
        posts = [post_title(hit.article, post, lang) for post in told.posts]
        text = say(told.name, lang).remarked(join(posts, "、", "; ") if posts else None)
        proofs = [proof for post in told.posts for proof in post.evidence]
        return Line(text, paragraphs(proofs or told.evidence))
    return Line(_text(claim, lang), paragraphs(told.evidence), _remark(hit, claim, lang))


def _text(claim: Claim, lang: Lang) -> Phrase:
    told = claim.claim
    text = say(told.title if isinstance(told, Record) else told.text, lang)
    if isinstance(told, Figure):
        return quantity(told, lang).labelled(text)
    if isinstance(told, Strategy) and told.aim and claim.group != WIDER and len(claim.path) < 2:
        return say(told.aim, lang).labelled(text)
    return text


def _remark(hit: Hit[Place], claim: Claim, lang: Lang) -> Phrase | None:
    told = claim.claim
    if claim.group == PEOPLE:
        return implied(told.basis, lang)  # the person who says it stands above
    if claim.group not in _STAGES:
        whose = told.places if claim.group == WIDER else ()
        place = names(hit.article, whose, lang) if whose else None
        return together((place, standing(hit.article, told, lang, here=hit.record.id)))
    above = claim.path[-1] if claim.path else None
    remarks = [circumstances(hit.article, told, lang, above, hit.record.id)]
    if isinstance(told, Project):
        status = label(told.status, lang) if told.status != told.stage else None
        others = [one for one in told.partners if one not in told.actors]
        partners = names(hit.article, others, lang) if others else None
        remarks = [status, partners, *remarks]
    if isinstance(told, Strategy) and told.detail == "named_only":
        remarks.insert(0, label("named_only", lang))
    return together(remarks)


def _merge(lines: Iterable[Line]) -> list[Line]:
    """Return lines, those in a row that have the same remark, and nothing inside, as one."""
    merged: list[Line] = []
    for line in lines:
        last = merged[-1] if merged else None
        if last and last.remark == line.remark and not (last.inside or line.inside):
            numbers = tuple(sorted({*last.paragraphs, *line.paragraphs}))
            merged[-1] = last._replace(text=_joined(map(_phrase, (last, line))), paragraphs=numbers)
        else:
            merged.append(line)
    return merged


def _joined(texts: Iterable[Phrase]) -> Phrase:
    return join(list(texts), "；", "; ")


def _phrase(line: Line) -> Phrase:
    assert isinstance(line.text, Phrase)
    return line.text


def _under(
    hit: Hit[Place],
    claims: list[Claim],
    above: tuple[Strategy, ...],
    lang: Lang,
    remarked: set[str],
) -> list[Line]:
    """Return claims that stand under the same strategies as lines.

    Those under one more strategy are one line. What is remarked of a strategy stands where it is
    told first; ``remarked`` has the ids of those that were.
    """
    depth = len(above)
    lines: list[Line] = []
    loose: list[Line] = []
    while claims:
        root = claims[0].path[depth] if len(claims[0].path) > depth else None
        if root is None:
            loose.append(_line(hit, claims[0], lang))
            claims = claims[1:]
            continue
        own = [one for one in claims if len(one.path) > depth and one.path[depth] is root]
        claims = [one for one in claims if len(one.path) <= depth or one.path[depth] is not root]
        lines += [*_merge(loose), _strategy(hit, own, (*above, root), lang, remarked)]
        loose = []
    return [*lines, *_merge(loose)]


def _strategy(
    hit: Hit[Place], own: list[Claim], path: tuple[Strategy, ...], lang: Lang, remarked: set[str]
) -> Line:
    """Return a strategy with the measures that are told of it, and those under it inside."""
    *above, root = path
    direct = [one for one in own if len(one.path) == len(path)]
    lines = [_line(hit, one, lang) for one in direct]
    numbers = {*paragraphs(root.evidence), *(n for line in lines for n in line.paragraphs)}
    text = say(root.name, lang)
    if lines:
        told = _joined(_phrase(line).remarked(line.remark) for line in lines)
        text = told if _names(told, text) else told.labelled(text)
    remark = None
    if root.id not in remarked:
        remarked.add(root.id)
        remark = circumstances(hit.article, root, lang, above[-1] if above else None, hit.record.id)
    below = [one for one in own if len(one.path) > len(path)]
    inside = [
        one._replace(paragraphs=() if set(one.paragraphs) <= numbers else one.paragraphs)
        for one in _under(hit, below, path, lang, remarked)
    ]
    if len(inside) == 1 and not lines and not remark and not inside[0].paragraphs:
        named = join([text, _phrase(inside[0])], " · ", " · ")
        return inside[0]._replace(text=named, paragraphs=tuple(sorted(numbers)))
    return Line(text, tuple(sorted(numbers)), remark, tuple(inside))


def _names(told: Phrase, name: Phrase) -> bool:
    """Return whether what is told of a strategy begins with its name, in each language to show."""
    pairs = [(one, other) for one, other in zip(told, name, strict=True) if one and other]
    return all(one.lower().startswith(other.lower()) for one, other in pairs)


def _people(hit: Hit[Place], claims: Sequence[Claim], lang: Lang) -> list[Line]:
    """Return who is named for the place, with posts and with what is told of their words."""
    found: list[Line] = []
    for claim in claims:
        if isinstance(claim.claim, Person):
            said = [one for one in claims if one.claim in claim.claim.positions]
            inside = _merge(_line(hit, one, lang) for one in said)
            found.append(_line(hit, claim, lang)._replace(inside=tuple(inside)))
    return found


def _ties(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return the ties that are told, and in one line the places of those that are left out."""
    lines = _merge(_line(hit, one, lang) for one in choice.told if one.group == TIES)
    untold = [one.claim for one in choice.left_out if one.group == TIES]
    others = {other: tie.evidence for other, tie in ties_of(hit) if tie in untold}
    if others:
        text = fit_names((other.short or other.name for other in others), lang)
        proofs = [proof for evidence in others.values() for proof in evidence]
        if lines:
            text = fill("remark.also-tied", lang, places=text)
        lines.append(Line(text, paragraphs(proofs)))
    return lines


def next_commands(hit: Hit[Place], lang: Lang) -> Commands:
    """Return what a reader may type next about the place."""
    command = "city" if hit.record.kind == "city" else "zone"
    name = hit.record.id
    rows = (
        (f"briefing {command} {name} --full", heading("try_full", lang)),
        (f"briefing unsaid --city {name}", heading("try_unsaid", lang)),
    )
    return Commands(heading("next", lang), rows)
