"""One screen about a place: what matters most, at its stage, with its paragraph and whose word."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from briefing.document import Commands, Lang, Line, Outline, Phrase, paragraphs
from briefing.model.article import Article
from briefing.model.choices import Stage
from briefing.model.records import Figure, Person, Place, Project
from briefing.shelf.library import Hit, Library, list_ties_of
from briefing.views.belonging import (
    find_layout_role,
    list_claims_within,
    list_own_claims,
    list_wider_claims,
)
from briefing.views.branches import Branches, LeftOut
from briefing.views.choosing import choose, list_claims
from briefing.views.claims import join_remarks, remark_implied
from briefing.views.common import say_counts
from briefing.views.ranks import EVENTS, FIGURES, PEOPLE, ROLES, TIES, WIDER, Choice, Rank, Ranked
from briefing.views.screen import COLUMNS, LINES, count_columns, count_lines, fit_names, list_texts
from briefing.views.told import STAGES, join_texts, merge_lines, take_phrase, tell_claim
from briefing.views.unsaid import sum_up
from briefing.words.catalogue import fill, heading, label, say, stage

_AROUND = 7
"""The lines of a screen that the title, the source, what to type next and blanks take."""
_LONG_TITLE = 50
"""The columns of a title that takes a line for itself, and its subtitle another."""
_SCREENS = 2
"""The screens that several articles on one place take together."""
_PARAGRAPH, _LEAST, _MOST = 105, 250, 700
"""The Chinese characters that may be told for each paragraph on a place; at least; at most."""
_ROOMS: dict[Lang, range] = {"en": range(3000, 0, -50), "zh": range(900, 0, -15)}
"""The characters that are tried for the claims, from the most that a screen can hold."""
_ALL = 1_000_000
"""Characters that hold all that there is to tell of a place."""
_TRIED = 6
"""How many of them are tried that are more than the first that seem not to fit."""


def tell_briefly(
    library: Library, hit: Hit[Place], lang: Lang, share: int = 1, most_lines: int = LINES
) -> Outline:
    """Return what fits some lines about a place; ``share`` is how many articles tell of it.

    What an article tells alone, it tells beside another one, too; more of them share two screens. A
    screen in Chinese holds more than one in English, and is shorter than what it tells of. Where
    both languages are shown, that is told which fits in English. A file may have more lines than a
    screen.
    """
    shown: Lang = "zh" if lang == "zh" else "en"
    claims = list_claims(library, hit)
    measure = _measure(hit, shown)
    of_place, within = list_own_claims(library, hit), list_claims_within(library, hit)
    others = list_wider_claims(library, hit)
    unsaid = cache(lambda lang: sum_up(of_place, lang, within, others))
    own = [one for one in claims if one.group not in (WIDER, TIES)] or claims
    numbers = {n for one in own for n in paragraphs(one.claim.evidence)}
    part = min(_SCREENS / share, 1)
    most = part * min(max(_PARAGRAPH * len(numbers), _LEAST), _MOST)

    def tell(room: int, lang: Lang) -> Outline:
        return _outline(hit, choose(claims, room, measure), unsaid(lang), lang)

    def fits(room: int) -> bool:
        outline = tell(room, shown)
        if shown == "zh" and most_lines == LINES and _count_characters(outline) > most:
            return False
        return _count_lines(outline) <= lines

    titles = int(count_columns(say(hit.record.name, shown).chinese) > _LONG_TITLE)
    lines = part * most_lines - _AROUND - titles
    rooms = _ROOMS[shown]
    if lines < 1:  # of so many articles two screens have no room for a line each: none is tried
        return tell(rooms[-1], lang)
    if fits(_ALL):
        return tell(_ALL, lang)
    at = bisect_left(rooms, True, key=fits)
    # Where more is told, less is left to be counted: a little more may fit as well.
    larger = (one for one in range(max(at - _TRIED, 0), at) if fits(rooms[one]))
    return tell(rooms[min(next(larger, at), len(rooms) - 1)], lang)


def _measure(hit: Hit[Place], lang: Lang) -> Callable[[Ranked], int]:
    """Return what says how many characters a claim takes in a language, with its remark."""
    known: dict[int, int] = {}

    def measure(claim: Ranked) -> int:
        key = id(claim.claim)
        if key not in known:
            line = tell_claim(hit, claim, lang)
            if claim.rank == Rank.LISTED_PROJECT:  # they are told in one line
                line = line._replace(remark=None, evidence=())
            known[key] = len(next(list_texts(line))[1])
        return known[key]

    return measure


def _count_lines(outline: Outline) -> int:
    """Return how many lines an outline in one language takes on a screen."""
    labels = max(count_columns(name.chinese) for name, _ in outline.rows)
    return sum(count_lines(lines, COLUMNS - 2 - labels) for _, lines in outline.rows)


def _count_characters(outline: Outline) -> int:
    lines = (line for _, lines in outline.rows for line in lines)
    return sum(len(text) for line in lines for _, text in list_texts(line))


def _outline(hit: Hit[Place], choice: Choice, unsaid: Sequence[Line], lang: Lang) -> Outline:
    groups: dict[str, list[Ranked]] = {}
    for claim in choice.told:
        groups.setdefault(claim.group, []).append(claim)

    def tell(name: str) -> list[Line]:
        return merge_lines(tell_claim(hit, claim, lang) for claim in groups.get(name, ()))

    left_out = LeftOut(choice)
    role = [*tell(ROLES), *_more_roles(hit, choice, lang)]
    rows: list[tuple[Phrase, Sequence[Line]]] = [(heading("role", lang), role)]
    remarked: set[str] = set()
    for name in STAGES:
        branches = Branches(hit, name, left_out, lang, remarked)
        rows.append((_capital(_title(name, lang)), branches.tell(groups.get(name, []))))
    rows += [
        (heading("events", lang), tell(EVENTS)),
        (heading("figures", lang), _figures(hit, choice, lang)),
        (heading("wider_short", lang), tell(WIDER)),
        (heading("ties", lang), _ties(hit, choice, lang)),
        (heading("people", lang), _people(hit, choice, lang)),
        (heading("said_by", lang), _speakers(hit, choice, lang)),
        (heading("unsaid_short", lang), unsaid),
    ]
    rows.append((heading("not_shown", lang), _count_untold(left_out, lang)))
    return Outline(None, tuple((name, tuple(lines)) for name, lines in rows if lines))


def _count_untold(left_out: LeftOut, lang: Lang) -> list[Line]:
    """Return in one line how much each row leaves out that stands under nothing it tells."""
    titles: dict[str, Phrase] = {name: _title(name, lang) for name in STAGES}
    named = {EVENTS: "events", FIGURES: "figures", WIDER: "wider_short", PEOPLE: "positions"}
    titles |= {name: heading(title, lang) for name, title in named.items()}
    counted = say_counts((title, left_out.count(name)) for name, title in titles.items())
    return [Line(_capital(counted))] if any(counted) else []


def _more_roles(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return how many roles find no room, and where they stand, or that there are none at all."""
    if not hit.record.roles:
        return [Line(label("no_role", lang))]
    rest = [one.claim for one in choice.left_out if one.group == ROLES]
    if not rest:
        return []
    more = fill("remark.more-items", lang, n=Phrase(str(len(rest))))
    return [Line(more, tuple(proof for role in rest for proof in role.evidence))]


