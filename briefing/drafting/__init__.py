"""From a page to a text, and from a text to a model to start from."""
