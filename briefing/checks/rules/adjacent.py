"""The rule on places and projects that the text names right behind another place than the model."""

from collections.abc import Iterator
from functools import cached_property

from briefing.checks.context import ProofContext
from briefing.checks.naming import index_names, names_of
from briefing.checks.registry import source_rule
from briefing.model.choices import DIVISIONS
from briefing.model.records import Place, Project, Record
from briefing.problem import Finding, message

_SHORTEST = 2
_MOST = 8
"""A name is looked for in so many paragraphs."""


@source_rule(warning=True)
def place_behind_another(context: ProofContext) -> Iterator[Finding]:
    """The text names a place or project right behind another place than it lies in. A warning.

    Where the name stands behind that of a wider division (甲县乙镇), what `part_of` or the `places`
    of a project tell does not lie in another division of the same kind. Nothing is told where the
    name also stands behind one that they may mean, or where they are left out.

    Passes:
        # 甲县乙镇的码头，丙县没有。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙镇}, kind: town, part_of: jia,
           evidence: [{paragraph: 2, anchor: 乙镇}]}
        - {id: bing, name: {zh: 丙县}, kind: county, evidence: [{paragraph: 2, anchor: 丙县}]}
    Fails:
        # 甲县乙镇的码头，丙县没有。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙镇}, kind: town, part_of: bing,
           evidence: [{paragraph: 2, anchor: 乙镇}]}
        - {id: bing, name: {zh: 丙县}, kind: county, evidence: [{paragraph: 2, anchor: 丙县}]}
    """
    divisions = _Divisions(context)
    for index, place in enumerate(context.article.of(Place)):
        if place.part_of and (told := divisions.tell_other(place, (place.part_of,))):
            yield _find(context, place, told, place.part_of, ("places", index, "part_of"))
    for index, project in enumerate(context.article.of(Project)):
        if project.places and (told := divisions.tell_other(project, project.places)):
            yield _find(context, project, told, project.places[0], ("projects", index, "places"))


def _find(
    context: ProofContext, record: Record, told: Place, said: str, path: tuple[str | int, ...]
) -> Finding:
    values = {"name": record.title.zh, "told": told.name.zh}
    whole = context.article.by_id.get(said)
    values["said"] = whole.title.zh if whole else said
    return Finding(message("place-behind-another", **values), path)


class _Divisions:
    """The divisions of a model by their names, which may stand before another name."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context

    def tell_other(self, record: Record, said: tuple[str, ...]) -> Place | None:
        """Return the division behind which alone the text names a record, if it is another one."""
        found = None
        for before in self._find_before(record):
            if not self._are_apart(before, said):
                return None
            found = found or before
        return found

    def _find_before(self, record: Record) -> Iterator[Place]:
        """Yield the wider divisions that are named right before a name of a record."""
        widest = getattr(record, "kind", "")
        level = DIVISIONS.index(widest) if widest in DIVISIONS else len(DIVISIONS)
        for name in names_of(record):
            for number in self._context.paragraphs_containing(name, _MOST):
                for start, _ in self._context.occurrences(number, name):
                    before = self._find_ending(self._context.text_of(number), start)
                    if before and before is not record and DIVISIONS.index(before.kind) < level:
                        yield before

    def _find_ending(self, text: str, at: int) -> Place | None:
        """Return the division whose name ends right before an offset, the longest name first."""
        at -= text.endswith("的", 0, at)
        for length in self._lengths:
            place = self._by_name.get(text[max(0, at - length) : at])
            if place:
                return place
        return None

    def _are_apart(self, place: Place, said: tuple[str, ...]) -> bool:
        """Return whether a place and all of some others lie in different divisions of one kind."""
        own = self._lie_in(place.id)
        return all(
            any(kind in own and own[kind] != whole for kind, whole in self._lie_in(one).items())
            for one in said
        )

    def _lie_in(self, identity: str) -> dict[str, str]:
        """Return the divisions in which a place lies, itself included, by their kinds."""
        article = self._context.article
        places = [article.place(identity), *article.wholes_of(identity)]
        return {one.kind: one.id for one in places if one and one.kind in DIVISIONS}

    @cached_property
    def _by_name(self) -> dict[str, Place]:
        divisions = [one for one in self._context.article.of(Place) if one.kind in DIVISIONS]
        return {name: held[-1] for name, held in index_names(divisions, _SHORTEST).items()}

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(name) for name in self._by_name}, reverse=True)
