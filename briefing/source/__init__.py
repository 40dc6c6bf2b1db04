"""The source text: its paragraphs, the quantities in them, and what the model owes to it."""
