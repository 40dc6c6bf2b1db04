"""What the parts of a record have from it where they leave it out, and the way back."""

from typing import Any

from msgspec.structs import force_setattr, replace

from briefing.model.parts import Handed, Part


def hand_down(record: Part, handed: dict[str, Handed]) -> None:
    """Give the parts in each field of a record the values that they leave out.

    What is our conclusion in the record is so in its parts.
    """
    for field, values in handed.items():
        whole = []
        for part in getattr(record, field):
            lacking = {key: value for key, value in values.items() if getattr(part, key) is None}
            concluded = tuple(key for key in lacking if key in _inferred(record))
            if concluded:
                lacking["inferred"] = part.inferred + concluded
            whole.append(replace(part, **lacking) if lacking else part)
        force_setattr(record, field, tuple(whole))


def take_back(record: Part, part: Part, handed: Handed) -> dict[str, Any]:
    """Return the fields of a part that change where what it has from its record is left out.

    Handed down again, they make the same part.
    """
    bare: dict[str, Any] = {}
    inferred = _inferred(part)
    for key in reversed(handed):  # as the last one stands at the end of what is inferred
        if getattr(part, key) != handed[key]:
            continue
        if key in _inferred(record):
            if inferred[-1:] != (key,):
                continue
            inferred = inferred[:-1]
        bare[key] = None
    return bare | {"inferred": inferred} if bare else {}


def _inferred(part: Part) -> tuple[str, ...]:
    inferred: tuple[str, ...] = getattr(part, "inferred", ())
    return inferred