def _title(name: Stage, lang: Lang) -> Phrase:
    """Return what stands in the margin beside what is at a stage."""
    return heading("no_stage", lang) if name == "unstated" else stage(name, lang)


def _capital(words: Phrase) -> Phrase:
    return words._replace(en=words.en and words.en[0].upper() + words.en[1:])


def _figures(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return figures, and the projects that the article names of those that one of them counts."""
    lines: list[Line] = []
    for claim in (one for one in choice.told if isinstance(one.claim, Figure)):
        line = tell_claim(hit, claim, lang)
        if claim.group == FIGURES:
            named = tuple(_named(hit, choice, claim.claim, lang))
            lines = [*lines, line._replace(inside=named)] if named else merge_lines([*lines, line])
    return lines


def _named(hit: Hit[Place], choice: Choice, figure: Figure, lang: Lang) -> Iterator[Line]:
    """Yield in one line the projects that are told of those that a figure counts."""
    if listed := _list_counted(choice.told, figure):
        line = merge_lines([tell_claim(hit, one, lang) for one in listed])[0]
        if more := _list_counted(choice.left_out, figure):
            rest = fill("remark.more-items", lang, n=Phrase(str(len(more))))
            line = line._replace(text=join_texts([take_phrase(line), rest]))
        yield line


def _list_counted(claims: Iterable[Ranked], figure: Figure) -> list[Ranked]:
    """Return the projects that are told with figures and that a figure counts."""
    return [
        one
        for one in claims
        if one.group == FIGURES and isinstance(one.claim, Project) and figure.id in one.claim.about
    ]


def _people(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return who is named for the place, with posts and what is told they say."""
    claims = [one for one in choice.told if one.group == PEOPLE]
    lines: list[Line] = []
    for one in (one for one in claims if isinstance(one.claim, Person)):
        said = [claim for claim in claims if claim.claim in one.claim.positions]
        inside = merge_lines(tell_claim(hit, claim, lang) for claim in said)
        lines.append(tell_claim(hit, one, lang)._replace(inside=tuple(inside)))
    return lines


def _speakers(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return with their posts those who only speak of the place, and are not named for it."""
    known = {one.claim.id for one in choice.told if isinstance(one.claim, Person)}
    said_by = (name for one in choice.told for name in getattr(one.claim, "said_by", None) or ())
    found = (hit.article.by_id[name] for name in dict.fromkeys(said_by) if name not in known)
    speakers = (one for one in found if isinstance(one, Person))
    return [tell_claim(hit, Ranked(Rank.PERSON, 0, PEOPLE, (), one), lang) for one in speakers]


def _ties(hit: Hit[Place], choice: Choice, lang: Lang) -> list[Line]:
    """Return the ties that are told, and in one line the places of those that are left out."""
    lines = merge_lines(tell_claim(hit, one, lang) for one in choice.told if one.group == TIES)
    untold = [one.claim for one in choice.left_out if one.group == TIES]
    others = {other: tie.evidence for other, tie in list_ties_of(hit) if tie in untold}
    if others:
        text = fit_names([_with_layout(hit.article, other, lang) for other in others], lang)
        proofs = [proof for evidence in others.values() for proof in evidence]
        if lines:
            text = fill("remark.also-tied", lang, places=text)
        lines.append(Line(text, tuple(proofs)))
    return lines


def _with_layout(article: Article, place: Place, lang: Lang) -> Phrase:
    """Return what a place is called, with its part in the layout, if it has one."""
    is_around = place.direction and place.direction != "centre"
    part = find_layout_role(article, place) if is_around else None
    basis = remark_implied(place.basis, lang) if part else None
    told = join_remarks((say(part.text, lang) if part else None, basis))
    return say(place.short or place.name, lang).remarked(told)


def list_next_commands(hits: Sequence[Hit[Place]], lang: Lang) -> Commands:
    """Return what a reader may type next about one place, or about several side by side."""
    command = "city" if all(hit.record.kind == "city" for hit in hits) else "zone"
    named = " ".join(hit.record.id for hit in hits)
    rows = [(f"briefing {command} {named} --full", heading("try_full", lang))]
    if len(hits) == 1:
        rows.append((f"briefing unsaid --city {named}", heading("try_unsaid", lang)))
    return Commands(heading("next", lang), tuple(rows))
