"""Whether an article says by when, for how much money or by whom a thing is done, or lacks it.

It may say so of the thing, of what that is part of or serves, and of what is part of it. Each
answer is found once for a record, so that records which are all about one another cost no more.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from briefing.model.choices import OPEN_STAGES, GapKind
from briefing.model.names import name_key
from briefing.model.parts import Part
from briefing.model.periods import days_of
from briefing.model.records import Figure, Project, Record, Strategy
from briefing.shelf.relations import Relations

_AHEAD = re.compile("未来|今后|接下来|明年|后年")
"""What in the words of a period tells that it is still to come, as 未来五年."""


class Answers:
    """Knows of which records of one article one of these questions is answered."""

    def __init__(self, relations: Relations, kind: GapKind) -> None:
        self._relations = relations
        self._kind = kind
        self._below: dict[str, bool] = {}
        self._at = {one.id for _, one in relations.article.records() if self._is_said_at(one)}
        self._above = self._find_above()

    def is_said_of(self, record: Record, part: Part) -> bool:
        """Return whether the question is answered of a record, or of a part of it."""
        if part is not record and self._is_said_in(part):
            return True
        if any(one.id in self._above for one in (record, *self._serving(record))):
            return True
        return part is record and self._is_said_below(record)

    def list_answering(self, record: Record, part: Part) -> Iterator[Part]:
        """Yield what answers the question of a record or of a part of it, the nearest first."""
        if part is not record and self._is_said_in(part):
            yield part
        near = {one.id: one for one in (record, *self._serving(record)) if one.id in self._above}
        ahead = list(near.values())
        for one in ahead:  # it grows
            if one.id in self._at:
                yield from self._list_said_at(one)
            for whole in self._wholes(one):
                if whole.id in self._above and whole.id not in near:
                    near[whole.id] = whole
                    ahead.append(whole)
        if part is record:
            yield from self._list_below(record, {record.id})

    def _list_said_at(self, record: Record) -> Iterator[Part]:
        about = (one for one in self._relations.list_about(record) if isinstance(one, Figure))
        yield from filter(self._is_said_in, (record, *about))

    def _list_below(self, record: Record, seen: set[str]) -> Iterator[Part]:
        """Yield what answers it of the measures and parts of a record, or of what is tied to it."""
        yield from filter(self._is_said_in, getattr(record, "measures", ()))
        parts = self._relations.list_parts(record) if isinstance(record, Strategy) else ()
        for one in parts:
            if one.id not in seen:
                seen.add(one.id)
                yield from filter(self._is_said_in, (one,))
                yield from self._list_below(one, seen)
        for one in self._list_tied(record):
            yield from self._list_said_at(one)

    def _is_said_in(self, part: Part) -> bool:
        if self._kind == "no_money":
            return isinstance(part, Figure) and part.kind == "money"
        if self._kind == "no_date":
            return bool(getattr(part, "due", None)) or self._is_of_time_ahead(part)
        return any(getattr(part, field, None) for field in ("actors", "partners"))

    def _is_of_time_ahead(self, part: Part) -> bool:
        """Return whether a figure that is still open is of a time that ends after the article."""
        if not isinstance(part, Figure) or part.stage not in OPEN_STAGES or not part.period:
            return False
        if isinstance(part.period, str):
            return days_of(part.period).last > self._relations.article.source.day
        return bool(_AHEAD.search(part.period.zh))

    def _is_said_at(self, record: Record) -> bool:
        """Return whether a record answers it, or a figure about it; this is no deadline."""
        figures = (one for one in self._relations.list_about(record) if isinstance(one, Figure))
        return self._is_said_in(record) or (
            self._kind != "no_date" and any(map(self._is_said_in, figures))
        )

    def _find_above(self) -> set[str]:
        """Return the records of which it is said, or of what they are part of."""
        held_by: dict[str, list[str]] = defaultdict(list)
        for _, record in self._relations.article.records():
            for whole in self._wholes(record):
                held_by[whole.id].append(record.id)
        found, reached = set(self._at), list(self._at)
        for one in reached:  # it grows
            new = set(held_by.get(one, ())) - found
            found |= new
            reached += new
        return found

    def _serving(self, record: Record) -> list[Record]:
        """Return the plans about a plan or, where the owner is asked for, about a project.

        Who is to do one part of a layout is not to do the others.
        """
        asks_owner = self._kind == "no_owner"
        if asks_owner and isinstance(record, Strategy) and record.kind == "layout":
            return []
        if isinstance(record, Strategy) or (isinstance(record, Project) and asks_owner):
            return [one for one in self._relations.list_about(record) if isinstance(one, Strategy)]
        return []

    def _wholes(self, record: Record) -> Iterator[Record]:
        """Yield what a record is part of; a plan's money is not that of each project in it."""
        if isinstance(record, Strategy):
            whole = self._relations.find(record.part_of)
            yield from [whole] if whole else ()
        for one in self._relations.list_subjects(record):
            if isinstance(record, Project) and isinstance(one, Project):
                if name_key(one.name.zh) in name_key(record.name.zh):
                    yield one
            elif isinstance(record, Project) and isinstance(one, Strategy):
                if self._kind != "no_money":
                    yield one
            elif isinstance(record, Figure) and isinstance(one, Figure | Strategy | Project):
                yield one

    def _is_said_below(self, record: Record) -> bool:
        """Return whether it is said of a measure or a part, or of a project in a plan."""
        if record.id not in self._below:
            self._below[record.id] = self._is_said_of_parts(record)
        return self._below[record.id]

    def _is_said_of_parts(self, record: Record) -> bool:
        if any(map(self._is_said_in, getattr(record, "measures", ()))):
            return True
        if isinstance(record, Strategy) and any(
            self._is_said_in(part) or self._is_said_below(part)
            for part in self._relations.list_parts(record)
        ):
            return True
        return any(one.id in self._at for one in self._list_tied(record))

    def _list_tied(self, record: Record) -> list[Record]:
        """Return the projects and figures that may answer it of a record that they are tied to."""
        if self._kind == "no_date" or (self._kind == "no_owner" and not isinstance(record, Figure)):
            return []
        tied = (*self._relations.list_subjects(record), *self._relations.list_about(record))
        return [one for one in tied if isinstance(one, Project | Figure)]
