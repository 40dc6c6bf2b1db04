"""Who wrote an article and who edited it, where a sentence tells the one of the other."""

from collections.abc import Iterator, Sequence

from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import compile_words

_WROTE = compile_words(
    "reporters?|journalists?|correspondents?|wrote|written by|bylines?|authors?", "记者|采写|撰写"
)
_EDITED = compile_words("editors?|edited", "责编|编辑")


def judge_press(
    sentence: Sentence, mentions: list[Mention], articles: Sequence[Article]
) -> Iterator[Found]:
    """Yield the names of editors told as reporters, and of reporters told as editors."""
    wrote = any(_WROTE[one].search(sentence.text) for one in sentence.languages)
    edited = any(_EDITED[one].search(sentence.text) for one in sentence.languages)
    if wrote == edited:
        return
    sources = [one.source for one in articles]
    reporters = set(_list_names([name for one in sources for name in one.reporters]))
    editors = set(_list_names([one.editor for one in sources]))
    of_other = editors - reporters if wrote else reporters - editors
    for mention in mentions:
        if not mention.entries and mention.text in of_other:
            yield Found(mention.start, mention.end, "name", UNKNOWN)


def _list_names(names: Sequence[Bilingual | None]) -> Iterator[str]:
    for one in filter(None, names):
        yield from filter(None, (one.zh, one.en))
