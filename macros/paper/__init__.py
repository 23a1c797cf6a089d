"""From the built site to paper: the whole course as one PDF that is tagged, and its diagrams as slides."""
