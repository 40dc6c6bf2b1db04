"""The names and posts in a memo: which are known, nearly known, and unknown."""
