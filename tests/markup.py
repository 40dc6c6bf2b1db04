"""Pages as the tests read them."""

from html.parser import HTMLParser

_VOID = {"meta", "link", "input"}


class Page(HTMLParser):
    """Collects the texts of a page with their languages, and checks that elements are nested."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.runs: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self._last: object = None
        self.feed(content)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append(tag)
        self.ids += [attributes["id"] or ""] if "id" in attributes else []
        self.links += [attributes["href"] or ""] if tag == "a" else []
        assert not any(name.startswith("on") or name in ("style", "src") for name in attributes)
        if tag not in _VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Collect the texts of each element that names its language, as one."""
        if self.open and self.open[-1][0] not in ("style", "script", "title") and data.strip():
            named = [at for at in self.open if at[0] != "html" and "lang" in at[1]]
            lang = named[-1][1]["lang"] if named else None
            if self.runs and named and self._last is named[-1]:
                data = self.runs.pop()[0] + data
            self._last = named[-1] if named else None
            self.runs.append((data, lang))
