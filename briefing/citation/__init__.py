"""Citing an article, and paragraphs of it: one module a style, each a pure function.

The editor is in no style: most would take an editor for the author where no reporter is named.
"""
