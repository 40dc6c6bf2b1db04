"""Models and texts that mean harm end in a plain answer."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.limits import SOURCE_CHARACTERS
from briefing.model.text import split_paragraphs
from briefing.model.yamlfile import Parsed
from briefing.quantities import scan_paragraph
from support import EXAMPLE, SMALLEST, briefing

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=("Nd", "Nl", "No")),
        st.sampled_from(
            "几两一十百千万亿零第前半年月日%“”‘’、，—-~.:/×1２(【￥\0\ud800\u202e\u0301"
        ),
    ),
    max_size=300,
)


@settings(max_examples=100)
@given(st.one_of(HOSTILE, st.binary(max_size=300).map(lambda some: some.decode("latin-1"))))
def test_any_text_is_parsed_or_refused_at_a_place_in_it(text: str) -> None:
    for parsed in (Parsed(text, "m.yaml"), Parsed(SMALLEST + text, "m.yaml")):
        for problem in parsed.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert str(problem).isprintable()


@settings(max_examples=100)
@given(HOSTILE)
def test_the_quantities_of_any_text_are_slices_of_it_in_order(text: str) -> None:
    at = 0
    text = text.strip()
    for found in scan_paragraph(text):
        assert found.offset >= at
        assert found.text == text[found.offset :][: len(found.text)] != ""
        at = found.offset + len(found.text)


@settings(max_examples=30)
@given(st.binary(max_size=400) | HOSTILE.map(lambda some: some.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_source_text_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.txt"
    file.write_bytes(content)
    listed = briefing("quantities", str(file))
    checked = briefing("check", EXAMPLE, "--source", str(file))
    assert all("\x1b" not in run.out for run in (listed, checked))
    try:
        content.decode()
    except UnicodeDecodeError:
        assert (listed.status, listed.out) == (3, "")
    else:
        assert (listed.status, listed.err, checked.status) == (0, "", 1)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_source_text_is_read_up_to_its_limit_and_no_further(end: str, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    text = ("年" * 99 + end) * (SOURCE_CHARACTERS // (99 + len(end)))
    file.write_text(text, encoding="utf-8", newline="")
    assert briefing("quantities", str(file)).status == 0
    assert len(split_paragraphs(text)) == SOURCE_CHARACTERS // (99 + len(end))
    file.write_text(text + "年" * 200, encoding="utf-8", newline="")
    assert briefing("quantities", str(file)).status == 3
