"""Bytes become the text that was written, whatever encoding Chinese texts come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.files.encodings import decode_any
from briefing.files.mhtml import read_mhtml
from briefing.problem import ModelError

TEXT = "今年，全市的经济发展有了新的变化，高新区的产业项目建设加快。他们说：“要干在一起。”\n" * 3
TRADITIONAL = (
    "這是一個經濟運行的觀察，全省的產業發展在建設中。他們說，為了這個國家，要動起來。\n" * 3
)
MARKED = ("utf-8", "utf-8-sig", "utf-16", "utf-32")
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=9)


@pytest.mark.parametrize("name", [*MARKED, "gb18030", "gbk", "utf-16-le", "utf-16-be"])
@given(more=HAN)
def test_a_text_comes_back_from_every_encoding(name: str, more: str) -> None:
    text = TEXT + more
    assert decode_any(text.encode(name), "a.txt")[::2] == (text, 0)


def test_a_traditional_text_comes_back_from_big5() -> None:
    assert decode_any(TRADITIONAL.encode("big5"), "a.txt").text == TRADITIONAL


@pytest.mark.parametrize("name", MARKED)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffd")))
def test_any_text_at_all_comes_back_from_what_tells_its_encoding(name: str, text: str) -> None:
    assert decode_any(text.encode(name), "a.txt").text == text


def test_the_encoding_is_found_behind_a_long_head_without_chinese() -> None:
    page = "<html><script>" + "x = 1;\n" * 9000 + f"</script><p>{TEXT}</p>"
    assert decode_any(page.encode("gbk"), "a.html").text == page


def test_a_page_without_frequent_characters_is_in_the_encoding_that_it_declares() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>韪骞</p>'
    assert decode_any(page.encode("gbk"), "a.html").text == page


def test_damaged_characters_are_counted() -> None:
    damaged = TEXT.encode().replace("发".encode(), "发".encode()[:2], 2)
    assert decode_any(damaged, "a.txt").lost == 2
    assert decode_any((TEXT + TEXT).encode("gbk") + b"\xff", "a.txt")[1:] == ("gb18030", 1)


@pytest.mark.parametrize("content", [b"\xff\xf0\x01\xf3" * 99, b"\0\1\2\3" * 99])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ModelError, match="not-known-encoding"):
        decode_any(content, "a.txt")


def test_the_page_of_a_file_that_a_browser_saved_is_found() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    page = "<p>页面</p>".encode("gbk")
    part = b"Content-Type: text/html; charset=gb2312\r\n\r\n" + page + b"\r\n--x--\r\n"
    assert read_mhtml(head + part, "a.mhtml") == b'<meta charset="gb2312">' + page
    with pytest.raises(ModelError, match="no-document"):
        read_mhtml(head + part.replace(b"html", b"css"), "a.mhtml")


def test_parts_that_are_nested_as_no_browser_does_it_are_refused() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (level, level)
        for level in range(3_000)
    )
    with pytest.raises(ModelError) as raised:
        read_mhtml(b"MIME-Version: 1.0\n" + deep + b"Content-Type: text/html\n\n<p>", "a.mhtml")
    assert [one.message.key for one in raised.value.problems] == ["too-deep.archive"]
