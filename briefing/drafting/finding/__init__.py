"""What a text names besides its quantities: people, places, organisations, projects, terms."""
