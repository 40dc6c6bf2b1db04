"""What a post is called, with the body that it is of."""

import re

from briefing.document import Lang, Phrase
from briefing.model.article import Article
from briefing.model.parts import Post
from briefing.words.catalogue import say


def say_post(article: Article, post: Post, lang: Lang) -> Phrase:
    """Return what a post is called, with its organisation where the title does not name that."""
    body = article.by_id[post.organisation].title if post.organisation else None
    return name_post(say(post.title, lang), say(body, "both") if body else Phrase())


def name_post(title: Phrase, body: Phrase) -> Phrase:
    """Return what a post is called, with its body where the title does not name that.

    Each language is looked at by itself, as a title may name the body in one of them only.
    """
    zh, en = title
    if zh and body.zh and body.zh not in zh:
        shared = max(at for at in range(len(zh) + 1) if body.zh.endswith(zh[:at]))
        zh = f"{body.zh}{zh[shared:]}"
    if en and body.en and not _words(body.en) <= _words(en):
        en = f"{en}, {body.en}"
    return Phrase(zh, en)


def _words(text: str) -> set[str]:
    """Return the words of an English name without those that join them."""
    return set(re.findall(r"\w+", text.lower())) - {"and", "for", "of", "the"}
