"""Files that other programs wrote, read as the texts that they hold."""
