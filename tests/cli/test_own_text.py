"""A model of a stranger reads no file but the text of an article in its own folder."""

import io
import sys
from pathlib import Path

import pytest

from support import EXAMPLE, HERE, Run, briefing

MODEL = Path(EXAMPLE).read_text(encoding="utf-8")
TEXT = (HERE / "example.txt").read_text(encoding="utf-8")
SECRET = "[core]\n\ttoken = 4711 hidden words\n"
COMMANDS = (
    ("check", "model.yaml"),
    ("check", "model.yaml", "-O", "json"),
    ("check", "model.yaml", "--diff", "--unsafe-fixes"),
    ("figures", "-a", "model.yaml", "-o", "out.zip"),
    ("verify", "memo.txt", "-a", "model.yaml"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model's folder, with a secret in it, one beside it, and one that links lead to."""
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "memo.txt").write_text("全省有4711个项目。", encoding="utf-8")
    for one in (tmp_path / "secret.txt", folder / "config"):
        one.write_text(SECRET, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "out").symlink_to(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def ask(text: str, command: tuple[str, ...]) -> Run:
    model = MODEL.replace("text: example.txt", f"text: {text}")
    Path("model.yaml").write_text(model, encoding="utf-8")
    return briefing(*command)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "text",
    [
        *("../secret.txt", "./../secret.txt", "nowhere/../../secret.txt", "../no-such-file.txt"),
        *("/proc/self/environ", "/dev/zero", "link.txt", "out/secret.txt", "..", ".", "config"),
    ],
)
def test_it_reads_nothing_else(folder: Path, text: str, command: tuple[str, ...]) -> None:
    run = ask(text, command)
    said = run.err + run.content.decode(errors="replace")
    assert run.status == 3
    assert "is not read" in said
    assert not any(word in said for word in ("hidden", "token", "HOME="))
    assert not (folder / "out.zip").exists()


@pytest.mark.usefixtures("folder")
def test_a_name_that_no_file_has_is_told() -> None:
    for command in COMMANDS[:2]:
        run = ask('"a\\0.txt"', command)
        assert run.status == 3
        assert "U+0000" in run.err + run.out


@pytest.mark.parametrize(
    "text", ["article.txt", "./article.txt", "sub/../article.txt", "sub/a.txt"]
)
def test_it_reads_a_text_of_its_own(folder: Path, text: str) -> None:
    (folder / "sub").mkdir()
    for one in ("article.txt", "sub/a.txt"):
        (folder / one).write_text(TEXT, encoding="utf-8")
    assert "anchors 38/38" in ask(text, ("check", "model.yaml")).out
    beside = folder.parent / "a link to the folder"
    beside.symlink_to(folder)
    assert "anchors 38/38" in briefing("check", str(beside / "model.yaml")).out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_called_like_standard_input_is_a_file(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    ask('"-"', command)
    assert sys.stdin.buffer.read() == TEXT.encode()
