"""What can be printed of the whole course: where the files are published, and what readers are told of them."""

from macros.html.words import later

COURSE, SLIDES = "paper/course.pdf", "paper/slides.pdf"
"""Paths below the root of the site."""

PRINTED = {COURSE: later("The whole course, to print"), SLIDES: later("The diagrams as slides, a step on each")}
