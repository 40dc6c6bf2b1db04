"""The command line: the only part that knows Typer, and the only one that writes."""
