"""Facts from regional-policy newspaper articles: look them up, compare, cite and check them.

The names below are the public interface, which ``docs/python.md`` explains. Each is imported when
it is first used, so that importing the package costs nothing and needs neither Typer nor Rich.
"""

TYPE_CHECKING = False  # nothing is imported here: until the program begins, Ctrl-C is not met
if TYPE_CHECKING:
    from briefing.checks.check import check as check
    from briefing.checks.report import Report as Report
    from briefing.checks.report import Share as Share
    from briefing.checks.report import Tally as Tally
    from briefing.citation.styles import cite as cite
    from briefing.drafting.draft import Drafted as Drafted
    from briefing.drafting.draft import draft as draft
    from briefing.model.article import Article as Article
    from briefing.model.parts import Author as Author
    from briefing.model.parts import Bilingual as Bilingual
    from briefing.model.parts import Change as Change
    from briefing.model.parts import Evidence as Evidence
    from briefing.model.parts import Ignored as Ignored
    from briefing.model.parts import Link as Link
    from briefing.model.parts import Measure as Measure
    from briefing.model.parts import Post as Post
    from briefing.model.parts import Rendering as Rendering
    from briefing.model.parts import Role as Role
    from briefing.model.parts import Statement as Statement
    from briefing.model.parts import Waiver as Waiver
    from briefing.model.records import Event as Event
    from briefing.model.records import Figure as Figure
    from briefing.model.records import Organisation as Organisation
    from briefing.model.records import Person as Person
    from briefing.model.records import Place as Place
    from briefing.model.records import Project as Project
    from briefing.model.records import Record as Record
    from briefing.model.records import Sector as Sector
    from briefing.model.records import Source as Source
    from briefing.model.records import Strategy as Strategy
    from briefing.model.records import Summary as Summary
    from briefing.model.records import Takeaway as Takeaway
    from briefing.model.records import Term as Term
    from briefing.problem import BriefingError as BriefingError
    from briefing.problem import Edit as Edit
    from briefing.problem import Fix as Fix
    from briefing.problem import Message as Message
    from briefing.problem import ModelError as ModelError
    from briefing.problem import Problem as Problem
    from briefing.quantities import Quantity as Quantity
    from briefing.quantities import scan as scan
    from briefing.shelf.finding import find_places as find_places
    from briefing.shelf.finding import find_record as find_record
    from briefing.shelf.library import Hit as Hit
    from briefing.shelf.library import Library as Library
    from briefing.shelf.library import load as load
    from briefing.shelf.searching import search as search
    from briefing.verifying.claim import Claim as Claim
    from briefing.verifying.verify import Verified as Verified
    from briefing.verifying.verify import verify as verify
    from briefing.words.messages import told as told

__version__ = "0.1.0"

_HOMES = {
    "briefing.checks.check": ("check",),
    "briefing.checks.report": ("Report", "Share", "Tally"),
    "briefing.citation.styles": ("cite",),
    "briefing.drafting.draft": ("Drafted", "draft"),
    "briefing.model.article": ("Article",),
    "briefing.model.parts": (
        *("Author", "Bilingual", "Change", "Evidence", "Ignored", "Link", "Measure", "Post"),
        *("Rendering", "Role", "Statement", "Waiver"),
    ),
    "briefing.model.records": (
        *("Event", "Figure", "Organisation", "Person", "Place", "Project", "Record", "Sector"),
        *("Source", "Strategy", "Summary", "Takeaway", "Term"),
    ),
    "briefing.problem": ("BriefingError", "Edit", "Fix", "Message", "ModelError", "Problem"),
    "briefing.quantities": ("Quantity", "scan"),
    "briefing.shelf.finding": ("find_places", "find_record"),
    "briefing.shelf.searching": ("search",),
    "briefing.shelf.library": ("Hit", "Library", "load"),
    "briefing.verifying.claim": ("Claim",),
    "briefing.verifying.verify": ("Verified", "verify"),
    "briefing.words.messages": ("told",),
}
"""The modules that the public names come from."""

__all__ = ["__version__", *(name for names in _HOMES.values() for name in names)]  # noqa: PLE0604


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(module), name)
            return value
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")
