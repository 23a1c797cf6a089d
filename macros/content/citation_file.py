"""The file CITATION.cff, by which hosts of code and citation tools know how the course is cited."""

import json

from macros.content.card import Card
from macros.html.words import gettext
from macros.reading.project import Project


def citation_file(card: Card, project: Project) -> str:
    """Return the whole file, in the Citation File Format 1.2."""
    values = {
        "message": gettext("Please cite this course as below."),
        "type": "dataset",
        "title": project.name,
        "abstract": card.promise,
        **_licence(card),
        "url": project.address,
        "repository-code": project.source,
        "date-released": card.published.isoformat() if card.published else "",
    }
    # JSON is YAML, too.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    author = f"authors:\n  - name: {json.dumps(card.cited_as, ensure_ascii=False)}"
    head = "# `make citation` writes this file from docs/data/course.yml and mkdocs.yml.\ncff-version: 1.2.0"
    return "\n".join((head, *lines, author)) + "\n"


def _licence(card: Card) -> dict[str, str]:
    """Return the licence by its name in the list of SPDX where the card gives that, else by its address."""
    if not card.licence:
        return {}
    return {"license": card.licence.spdx} if card.licence.spdx else {"license-url": card.licence.url}
