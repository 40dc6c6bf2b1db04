"""What each command has to say: one module a subject, from a library to a document.

Several subjects share ``common``, ``cells`` (what stands in a list), ``claims`` (what is remarked
of a claim) and ``answers`` (a claim in each row). What fits a screen is chosen in ``choosing``,
measured in ``screen`` and told in ``told``. ``linking`` adds what a page can link.
"""
