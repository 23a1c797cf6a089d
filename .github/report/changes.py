"""What is different between two sets of named things."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Change(Generic[T]):
    """One thing by its name, as it was and as it is; None stands for what is not there."""

    name: str
    before: T | None
    after: T | None

    @property
    def kind(self) -> str:
        """Return ``added``, ``removed`` or ``changed``."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def changes(before: Mapping[str, T], after: Mapping[str, T]) -> list[Change[T]]:
    """Return what is not the same in both, in the order before, then what is new."""
    names = dict.fromkeys((*before, *after))
    found = (Change(name, before.get(name), after.get(name)) for name in names)
    return [change for change in found if change.before != change.after]
