"""What can be made of the whole course to print or to take along: where it stands, and what readers are told of it."""

from macros.html.words import later

COURSE, SLIDES, BOOK, FILES = (f"paper/{name}" for name in ("course.pdf", "slides.pdf", "course.epub", "course.zip"))
"""Paths below the root of the site."""

PRINTED = {COURSE: later("The whole course, to print"), SLIDES: later("The diagrams as slides, a step on each")}
OFFERED = {
    **PRINTED,
    BOOK: later("The whole course as a book, for reading apps and e-readers"),
    FILES: later("All pages as files, to read without a network: unpack them, and open index.html"),
}
