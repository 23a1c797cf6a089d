"""How a work is cited, this course and its parts among them: as plain text, Markdown, BibTeX and CSL-JSON."""

import json
import re
from collections.abc import Mapping
from typing import Any

from macros.content.card import Card
from macros.content.source import Source
from macros.html.markup import render
from macros.html.words import gettext, later

PART = {"title": "{title}", "address": "{address}", "key": "{key}", "day": "{day}"}
"""Places in the citation of a part of the course, which a script fills when it is asked for."""

_NAMES = {"plain": later("Plain text"), "markdown": "Markdown", "bibtex": "BibTeX", "csl": "CSL-JSON"}

_ENTRIES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""The entry of BibTeX for a kind of work; all others are ``misc``."""

_WHOLE = {"article-journal": "journal", "chapter": "booktitle", "paper-conference": "booktitle"}
_MAKER = {"report": "institution", "thesis": "school"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As BibTeX knows them: each style writes them in its own way."""

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_COMMANDS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def citation(card: Card, name: str, address: str) -> str:
    """Return the day of the course, and how all of it is cited, in each form; its address may be empty."""
    forms = of_course(card, name, address)
    texts = forms | {"csl": json.dumps([forms["csl"]], ensure_ascii=False, indent=2)}
    named = [(gettext(_NAMES[form]), text) for form, text in texts.items()]
    return render("citation.html.j2", forms=named, published=card.published)


def of_source(source: Source, letter: str) -> dict[str, Any]:
    """Return a source in each form; the letter tells it from others of the same author and year."""
    csl = {key: value for key, value in source.csl().items() if key != "note"}
    credit = f"{'; '.join(map(str, source.author))} ({source.issued}{letter})"
    return _forms(csl, credit, source.title, [source.details], address=source.address, day=source.accessed.isoformat())


def of_course(card: Card, name: str, address: str) -> dict[str, Any]:
    """Return the whole course in each form; its address may be empty."""
    key = re.sub(r"\W+", "-", name.lower()).strip("-") or "course"
    return _forms(_csl(card, key, name, address), _credit(card), name, [_licence(card)], address=address)


def of_part(card: Card, name: str) -> dict[str, Any]:
    """Return a part of the course in each form, with places for what a script knows of it."""
    rest = [gettext("In: %(course)s", course=name), _licence(card), gettext("Read on %(day)s", day=PART["day"])]
    csl = _csl(card, PART["key"], PART["title"], PART["address"]) | {"container-title": name}
    return _forms(csl, _credit(card), PART["title"], rest, address=PART["address"], day=PART["day"])


def _credit(card: Card) -> str:
    return f"{card.cited_as} ({card.published.year})" if card.published else card.cited_as


def _licence(card: Card) -> str:
    return card.licence.name if card.licence else ""


def _csl(card: Card, key: str, title: str, address: str) -> dict[str, Any]:
    author = [{"literal": card.cited_as}]
    day = card.published
    issued = {"date-parts": [[day.year, day.month, day.day]]} if day else None
    more = {"issued": issued, "URL": address, "note": _licence(card)}
    known = {"id": key, "type": "webpage", "title": title, "author": author}
    return known | {name: value for name, value in more.items() if value}


def _forms(
    csl: dict[str, Any], credit: str, title: str, rest: list[str], *, address: str, day: str = ""
) -> dict[str, Any]:
    """Return a work in each form; rest is what is told after its title, day the one on which it was read."""
    linked = f"[{_marked(title)}]({address})" if address else _marked(title)
    told = [part for part in rest if part]
    return {
        "plain": " ".join((*(f"{part}." for part in (credit, title, *told) if part), address)).strip(),
        "markdown": " ".join(f"{part}." for part in (_marked(credit), linked, *map(_marked, told)) if part),
        "bibtex": _bibtex(csl, address, day),
        "csl": csl,
    }


def _bibtex(csl: Mapping[str, Any], address: str, day: str) -> str:
    kind = csl["type"]
    fields = {
        _WHOLE.get(kind, "howpublished"): csl.get("container-title"),
        **_issued(csl),
        "edition": csl.get("edition"),
        "series": csl.get("collection-title"),
        "volume": csl.get("volume"),
        "number": csl.get("issue") or csl.get("number") or csl.get("version"),
        "pages": csl.get("page"),
        _MAKER.get(kind, "publisher"): csl.get("publisher"),
        "address": csl.get("publisher-place"),
        "isbn": csl.get("ISBN"),
        "note": csl.get("note"),
    }
    told = {name: _escaped(str(value)) for name, value in fields.items() if value}
    author = " and ".join(map(_author, csl["author"]))
    # An address and a DOI are read as they are; braces keep the letters of a title.
    as_they_are = {"doi": csl.get("DOI"), "url": address, "urldate": day}
    whole = {"author": author, "title": f"{{{_title(csl['title'])}}}", **told, **as_they_are}
    # The month is one of the words that BibTeX knows, which stand without braces.
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in whole.items() if value]
    return ",\n".join((f"@{_ENTRIES.get(kind, 'misc')}{{{csl['id']}", *lines)) + "\n}"


def _issued(csl: Mapping[str, Any]) -> dict[str, Any]:
    """Return the year and the month of a work, as far as they are known."""
    year, month = ([*csl["issued"]["date-parts"][0], None][:2]) if "issued" in csl else (None, None)
    return {"year": year, "month": _MONTHS[month - 1] if month else None}


def _author(name: Mapping[str, str]) -> str:
    """Return a name as BibTeX reads it: one without parts in braces."""
    literal = name.get("literal")
    parts = [_escaped(name[part]) for part in ("family", "given") if part in name]
    return f"{{{_escaped(literal)}}}" if literal else ", ".join(parts)


def _title(text: str) -> str:
    return text if text == PART["title"] else _escaped(text)


def _escaped(text: str) -> str:
    """Return a text as TeX shows it: what means something to it stands for itself."""
    return _SPECIAL.sub(lambda mark: _COMMANDS.get(mark[0], f"\\{mark[0]}"), text)


def _marked(text: str) -> str:
    """Return a text as Markdown that shows just this."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
