"""The command that sets a text beside its records on one page."""

from collections.abc import Sequence
from pathlib import PurePath

from briefing.checks.check import Examined, examine, unread
from briefing.checks.context import ANOTHER_TEXT
from briefing.checks.passages import lay_out
from briefing.cli.console import emit_page
from briefing.cli.environment import choose_language
from briefing.cli.saving import is_stream
from briefing.cli.usage import usage_error
from briefing.document import Lang
from briefing.model.folders import list_models
from briefing.model.reading import inspect_model
from briefing.output.formats import FORMATS
from briefing.output.html.proof import render
from briefing.problem import ModelError, Status, message
from briefing.views.proof import make_head, say_claims

_NAME = "proof"


def write_proof(
    models: Sequence[str], source: str | None, output: str | None, lang: Lang | None
) -> None:
    """Write the page of one model and its text to a file or a pipe.

    Problems of the two are shown on the page. Raises :class:`BriefingError` where one of them
    cannot be read at all, where there is no text or more than one model, where the text is that of
    another article, and where the page would replace what is read.
    """
    file = None if output == "-" else output
    if file and not (is_stream(file) or PurePath(file).suffix.lower() in FORMATS["html"].endings):
        raise usage_error(message("usage.only-html", command=_NAME, file=file))
    asked = choose_language(lang)
    model = _choose(models)
    if source == "-" and model == "-":
        raise usage_error(message("usage.stdin-twice"))
    examined = examine(inspect_model(model), source, notes=True)
    article, context = examined.article, examined.context
    if article is None or context is None:
        raise _refuse(examined, model)
    if found := [one for one in examined.report.problems if one.message.key == ANOTHER_TEXT]:
        raise ModelError(found, Status.PROBLEMS)  # and not a page of what has nothing in common
    proof = lay_out(context, examined.report)
    document = make_head(article, "both")._replace(lang=asked)
    emit_page(render(proof, say_claims(article, "both"), document), file)


def _choose(models: Sequence[str]) -> str:
    """Return the only model; a folder stands for the models in it."""
    files = list_models(models)
    if len(files) > 1:
        raise usage_error(message("usage.one-model", command=_NAME, count=len(files)))
    return files[0]


def _refuse(examined: Examined, model: str) -> Exception:
    """Return the error that there is no model or no text to show."""
    report = examined.report
    if examined.article is None:
        return ModelError([one for one in report.problems if not one.warning])
    if found := unread(report) or [one for one in report.problems if one.code == "too-large"]:
        return ModelError(found)
    return usage_error(message("usage.no-source", file=model))
