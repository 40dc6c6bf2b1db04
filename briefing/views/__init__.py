"""What each command has to say: one module a subject, from a library to a document."""
