"""Citations of articles and their paragraphs, with one module for each citation style.

No style names the editor, because most of them would present an editor as the author of an article
that names no reporter.
"""
