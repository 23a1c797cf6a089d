"""How the course and its sources are cited, as a script: in a file tree, a page can load no other kind of file."""

import json

from macros.assembly.course import Course
from macros.content.citing import of_part, of_source

PATH = "data/quotes.js"


def quotes(course: Course) -> dict[str, str]:
    """Return the file by its path, for what can be read of the course; none without a card."""
    if not course.card:
        return {}
    found, letters = (course.sources.sources, course.sources.letters) if course.sources else ((), {})
    sources = {source.id: of_source(source, letters[source.id]) for source in found}
    known = {"part": of_part(course.card, course.files.project.name), "sources": sources}
    return {PATH: f"globalThis.quotes = {json.dumps(known, ensure_ascii=False)};\n"}
