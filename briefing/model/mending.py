"""What can still be read of a model in which something is wrong, so that the rest is checked too.

A value that is not what its field holds is left out or, where the field needs one, replaced by a
stand-in. Lists of parts keep their length, so that every path still leads to the same place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from briefing.model import parts
from briefing.model.article import Article, article_type
from briefing.model.kinds import Kind, fields_of
from briefing.model.periods import NO_DATE
from briefing.model.references import find_mistakes, records_in
from briefing.model.typed import is_moment
from briefing.problem import Finding, Path

NOWHERE = 10**9
"""The paragraph of a stand-in for evidence; no text has one of that number."""

_UNFIT: Any = object()
_HARMLESS = ("duplicate-id", "named-twice")
"""What find_mistakes may find that no rule stumbles over."""
_STAND_INS: dict[Any, Any] = {
    parts.Id: "unread",
    parts.Words: "…",
    parts.Digest: "0" * 64,
    parts.ParagraphNumber: NOWHERE,
    parts.Date: NO_DATE,
    parts.Dates: NO_DATE,
    parts.Period: NO_DATE,
    parts.Number: 0,
    bool: False,
}


class Mended(NamedTuple):
    """An article without what is wrong in its model, and where something was wrong.

    ``spoilt`` are the units (see :func:`unit`) with a mistake in them, and ``weakened`` those that
    have lost a reference to another record. ``stand_ins`` are the paths of what was made up.
    ``evidence`` is the paragraph (or 0) and text of all evidence that the model holds anywhere.
    """

    article: Article
    spoilt: frozenset[Path]
    weakened: frozenset[Path]
    stand_ins: frozenset[Path]
    evidence: tuple[tuple[int, str], ...]


def mend(data: dict[str, Any], wrong: Iterable[Finding]) -> Mended | None:
    """Return what can be read of a model with these mistakes; ``None`` where that is no article."""
    mender = _Mender()
    fitted = mender.fit_record(data, article_type(), ())
    spoilt = {unit(one.path) for one in wrong}
    source = fitted["source"]
    if not source.get("published") and not source.get("republished"):
        source["published"] = _year(data) or _STAND_INS[parts.Date]
        if source["published"] == _STAND_INS[parts.Date]:
            mender.stand_ins.add(("source", "published"))
    for index, entry in enumerate(fitted.get("ignore", ())):
        if ("ignore", index) in spoilt:  # without its record it would hold for the whole model
            entry.update(code=_STAND_INS[parts.Words], record=None)
    lost = [one for one in find_mistakes(fitted) if one.message.key not in _HARMLESS]
    weakened = {unit(one.path) for one in lost} | set(_sharing_an_id(fitted))
    for path in sorted({one.path for one in lost}, reverse=True):
        _remove(fitted, path)
    if any(one.message.key in ("circle", "too-deep.parts") for one in lost):
        for _, _, record in records_in(fitted):
            record.pop("part_of", None)
    try:
        article = msgspec.convert(fitted, article_type(), strict=False)
    except msgspec.ValidationError:
        return None
    stand_ins = frozenset(mender.stand_ins)
    return Mended(
        article, frozenset(spoilt), frozenset(weakened), stand_ins, tuple(_evidence(data))
    )


def unit(path: Path) -> Path:
    """Return the path of the record that a path leads into, or of another part of the top.

    >>> unit(("places", 3, "name", "zh")), unit(("summary", "takeaways", 0, "text"))
    (('places', 3), ('summary', 'takeaways', 0))
    """
    if path[:2] == ("summary", "takeaways") and len(path) > 2:
        return path[:3]
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


class _Mender:
    """Fits plain data to types, and keeps the paths of what it had to make up."""

    def __init__(self) -> None:
        self.stand_ins: set[Path] = set()

    def fit_record(
        self, value: dict[str, Any], kind: type[msgspec.Struct], path: Path
    ) -> dict[str, Any]:
        """Return a mapping with the fields that a type of record needs, and no unknown key."""
        fitted: dict[str, Any] = {}
        for field in fields_of(kind).values():
            held = _UNFIT
            if field.name in value:
                held = self._fit(value[field.name], field.kind, (*path, field.name))
            if held is _UNFIT and field.required:
                held = self._make_up(field.kind, (*path, field.name))
            if held is not _UNFIT:
                fitted[field.name] = held
        return fitted

    def _fit(self, value: Any, kind: Kind, path: Path) -> Any:
        if value is None and kind.optional:
            return None
        if kind.item is not None:
            return self._fit_list(value, kind.item, path) or ([] if kind.may_be_empty else _UNFIT)
        kind = kind.of(value)
        if kind.is_record and isinstance(value, dict):
            return self.fit_record(value, kind.given, path)
        if kind.given == parts.Id and isinstance(value, str):
            value = re.sub("[^a-z0-9]+", "-", value.lower()).strip("-")[:64].strip("-")
        try:
            msgspec.convert(value, kind.expected, strict=False)
        except msgspec.ValidationError:
            return _UNFIT
        return value if kind.given != parts.Moment or is_moment(value) else _UNFIT

    def _fit_list(self, value: Any, item: Kind, path: Path) -> list[Any]:
        """Return a list of fitting items; one part where a list should be is a list of one."""
        value = [value] if isinstance(value, dict) else value
        if not isinstance(value, list):
            return []
        fitted = [self._fit(one, item, (*path, index)) for index, one in enumerate(value)]
        if not item.is_record:
            return [] if _UNFIT in fitted else fitted
        return [
            self._make_up(item, (*path, index)) if one is _UNFIT else one
            for index, one in enumerate(fitted)
        ]

    def _make_up(self, kind: Kind, path: Path) -> Any:
        """Return a value of a kind that says nothing."""
        self.stand_ins.add(path)
        if kind.item is not None:
            return [] if kind.may_be_empty else [self._make_up(kind.item, (*path, 0))]
        if kind.is_record:
            return {
                one.name: self._make_up(one.kind, (*path, one.name))
                for one in fields_of(kind.given).values()
                if one.required
            }
        given = kind.given
        return get_args(given)[0] if get_origin(given) is Literal else _STAND_INS[given]


def _sharing_an_id(data: dict[str, Any]) -> Iterator[Path]:
    """Yield the paths of the records that have an id with another one."""
    held = [(path, record["id"]) for _, path, record in records_in(data)]
    often = Counter(name for _, name in held)
    yield from (path for path, name in held if often[name] > 1)


def _year(data: dict[str, Any]) -> str | None:
    """Return the year of an article's date that is written in no form that the model takes."""
    source = data.get("source")
    dates = (source.get("published"), source.get("republished")) if isinstance(source, dict) else ()
    years = (re.search("(?:19|20)[0-9]{2}", one) for one in dates if isinstance(one, str))
    return next((found[0] for found in years if found), None)


def _remove(data: Any, path: Path) -> None:
    """Take a reference out of plain data; a tie, which is nothing without its place, goes whole."""
    *way, last = path[:-1] if path[-1] == "place" else path
    for step in way:
        data = data[step]
    del data[last]


def _evidence(value: Any) -> Iterator[tuple[int, str]]:
    """Yield the paragraph and text of all evidence in plain data, and of everything waived.

    The paragraph is 0 where it cannot be read.
    """
    if isinstance(value, dict):
        cited = value.get("anchor", value.get("text") if "reason" in value else None)
        number = str(value.get("paragraph"))
        if isinstance(cited, str) and cited:
            yield int(number) if re.fullmatch("[0-9]{1,9}", number) else 0, cited
    if isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from _evidence(held)
