"""Whose a post is in a sentence: each of invented ones belongs to its holder and to nobody else."""

import pytest

from briefing.checks.context import find_all
from briefing.checks.posts import Names, find_holders
from support import HERE

ROWS = [
    line.split("\t")[1:]
    for line in (HERE / "names" / "posts.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith(("#", "half\t"))
]
ALSO_ANOTHERS = [("书记", "周某")]
"""A post that is written as the end of another one's longer post is that one's, too."""


@pytest.mark.parametrize(("text", "holders"), ROWS)
def test_a_post_is_its_holders_and_no_others(text: str, holders: str) -> None:
    held = {name: posts.split() for name, posts in (one.split(":") for one in holders.split("; "))}
    for post in {post for posts in held.values() for post in posts}:
        found = {
            name
            for first, last in find_all(text, post)
            for name in find_holders(text, first, last, Names({name: name for name in held}))
        }
        wanted = {name for name, posts in held.items() if post in posts}
        assert found - {name for name in held if (post, name) in ALSO_ANOTHERS} == wanted
