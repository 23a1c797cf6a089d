"""How much each word says of each entry, as whole numbers: the search of a reader adds them up.

BM25F: a word counts more where it is rare, where it stands in a title, and where little else stands.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from math import log, log2

from macros.reading.letters import spellings, words
from macros.search.entry import Entry

Weights = dict[str, dict[int, int]]
"""By words: the numbers of the entries, each with what these words say of it."""

_FIELDS = {"title": 8.0, "also": 6.0, "text": 1.0, "short": 0.5, "fine": 0.25, "about": 1.0}
_ENOUGH = 5.0
"""With so much of a word in an entry, more of it says half as much again."""

_LENGTH = 0.4
"""How much the length of a field counts against what stands in it."""

_WORD, _WHOLE = 100, 1000
"""What a word weighs that all entries lack but one, and what a whole name does when it is all that somebody types."""

_STEPS = 4
"""Weights are numbers on a scale on which so many are twice as much, which take less room: none needs to be exact."""

_OTHER_NAME, _NEXT = 0.9, 0.85
"""How much less than a name a synonym weighs, and each of its places than the one before."""

_WITHOUT_EMPTY = 0.8
"""The same for a name without its empty words: milk in tea is not milk or tea."""


def word_weights(entries: list[Entry], spell: Callable[[list[str]], list[str]], language: str) -> Weights:
    """Return the weight of each word in each entry."""
    fields = [_fields(entry, spell, language) for entry in entries]
    mean = {name: sum(sum(one[name].values()) for one in fields) / len(fields) or 1 for name in _FIELDS}
    counts = [_counted(one, mean) for one in fields]
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    seen = Counter(word for one in counts for word in one)
    for number, one in enumerate(counts):
        for word, count in one.items():
            rare = rarity(seen[word], len(entries))
            weight = rare * count / (count + _ENOUGH) * entries[number].weight
            found[word][number] = _on_scale(_WORD * weight)
    return dict(found)


def rarity(having: int, of: int) -> float:
    """Return how much it says that so many entries of all have a word."""
    return log(1 + (of - having + 0.5) / (having + 0.5))


def name_weights(
    entries: list[Entry],
    leads: Iterable[tuple[str, str, int]],
    spell: Callable[[list[str]], list[str]],
    empty: Collection[str] = (),
) -> Weights:
    """Return the weight of each whole name in each entry: its title, its other names, and what readers call it.

    A name also counts without its empty words, if two others are left of it.
    """
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    places: defaultdict[str, list[int]] = defaultdict(list)

    def name(text: str, number: int, weight: float) -> None:
        typed = spell(words(text))
        saying = [word for word in typed if word not in empty]
        for some, share in (typed, 1.0), (saying, _WITHOUT_EMPTY):
            key, whole = " ".join(some), _on_scale(_WHOLE * weight * share)
            if some and (len(some) > 1 or typed == some):
                found[key][number] = max(whole, found[key].get(number, 0))

    for number, entry in enumerate(entries):
        places[entry.address].append(number)
        for text in (entry.title, *entry.also):
            name(text, number, entry.weight)
    for typed, place, rank in leads:
        for number in places[place][:1]:
            name(typed, number, _OTHER_NAME * _NEXT**rank)
    return dict(found)


def _fields(entry: Entry, spell: Callable[[list[str]], list[str]], language: str) -> dict[str, Counter[str]]:
    """Return how often each word stands in each field, in every way in which it may be typed."""
    texts = {"title": entry.title, "also": " ".join(entry.also), "text": entry.words, "fine": entry.small}
    texts |= {"short": " ".join(entry.short), "about": " ".join(entry.about)}
    return {
        name: Counter([*spell(words(text)), *spell(words(" ".join(spellings(text, language))))])
        for name, text in texts.items()
    }


def _counted(fields: Mapping[str, Counter[str]], mean: Mapping[str, float]) -> dict[str, float]:
    """Return how much of each word an entry has: a field counts more that is short, or a title."""
    counted: defaultdict[str, float] = defaultdict(float)
    for name, counter in fields.items():
        length = 1 - _LENGTH + _LENGTH * sum(counter.values()) / mean[name]
        for word, count in counter.items():
            counted[word] += _FIELDS[name] * count / length
    return counted


def _on_scale(weight: float) -> int:
    return max(0, round(_STEPS * log2(weight)))
