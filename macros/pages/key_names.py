"""What keys are called in a language: German keyboards have *Strg* where English ones have *Ctrl*."""

from macros.html.words import Language, later

_NAMES = {
    "arrow-down": later("Down"),
    "arrow-left": later("Left"),
    "arrow-right": later("Right"),
    "arrow-up": later("Up"),
    "backspace": later("Backspace"),
    "break": later("Break"),
    "caps-lock": later("Caps Lock"),
    "control": later("Ctrl"),
    "delete": later("Del"),
    "end": later("End"),
    "enter": later("Enter"),
    "home": later("Home"),
    "insert": later("Ins"),
    "left-control": later("Left Ctrl"),
    "left-shift": later("Left Shift"),
    "page-down": later("Page Down"),
    "page-up": later("Page Up"),
    "print-screen": later("Print Screen"),
    "right-control": later("Right Ctrl"),
    "right-shift": later("Right Shift"),
    "scroll-lock": later("Scroll Lock"),
    "shift": later("Shift"),
    "space": later("Space"),
}
"""By the names that pymdownx.keys has for them."""


def key_names(spoken: Language) -> dict[str, str]:
    """Return what is shown for keys, by their names."""
    return {key: spoken.words.gettext(name) for key, name in _NAMES.items()}
