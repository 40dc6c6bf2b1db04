"""The model of an article: its typed records, and how YAML becomes them.

- ``records``, ``parts`` and ``choices`` define what a model holds, and ``sections`` the table of
  it.
- ``reading`` reads a file: ``yamlfile`` makes plain data of YAML, ``typed`` records of these, and
  ``references`` checks the ids. ``slips`` and ``mending`` read on where something is wrong.
  ``folders`` tells which files the paths are that somebody names.
- ``editing`` and ``layout`` change the text of a model, and ``writing`` makes plain data of one.
- ``text`` reads the source text, and ``textkind`` tells what a file is that is no text.
"""
