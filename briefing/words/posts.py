"""What a post is called, with the body that it is of."""

import re

from briefing.document import Lang, Phrase
from briefing.model.article import Article
from briefing.model.parts import Post
from briefing.words.catalogue import say


def post_title(article: Article, post: Post, lang: Lang) -> Phrase:
    """Return what a post is called, with its organisation where the title does not name that.

    Each language is looked at by itself, as a title may name the organisation in one of them only.
    """
    title = say(post.title, lang)
    if post.organisation is None:
        return title
    name = article.by_id[post.organisation].title
    zh, en = title
    if zh and name.zh not in zh:
        shared = max(at for at in range(len(zh) + 1) if name.zh.endswith(zh[:at]))
        zh = f"{name.zh}{zh[shared:]}"
    if en and name.en and not _words(name.en) <= _words(en):
        en = f"{en}, {name.en}"
    return Phrase(zh, en)


def _words(text: str) -> set[str]:
    """Return the words of an English name without those that join them."""
    return set(re.findall(r"\w+", text.lower())) - {"and", "for", "of", "the"}
