"""How much a YAML file may hold: what is more is no data, and would take its time and memory from all others."""

from collections.abc import Sized

from yaml import Mark

MOST_LEVELS = 40
"""Of lists and mappings in each other. No data has as many, and Python's stack has an end."""

MOST_VALUES = 20_000
"""In one file. The comparison has 1,500."""

MOST_KEYS = 40
"""In one mapping. No part of a file knows as many."""

LONGEST_KEY = 100


class TooMuchError(Exception):
    """Ends the reading of a file where it passes a limit."""

    def __init__(self, message: str, mark: Mark) -> None:
        super().__init__(message)
        self.message, self.mark = message, mark


class Limits:
    """Counts the values of one file."""

    def __init__(self) -> None:
        self.values = 0

    def value(self, loc: Sized, mark: Mark) -> None:
        """Count a value at this place, and raise TooMuchError where it is one too many, or too deep."""
        self.values += 1
        if len(loc) > MOST_LEVELS:
            raise TooMuchError(f"is nested deeper than {MOST_LEVELS} levels", mark)
        if self.values > MOST_VALUES:
            raise TooMuchError(f"has more than {MOST_VALUES:,} values", mark)

    def key(self, key: str, before: Sized, mark: Mark) -> None:
        """Raise TooMuchError for a key that is too long, or one too many beside those before it."""
        if len(key) > LONGEST_KEY:
            raise TooMuchError(f"has a key of more than {LONGEST_KEY} characters", mark)
        if len(before) == MOST_KEYS:
            raise TooMuchError(f"has more than {MOST_KEYS} keys", mark)
