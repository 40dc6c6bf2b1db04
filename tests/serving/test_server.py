"""The server as an assistant meets it: the SDK's own client starts it and calls its tools."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefing.limits import PAGE_BYTES
from briefing.serving.tools import TOOLS
from briefing.shelf.library import load
from support import EXAMPLE, PROJECT, SECOND, briefing, process

pytest.importorskip("mcp")

from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

MODELS = (EXAMPLE, SECOND)
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


def drive(use: Callable[[Client], Awaitable[None]], lang: str = "en") -> None:
    """Let a client use a server of the examples."""
    arguments = ["-m", "briefing", "mcp", "--lang", lang, *(f"-a{one}" for one in MODELS)]
    started = StdioServerParameters(
        command=sys.executable, args=arguments, cwd=str(PROJECT), env=dict(os.environ)
    )

    async def run() -> None:
        async with Client(stdio_client(started)) as client:
            await use(client)

    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may have a loop running here
        apart.submit(asyncio.run, run()).result()


async def call(client: Client, name: str, **asked: Any) -> Any:
    """Return the structured content of one page, which the client has held against its schema."""
    result = await client.call_tool(name, asked)
    assert not result.is_error, result.content
    assert len(result.model_dump_json(by_alias=True, exclude_none=True).encode()) <= PAGE_BYTES
    return result.structured_content


def test_a_client_finds_every_record_once() -> None:
    async def use(client: Client) -> None:
        found: list[str] = []
        following: dict[str, Any] = {}
        while True:
            page = await call(client, "search", **following)
            found += [item["id"] for item in page["items"]]
            if page["next"] is None:
                break
            following = {"cursor": page["next"]}
        assert found == ["/".join(hit.key) for hit in load(MODELS).hits]

    drive(use)


def test_a_client_calls_each_tool() -> None:
    async def use(client: Client) -> None:
        listed = (await client.list_tools()).tools
        assert [one.name for one in listed] == list(TOOLS)
        assert all(one.annotations and one.annotations.read_only_hint for one in listed)
        for name, asked in {
            "search": {"words": "码头"},
            "show": {"id": "dongjia"},
            "figures": {"city": "dongjia"},
            "cite": {"cited": "wharf"},
            "check": {},
        }.items():
            assert (await call(client, name, **asked))["items"], name

    drive(use)


def test_what_is_wrong_is_an_error_of_the_tool_in_the_language_of_the_server() -> None:
    async def use(client: Client) -> None:
        for asked in ({"id": "/etc/passwd"}, {"path": "/etc/passwd"}, {"id": "a", "cursor": "b"}):
            result = await client.call_tool("show", asked)
            assert result.is_error
            text: Any = result.content[0]
            assert not text.text.isascii()
            assert "Traceback" not in text.text
        assert (await call(client, "cite"))["items"]  # the server goes on

    drive(use, lang="zh")


NO_REQUESTS = [
    ("{broken", -32700),
    ("no json", -32700),
    (
        '{"jsonrpc":"2.0","id":8,"method":"ping","params":{"a":' + "[" * 100 + "]" * 100 + "}}",
        -32600,
    ),
    ('{"jsonrpc":"2.0","id":' + "9" * 5000 + ',"method":"ping"}', -32700),
    ('{"jsonrpc":"2.0","id":8,"method":"ping","params":[]}', -32600),
    ('[{"jsonrpc":"2.0","id":8,"method":"ping"}]', -32600),
    ("null", -32600),
    ('{"jsonrpc":"2.0","id":"\\ud800","method":"ping"}', -32600),
    ('{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600),
]
"""Lines that are no requests, and the errors that they are."""


@pytest.fixture(scope="module")
def told() -> subprocess.CompletedProcess[str]:
    """What a server tells that is sent everything at once, and then nothing more."""
    sent: list[str] = [
        json.dumps(INITIALIZE),
        json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}),
    ]
    for at, (line, _) in enumerate(NO_REQUESTS):
        sent += [line, json.dumps({"jsonrpc": "2.0", "id": f"next-{at}", "method": "ping"})]
    asked: list[dict[str, object]] = [
        {"method": "tools/call", "params": {"name": "search", "arguments": {"query": "东甲"}}},
        {"method": "tools/call", "params": {"name": "verify", "arguments": {"memo": "东甲增长。"}}},
        {"method": "ping"},
    ]
    sent += [json.dumps({"jsonrpc": "2.0", "id": f"a{at}"} | one) for at, one in enumerate(asked)]
    return subprocess.run(
        [sys.executable, "-m", "briefing", "mcp", "-a", EXAMPLE],
        input="".join(f"{line}\n" for line in sent),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_nothing_but_the_protocol_is_written(told: subprocess.CompletedProcess[str]) -> None:
    assert (told.returncode, told.stderr) == (0, "")
    assert all(line.startswith("{") for line in told.stdout.splitlines())
    assert '"instructions"' in told.stdout


def test_what_was_asked_is_answered_before_the_end_of_input_ends_the_server(
    told: subprocess.CompletedProcess[str],
) -> None:
    answered = {str(json.loads(line)["id"]) for line in told.stdout.splitlines()}
    assert answered >= {str(INITIALIZE["id"]), "a0", "a1", "a2"}


def test_what_is_no_request_is_answered_and_the_next_one_too(
    told: subprocess.CompletedProcess[str],
) -> None:
    answers = [json.loads(one) for one in told.stdout.splitlines()]
    found = [one["error"]["code"] for one in answers if "error" in one]
    assert found == [code for _, code in NO_REQUESTS]
    assert {f"next-{at}" for at in range(len(NO_REQUESTS))} <= {one["id"] for one in answers}


def test_an_assistant_that_leaves_ends_the_server_in_silence() -> None:
    for out, status, said in (("/dev/full", 3, "No space left on device"), (None, 0, "")):
        reading, writing = os.pipe()
        with subprocess.Popen(
            [sys.executable, "-m", "briefing", "mcp", "-a", EXAMPLE],
            stdin=subprocess.PIPE,
            stdout=os.open(out, os.O_WRONLY) if out else writing,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as server:
            os.close(writing)
            os.close(reading)
            _, told = server.communicate(json.dumps(INITIALIZE) + "\n", timeout=60)
        assert server.returncode == status
        assert told == (f"briefing: {said}\n" if said else "")


def test_a_request_without_an_end_ends_the_server() -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "mcp", "-a", EXAMPLE],
            stdin=endless,
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"32 MiB" in done.stderr


@pytest.mark.parametrize("arguments", [("-a", "-"), ("--source", "-"), ("-a", "missing.yaml")])
def test_a_server_that_cannot_start_says_why(arguments: tuple[str, ...]) -> None:
    run = process("mcp", *arguments)
    assert (run.status in (2, 3), run.out) == (True, "")
    assert "Traceback" not in run.err


def test_no_other_command_imports_the_sdk() -> None:
    script = "import sys, briefing.cli.main as tool\ntry: tool.main()\nfinally: print(*sys.modules)"
    for name in ("summary", "check", "schema"):
        done = subprocess.run(
            [sys.executable, "-c", script, name], capture_output=True, check=True, encoding="utf-8"
        )
        assert {"mcp", "pydantic", "anyio"}.isdisjoint(done.stdout.split("\n")[-2].split())


def test_without_the_extra_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "briefing.serving.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.lowlevel", None)
    run = briefing("mcp")
    assert (run.status, run.out) == (2, "")
    assert "policy-briefing[mcp]" in run.err
