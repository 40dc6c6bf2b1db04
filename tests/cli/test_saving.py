"""What a command writes: whole, where it was asked for, and never over what it has read."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from support import EXAMPLE, HERE, briefing

BASH = shutil.which("bash")
READ = ("model.yaml", "linked.yaml", "same.yaml", "folder/../model.yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a model under three names, its text and a memo."""
    shutil.copy(EXAMPLE, tmp_path / "model.yaml")
    shutil.copy(HERE / "example.txt", tmp_path)
    shutil.copy(HERE / "example.txt", tmp_path / "memo.txt")
    (tmp_path / "linked.yaml").symlink_to("model.yaml")
    (tmp_path / "same.yaml").hardlink_to(tmp_path / "model.yaml")
    (tmp_path / "text.html").hardlink_to(tmp_path / "example.txt")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell in which ``briefing`` is the tool."""
    tool = f'briefing() {{ "{sys.executable}" -m briefing "$@"; }}\n'
    assert BASH
    return subprocess.run([BASH, "-c", tool + command], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        *(f"export -a model.yaml -O yaml -o {file}" for file in READ),
        *(f"verify memo.txt -a model.yaml -O json -o {file}" for file in READ),
        "verify memo.txt -a model.yaml -o memo.txt",
        "verify memo.txt -a model.yaml -o example.txt",
        "verify memo.txt -a model.yaml --source memo.txt -o example.txt",
        "figures -a model.yaml -O text -o example.txt",
        "quantities memo.txt -O text -o memo.txt",
        "proof -a model.yaml -o text.html",
        "draft memo.txt -a model.yaml -o model.yaml --force",
        "draft memo.txt -a model.yaml -o linked.yaml --force",
    ],
)
def test_what_is_read_is_not_written_over(folder: Path, command: str) -> None:
    before = {one: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    run = briefing(*command.split())
    assert run.status == 2
    assert "not overwritten" in run.err
    assert {one: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before


@pytest.mark.skipif(not BASH, reason="there is no bash")
@pytest.mark.parametrize(
    "line",
    [
        "briefing export -a - -O yaml -o model.yaml < model.yaml",
        "briefing export -a model.yaml -O yaml -o /dev/fd/7 7>> model.yaml",
        "briefing export -a model.yaml -O yaml -o /dev/stdout >> model.yaml",
        "briefing export -a model.yaml -O yaml >> model.yaml",
        "briefing terms -a model.yaml 1<> model.yaml",
        "briefing draft example.txt 1<> example.txt",
    ],
)
def test_a_stream_of_what_is_read_is_not_written_to(folder: Path, line: str) -> None:
    before = {one: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    run = shell(line)
    assert run.returncode == 2
    assert {one: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before


def test_links_owners_and_permissions_stay(folder: Path) -> None:
    old, other = folder / "old.csv", folder / "other.csv"
    old.write_text("x")
    other.hardlink_to(old)
    old.chmod(0o4640)
    (folder / "link.csv").symlink_to("old.csv")
    assert briefing("figures", "-o", "link.csv").status == 0
    assert (folder / "link.csv").is_symlink()
    assert other.samefile(old)
    assert "article,id" in other.read_text(encoding="utf-8-sig")
    other.unlink()
    assert briefing("figures", "-o", "old.csv").status == 0
    assert stat.S_IMODE(old.stat().st_mode) & 0o777 == 0o640
    if os.geteuid() == 0:
        os.chown(old, 4321, 4321)
        assert briefing("figures", "-o", "old.csv").status == 0
        assert (old.stat().st_uid, old.stat().st_mode & stat.S_ISUID) == (4321, 0)


@pytest.mark.parametrize("file", ["new/", "folder", "circle", "nowhere/x.csv", "model.yaml/x"])
def test_what_is_no_place_for_a_file_is_told(folder: Path, file: str) -> None:
    (folder / "circle").symlink_to("circle")
    run = briefing("figures", "-O", "csv", "-o", file)
    assert run.status == 3
    assert f"cannot write {file}" in run.err
    assert not (folder / "new").exists()
    assert not list(folder.glob(".briefing-*"))


@pytest.mark.skipif(not BASH, reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("{ echo a; briefing terms -O csv -o /dev/stdout; echo b; } > out; cat out", "a"),
        ("echo a > out; briefing terms -O csv -o /dev/stdout >> out; cat out", "a"),
        ("{ echo a; briefing terms -O csv -o /dev/fd/7; } 7>&1", "a"),
        ("briefing terms -O csv -o >(cat > out); sleep 0.2; cat out", "article"),
        ("briefing terms -O csv -o /dev/stdout | cat", "article"),
        ("mkfifo pipe; cat pipe > out & briefing terms -O csv -o pipe; wait; cat out", "article"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_stream_that_has_a_name_is_written_to_and_not_replaced(line: str, kept: str) -> None:
    run = shell(line)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.lstrip("\ufeff").startswith(kept)
    assert "article,id" in run.stdout


def test_a_text_of_another_article_makes_no_page(folder: Path) -> None:
    (folder / "own.txt").write_text("某县建成一座桥，长3公里。\n", encoding="utf-8")
    told = briefing("check", "--source", "own.txt")
    run = briefing("proof", "--source", "own.txt", "-o", "own.html")
    assert (run.status, run.err) == (1, told.out)
    assert "anchors" in run.err
    assert not (folder / "own.html").exists()


@pytest.mark.skipif(not BASH, reason="there is no bash")
@pytest.mark.parametrize(
    ("command", "stream"),
    [
        ("schema", "-o /dev/stdout | cat"),
        ("proof -a model.yaml", "-o >(cat > out); sleep 0.2; cat out"),
        ("draft example.txt", "-o /dev/stdout | cat"),
        ("draft example.txt", "-o >(cat > out); sleep 0.2; cat out"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_stream_needs_no_ending(command: str, stream: str) -> None:
    plain = briefing(*command.split()).out
    assert shell(f"briefing {command} {stream}").stdout == plain
    assert len(plain) > 1000


@pytest.mark.skipif(not BASH, reason="there is no bash")
@pytest.mark.parametrize(
    "command",
    [
        *("figures -o linked.csv", "draft memo.txt -o new.yaml", "figures -o old.csv"),
        "export -o new.xlsx",  # whose sheets are first written among temporary files
    ],
)
def test_on_a_full_disk_all_files_stay_as_they_were(folder: Path, command: str) -> None:
    (folder / "old.csv").write_text("x\n" * 1000)
    (folder / "linked.csv").hardlink_to(folder / "old.csv")
    before = {one: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    # What measures the tests could write no more than the tool, and would say so. Python would
    # keep half of what it compiles, and could not read it later.
    kept = "unset ${!COVERAGE@}; export PYTHONDONTWRITEBYTECODE=1"
    run = shell(f"{kept}; ulimit -f 4; briefing {command}")
    assert (run.returncode, run.stderr.count("\n")) == (3, 1)
    assert {one: one.read_bytes() for one in folder.iterdir() if one.is_file()} == before


@pytest.mark.skipif(not BASH, reason="there is no bash")
@pytest.mark.parametrize(
    "line",
    [
        "briefing check <(cat model.yaml)",
        "briefing check /dev/fd/6 6< model.yaml",
        "cat model.yaml | briefing check -",
        "cat model.yaml | briefing check /dev/stdin",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_model_out_of_a_pipe_has_its_text_in_the_working_folder(line: str) -> None:
    assert "anchors 38/38" in shell(line).stdout


def test_what_is_no_file_in_a_folder_of_models_is_passed_over(folder: Path) -> None:
    models = folder / "folder"
    shutil.copy(EXAMPLE, models / "a.yaml")
    os.mkfifo(models / "pipe.yaml")
    (models / "inner.yaml").mkdir()
    assert briefing("articles", "-a", "folder").status == 0
    (models / "gone.yaml").symlink_to("nowhere")
    assert "gone.yaml" in briefing("articles", "-a", "folder").err


def test_a_page_of_another_encoding_is_not_the_text_of_its_draft(folder: Path) -> None:
    page = (folder / "memo.txt").read_text(encoding="utf-8").encode("gb18030")
    (folder / "page.txt").write_bytes(page)
    assert briefing("draft", "page.txt", "-o", "page.yaml").status == 0
    assert (folder / "page.txt").read_bytes() == page
    assert "anchors" in briefing("check", "page.yaml").out


def test_a_name_of_a_text_may_have_wide_blanks(folder: Path) -> None:
    page = folder / "青川　要闻.txt"
    page.write_bytes((folder / "memo.txt").read_bytes())
    assert briefing("draft", page.name, "-o", "page.yaml").status == 0
    assert "anchors" in briefing("check", "page.yaml").out


def test_a_read_only_file_system_is_told_as_such(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "there.json"
    file.write_text("{}", encoding="utf-8")
    mounted = os.statvfs(folder)
    read_only = os.statvfs_result([*mounted[:8], mounted.f_flag | os.ST_RDONLY, *mounted[9:]])
    monkeypatch.setattr(os, "statvfs", lambda _: read_only)
    monkeypatch.setattr(os, "access", lambda *_: False)
    done = briefing("places", "-o", str(file))
    assert (done.status, "Read-only file system" in done.err) == (3, True)
