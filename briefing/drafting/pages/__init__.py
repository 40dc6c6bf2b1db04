"""From a file to the article in it: its text, its title, its times, and who wrote it.

``page`` reads a file, a web page by ``markup``, as ``lines``. ``heads`` finds the title, the
date, the paper and the reporters, by labels (``headlabels``), leads (``leads``), bylines
(``bylines``), the names of sites (``sites``) and what stands at the end (``foots``).
"""
