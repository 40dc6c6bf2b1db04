"""Whether what a screen about a place has told already tells another claim, too."""

from collections.abc import Iterable, Sequence

from briefing.model.parts import Evidence, Link, Measure, Role
from briefing.model.records import Event, Project, Record
from briefing.views.ranks import PEOPLE, WIDER, Ranked
from briefing.views.wordings import Wordings


class _Together:
    """Claims that have something in common, and the words that they rest on.

    ``rest`` has the words of all that are no measures.
    """

    def __init__(self) -> None:
        self.claims: list[Ranked] = []
        self.words, self.rest = Wordings(), Wordings()
        self._of_measures: dict[int, list[str]] = {}
        self._of_all: dict[int, list[str]] = {}

    def add(self, claim: Ranked) -> None:
        """Take a claim and the words that it rests on."""
        is_measure = isinstance(claim.claim, Measure)
        self.claims.append(claim)
        self.words.add(claim.claim.evidence)
        if not is_measure:
            self.rest.add(claim.claim.evidence)
        for proof in claim.claim.evidence:
            for anchors in (self._of_all, self._of_measures) if is_measure else (self._of_all,):
                anchors.setdefault(proof.paragraph, []).append(proof.anchor)

    def hold(self, proof: Evidence, *, in_measures: bool) -> bool:
        """Return whether the words of a proof stand in a proof of a claim, or in a measure's."""
        anchors = self._of_measures if in_measures else self._of_all
        return any(proof.anchor in one for one in anchors.get(proof.paragraph, ()))


class Told:
    """What has been told, by where it is told, what it is of, and what that is about."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], _Together] = {}

    def add(self, claim: Ranked) -> None:
        """Take a claim that is told."""
        keys = {("all", ""), ("group", claim.group)}
        if record := _record_of(claim):
            keys |= {("of", record.id), *(("about", one) for one in getattr(record, "about", ()))}
        for key in keys:
            self._found.setdefault(key, _Together()).add(claim)

    def list_all(self, group: str | None = None) -> list[_Together]:
        """Return all that is told, or all that is told in one place."""
        return self._list([("all", "")] if group is None else [("group", group)])

    def list_beside(self, claim: Ranked) -> list[_Together]:
        """Return what is of the same record as a claim, or of one that is about it or it about."""
        record = _record_of(claim)
        if record is None:
            return []
        about = (("of", one) for one in getattr(record, "about", ()))
        return self._list([("of", record.id), ("about", record.id), *about])

    def _list(self, keys: Iterable[tuple[str, str]]) -> list[_Together]:
        return [self._found[key] for key in keys if key in self._found]


def is_told(claim: Ranked, told: Told) -> bool:
    """Return whether what has been told already tells this claim, too.

    That is so where the words that prove it prove something told that belongs with it. One of them
    is enough for a role or a tie, which sums up what its place does, and for what others do.
    """
    proofs = claim.claim.evidence
    if isinstance(claim.claim, Role | Link) or claim.group == WIDER:
        is_tie = not isinstance(claim.claim, Role)
        others = told.list_all(None if is_tie else claim.claim.stage)
        return any(one.words.share(proof) for proof in proofs for one in others)
    others = told.list_all() if claim.group == PEOPLE else told.list_beside(claim)
    if isinstance(claim.claim, Measure | Event):  # it may say more than what has some of its words
        return _is_wholly_told(claim, others)
    if isinstance(claim.claim, Project):
        # It is told by a measure that speaks of nothing else.
        own = Wordings(proofs)
        above = (one for together in others for one in together.claims if one.path)
        return any(all(map(own.share, one.claim.evidence)) for one in above)
    return all(any(one.words.share(proof) for one in others) for proof in proofs)


def _is_wholly_told(claim: Ranked, others: Sequence[_Together]) -> bool:
    """Return whether all the words of an event, or of a measure beside its like, are told.

    What else tells nearly the words of a measure tells the measure.
    """
    is_measure = isinstance(claim.claim, Measure)
    return all(
        any(
            one.hold(proof, in_measures=is_measure) or (is_measure and one.rest.share(proof))
            for one in others
        )
        for proof in claim.claim.evidence
    )


def _record_of(claim: Ranked) -> Record | None:
    """Return the record that a claim is, or that it is a part of where it stands under one."""
    if isinstance(claim.claim, Record):
        return claim.claim
    return claim.path[-1] if claim.path else None
