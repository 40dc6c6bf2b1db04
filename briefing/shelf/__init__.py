"""The articles that a command looks at: finding records in them, and narrowing lists."""
