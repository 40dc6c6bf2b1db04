"""Meetings for a draft: each that speaks is an event, whose words then have it as their speaker."""

from collections.abc import Iterable, Sequence

from briefing.checks.naming import comparable
from briefing.drafting.events import DraftEvent
from briefing.drafting.found import FoundMeeting, Span, Spans
from briefing.problem import message


def add_meetings(
    events: Iterable[DraftEvent], meetings: Sequence[FoundMeeting]
) -> tuple[list[DraftEvent], list[tuple[int, tuple[Span, ...]]]]:
    """Return the events with each meeting that speaks, and which of them say what.

    A meeting of which no day is told has none, and it is left to do to find it out.
    """
    held = list(events)
    speaking = []
    for one in meetings:
        if one.says:
            at = _find_event(held, one)
            if at == len(held):
                todo = [message("draft.todo.meeting")]
                held.append(DraftEvent(one.mentions[:1], {"name": one.name, "todo": todo}))
            speaking.append((at, one.says))
    return held, speaking


def _find_event(events: Sequence[DraftEvent], meeting: FoundMeeting) -> int:
    """Return the place of the event that a meeting is in a list, or behind its end."""
    mentions, name = Spans(meeting.mentions), comparable(meeting.name)
    for at, one in enumerate(events):
        if name in comparable(one.fields["name"]) or (
            any(map(mentions.touch, one.spans)) and comparable(one.fields["name"]) in name
        ):
            return at
    return len(events)
