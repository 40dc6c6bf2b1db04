"""Of a memo that is a web page, what a reader sees is judged, each character at its place."""

import pytest

from briefing.verifying.memo import split_memo
from briefing.verifying.numbers.amounts import find_unread

SEEN: dict[str, tuple[str, list[str]]] = {
    "a text that a browser opened": (
        '<head></head><body><pre style="white-space: pre-wrap">清河县\n\n项目24项\n</pre></body>',
        ["清河县", "项目24项"],
    ),
    "lines of a plain text that are broken to fit a page": (
        f"<pre>{'清河县今年谋划项目，' * 4}总投\n资30亿元。\n\n另一段</pre>",
        [f"{'清河县今年谋划项目，' * 4}总投资30亿元。", "另一段"],
    ),
    "code in a plain text": ("<pre>甲县<code>25项</code>乙县</pre>", ["甲县", "乙县"]),
    "readings of characters": (
        "<p>重点<ruby>工<rp>(</rp><rt>gong</rt><rp>)</rp></ruby>程24项</p>",
        ["重点工程24项"],
    ),
    "readings whose end is not written": (
        "<p>重点<ruby>工<rt>gong程<rt>cheng</ruby>程24项</p><p>下段</p>",
        ["重点工程24项", "下段"],
    ),
    "hidden elements": (
        "<div hidden><div>甲</div>乙</div><p style='color: red; DISPLAY : none'>丙</p>"
        "<br hidden><p>丁<span hidden>戊</span>己</p>",
        ["丁己"],
    ),
    "what Word marks for itself": (
        "<p>甲<![if !supportLists]>乙<![endif]><![ endif]>丙</p>",
        ["甲乙丙"],
    ),
    "what the page does not end": ("<p>甲</p>" + '<a x="' * 3 + "乙", ["甲"]),
    "a character that there is none of": (
        f"<p title='&#{'9' * 5000}'>甲&#{'9' * 5000};</p>",
        ["甲\ufffd ;"],
    ),
    "hidden elements whose end is not written": (
        "<p hidden>甲<p>乙<ul><li hidden>丙<li>丁</ul><ul><li>戊<li hidden>己</ul>庚",
        ["乙", "丁", "戊", "庚"],
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_a_browser_shows_is_read(name: str) -> None:
    page, lines = SEEN[name]
    assert [one.text for one in split_memo(page, ".html")] == lines


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_plain_text_in_a_page_has_the_places_of_its_file(line_end: str) -> None:
    page = line_end.join(["<p>甲</p><pre>乙县", " 丙&amp;丁县</pre>"])
    found = split_memo(page, ".html")
    assert [one.place(len(one.text) - 1) for one in found] == [(1, 4), (1, 15), (2, 9)]


@pytest.mark.parametrize("gist", ["Qinghe has 24 projects. " * 5, "清河县今年谋划项目，" * 9])
def test_a_title_is_no_line_that_is_broken_to_fit_a_page(gist: str) -> None:
    title = "How a County on the River Came to Have Twenty-four Projects"
    assert [one.text for one in split_memo(f"{title}\n{gist.strip()}")] == [title, gist.strip()]


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_memo_has_a_line_for_each_that_a_reader_sees(mark: str) -> None:
    found = split_memo(f"甲县{mark}乙县\n丙县")
    assert [(one.text, one.place(0)) for one in found] == [
        ("甲县", (1, 1)),
        ("乙县", (1, 4)),
        ("丙县", (2, 1)),
    ]


@pytest.mark.parametrize("number", ["²⁵", "1e999", "2.5E+3"])
def test_a_number_that_is_written_as_no_text_writes_it_is_unknown(number: str) -> None:
    found = [one.start for one in find_unread(f"项目{number}项。", ())]
    assert found == [2]


@pytest.mark.parametrize("text", ["示范园²已建成。", "产值³⁴。", "建成5e项目。", "x2e5y项"])
def test_a_raised_number_of_a_note_and_a_letter_are_no_number(text: str) -> None:
    assert not list(find_unread(text, ()))


def test_markdown_has_the_characters_for_which_its_references_stand() -> None:
    (line,) = split_memo("项目&#160;2&#52;项&nbsp;&amp;桥3座", ".md")
    assert line.text == "项目\xa024项\xa0&桥3座"
    assert line.places[line.text.index("桥")] == (1, 27)
