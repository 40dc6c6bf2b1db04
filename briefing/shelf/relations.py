"""What the records of one article are about, what is about them, and their parts."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from briefing.model.article import Article
from briefing.model.names import name_key
from briefing.model.records import Record, Term


class Relations:
    """Finds the records of an article that a record is tied to."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def find(self, name: str | None) -> Record | None:
        """Return the record of that id, if there is one."""
        return self.article.by_id.get(name or "")

    def list_subjects(self, record: Record) -> list[Record]:
        """Return the records that a record is about."""
        return [self.article.by_id[name] for name in getattr(record, "about", ())]

    def list_about(self, record: Record) -> list[Record]:
        """Return the records that are about a record."""
        return self.article.records_about.get(record.id, [])

    def list_parts(self, record: Record) -> list[Record]:
        """Return the records that are directly part of a record."""
        return [part for _, part in self.article.parts_of.get(record.id, ())]

    @cached_property
    def spelled_out(self) -> Mapping[str, set[str]]:
        """The names of the terms about a record that spell out what they count."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.article.of(Term):
            for name in term.about if term.spelled_out else ():
                found[name].add(name_key(term.name.zh))
        return found
