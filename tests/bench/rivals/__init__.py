"""The sites that are measured beside this one, each built from the same lessons."""
