"""Checks of models, with and without their source text.

`check.py` runs the rules, which stand in `rules/`; the other modules are what several rules need to
know of a text and of the model beside it, and what is done with what they find.
"""
