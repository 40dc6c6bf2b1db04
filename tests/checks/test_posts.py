"""Whose a post is in a sentence: each of invented ones belongs to its holder and to nobody else."""

from pathlib import Path

import pytest

from briefing.checks.naming import comparable
from briefing.checks.rules import posts as rule
from briefing.checks.rules.posts import Names, find_holders
from briefing.checks.spans import find_all
from support import HERE, briefing, write_rule_example

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


@pytest.mark.parametrize(
    ("text", "post", "holders"),
    [
        ("县领导王某、李某（县委副书记）、张某、赵某到场。", "县领导", "王某 李某 张某 赵某"),
        ("县领导王某、李某（县委副书记）、张某、赵某到场。", "县委副书记", "李某"),
        ("王某（市长）、李某书记到场。", "市长", "王某"),
        ("王某（市长）、李某书记到场。", "书记", "李某"),
        ("王某(市委副书记、市长)和李某到场。", "市长", "王某"),
        ("丁县县长王某（记者 李某）说。", "记者", "李某"),
        ("李某、王某（县委常委、副县长）、张某到场。", "副县长", "王某"),
        ("李某、王某（县委常委、副县长）、张某到场。", "县长", ""),
        ("甲县开工。（记者周某 通讯员李某 张某）", "通讯员", "李某 张某"),
    ],
)
def test_a_post_in_brackets_is_that_of_the_name_before_them(
    text: str, post: str, holders: str
) -> None:
    names = Names({name: name for name in ("王某", "李某", "张某", "赵某")})
    text = comparable(text)
    (span,) = find_all(text, post)
    assert find_holders(text, *span, names) == set(holders.split())


def test_a_post_that_many_people_have_is_looked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def find(text: str, first: int, last: int, names: Names) -> set[str]:
        asked.append(text[first:last])
        return find_holders(text, first, last, names)

    monkeypatch.setattr(rule, "find_holders", find)
    people = ", ".join(
        f"{{id: p{number}, name: {{zh: 王某}}, evidence: [{{paragraph: 2, anchor: 王某}}],"
        " posts: [{title: {zh: 市长}, evidence: [{paragraph: 2, anchor: 市长}]}]}"
        for number in range(50)
    )
    model = write_rule_example(f"# 市长王某到场。\npeople: [{people}]", tmp_path)
    assert briefing("check", model).status == 1
    assert asked == ["市长"]
