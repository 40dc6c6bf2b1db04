"""The command that writes the JSON Schema of a model."""

from briefing.cli.console import emit
from briefing.cli.saving import is_stream
from briefing.cli.usage import usage_error
from briefing.document import Document, Phrase
from briefing.output.formats import FORMATS
from briefing.problem import message
from briefing.views.schema import describe_model


def write_schema(output: str | None) -> None:
    """Write the schema to a file or, where none is named, to standard output.

    Raises :class:`BriefingError` for a file that is not called a JSON file: it may be a model.
    """
    form, file = FORMATS["json"], None if output == "-" else output
    if file and not (is_stream(file) or file.lower().endswith(form.endings)):
        raise usage_error(message("usage.only-json", command="schema", file=file))
    emit(Document((), describe_model(), Phrase(), Phrase(), "both"), form, file)
