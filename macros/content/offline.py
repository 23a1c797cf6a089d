"""Reading without a network: what readers are told of what their browser keeps, and the switch for it."""

from macros.html.markup import render
from macros.html.words import later, translated

_WORDS = {
    "never": later("Nothing can be kept here: it takes an address with https, and no private window."),
    "off": later("Nothing is kept on this device, so this course needs a network."),
    "saving": later("Your browser is set to save data, so nothing is kept on this device."),
    "coming": later("The course is on its way to this device; until it is there, it needs a network."),
    "kept": later("The whole course is kept on this device, and can be read without a network."),
    "stop": later("Remove it from this device"),
    "keep": later("Keep it on this device"),
}


def offline() -> str:
    """Return what is kept, which docs/assets/offline.js fills in, with the button that ends or begins it."""
    return render("offline.html.j2", words=translated(_WORDS))
