"""The server of the tools, which speaks with an assistant through standard input and output.

Only this module knows the SDK of the Model Context Protocol, and only ``briefing mcp`` imports it.
"""

import asyncio
from typing import Any

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
from briefing.serving.answering import OUTPUT_SCHEMA, Answerer
from briefing.serving.desk import Desk
from briefing.serving.tools import TOOLS
from briefing.words.catalogue import texts


def serve(desk: Desk, version: str) -> None:
    """Answer calls until standard input ends; ``version`` is that of the tool."""
    asyncio.run(_serve(_make_server(desk, version)))


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def _make_server(desk: Desk, version: str) -> Server[Any]:
    tools = [_describe(name, desk.lang) for name in TOOLS]
    answerer = Answerer(desk)

    async def list_tools(_: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=tools)

    async def call_tool(_: Any, asked: CallToolRequestParams) -> CallToolResult:
        answered = answerer.call(asked.name, asked.arguments or {})
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
