"""The floor: a Typer app of one command that only prints."""

import typer

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def floor() -> None:
    """Print a line."""
    print("floor 0")


def main() -> None:
    """Run the one command."""
    app()
