"""Every message has two languages, and every place that makes one names an entry and its values."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache

import pytest

from briefing import limits
from briefing.problem import Message, Problem, message
from briefing.words.catalogue import catalogue, texts
from briefing.words.messages import problem_line, sentence, told
from support import PACKAGE

CATALOGUE = catalogue()
HAN = re.compile("[\u4e00-\u9fff“”（）：]")
SAME_IN_BOTH = {key for key, (zh, en) in CATALOGUE.items() if zh == en}

# What is made of parts: a variable in a key stands for one of several entries.
MADE = {
    *("value", "heading", "label", "metavar", "option", "command", "panel", "alias", "system"),
    *("record", "stage", "order", "change", "period", "tally", "character", "spelling", "kind"),
    *("gap", "lacking", "reference", "sheet", "column", "argument", "does", "claim", "verified"),
    *("comment", "word-part", "became"),
}


def gaps(text: str) -> set[str]:
    """The names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@cache
def all_calls() -> list[tuple[str, str, ast.Call]]:
    """Every call in the package: the place, what is called, and the call."""
    return [
        (f"{file.name}:{node.lineno}", ast.unparse(node.func), node)
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def calls() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where in the package a message is made: the place, its key, and the names of its values."""
    for place, name, call in all_calls():
        if name == "message":
            given = {one.arg for one in call.keywords}
            names = None if None in given else {name for name in given if name}
            key = call.args[0]
            for one in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                if isinstance(one, ast.Constant):
                    yield place, str(one.value), names


def test_an_entry_has_both_languages_and_they_say_the_same_values() -> None:
    for key, (zh, en) in CATALOGUE.items():
        assert zh, key
        assert en, key
        assert not HAN.search(en), key
        plain = re.sub("{.*?}", "", zh)
        assert HAN.search(zh) or key in SAME_IN_BOTH or not re.search("[a-z]", plain), key
        assert gaps(zh) <= gaps(en) or key == "choice", key


def test_what_is_the_same_in_both_languages_holds_nothing_but_values_and_names() -> None:
    for key in SAME_IN_BOTH:
        plain = re.sub(r"\{[^}]*\}", "", CATALOGUE[key][0])
        assert not re.search("[a-z]{3} [a-z]{3}", plain) or "pip install" in plain


def test_a_place_that_makes_a_message_names_an_entry_and_gives_its_values() -> None:
    assert len([*calls()]) > 100
    for place, key, given in calls():
        for text in texts(key):
            assert given is None or gaps(text) - limits.by_name().keys() <= given, place


def test_every_error_is_made_of_messages() -> None:
    made = {"BriefingError", "Problem", "Finding", "ModelError"}
    for place, name, call in all_calls():
        if name in made:
            words = [one.value for one in call.args if isinstance(one, ast.Constant)]
            assert not any(isinstance(word, str) for word in words), place


def test_every_entry_is_used() -> None:
    used = {key for _, key, _ in calls()}
    sources = "".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    left = [
        key
        for key in CATALOGUE
        if key.partition(".")[0] not in MADE and key not in used and f'"{key}"' not in sources
    ]
    assert left == []


def test_a_message_is_said_with_its_values_those_of_inner_messages_too() -> None:
    hint = message("hint.did-you-mean", suggestion="id")
    unknown = message(
        "unknown-key", record=message("record.place"), key="idd", hint=hint, comma=None
    )
    assert told(unknown, "en") == "the place has no key 'idd' (did you mean id?)"
    assert told(unknown, "zh") == "这个地方没有“idd”这个键（是想写“id”吗？）"
    assert dict(unknown.all_values()) == {
        "record": "place",
        "key": "idd",
        "hint": "did-you-mean",
        "suggestion": "id",
    }


def test_values_may_be_lists_limits_or_harmful() -> None:
    assert told(message("hint.there-are", names=["甲", "乙"]), "zh") == "可选：甲、乙"
    assert f"{limits.SOURCE_CHARACTERS:,}" in told(message("too-large.source"), "en")
    assert told(message("unknown-id", id="\x1b[31m{x}", hint=None), "en").count("\\x1b") == 1


def test_a_key_without_an_entry_of_its_own_is_said_in_general() -> None:
    assert sentence(Message("system.EXYZ", {"why": "Odd"})) == ("Odd", "Odd")
    with pytest.raises(KeyError):
        texts("nothing-like-this")


def test_a_problem_is_one_line_with_its_place_and_code() -> None:
    problem = Problem("a\n.yaml", 3, 7, message("tally.to-do", count=2), warning=True)
    assert problem_line(problem, "en") == "a\\n.yaml:3:7: tally: to do: 2 (a warning)"
    assert problem_line(problem, "zh") == "a\\n.yaml:3:7: tally: 待办 2（警告）"
