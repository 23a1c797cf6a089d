"""The index of the search: made of the built pages, and written into the site."""

from pathlib import Path

from macros.assembly.course import Course
from macros.content.synonyms import as_typed
from macros.html.words import later, speaking, translated
from macros.pages.speech import speech
from macros.reading.letters import words
from macros.search.files import files
from macros.search.found import entries, leads
from macros.search.weights import name_weights, word_weights

_SAID = {
    "label": later("Search the course"),
    "close": later("Close the search"),
    "type": later("Type what you are looking for."),
    "none": later("Nothing was found for “{words}”."),
    "one": later("1 result"),
    "many": later("{count} results"),
    "instead": later("Nothing has “{words}”: shown is what has “{instead}”."),
    "best": later("Best results"),
    "more": later("{count} more: {group}"),
    "failed": later("The search could not be loaded. Reload the page to try again."),
}


def index(course: Course, site: Path) -> dict[str, str]:
    """Return the files of the index of a built site by their paths in it."""
    ours = {words(one.other)[0]: " ".join(words(one.ours)) for one in course.synonyms.spellings}

    def spell(typed: list[str]) -> list[str]:
        return " ".join(ours.get(word, word) for word in typed).split()

    language = course.files.language.value
    with speaking(language):
        found = entries(course, site)
        empty = words(speech(language).empty)
        weights = word_weights(found, spell, language), name_weights(found, leads(course), spell, empty)
        typed = {"spelt": ours, "means": _means(course), "empty": empty, "said": translated(_SAID)}
        return files(found, *weights, typed)


def _means(course: Course) -> dict[str, str]:
    """Return the words that the course has for those of readers, with a space between two."""
    return {
        as_typed(typed): " ".join(map(as_typed, meaning.means))
        for meaning in course.synonyms.meanings
        for typed in meaning.typed
    }


def write(course: Course, site: Path) -> None:
    """Write the index into a built site."""
    for path, content in index(course, site).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
