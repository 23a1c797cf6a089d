"""What a course consists of: each concept with its model, what is wrong with it, and how it is shown."""
