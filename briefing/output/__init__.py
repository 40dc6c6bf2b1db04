"""Writers that turn documents into text or bytes, with one module for each format.

:mod:`briefing.output.formats` lists the formats to export to.
"""
