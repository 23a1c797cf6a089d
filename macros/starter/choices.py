"""What may be chosen for a new course: the language of its interface, and the licence of its content."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.html.words import languages

HERE = Path(__file__).parent


def licences() -> dict[str, dict[str, str]]:
    """Return the name and the address of each licence, by its SPDX id."""
    found: dict[str, dict[str, str]] = yaml.safe_load((HERE / "licences.yml").read_text(encoding="utf-8"))
    return found


def language_faults(code: str) -> Iterator[str]:
    """Yield what is wrong with a language."""
    if code not in languages():
        hint = (
            f"write {' or '.join(languages())}; CONTRIBUTING.md tells how to add one, at 'The words of the interface'"
        )
        yield f"LANGUAGE: {code!a} is none that the interface has words in: {hint}"


def licence_faults(id_: str) -> Iterator[str]:
    """Yield what is wrong with a licence; a course may also choose none."""
    if id_ and id_ not in licences():
        hint = f"write {' or '.join(licences())}, or leave it out and choose later"
        yield f"LICENCE: {id_!a} is none to choose from: {hint}"
