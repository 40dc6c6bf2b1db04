"""What YAML text means to the reader, and where it says things stand."""

import re
import sys
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.limits import MODEL_VALUES, NESTING_LEVELS
from briefing.model import yamlevents, yamlfile
from briefing.model.yamldump import dump
from briefing.model.yamlfile import Parsed, read_quickly
from briefing.shelf.library import load
from briefing.words.messages import told
from support import SMALLEST
from texts import READABLE


def data(text: str) -> Any:
    parsed = Parsed(text, "model.yaml")
    assert parsed.problems == []
    return parsed.data


def codes(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.code) for one in Parsed(text, "model.yaml").problems]


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "12:30", "010", "1.10", "1e3", "0x1F", "2031-05-06", "=", "<<"]
)
def test_a_plain_scalar_means_what_is_written(written: str) -> None:
    assert data(f"key: {written}") == {"key": written}
    assert data(f"{written}: value") == {written: "value"}


@pytest.mark.parametrize("written", ["", "~", "null", "# nothing but a comment"])
def test_these_are_nothing(written: str) -> None:
    assert data(f"key: {written}") == {"key": None}


@pytest.mark.parametrize("written", ["''", '""', "'~'", '"null"', "Null", "NULL", "none"])
def test_these_are_text(written: str) -> None:
    assert data(f"key: {written}") == {"key": written.strip("'\"")}


def test_the_model_decides_on_the_type(smallest: str) -> None:
    (article,) = load([smallest]).articles
    assert article.source.published == "2031-05-06"
    assert article.summary.evidence[0].paragraph == 1


@pytest.mark.parametrize("zh", ["no", "12:30", "010", "1.10", "2031-05-06", "true"])
def test_a_text_of_the_model_is_text_whatever_it_looks_like(zh: str) -> None:
    parsed = data(SMALLEST.replace("zh: 标题", f"zh: {zh}"))
    assert parsed["source"]["title"]["zh"] == zh


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_ends_at_64_levels(opening: str, closing: str) -> None:
    deep = opening * NESTING_LEVELS + "x" + closing * NESTING_LEVELS
    assert codes(deep) == []
    deeper = opening * (NESTING_LEVELS + 1) + "x" + closing * (NESTING_LEVELS + 1)
    assert codes(deeper) == [(1, len(opening) * NESTING_LEVELS + 1, "too-deep")]
    assert codes(opening * 100_000) == [(1, len(opening) * NESTING_LEVELS + 1, "too-deep")]


@pytest.mark.parametrize(
    ("deep", "place"),
    [
        ("- " * 20_000, (1, 2 * NESTING_LEVELS + 1, "too-deep")),
        ("[\n" * 20_000, (NESTING_LEVELS + 1, 1, "too-deep")),
        ("[a," * 20_000, (1, 3 * NESTING_LEVELS + 1, "too-deep")),
        ("a: {b: " + "[" * 20_000, (1, 8 + NESTING_LEVELS - 2, "too-deep")),
        ("".join(" " * i + "a:\n" for i in range(2_000)), (NESTING_LEVELS + 1, 65, "too-deep")),
        ("? " * 20_000, (1, 3, "syntax")),
        ("{" * 20_000, (1, 2, "syntax")),
        ("[" * 32 + "{" + "[" * 20_000, (1, 34, "syntax")),
    ],
)
def test_nesting_of_any_kind_ends_before_the_parser_does(
    deep: str, place: tuple[int, int, str]
) -> None:
    assert codes(deep) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 70 + "@", (1, 65, "too-deep")),
        ("[" * 70 + '"\\q"', (1, 65, "too-deep")),
        ("[" * 64 + "@", (1, 65, "syntax")),
        ("[&x 1, @", (1, 2, "alias")),
        ("[!x 1, @", (1, 2, "tag")),
        ("{a]@", (1, 3, "syntax")),
        ("{a: 1, a: 2, @", (1, 8, "duplicate-key")),
    ],
)
def test_the_first_thing_wrong_is_told_though_the_parser_reads_ahead(
    text: str, place: tuple[int, int, str]
) -> None:
    assert codes(text)[0] == place


@pytest.mark.parametrize("text", ["[" * 5, "a: [", "a:\n  {b: c"])
def test_what_is_not_closed_is_told_at_the_end_of_the_text(text: str) -> None:
    lines = text.split("\n")
    assert codes(text) == [(len(lines), len(lines[-1]) + 1, "syntax")]


