"""Holds a finished memo against models and texts: its numbers, names, quotations and stages."""
