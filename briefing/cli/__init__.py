"""The command line, the only part that knows Typer and the terminal, and that writes files.

``main`` runs a command of the table in ``commands`` with the options of ``options``; ``request``
does what all reading commands do, and ``curating`` has the commands of curators. ``console`` and
``saving`` write the results.
"""

import gc

# A command ends before a collection of garbage could pay, and most of what there is to collect is
# made while modules are imported. Running the command line turns the collector on again.
gc.disable()
