"""Files that are made, not written: downloads, drawings, and the schemas of the data."""
