"""The rules that a model is checked by, with and without its source text."""
