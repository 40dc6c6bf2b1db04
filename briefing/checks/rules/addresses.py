"""The rule on the address of the article."""

from collections.abc import Iterator

from briefing.checks.registry import model_rule
from briefing.model.addresses import is_of_the_web
from briefing.model.article import Article
from briefing.problem import Finding, message


@model_rule(warning=True)
def address_not_of_web(article: Article) -> Iterator[Finding]:
    """The address of the article does not begin with http:// or https:// and a site. A warning.

    No other leads a reader to a page: a file is on one machine alone, and a script is no place.

    Passes:
        source: {address: "https://example.org/2031/article.html"}
    Fails:
        source: {address: "file:///home/reader/article.html"}
    """
    address = article.source.address
    if address is not None and not is_of_the_web(address):
        yield Finding(message("address-not-of-web", address=address), ("source", "address"))
