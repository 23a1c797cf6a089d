"""The words of the scripts that any page may need, as a script: in each page they would be in its way."""

import json

from macros.html.words import later, translated

_WORDS = {
    "read": later("read"),
    "check": later("Check"),
    "again": later("Try again"),
    "anew": later("Answer anew"),
    "keep": later("Keep my answer"),
    "kept": later("Kept."),
    "comesBack": later("The text below comes back to it."),
    "yours": later("Your answer:"),
    "first": later("Choose an answer first."),
    "each": later("Choose one for each first."),
    "right": later("Right."),
    "wrong": later("Not quite."),
    "missed": later("Missing."),
    "more": later("Something that is right is missing."),
    "count": later("{right} of {all} right."),
    "thus": later("This would be right."),
    "earlier": later("It comes earlier."),
    "later": later("It comes later."),
    "elsewhere": later("It belongs to another one."),
    "choose": later("Choose"),
    "up": later("Up: {text}"),
    "down": later("Down: {text}"),
    "darkPng": later("Dark PNG"),
    "transparentPng": later("Transparent PNG"),
    "fresh": later("A new version of this course is here."),
    "readFresh": later("Read the new version"),
    "notNow": later("Not now"),
    "unkept": later("This file is not kept on this device. To fetch it, you need a network."),
    "close": later("Close"),
    "place": later("{text} now has place {place} of {all}."),
    "copy": later("Copy"),
    "copyLink": later("Copy link"),
    "copySource": later("Copy with source"),
    "copied": later("Copied"),
    "byHand": later("Copying is not allowed here. The text is selected: copy it with your keyboard."),
    "notLoaded": later("The sources could not be loaded. Try again."),
    "sources": later("Sources:"),
    "addresses": later("Addresses of the links"),
    "formPlain": later("Plain text"),
    "formMarkdown": "Markdown",
    "formBibTeX": "BibTeX",
    "formCSL": "CSL-JSON",
}


def script_words() -> str:
    """Return a script that gives the other ones their words, in the language in which is spoken."""
    return f"globalThis.words = {json.dumps(translated(_WORDS))};\n"
