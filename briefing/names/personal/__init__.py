"""Tells the names of people from other words; ``names/people.py`` asks all that stands here.

``candidates`` finds what begins with a family name, ``candidate`` judges it by what stands beside
it, and ``edges`` and ``particles`` tell whether it is cut in the wrong place. ``foreign``,
``wholes`` and ``unusual`` find names that begin with no Chinese family name.
"""
