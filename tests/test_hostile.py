"""Models and texts that mean harm: a short part of ``benchmarks/fuzz.py``, which has the long run.

Nothing here looks at a clock: how fast the tool refuses is for the long run to say.
"""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.load import shipped
from briefing.source.quantities import scan_paragraph
from briefing.source.text import MAX_CHARACTERS, paragraphs
from briefing.yamlfile import parse
from support import EXAMPLE, PROJECT, SMALLEST

sys.path.append(str(PROJECT / "benchmarks"))

from fuzzing.judge import SHOWN, inside, judge, of_any
from fuzzing.models import KINDS, Case, make

CASES = 150
SMALL = [kind for kind in KINDS if kind != "size"]
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


@pytest.fixture(scope="module")
def model() -> str:
    return Path(shipped()).read_text(encoding="utf-8")


@pytest.mark.parametrize("number", range(CASES))
def test_a_spoilt_model_is_told_of_or_read(number: int, model: str, tmp_path: Path) -> None:
    case = make(f"test:{number}", model, SMALL)
    file = tmp_path / "model.yaml"
    file.write_bytes(case.content)
    shown = list(SHOWN)[number % len(SHOWN)]
    assert judge(str(file), inside, shown).faults == [], case.kind


def test_a_seed_makes_the_same_model_again(model: str) -> None:
    cases = [make(f"again:{number}", model) for number in range(12)]
    assert cases == [make(f"again:{number}", model) for number in range(12)]
    assert all(isinstance(case, Case) for case in cases)
    assert {case.kind.partition(":")[0] for case in cases} <= set(KINDS)


@settings(max_examples=100)
@given(st.one_of(HOSTILE, st.binary(max_size=300).map(lambda some: some.decode("latin-1"))))
def test_any_text_is_parsed_or_refused_at_a_place_in_it(text: str) -> None:
    for parsed in (parse(text, "m.yaml"), parse(SMALLEST + text, "m.yaml")):
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
    listed = inside("quantities", str(file))
    checked = inside("check", EXAMPLE, "--source", str(file))
    assert [*of_any(listed), *of_any(checked)] == []
    try:
        content.decode()
    except UnicodeDecodeError:
        assert (listed.status, listed.out) == (3, b"")
    else:
        assert (listed.status, listed.err, checked.status) == (0, b"", 1)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_source_text_is_read_up_to_its_limit_and_no_further(end: str, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    text = ("年" * 99 + end) * (MAX_CHARACTERS // (99 + len(end)))
    file.write_text(text, encoding="utf-8", newline="")
    assert inside("quantities", str(file)).status == 0
    assert len(paragraphs(text)) == MAX_CHARACTERS // (99 + len(end))
    file.write_text(text + "年" * 200, encoding="utf-8", newline="")
    assert inside("quantities", str(file)).status == 3
