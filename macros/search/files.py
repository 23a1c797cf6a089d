"""The index as files: scripts that each hand over a part, so that they come the same way from a server and from a disk.

A reader fetches the first one, which says what there is, the parts with the words that are sought, and the texts of
what is found. All but the first stand in a folder that is named by what is in them, so that no part of another build is
taken for one of this.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from macros.search.entry import Entry
from macros.search.weights import Weights

FOLDER = "search"
START = f"{FOLDER}/start.js"
_ONE_PART = 200_000
"""An index of no more characters stands in one file, which is then some 50 kB on its way."""

_PART = 50_000
"""So many characters stand in each file of a larger one."""

_TEXTS = 10_000
"""Characters of the texts in a file."""

Listed = list[int]
"""Steps from the number of one entry to that of the next, each followed by the weight there."""


def files(entries: list[Entry], words: Weights, names: Weights, typed: Mapping[str, Any]) -> dict[str, str]:
    """Return the content of each file of the index by its path in the site, of entries that are sorted by their groups.

    Typed tells how to read what is typed, and what to say of what was found.
    """
    known = _by_first_word(words, names)
    size = _PART if len(_json(known)) > _ONE_PART else _ONE_PART
    parts = [*_cut([*known.items()], size)]
    texts = [*_cut([*map(_shown, entries)], _TEXTS)]
    made: dict[str, Any] = {f"words-{number}": dict(part) for number, part in enumerate(parts)}
    made |= {f"texts-{number}": part for number, part in enumerate(texts)}
    made["known"] = " ".join(sorted(known, key=lambda word: -len(words.get(word, ()))))
    version = sha256(_json([made, dict(typed)]).encode()).hexdigest()[:8]
    start = {
        "version": version,
        "words": [part[0][0] for part in parts],
        "texts": [len(part) for part in texts],
        "groups": [(group.heading, count) for group, count in Counter(entry.group for entry in entries).items()],
        **typed,
    }
    scripts = {f"{FOLDER}/{version}/{name}.js": _script(name, part) for name, part in made.items()}
    return {START: _script("start", start), **scripts}


def _by_first_word(words: Weights, names: Weights) -> dict[str, tuple[Listed, dict[str, Listed]]]:
    """Return, by each word in its order: the entries that have it, and the names that begin with it."""
    beginning: defaultdict[str, dict[str, Listed]] = defaultdict(dict)
    for name, weights in sorted(names.items()):
        beginning[name.partition(" ")[0]][name] = _listed(weights)
    within = {word for name in names for word in name.split()}
    return {word: (_listed(words.get(word, {})), beginning.get(word, {})) for word in sorted({*words, *within})}


def _listed(weights: Mapping[int, int]) -> Listed:
    pairs = sorted(weights.items())
    before = [0, *(entry for entry, _ in pairs)]
    return [number for (entry, weight), last in zip(pairs, before, strict=False) for number in (entry - last, weight)]


def _shown(entry: Entry) -> tuple[str, str, str, str]:
    """Return what is shown of an entry: title, address, what it is and where, and its text."""
    return entry.title, entry.address, " · ".join(entry.about), entry.words or entry.small


def _cut(things: list[Any], size: int) -> Iterator[list[Any]]:
    """Yield a list in pieces of about so many characters."""
    piece: list[Any] = []
    left = size
    for thing in things:
        if left <= 0:
            yield piece
            piece, left = [], size
        piece.append(thing)
        left -= len(_json(thing))
    if piece:
        yield piece


def _script(name: str, part: Any) -> str:
    return f"search.put({_json(name)},{_json(part)});\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
