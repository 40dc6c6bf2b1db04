"""Whether a date is that on which an article was published, or on which a report was sent."""

import re
from collections.abc import Iterator

from briefing.model.article import Article
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.numbers.weighing import Judged
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_DATELINE = re.compile("([0-9]{1,2})月([0-9]{1,2})日(?:电|讯)(?![\u4e00-\u9fff]{0,2}[话报])")
"""The day on which a report was sent, which stands at its beginning."""


def _list_moments(article: Article, clauses: Clauses) -> Iterator[str]:
    """Yield when an article was published, sent or published again, as codes of times."""
    source = article.source
    yield source.date
    if source.republished:
        yield f"{source.republished:%Y-%m-%dT%H:%M}"
    text = clauses.texts.get(source.id)
    for paragraph in text.paragraphs if text else ():
        if sent := _DATELINE.search(paragraph.text):
            yield f"{source.day.year}-{int(sent[1]):02}-{int(sent[2]):02}"


def is_of_article(
    one: Judged, sentence: Sentence, facts: Facts, clauses: Clauses
) -> Article | None:
    """Return the article of that date, where the sentence speaks of what was published then.

    It does where it says so, or has the title or the publisher beside the date.
    """
    text = sentence.text
    is_said = any(pattern("published", lang).search(text) for lang in ("zh", "en"))
    spans = [reading.value for reading in one.number.readings if isinstance(reading.value, Span)]
    for article in facts.articles:
        source = article.source
        titles = (source.title, source.publisher)
        names = (name for one in titles if one for name in (one.zh, one.en) if name)
        moments = list(_list_moments(article, clauses))
        if (is_said or any(name in text for name in names)) and any(
            suits(span, code) for span in spans for code in moments
        ):
            return article
    return None