def test_the_parser_written_in_python_ends_nesting_at_the_same_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [
        "[" * 2_000,
        "{a: " * 2_000,
        "- " * 2_000,
        "? " * 2_000,
        "[" * 70 + "@",
        "a: [",
        "{a]@",
    ]
    compiled = [codes(text) for text in texts]
    for module in (yamlevents, yamlfile):
        monkeypatch.setattr(module, "LOADER", yaml.SafeLoader)
    assert [codes(text) for text in texts] == compiled


@pytest.mark.parametrize("limit", [NESTING_LEVELS + 1, 100, 1_000])
def test_a_limit_of_the_parser_is_never_the_one_that_is_told(
    monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    class Limited(yaml.SafeLoader):
        """A parser that makes all tokens before the first event, and that nests only so deep."""

        def get_event(self) -> Any:
            while self.tokens and not isinstance(self.tokens[-1], yaml.StreamEndToken):
                self.fetch_more_tokens()
                if self.flow_level > limit:
                    mark = self.tokens[-1].start_mark
                    raise yaml.scanner.ScannerError("while nesting", mark, "too much", mark)
            return super().get_event()  # type: ignore[no-untyped-call]  # so says its stub

    for module in (yamlevents, yamlfile):
        monkeypatch.setattr(module, "LOADER", Limited)
    assert codes("[" * 1_200) == [(1, NESTING_LEVELS + 1, "too-deep")]
    assert codes("[" * NESTING_LEVELS + "]" * NESTING_LEVELS) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x 1\nb: *x", (1, 4, "alias")),
        ("a: 1\nb: *x", (2, 4, "alias")),
        ("a: &x [1]", (1, 4, "alias")),
        ("<<: *x", (1, 5, "alias")),
        ("a: !!int 1", (1, 4, "tag")),
        ("a: !x {}", (1, 4, "tag")),
        ("!!python/object/apply:os.system [ls]", (1, 1, "tag")),
        ("a: 1\n---\nb: 2", (2, 1, "syntax")),
        ("a: 1\n--- \n", (2, 1, "syntax")),
        ("? [a]\n: 1", (1, 3, "syntax")),
        ("a: 1\n\tb: 2", (2, 1, "syntax")),
        ("a: 'x", (1, 6, "syntax")),
        ("甲: 乙\n丙: a\x07", (2, 5, "control-character")),
        ("甲: 乙\n丙: 丁\u200b戊", (2, 5, "control-character")),
        ('甲: "乙\x85丙"', (1, 6, "control-character")),
        ('a: "\\u200b"', (1, 4, "control-character")),
        ("a: 1\n\u3164b: 2", (2, 1, "control-character")),
        ("a: x\r\nb: \x1b", (2, 4, "control-character")),
    ],
)
def test_what_is_refused_is_told_where_it_stands(text: str, place: tuple[int, int, str]) -> None:
    assert codes(text) == [place]


def test_every_doubled_key_is_told() -> None:
    assert codes("a: 1\na: 2\nb: {c: 1, c: 2, c: 3}") == [
        (2, 1, "duplicate-key"),
        (3, 11, "duplicate-key"),
        (3, 17, "duplicate-key"),
    ]


def test_positions_of_keys_and_values() -> None:
    mark = Parsed("甲: 乙\nb:\n  - c\n  - {d: e, f: g}\n", "model.yaml").mark
    assert mark.at(("甲",))[:2] == (0, 3)
    assert mark.at(("b", 1))[:2] == (3, 4)
    assert mark.at(("b", 1, "f"))[:2] == (3, 14)
    assert mark.at(("b", 1, "f"), key=True)[:2] == (3, 11)


def test_what_is_not_there_has_the_position_of_what_should_hold_it() -> None:
    mark = Parsed("a:\n  - b: c\n", "model.yaml").mark
    assert mark.at(("a", 0, "missing", "deeper"))[:2] == (1, 4)


PLAIN = st.recursive(
    st.none() | st.text(READABLE | st.sampled_from("\n\t"), min_size=1),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(READABLE), inner),
    max_leaves=12,
)


@given(PLAIN)
def test_data_survives_writing_and_reading(plain: Any) -> None:
    assert data(dump(plain)) == plain


def test_a_text_with_the_wide_blank_of_chinese_is_read_quickly() -> None:
    assert yamlfile.read_quickly("title: 县长王\u3000某\n") == {"title": "县长王\u3000某"}


