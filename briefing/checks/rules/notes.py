"""The notes: what a text names and no record has, which may well be left out."""

from collections.abc import Callable, Collection, Iterable, Iterator

from briefing.checks.context import ProofContext
from briefing.checks.holding import holdings_of
from briefing.checks.naming import names_of
from briefing.checks.registry import source_rule
from briefing.checks.spans import Span
from briefing.model.records import Organisation, Place
from briefing.names.bodies import find_bodies, find_listed, find_places
from briefing.names.divisions import find_candidates
from briefing.names.gazetteer import places_by_name
from briefing.problem import Finding, message


@source_rule(note=True)
def project_unmentioned(context: ProofContext) -> Iterator[Finding]:
    """A thing in a list from 包括 to 等 is in the name of no record, nor waived. A note.

    Notes are shown with `--notes` only, and nothing fails by them.

    Passes:
        # 包括甲一码头、乙二码头等项目。
        projects: [{id: wharf, name: {zh: 甲一码头}, status: listed,
          evidence: [{paragraph: 2, anchor: 甲一码头}]},
          {id: other, name: {zh: 乙二码头}, status: listed,
          evidence: [{paragraph: 2, anchor: 乙二码头}]}]
    Fails:
        # 包括甲一码头、乙二码头等项目。
        projects: [{id: wharf, name: {zh: 甲一码头}, status: listed,
          evidence: [{paragraph: 2, anchor: 甲一码头}]}]
    """
    yield from _unmentioned(context, find_listed, "project-unmentioned")


@source_rule(note=True)
def organisation_unmentioned(context: ProofContext) -> Iterator[Finding]:
    """What looks like an organisation is in the name of no record, nor waived. A note.

    An organisation ends in 公司, 集团, 大学, 局 or a like word. Bodies in general, such as
    各类合作社, are left out, and so is a short name with the end of that of an organisation of the
    model which is named before it in its paragraph or in the one before: 产业联盟 after
    农机服务联盟.

    Passes:
        # 示例集团投资码头。
        organisations: [{id: group, name: {zh: 示例集团}, kind: firm,
          evidence: [{paragraph: 2, anchor: 示例集团}]}]
    Fails:
        # 示例集团投资码头。
        organisations: []
    """
    yield from _unmentioned(context, find_bodies, "organisation-unmentioned", _is_known_before)


_SHORT_NAME = 4
"""Another name of a body that was named before is no longer than this."""
_END = 2


def _is_known_before(context: ProofContext, number: int, start: int, name: str) -> bool:
    """Return whether a short name may be that of an organisation of the model named before it."""
    if len(name) > _SHORT_NAME:
        return False
    before = context.text_of(number)[:start]
    if context.source.paragraph(number - 1):
        before = f"{context.text_of(number - 1)}\n{before}"
    return any(
        len(one) > len(name) and one.endswith(name[-_END:]) and one in before
        for record in context.article.of(Organisation)
        for one in names_of(record)
    )


@source_rule(note=True)
def place_unmentioned(context: ProofContext) -> Iterator[Finding]:
    """What looks like a place ending in 省, 市, 县, 区 or 镇 is in no record, nor waived. A note.

    So is a county or city that the text calls by its short name, if it lies in a province in which
    a place of the model lies: 阳曲 beside 太原市.

    Passes:
        # 东甲市开建码头。
        places: [{id: east, name: {zh: 东甲市}, kind: city,
          evidence: [{paragraph: 2, anchor: 东甲市}]}]
    Fails:
        # 东甲市开建码头。
        places: []
    """
    homes = frozenset(_find_homes(context))

    def find(text: str) -> Iterator[Span]:
        yield from find_places(text)
        yield from _find_short(text, homes)

    yield from _unmentioned(context, find, "place-unmentioned")


def _find_homes(context: ProofContext) -> Iterator[str]:
    """Yield the codes of the provinces in which places of the model lie."""
    for record in context.article.of(Place):
        for name in names_of(record):
            places = places_by_name().get(name, ())
            if len({place.code[:2] for place in places}) == 1:
                yield places[0].code[:2]


def _find_short(text: str, homes: Collection[str]) -> Iterator[Span]:
    """Yield the spans of short names of counties and cities of some provinces."""
    for one in find_candidates(text) if homes else ():
        near = any(place.code[:2] in homes for place in one.places)
        if near and one.clear and not (one.full or one.word):
            yield one.start, one.end


def _unmentioned(
    context: ProofContext,
    find: Callable[[str], Iterable[Span]],
    code: str,
    is_known: Callable[[ProofContext, int, int, str], bool] = lambda *_: False,
) -> Iterator[Finding]:
    """Yield each text that is found, touches no name of a record and is not known, once."""
    holdings = holdings_of(context)
    told = set()
    for paragraph in context.source.paragraphs:
        found = list(find(paragraph.text))
        if not found:
            continue
        held = holdings.all_names(paragraph.number), holdings.waivers(paragraph.number)
        for start, end in found:
            text = paragraph.text[start:end]
            if text in told or any(one.touch((start, end)) for one in held):
                continue
            if not is_known(context, paragraph.number, start, text):
                told.add(text)
                yield Finding(message(code, text=text), place=paragraph.place(start))
