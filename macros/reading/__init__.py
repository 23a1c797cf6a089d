"""From bytes on disk to values with places: which files may be read, what stands in them, and what is wrong."""