@given(PLAIN | st.text(st.sampled_from("ab:-[]{},'\"#|>&*!%@` \u3000\n\t~甲")))
def test_the_quick_reader_and_the_one_with_positions_read_the_same(held: Any) -> None:
    text = held if isinstance(held, str) else dump(held)
    try:
        quick = yamlfile.read_quickly(text)
    except yamlfile.NeedsFullParse:
        return
    whole = yamlfile.read_with_positions(text, "model.yaml")
    assert (whole.data, whole.problems) == (quick, [])


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c", "a colon cannot stand here"),
        ("a: [1, 2", "a comma or a closing bracket is missing"),
        ("a: [1 2}", "a comma or a closing bracket is missing"),
        ("a: 'x", "a quotation mark or a bracket is not closed"),
        ("a: 1\n b: 2", "read as the continuation of the text in line 1"),
        ("{a: b: c}", "a colon cannot stand here"),
        ("a:\n  b: [1, 2\nc: 3", "the bracket is opened in line 2, column 6"),
        ("a:\n  - 1\n 2: 3", "the indentation is wrong here"),
        ("a: @x", "no value can begin with this character"),
        ("\ta: 1", "there is a tab where spaces are needed"),
        ("a: - b", "a list item cannot stand here"),
        ("a\nb: 1", "a colon"),
    ],
)
def test_a_slip_is_told_in_the_same_words_whatever_the_parser(
    text: str, said: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(yaml, loader):
        pytest.skip("PyYAML is without libyaml here")
    for module in (yamlevents, yamlfile):
        monkeypatch.setattr(module, "LOADER", getattr(yaml, loader))
    (problem,) = Parsed(text, "model.yaml").problems
    assert problem.code == "syntax"
    assert said in told(problem.message, "en")


POINTS = [
    one
    for one in range(1, sys.maxunicode + 1)
    if unicodedata.category(chr(one)) in ("Cc", "Cf", "Mn", "Zl", "Zp", "Zs", "Lm", "Sk")
    or one & 0xFFFE == 0xFFFE
    or one in (0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFF0, 0x2065, 0xE0FFF, 0xE000, 0xFDD0)
]


def test_what_may_stand_in_a_value_is_exported_and_read_again() -> None:
    opening = SMALLEST + "places: [{id: p, name: {zh: 名}, kind: city, aliases: [\n"
    closing = "], evidence: [{paragraph: 1, anchor: 要点}]}]\n"
    lines = [f'"a\\U{one:08X}",\n' for one in POINTS]
    first = opening.count("\n") + 1
    problems = Parsed(opening + "".join(lines) + closing, "m").problems
    refused = {POINTS[one.line - first] for one in problems}
    assert {one.code for one in problems} == {"control-character"}
    assert refused >= {0x1B, 0x202E, 0x200B, 0x3164, 0x115F, 0xFFF9, 0xE0041, 0xFDD0, 0x1FFFE}
    assert refused.isdisjoint({0x20, 0xA0, 0x3000, 0x301, 0xFE0F, 0xE0100, 0xE000})
    kept = "".join(line for one, line in zip(POINTS, lines, strict=True) if one not in refused)
    data = Parsed(opening + kept + closing, "m").data
    assert data
    assert Parsed(dump(data), "m").data == data
    assert all(ord(one) not in refused for one in dump(data))


@pytest.mark.parametrize(("item", "values"), [("- {a: b, c: d}\n", 3), ("- [[], b]\n", 3)])
def test_a_key_is_no_value_of_those_that_a_model_may_have(item: str, values: int) -> None:
    most = (MODEL_VALUES - 1) // values
    assert not Parsed(item * most, "m").problems
    assert [one.code for one in Parsed(item * (most + 1), "m").problems] == ["too-large"]


@pytest.mark.parametrize("text", ["a\ufe0f\ufe0f", "\ufe0fa", "a\U000e0100\ufe01"])
def test_a_selector_of_a_variant_follows_a_character(text: str) -> None:
    assert [one.code for one in Parsed(f'a: "{text}"', "m").problems] == ["control-character"]
    assert not Parsed('a: "葛\U000e0100❤\ufe0f"', "m").problems


def test_quoted_values_of_a_plain_text_are_not_looked_through_for_what_is_unseen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(re, "search", lambda *given: asked.append(given))
    assert read_quickly("a: ['码头', '港口']\n") == {"a": ["码头", "港口"]}
    assert not asked
