"""Searching: what is found, in which order, and why."""

import csv
import json
from functools import cache
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.limits import QUERY_CHARACTERS
from briefing.names.stems import is_akin, stem
from briefing.shelf.library import Library
from briefing.shelf.pages import level
from briefing.shelf.query import Query, Word, parse
from briefing.shelf.searching import answer
from briefing.shelf.synonyms import find_synonyms
from briefing.shelf.typos import find_nearest
from briefing.shelf.vocabulary import AKIN, Vocabulary
from briefing.shelf.wordpatterns import compare
from support import EXAMPLE, briefing, example


def ids(library: Library, *words: str) -> list[str]:
    return [one.hit.record.id for one in answer(library, words).results]


@given(st.text())
def test_a_levelled_text_has_every_character_at_its_place(text: str) -> None:
    assert len(level(text)) == len(text)


@pytest.mark.parametrize(
    "forms",
    [
        *("city cities", "policy policies", "open opening opened opens", "zone zones"),
        *("plan planned", "box boxes", "process processes", "make making makes"),
        *("business businesses", "speed speeds"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(one) for one in forms.split()}) == 1


@pytest.mark.parametrize("words", ["bus business", "policy police", "port porter", "sing string"])
def test_other_words_have_other_stems(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (["dry", "port"], Query((Word("dry"), Word("port")))),
        (["the", "port"], Query((Word("port"),))),
        (["port", "port"], Query((Word("port"),))),
        (["the"], Query((Word("the"),))),
        (["“dry", "port”"], Query((Word("dry port", True),))),
        (['"dry port"', "「北」"], Query((Word("dry port", True), Word("北", True)))),
        (["¶26"], Query((), (26, 26))),
        (["第２６段"], Query((), (26, 26))),
        (["paragraph", "26"], Query((), (26, 26))),
        (["¶12–14"], Query((), (12, 14))),
        (["p26", "北"], Query((Word("北"),), (26, 26))),
        (["26"], Query((Word("26"),))),
    ],
)
def test_what_is_asked_is_read(arguments: list[str], query: Query) -> None:
    assert parse(arguments) == query


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("码头", "wharf signing"),  # names before what is said
        ("碼頭", "wharf signing"),
        ("WHARVES", ""),
        ("wharfs", "wharf signing"),
        ("strategies", "three-steps"),
        ("matou", "wharf signing"),
        ("ma tou", "wharf signing"),
        ("dong jia", "dongjia"),
        ("dongjia", "dongjia"),
        ("東甲", "dongjia"),
        ("东甲县", "dongjia"),
        ("what is the wharf", "wharf"),
        ("甲一 码头", "wharf"),
        ("how much money", "investment"),
        ("茶园排第几", "tea"),
        ("「码头签约」", "signing"),
        ("「签约码头」", ""),
        ("东甲的码头", "dongjia"),  # the parts of a word that nothing holds
        ("tea", "tea"),
        ("Gard", "tea"),
        ("1.2", "tea"),
        ("12.5", "growth"),
        ("xiyi 陶瓷", "ceramics"),
        ("starts", "starts"),  # an id
        ("qingchuan-2031-05-06/starts", "starts"),
        ("¶6", "takeaway-dongjia"),
    ],
)
def test_the_best_come_first(words: str, first: str, example_library: Library) -> None:
    found = ids(example_library, *words.split(" "))
    assert " ".join(found).startswith(first)
    assert bool(found) == bool(first)


def test_a_word_that_names_a_section_finds_its_records(example_library: Library) -> None:
    assert "wharf" in ids(example_library, "东甲有什么项目")


def test_what_comes_from_a_paragraph_is_in_the_order_of_the_text(example_library: Library) -> None:
    found = answer(example_library, ["¶4–6"]).results
    first = [min(one.text.paragraph or 0 for one in result.matches) for result in found]
    assert len(first) > 1
    assert first == sorted(first)
    assert set(first) <= {4, 5, 6}


