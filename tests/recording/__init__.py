"""What is typed into terminals, and what comes of it."""
