"""The server of the tools, which speaks with an assistant through standard input and output.

Only this module knows the SDK of the Model Context Protocol, and only ``briefing mcp`` imports it.
"""

import asyncio
import gc
import io
import json
import sys
import threading
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
from briefing.limits import NESTING_LEVELS, REQUEST_MEBIBYTES
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


_NO_JSON, _NO_REQUEST = -32700, -32600
"""The codes by which the protocol tells what is wrong with a line."""
_MOST_BITS = 1024
_UNREADABLE = object()
"""What a line holds that is no JSON; a line of JSON may hold null."""


class _Answers:
    """Standard output, to which one line at a time is written.

    ``waiting`` are the ids of requests without an answer.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self.waiting: set[str] = set()

    def write(self, text: str) -> int:
        """Write an answer as a line."""
        try:
            with self._lock:
                written = self._stream.write(text)
                self._stream.flush()
        except OSError:  # nobody is there who waits
            self.waiting.clear()
            raise
        told = _read(text)
        if isinstance(told, dict) and "method" not in told:
            self.waiting.discard(json.dumps(told.get("id")))
        return written

    def refuse(self, request: Any, code: int, fault: str) -> None:
        """Answer what is no request that the server could read."""
        known = request.get("id") if isinstance(request, dict) else None
        sent = known if isinstance(known, str | int) and not _is_endless(known) else None
        error = {"code": code, "message": fault}
        self.write(json.dumps({"jsonrpc": "2.0", "id": sent, "error": error}) + "\n")

    def flush(self) -> None:
        """Do nothing: each answer was written at once."""


class _Requests:
    """The lines of a stream that are requests, up to one that is longer than any.

    What is none is answered at once. The end is told only when what was asked is answered, since
    the server drops what it is still at work on then.
    """

    def __init__(self, stream: IO[bytes], answers: _Answers) -> None:
        self._stream = stream
        self._answers = answers
        self.has_ended_early = False

    def readline(self) -> str:
        """Return the next request, or nothing at the end."""
        while True:
            line = self._stream.readline(_MOST_BYTES + 1)
            self.has_ended_early = len(line) > _MOST_BYTES
            if not line or self.has_ended_early:
                self._await_answers()
                return ""
            text = line.decode("utf-8", "replace")
            request = _read(text)
            if request is _UNREADABLE:
                if text.strip():
                    self._answers.refuse(None, _NO_JSON, "Parse error")
            elif not _is_request(request):
                self._answers.refuse(request, _NO_REQUEST, "Invalid Request")
            else:
                if "method" in request and request.get("id") is not None:
                    self._answers.waiting.add(json.dumps(request["id"]))
                return text

    def _await_answers(self) -> None:
        waiting = self._answers.waiting
        left, since = len(waiting), time.monotonic()
        while waiting and time.monotonic() - since < _PATIENCE:
            time.sleep(_PAUSE)
            if len(waiting) < left:
                left, since = len(waiting), time.monotonic()


def _read(line: str) -> Any:
    """Return what a line of JSON holds, or ``_UNREADABLE``."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return _UNREADABLE


def _is_request(told: Any) -> bool:
    """Return whether what was sent is a message of the protocol that the server can read."""
    if not isinstance(told, dict) or _count_levels(told) > NESTING_LEVELS:
        return False
    known, method = told.get("id", ""), told.get("method", "")
    is_answer = "method" not in told and ("result" in told or "error" in told)
    if told.get("jsonrpc") != "2.0" or not (is_answer or (method and isinstance(method, str))):
        return False
    if isinstance(known, bool) or not isinstance(known, str | int) or _is_endless(known):
        return False
    try:
        json.dumps(told, ensure_ascii=False).encode()  # which half a character has none of
    except ValueError:
        return False
    return isinstance(told.get("params", {}), dict)


def _is_endless(known: str | int) -> bool:
    """Return whether a number has more digits than can be written again."""
    return isinstance(known, int) and known.bit_length() > _MOST_BITS


def _count_levels(told: Any) -> int:
    """Return how deep lists and mappings stand in each other, up to one more than is allowed."""
    level, left = 0, [told]
    while left and level <= NESTING_LEVELS:
        level += 1
        left = [
            inner
            for one in left
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
    return level


def serve(desk: Desk, version: str) -> None:
    """Answer calls until standard input ends; ``version`` is that of the tool.

    Raises :class:`BriefingError` where a request is too long to be one, and :class:`OSError` where
    a stream fails.
    """
    lines = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    answers = _Answers(lines)
    requests = _Requests(sys.stdin.buffer, answers)
    try:
        asyncio.run(_serve(_make_server(desk, version), requests, answers))
    except ExceptionGroup as group:  # of the tasks that read and write
        failed = group.subgroup(OSError)
        if failed is None:
            raise
        error = _first(failed)
        if not isinstance(error, BrokenPipeError):  # which is an assistant that has left
            raise error from None
    finally:
        lines.detach()  # or standard output would be closed with it
    if requests.has_ended_early:
        raise BriefingError(message("too-large.request"), status=Status.INPUT_OUTPUT)


def _first(group: ExceptionGroup[Exception]) -> Exception:
    one = group.exceptions[0]
    return _first(one) if isinstance(one, ExceptionGroup) else one


async def _serve(server: Server[Any], requests: _Requests, answers: _Answers) -> None:
    stdin: Any = anyio.wrap_file(requests)  # type: ignore[arg-type]  # it is read by lines
    stdout: Any = anyio.wrap_file(answers)  # type: ignore[arg-type]
    async with stdio_server(stdin, stdout) as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


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
