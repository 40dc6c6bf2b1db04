"""The program that a shell runs: ``briefing``, or ``python -m briefing``.

What can happen at any moment is met here, before anything else is imported: Ctrl-C, memory that
runs out, and a mistake of ours, which is told in a line and not in a traceback.
"""

import _signal as signal  # type: ignore[import-not-found]  # quicker to import than its copy
import os
import sys

INTERRUPTED = 130
"""The exit status that shells expect of a command that Ctrl-C has ended."""


def _leave(*_: object) -> None:
    """End at once; what runs meanwhile, be it an import, could only answer with a traceback."""
    os._exit(INTERRUPTED)


if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a shell may have it ignored
    signal.signal(signal.SIGINT, _leave)


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from briefing.cli.main import main as run

        run()
    except MemoryError:
        told = "briefing: there is not enough memory for this"
    except Exception as error:  # nothing else is left to meet it
        told = f"briefing: this is a mistake in the program, which {_place(error)}"
    else:
        return
    import contextlib

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(told, file=sys.stderr)
    sys.exit(3)


def _place(error: Exception) -> str:
    """Return what an error is and where it came up, for whoever is to mend it."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else "?"
    return f"its authors should be told of: {type(error).__name__} in {where}"


if __name__ == "__main__":
    main()
