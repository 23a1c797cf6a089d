"""From Markdown to a checked page: the gates that nothing passes but what a page may hold."""
