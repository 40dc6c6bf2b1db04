"""What the records of one article say of one another."""

from briefing.model.article import Article
from briefing.model.records import Record


class Web:
    """Finds the records that a record is about, those about it, and its parts."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def get(self, name: str | None) -> Record | None:
        """Return the record of that id, if there is one."""
        return self.article.by_id.get(name or "")

    def whom(self, record: Record) -> list[Record]:
        """Return the records that a record is about."""
        return [self.article.by_id[name] for name in getattr(record, "about", ())]

    def about(self, record: Record) -> list[Record]:
        """Return the records that are about a record."""
        return self.article.records_about.get(record.id, [])

    def parts(self, record: Record) -> list[Record]:
        """Return the records that are directly part of a record."""
        return [part for _, part in self.article.parts_of.get(record.id, ())]
