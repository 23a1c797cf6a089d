"""From the built site to a book: the whole course as one EPUB, for reading apps and e-readers."""
