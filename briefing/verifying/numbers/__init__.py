"""The numbers and dates in a memo, and what bears them out."""
