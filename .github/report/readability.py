"""How hard a text is to read, as one number: something to look at, not a rule.

textstat has this number among many; it brings a natural language toolkit for the one line that is used.
"""

from macros.html.markup import words

LONG = 6
"""More letters than these make a long word (Björnsson 1968)."""


def lix(prose: str) -> float:
    """Return the LIX of a text: words a sentence, plus the percentage of long words; up to 40 is easy, above 50 hard.

    A line is a sentence, which a rule of the pages keeps. A text without words has 0.
    """
    found = words(prose)
    if not found:
        return 0.0
    sentences = sum(bool(words(line)) for line in prose.splitlines())
    return len(found) / sentences + 100 * sum(len(word) > LONG for word in found) / len(found)
