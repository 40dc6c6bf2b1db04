import gc
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import settings

from briefing.model import reading
from briefing.model.reading import shipped_model
from briefing.shelf.library import Library, load
from support import EXAMPLE, PROJECT, SMALLEST

settings.register_profile("briefing", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile("briefing")

OUR_OWN = {f"tests/{name}" for name in ("checks", "drafting", "shelf", "verifying")}
"""The folders of tests of code that reads and writes nothing, and knows none of our libraries.

The quick ones of such code run on each Python all the same, since ``re`` may differ between them.
"""

CHROMIUM = shutil.which("chromium")
_READ_BY_THE_TOOL = (
    *("BRIEFING_ARTICLE", "BRIEFING_LANG", "BRIEFING_PAGER", "PAGER", "LESS", "LV"),
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM"),
    *("LC_ALL", "LC_MESSAGES", "LANG", "PYTHONIOENCODING"),
)


# Each process that a test starts would compile the tool anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that are the same whatever Python and libraries run the tool."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            item.add_marker("once")
        folder = Path(item.path.parent).relative_to(PROJECT).as_posix()
        if folder in OUR_OWN and not item.get_closest_marker("library"):
            item.add_marker("once")


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays until the end: modules, tables and all tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _models_read_once() -> Iterator[None]:
    """Let the commands of all tests share what was read of the project's own models.

    To read them takes most of the time of most commands, and gives the same each time.
    """

    @cache
    def read(content: bytes, file: str) -> reading.Inspected:
        return inspect_content(content, file)

    def read_once(content: bytes, file: str) -> reading.Inspected:
        if not os.path.abspath(file).startswith(f"{PROJECT}{os.sep}"):
            return inspect_content(content, file)
        inspected = read(content, file)
        return inspected._replace(problems=[*inspected.problems])

    inspect_content = reading.inspect_content
    with mock.patch.object(reading, "inspect_content", read_once):
        yield


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees how the terminal of whoever runs it is set up."""
    for name in _READ_BY_THE_TOOL:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def example_library() -> Library:
    return load([EXAMPLE])


@pytest.fixture(scope="session")
def shipped_library() -> Library:
    return load([shipped_model()])


@pytest.fixture
def smallest(tmp_path: Path) -> str:
    """The path of a model that has only what a model must have."""
    path = tmp_path / "smallest.yaml"
    path.write_text(SMALLEST, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def source_text() -> str:
    """The text of the shipped article, which is not ours to keep here."""
    path = os.environ.get("BRIEFING_SOURCE")
    if not path:
        pytest.skip("BRIEFING_SOURCE does not name the shipped article's source text")
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    library = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no chromium to open the page in")
    with library.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Yield a browser tab. Fail where a page reports an error or requests another file."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    errors: list[str] = []
    requested: list[str] = []
    opened.on("console", lambda message: errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: requested.append(request.url.partition("?")[0]))
    yield opened
    assert errors == []
    assert all(
        url.startswith(("file:", "data:")) and url.partition("#")[0].endswith((".html", ","))
        for url in requested
    )
    opened.close()