@pytest.mark.parametrize(
    ("words", "found", "told"),
    [
        ("warf", True, "briefing: no record holds 'warf' (did you mean wharf?)\n"),
        ("马头", True, "briefing: no record holds '马头' (did you mean 码头?)\n"),
        ("trea", False, "briefing: no record holds 'trea' (did you mean area, tea?)\n"),
        ("wharf unsaid", False, "no record holds 'wharf unsaid'\nno record has 'unsaid'; search"),
        ("陶瓷 码头", True, "briefing: no record holds all of these words: these come nearest\n"),
        ("quays", True, "briefing: no record holds 'quays'; it was looked for as wharf, 码头\n"),
        ("tea gardens xiyi unsaid", True, "no record holds 'unsaid'\n"),
        ("nuclear wharf", False, "no record has 'nuclear'"),
    ],
)
def test_what_is_not_found_is_told_and_what_is_near(words: str, found: bool, told: str) -> None:
    run = example("search", *words.split(), "--lang", "en")
    assert run.status == 0
    assert told in run.err
    assert ("Nothing matches." in run.out) != found


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("the quay contract", "signing wharf"),  # words that mean about the same
        ("东甲码头什么时候签约", "signing"),  # a question without blanks
        ("investor total", "investment"),  # other endings
        ("teagard unsaid 茶园", "tea"),  # one word that shortens two
        ("dong jia quay", "wharf"),  # syllables of one name
        ("茶園面積多少", "tea"),
        ("quantum computing", ""),
        ("核电站", ""),
        ("“unsaid” wharf signing", ""),  # what is in quotation marks must be found
    ],
)
def test_where_no_record_has_every_word_the_nearest_come_first(
    words: str, first: str, example_library: Library
) -> None:
    found = ids(example_library, *words.split(" "))
    assert set(first.split()) <= set(found[:3])
    assert bool(found) == bool(first)


@pytest.mark.parametrize("words", ["farmers farming", "industry industrial", "signing signed"])
def test_words_that_differ_in_their_endings_are_akin(words: str) -> None:
    assert is_akin(*words.split())


@pytest.mark.parametrize("words", ["plan plant", "station state", "metro metropolitan"])
def test_other_words_are_not_akin(words: str) -> None:
    assert not is_akin(*words.split())


@pytest.mark.parametrize(
    ("words", "others"),
    [("motorways", "expressway"), ("environmental", "生态"), ("动车", "高铁"), ("unsaid", None)],
)
def test_words_that_mean_the_same_are_known_in_any_form(words: str, others: str | None) -> None:
    known = find_synonyms(words)
    assert others in known if others else not known


@pytest.mark.parametrize("words", ["CNY 30 billion", "2 May 2031", "signed", "已签约"])
def test_values_are_found_as_a_reader_sees_them(words: str, example_library: Library) -> None:
    assert ids(example_library, *words.split())


def test_json_says_where_the_words_stand() -> None:
    found = json.loads(example("search", "甲一碼頭", "-O", "json").out)
    assert found[0]["matches"][0] == {
        "field": "name",
        "lang": "zh",
        "text": "甲一码头",
        "spans": [[0, 4]],
    }
    for record in found:
        assert all(match["text"] and match["spans"] for match in record["matches"])


def test_nothing_has_the_shape_of_something() -> None:
    assert json.loads(example("search", "unsaid", "-O", "json").out) == []
    (heading,) = csv.reader(example("search", "unsaid", "-O", "csv").out.splitlines())
    (some, *_) = csv.reader(example("search", "wharf", "-O", "csv").out.splitlines())
    assert set(heading) <= set(some)


@pytest.mark.parametrize(
    ("form", "marked"),
    [
        ("md", "Name: Jiayi **Wharf**"),
        ("html", "Jiayi <mark>Wharf</mark>"),
        ("text", "Jiayi Wharf"),
    ],
)
def test_what_is_found_is_marked(form: str, marked: str) -> None:
    assert marked in example("search", "wharf", "-O", form, "--lang", "en").out


def test_a_terminal_shows_what_is_found_on_a_line_below() -> None:
    run = example("search", "wharf", "--lang", "en", FORCE_COLOR="1", COLUMNS="80")
    assert "\n   Name: Jiayi \x1b[7mWharf\x1b[0m\n" in run.out


