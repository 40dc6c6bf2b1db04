"""The command line, the only part that knows Typer and the terminal, and that writes files."""

import gc

# A command ends before a collection of garbage could pay, and most of what there is to collect is
# made while modules are imported. Running the command line turns the collector on again.
gc.disable()
