"""Documents to text or bytes: one module a format, named in :mod:`briefing.output.formats`."""
