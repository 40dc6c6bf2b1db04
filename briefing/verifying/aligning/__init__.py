"""Which clauses of the texts tell the same as a sentence of a memo."""
