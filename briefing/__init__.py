"""Facts from regional-policy newspaper articles: look them up, compare, cite and check them."""

__version__ = "0.1.0"
