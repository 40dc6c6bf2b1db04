"""The server of the tools, which speaks with an assistant through standard input and output.

Only this module knows the SDK of the Model Context Protocol, and only ``briefing mcp`` imports it.
"""

import asyncio
import gc
import io
import json
import sys
import time
from typing import IO, Any

import anyio
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from briefing.document import Lang
from briefing.limits import REQUEST_MEBIBYTES
from briefing.problem import BriefingError, Status, message
from briefing.serving.answering import OUTPUT_SCHEMA, Answerer
from briefing.serving.desk import Desk
from briefing.serving.tools import TOOLS
from briefing.words.catalogue import texts

_MOST_BYTES = REQUEST_MEBIBYTES * 2**20


_READING = ("check", "verify")
"""The tools that read what they are given, of which much is left when they have answered."""


_PATIENCE, _PAUSE = 5.0, 0.01
"""Seconds in which no answer comes, after which none is waited for; and between two looks."""


class _Requests:
    """The lines of a stream up to the first one that is longer than any request.

    The end is told only when what was asked is answered, since the server drops what it is still at
    work on then. ``waiting`` are the ids of requests without an answer.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.has_ended_early = False
        self.waiting: set[str] = set()

    def readline(self) -> str:
        """Return the next line, or nothing at the end."""
        line = self._stream.readline(_MOST_BYTES + 1)
        self.has_ended_early = len(line) > _MOST_BYTES
        if not line or self.has_ended_early:
            self._await_answers()
            return ""
        text = line.decode("utf-8", "replace")
        if one := _read_id(text, is_request=True):
            self.waiting.add(one)
        return text

    def _await_answers(self) -> None:
        left, since = len(self.waiting), time.monotonic()
        while self.waiting and time.monotonic() - since < _PATIENCE:
            time.sleep(_PAUSE)
            if len(self.waiting) < left:
                left, since = len(self.waiting), time.monotonic()


class _Answers:
    """Standard output, which tells the requests what has been answered."""

    def __init__(self, stream: IO[str], requests: _Requests) -> None:
        self._stream = stream
        self._requests = requests

    def write(self, text: str) -> int:
        """Write an answer as a line."""
        try:
            written = self._stream.write(text)
            self._stream.flush()
        except OSError:  # nobody is there who waits
            self._requests.waiting.clear()
            raise
        if one := _read_id(text, is_request=False):
            self._requests.waiting.discard(one)
        return written

    def flush(self) -> None:
        """Do nothing: each answer was written at once."""


def _read_id(line: str, *, is_request: bool) -> str:
    """Return the id of a request or of an answer, as JSON writes it, or "" for anything else."""
    try:
        told = json.loads(line)
    except ValueError:
        return ""
    if not isinstance(told, dict) or told.get("id") is None or ("method" in told) != is_request:
        return ""
    return json.dumps(told["id"])


def serve(desk: Desk, version: str) -> None:
    """Answer calls until standard input ends; ``version`` is that of the tool.

    Raises :class:`BriefingError` where a request is too long to be one, and :class:`OSError` where
    a stream fails.
    """
    requests = _Requests(sys.stdin.buffer)
    try:
        asyncio.run(_serve(_make_server(desk, version), requests))
    except ExceptionGroup as group:  # of the tasks that read and write
        failed = group.subgroup(OSError)
        if failed is None:
            raise
        error = _first(failed)
        if not isinstance(error, BrokenPipeError):  # which is an assistant that has left
            raise error from None
    if requests.has_ended_early:
        raise BriefingError(message("too-large.request"), status=Status.INPUT_OUTPUT)


def _first(group: ExceptionGroup[Exception]) -> Exception:
    one = group.exceptions[0]
    return _first(one) if isinstance(one, ExceptionGroup) else one


async def _serve(server: Server[Any], requests: _Requests) -> None:
    stdin: Any = anyio.wrap_file(requests)  # type: ignore[arg-type]  # it is read by lines
    lines = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    stdout: Any = anyio.wrap_file(_Answers(lines, requests))  # type: ignore[arg-type]
    try:
        async with stdio_server(stdin, stdout) as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())
    finally:
        lines.detach()  # or standard output would be closed with it


def _make_server(desk: Desk, version: str) -> Server[Any]:
    tools = [_describe(name, desk.lang) for name in TOOLS]
    answerer = Answerer(desk)

    async def list_tools(_: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=tools)

    async def call_tool(_: Any, asked: CallToolRequestParams) -> CallToolResult:
        answered = answerer.call(asked.name, asked.arguments or {})
        if asked.name in _READING:
            gc.collect()  # which is turned off for commands that soon end
        return CallToolResult(
            content=[TextContent(type="text", text=answered.text)],
            structured_content=answered.structured,
            is_error=answered.structured is None,
        )

    return Server(
        "briefing",
        version=version,
        instructions=texts("tool.instructions")[0 if desk.lang == "zh" else 1],
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _describe(name: str, lang: Lang) -> Tool:
    return Tool(
        name=name,
        description=TOOLS[name].describe(lang),
        input_schema=TOOLS[name].schema(lang),
        output_schema=OUTPUT_SCHEMA,
        annotations=ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )
