"""What a web page says of itself where no reader sees it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.drafting.pages.lines import as_shown, leave_out_hidden

_METAS = {
    "title": "articletitle og:title dc.title twitter:title",
    "time": "pubdate publishdate og:time article:published_time firstpublishedtime apub:time",
    "source": "contentsource source",
    "author": "author article:author og:article:author",
    "editor": "editor",
    "site": "sitename og:site_name application-name",
    "section": "columnname",
    "address": "og:url url",
}
"""The names of metadata for each fact, the surest first."""
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")


def find_facts(tree: Any, text: str) -> Iterator[tuple[str, str]]:
    """Yield what a page says of itself in its metadata, each fact once."""
    told: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        if content := as_shown(meta.get("content") or ""):
            told.setdefault(name.strip().lower(), content)
    linked = dict(_linked_data(tree))
    for fact, names in _METAS.items():
        listed = [told[name] for name in names.split() if name in told]
        if (value := next(iter(listed), linked.get(fact))) and fact != "address":
            yield fact, as_shown(value)
    addresses = [
        *(link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"),
        *(told.get(name, "") for name in _METAS["address"].split()),
        *_SAVED_FROM.findall(text[:2000]),
    ]
    if address := next((one for one in addresses if re.match("https?://", one)), None):
        yield "address", leave_out_hidden(address)


def _linked_data(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the facts that a page tells in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):  # broken, or nested as deep as no metadata is
            continue
        for one in data if isinstance(data, list) else [data]:
            if not isinstance(one, dict):
                continue
            for fact, key in (("title", "headline"), ("time", "datePublished")):
                if isinstance(one.get(key), str):
                    yield fact, one[key]
            publisher = one.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                yield "site", publisher["name"]
