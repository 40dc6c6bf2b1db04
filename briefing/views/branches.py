"""The strategies of one screen about a place, each with what is told of it and how much is not."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from briefing.document import Lang, Line, Phrase, paragraphs
from briefing.model.records import Place, Project, Strategy
from briefing.shelf.library import Hit
from briefing.views.claims import remark_circumstances, remark_speaker
from briefing.views.ranks import DEPTH, FIGURES, Choice, Ranked
from briefing.views.told import join_texts, merge_lines, take_phrase, tell_claim
from briefing.words.catalogue import fill, heading, say
from briefing.words.values import join


class LeftOut:
    """Knows how much of each strategy, and of each row, a screen has no room for.

    What stands under something that is left out, too, is counted once, as the thing that it stands
    under. Where some projects are told with the figure that counts them, the others are counted
    there.
    """

    def __init__(self, choice: Choice) -> None:
        projects = [one.claim for one in choice.told if isinstance(one.claim, Project)]
        counts = {name for one in projects for name in one.about}
        shown = {(one.group, above.id) for one in choice.told for above in _list_named(one)}
        self._under: dict[tuple[str, str], dict[str | int, Ranked]] = defaultdict(dict)
        for one in choice.left_out:
            is_named = isinstance(one.claim, Strategy) and (one.group, one.claim.id) in shown
            is_counted = (
                one.group == FIGURES
                and isinstance(one.claim, Project)
                and not counts.isdisjoint(one.claim.about)
            )
            if is_named or is_counted:
                continue
            above = [strategy.id for strategy in one.path]
            depth = next((n for n, id_ in enumerate(above) if (one.group, id_) not in shown), None)
            thing = id(one.claim) if depth is None else above[depth]
            if isinstance(one.claim, Strategy) and depth is None:
                thing = one.claim.id
            within = above[: len(above) if depth is None else depth]
            self._under[one.group, within[-1] if within else ""].setdefault(thing, one)

    def count(self, group: str, strategy: str = "") -> int:
        """Return how many things are left out directly under a strategy, or in a row itself."""
        return len(self._under.get((group, strategy), ()))


def _list_named(claim: Ranked) -> Iterable[Strategy]:
    """Return the strategies that are named where a claim is told."""
    own = (claim.claim,) if isinstance(claim.claim, Strategy) else ()
    return (*claim.path, *own)


class Branches(NamedTuple):
    """Tells the strategies of one row: ``group`` is the stage that the row is of.

    What is remarked of a strategy stands where it is told first; ``remarked`` has the ids of those
    that were.
    """

    hit: Hit[Place]
    group: str
    left_out: LeftOut
    lang: Lang
    remarked: set[str]

    def tell(self, claims: list[Ranked], above: tuple[Strategy, ...] = ()) -> list[Line]:
        """Return claims that stand under the same strategies as lines.

        Those under one more strategy are one line.
        """
        depth = len(above)
        lines: list[Line] = []
        loose: list[Line] = []
        while claims:
            root = claims[0].path[depth] if len(claims[0].path) > depth else None
            if root is None:
                loose.append(self._tell_one(claims[0]))
                claims = claims[1:]
                continue
            own = [one for one in claims if len(one.path) > depth and one.path[depth] is root]
            claims = [
                one for one in claims if len(one.path) <= depth or one.path[depth] is not root
            ]
            lines += [*merge_lines(loose), self._tell_strategy(own, (*above, root))]
            loose = []
        return [*lines, *merge_lines(loose)]

    def _tell_one(self, claim: Ranked) -> Line:
        """Return a claim as a line; of a strategy, how much is left out that stands under it."""
        below = 0
        if isinstance(claim.claim, Strategy):
            below = self.left_out.count(self.group, claim.claim.id)
        return tell_claim(self.hit, claim, self.lang, below)

    def _tell_strategy(self, own: list[Ranked], path: tuple[Strategy, ...]) -> Line:
        """Return a strategy with the measures told of it, and those under it inside."""
        *above, root = path
        is_name = len(path) < DEPTH  # of a strategy that stands inside
        direct = [
            one
            for one in own
            if len(one.path) == len(path) and not (is_name and isinstance(one.claim, Strategy))
        ]
        article, beside = self.hit.article, above[-1] if above else None
        if remark_speaker(article, root, self.lang, beside):  # a line has one speaker
            direct = [one for one in direct if not remark_speaker(article, one.claim, "zh", root)]
        below = [one for one in own if one not in direct]
        lines = [self._tell_one(one) for one in direct]
        evidence = (*root.evidence, *(proof for line in lines for proof in line.evidence))
        numbers = set(paragraphs(evidence))
        text = say(root.name, self.lang)
        is_named = any(isinstance(one.claim, Strategy) for one in own)
        if root.aim and root.id not in self.remarked and is_named:
            text = text.remarked(say(root.aim, self.lang).labelled(heading("aim_short", self.lang)))
        count = self.left_out.count(self.group, root.id)
        rest = [fill("remark.more-items", self.lang, n=Phrase(str(count)))] if count else []
        if lines:
            told = [take_phrase(line).remarked(line.remark) for line in lines]
            joined = join_texts([*told, *(() if below else rest)])
            text = joined if _names(joined, text) else joined.labelled(text)
        remark = self._remark(root, beside)
        inside = [
            one._replace(evidence=() if set(one.paragraphs) <= numbers else one.evidence)
            for one in self.tell(below, path)
        ]
        if len(inside) == 1 and not (rest or lines or remark or inside[0].evidence):
            named = join([text, take_phrase(inside[0])], " · ", " · ")
            return inside[0]._replace(text=named, evidence=evidence)
        if below:
            inside += map(Line, rest)
        return Line(text, evidence, remark, tuple(inside))

    def _remark(self, root: Strategy, beside: Strategy | None) -> Phrase | None:
        """Return what is remarked of a strategy: a deadline once, but a speaker wherever it is."""
        if root.id in self.remarked:
            return remark_speaker(self.hit.article, root, self.lang, beside)
        self.remarked.add(root.id)
        return remark_circumstances(self.hit.article, root, self.lang, beside, self.hit.record.id)


def _names(told: Phrase, name: Phrase) -> bool:
    """Return whether what is told of a strategy begins with its name, in each language to show."""
    pairs = [(one, other) for one, other in zip(told, name, strict=True) if one and other]
    return all(one.lower().startswith(other.lower()) for one, other in pairs)
