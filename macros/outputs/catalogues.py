"""``python -m macros.outputs.catalogues``: put the texts of the code into the catalogue of each language."""

from collections.abc import Sequence
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from macros.html.words import LOCALE

_READ = [("macros/**.py", "python"), ("macros/templates/**.j2", "jinja2"), ("overrides/**.html", "jinja2")]
_KEYWORDS = {**DEFAULT_KEYWORDS, "later": None}


def texts(project: Path) -> Catalog:
    """Return a catalogue of all texts that the code of a project shows to readers, without translations."""
    found = Catalog()
    for file, _, text, _, context in extract_from_dir(project, _READ, keywords=_KEYWORDS, comment_tags=()):
        found.add(text, None, [(file, 1)], context=context)
    return found


def forms(text: str | Sequence[str]) -> tuple[str, ...]:
    """Return the forms of a text or of its translation: one, or one for each number."""
    return (text,) if isinstance(text, str) else tuple(text)


def main() -> None:
    """Bring each catalogue up to date: new texts come in without translation, those that no code has any more go."""
    found = texts(Path())
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with file.open("rb") as read:
            catalogue = read_po(read, locale=file.parents[1].name)
        catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        with file.open("wb") as written:
            write_po(written, catalogue, width=0, sort_by_file=True, include_lineno=False)
        lacking = [message for message in catalogue if message.id and not all(forms(message.string or ""))]
        print(f"{file}: {len(lacking)} texts without translation")


if __name__ == "__main__":
    main()
