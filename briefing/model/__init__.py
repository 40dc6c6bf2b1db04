"""The model of an article: its typed records, and how YAML becomes them."""
