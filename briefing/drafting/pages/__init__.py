"""From a file to the article in it: its text, its title, its times, and who wrote it."""
