"""Other words for keys and values of the data files: those of BibTeX, CSL and everyday English."""

from collections.abc import Iterable

from macros.reading.problem import did_you_mean, nearest

_KEYS = (
    {"name", "title", "heading", "label", "term", "word"},
    {"text", "answer", "choice", "option", "content", "body", "value"},
    {"options", "answers", "choices", "one-of"},
    {"question", "text", "ask", "title"},
    {"why", "because", "reason", "explanation", "rationale"},
    {"right", "correct", "true", "solution"},
    {"meaning", "definition", "means", "description", "explanation", "text"},
    {"description", "desc", "summary", "about"},
    {"desc", "description", "alt"},
    {"says", "note", "notes", "annote", "annotation", "abstract", "summary", "quote"},
    {"issued", "year", "date", "published"},
    {"accessed", "urldate", "visited", "retrieved", "access-date", "read"},
    {"container-title", "container-title-short", "journal", "journaltitle", "booktitle", "publication", "website",
     "conference", "event", "event-title", "site"},
    {"collection-title", "series"},
    {"author", "authors", "by", "editor", "creator", "writer"},
    {"url", "link", "href", "address", "uri", "web"},
    {"page", "pages", "page-first"},
    {"number", "no", "report-number", "collection-number"},
    {"publisher", "school", "institution", "organization", "organisation"},
    {"publisher-place", "place", "location"},
    {"family", "last", "surname", "lastname", "last-name"},
    {"given", "first", "firstname", "first-name"},
    {"literal", "name", "organisation", "organization", "company", "group"},
    {"exception", "unless", "but", "except", "exceptions", "wrong-when"},
    {"judgement", "judgment", "opinion", "reason", "reasoning"},
    {"source", "sources", "cite", "citation", "citations", "reference", "references", "ref"},
    {"figures", "figure", "numbers", "values", "measurements"},
    {"value", "number", "amount"},
    {"unit", "units"},
    {"conditions", "setup", "condition", "environment"},
    {"where", "place", "section", "page", "location"},
    {"what", "name", "subject", "thing"},
    {"kind", "type"},
    {"id", "key", "slug"},
    {"tone", "color", "colour"},
    {"also", "synonyms", "aliases", "plural"},
    {"objectives", "goals", "outcomes"},
)  # fmt: skip
"""Each a set of names by which people call one thing."""

_VALUES = {
    "paper": ("paper-conference", "article-journal"),
    "conference": ("paper-conference",), "inproceedings": ("paper-conference",), "proceedings": ("paper-conference",),
    "journal": ("article-journal",), "preprint": ("article",), "arxiv": ("article",),
    "article-magazine": ("article",), "article-newspaper": ("article",), "news": ("article",),
    "incollection": ("chapter",), "inbook": ("chapter",), "techreport": ("report",), "whitepaper": ("report",),
    "phdthesis": ("thesis",), "mastersthesis": ("thesis",),
    "website": ("webpage",), "web": ("webpage",), "online": ("webpage",), "site": ("webpage",),
    "electronic": ("webpage",),
    "documentation": ("webpage",), "manual": ("webpage", "document"), "misc": ("document", "webpage"),
    "blog": ("post-weblog",), "post": ("post-weblog",), "rfc": ("standard",), "specification": ("standard",),
    "data": ("dataset",), "code": ("software",), "program": ("software",),
    "max": ("at most",), "maximum": ("at most",), "<": ("at most",), "<=": ("at most",), "≤": ("at most",),
    "up to": ("at most",), "min": ("at least",), "minimum": ("at least",), ">": ("at least",), ">=": ("at least",),
    "≥": ("at least",), "~": ("about",), "≈": ("about",), "approximately": ("about",), "circa": ("about",),
    "benchmark": ("measured",), "measurement": ("measured",), "test": ("measured",),
    "claim": ("stated",), "claimed": ("stated",), "maximal": ("limit",),
    "orange": ("amber",), "yellow": ("amber",), "cyan": ("teal",), "turquoise": ("teal",),
    "size": ("data",), "memory": ("data",), "duration": ("time",),
}  # fmt: skip
"""What is meant by a value that is none, by what people write."""


def key_meant(written: str, known: Iterable[str]) -> str:
    """Return the known key that an unknown one stands for; empty when it may be none, or more than one."""
    keys = [*known]
    lower = written.lower().replace("_", "-")
    same = [key for key in keys if key.lower() == lower]
    close = same or [key for key in keys if any({lower, key.lower()} <= alike for alike in _KEYS)]
    if not close and (near := nearest(lower, keys)):
        return near
    return close[0] if len(close) == 1 else ""


def values_meant(written: str, known: Iterable[str]) -> str:
    """Return a hint with the known values that an unknown one stands for; empty when it may be none."""
    meant = [value for value in _VALUES.get(written.strip().lower(), ()) if value in {*known}]
    return f"did you mean {' or '.join(map(repr, meant))}?" if meant else did_you_mean(written, known)
