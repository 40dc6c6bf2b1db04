"""What the records of one article say of one another."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from briefing.model.article import Article
from briefing.model.records import Record


class Web:
    """Finds the records that a record is about, those about it, and its parts."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def _about(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for _, record in self.article.records():
            for name in getattr(record, "about", ()):
                found[name].append(record)
        return found

    @cached_property
    def _parts(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for _, record in self.article.records():
            found[getattr(record, "part_of", None) or ""].append(record)
        return found

    def get(self, name: str | None) -> Record | None:
        """Return the record of that id, if there is one."""
        return self.article.by_id.get(name or "")

    def whom(self, record: Record) -> list[Record]:
        """Return the records that a record is about."""
        return [self.article.by_id[name] for name in getattr(record, "about", ())]

    def about(self, record: Record) -> list[Record]:
        """Return the records that are about a record."""
        return self._about.get(record.id, [])

    def parts(self, record: Record) -> list[Record]:
        """Return the records that are directly part of a record."""
        return self._parts.get(record.id, [])