@pytest.mark.parametrize("piece", ["zhang", "xian", "张", "a1", "the ", "1,", "东甲", "-", "%20"])
def test_a_query_is_answered_up_to_the_limit_of_its_length(piece: str) -> None:
    query = (piece * QUERY_CHARACTERS)[:QUERY_CHARACTERS].strip()
    run = briefing("search", "-a", EXAMPLE, "--", query)
    assert run.status in (0, 1)
    assert run.content or run.err


@pytest.mark.parametrize("command", [("search",), ("figures",)])
def test_a_longer_query_is_refused(command: tuple[str, ...]) -> None:
    run = example(*command, "增长" * QUERY_CHARACTERS, "--lang", "en")
    assert (run.status, run.content) == (2, b"")
    assert f"over {QUERY_CHARACTERS:,} characters" in run.err


_WORDS = st.lists(st.text("aeinst", min_size=3, max_size=9), min_size=1, max_size=30)
_FORMS = st.sampled_from(["", "s", "es", "ies", "y", "ed", "ied", "ing", "ting", "ation", "e"])


@given(_WORDS, _FORMS, _FORMS)
def test_the_words_like_one_are_found_without_comparing_each(
    words: list[str], ending: str, other: str
) -> None:
    vocabulary = Vocabulary(" ".join([*words, words[0] + ending]))
    asked = words[0] + other
    found = vocabulary.like(asked)
    assert found == [
        (one, likeness)
        for one in sorted({*words, words[0] + ending})
        if (likeness := max(compare(asked, one), AKIN if is_akin(asked, one) else 0))
    ]


def test_short_words_that_nobody_has_are_compared_with_hardly_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def count(_: str, token: str) -> float:
        compared.append(token)
        return 0

    monkeypatch.setattr("briefing.shelf.vocabulary.compare", count)
    known = [f"a{one}{other}ing" for one in ascii_lowercase for other in ascii_lowercase]
    vocabulary = Vocabulary(" ".join(known))
    assert not any(vocabulary.like(f"a{one}") for one in ascii_lowercase)
    assert len(compared) <= len(ascii_lowercase)


@given(_WORDS)
def test_the_nearest_words_are_found_without_measuring_each(words: list[str]) -> None:
    asked, *others = words
    most = 2
    near = find_nearest(asked, others, most)
    far = {one: _measure(asked, one) for one in others}
    least = min(far.values(), default=most + 1)
    assert near == [one for one in others if far[one] == least <= most]


def _measure(one: str, other: str) -> int:
    """Return how many steps lead from one word to another, as the definition says it."""

    @cache
    def steps(here: int, there: int) -> int:
        if not here or not there:
            return here + there
        ways = [steps(here - 1, there) + 1, steps(here, there - 1) + 1]
        ways.append(steps(here - 1, there - 1) + (one[here - 1] != other[there - 1]))
        if one[here - 2 : here] == other[there - 2 : there][::-1] and min(here, there) > 1:
            ways.append(steps(here - 2, there - 2) + 1)
        return min(ways)

    return steps(len(one), len(other))


@pytest.mark.parametrize("post", ["governor", "省长", "who is the governor of shanxi"])
def test_a_post_that_nobody_has_brings_those_that_there_are_and_not_what_is_akin(post: str) -> None:
    run = briefing("search", post, "--fields", "id,section", "-O", "csv")
    assert [line.rsplit(",")[-1] for line in run.out.splitlines()[1:]] == ["people"] * 5
    assert "no record names the post" in run.err
    assert "term-executive-deputy" in briefing("search", "director", "-O", "csv").out


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("deadline for national titles", "city-titles"),
        ("budget for national titles", "title-years"),
    ],
)
def test_a_question_in_english_finds_what_comes_nearest(words: str, first: str) -> None:
    found = json.loads(briefing("search", *words.split(), "-O", "json").out)
    assert found[0]["id"] == first


def test_a_gloss_that_has_a_word_of_a_question_is_no_answer_to_it() -> None:
    found = json.loads(briefing("search", "谁负责太忻数据流量谷", "-O", "json").out)
    assert {one["id"] for one in found}.isdisjoint({"term-executive-deputy", "term-drc"})
